package import Bytes
import CNGHTTP2
package import HTTP

/// The client's side: requests go out, answers come in. A server cannot push.
extension HTTP2Session {
    /// The client's side of a new connection; nil without memory. Its preface and SETTINGS wait to
    /// be sent. The connection's window opens with what arrives, each stream's with `consume`.
    ///
    /// - Parameter firstStream: the first request's number: odd.
    package init?(
        calling limits: HTTP2Limits, firstStream: Int32 = 1, memory: SessionMemory? = nil
    ) {
        self.init(limits, isClient: true, memory)
        _ = unsafe nghttp2_session_set_next_stream_id(raw, firstStream)
    }

    /// Whether the server's SETTINGS have come: until then it is not known to speak HTTP/2.
    package var hasSettings: Bool { unsafe box.pointee.hasSettings }

    /// Whether requests may still be begun: neither side has said that the connection ends, and
    /// numbers are left (RFC 9113 §5.1.1).
    package var canRequest: Bool { unsafe nghttp2_session_check_request_allowed(raw) != 0 }

    /// Streams that the server takes at once (RFC 9113 §6.5.2).
    package var streamsMax: Int { setting(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS) }

    /// Whether the server takes WebSockets (RFC 8441 §3).
    package var takesWebSockets: Bool { setting(NGHTTP2_SETTINGS_ENABLE_CONNECT_PROTOCOL) == 1 }

    private func setting(_ id: nghttp2_settings_id) -> Int {
        Int(unsafe nghttp2_session_get_remote_settings(raw, id))
    }

    /// Begins a request, whose head stands in `text`. Its bytes go out with the next `flush` or
    /// `send`.
    ///
    /// - Returns: its stream; nil when none can be begun.
    package mutating func request(
        _ request: HTTP2Request, in text: borrowing ByteBuffer
    ) -> Int32? {
        guard canRequest else { return nil }
        var stream: Int32 = -1
        // SAFETY: a number in a pointer's place, which nobody follows.
        let owner = unsafe UnsafeMutableRawPointer(bitPattern: UInt(request.owner))
        unsafe sending.withRequest(request, text.span) { fields in
            guard request.hasContent else {
                stream = unsafe nghttp2_submit_request(
                    raw, nil, fields.baseAddress, fields.count, nil, owner)
                return
            }
            var provider = unsafe nghttp2_data_provider(
                source: nghttp2_data_source(), read_callback: readContent)
            stream = unsafe nghttp2_submit_request(
                raw, nil, fields.baseAddress, fields.count, &provider, owner)
        }
        return stream > 0 ? stream : nil
    }

    /// Asks the server for a sign of life (RFC 9113 §6.7).
    package mutating func ping() { _ = unsafe nghttp2_submit_ping(raw, 0, nil) }

    /// Reads an answer's head, which an event of kind `head` named. `framing` says what a client of
    /// HTTP/1.1 is to be told; a stream's own end is the event `ended`.
    package mutating func readResponse(
        _ block: Int, answering method: Method, into head: inout ResponseHead
    ) throws(ProtocolFault) {
        // SAFETY: `box` is the state that this session owns.
        try unsafe box.pointee.readResponse(block, answering: method, into: &head)
    }
}

extension SessionState {
    func readResponse(
        _ index: Int, answering method: Method, into head: inout ResponseHead
    ) throws(ProtocolFault) {
        let block = blocks[index]
        head.reset()
        if block.isTooLarge { throw .headTooLarge }
        if block.hasTooManyFields { throw .tooManyFields }
        // RFC 9113 §8.6: there is no 101.
        guard let status = bytes.span.slice(block.status).decimalValue(),
            (100...599).contains(status), status != 101
        else { throw .statusLine }
        head.status = status
        head.bytes.append(block.start..<block.end, of: bytes)
        head.keepAlive = true
        for line in lines[block.firstLine..<block.endLine] {
            head.fields.append(field(line, from: block.start))
        }
        if head.fields.repeated.contains(.contentLength) { throw .repeatedContentLength }
        if let field = head.value(of: .contentLength) {
            guard let length = head.text(field.value).decimalValue() else { throw .contentLength }
            head.contentLength = length
        }
        if status < 200 || status == 204 {
            head.contentLength = nil
            head.framing = .none
        } else if status == 304 || method == .head {
            head.framing = .none
        } else if block.endsStream {
            head.framing = .length(0)
        } else if let length = head.contentLength, length > 0 {
            head.framing = .length(length)
        } else {
            head.framing = .chunked
        }
    }
}
