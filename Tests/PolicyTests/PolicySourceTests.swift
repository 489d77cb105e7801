import Document
import Glibc
import Testing

@testable import Policy

/// Where a policy's files are found, and what is read of them.
@Suite struct PolicySourceTests {
    @Test(arguments: [
        ("openapi.yaml", "gateway.yaml", "openapi.yaml"),
        ("openapi.yaml", "policies/shop/gateway.yaml", "policies/shop/openapi.yaml"),
        ("../shop/openapi.yaml", "policies/run/gateway.yaml", "policies/run/../shop/openapi.yaml"),
        ("/etc/ca.pem", "policies/shop/gateway.yaml", "/etc/ca.pem"),
        ("x", "/gateway.yaml", "/x"),
    ])
    func `paths start at the folder of the file that holds them`(
        reference: String, file: String, path: String
    ) {
        #expect(PolicySource.resolve(reference, in: file) == path)
    }

    @Test func `every file that the policy names is asked for, and nothing else`() {
        let text = """
            contract: {document: openapi.yaml, overlays: [a.yaml, b/c.yaml]}
            ca_file: /etc/ca.pem
            listeners:
              - tls: {certificates: [{certificate_file: x.crt, key_file: x.key}]}
            redis: {password_file: secrets/redis}
            access_log: /var/log/access.log
            """
        var asked: [String] = []
        _ = PolicySource(path: "p/gateway.yaml") { path in
            asked.append(path)
            return path == "p/gateway.yaml"
                ? .contents(Array(text.utf8), permissions: 0o644) : .unreadable("does not exist")
        }
        #expect(
            asked.sorted() == [
                "/etc/ca.pem", "p/a.yaml", "p/b/c.yaml", "p/gateway.yaml", "p/openapi.yaml",
                "p/secrets/redis", "p/x.crt", "p/x.key",
            ])
    }

    @Test func `a policy may extend another: its keys replace the other's whole`() throws {
        let files: [String: String] = [
            "run/gateway.yaml": """
            extends: ../shop/gateway.yaml
            redis: {url: "unix:///run/redis.sock", timeout: 100ms}
            bounds: {fields: 20}
            """,
            "run/../shop/gateway.yaml": Policies.complete + "\nbounds: {body: 1MiB}",
            "run/../shop/openapi.yaml": Policies.contract,
            "run/../shop/keys/assertion": String(repeating: "k", count: 32),
        ]
        let source = PolicySource(path: "run/gateway.yaml") { path in
            files[path].map { .contents(Array($0.utf8), permissions: 0o600) }
                ?? .unreadable("does not exist")
        }
        let (policy, findings) = PolicyLoader.load(source)
        #expect(findings.map(\.text) == [])
        #expect(policy?.redis.timeoutMilliseconds == 100)
        #expect(policy?.operations.count == 4)
        #expect(policy?.bounds.fieldsMax == 20)
        #expect(policy?.bounds.bodyBytesMax == 8_388_608)
    }

    @Test func `a mistake in the policy that is extended is placed in its file`() {
        let base = Policies.complete + "\nworkers: many"
        let main = "extends: base.yaml"
        let source = Policies.source(
            main, with: ["base.yaml": .contents(Array(base.utf8), permissions: 0o644)])
        #expect(
            PolicyLoader.load(source).findings.map(\.text) == [
                "base.yaml:8:10: error: `workers` is the text \"many\" — write `auto` (one per "
                    + "core) or a number"
            ])
    }

    @Test func `only one policy can be extended, and it must be there`() {
        let chain = Policies.source(
            "extends: base.yaml",
            with: [
                "base.yaml": .contents(
                    Array((Policies.complete + "\nextends: x.yaml").utf8), permissions: 0o644)
            ])
        #expect(
            PolicyLoader.load(chain).findings.map(\.text) == [
                "base.yaml:8:1: error: base.yaml extends a third policy — a policy that others "
                    + "extend must be complete: name its parts here"
            ])
        let missing = Policies.source(
            "extends: base.yaml", with: ["base.yaml": .unreadable("does not exist")])
        #expect(
            PolicyLoader.load(missing).findings.map(\.text) == [
                "gateway.yaml:1:10: error: base.yaml does not exist — correct the path; it starts "
                    + "at the folder of the file that names it"
            ])
    }

    @Test func `a missing contract does not hide the policy's other mistakes`() {
        let source = Policies.source(
            Policies.changed("workers: many"), with: ["openapi.yaml": .unreadable("does not exist")]
        )
        #expect(
            PolicyLoader.load(source).findings.map(\.text) == [
                "gateway.yaml:1:10: error: `workers` is the text \"many\" — write `auto` (one per "
                    + "core) or a number",
                "gateway.yaml:2:22: error: openapi.yaml does not exist — correct the path; it "
                    + "starts at the folder of the file that names it",
            ])
    }

    @Test func `no file at all is said plainly`() {
        let (policy, findings) = PolicyLoader.load(PolicySource.read("/nonexistent/gateway.yaml"))
        #expect(policy == nil)
        #expect(
            findings.map(\.text) == [
                "error: /nonexistent/gateway.yaml does not exist — name the policy's file, usually "
                    + "gateway.yaml"
            ])
    }

    @Test func `a folder is no policy`() {
        #expect(
            PolicyLoader.load(PolicySource.read("/")).findings.map(\.text) == [
                "error: / is no file — name the policy's file, usually gateway.yaml"
            ])
    }

    @Test func `files come from the disk with their modes`() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Policies.contract)
        try folder.write("keys", String(repeating: "k", count: 64), mode: 0o600)
        try folder.write(
            "gateway.yaml", Policies.complete.replacing("keys/assertion", with: "keys"))
        let path = folder.path + "/gateway.yaml"
        #expect(PolicyLoader.load(PolicySource.read(path)).findings.map(\.text) == [])
        try folder.write("keys", String(repeating: "k", count: 64), mode: 0o640)
        let findings = PolicyLoader.load(PolicySource.read(path)).findings
        #expect(findings.map(\.remedy) == ["run: chmod 600 \(folder.path)/keys"])
    }
}

/// A folder that goes away with its value.
private struct TemporaryFolder: ~Copyable {
    let path = "/tmp/bawaba-policy-\(UInt64.random(in: 0 ... .max))"

    init() throws {
        try #require(unsafe mkdir(path, 0o700) == 0)
    }

    func write(_ name: String, _ text: String, mode: mode_t = 0o644) throws {
        let file = "\(path)/\(name)"
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        let written = unsafe bytes.withUnsafeBytes {
            unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        #expect(written == bytes.count)
        #expect(fchmod(descriptor, mode) == 0)
    }

    deinit {
        for name in ["gateway.yaml", "openapi.yaml", "keys"] {
            _ = unsafe unlink("\(path)/\(name)")
        }
        _ = unsafe rmdir(path)
    }
}
