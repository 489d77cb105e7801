import Bytes

extension ByteBuffer {
    /// Appends one request as a line of JSON. It names the route's template, never the path as
    /// sent, and has no place for query, body, token or code. Keys without a value are left out.
    mutating func appendAccessLine(
        _ facts: RequestFacts, stamp: inout SecondStamp, labels: borrowing Labels,
        id: Span<UInt8>, client: Span<UInt8>, method: Span<UInt8>, organization: Span<UInt8>,
        certificate: Span<UInt8>, detail: Span<UInt8>
    ) {
        append("{\"time\":\"")
        stamp.append(unixMilliseconds: facts.unixMilliseconds, to: &self)
        append("\"")
        appendMember(",\"id\":\"", id)
        appendMember(",\"client\":\"", client)
        appendMember(",\"method\":\"", method)
        if facts.route >= 0 {
            append(",\"route\":\"")
            labels.appendTemplate(facts.route, to: &self)
            append(UInt8(ascii: "\""))
        }
        append(",\"status\":")
        append(decimal: facts.status)
        append(",\"decision\":\"")
        append(facts.decision.text)
        append(UInt8(ascii: "\""))
        if let wouldBe = facts.wouldBe, wouldBe != facts.decision {
            append(",\"would_be\":\"")
            append(wouldBe.text)
            append(UInt8(ascii: "\""))
        }
        appendMember(",\"detail\":\"", detail)
        appendMember(",\"org\":\"", organization)
        appendMember(",\"client_certificate\":\"", certificate)
        if facts.upstream >= 0 {
            append(",\"upstream\":\"")
            labels.appendUpstream(facts.upstream, to: &self)
            append(UInt8(ascii: "\""))
        }
        if facts.retries > 0 {
            append(",\"retries\":")
            append(decimal: facts.retries)
        }
        append(",\"bytes_in\":")
        append(decimal: facts.bytesIn)
        append(",\"bytes_out\":")
        append(decimal: facts.bytesOut)
        appendTimes(facts.times)
        append("}}\n")
    }

    /// Appends a failed handshake as a line of JSON: no request, and so no status.
    mutating func appendHandshakeLine(
        _ failure: HandshakeFailure, stamp: inout SecondStamp, unixMilliseconds: Int,
        client: Span<UInt8>
    ) {
        append("{\"time\":\"")
        stamp.append(unixMilliseconds: unixMilliseconds, to: &self)
        append("\"")
        appendMember(",\"client\":\"", client)
        append(",\"handshake\":\"")
        append(failure.text)
        append("\"}\n")
    }

    /// Stages in whole microseconds, rounded; those not taken are left out, but for the whole.
    private mutating func appendTimes(_ times: StageTimes) {
        append(",\"us\":{\"total\":")
        append(decimal: (times[.total] + 500) / 1000)
        for index in 0..<Stage.total.rawValue {
            guard let stage = Stage(rawValue: index), times[stage] > 0 else { continue }
            append(",\"")
            append(stage.text)
            append("\":")
            append(decimal: (times[stage] + 500) / 1000)
        }
    }

    /// `opening` is everything from the comma to the value's opening quote.
    private mutating func appendMember(_ opening: StaticString, _ text: Span<UInt8>) {
        if text.isEmpty { return }
        append(opening)
        appendLogText(text, limit: Bounds.logTextBytesMax)
        append(UInt8(ascii: "\""))
    }
}
