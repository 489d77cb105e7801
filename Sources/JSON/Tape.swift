package import Bytes

/// A JSON text as a flat list of entries that say where each value stands, in the order of the
/// text.
///
/// Nothing is copied and nothing is decoded: the ranges are of the text that was parsed, which the
/// caller keeps. Storage is reused from text to text, so parsing allocates nothing once it has
/// grown. An object's members are entries in pairs: a `key`, then its value. Duplicate names are
/// all kept.
package struct Tape: ~Copyable {
    package internal(set) var entries: [TapeEntry] = []
    /// Indexes of the containers that are open while a text is parsed or a tape is written.
    var open: [UInt32] = []

    package init() {}

    /// Whether there is a value. There is none before the first parse and after a failed one.
    package var isEmpty: Bool { entries.isEmpty }

    /// Drops all entries and keeps the storage.
    package mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
    }

    /// The entry at `index`; 0 is the text's own value.
    @inline(__always)
    package subscript(index: Int) -> TapeEntry { entries[index] }

    /// Parses `text`, which must be one value with nothing but blanks around it. The tape is empty
    /// when this throws.
    package mutating func parse(_ text: Span<UInt8>) throws(JSONFault) {
        removeAll()
        guard text.count < Int(UInt32.max) else { throw .tooLarge }
        do {
            try scan(text)
        } catch {
            removeAll()
            throw error
        }
    }

    /// The index of the value of the last member of that name in the object at `index`: duplicates
    /// are read as PHP and most others do. Names with escapes are compared by what they mean.
    package func member(_ name: Span<UInt8>, of index: Int, in text: Span<UInt8>) -> Int? {
        guard index < entries.count, entries[index].kind == .object else { return nil }
        var found: Int?
        var cursor = index + 1
        let end = Int(entries[index].next)
        while cursor < end {
            if isKey(cursor, name, in: text) { found = cursor + 1 }
            cursor = Int(entries[cursor + 1].next)
        }
        return found
    }

    /// Whether the name or string at `index` means `name`.
    @inline(__always)
    package func isKey(_ index: Int, _ name: Span<UInt8>, in text: Span<UInt8>) -> Bool {
        let entry = entries[index]
        let start = Int(entry.start)
        let raw = text.extracting(start..<start + Int(entry.count))
        return entry.isEscaped ? JSONText.means(raw, name) : raw.equals(name)
    }

    // MARK: Writing a tape by hand

    /// Appends a scalar or a name whose text stands at `range` of whatever text the caller keeps.
    package mutating func append(_ kind: JSONKind, _ range: ByteRange) {
        entries.append(
            TapeEntry(
                kind, start: range.lowerBound, count: Int(range.count), next: entries.count + 1))
    }

    /// Opens an array or an object; `end()` closes it.
    package mutating func begin(_ kind: JSONKind) {
        open.append(UInt32(entries.count))
        entries.append(TapeEntry(kind, start: 0, count: 0, next: 0))
    }

    /// Closes what `begin` opened last, `count` elements or members long.
    package mutating func end(count: Int) {
        guard let index = open.popLast() else { return }
        entries[Int(index)].count = UInt32(count)
        entries[Int(index)].next = UInt32(entries.count)
    }
}
