import Bytes
import Contract
import Document
import HTTP
import Reactor
import Testing

@testable import Policy

/// The policy that the project delivers, with stand-ins for the files that only a server has.
@Suite struct OktaWaPolicyTests {
    private static let folder: String = {
        let file = #filePath
        let root = file.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/\(root)/policies/oktawa"
    }()

    /// Loaded once: the contract takes a moment in a debug build.
    private static let loaded: (policy: Policy?, findings: [Diagnostic]) = {
        let secret = PolicySource.File.contents(
            Array(repeating: 0x6B, count: 64), permissions: 0o600)
        let standIns: [String: PolicySource.File] = [
            "tls.crt": .contents(Array(Policies.certificate.utf8), permissions: 0o644),
            "tls.key": .contents(Array(Policies.key.utf8), permissions: 0o600),
            "redis-password": secret, "assertion.key": secret,
            "master.key": .contents(
                Array(("m1 " + String(repeating: "6b", count: 32)).utf8), permissions: 0o600),
        ]
        let disk = PolicySource.read(folder + "/gateway.yaml")
        let source = PolicySource(path: folder + "/gateway.yaml") { path in
            guard path.hasPrefix("/run/secrets/bawaba/") else { return disk.file(at: path) }
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            return standIns[name] ?? .unreadable("does not exist")
        }
        return PolicyLoader.load(source)
    }()

    private func load() throws -> Policy { try #require(Self.loaded.policy) }

    @Test func `nothing is wrong with it`() {
        let findings = Self.loaded.findings
        #expect(findings.filter { $0.severity == .error }.map(\.text) == [])
        let own = findings.filter { $0.mark?.file.hasSuffix("gateway.yaml") ?? true }
        #expect(own.map(\.text) == [])
    }

    @Test func `it can be checked where its secrets are not`() {
        let source = PolicySource.read(Self.folder + "/gateway.yaml")
        let errors = PolicyLoader.check(source, withoutSecrets: true).findings.filter {
            $0.severity == .error
        }
        #expect(errors.map(\.text) == [])
    }

    @Test func `each of the 15 operations asks for what the design says`() throws {
        let policy = try load()
        var said: [String: String] = [:]
        for (operation, decided) in zip(policy.contract.operations, policy.operations) {
            let names = decided.abilities.names.joined(separator: ",")
            said[operation.name] = "\(decided.auth.rawValue) \(names)"
        }
        #expect(
            said == [
                "GET /api/v1/channels": "bearer read",
                "GET /api/v1/channels/{id}": "bearer read",
                "GET /api/v1/contacts": "bearer read",
                "GET /api/v1/contacts/{id}": "bearer read",
                "GET /api/v1/conversations": "bearer read",
                "GET /api/v1/conversations/{id}": "bearer read",
                "GET /api/v1/conversations/{id}/messages": "bearer read",
                "GET /api/v1/templates": "bearer read",
                "POST /api/v1/contacts": "bearer write",
                "POST /api/v1/messages": "bearer send",
                "POST /api/v1/templates/send": "bearer send",
                "POST /api/v1/embed-tokens": "bearer write",
                "POST /api/v1/oauth/token": "public ",
                "POST /api/integrations/meta/embedded-signup": "bearer-or-session admin",
                "POST /api/webhooks/neoleap": "public ",
            ])
    }

    @Test func `proven rules are enforced, assumed ones reported`() throws {
        let policy = try load()
        for operation in policy.operations where !operation.isUntouched {
            #expect(operation.mode == .enforce && operation.assumed == .report)
        }
        let send = try #require(policy.contract.operation(named: "sendAMessage"))
        #expect(policy.operations[send.index].input != nil)
    }

    @Test(arguments: ["GET", "POST", "PUT", "DELETE", "BREW"])
    func `the payment webhook goes through whatever its method`(method: String) throws {
        let policy = try load()
        let (path, name) = (Array("/api/webhooks/neoleap".utf8), Array(method.utf8))
        let found = policy.passThrough.match(path.span, Method(name.span))
        let entry = policy.passThrough.entries[try #require(found)]
        #expect(entry.bodyBytesMax == 65_536)
        let index = try #require(entry.operation)
        #expect(policy.operations[index].isUntouched && policy.operations[index].limit == nil)
    }

    @Test func `the contract beside it is the one that was given, byte for byte`() throws {
        let file = try RegularFile(
            path: Self.folder + "/openapi.yaml", bytesMax: Bounds.documentBytesMax)
        #expect(file.bytes.count == 32_427)
    }
}
