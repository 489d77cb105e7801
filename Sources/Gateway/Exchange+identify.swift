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

    /// Appends the request's identifier.
    func appendRequestID(to buffer: inout ByteBuffer) {
        if givenID.isEmpty {
            requestID.append(to: &buffer)
        } else {
            buffer.append(head.text(givenID))
        }
    }

    /// Hands the facts to the recorder, with the texts that go beside them in a log line.
    mutating func record(
        _ facts: RequestFacts, client: IPAddress, to recorder: inout Recorder
    ) {
        var text = ByteBuffer()
        swap(&text, &body)
        text.removeAll()
        text.append(client)
        let clientEnd = text.count
        appendRequestID(to: &text)
        recorder.record(
            facts, id: text.span.extracting(clientEnd..<text.count),
            client: text.span.extracting(0..<clientEnd), method: head.text(head.methodText),
            organization: admission.identity.org, detail: detail.span)
        swap(&text, &body)
    }
}
