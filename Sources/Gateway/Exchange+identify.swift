import Bytes
import HTTP
import Identity
import Operations
import Quota
import Reactor

/// The request's identifier and its place in a trace.
extension Exchange {
    /// Continues the trace of the client's `traceparent`, or begins one.
    mutating func takeTrace(_ identifiers: inout IdentifierSource) {
        if let field = head.value(of: .traceparent),
            let given = TraceContext(head.text(field.value))
        {
            trace = given
        } else {
            head.fields.drop(.tracestate)
            trace = TraceContext(startedBy: &identifiers, isSampled: false)
        }
    }

    /// Keeps the identifier that a trusted proxy gave.
    mutating func keepRequestID() {
        guard let field = head.value(of: .xRequestID),
            RequestID.isAcceptable(head.text(field.value))
        else { return }
        givenID = field.value
    }

    /// Finds whom trusted proxies speak for: the last address of `X-Forwarded-For` that is no
    /// trusted proxy itself. What stands before it the client may have made up.
    mutating func findClient(_ rules: Rules) {
        client = lastForwarded(rules) ?? client
    }

    private mutating func lastForwarded(_ rules: Rules) -> IPAddress? {
        var found: IPAddress?
        var index = head.fields.count - 1
        while index >= 0 {
            let field = head.fields[index]
            index -= 1
            guard field.known == .xForwardedFor, !field.isLookalike else { continue }
            let list = head.text(field.value)
            var end = list.count
            while end > 0 {
                var start = end
                while start > 0, list[start - 1] != UInt8(ascii: ",") { start -= 1 }
                let entry = list.extracting(start..<end).trimmingWhitespace()
                guard let address = IPAddress(forwarded: entry) else { return found }
                found = address
                if !rules.isTrusted(address) { return found }
                end = max(start - 1, 0)
            }
        }
        return found
    }

    /// Appends the request's identifier.
    mutating func appendRequestID(to buffer: inout ByteBuffer) {
        if givenID.isEmpty {
            requestID.append(to: &buffer)
        } else {
            buffer.append(head.text(givenID))
        }
    }

    /// Hands the facts to the recorder, with the texts that go beside them in a log line.
    mutating func record(
        _ facts: RequestFacts, to recorder: inout Recorder
    ) {
        var text = ByteBuffer()
        swap(&text, &body)
        text.removeAll()
        text.append(client)
        let clientEnd = text.count
        appendRequestID(to: &text)
        let certificate = identity?.fingerprint ?? []
        recorder.record(
            facts, id: text.span.extracting(clientEnd..<text.count),
            client: text.span.extracting(0..<clientEnd), method: head.text(head.methodText),
            organization: admission.identity.org, certificate: certificate.span,
            detail: detail.span)
        swap(&text, &body)
    }
}
