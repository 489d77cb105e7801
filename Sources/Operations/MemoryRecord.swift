import Bytes
import Synchronization

/// How the process stands with its memory ceiling: each worker looks for itself, and all of them
/// act on what one of them has found.
package final class MemoryRecord: Sendable {
    private let level = Atomic(0)
    private let ceiling = Atomic(0)
    private let calmSince = Atomic(Int.max)
    private let trimmedAt = Atomic(Int.min / 2)
    private let hasComplained = Atomic(false)
    /// What the connections of each worker hold, as far as it has counted.
    private let held: SharedCounters
    private let workers: Int

    init(workers: Int) {
        self.workers = workers
        held = SharedCounters(count: workers, most: workers)
    }

    /// What is being done now.
    package var pressure: MemoryPressure {
        MemoryPressure(rawValue: level.load(ordering: .relaxed)) ?? .none
    }

    /// The ceiling in bytes, 0 for none.
    package var ceilingBytes: Int { ceiling.load(ordering: .relaxed) }

    /// Decides what to do now that so much is resident.
    ///
    /// - Returns: what was done before and what is now, when this call has changed it, so that one
    ///   of the workers tells of it.
    package func note(
        _ resident: Int, of limit: MemoryCeiling, now milliseconds: Int
    ) -> (before: MemoryPressure, after: MemoryPressure)? {
        ceiling.store(limit.bytes, ordering: .relaxed)
        let before = pressure
        let isCalm = resident < limit.start(of: before)
        let since = isCalm ? min(calmSince.load(ordering: .relaxed), milliseconds) : .max
        calmSince.store(since, ordering: .relaxed)
        let after = limit.next(
            after: before, resident: resident,
            calmMilliseconds: isCalm ? milliseconds - since : 0)
        guard after != before else { return nil }
        let result = level.compareExchange(
            expected: before.rawValue, desired: after.rawValue, ordering: .relaxed)
        guard result.exchanged else { return nil }
        // Each measure's own time counts.
        calmSince.store(.max, ordering: .relaxed)
        return (before, after)
    }

    /// There is no ceiling any more, whatever another worker is about to note.
    ///
    /// - Returns: what was done until now; nil when that was nothing.
    package func forget() -> MemoryPressure? {
        ceiling.store(0, ordering: .relaxed)
        let before = level.exchange(MemoryPressure.none.rawValue, ordering: .relaxed)
        calmSince.store(.max, ordering: .relaxed)
        return before == MemoryPressure.none.rawValue ? nil : MemoryPressure(rawValue: before)
    }

    /// Whether it is to be said now that nobody can tell what is resident: once, by one worker.
    package func beginComplaint() -> Bool {
        !hasComplained.exchange(true, ordering: .relaxed)
    }

    /// Whether free memory is to be given back to the kernel now, where the last time was so long
    /// ago: one worker does it for all.
    package func beginTrim(
        now milliseconds: Int, after pause: Int = Bounds.memoryTrimMilliseconds
    ) -> Bool {
        let last = trimmedAt.load(ordering: .relaxed)
        guard milliseconds - last >= pause else { return false }
        return trimmedAt.compareExchange(
            expected: last, desired: milliseconds, ordering: .relaxed
        ).exchanged
    }

    /// Says what a worker's connections hold, in bytes.
    ///
    /// - Returns: what those of all workers hold.
    package func hold(_ bytes: Int, worker: Int) -> Int {
        held.set(bytes, at: worker)
        var sum = 0
        for index in 0..<workers { sum += held[index] }
        return sum
    }
}
