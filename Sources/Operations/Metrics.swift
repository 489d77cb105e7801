import Bytes
import Synchronization

/// Every worker's counters, and where in a worker's row each of them stands. Each worker adds to a
/// row of its own through its `Recorder`; whoever asks for the exposition sums the rows.
package final class Metrics: Sendable {
    /// When the process began, in seconds since 1970.
    package let startUnixSeconds: Int
    /// The version that `bawaba_build_info` tells.
    package let version: String
    /// What became of reloads.
    package let reloads: ReloadRecord
    /// How near the process is to its memory ceiling.
    package let memory: MemoryRecord
    let rows: [SharedCounters]
    private let names: Mutex<Labels>

    /// Counters for `workers` workers, all 0.
    package init(labels: Labels, workers: Int, version: String, startUnixSeconds: Int) {
        names = Mutex(labels)
        self.version = version
        self.startUnixSeconds = startUnixSeconds
        reloads = ReloadRecord(unixSeconds: startUnixSeconds)
        memory = MemoryRecord(workers: workers)
        rows = (0...workers).map { _ in
            SharedCounters(count: labels.cellCount, most: Bounds.metricCellsMax)
        }
    }

    /// Names of routes, upstreams and targets, with those of the policy in force.
    package var labels: Labels { names.withLock { $0 } }

    /// Names that extend those until now: to be called by one thread, before a worker counts by
    /// them.
    package func adopt(_ labels: Labels) {
        for row in rows { row.grow(to: labels.cellCount) }
        names.withLock { $0 = labels }
    }

    /// The row behind the workers' rows: the log's thread counts in it.
    var controlRow: SharedCounters { rows[rows.count - 1] }

    /// The sum over all workers of one cell.
    func sum(_ cell: Int) -> Int {
        var total = 0
        for row in rows { total += row[cell] }
        return total
    }

    /// The sum over all workers of a counter.
    package subscript(_ counter: Counter) -> Int { sum(counter.rawValue) }

    /// The sum over all workers of failed handshakes of a kind.
    package subscript(_ failure: HandshakeFailure) -> Int {
        sum(MetricsLayout.failure(failure))
    }

    /// The sum over all workers of an upstream's counter.
    package subscript(_ counter: UpstreamCounter, upstream number: Int) -> Int {
        sum(labels.upstreamCell(number) + counter.rawValue)
    }
}

/// Where each metric stands in a worker's row of cells: general counters, stages, requests without
/// a route, and then what `Labels` has given to names. Some 70 cells a route, so that 10,000 routes
/// take 6 MB a worker.
enum MetricsLayout {
    /// Status classes 1xx to 5xx, and 0 for requests that got no status.
    static var statusClasses: Int { 6 }
    static var routeCells: Int { statusClasses + Decision.count + Histogram.cells }

    static func failure(_ failure: HandshakeFailure) -> Int { Counter.count + failure.rawValue }

    static func stage(_ stage: Stage) -> Int { firstStage + stage.rawValue * Histogram.cells }
    private static var firstStage: Int { Counter.count + HandshakeFailure.count }

    static var noRoute: Int { firstStage + Stage.count * Histogram.cells }
    /// The first cell that a name may have.
    static var firstFree: Int { noRoute + routeCells }

    // Within a route's cells.

    static func status(_ status: Int) -> Int { status < 600 ? status / 100 : 0 }
    static func decision(_ decision: Decision) -> Int { statusClasses + Int(decision.rawValue) }
    static var duration: Int { statusClasses + Decision.count }
}

/// Durations in buckets whose bounds double, from 32 µs to 33.6 s and beyond: finding the bucket
/// is counting leading zeros. The cells are the buckets, then the sum in nanoseconds.
enum Histogram {
    /// Bounded buckets; the next one has no bound.
    static let bounds = 21
    static let cells = bounds + 2
    static let sum = bounds + 1
    private static let smallestShift = 5

    /// The upper bound of a bucket, inclusive.
    static func boundMicroseconds(_ bucket: Int) -> Int { 1 << (bucket + smallestShift) }

    /// The bucket that a duration falls into.
    static func bucket(nanoseconds: Int) -> Int {
        let microseconds = (nanoseconds + 999) / 1000
        guard microseconds > boundMicroseconds(0) else { return 0 }
        let bits = Int.bitWidth - (microseconds - 1).leadingZeroBitCount
        return min(bits - smallestShift, bounds)
    }
}
