import ArgumentParser
import Contract
import Document
import Identity
import Policy
import Reactor
import Sandbox

/// `bawaba sandbox`: an upstream to develop against.
struct SandboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Answer every operation of a contract.",
        discussion: """
            A stand-in for the back end: HTTP/1.1, without TLS, until SIGTERM or Ctrl-C. With a \
            key it refuses with 401 what did not come through the gateway. X-Sandbox-Org, \
            X-Sandbox-Request-Id and X-Sandbox-Body-Bytes tell what it saw.

            The operations of the OktaWa API have state, in memory: each organization has \
            contacts, conversations, messages, templates and channels of its own, beginning with \
            those of the contract's examples; of what is full, the oldest goes. Payment \
            notifications are counted in X-Sandbox-Notifications. Any other contract is answered \
            with its examples.

              bawaba sandbox --listen 127.0.0.1:8480 --contract policies/oktawa/openapi.yaml
            """)

    @Option(
        help: ArgumentHelp("Where it listens; port 0 takes a free one.", valueName: "address:port"))
    var listen: String

    @Option(help: ArgumentHelp("The OpenAPI document.", valueName: "openapi.yaml"))
    var contract: String

    @Option(
        help: ArgumentHelp(
            "An overlay of the document, such as one that adds examples.", valueName: "file"))
    var overlay: [String] = []

    @Option(
        help: ArgumentHelp(
            "The gateway's assertion key for this upstream: requests without a valid "
                + "X-Bawaba-Assertion are refused.", valueName: "file"))
    var assertionKey: String?

    func run() throws {
        guard let address = SocketAddress(listen), !address.isUnix else {
            throw CommandFault(
                "--listen \(listen) is no address",
                remedy: "write an IP address and a port, such as 127.0.0.1:8480")
        }
        let document = try loadContract()
        let key = try loadKey()
        do throws(Errno) {
            let seed = UInt64.random(in: .min ... .max)
            let desk = SandboxDesk(document, key: key, randomSeed: seed)
            var server = try SandboxServer.listen(address, desk: desk)
            Terminal.error(
                "sandbox: \(document.operations.count) operations at http://\(server.address)")
            try server.run()
        } catch {
            throw CommandFault(
                "cannot listen at \(listen): \(error)",
                remedy: error == .addressInUse ? "choose another port" : "choose another address")
        }
    }

    private func loadContract() throws -> Contract {
        let root = try Self.node(contract)
        let overlays = try overlay.map { path throws(CommandFault) in try Self.node(path) }
        do throws(ContractError) {
            return try Contract(document: root, overlays: overlays)
        } catch {
            for finding in error.diagnostics { Terminal.error(finding.text) }
            throw ExitCode(1)
        }
    }

    private static func node(_ path: String) throws(CommandFault) -> Node {
        let bytes = try SecretFile.readPublic(path, option: "--contract or --overlay")
        do throws(DocumentError) {
            return try parseYAML(bytes, file: path)
        } catch {
            throw CommandFault(error.diagnostic.text, remedy: "correct it there")
        }
    }

    private func loadKey() throws(CommandFault) -> AssertionKey? {
        guard let assertionKey else { return nil }
        let bytes = try SecretFile.read(assertionKey, option: "--assertion-key")
        if let key = AssertionKey(bytes.span) { return key }
        throw CommandFault(
            "--assertion-key: \(assertionKey) holds \(bytes.count) bytes, too few to be safe",
            remedy: "write at least 32: openssl rand -hex 32 > FILE")
    }
}
