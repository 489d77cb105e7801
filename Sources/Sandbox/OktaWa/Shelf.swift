import Bytes

/// A record of an organization.
protocol ShelfRecord {
    var id: String { get }
    /// What no two records of a kind have in common, besides the id.
    var key: String { get }
}

/// Records in the order in which they were made. Beyond `Bounds.sandboxRecordsMax` the oldest makes
/// room for the new one: a sandbox that runs for weeks must not refuse what the back end would
/// take.
struct Shelf<Record: ShelfRecord> {
    private var records: [Record] = []
    /// How many records were made before the one with that id, and before the one with that key.
    private var byID: [String: Int] = [:]
    private var byKey: [String: Int] = [:]
    /// How many records have gone.
    private var gone = 0

    /// How many records have ever been made.
    var made: Int { gone + records.count }

    var newestFirst: ReversedCollection<[Record]> { records.reversed() }

    subscript(id: String) -> Record? { byID[id].map { records[$0 - gone] } }

    subscript(key key: String) -> Record? { byKey[key].map { records[$0 - gone] } }

    /// Adds a record whose id and key are new.
    mutating func append(_ record: Record) {
        if records.count == Bounds.sandboxRecordsMax {
            let oldest = records.removeFirst()
            byID[oldest.id] = nil
            byKey[oldest.key] = nil
            gone += 1
        }
        byID[record.id] = made
        byKey[record.key] = made
        records.append(record)
    }

    /// Puts a record in the place of the one with its id, which has the same key.
    mutating func replace(_ record: Record) {
        guard let number = byID[record.id] else { return }
        records[number - gone] = record
    }
}
