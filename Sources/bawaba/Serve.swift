import ArgumentParser
import Document
import Gateway
import Logging
import Policy
import Reactor

/// `bawaba serve`: the gateway itself.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve requests by a policy until SIGTERM.",
        discussion: """
            Everything that can be wrong with the policy, the contract, certificates and addresses \
            is found before the first connection is taken. SIGTERM or Ctrl-C stops listening, lets \
            requests in flight finish, and ends the process. SIGHUP loads the policy anew, as \
            `bawaba reload` does. SIGUSR2 starts the binary anew, from the same path with the same \
            arguments; the new process takes the listening sockets over, and this one ends when \
            what it has in flight is finished.
            """)

    @Argument(
        help: ArgumentHelp("The policy, such as policies/oktawa/gateway.yaml.", valueName: "config")
    )
    var config: String

    func run() throws {
        let logger = Logger(label: "bawaba") { StreamLogHandler.standardError(label: $0) }
        do throws(Gateway.StartFault) {
            let cut = try Gateway.serve(
                PolicySource.read(config), version: Version.text,
                announce: { policy, workers in
                    let workers = Gateway.workers(workers)
                    for listener in policy.listeners {
                        let scheme = listener.tls == nil ? "http" : "https"
                        logger.info(
                            "serving \(scheme)://\(listener.address) with \(workers)")
                    }
                    if let admin = policy.adminAddress {
                        logger.info("health, readiness and metrics at http://\(admin)")
                    }
                },
                report: { outcome in
                    for line in outcome.lines {
                        if outcome.isTaken {
                            logger.info("reload: \(line)")
                        } else {
                            logger.error("reload refused, the old policy stays: \(line)")
                        }
                    }
                },
                note: { logger.notice("\($0)") })
            if cut == 0 {
                logger.info("every request was finished; ended")
            } else {
                logger.warning(
                    """
                    the time for ending is over: \(cut) request\(cut == 1 ? " was" : "s were") cut \
                    off, WebSockets included (`drain_over` in the access log); ended
                    """)
            }
        } catch {
            Terminal.error(error.description)
            throw ExitCode(1)
        }
    }
}
