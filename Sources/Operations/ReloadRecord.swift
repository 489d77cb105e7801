import Synchronization

/// What became of reloads, and since when the policy in force is so: written by the thread that
/// reloads, read by whoever asks for metrics.
package final class ReloadRecord: Sendable {
    private let taken = Atomic(0)
    private let refused = Atomic(0)
    private let isLastTaken = Atomic(true)
    private let current = Atomic(1)
    private let since: Atomic<Int>

    /// The first policy is in force from the start on.
    init(unixSeconds: Int) { since = Atomic(unixSeconds) }

    /// A policy was taken over by every worker.
    package func noteTaken(generation: Int, unixSeconds: Int) {
        taken.add(1, ordering: .relaxed)
        current.store(generation, ordering: .relaxed)
        since.store(unixSeconds, ordering: .relaxed)
        isLastTaken.store(true, ordering: .relaxed)
    }

    /// A policy was refused, and the old one stays.
    package func noteRefused() {
        refused.add(1, ordering: .relaxed)
        isLastTaken.store(false, ordering: .relaxed)
    }

    /// Reloads that were taken, and refused.
    package var takenCount: Int { taken.load(ordering: .relaxed) }
    package var refusedCount: Int { refused.load(ordering: .relaxed) }
    /// Whether the last reload was taken; true before the first.
    package var wasLastTaken: Bool { isLastTaken.load(ordering: .relaxed) }
    /// The number of the policy in force: 1 at the start, and one more for each that is taken.
    package var generation: Int { current.load(ordering: .relaxed) }
    /// Since when it is in force, in seconds since 1970.
    package var sinceUnixSeconds: Int { since.load(ordering: .relaxed) }
}
