import Bytes
import HTTP
import HTTP1
import HTTP2
import Identity
import Operations

/// Writing the request for an upstream that speaks HTTP/2.
extension Exchange {
    /// Composes the request's head in `text`, of the same fields as for HTTP/1.1.
    mutating func composeRequest(
        into text: inout ByteBuffer, _ facts: ForwardFacts, host: [UInt8]?,
        assertionKey: AssertionKey?, _ identifiers: inout IdentifierSource
    ) -> HTTP2Request {
        var request = HTTP2Request()
        text.removeAll()
        request.asksForWebSocket = tunnel == .wanted
        // RFC 8441 §4: it is a CONNECT, and its key is of no use.
        if request.asksForWebSocket {
            text.append("CONNECT")
            dropField("sec-websocket-key")
        } else {
            text.append(head.text(head.methodText))
        }
        request.method = ByteRange(0..<text.count)
        text.append(head.text(head.target.path))
        if head.target.hasQuery {
            text.append("?")
            text.append(head.text(head.target.query))
        }
        request.path = ByteRange(request.method.upperBound..<text.count)
        if let host { text.append(host) } else { text.append(head.text(head.authority)) }
        request.authority = ByteRange(request.path.upperBound..<text.count)
        let start = text.count
        writeFields(into: &text, facts, assertionKey: assertionKey, &identifiers)
        if takesTrailers { text.append("te: trailers\r\n") }
        writeLength(into: &text)
        request.lines = ByteRange(start..<text.count)
        return request
    }

    /// The length of the content, where it is known: its end is the stream's.
    private mutating func writeLength(into output: inout ByteBuffer) {
        sendsChunked = false
        switch head.framing {
        case .none, .untilClose:
            if head.fields.present.contains(.contentLength) { output.appendFraming(.length(0)) }
        case .length(let count): output.appendFraming(.length(count))
        case .chunked:
            // A request that is repeated is the same, although its length is known by now.
            if requestEnded, !keepsBody { output.appendFraming(.length(body.count)) }
        }
    }

    mutating func dropField(_ name: StaticString) {
        for index in head.fields.indices
        where head.text(head.fields[index].name).equalsIgnoringCase(name) {
            head.fields.drop(at: index)
        }
    }

    /// Notes whether the client takes trailers, before cleaning takes the field: of what `TE` may
    /// say nothing else goes on (RFC 9113 §8.2.2).
    mutating func noteTrailers() {
        guard head.fields.present.contains(.te) else { return }
        var isFound = false
        for index in head.fields.indices where head.fields[index].known == .te {
            var list = TokenList(head.text(head.fields[index].value))
            while let token = list.next() {
                if token.equalsIgnoringCase("trailers") { isFound = true }
            }
        }
        takesTrailers = isFound
    }
}
