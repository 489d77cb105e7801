public import Bytes

/// A worker's side of metrics and access log: adds to its own row and writes to its own ring. What
/// it does for a request takes no lock and no memory, and never waits.
@usableFromInline package struct Recorder: ~Copyable {
    @usableFromInline var labels: Labels
    @usableFromInline let row: SharedCounters
    private let ring: SharedByteRing?
    private var line = ByteBuffer()
    private var stamp = SecondStamp()
    /// The second in which handshakes were last logged, and how many were in it.
    private var loggedSecond = 0
    private var loggedHandshakes = 0

    /// The recorder of worker `worker`; without `log` it only counts.
    package init(metrics: Metrics, worker: Int, log: AccessLog?) {
        labels = metrics.labels
        row = metrics.rows[worker]
        ring = log?.rings[worker]
    }

    /// Adds to a counter.
    @inlinable package func add(_ counter: Counter, _ amount: Int = 1) {
        row.add(amount, to: counter.rawValue)
    }

    /// Sets a gauge.
    @inlinable package func set(_ gauge: Counter, _ value: Int) {
        row.set(value, at: gauge.rawValue)
    }

    /// Goes on with the names of the policy that comes next: those until now, and new ones.
    package mutating func adopt(_ labels: Labels) { self.labels = labels }

    /// Adds to an upstream's counter, by the number of its name; a gauge may be added to and taken
    /// from as well.
    @inlinable package func add(_ counter: UpstreamCounter, _ amount: Int = 1, upstream number: Int)
    {
        row.add(amount, to: labels.upstreamCell(number) + counter.rawValue)
    }

    /// Says whether this worker sends to the target whose name has this number: the sum is how many
    /// workers do.
    package func set(isUp: Bool, target number: Int) {
        row.set(isUp ? 1 : 0, at: labels.targetCell(number))
    }

    /// Counts a finished request and writes its log line. The texts are copied before this returns;
    /// `detail` says more about the decision (the missing ability, the first field that broke a
    /// rule) and must hold no value that the client sent.
    package mutating func record(
        _ facts: RequestFacts, id: Span<UInt8>, client: Span<UInt8>, method: Span<UInt8>,
        organization: Span<UInt8>, certificate: Span<UInt8>, detail: Span<UInt8>
    ) {
        count(facts)
        guard let ring else { return }
        line.removeAll()
        line.appendAccessLine(
            facts, stamp: &stamp, labels: labels, id: id, client: client, method: method,
            organization: organization, certificate: certificate, detail: detail)
        if !ring.write(line.span) { add(.logLinesDropped) }
    }

    /// Counts a failed handshake and writes a line about it, for the first few of a second: whoever
    /// fails on purpose must not fill the log. That a client went away is only counted: load
    /// balancers look whether we listen like this.
    package mutating func record(
        _ failure: HandshakeFailure, unixMilliseconds: Int, client: Span<UInt8>
    ) {
        row.add(1, to: MetricsLayout.failure(failure))
        if loggedSecond != unixMilliseconds / 1000 {
            loggedSecond = unixMilliseconds / 1000
            loggedHandshakes = 0
        }
        guard failure != .closed, let ring, loggedHandshakes < Bounds.handshakesLoggedMax else {
            return
        }
        loggedHandshakes += 1
        line.removeAll()
        line.appendHandshakeLine(
            failure, stamp: &stamp, unixMilliseconds: unixMilliseconds, client: client)
        if !ring.write(line.span) { add(.logLinesDropped) }
    }

    private func count(_ facts: RequestFacts) {
        let route = labels.routeCell(facts.route)
        row.add(1, to: route + MetricsLayout.status(facts.status))
        row.add(1, to: route + MetricsLayout.decision(facts.decision))
        observe(facts.times[.total], at: route + MetricsLayout.duration)
        for index in 0..<Stage.count {
            guard let stage = Stage(rawValue: index), facts.times[stage] > 0 else { continue }
            observe(facts.times[stage], at: MetricsLayout.stage(stage))
        }
        if facts.bytesIn > 0 { add(.bytesReceived, facts.bytesIn) }
        if facts.bytesOut > 0 { add(.bytesSent, facts.bytesOut) }
    }

    private func observe(_ nanoseconds: Int, at cell: Int) {
        row.add(1, to: cell + Histogram.bucket(nanoseconds: nanoseconds))
        row.add(nanoseconds, to: cell + Histogram.sum)
    }
}
