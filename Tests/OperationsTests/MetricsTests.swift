import Bytes
import Testing

@testable import Operations

@Suite struct MetricsTests {
    private let metrics = Metrics(
        labels: Labels(
            routes: [("GET", "/contacts"), ("POST", "/contacts"), ("", "/horizon")],
            upstreams: ["backend", "other"]),
        workers: 2, version: "1.2.3", startUnixSeconds: 1_700_000_000)

    private func exposition() -> [String] {
        var buffer = ByteBuffer()
        metrics.appendExposition(to: &buffer)
        return buffer.span.toString().split(separator: "\n").map(String.init)
    }

    private func finish(
        _ recorder: inout Recorder, route: Int, status: Int, decision: Decision = .allowed,
        totalNanoseconds: Int = 1_000_000
    ) {
        var facts = RequestFacts()
        facts.route = route
        facts.status = status
        facts.decision = decision
        facts.times[.total] = totalNanoseconds
        facts.times[.quota] = 40_000
        let none: [UInt8] = []
        recorder.record(
            facts, id: none.span, client: none.span, method: none.span, organization: none.span,
            certificate: none.span, detail: none.span)
    }

    @Test func `the sum over workers is what is told`() {
        var first = Recorder(metrics: metrics, worker: 0, log: nil)
        var second = Recorder(metrics: metrics, worker: 1, log: nil)
        finish(&first, route: 0, status: 200)
        finish(&second, route: 0, status: 204)
        finish(&second, route: 1, status: 422, decision: .invalidInput)
        finish(&second, route: 2, status: 500, decision: .passedThrough)
        finish(&first, route: -1, status: 404, decision: .notFound)
        finish(&first, route: 0, status: 0, decision: .clientGone)
        let lines = exposition()
        for expected in [
            #"bawaba_build_info{version="1.2.3"} 1"#,
            "process_start_time_seconds 1700000000",
            #"bawaba_requests_total{method="GET",route="/contacts",status="2xx"} 2"#,
            #"bawaba_requests_total{method="GET",route="/contacts",status="0"} 1"#,
            #"bawaba_requests_total{method="POST",route="/contacts",status="4xx"} 1"#,
            #"bawaba_requests_total{method="",route="/horizon",status="5xx"} 1"#,
            #"bawaba_requests_total{method="",route="none",status="4xx"} 1"#,
            #"bawaba_decisions_total{method="POST",route="/contacts",decision="invalid_input"} 1"#,
            #"bawaba_request_duration_seconds_count{method="GET",route="/contacts"} 3"#,
            #"bawaba_request_duration_seconds_sum{method="GET",route="/contacts"} 0.003000000"#,
            #"bawaba_stage_duration_seconds_bucket{stage="quota",le="0.000032"} 0"#,
            #"bawaba_stage_duration_seconds_bucket{stage="quota",le="0.000064"} 6"#,
            #"bawaba_stage_duration_seconds_bucket{stage="quota",le="+Inf"} 6"#,
        ] {
            #expect(lines.contains(expected), "\(expected)")
        }
    }

    @Test func `counters and gauges of workers and upstreams are told apart`() {
        let first = Recorder(metrics: metrics, worker: 0, log: nil)
        let second = Recorder(metrics: metrics, worker: 1, log: nil)
        first.add(.handshakes, 3)
        second.add(.handshakes)
        first.set(.redisConnected, 1)
        second.set(.redisConnected, 1)
        second.set(.redisConnected, 0)
        first.add(.connectionsIdle, 2, upstream: 1)
        first.add(.connectionsIdle, -1, upstream: 1)
        second.add(.timeouts, upstream: 0)
        let lines = exposition()
        for expected in [
            "# TYPE bawaba_handshakes_total counter", "bawaba_handshakes_total 4",
            "# TYPE bawaba_redis_connected gauge", "bawaba_redis_connected 1",
            #"bawaba_upstream_connections_idle{upstream="other"} 1"#,
            #"bawaba_upstream_timeouts_total{upstream="backend"} 1"#,
        ] {
            #expect(lines.contains(expected), "\(expected)")
        }
        #expect(metrics[.handshakes] == 4)
        #expect(metrics[.timeouts, upstream: 0] == 1)
    }

    @Test func `no series is told twice, and each stands under its type`() {
        var recorder = Recorder(metrics: metrics, worker: 0, log: nil)
        for route in -1..<3 { finish(&recorder, route: route, status: 200) }
        let lines = exposition()
        let series = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ")[0] }
        #expect(Set(series).count == series.count)
        let types = lines.filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
        #expect(Set(types).count == types.count)
        for line in series {
            let name = line.prefix { $0 != "{" }
            let family = types.contains { name == $0 || name.hasPrefix("\($0)_") }
            #expect(family, "\(line)")
        }
    }

    @Test(arguments: [
        (0, 0), (31_999, 0), (32_000, 0), (32_001, 1), (64_000, 1), (64_001, 2), (1_000_000, 5),
        (33_554_431_999, 20), (33_554_432_000, 20), (33_554_432_001, 21), (Int.max - 999, 21),
    ])
    func `a duration falls into the bucket whose bound it does not exceed`(
        nanoseconds: Int, bucket: Int
    ) {
        #expect(Histogram.bucket(nanoseconds: nanoseconds) == bucket)
    }

    @Test func `there is a cell for every counter`() {
        #expect(Counter.allCases.count == Counter.count)
        #expect(UpstreamCounter.allCases.count == UpstreamCounter.count)
    }
}
