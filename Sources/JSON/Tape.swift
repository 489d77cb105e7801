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

    /// Bytes that the tape has taken, for entries that there are or were.
    package var storageBytes: Int {
        entries.capacity * MemoryLayout<TapeEntry>.stride
            + open.capacity * MemoryLayout<UInt32>.stride
    }

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
        if text.count > Bounds.jsonGrowthBytesMax {
            // Room for as many values as there can be, of which only those that come take memory:
            // a tape that grows is copied, and in memory twice.
            entries.reserveCapacity(text.count / 2 + Bounds.jsonDepthMax)
        }
        do {
            try scan(text)
        } catch {
            removeAll()
            throw error
        }
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
