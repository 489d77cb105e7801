import ArgumentParser
import Bytes
import Document
import Gateway
import Policy
import TLS

/// `bawaba check`: every problem of a policy, before it meets a request.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Check a policy and its contract, and name every problem with its place and remedy.",
        discussion: """
            Exit status: 0 when the gateway would start, 1 when not. Away from the server, where \
            keys, passwords and certificates are absent, add --without-secrets.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(
        help: ArgumentHelp("The policy, such as policies/oktawa/gateway.yaml.", valueName: "config")
    )
    var config: String

    @Option(
        help: "How findings are printed: text for people, json (one object a line) for programs.")
    var format = Format.text

    @Flag(help: "Count warnings as problems too.")
    var strict = false

    @Flag(
        help: """
            Let keys, passwords and certificates be absent, as in CI; those that are there are \
            judged.
            """)
    var withoutSecrets = false

    func run() throws {
        var (policy, findings) = PolicyLoader.check(
            PolicySource.read(config), withoutSecrets: withoutSecrets)
        if let policy {
            findings += certificateFindings(policy)
            findings += staleResponses(policy)
        }
        for finding in findings { print(finding) }
        let warnings = findings.count { $0.severity == .warning }
        let errors = findings.count - warnings
        if format == .text {
            let what =
                errors > 0
                ? "not usable"
                : policy.map { "\($0.operations.count) operations" } ?? "checked without secrets"
            Terminal.out("\(config): \(what), \(errors) errors, \(warnings) warnings")
        }
        if errors > 0 || strict && warnings > 0 { throw ExitCode(1) }
    }

    /// Whether certificates, keys and authorities are what OpenSSL can use and belong together:
    /// what `serve` would find at its start.
    private func certificateFindings(_ policy: Policy) -> [Diagnostic] {
        let listeners = policy.listeners.map { listener in
            finding("listener \(listener.address)", listener.mark) { () throws(TLSError) in
                guard let tls = listener.tls else { return }
                _ = try TLSServerContext(
                    tls, listener: "\(listener.address)", ticketKeys: TicketKeys.generate(),
                    http2: listener.http2)
            }
        }
        let upstreams = policy.upstreams.map { upstream in
            finding("upstream \(upstream.name)", upstream.mark) { () throws(TLSError) in
                if let tls = upstream.tls { _ = try TLSClientContext(tls, upstream.speaks) }
            }
        }
        let redis = finding("redis", policy.redis.mark) { () throws(TLSError) in
            if policy.redis.caPEM != nil { _ = try TLSClientContext(policy.redis) }
        }
        return (listeners + upstreams + [redis]).compactMap(\.self)
    }

    /// OCSP responses that clients would refuse: the gateway does not hand them out.
    private func staleResponses(_ policy: Policy) -> [Diagnostic] {
        policy.listeners.flatMap { listener -> [Diagnostic] in
            let context = listener.tls.flatMap {
                try? TLSServerContext(
                    $0, listener: "", ticketKeys: TicketKeys.generate(), http2: listener.http2)
            }
            return (context?.expiredResponses ?? []).map {
                .warning(
                    "listener \(listener.address): the OCSP response in \($0) has expired",
                    at: listener.mark, remedy: "fetch a new one; until then none is stapled")
            }
        }
    }

    private func finding(
        _ subject: String, _ mark: Mark, _ make: () throws(TLSError) -> Void
    ) -> Diagnostic? {
        do throws(TLSError) {
            try make()
            return nil
        } catch {
            return .error("\(subject): \(error)", at: mark, remedy: error.remedy)
        }
    }

    private func print(_ finding: Diagnostic) {
        switch format {
        case .text: Terminal.out(finding.text)
        case .json:
            var line = ByteBuffer()
            finding.appendJSON(to: &line)
            Terminal.out(line.span.toString())
        }
    }
}
