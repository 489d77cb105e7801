import ArgumentParser
import Bytes
import Document
import Policy
import Reactor

/// `bawaba reload`: has a running gateway load its policy anew.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Have a running gateway load its policy, contract and certificates anew.",
        discussion: """
            Asks by the control socket (`control.socket`), which only root and the gateway's own \
            user may use, and waits until every worker judges by the new policy. Connections stay, \
            and requests in flight finish as they began. A policy with an error is refused as a \
            whole: what is wrong is printed, and the old one stays in force. SIGHUP does the same \
            and leaves the answer in the gateway's log.

            Exit status: 0 when the new policy is in force, 1 when not.

              bawaba reload --config policies/oktawa/gateway.yaml
              bawaba reload --socket /run/bawaba/control.sock
            """)

    @Option(
        help: ArgumentHelp(
            "The policy, whose `control.socket` is asked.", valueName: "gateway.yaml"))
    var config: String?

    @Option(help: ArgumentHelp("The control socket, without a policy.", valueName: "path"))
    var socket: String?

    func validate() throws {
        if (config == nil) == (socket == nil) {
            throw ValidationError(
                "say which gateway: --config gateway.yaml, or --socket /run/bawaba/control.sock")
        }
    }

    func run() throws {
        let path = try place()
        guard let address = SocketAddress(unixPath: path) else {
            throw CommandFault(
                "\(path) is too long for a socket",
                remedy: "a unix socket's path has at most \(SocketAddress.pathBytesMax) bytes")
        }
        let gateway = AdminEnd(
            address: address, line: "POST /reload",
            peer: BlockingWire.Peer(
                name: "the control socket \(path)", milliseconds: Bounds.reloadMilliseconds,
                ifUnreachable: "does the gateway run, with this `control.socket`, as your user?",
                ifSilent: "it may still come into force: the gateway's log says",
                ifClosed: "only root and the gateway's own user may use it"),
            ifStrange: "name `control.socket` of a gateway")
        let answer = try gateway.ask()
        if answer.status == 200 { return answer.lines.forEach(Terminal.out) }
        for line in answer.lines { Terminal.error(line) }
        throw CommandFault(
            "the policy was refused: the old one stays in force",
            remedy: answer.status == 409
                ? "mend what is said above, then reload again"
                : "is this a gateway of this version?")
    }

    private func place() throws -> String {
        if let socket { return socket }
        let file = config ?? ""
        let (path, findings) = PolicyLoader.loadControl(PolicySource.read(file))
        if let path { return path }
        try Terminal.refuse(findings)
        throw CommandFault(
            "\(file) has no control socket to ask",
            remedy: "write `control: {socket: /run/bawaba/control.sock}` into it, or send SIGHUP")
    }
}
