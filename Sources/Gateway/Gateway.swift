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
        case upgrade(String)

        package var description: String {
            switch self {
            case .policy(let findings):
                findings.map(\.text).joined(separator: "\n")
            case .listen(let address, let errno):
                "cannot listen at \(address): \(errno)" + (errno.isDenied ? Self.portHint : "")
            case .tls(let listener, let error):
                "listener \(listener): \(error); \(error.remedy)"
            case .upstream(let name, let error):
                "upstream \(name): \(error); \(error.remedy)"
            case .redis(let text): "redis: \(text)"
            case .resolver(let text): "resolvers: \(text)"
            case .log(let errno): "cannot open the access log: \(errno)"
            case .system(let what, let errno): "\(what): \(errno)"
            case .upgrade(let text): "upgrade: \(text)"
            }
        }

        private static let portHint =
            "; ports below 1024 are root's to open: start as root and name a `uid`. An upgrade "
            + "keeps those that are open and can open no more: restart instead"
    }

    /// Serves until SIGTERM or SIGINT has been obeyed: listening stops, what is in flight is
    /// finished. Everything that can be wrong is found before the first connection is taken.
    ///
    /// SIGHUP and the control socket have the policy read anew. SIGUSR2 starts the binary anew: the
    /// new process takes the sockets over, and this one ends as at SIGTERM, with more time.
    ///
    /// - Parameters:
    ///   - announce: called once with the number of workers when all of them listen.
    ///   - report: called on a thread of its own with what became of each reload.
    ///   - note: called with what becomes of upgrades.
    /// - Returns: how many requests, WebSockets included, were cut off because the time for ending
    ///   was over.
    package static func serve(
        _ source: PolicySource, version: String, announce: (Policy, Int) -> Void,
        report: @escaping @Sendable (ReloadOutcome) -> Void, note: (String) -> Void
    ) throws(StartFault) -> Int {
        let predecessor = try Predecessor.find()
        do throws(StartFault) {
            return try serve(
                source, version: version, after: predecessor, announce: announce, report: report,
                note: note)
        } catch {
            predecessor?.tell(error)
            throw error
        }
    }

    private static func serve(
        _ source: PolicySource, version: String, after predecessor: Predecessor?,
        announce: (Policy, Int) -> Void, report: @escaping @Sendable (ReloadOutcome) -> Void,
        note: (String) -> Void
    ) throws(StartFault) -> Int {
        ProcessLimits.separateLargeBlocks()
        let policy = try load(source)
        var signals = try SignalWait.make()
        let count = workerCount(policy)
        let parts = try CommonParts(policy, workers: count, version: version, after: predecessor)
        let sockets = try ListeningSockets(policy, after: predecessor)
        var cabins: [WorkerCabin] = []
        for number in 0..<count {
            cabins.append(try WorkerCabin(source, parts, sockets, number: number))
        }
        let admin = try AdminThread.start(policy, parts, sockets)
        try Reloader.start(policy, source.path, parts, sockets, admin, report: report)
        // Last of what may need root: addresses, files and the folder of the control socket.
        try becomeUser(policy)
        var threads = Slab<WorkerThread?>(limit: count) { _ in nil }
        for cabin in cabins {
            guard let slot = threads.take() else { break }
            threads[slot] = try WorkerThread(cabin)
        }
        if predecessor == nil {
            // Clients and probes can wait for DNS from now on; a predecessor would serve them.
            try sockets.start()
            admin?.tell(.accept)
        }
        guard try signals.settle(parts, as: predecessor) else {
            guard predecessor == nil else { throw .upgrade("told to end before it was ready") }
            return 0
        }
        if predecessor != nil { try sockets.start() }
        parts.tell(.accept, predecessor == nil ? nil : admin)
        predecessor?.tellReady()
        announce(policy, count)
        if predecessor == nil { parts.manager.ready("serving with \(workers(count))") }
        signals.supervise(parts, admin, sockets, after: predecessor, note: note)
        for index in 0..<count {
            guard let slot = threads.handle(at: index) else { continue }
            threads[slot].take()?.join()
        }
        parts.log?.stop()
        return parts.metrics[.requestsCut]
    }

    /// Loads the policy and the contract, or tells everything that is wrong with them.
    static func load(_ source: PolicySource) throws(StartFault) -> Policy {
        let (policy, findings) = PolicyLoader.load(source)
        guard let policy else { throw .policy(findings) }
        return policy
    }

    static func workerCount(_ policy: Policy) -> Int {
        policy.workers > 0 ? policy.workers : max(Thread.availableProcessors().count, 1)
    }

    /// So many workers, in words.
    package static func workers(_ count: Int) -> String {
        count == 1 ? "1 worker" : "\(count) workers"
    }

    private static func becomeUser(_ policy: Policy) throws(StartFault) {
        guard let uid = policy.uid else { return }
        do throws(Errno) {
            if case .file(let path) = policy.accessLog {
                try OutputFile.give(path, to: uid, group: policy.gid ?? uid)
            }
        } catch {
            throw .log(error)
        }
        do throws(Errno) {
            try ProcessLimits.becomeUser(uid, group: policy.gid ?? uid)
        } catch {
            throw .system("cannot become user \(uid)", error)
        }
    }
}

/// What the workers have in common: counters, the log's rings, their mailboxes, the first ticket
/// keys. None of it is reference-counted while requests are served.
final class CommonParts: Sendable {
    let metrics: Metrics
    let log: AccessLog?
    let mailboxes: [Mailbox<WorkerMessage>]
    let reloads: Mailbox<ReloadMessage>
    /// Where each worker leaves its number when it is done.
    let ended: Mailbox<Int>
    /// What the main thread tells the operator for the others.
    let notes: Mailbox<OperatorNote>
    let tickets: TicketKeyring
    let manager = ServiceManager()
    /// How long the process that an upgrade starts may take, by the policy in force.
    let upgradeStartMilliseconds: Atomic<Int>
    /// Another process has been started to replace this one: what is loaded now might be lost.
    let isUpgrading = Atomic(false)

    init(
        _ policy: Policy, workers: Int, version: String, after predecessor: Predecessor?
    ) throws(Gateway.StartFault) {
        upgradeStartMilliseconds = Atomic(policy.timeouts.upgradeStartMilliseconds)
        var clock = Clock()
        clock.refresh()
        metrics = Metrics(
            labels: Snapshot.labels(policy), workers: workers, version: version,
            startUnixSeconds: clock.unixSeconds)
        do throws(Errno) {
            var boxes: [Mailbox<WorkerMessage>] = []
            for _ in 0..<workers { boxes.append(try Mailbox(capacity: Bounds.mailboxMessagesMax)) }
            mailboxes = boxes
            reloads = try Mailbox(capacity: Bounds.reloadRequestsMax)
            ended = try Mailbox(capacity: workers)
            notes = try Mailbox(capacity: Bounds.mailboxMessagesMax)
            _ = try ProcessLimits.raiseDescriptors(
                to: workers * policy.bounds.socketsMax + 1_024)
        } catch {
            throw .system("cannot prepare the workers", error)
        }
        guard
            let tickets = TicketKeyring(policy, predecessor?.handover, now: clock.milliseconds)
        else { throw .upgrade("the ticket keys are not as this version writes them") }
        self.tickets = tickets
        log = try Self.openLog(policy, workers: workers, metrics: metrics, notes)
    }

    /// Ready means: every worker has reached Redis, and has had an answer to each upstream's name.
    var isSettled: Bool {
        metrics[.redisConnected] == mailboxes.count && metrics[.namesUnanswered] == 0
    }

    /// Names of upstreams without an address. Workers find them each for itself.
    var unresolvedNames: Int {
        (metrics[.namesUnresolved] + mailboxes.count - 1) / mailboxes.count
    }

    /// Tells every worker, and the admin thread.
    func tell(_ message: WorkerMessage, _ admin: AdminThread?) {
        for mailbox in mailboxes { _ = mailbox.post(message) }
        admin?.tell(message)
    }

    private static func openLog(
        _ policy: Policy, workers: Int, metrics: Metrics, _ notes: Mailbox<OperatorNote>
    ) throws(Gateway.StartFault) -> AccessLog? {
        let target: AccessLog.Target
        switch policy.accessLog {
        case .off: return nil
        case .standardOutput: target = .standardOutput
        case .file(let path): target = .file(path: path)
        }
        let log = AccessLog(workers: workers)
        do throws(Errno) {
            try log.start(target, metrics: metrics) { _ = notes.post(.accessLog($0)) }
        } catch {
            throw .log(error)
        }
        return log
    }
}

/// Where a worker lives from its making, on the main thread, to its end on its own.
final class WorkerCabin: Sendable {
    private let worker: Mutex<Worker>
    private let ended: Mailbox<Int>
    private let number: Int

    init(
        _ source: PolicySource, _ parts: CommonParts, _ sockets: ListeningSockets, number: Int
    ) throws(Gateway.StartFault) {
        let snapshot = try Snapshot(
            source, generation: 1, labels: parts.metrics.labels, ticketKeys: parts.tickets.keys)
        let own = try sockets.listeners(
            snapshot.policy, worker: number, of: parts.mailboxes.count)
        worker = Mutex(try Worker.make(snapshot, own, parts, number: number))
        ended = parts.ended
        self.number = number
    }

    /// Runs the worker on the calling thread. The lock is held for as long as it lives, and nobody
    /// else ever asks for it.
    func run() {
        worker.withLock { $0.run() }
        _ = ended.post(number)
    }
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
