import Synchronization

/// A row of counters that one thread adds to and any thread reads, without locks. Reads may be a
/// moment old; no count is ever lost. The row grows in pieces that never move, so that its writer
/// goes on while it does.
@safe
public final class SharedCounters: Sendable {
    private typealias Cells = UnsafeMutablePointer<Atomic<Int>>
    private static var pieceBits: Int { 12 }
    private static var pieceCells: Int { 1 << pieceBits }

    // SAFETY: `pieces` points at `pieceCount` initialised atomics, each nil or a pointer to
    // `pieceCells` initialised atomics that live as long as this object. A piece is stored once, by
    // the one thread that grows the row; every access goes through the atomic operations, after a
    // bounds check.
    nonisolated(unsafe) private let pieces: UnsafeMutablePointer<Atomic<Cells?>>
    private let pieceCount: Int

    /// `count` counters, all 0, with room for `most`.
    public init(count: Int, most: Int) {
        pieceCount = max(max(count, most) - 1, 0) / Self.pieceCells + 1
        unsafe pieces = .allocate(capacity: pieceCount)
        for index in 0..<pieceCount { unsafe (pieces + index).initialize(to: Atomic(nil)) }
        grow(to: count)
    }

    deinit {
        for index in 0..<pieceCount {
            guard let cells = unsafe pieces[index].load(ordering: .relaxed) else { continue }
            unsafe cells.deinitialize(count: Self.pieceCells)
            unsafe cells.deallocate()
        }
        unsafe pieces.deinitialize(count: pieceCount)
        unsafe pieces.deallocate()
    }

    /// Makes room for counters below `count`, 0 where they are new. Only one thread may grow a row,
    /// and it tells the writer of new counters afterwards.
    public func grow(to count: Int) {
        precondition(count <= pieceCount * Self.pieceCells)
        for index in 0..<pieceCount where index * Self.pieceCells < count {
            guard unsafe pieces[index].load(ordering: .relaxed) == nil else { continue }
            let cells = Cells.allocate(capacity: Self.pieceCells)
            for cell in 0..<Self.pieceCells { unsafe (cells + cell).initialize(to: Atomic(0)) }
            unsafe pieces[index].store(cells, ordering: .releasing)
        }
    }

    /// Adds to a counter. Only its one writer calls this, so a load and a store are enough.
    public func add(_ amount: Int, to index: Int) {
        let cell = unsafe cell(index)
        let sum = unsafe cell.pointee.load(ordering: .relaxed) &+ amount
        unsafe cell.pointee.store(sum, ordering: .relaxed)
    }

    /// Sets a counter that is a gauge. Only its one writer calls this.
    public func set(_ value: Int, at index: Int) {
        unsafe cell(index).pointee.store(value, ordering: .relaxed)
    }

    /// A counter's value.
    public subscript(_ index: Int) -> Int {
        unsafe cell(index).pointee.load(ordering: .relaxed)
    }

    @inline(__always)
    private func cell(_ index: Int) -> Cells {
        precondition(index >= 0 && index < pieceCount << Self.pieceBits)
        guard
            let cells = unsafe pieces[index >> Self.pieceBits].load(ordering: .acquiring)
        else { preconditionFailure("a counter that the row has not grown to") }
        return unsafe cells + (index & (Self.pieceCells - 1))
    }
}
