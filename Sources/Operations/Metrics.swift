import Bytes

/// Every worker's counters, and where in a worker's row each of them stands. Each worker adds to a
/// row of its own through its `Recorder`; whoever asks for the exposition sums the rows.
package final class Metrics: Sendable {
    /// Names of routes and upstreams.
    package let labels: Labels
    /// When the process began, in seconds since 1970.
    package let startUnixSeconds: Int
    /// The version that `bawaba_build_info` tells.
    package let version: String
    let rows: [SharedCounters]

    /// Counters for `workers` workers, all 0.
    package init(labels: Labels, workers: Int, version: String, startUnixSeconds: Int) {
        self.labels = labels
        self.version = version
        self.startUnixSeconds = startUnixSeconds
        let cells = MetricsLayout(labels).count
        rows = (0...workers).map { _ in SharedCounters(count: cells) }
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
        sum(MetricsLayout(labels).failure(failure))
    }

    /// The sum over all workers of an upstream's counter.
    package subscript(_ counter: UpstreamCounter, upstream upstream: Int) -> Int {
        sum(MetricsLayout(labels).upstream(upstream) + counter.rawValue)
    }
}

/// Where each metric stands in a worker's row of cells: general counters, upstreams, their targets,
/// stages, then routes. Some 70 cells a route, so that 10,000 routes take 6 MB a worker.
struct MetricsLayout: Sendable {
    /// Status classes 1xx to 5xx, and 0 for requests that got no status.
    static let statusClasses = 6
    static let routeCells = statusClasses + Decision.count + Histogram.cells

    private let upstreamCount: Int
    private let targetCount: Int
    private let routeCount: Int

    init(_ labels: Labels) {
        upstreamCount = labels.upstreamCount
        targetCount = labels.targetCount
        routeCount = labels.routeCount
    }

    var count: Int { route(routeCount) }

    func failure(_ failure: HandshakeFailure) -> Int { Counter.count + failure.rawValue }

    func upstream(_ index: Int) -> Int {
        Counter.count + HandshakeFailure.count + index * UpstreamCounter.count
    }

    /// Whether a target is up; `number` counts all upstreams' targets.
    func target(_ number: Int) -> Int { upstream(upstreamCount) + number }

    func stage(_ stage: Stage) -> Int { target(targetCount) + stage.rawValue * Histogram.cells }

    /// The first cell of a route; -1 stands for no route.
    func route(_ index: Int) -> Int {
        target(targetCount) + Stage.count * Histogram.cells + (index + 1) * Self.routeCells
    }

    func status(_ status: Int, route index: Int) -> Int {
        route(index) + (status < 600 ? status / 100 : 0)
    }

    func decision(_ decision: Decision, route index: Int) -> Int {
        route(index) + Self.statusClasses + Int(decision.rawValue)
    }

    func duration(route index: Int) -> Int { route(index) + Self.statusClasses + Decision.count }
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
