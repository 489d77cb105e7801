import Bytes
import JSON

/// The members of an object as PHP keeps them: one for each name, at the place of the first, with
/// the value of the last. A stack, so that a list within a list can be walked.
struct MemberList: ~Copyable {
    /// Entries of the names; the value's entry is stored beside it.
    private(set) var names: [Int32] = []
    private(set) var values: [Int32] = []
    /// Open addressing over `names`: indexes plus one, 0 is free.
    private var table: [Int32] = []

    var count: Int { names.count }

    /// Appends the members of the object at `entry`; the caller truncates when done with them.
    mutating func collect(_ entry: Int, _ source: InputSource, _ view: borrowing InputView) {
        let entries = view.entries(source)
        let base = names.count
        let size = tableSize(Int(entries[entry].count))
        table.removeAll(keepingCapacity: true)
        for _ in 0..<size { table.append(0) }
        var cursor = entry + 1
        let end = Int(entries[entry].next)
        while cursor < end {
            add(cursor, base, source, view)
            cursor = Int(entries[cursor + 1].next)
        }
    }

    mutating func truncate(to count: Int) {
        names.removeLast(names.count - count)
        values.removeLast(values.count - count)
    }

    /// A power of two that leaves half of the table free.
    private func tableSize(_ members: Int) -> Int {
        var size = 8
        while size < members * 2 { size *= 2 }
        return size
    }

    private mutating func add(
        _ cursor: Int, _ base: Int, _ source: InputSource, _ view: borrowing InputView
    ) {
        let key = view.entries(source)[cursor]
        var slot = Int(truncatingIfNeeded: hash(key, source, view)) & (table.count - 1)
        while table[slot] != 0 {
            let index = base + Int(table[slot]) - 1
            if isSame(view.entries(source)[Int(names[index])], key, source, view) {
                values[index] = Int32(cursor + 1)
                return
            }
            slot = (slot + 1) & (table.count - 1)
        }
        names.append(Int32(cursor))
        values.append(Int32(cursor + 1))
        table[slot] = Int32(names.count - base)
    }

    /// FNV-1a over the name's scalars, so that an escaped spelling hashes like a plain one.
    private func hash(
        _ key: TapeEntry, _ source: InputSource, _ view: borrowing InputView
    ) -> UInt64 {
        let raw = view.raw(source, key)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index < raw.count {
            var value = UInt32(raw[index])
            var count = 1
            if key.isEscaped { (value, count) = JSONText.scalar(raw, at: index) }
            if value >= 0x80, !key.isEscaped {
                count = Swift.max(1, UTF8Text.sequenceLength(raw, at: index))
                value = UTF8Text.scalar(raw, at: index, count: count)
            }
            hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3
            index += count
        }
        return hash ^ hash >> 32
    }

    private func isSame(
        _ left: TapeEntry, _ right: TapeEntry, _ source: InputSource, _ view: borrowing InputView
    ) -> Bool {
        let first = view.raw(source, left)
        let second = view.raw(source, right)
        if !left.isEscaped, !right.isEscaped { return first.equals(second) }
        if !left.isEscaped { return JSONText.means(second, first) }
        if !right.isEscaped { return JSONText.means(first, second) }
        return meansSame(first, second)
    }

    private func meansSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        var index = 0
        var other = 0
        while index < left.count, other < right.count {
            let first = JSONText.scalar(left, at: index)
            let second = JSONText.scalar(right, at: other)
            guard first.value == second.value else { return false }
            index += first.count
            other += second.count
        }
        return index == left.count && other == right.count
    }
}
