package import Bytes
import Reactor

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
        appendReloads(to: &buffer)
        appendMemory(to: &buffer)
        appendCounters(to: &buffer)
        let labels = labels
        appendUpstreams(labels, to: &buffer)
        appendTargets(labels, to: &buffer)
        let seen = (-1..<labels.routeCount).filter { route in
            let cell = labels.routeCell(route)
            return (0..<MetricsLayout.statusClasses).contains { sum(cell + $0) > 0 }
        }
        appendRequests(seen, labels, to: &buffer)
        appendDecisions(seen, labels, to: &buffer)
        appendDurations(seen, labels, to: &buffer)
        appendStages(to: &buffer)
    }

    /// As Prometheus tells of its own configuration.
    private func appendReloads(to buffer: inout ByteBuffer) {
        let name: StaticString = "bawaba_reloads_total"
        buffer.appendHeader(name, "Reloads of the policy, by what became of them.", "counter")
        buffer.append(name)
        buffer.append("{result=\"taken\"} ")
        buffer.append(decimal: reloads.takenCount)
        buffer.append("\n")
        buffer.append(name)
        buffer.append("{result=\"refused\"} ")
        buffer.append(decimal: reloads.refusedCount)
        buffer.append("\n")
        buffer.appendHeader(
            "bawaba_policy_last_reload_successful", "Whether the last reload was taken.", "gauge")
        buffer.appendSample(
            "bawaba_policy_last_reload_successful", reloads.wasLastTaken ? 1 : 0)
        buffer.appendHeader(
            "bawaba_policy_generation", "The policy in force: 1 at the start, then counted.",
            "gauge")
        buffer.appendSample("bawaba_policy_generation", reloads.generation)
        buffer.appendHeader(
            "bawaba_policy_in_force_timestamp_seconds",
            "Since when the policy is in force, in seconds since 1970.", "gauge")
        buffer.appendSample(
            "bawaba_policy_in_force_timestamp_seconds", reloads.sinceUnixSeconds)
    }

    private func appendMemory(to buffer: inout ByteBuffer) {
        if let account = try? ResidentMemory(), let bytes = account.bytes {
            buffer.appendHeader(
                "process_resident_memory_bytes", "Memory that the process takes.", "gauge")
            buffer.appendSample("process_resident_memory_bytes", bytes)
        }
        buffer.appendHeader(
            "bawaba_memory_pressure",
            "What is done about memory: 0 nothing, 1 reclaiming, 2 refusing, 3 shedding.", "gauge")
        buffer.appendSample("bawaba_memory_pressure", memory.pressure.rawValue)
        if memory.ceilingBytes == 0 { return }
        buffer.appendHeader(
            "bawaba_memory_ceiling_bytes", "The policy's ceiling of memory.", "gauge")
        buffer.appendSample("bawaba_memory_ceiling_bytes", memory.ceilingBytes)
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

    /// Upstreams and targets of former policies are not told: a gauge that stays at 0 would be
    /// taken for an outage. Routes are: their requests may still be at work.
    private func appendUpstreams(_ labels: Labels, to buffer: inout ByteBuffer) {
        if labels.inForce.upstreams.isEmpty { return }
        for counter in UpstreamCounter.allCases {
            buffer.appendHeader(counter.name, counter.help, counter.isGauge ? "gauge" : "counter")
            for upstream in labels.inForce.upstreams {
                buffer.append(counter.name)
                buffer.append("{upstream=\"")
                labels.appendUpstream(upstream, to: &buffer)
                buffer.append("\"} ")
                buffer.append(decimal: sum(labels.upstreamCell(upstream) + counter.rawValue))
                buffer.append("\n")
            }
        }
    }

    private func appendTargets(_ labels: Labels, to buffer: inout ByteBuffer) {
        if labels.inForce.targets.isEmpty { return }
        let name: StaticString = "bawaba_upstream_target_up"
        buffer.appendHeader(
            name, "Workers that send to the target: it is neither ejected nor unhealthy.", "gauge")
        for (index, upstream) in labels.inForce.upstreams.enumerated() {
            for target in labels.inForce.targets[index] {
                buffer.append(name)
                buffer.append("{upstream=\"")
                labels.appendUpstream(upstream, to: &buffer)
                buffer.append("\",target=\"")
                labels.appendTarget(target, to: &buffer)
                buffer.append("\"} ")
                buffer.append(decimal: sum(labels.targetCell(target)))
                buffer.append("\n")
            }
        }
    }

    private func appendRequests(
        _ routes: [Int], _ labels: Labels, to buffer: inout ByteBuffer
    ) {
        let name: StaticString = "bawaba_requests_total"
        buffer.appendHeader(name, "Requests answered, by route and class of status.", "counter")
        for route in routes {
            for kind in 0..<MetricsLayout.statusClasses {
                let value = sum(labels.routeCell(route) + kind)
                if value == 0 { continue }
                buffer.appendRoute(name, route, labels)
                buffer.append(",status=\"")
                buffer.append(decimal: kind)
                buffer.append(kind == 0 ? "\"} " : "xx\"} ")
                buffer.append(decimal: value)
                buffer.append("\n")
            }
        }
    }

    private func appendDecisions(
        _ routes: [Int], _ labels: Labels, to buffer: inout ByteBuffer
    ) {
        let name: StaticString = "bawaba_decisions_total"
        buffer.appendHeader(name, "Requests by route and what was decided about them.", "counter")
        for route in routes {
            for decision in Decision.allCases {
                let value = sum(labels.routeCell(route) + MetricsLayout.decision(decision))
                if value == 0 { continue }
                buffer.appendRoute(name, route, labels)
                buffer.append(",decision=\"")
                buffer.append(decision.text)
                buffer.append("\"} ")
                buffer.append(decimal: value)
                buffer.append("\n")
            }
        }
    }

    private func appendDurations(
        _ routes: [Int], _ labels: Labels, to buffer: inout ByteBuffer
    ) {
        buffer.appendHeader(
            "bawaba_request_duration_seconds",
            "From a request's first byte to its answer's last, by route.", "histogram")
        for route in routes {
            var label = ByteBuffer()
            label.appendRouteLabels(route, labels)
            appendHistogram(
                "bawaba_request_duration_seconds", label,
                labels.routeCell(route) + MetricsLayout.duration, to: &buffer)
        }
    }

    private func appendStages(to buffer: inout ByteBuffer) {
        buffer.appendHeader(
            "bawaba_stage_duration_seconds", "Time that each stage of a request took.", "histogram")
        for stage in Stage.allCases where stage != .total {
            var label = ByteBuffer()
            label.append("stage=\"")
            label.append(stage.text)
            label.append("\"")
            appendHistogram(
                "bawaba_stage_duration_seconds", label, MetricsLayout.stage(stage), to: &buffer)
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
}

extension ByteBuffer {
    fileprivate mutating func appendRoute(_ name: StaticString, _ route: Int, _ labels: Labels) {
        append(name)
        append("{")
        appendRouteLabels(route, labels)
    }

    /// An empty method label is none to Prometheus.
    fileprivate mutating func appendRouteLabels(_ route: Int, _ labels: Labels) {
        append("method=\"")
        labels.appendMethod(route, to: &self)
        append("\",route=\"")
        if route < 0 {
            append("none")
        } else {
            labels.appendTemplate(route, to: &self)
        }
        append("\"")
    }

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
