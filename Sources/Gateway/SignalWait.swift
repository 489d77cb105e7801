import Bytes
import Operations
import Policy
import Reactor
import Synchronization
import TLS

/// What the main thread does while the workers serve: it waits for signals, and starts and watches
/// the process that is to replace this one. Made before any thread, so that all of them leave the
/// signals to it.
struct SignalWait: ~Copyable {
    private var signals: SignalSource
    private var poller: Poller
    private var clock = Clock()

    private init(_ signals: consuming SignalSource, _ poller: consuming Poller) {
        self.signals = signals
        self.poller = poller
    }

    static func make() throws(Gateway.StartFault) -> SignalWait {
        do throws(Errno) {
            let signals = try SignalSource([.terminate, .interrupt, .reload, .user2, .child])
            var poller = try Poller(capacity: 1)
            try poller.addLevel(signals.raw, token: Token(kind: 0))
            return SignalWait(signals, poller)
        } catch {
            throw .system("cannot wait for signals", error)
        }
    }

    /// Serves until the last worker has ended: SIGTERM or SIGINT ends the gateway, SIGUSR2 replaces
    /// it, SIGHUP opens a rotated log again and has the policy read anew.
    mutating func supervise(
        _ parts: CommonParts, _ admin: AdminThread?, _ sockets: ListeningSockets,
        after predecessor: Predecessor?, note: (String) -> Void
    ) {
        var successor = Successor()
        try? poller.addLevel(parts.notes.raw, token: Token(kind: 0))
        let reason = awaitEnd(parts, sockets, &successor, after: predecessor, note: note)
        // While the old process watches, it goes on serving: this one speaks for nobody.
        let isWatched = reason == .stop && predecessor?.isWatching == true
        if reason == .stop { predecessor?.tellEnding() }
        _ = parts.reloads.post(.drain)
        // Before the workers' own: what they close then is closed for good.
        sockets.close()
        parts.tell(.drain(reason), nil)
        // Where another process serves, it alone answers for the gateway, whyever this one ends.
        admin?.tell(.drain(successor.readyID == nil && !isWatched ? reason : .replaced))
        if let id = successor.readyID {
            parts.manager.handOver(to: id)
        } else if !isWatched {
            parts.manager.stopping()
        }
        drain(parts, &successor, after: predecessor, note: note)
        successor.kill()
    }

    /// Waits until the gateway is to end, and says why.
    private mutating func awaitEnd(
        _ parts: CommonParts, _ sockets: ListeningSockets, _ successor: inout Successor,
        after predecessor: Predecessor?, note: (String) -> Void
    ) -> DrainReason {
        var isProved = predecessor == nil
        while true {
            clock.refresh()
            if !isProved { isProved = predecessor?.isWatching != true }
            // Both processes must go on with the same keys, whichever of them comes to serve.
            if isProved, !successor.isUnderWay, parts.tickets.rotate(now: clock.milliseconds) {
                parts.tell(.ticketKeys(parts.tickets.keys), nil)
            }
            watch(&successor, parts, note: note)
            if successor.readyID != nil { return .replaced }
            parts.isUpgrading.store(successor.isUnderWay, ordering: .relaxed)
            if successor.takeReload() { _ = parts.reloads.post(.request(nil)) }
            let rotation = parts.tickets.rotation
            var dueAt = successor.dueAt
            // Asked anew: the successor may have come to its end just now.
            if isProved, !successor.isUnderWay { dueAt = min(dueAt, rotation.dueAt) }
            if !isProved { dueAt = min(dueAt, clock.milliseconds + Bounds.settlePollMilliseconds) }
            switch next(until: dueAt) {
            case .terminate?, .interrupt?:
                successor.abandon(now: clock.milliseconds)
                return .stop
            case .reload?:
                parts.log?.reopen()
                if isProved { predecessor?.reopenLog() }
                if successor.isUnderWay {
                    successor.reload()
                } else {
                    _ = parts.reloads.post(.request(nil))
                }
            case .user2? where !isProved:
                note(
                    "SIGUSR2 is refused: the process before this one still serves beside it, and "
                        + "goes on if this one fails; send it again in a second")
            case .user2?:
                // Held until the process has its copies, whatever becomes of the listeners.
                let shared = sockets.items
                var handover = Handover()
                handover.items = shared.map(\.item)
                handover.processID = ProcessLimits.processID
                handover.isSettled = parts.isSettled
                handover.unresolvedNames = parts.unresolvedNames
                handover.ticketKeys = rotation.keys.bytes
                handover.rotationAt = rotation.dueAt
                let limit = parts.upgradeStartMilliseconds.load(ordering: .relaxed)
                note(successor.start(handover, within: limit, now: clock.milliseconds))
                _ = consume shared
                if let raw = successor.raw {
                    try? poller.setLevel(raw, token: Token(kind: 0), read: true, write: false)
                }
            case .user1?, .child?, nil: break
            }
        }
    }

    /// Waits until every worker has finished. What took over is left alone; SIGTERM shortens the
    /// time of a process that was replaced.
    private mutating func drain(
        _ parts: CommonParts, _ successor: inout Successor, after predecessor: Predecessor?,
        note: (String) -> Void
    ) {
        try? poller.addLevel(parts.ended.raw, token: Token(kind: 0))
        var batch: [Int] = []
        var count = 0
        while count < parts.mailboxes.count {
            clock.refresh()
            watch(&successor, parts, note: note)
            switch next(until: successor.dueAt) {
            case .terminate?, .interrupt?: parts.tell(.drain(.stop), nil)
            case .reload?:
                parts.log?.reopen()
                predecessor?.reopenLog()
            case .user2?: note("SIGUSR2 is ignored: this process is ending")
            case .user1?, .child?, nil: break
            }
            if parts.ended.take(into: &batch) { count += batch.count }
        }
    }

    /// Looks after the process that is to replace this one, and passes on what the workers say.
    private func watch(
        _ successor: inout Successor, _ parts: CommonParts, note: (String) -> Void
    ) {
        var batch: [OperatorNote] = []
        if parts.notes.take(into: &batch) { for one in batch { note(one.text) } }
        guard let text = successor.proceed(now: clock.milliseconds) else { return }
        note(text)
        if !successor.isUnderWay { parts.manager.status(text) }
    }

    /// The next signal; nil when something else happened, or the time has come.
    private mutating func next(until dueAt: Int) -> Signal? {
        if let signal = signals.next() { return signal }
        let wait = dueAt == .max ? -1 : max(dueAt - clock.milliseconds, 0)
        _ = try? poller.wait(timeoutMilliseconds: wait)
        return nil
    }

    /// Waits until this process is as ready as the one that it is to replace; where there is none,
    /// for DNS's first answers, or requests would meet upstreams without an address. False when it
    /// is told to end instead.
    mutating func settle(
        _ parts: CommonParts, as predecessor: Predecessor?
    ) throws(Gateway.StartFault) -> Bool {
        clock.refresh()
        let start = clock.milliseconds
        while true {
            clock.refresh()
            let time = clock.milliseconds - start
            if let handover = predecessor?.handover {
                if try isSettled(parts, as: handover, after: time) { return true }
            } else if parts.metrics[.namesUnanswered] == 0 || time > Bounds.unsettledMilliseconds {
                return true
            }
            switch next(until: clock.milliseconds + Bounds.settlePollMilliseconds) {
            case .terminate?, .interrupt?: return false
            case .reload?: _ = parts.reloads.post(.request(nil))
            case .user1?, .user2?, .child?, nil: break
            }
        }
    }

    /// Whether a process may take over after `time` milliseconds. It must not have fewer addresses
    /// than the old one, whose requests would then be refused by this one; what else the old one
    /// lacks, the new one may lack, too.
    private func isSettled(
        _ parts: CommonParts, as handover: Handover, after time: Int
    ) throws(Gateway.StartFault) -> Bool {
        let hasNames =
            parts.metrics[.namesUnanswered] == 0
            && parts.unresolvedNames <= handover.unresolvedNames
        if hasNames, parts.isSettled { return true }
        if hasNames, !handover.isSettled { return time > Bounds.unsettledMilliseconds }
        guard time > Bounds.settleMilliseconds else { return false }
        throw .upgrade(
            "not ready after \(time / 1_000) s, which the old process is: "
                + "\(parts.metrics[.redisConnected]) of \(parts.mailboxes.count) workers have "
                + "reached Redis, upstreams' names without an address: \(parts.unresolvedNames) "
                + "(\(handover.unresolvedNames) in the old process)")
    }
}
