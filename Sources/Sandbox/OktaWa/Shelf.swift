import Bytes

/// Records in the order in which they were made. Beyond `Bounds.sandboxRecordsMax` the oldest makes
/// room for the new one: a sandbox that runs for weeks must not refuse what the back end would take.
struct Shelf<Record: Identifiable> where Record.ID == String {
    private var records: [Record] = []
    /// How many records were made before the one with that id.
    private var numbers: [String: Int] = [:]
    /// How many records have gone.
    private var gone = 0

    /// How many records have ever been made.
    var made: Int { gone + records.count }

    var newestFirst: ReversedCollection<[Record]> { records.reversed() }

    subscript(id: String) -> Record? { numbers[id].map { records[$0 - gone] } }

    /// Adds a record whose id is new.
    mutating func append(_ record: Record) {
        if records.count == Bounds.sandboxRecordsMax {
            numbers[records.removeFirst().id] = nil
            gone += 1
        }
        numbers[record.id] = made
        records.append(record)
    }

    /// Puts a record in the place of the one with its id.
    mutating func replace(_ record: Record) {
        guard let number = numbers[record.id] else { return }
        records[number - gone] = record
    }
}
