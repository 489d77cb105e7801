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
    private var key: NameHashKey
    /// Places of the table that the last object's members looked at.
    private(set) var probes = 0

    init(key: NameHashKey = .random()) { self.key = key }

    var count: Int { names.count }

    /// Appends the members of the object at `entry`; the caller truncates when done with them.
    mutating func collect(_ entry: Int, _ source: InputSource, _ view: borrowing InputView) {
        let base = names.count
        // Half of the table is free, so that a member looks at two or three places. An object that
        // exceeds this many by far knows the key: it gets another.
        let probesMax = 16 * Int(view.entries(source)[entry].count) + 64
        while !fill(entry, base, probesMax, source, view) {
            truncate(to: base)
            key = .random()
        }
    }

    /// Whether the members of the object at `entry` found their places in time.
    private mutating func fill(
        _ entry: Int, _ base: Int, _ probesMax: Int, _ source: InputSource,
        _ view: borrowing InputView
    ) -> Bool {
        let entries = view.entries(source)
        let size = tableSize(Int(entries[entry].count))
        table.removeAll(keepingCapacity: true)
        for _ in 0..<size { table.append(0) }
        probes = 0
        var cursor = entry + 1
        let end = Int(entries[entry].next)
        while cursor < end {
            add(cursor, base, source, view)
            guard probes <= probesMax else { return false }
            cursor = Int(entries[cursor + 1].next)
        }
        return true
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
        probes += 1
        while table[slot] != 0 {
            let index = base + Int(table[slot]) - 1
            if isSame(view.entries(source)[Int(names[index])], key, source, view) {
                values[index] = Int32(cursor + 1)
                return
            }
            slot = (slot + 1) & (table.count - 1)
            probes += 1
        }
        names.append(Int32(cursor))
        values.append(Int32(cursor + 1))
        table[slot] = Int32(names.count - base)
    }

    private func hash(
        _ name: TapeEntry, _ source: InputSource, _ view: borrowing InputView
    ) -> UInt64 {
        let raw = view.raw(source, name)
        var hash = NameHash(key)
        var index = 0
        if !name.isEscaped {
            while index < raw.count {
                hash.add(raw[index])
                index += 1
            }
            return hash.finish()
        }
        while index < raw.count {
            let (value, count) = JSONText.scalar(raw, at: index)
            hash.add(scalar: value)
            index += count
        }
        return hash.finish()
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
