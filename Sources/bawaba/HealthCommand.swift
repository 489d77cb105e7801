import ArgumentParser
import Bytes
import Document
import HTTP
import HTTP1
import Policy
import Reactor

/// `bawaba health`: asks a running gateway how it is. What a container's health check runs where
/// there is neither a shell nor curl.
struct HealthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Ask a running gateway whether it is ready, by its admin listener.",
        discussion: """
            Prints what the gateway answers. Exit status: 0 when it is ready, 1 when it is not, or \
            does not answer within two seconds. Of the policy only `admin` is read: keys, \
            certificates and the contract need not be there.

              bawaba health --config policies/oktawa/gateway.yaml
              bawaba health --address 127.0.0.1:9901 --live
            """)

    @Option(
        help: ArgumentHelp(
            "The policy, whose `admin.address` is asked.", valueName: "gateway.yaml"))
    var config: String?

    @Option(
        help: ArgumentHelp("The admin listener, without a policy.", valueName: "address:port"))
    var address: String?

    @Flag(
        help: """
            Ask only whether it lives: /healthz instead of /readyz. It stays so while the gateway \
            drains and while Redis is away.
            """)
    var live = false

    func validate() throws {
        if (config == nil) == (address == nil) {
            throw ValidationError(
                "say which gateway: --config gateway.yaml, or --address 127.0.0.1:9901")
        }
    }

    func run() throws {
        let admin = AdminEnd(address: try place(), path: live ? "/healthz" : "/readyz")
        let answer = try admin.ask()
        Terminal.out(answer.text)
        guard answer.status != 200 else { return }
        throw admin.fault(answer.status)
    }

    private func place() throws -> SocketAddress {
        if let address {
            if let place = SocketAddress(address), !place.isUnix { return place }
            throw CommandFault(
                "--address \(address) is no address",
                remedy: "write an IP address and a port, such as 127.0.0.1:9901")
        }
        let path = config ?? ""
        let (place, findings) = PolicyLoader.loadAdmin(PolicySource.read(path))
        if let place { return place }
        // Warnings are `check`'s: a probe would repeat them every few seconds.
        let errors = findings.filter { $0.severity == .error }
        for finding in errors { Terminal.error(finding.text) }
        if !errors.isEmpty { throw ExitCode(1) }
        throw CommandFault(
            "\(path) has no admin listener to ask",
            remedy: "write `admin: {address: \"127.0.0.1:9901\"}` into it")
    }
}

/// A gateway's admin listener, and one question to it.
private struct AdminEnd {
    let address: SocketAddress
    let path: String

    struct Answer {
        let status: Int
        /// The content on one line, without what a terminal would obey.
        let text: String
    }

    private var name: String { "the admin listener at \(address)" }

    /// Asks, and waits for the whole answer.
    func ask() throws(CommandFault) -> Answer {
        let peer = BlockingWire.Peer(
            name: name, milliseconds: Bounds.healthMilliseconds,
            ifUnreachable: "does the gateway run, with this `admin.address`? Its log says",
            ifSilent: "its process hangs or has no CPU: look at its log, then start it anew",
            ifClosed: "is this `admin.address`, or another port?")
        let deadline = BlockingWire.deadline(after: Bounds.healthMilliseconds)
        var wire = try BlockingWire.connect(address, peer, deadline)
        var request = ByteBuffer()
        request.append(
            string: "GET \(path) HTTP/1.1\r\nHost: \(address)\r\nConnection: close\r\n\r\n")
        while !request.isEmpty { request.consume(try wire.send(request, deadline)) }
        do {
            return try receive(&wire, deadline)
        } catch let fault as CommandFault {
            throw fault
        } catch {
            throw CommandFault(
                "what answers at \(address) is no admin listener",
                remedy: "name `admin.address`, not one of `listeners`")
        }
    }

    /// Reads the head and the content that it announces.
    private func receive(_ wire: inout BlockingWire, _ deadline: Int) throws -> Answer {
        var input = ByteBuffer()
        var parser = ResponseParser()
        var head = ResponseHead()
        var consumed: Int?
        while consumed == nil {
            try wire.receive(into: &input, deadline)
            consumed = try parser.parse(
                input, answering: .get, limits: HeadLimits(), into: &head)
        }
        input.consume(consumed ?? 0)
        var body = BodyReader(head.framing)
        var content = ByteBuffer()
        while true {
            var count = 0
            let step = try body.next(input, consumed: &count)
            if case .data(let range) = step { content.append(input.span.extracting(range)) }
            input.consume(count)
            guard content.count <= Bounds.healthBytesMax else { throw ProtocolFault.truncated }
            switch step {
            case .data: continue
            case .needMore: try wire.receive(into: &input, deadline)
            case .end: return Answer(status: head.status, text: Self.line(content))
            }
        }
    }

    private static func line(_ content: borrowing ByteBuffer) -> String {
        var text = content.span.toString()
        while text.last?.isNewline == true { text.removeLast() }
        return Terminal.clean(text)
    }

    /// What an answer other than 200 asks the operator to do.
    func fault(_ status: Int) -> CommandFault {
        switch status {
        case 503:
            CommandFault(
                "the gateway at \(address) is not ready",
                remedy: """
                    redis_connected below workers: is Redis up, and the user's password and ACL \
                    right? names_unanswered above 0: does DNS know the upstreams? draining: it is \
                    about to end
                    """)
        default:
            CommandFault(
                "what answers at \(address) says \(status) to \(path)",
                remedy: "name `admin.address` of a gateway, not one of its `listeners`")
        }
    }
}
