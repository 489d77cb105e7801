package import Bytes
import Reactor

extension ByteBuffer {
    /// Appends one request as a line of JSON. It names the route's template, never the path as
    /// sent, and has no place for query, body, token or code. Keys without a value are left out.
    package mutating func appendAccessLine(
        _ facts: RequestFacts, labels: borrowing Labels, id: Span<UInt8>, client: Span<UInt8>,
        method: Span<UInt8>, organization: Span<UInt8>, detail: Span<UInt8>
    ) {
        append("{\"time\":\"")
        append(unixMilliseconds: facts.unixMilliseconds)
        append("\"")
        appendMember("id", id)
        appendMember("client", client)
        appendMember("method", method)
        if facts.route >= 0 {
            append(",\"route\":\"")
            labels.appendTemplate(facts.route, to: &self)
            append("\"")
        }
        appendMember("status", facts.status)
        append(",\"decision\":\"")
        append(facts.decision.text)
        append("\"")
        if let wouldBe = facts.wouldBe, wouldBe != facts.decision {
            append(",\"would_be\":\"")
            append(wouldBe.text)
            append("\"")
        }
        appendMember("detail", detail)
        appendMember("org", organization)
        if facts.upstream >= 0 {
            append(",\"upstream\":\"")
            labels.appendUpstream(facts.upstream, to: &self)
            append("\"")
        }
        if facts.retries > 0 { appendMember("retries", facts.retries) }
        appendMember("bytes_in", facts.bytesIn)
        appendMember("bytes_out", facts.bytesOut)
        appendTimes(facts.times)
        append("}\n")
    }

    /// Stages in whole microseconds, rounded; those not taken are left out.
    private mutating func appendTimes(_ times: StageTimes) {
        append(",\"us\":{")
        var isFirst = true
        for index in 0..<Stage.count {
            guard let stage = Stage(rawValue: index), times[stage] > 0 else { continue }
            append(isFirst ? "\"" : ",\"")
            isFirst = false
            append(stage.text)
            append("\":")
            append(decimal: (times[stage] + 500) / 1000)
        }
        append("}")
    }

    private mutating func appendMember(_ name: StaticString, _ text: Span<UInt8>) {
        if text.isEmpty { return }
        append(",\"")
        append(name)
        append("\":\"")
        appendLogText(text, limit: Bounds.logTextBytesMax)
        append("\"")
    }

    private mutating func appendMember(_ name: StaticString, _ number: Int) {
        append(",\"")
        append(name)
        append("\":")
        append(decimal: number)
    }

    /// Appends a moment as RFC 3339 in UTC with milliseconds: `2026-11-22T18:40:17.123Z`.
    mutating func append(unixMilliseconds: Int) {
        let milliseconds = (unixMilliseconds % 1000 + 1000) % 1000
        let time = CivilTime(unixSeconds: (unixMilliseconds - milliseconds) / 1000)
        append(zeroPadded: time.year, digits: 4)
        append(UInt8(ascii: "-"))
        append(zeroPadded: time.month, digits: 2)
        append(UInt8(ascii: "-"))
        append(zeroPadded: time.day, digits: 2)
        append(UInt8(ascii: "T"))
        append(zeroPadded: time.hour, digits: 2)
        append(UInt8(ascii: ":"))
        append(zeroPadded: time.minute, digits: 2)
        append(UInt8(ascii: ":"))
        append(zeroPadded: time.second, digits: 2)
        append(UInt8(ascii: "."))
        append(zeroPadded: milliseconds, digits: 3)
        append(UInt8(ascii: "Z"))
    }

    mutating func append(zeroPadded value: Int, digits: Int) {
        var scale = 1
        for _ in 1..<digits { scale *= 10 }
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(value / scale % 10))
            scale /= 10
        }
    }
}
