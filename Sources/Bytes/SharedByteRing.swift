import Synchronization

/// A bounded queue of bytes between one thread that writes and one that reads, without locks: the
/// writer never waits, it is told that there is no room.
@safe
public final class SharedByteRing: Sendable {
    // SAFETY: `base` points at `capacity` bytes, all initialised, that live as long as this object.
    // The writer touches only tail..<head + capacity, the reader only head..<tail; each publishes
    // its own position with a releasing store that the other acquires, so no byte has two users.
    nonisolated(unsafe) private let base: UnsafeMutablePointer<UInt8>
    /// Bytes read since the beginning. Only the reader stores it.
    private let head = Atomic<Int>(0)
    /// Bytes written since the beginning. Only the writer stores it. On the same cache line as
    /// `head`: the reader comes by every few milliseconds, so there is nothing to contend for.
    private let tail = Atomic<Int>(0)
    public let capacity: Int

    /// A ring of `capacity` bytes, which must be a power of two.
    public init(capacity: Int) {
        precondition(capacity > 0 && capacity & (capacity - 1) == 0)
        self.capacity = capacity
        unsafe base = .allocate(capacity: capacity)
        unsafe base.initialize(repeating: 0, count: capacity)
    }

    deinit { unsafe base.deallocate() }

    /// Bytes that wait for the reader; a moment old for any other thread.
    public var count: Int { tail.load(ordering: .acquiring) - head.load(ordering: .acquiring) }

    /// Appends all of `bytes`, or nothing and false when they do not fit. Only the writer's thread
    /// calls this.
    public func write(_ bytes: Span<UInt8>) -> Bool {
        let end = tail.load(ordering: .relaxed)
        let free = capacity - (end - head.load(ordering: .acquiring))
        guard bytes.count <= free else { return false }
        let start = end & (capacity - 1)
        let first = min(bytes.count, capacity - start)
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            // SAFETY: start + first <= capacity, the rest goes to the front; both runs are free.
            unsafe (base + start).update(from: from, count: first)
            unsafe base.update(from: from + first, count: source.count - first)
        }
        tail.store(end + bytes.count, ordering: .releasing)
        return true
    }

    /// Moves at most `limit` waiting bytes to the end of `buffer` and says how many. Only the
    /// reader's thread calls this.
    public func read(into buffer: inout ByteBuffer, atMost limit: Int) -> Int {
        let begin = head.load(ordering: .relaxed)
        let count = min(limit, tail.load(ordering: .acquiring) - begin)
        let start = begin & (capacity - 1)
        let first = min(count, capacity - start)
        // SAFETY: begin..<begin + count was written and is not written again before `head` moves.
        unsafe buffer.append(UnsafeBufferPointer(start: base + start, count: first).span)
        unsafe buffer.append(UnsafeBufferPointer(start: base, count: count - first).span)
        head.store(begin + count, ordering: .releasing)
        return count
    }
}
