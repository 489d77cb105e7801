import Bytes

/// Goes through a table again and again, in parts: no turn has much to do, and what is asked for
/// each slot is spread over time.
struct SlotWalk {
    private var next = 0
    private var dueAt = 0
    /// The last part was the table's end.
    private(set) var isRound = false

    /// The part that is due now, and when the next one is, in milliseconds: so that each of the
    /// table's slots comes once in `period`, as far as turns can be a millisecond apart. A part is
    /// what a worker is willing to do in one turn.
    mutating func part(
        of slotCount: Int, in period: Int, now: Int
    ) -> (slots: Range<Int>, nextAt: Int) {
        let size = Bounds.slotsPerTurn
        let parts = max((slotCount + size - 1) / size, 1)
        if next >= slotCount { next = 0 }
        let slots = next..<min(next + size, slotCount)
        next = slots.upperBound
        isRound = next >= slotCount
        // What is late does not put off all that comes after it, nor comes all at once.
        dueAt = max(dueAt + max(period / parts, 1), now + 1)
        return (slots, dueAt)
    }

    /// Says when the first part is due, in milliseconds.
    mutating func begin(at moment: Int) { dueAt = moment }
}
