import Bytes
import Policy
import Synchronization
import TLS

/// The keys of session tickets in force. The control threads share them: one rotates them, one
/// reads the policy's file anew.
final class TicketKeyring: Sendable {
    private struct State {
        var rotation: TicketRotation
        /// Those of the policy's file, which other gateways share: they are not rotated here.
        var shared: TicketKeys?
    }

    private let state: Mutex<State>

    /// The policy's keys, those that were handed over, or new ones; nil where what was handed over
    /// is none.
    init?(_ policy: Policy, _ handover: Handover?, now: Int) {
        guard let rotation = TicketRotation(handover, now: now) else { return nil }
        state = Mutex(State(rotation: rotation, shared: TicketKeys(policy)))
    }

    var keys: TicketKeys { state.withLock { $0.shared ?? $0.rotation.keys } }

    /// Our own keys, for a successor, and when they are next made anew.
    var rotation: TicketRotation { state.withLock { $0.rotation } }

    /// Makes our own keys anew when their time has come; true when other keys are in force then.
    func rotate(now: Int) -> Bool {
        state.withLock { state in
            guard now >= state.rotation.dueAt else { return false }
            state.rotation.rotate(now: now)
            return state.shared == nil
        }
    }

    /// Takes what another policy says; true when other keys may be in force now.
    func adopt(_ policy: Policy) -> Bool {
        let shared = TicketKeys(policy)
        return state.withLock { state in
            defer { state.shared = shared }
            return shared != nil || state.shared != nil
        }
    }
}

/// The keys of session tickets, and when they are next made anew. An upgrade leaves both as they
/// are: upgrades that follow each other must not put the new keys off for ever.
struct TicketRotation {
    private(set) var keys: TicketKeys
    /// CLOCK_MONOTONIC's milliseconds.
    private(set) var dueAt: Int

    private static var interval: Int { Bounds.ticketLifetimeSeconds * 1_000 }

    /// New keys, or those that were handed over; nil where these are none.
    init?(_ handover: Handover?, now: Int) {
        dueAt = now + Self.interval
        guard let handover else {
            keys = .generate()
            return
        }
        guard let keys = TicketKeys(bytes: handover.ticketKeys.span) else { return nil }
        self.keys = keys
        dueAt = min(dueAt, max(handover.rotationAt, now))
    }

    mutating func rotate(now: Int) {
        keys = keys.rotated()
        dueAt = now + Self.interval
    }
}
