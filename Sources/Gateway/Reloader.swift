import Bytes
import Document
import Operations
import Policy
import Reactor
import Synchronization
import Upstream

/// What the reloading thread is told.
enum ReloadMessage: Sendable {
    /// Read the policy anew. The number names the connection of the control socket that waits to
    /// hear of it; a signal has none.
    case request(Int?)
    /// A worker has put a policy in place, unless it is about to end; how long that took it, and
    /// whether it cannot watch a new listener.
    case adopted(isTaken: Bool, nanoseconds: Int, Errno?)
    /// A worker has no more use for these.
    case retired(Rules)
    /// The gateway ends.
    case drain
}

/// What became of a reload.
package struct ReloadOutcome: Sendable {
    /// Whether the policy is in force; otherwise the one before still is.
    package let isTaken: Bool
    /// What the operator is told, findings included.
    package let lines: [String]
    /// Who of the control socket's connections waits for it.
    let requests: [Int]
}

/// Why a policy was not taken: what the operator is told.
struct ReloadRefusal: Error {
    let lines: [String]

    init(_ lines: [String]) { self.lines = lines }

    init(_ fault: Gateway.StartFault) {
        // What could be better stands in `bawaba check`.
        if case .policy(let findings) = fault {
            lines = findings.filter { $0.severity == .error }.map(\.text)
        } else {
            lines = [fault.description]
        }
    }
}

/// The thread that reads a policy anew, compiles it for each worker and hands it over. One reload
/// at a time: who asks meanwhile is answered by the next, which sees the files as they are then.
enum Reloader {
    static func start(
        _ policy: Policy, _ path: String, _ parts: CommonParts, _ sockets: ListeningSockets,
        _ admin: AdminThread?, report: @escaping @Sendable (ReloadOutcome) -> Void
    ) throws(Gateway.StartFault) {
        do throws(Errno) {
            let thread = try Thread.spawn(name: "reload") {
                guard let poller = try? Poller(capacity: 1) else { return }
                var desk = ReloadDesk(policy, path, parts, sockets, poller: poller)
                desk.run { outcome in
                    report(outcome)
                    admin?.tell(.reloaded(outcome))
                }
            }
            _ = consume thread
        } catch {
            throw .system("cannot start the reloading thread", error)
        }
    }
}

/// The reloading thread's own state.
private struct ReloadDesk: ~Copyable {
    private let path: String
    private let parts: CommonParts
    private let sockets: ListeningSockets
    private var poller: Poller
    private var policy: Policy
    private var generation = 1
    private var messages: [ReloadMessage] = []
    private var isWanted = false
    private var requests: [Int] = []
    private var isDraining = false
    /// Rules that no worker uses any more: freed here, where nobody waits.
    private var retired: [Rules] = []
    /// Workers that have yet to put the policy in place, and what the others have said.
    private var awaited = 0
    private var longestNanoseconds = 0
    private var fault: Errno?

    init(
        _ policy: Policy, _ path: String, _ parts: CommonParts, _ sockets: ListeningSockets,
        poller: consuming Poller
    ) {
        self.policy = policy
        self.path = path
        self.parts = parts
        self.sockets = sockets
        self.poller = poller
    }

    mutating func run(tell: (ReloadOutcome) -> Void) {
        try? poller.addLevel(parts.reloads.raw, token: Token(kind: 0))
        while true {
            // Their worker may have been about to let them go: it has by now.
            let isIdle = retired.isEmpty
            // One that was asked for during another one waits for nothing.
            let pause = isIdle ? nil : Bounds.retiredSweepMilliseconds
            collect(milliseconds: isWanted ? 0 : pause)
            if !isIdle { retired.removeAll() }
            if isWanted { tell(reload()) }
        }
    }

    /// Waits for messages and notes them.
    private mutating func collect(milliseconds: Int?) {
        _ = try? poller.wait(timeoutMilliseconds: milliseconds ?? -1)
        guard parts.reloads.take(into: &messages) else { return }
        for message in messages {
            switch message {
            case .request(let number):
                isWanted = true
                if let number { requests.append(number) }
            case .adopted(let isTaken, let nanoseconds, let fault):
                awaited -= 1
                if !isTaken { isDraining = true }
                longestNanoseconds = max(longestNanoseconds, nanoseconds)
                self.fault = self.fault ?? fault
            case .retired(let rules): retired.append(rules)
            case .drain: isDraining = true
            }
        }
        messages.removeAll(keepingCapacity: true)
    }

    private mutating func reload() -> ReloadOutcome {
        isWanted = false
        let asked = requests
        requests = []
        parts.manager.reloading()
        do throws(ReloadRefusal) {
            try take()
            let text = report()
            parts.manager.ready(text)
            return ReloadOutcome(isTaken: true, lines: [text], requests: asked)
        } catch {
            parts.metrics.reloads.noteRefused()
            parts.manager.ready("a reload was refused: \(error.lines.first ?? "")")
            return ReloadOutcome(isTaken: false, lines: error.lines, requests: asked)
        }
    }

    private func report() -> String {
        let microseconds = longestNanoseconds / 1_000
        let all = Gateway.workers(parts.mailboxes.count)
        var text = "policy \(generation) is in force on "
        text += awaited > 0 ? "\(parts.mailboxes.count - awaited) of \(all)" : all
        text += "; none of them paused for more than \(microseconds) µs"
        if awaited > 0 { text += "; the others are busy, and take it over when they can" }
        if let fault { text += "; a worker cannot watch a new listener: \(fault)" }
        return text
    }

    /// Loads the policy, and hands it over once nothing can go wrong any more.
    private mutating func take() throws(ReloadRefusal) {
        try refuseWhileBusy()
        let source = PolicySource.read(path)
        let next: Policy
        do throws(Gateway.StartFault) {
            next = try Gateway.load(source)
        } catch {
            throw ReloadRefusal(error)
        }
        let fixed = FixedKeys.changed(policy, next, workers: parts.mailboxes.count)
        guard fixed.isEmpty else {
            throw ReloadRefusal(
                fixed.map {
                    "\(path): error: `\($0)` cannot change while the gateway runs — put it back, "
                        + "or restart"
                })
        }
        guard
            let labels = parts.metrics.labels.extended(
                routes: RouteTable.names(next), upstreams: next.upstreams.map(\.name),
                targets: next.upstreams.map(\.targetNames))
        else {
            throw ReloadRefusal([
                "the policies since the start have too many names for the metrics; restart"
            ])
        }
        let found = try NewNames.resolve(next, inForce: policy)
        let deliveries = try compile(source, labels, found)
        let opened = try open(next)
        collect(milliseconds: 0)
        do throws(ReloadRefusal) {
            try refuseWhileBusy()
        } catch {
            close(next)
            throw error
        }
        parts.metrics.adopt(labels)
        // Before the workers let them go: what they close then is closed for good.
        let addresses = next.listeners.map(\.address)
        for item in policy.listeners where !addresses.contains(item.address) {
            sockets.close(item.address)
        }
        hand(deliveries, opened)
        if parts.tickets.adopt(next) {
            for mailbox in parts.mailboxes { _ = mailbox.post(.ticketKeys(parts.tickets.keys)) }
        }
        policy = next
        parts.upgradeStartMilliseconds.store(
            next.timeouts.upgradeStartMilliseconds, ordering: .relaxed)
        generation += 1
        _ = try? ProcessLimits.raiseDescriptors(
            to: parts.mailboxes.count * next.bounds.socketsMax + 1_024)
        try awaitWorkers()
        parts.metrics.reloads.noteTaken(
            generation: generation, unixSeconds: Clock().unixSeconds)
    }

    private func refuseWhileBusy() throws(ReloadRefusal) {
        if isDraining { throw ReloadRefusal(["the gateway is about to end"]) }
        if parts.isUpgrading.load(ordering: .relaxed) {
            throw ReloadRefusal([
                "an upgrade is under way: try again when the new process serves, or has failed"
            ])
        }
        if awaited > 0 {
            throw ReloadRefusal([
                "\(Gateway.workers(awaited)) must take the last policy over first; try again later"
            ])
        }
    }

    /// Each worker gets a copy of its own, so that no two share a reference count.
    private func compile(
        _ source: PolicySource, _ labels: Labels, _ found: [NewNames.Found]
    ) throws(ReloadRefusal) -> [Delivery] {
        var deliveries: [Delivery] = []
        for _ in parts.mailboxes {
            do throws(Gateway.StartFault) {
                deliveries.append(
                    Delivery(
                        try Snapshot(
                            source, generation: generation + 1, labels: labels,
                            ticketKeys: parts.tickets.keys, former: policy, found: found)))
            } catch {
                throw ReloadRefusal(error)
            }
        }
        return deliveries
    }

    /// Opens the listeners that are new: for each worker, its sockets in the policy's order.
    private func open(_ next: Policy) throws(ReloadRefusal) -> [[[ListeningSocket]]] {
        let known = policy.listeners.map(\.address)
        let count = parts.mailboxes.count
        var opened: [[[ListeningSocket]]] = []
        for number in 0..<count {
            do throws(Gateway.StartFault) {
                opened.append(
                    try sockets.listeners(next, besides: known, worker: number, of: count))
            } catch {
                close(next)
                throw ReloadRefusal(error)
            }
        }
        return opened
    }

    /// Lets the sockets go that were opened for a policy that is not taken.
    private func close(_ next: Policy) {
        let known = policy.listeners.map(\.address)
        for item in next.listeners where !known.contains(item.address) {
            sockets.close(item.address)
        }
    }

    private mutating func hand(_ deliveries: [Delivery], _ sockets: [[[ListeningSocket]]]) {
        longestNanoseconds = 0
        fault = nil
        for (number, delivery) in deliveries.enumerated()
        where parts.mailboxes[number].post(.adopt(delivery, sockets[number])) {
            awaited += 1
        }
    }

    private mutating func awaitWorkers() throws(ReloadRefusal) {
        let deadline = Clock().milliseconds + Bounds.reloadTakeoverMilliseconds
        while awaited > 0, !isDraining {
            let left = deadline - Clock().milliseconds
            guard left > 0 else { return }
            collect(milliseconds: left)
        }
        if isDraining { throw ReloadRefusal(["the gateway is about to end"]) }
    }
}
