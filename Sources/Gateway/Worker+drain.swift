import Bytes
import Operations
import Policy
import Reactor
import TLS
import Upstream

/// Messages from other threads, and the orderly end.
extension Worker {
    mutating func readMailbox() {
        guard mailbox.take(into: &messages) else { return }
        for message in messages {
            switch message {
            case .accept: resumeAccepting()
            case .drain(let reason): drain(reason)
            case .adopt(let delivery, let sockets): adopt(delivery, sockets)
            case .lookAtMemory: lookAtMemory()
            case .reloaded: break
            case .ticketKeys(let keys):
                ticketKeys = keys
                for index in 0..<listeners.slotCount {
                    guard let slot = listeners.handle(at: index) else { continue }
                    listeners[slot].tls?.ticketKeys = keys
                }
            }
        }
        messages.removeAll(keepingCapacity: true)
    }

    /// Stops accepting and lets what is in flight finish. Every connection that has been accepted
    /// by the kernel is taken first; an idle one may still bring a request for a moment, because a
    /// client that is just sending it must not find the door shut. Each answer says `Connection:
    /// close`.
    ///
    /// Where another process has taken over nobody waits for the end: idle connections have their
    /// usual time, and all the rest `timeouts.upgrade_drain`.
    private mutating func drain(_ reason: DrainReason) {
        guard !isDraining else { return hasten(reason) }
        isDraining = true
        isReplaced = reason == .replaced
        // The slots stay: connections that are still on their way to TLS need their contexts.
        for index in 0..<listeners.slotCount { stopAccepting(index) }
        for index in 0..<downstreams.slotCount {
            if let handle = downstreams.handle(at: index) { announceEnd(handle, idleAtMost: .max) }
        }
        for index in upstreams.indices { closeIdleLinks(index) }
        let limit = rules.timeouts
        drainEndsAt =
            clock.milliseconds
            + (isReplaced ? limit.upgradeDrainMilliseconds : limit.drainMilliseconds)
        timers.schedule(TimerID.worker(.drain), atMilliseconds: drainEndsAt)
        // One of those that were still accepted may have come and gone before the others.
        isFinished = false
        endIfDrained()
    }

    /// The process was replaced, and now it is told to end: somebody waits after all.
    private mutating func hasten(_ reason: DrainReason) {
        guard isReplaced, reason == .stop else { return }
        isReplaced = false
        for index in 0..<downstreams.slotCount {
            if let handle = downstreams.handle(at: index) { announceEnd(handle, idleAtMost: .max) }
        }
        drainEndsAt = min(drainEndsAt, clock.milliseconds + rules.timeouts.drainMilliseconds)
        if !isClosing { timers.schedule(TimerID.worker(.drain), atMilliseconds: drainEndsAt) }
    }

    /// Tells a connection that it ends soon, as far as it can be told. An idle one may still bring
    /// a request for a moment.
    mutating func announceEnd(_ handle: Handle, idleAtMost limit: Int) {
        if downstreams[handle].stage == .session { drainSession(handle) }
        if downstreams[handle].exchange.isNone, downstreams[handle].stage == .head,
            !downstreams[handle].isStalled
        {
            downstreams[handle].isResting = true
            setTimer(handle, idleMilliseconds(atMost: limit))
        }
    }

    /// The drain's time is over: what is left is cut.
    mutating func finishDraining() {
        closingDecision = .drainOver
        for index in 0..<downstreams.slotCount {
            if let handle = downstreams.handle(at: index) { closeDownstream(handle) }
        }
        if hasWithdrawals || tellLastUses(), !isClosing {
            // Tokens that nobody was given, and uses that nobody was told of: Redis gets one more
            // time limit to take them.
            isClosing = true
            timers.schedule(
                TimerID.worker(.drain),
                atMilliseconds: clock.milliseconds + rules.policy.redis.timeoutMilliseconds)
        } else {
            isFinished = true
        }
    }

    mutating func endIfDrained() {
        guard isDraining, downstreams.count == 0, !hasWithdrawals, !tellLastUses() else { return }
        isFinished = true
    }
}
