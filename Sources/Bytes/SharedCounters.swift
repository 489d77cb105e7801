import Synchronization

/// A row of counters that one thread adds to and any thread reads, without locks. Reads may be a
/// moment old; no count is ever lost.
@safe
public final class SharedCounters: Sendable {
    // SAFETY: `cells` points at `count` initialised atomics that live as long as this object; every
    // access goes through their atomic operations, after a bounds check.
    nonisolated(unsafe) private let cells: UnsafeMutablePointer<Atomic<Int>>
    public let count: Int

    /// `count` counters, all 0.
    public init(count: Int) {
        self.count = count
        unsafe cells = .allocate(capacity: count)
        for index in 0..<count { unsafe (cells + index).initialize(to: Atomic(0)) }
    }

    deinit {
        unsafe cells.deinitialize(count: count)
        unsafe cells.deallocate()
    }

    /// Adds to a counter. Only its one writer calls this, so a load and a store are enough.
    public func add(_ amount: Int, to index: Int) {
        precondition(index >= 0 && index < count)
        let sum = unsafe cells[index].load(ordering: .relaxed) &+ amount
        unsafe cells[index].store(sum, ordering: .relaxed)
    }

    /// Sets a counter that is a gauge. Only its one writer calls this.
    public func set(_ value: Int, at index: Int) {
        precondition(index >= 0 && index < count)
        unsafe cells[index].store(value, ordering: .relaxed)
    }

    /// A counter's value.
    public subscript(_ index: Int) -> Int {
        precondition(index >= 0 && index < count)
        return unsafe cells[index].load(ordering: .relaxed)
    }
}
