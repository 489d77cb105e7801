import Bytes
import Crypto
package import Document
import Operations
package import Policy
package import Reactor
import Synchronization
package import TLS

/// The running gateway: workers, the access log's writer, and the thread that waits for signals.
package enum Gateway {
    /// Why the gateway does not start.
    package enum StartFault: Error, CustomStringConvertible {
        case policy([Diagnostic])
        case listen(address: String, Errno)
        case tls(listener: String, TLSError)
        case upstream(String, TLSError)
        case redis(String)
        case resolver(String)
        case log(Errno)
        case system(String, Errno)

        package var description: String {
            switch self {
            case .policy(let findings):
                findings.map(\.text).joined(separator: "\n")
            case .listen(let address, let errno):
                "cannot listen at \(address): \(errno)"
            case .tls(let listener, let error):
                "listener \(listener): \(error); \(error.remedy)"
            case .upstream(let name, let error):
                "upstream \(name): \(error); \(error.remedy)"
            case .redis(let text): "redis: \(text)"
            case .resolver(let text): "resolvers: \(text)"
            case .log(let errno): "cannot open the access log: \(errno)"
            case .system(let what, let errno): "\(what): \(errno)"
            }
        }
    }

    /// Serves until SIGTERM or SIGINT has been obeyed: listening stops, what is in flight is
    /// finished. Everything that can be wrong is found before the first connection is taken.
    ///
    /// - Parameter announce: called once with the number of workers when all of them listen.
    package static func serve(
        _ source: PolicySource, version: String, announce: (Policy, Int) -> Void
    ) throws(StartFault) {
        ProcessLimits.separateLargeBlocks()
        let policy = try load(source)
        let signals = try SignalWait.make()
        let count = workerCount(policy)
        let parts = try CommonParts(policy, workers: count, version: version)
        var cabins: [WorkerCabin] = []
        for number in 0..<count {
            cabins.append(try WorkerCabin(source, parts, number: number))
        }
        let admin = try AdminThread.start(policy, parts)
        // Last of what may need root: addresses, files and the folder of the control socket.
        try becomeUser(policy)
        var threads = Slab<WorkerThread?>(limit: count) { _ in nil }
        for cabin in cabins {
            guard let slot = threads.take() else { break }
            threads[slot] = try WorkerThread(cabin)
        }
        announce(policy, count)
        var keys = parts.ticketKeys
        signals.wait(
            reload: { parts.log?.reopen() },
            everyMilliseconds: Bounds.ticketLifetimeSeconds * 1_000,
            tick: {
                if policy.ticketKeys != nil { return }
                keys = keys.rotated()
                for mailbox in parts.mailboxes { _ = mailbox.post(.ticketKeys(keys)) }
            })
        for mailbox in parts.mailboxes { _ = mailbox.post(.drain) }
        admin?.drain()
        for index in 0..<count {
            guard let slot = threads.handle(at: index) else { continue }
            threads[slot].take()?.join()
        }
        parts.log?.stop()
    }

    /// Loads the policy and the contract, or tells everything that is wrong with them.
    static func load(_ source: PolicySource) throws(StartFault) -> Policy {
        let (policy, findings) = PolicyLoader.load(source)
        guard let policy else { throw .policy(findings) }
        return policy
    }

    private static func workerCount(_ policy: Policy) -> Int {
        policy.workers > 0 ? policy.workers : max(Thread.availableProcessors().count, 1)
    }

    private static func becomeUser(_ policy: Policy) throws(StartFault) {
        guard let uid = policy.uid else { return }
        do throws(Errno) {
            try ProcessLimits.becomeUser(uid, group: policy.gid ?? uid)
        } catch {
            throw .system("cannot become user \(uid)", error)
        }
    }
}

/// What the workers have in common: counters, the log's rings, their mailboxes, the first ticket
/// keys. None
/// of it is reference-counted while requests are served.
final class CommonParts: Sendable {
    let metrics: Metrics
    let log: AccessLog?
    let mailboxes: [Mailbox<WorkerMessage>]
    let ticketKeys: TicketKeys

    init(_ policy: Policy, workers: Int, version: String) throws(Gateway.StartFault) {
        var clock = Clock()
        clock.refresh()
        metrics = Metrics(
            labels: Labels(
                routes: RouteTable.names(policy), upstreams: policy.upstreams.map(\.name),
                targets: policy.upstreams.map(\.targetNames)),
            workers: workers, version: version, startUnixSeconds: clock.unixSeconds)
        do throws(Errno) {
            var boxes: [Mailbox<WorkerMessage>] = []
            for _ in 0..<workers { boxes.append(try Mailbox(capacity: Bounds.mailboxMessagesMax)) }
            mailboxes = boxes
            _ = try ProcessLimits.raiseDescriptors(
                to: workers * policy.bounds.connectionsMax * 2 + 1_024)
        } catch {
            throw .system("cannot prepare the workers", error)
        }
        ticketKeys = TicketKeys(policy) ?? .generate()
        log = try Self.openLog(policy, workers: workers, metrics: metrics)
    }

    private static func openLog(
        _ policy: Policy, workers: Int, metrics: Metrics
    ) throws(Gateway.StartFault) -> AccessLog? {
        let target: AccessLog.Target
        switch policy.accessLog {
        case .off: return nil
        case .standardOutput: target = .standardOutput
        case .file(let path): target = .file(path: path)
        }
        let log = AccessLog(workers: workers)
        do throws(Errno) {
            try log.start(target, metrics: metrics)
        } catch {
            throw .log(error)
        }
        return log
    }
}

/// Where a worker lives from its making, on the main thread, to its end on its own.
final class WorkerCabin: Sendable {
    private let worker: Mutex<Worker>

    init(
        _ source: PolicySource, _ parts: CommonParts, number: Int
    ) throws(Gateway.StartFault) {
        worker = Mutex(try Worker.make(source, parts, number: number))
    }

    /// Runs the worker on the calling thread. The lock is held for as long as it lives, and nobody
    /// else ever asks for it.
    func run() { worker.withLock { $0.run() } }
}

/// A worker's thread.
struct WorkerThread: ~Copyable {
    private let thread: Thread

    init(_ cabin: WorkerCabin) throws(Gateway.StartFault) {
        do throws(Errno) {
            thread = try Thread.spawn(name: "worker") { cabin.run() }
        } catch {
            throw .system("cannot start a worker", error)
        }
    }

    consuming func join() { thread.join() }
}

/// Waits for the signals that end the gateway, and for SIGHUP, which opens a rotated log again.
/// Made before any thread, so that all of them leave the signals to it.
struct SignalWait: ~Copyable {
    private var signals: SignalSource
    private var poller: Poller

    private init(_ signals: consuming SignalSource, _ poller: consuming Poller) {
        self.signals = signals
        self.poller = poller
    }

    static func make() throws(Gateway.StartFault) -> SignalWait {
        do throws(Errno) {
            let signals = try SignalSource([.terminate, .interrupt, .reload])
            var poller = try Poller(capacity: 1)
            try poller.addLevel(signals.raw, token: Token(kind: 0))
            return SignalWait(signals, poller)
        } catch {
            throw .system("cannot wait for signals", error)
        }
    }

    /// Returns when the gateway is to end. Until then `reload` is called for every SIGHUP, and
    /// `tick` at equal intervals.
    consuming func wait(reload: () -> Void, everyMilliseconds interval: Int, tick: () -> Void) {
        var clock = Clock()
        var next = clock.milliseconds + interval
        while true {
            clock.refresh()
            if clock.milliseconds >= next {
                tick()
                next = clock.milliseconds + interval
            }
            switch signals.next() {
            case .terminate?, .interrupt?: return
            case .reload?: reload()
            case .user1?, .user2?, .child?: break
            case nil: _ = try? poller.wait(timeoutMilliseconds: next - clock.milliseconds)
            }
        }
    }
}
