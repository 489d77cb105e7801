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
            case .drain: drain()
            case .ticketKeys(let keys):
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
    private mutating func drain() {
        guard !isDraining else { return }
        isDraining = true
        for index in 0..<listeners.slotCount {
            guard let slot = listeners.handle(at: index) else { continue }
            acceptAll(index)
            // The slot stays: connections that are still on their way to TLS need its context.
            listeners[slot].listener = nil
        }
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index) else { continue }
            if downstreams[handle].stage == .session { drainSession(handle) }
            if downstreams[handle].exchange.isNone, downstreams[handle].stage == .head,
                !downstreams[handle].isStalled
            {
                downstreams[handle].isResting = true
                setTimer(handle, idleMilliseconds(atMost: .max))
            }
        }
        for index in upstreams.indices { closeIdleLinks(index) }
        timers.schedule(
            TimerID.worker(.drain),
            atMilliseconds: clock.milliseconds + rules.timeouts.drainMilliseconds)
        endIfDrained()
    }

    /// The drain's time is over: what is left is cut.
    mutating func finishDraining() {
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
