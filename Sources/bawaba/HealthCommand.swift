import ArgumentParser
import Bytes
import Document
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
        let address = try place()
        let path = live ? "/healthz" : "/readyz"
        let admin = AdminEnd(
            address: address, line: "GET \(path)",
            peer: BlockingWire.Peer(
                name: "the admin listener at \(address)", milliseconds: Bounds.healthMilliseconds,
                ifUnreachable: "does the gateway run, with this `admin.address`? Its log says",
                ifSilent: "its process hangs or has no CPU: look at its log, then start it anew",
                ifClosed: "is this `admin.address`, or another port?"),
            ifStrange: "name `admin.address`, not one of `listeners`")
        let answer = try admin.ask()
        Terminal.out(answer.lines.joined(separator: " "))
        guard answer.status != 200 else { return }
        throw fault(answer.status, address, path)
    }

    /// What an answer other than 200 asks the operator to do.
    private func fault(_ status: Int, _ address: SocketAddress, _ path: String) -> CommandFault {
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
        try Terminal.refuse(findings)
        throw CommandFault(
            "\(path) has no admin listener to ask",
            remedy: "write `admin: {address: \"127.0.0.1:9901\"}` into it")
    }
}
