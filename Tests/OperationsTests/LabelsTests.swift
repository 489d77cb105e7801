import Bytes
import Testing

@testable import Operations

/// Names across reloads: each keeps its number and its counters.
@Suite struct LabelsTests {
    private let first = Labels(
        routes: [("GET", "/a"), ("", "/b")], upstreams: ["one", "two"],
        targets: [["http://x"], ["http://x", "http://y"]])

    @Test func `a name keeps its number whatever its place becomes`() throws {
        let second = try #require(
            first.extended(
                routes: [("", "/b"), ("POST", "/a"), ("GET", "/a")], upstreams: ["two", "three"],
                targets: [["http://y"], ["http://x"]]))
        #expect(first.inForce.routes == [0, 1])
        #expect(second.inForce.routes == [1, 2, 0])
        #expect(second.inForce.upstreams == [1, 2])
        // A target is its upstream's: the same address elsewhere is another.
        #expect(second.inForce.targets == [[2], [3]])
        #expect(second.routeCell(1) == first.routeCell(1))
        #expect(second.cellCount > first.cellCount)
        let again = try #require(
            second.extended(
                routes: [("GET", "/a"), ("", "/b")], upstreams: ["one", "two"],
                targets: [["http://x"], ["http://x", "http://y"]]))
        #expect(again.inForce == first.inForce && again.cellCount == second.cellCount)
    }

    @Test func `routes of one name have one number`() {
        let labels = Labels(routes: [("", "/a"), ("", "/a")], upstreams: [])
        #expect(labels.inForce.routes == [0, 0] && labels.routeCount == 1)
    }

    @Test func `cells of different names do not overlap`() throws {
        let labels = try #require(
            first.extended(routes: [("GET", "/c")], upstreams: ["three"], targets: [["http://z"]]))
        var cells: [Int] = []
        for route in -1..<labels.routeCount {
            cells += (0..<MetricsLayout.routeCells).map { labels.routeCell(route) + $0 }
        }
        for upstream in 0..<labels.upstreamCount {
            cells += (0..<UpstreamCounter.count).map { labels.upstreamCell(upstream) + $0 }
        }
        cells += (0..<4).map { labels.targetCell($0) }
        #expect(Set(cells).count == cells.count)
        #expect(cells.allSatisfy { $0 >= MetricsLayout.noRoute && $0 < labels.cellCount })
    }

    @Test func `names beyond the bound are not taken`() {
        let count = Bounds.metricCellsMax / MetricsLayout.routeCells
        let many = (0..<count).map { ("GET", "/\($0)") }
        #expect(first.extended(routes: many, upstreams: [], targets: []) == nil)
    }

    @Test func `a worker counts by new names, and what was counted stays`() throws {
        let metrics = Metrics(labels: first, workers: 1, version: "0", startUnixSeconds: 1)
        var recorder = Recorder(metrics: metrics, worker: 0, log: nil)
        recorder.add(.requests, 2, upstream: 0)
        let routes = (0..<200).map { ("GET", "/\($0)") }
        let second = try #require(
            first.extended(routes: routes, upstreams: ["one"], targets: [["http://x"]]))
        metrics.adopt(second)
        recorder.adopt(second)
        var facts = RequestFacts()
        facts.route = second.inForce.routes[199]
        facts.status = 200
        let none: [UInt8] = []
        recorder.record(
            facts, id: none.span, client: none.span, method: none.span, organization: none.span,
            certificate: none.span, detail: none.span)
        recorder.add(.requests, upstream: 0)
        metrics.reloads.noteTaken(generation: 2, unixSeconds: 5)
        metrics.reloads.noteRefused()
        var buffer = ByteBuffer()
        metrics.appendExposition(to: &buffer)
        let text = buffer.span.toString()
        for line in [
            #"bawaba_requests_total{method="GET",route="/199",status="2xx"} 1"#,
            #"bawaba_upstream_requests_total{upstream="one"} 3"#,
            #"bawaba_reloads_total{result="taken"} 1"#,
            #"bawaba_reloads_total{result="refused"} 1"#,
            "bawaba_policy_last_reload_successful 0", "bawaba_policy_generation 2",
            "bawaba_policy_in_force_timestamp_seconds 5",
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
        #expect(!text.contains(#"upstream="two""#), "upstreams that are gone are not told")
    }
}
