import Bytes
import Operations
import Reactor

/// What a worker knows of the process's memory, and what it is doing about it.
struct MemoryWatch: ~Copyable {
    /// What is done now: a copy of what all workers have found out, renewed with each look.
    var pressure = MemoryPressure.none
    /// Bytes that may wait for a slow receiver before reading from the sender stops.
    var relayBytesMax: Int {
        isRefusing ? Bounds.memoryRelayBytesMax : Bounds.relayBytesMax
    }
    /// When to look again, in milliseconds; never without a ceiling.
    var nextAt = Int.max
    /// Bytes of held bodies beyond which to look at once.
    var heldMax = Bounds.heldBytesMax
    /// When storage that is not in use was last given up, and idle connections were last closed, in
    /// milliseconds.
    var gaveBackAt = Int.min / 2
    var closedIdleAt = Int.min / 2
    /// When connections last gave up what was empty, in milliseconds.
    var emptiedAt = Int.min / 2
    /// When what holds the most was last paused or cut, and how much was resident then; nil while
    /// nothing is paused.
    var pausedAt: Int?
    var pausedResident = 0
    /// Whether nothing that holds anything is read.
    var isAllPaused = false
    /// What the operator has yet to be told.
    var untold: [OperatorNote] = []

    /// nil where the kernel does not tell.
    let resident: ResidentMemory?
    let record: MemoryRecord
    let notes: Mailbox<OperatorNote>
    /// Those of all workers, who are woken when there is something to do at once.
    let mailboxes: [Mailbox<WorkerMessage>]

    init(_ parts: CommonParts) {
        resident = try? ResidentMemory()
        record = parts.metrics.memory
        notes = parts.notes
        mailboxes = parts.mailboxes
    }

    /// Whether new connections are refused.
    var isRefusing: Bool { pressure.rawValue >= MemoryPressure.refusing.rawValue }
    /// Whether new requests are refused as well, on connections that stand. They are taken again
    /// sooner than connections: those who come anew are the more likely part of an attack, and
    /// would use up at once what has become free.
    var refusesRequests = false

    /// Bytes that are resident.
    var residentBytes: Int? {
        switch resident {
        case .some(let resident): resident.bytes
        case nil: nil
        }
    }
}
