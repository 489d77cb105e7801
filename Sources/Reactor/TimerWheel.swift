/// Deadlines in milliseconds for small integer ids, one per id: hierarchical timing wheels
/// (Varghese and Lauck, SOSP 1987, scheme 7) of 64 slots, exact to the millisecond.
///
/// Scheduling and cancelling are O(1), and allocate only when an id is larger than any before. To
/// move a deadline into the future or to cancel it, as every request does with its connection's
/// timers, is a single store: the entry stays where it is and is put right when its slot comes up.
package struct TimerWheel: ~Copyable {
    // An entry in level L shares with `elapsed` all 6-bit digits above L, and its digit L is larger
    // (in level 0: not smaller). So the first slot in use of the lowest level in use is the
    // earliest.
    private static var levels: Int { 7 }
    private static var pending: Int { levels * 64 }
    /// The latest moment that seven digits of 6 bits can tell: 139 years.
    private static var latest: Int { 1 << 42 - 1 }
    private static var none: UInt32 { .max }

    private struct Entry {
        /// When the id is due; `Int.max` when it is not scheduled.
        var deadline = Int.max
        /// The moment whose slot the entry is in; not later than `deadline`.
        var placed = 0
        var next = TimerWheel.none
        var previous = TimerWheel.none
        /// The list that the entry is in; -1 when in none.
        var list: Int32 = -1
    }

    private var entries: [Entry] = []
    /// First entry of each slot's list, and of the list of entries whose slot has come up.
    private var heads: [UInt32]
    private var occupied: InlineArray<7, UInt64> = .init(repeating: 0)
    private var elapsed: Int

    /// An empty wheel at a moment that no later argument may precede by much: earlier deadlines are
    /// due at once.
    package init(nowMilliseconds: Int) {
        heads = Array(repeating: Self.none, count: Self.pending + 1)
        elapsed = max(0, nowMilliseconds)
    }

    /// Makes room for ids below `count`, so that scheduling them never allocates.
    package mutating func reserve(_ count: Int) {
        while entries.count < count { entries.append(Entry()) }
    }

    /// Schedules an id, in place of its earlier deadline if it had one.
    package mutating func schedule(_ id: UInt32, atMilliseconds deadline: Int) {
        let index = Int(id)
        if index >= entries.count { reserve(index + 64) }
        let deadline = min(deadline, Self.latest)
        entries[index].deadline = deadline
        if entries[index].list >= 0 {
            if deadline >= entries[index].placed { return }
            unlink(id)
        }
        link(id)
    }

    /// Forgets an id's deadline, if it has one.
    package mutating func cancel(_ id: UInt32) {
        if Int(id) < entries.count { entries[Int(id)].deadline = .max }
    }

    /// When an id is due, nil when it is not scheduled.
    package func deadline(of id: UInt32) -> Int? {
        guard Int(id) < entries.count, entries[Int(id)].deadline != .max else { return nil }
        return entries[Int(id)].deadline
    }

    /// A moment by which `expire` should be called, never later than the earliest deadline. It may
    /// be earlier: then `expire` puts entries right and returns nil.
    package var nextDeadlineMilliseconds: Int? {
        if heads[Self.pending] != Self.none { return elapsed }
        return earliestSlot().map { $0.start }
    }

    /// How long a poller may wait: 0 when something is due, -1 (no end) when nothing is scheduled.
    package func timeoutMilliseconds(now: Int) -> Int {
        guard let next = nextDeadlineMilliseconds else { return -1 }
        return max(0, next - now)
    }

    /// Takes one id whose deadline is `now` or earlier; nil when there is none left. Call it until
    /// it returns nil. An id that is scheduled meanwhile for `now` or earlier is returned as well.
    package mutating func expire(now: Int) -> UInt32? {
        while true {
            while heads[Self.pending] != Self.none {
                let id = heads[Self.pending]
                unlink(id)
                let deadline = entries[Int(id)].deadline
                if deadline <= now {
                    entries[Int(id)].deadline = .max
                    return id
                }
                if deadline != .max { link(id) }
            }
            guard let slot = earliestSlot(), slot.start <= now else {
                elapsed = max(elapsed, min(now, Self.latest))
                return nil
            }
            elapsed = slot.start
            raise(slot.list)
        }
    }

    private func earliestSlot() -> (list: Int, start: Int)? {
        for level in 0..<Self.levels where occupied[level] != 0 {
            let digit = occupied[level].trailingZeroBitCount
            let above = elapsed & ~((64 << (level * 6)) - 1)
            return (level * 64 + digit, above | (digit << (level * 6)))
        }
        return nil
    }

    /// Moves a slot's whole list to `pending`.
    private mutating func raise(_ list: Int) {
        let head = heads[list]
        heads[list] = Self.none
        occupied[list / 64] &= ~(1 << UInt64(list % 64))
        heads[Self.pending] = head
        var id = head
        while id != Self.none {
            entries[Int(id)].list = Int32(Self.pending)
            id = entries[Int(id)].next
        }
    }

    /// Puts an entry that is in no list into the slot of its deadline.
    private mutating func link(_ id: UInt32) {
        let moment = max(entries[Int(id)].deadline, elapsed)
        let differing = UInt64(moment ^ elapsed) | 1
        let level = (63 - differing.leadingZeroBitCount) / 6
        let digit = moment >> (level * 6) & 63
        let list = level * 64 + digit
        let head = heads[list]
        entries[Int(id)].placed = moment
        entries[Int(id)].list = Int32(list)
        entries[Int(id)].previous = Self.none
        entries[Int(id)].next = head
        if head != Self.none { entries[Int(head)].previous = id }
        heads[list] = id
        occupied[level] |= 1 << UInt64(digit)
    }

    private mutating func unlink(_ id: UInt32) {
        let entry = entries[Int(id)]
        let list = Int(entry.list)
        if entry.previous == Self.none {
            heads[list] = entry.next
        } else {
            entries[Int(entry.previous)].next = entry.next
        }
        if entry.next != Self.none { entries[Int(entry.next)].previous = entry.previous }
        if heads[list] == Self.none, list != Self.pending {
            occupied[list / 64] &= ~(1 << UInt64(list % 64))
        }
        entries[Int(id)].list = -1
    }
}
