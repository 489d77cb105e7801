package import Bytes

extension Metrics {
    /// The content type of the exposition: Prometheus' text format.
    package static let contentType: StaticString = "text/plain; version=0.0.4; charset=utf-8"

    /// Appends all metrics in Prometheus' text format. Series of routes appear with their first
    /// request: a contract has more of them than anyone asks for.
    package func appendExposition(to buffer: inout ByteBuffer) {
        buffer.appendHeader("bawaba_build_info", "The version that runs.", "gauge")
        buffer.append("bawaba_build_info{version=\"")
        buffer.append(string: version)
        buffer.append("\"} 1\n")
        buffer.appendHeader(
            "process_start_time_seconds", "When the process began, in seconds since 1970.", "gauge")
        buffer.appendSample("process_start_time_seconds", startUnixSeconds)
        appendCounters(to: &buffer)
        appendUpstreams(to: &buffer)
        appendTargets(to: &buffer)
        let layout = MetricsLayout(labels)
        let seen = (-1..<labels.routeCount).filter { route in
            (0..<MetricsLayout.statusClasses).contains { sum(layout.route(route) + $0) > 0 }
        }
        appendRequests(seen, to: &buffer)
        appendDecisions(seen, to: &buffer)
        appendDurations(seen, to: &buffer)
        appendStages(to: &buffer)
    }

    private func appendCounters(to buffer: inout ByteBuffer) {
        for counter in Counter.allCases {
            buffer.appendHeader(counter.name, counter.help, counter.isGauge ? "gauge" : "counter")
            buffer.appendSample(counter.name, self[counter])
        }
        let name = HandshakeFailure.name
        buffer.appendHeader(name, "TLS handshakes that failed, by reason.", "counter")
        for failure in HandshakeFailure.allCases {
            buffer.append(name)
            buffer.append("{reason=\"")
            buffer.append(failure.text)
            buffer.append("\"} ")
            buffer.append(decimal: self[failure])
            buffer.append("\n")
        }
    }

    private func appendUpstreams(to buffer: inout ByteBuffer) {
        if labels.upstreamCount == 0 { return }
        for counter in UpstreamCounter.allCases {
            buffer.appendHeader(counter.name, counter.help, counter.isGauge ? "gauge" : "counter")
            for upstream in 0..<labels.upstreamCount {
                buffer.append(counter.name)
                buffer.append("{upstream=\"")
                labels.appendUpstream(upstream, to: &buffer)
                buffer.append("\"} ")
                buffer.append(decimal: self[counter, upstream: upstream])
                buffer.append("\n")
            }
        }
    }

    private func appendTargets(to buffer: inout ByteBuffer) {
        if labels.targetCount == 0 { return }
        let name: StaticString = "bawaba_upstream_target_up"
        buffer.appendHeader(
            name, "Workers that send to the target: it is neither ejected nor unhealthy.", "gauge")
        let layout = MetricsLayout(labels)
        for upstream in 0..<labels.upstreamCount {
            for number in labels.targets(of: upstream) {
                buffer.append(name)
                buffer.append("{upstream=\"")
                labels.appendUpstream(upstream, to: &buffer)
                buffer.append("\",target=\"")
                labels.appendTarget(number, to: &buffer)
                buffer.append("\"} ")
                buffer.append(decimal: sum(layout.target(number)))
                buffer.append("\n")
            }
        }
    }

    private func appendRequests(_ routes: [Int], to buffer: inout ByteBuffer) {
        let name: StaticString = "bawaba_requests_total"
        buffer.appendHeader(name, "Requests answered, by route and class of status.", "counter")
        let layout = MetricsLayout(labels)
        for route in routes {
            for kind in 0..<MetricsLayout.statusClasses {
                let value = sum(layout.route(route) + kind)
                if value == 0 { continue }
                appendRoute(name, route, to: &buffer)
                buffer.append(",status=\"")
                buffer.append(decimal: kind)
                buffer.append(kind == 0 ? "\"} " : "xx\"} ")
                buffer.append(decimal: value)
                buffer.append("\n")
            }
        }
    }

    private func appendDecisions(_ routes: [Int], to buffer: inout ByteBuffer) {
        let name: StaticString = "bawaba_decisions_total"
        buffer.appendHeader(name, "Requests by route and what was decided about them.", "counter")
        let layout = MetricsLayout(labels)
        for route in routes {
            for decision in Decision.allCases {
                let value = sum(layout.decision(decision, route: route))
                if value == 0 { continue }
                appendRoute(name, route, to: &buffer)
                buffer.append(",decision=\"")
                buffer.append(decision.text)
                buffer.append("\"} ")
                buffer.append(decimal: value)
                buffer.append("\n")
            }
        }
    }

    private func appendDurations(_ routes: [Int], to buffer: inout ByteBuffer) {
        buffer.appendHeader(
            "bawaba_request_duration_seconds",
            "From a request's first byte to its answer's last, by route.", "histogram")
        let layout = MetricsLayout(labels)
        for route in routes {
            var label = ByteBuffer()
            appendRouteLabels(route, to: &label)
            appendHistogram(
                "bawaba_request_duration_seconds", label, layout.duration(route: route), to: &buffer
            )
        }
    }

    private func appendStages(to buffer: inout ByteBuffer) {
        buffer.appendHeader(
            "bawaba_stage_duration_seconds", "Time that each stage of a request took.", "histogram")
        let layout = MetricsLayout(labels)
        for stage in Stage.allCases where stage != .total {
            var label = ByteBuffer()
            label.append("stage=\"")
            label.append(stage.text)
            label.append("\"")
            appendHistogram(
                "bawaba_stage_duration_seconds", label, layout.stage(stage), to: &buffer)
        }
    }

    private func appendHistogram(
        _ name: StaticString, _ label: borrowing ByteBuffer, _ cell: Int,
        to buffer: inout ByteBuffer
    ) {
        var count = 0
        for bucket in 0...Histogram.bounds {
            count += sum(cell + bucket)
            buffer.append(name)
            buffer.append("_bucket{")
            buffer.append(label.span)
            buffer.append(",le=\"")
            if bucket == Histogram.bounds {
                buffer.append("+Inf")
            } else {
                buffer.append(seconds: Histogram.boundMicroseconds(bucket), per: 1_000_000)
            }
            buffer.append("\"} ")
            buffer.append(decimal: count)
            buffer.append("\n")
        }
        buffer.append(name)
        buffer.append("_sum{")
        buffer.append(label.span)
        buffer.append("} ")
        buffer.append(seconds: sum(cell + Histogram.sum), per: 1_000_000_000)
        buffer.append("\n")
        buffer.append(name)
        buffer.append("_count{")
        buffer.append(label.span)
        buffer.append("} ")
        buffer.append(decimal: count)
        buffer.append("\n")
    }

    private func appendRoute(_ name: StaticString, _ route: Int, to buffer: inout ByteBuffer) {
        buffer.append(name)
        buffer.append("{")
        appendRouteLabels(route, to: &buffer)
    }

    /// An empty method label is none to Prometheus.
    private func appendRouteLabels(_ route: Int, to buffer: inout ByteBuffer) {
        buffer.append("method=\"")
        labels.appendMethod(route, to: &buffer)
        buffer.append("\",route=\"")
        if route < 0 {
            buffer.append("none")
        } else {
            labels.appendTemplate(route, to: &buffer)
        }
        buffer.append("\"")
    }
}

extension ByteBuffer {
    fileprivate mutating func appendHeader(
        _ name: StaticString, _ help: StaticString, _ type: StaticString
    ) {
        append("# HELP ")
        append(name)
        append(" ")
        append(help)
        append("\n# TYPE ")
        append(name)
        append(" ")
        append(type)
        append("\n")
    }

    fileprivate mutating func appendSample(_ name: StaticString, _ value: Int) {
        append(name)
        append(" ")
        append(decimal: value)
        append("\n")
    }

    /// Appends `units / unitsPerSecond` as a decimal fraction; `unitsPerSecond` is a power of ten.
    fileprivate mutating func append(seconds units: Int, per unitsPerSecond: Int) {
        append(decimal: units / unitsPerSecond)
        append(".")
        var scale = unitsPerSecond / 10
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(units / scale % 10))
            scale /= 10
        }
    }
}
