package import Bytes
import CNGHTTP2
package import HTTP

extension HTTP2Session {
    /// Appends what waits for the peer to `output`, until that holds `outputMax` bytes.
    package mutating func flush(into output: inout ByteBuffer, outputMax: Int) {
        while output.count < outputMax {
            var bytes: UnsafePointer<UInt8>?
            let count = unsafe nghttp2_session_mem_send(raw, &bytes)
            guard count > 0 else { return }
            // SAFETY: nghttp2 lends the bytes until the next call.
            output.append(unsafe UnsafeBufferPointer(start: bytes, count: count).span)
        }
    }

    /// Begins a stream's answer. Its bytes go out with the next `flush` or `send`.
    ///
    /// - Parameters:
    ///   - length: what `Content-Length` says; nil leaves it out.
    ///   - hasContent: content follows, by `send`; otherwise the stream ends here.
    package mutating func respond(
        _ stream: Int32, _ head: borrowing ResponseHead, length: Int?, hasContent: Bool
    ) {
        sending.begin(status: head.status, length: length)
        var isSubmitted = false
        unsafe sending.withFields(head.fields, head.bytes.span) { fields in
            guard hasContent else {
                isSubmitted =
                    unsafe nghttp2_submit_response(
                        raw, stream, fields.baseAddress, fields.count, nil) == 0
                return
            }
            var provider = unsafe nghttp2_data_provider(
                source: nghttp2_data_source(), read_callback: readContent)
            isSubmitted =
                unsafe nghttp2_submit_response(
                    raw, stream, fields.baseAddress, fields.count, &provider) == 0
        }
        if !isSubmitted { reset(stream, .internalError) }
    }

    /// Sends an interim answer (RFC 9110 §15.2).
    package mutating func respondInterim(_ stream: Int32, _ head: borrowing ResponseHead) {
        sending.begin(status: head.status, length: nil)
        unsafe sending.withFields(head.fields, head.bytes.span) { fields in
            _ = unsafe nghttp2_submit_headers(
                raw, 0, stream, nil, fields.baseAddress, fields.count, nil)
        }
    }

    /// Sends the interim answer for which a client waits with its content (RFC 9110 §10.1.1).
    package mutating func respondContinue(_ stream: Int32) {
        sending.begin(status: 100, length: nil)
        unsafe sending.withFields(FieldList(), literalBytes("")) { fields in
            _ = unsafe nghttp2_submit_headers(
                raw, 0, stream, nil, fields.baseAddress, fields.count, nil)
        }
    }

    /// Sends trailers, which end the stream. After a `send` that was told of them.
    package mutating func sendTrailers(
        _ stream: Int32, _ trailers: FieldList, _ bytes: borrowing ByteBuffer
    ) {
        sending.begin()
        unsafe sending.withFields(trailers, bytes.span) { fields in
            _ = unsafe nghttp2_submit_trailer(raw, stream, fields.baseAddress, fields.count)
        }
    }

    /// Whether the end of a stream's answer was written. Until then a reset takes away what of it
    /// waits for room in the output: nghttp2 drops frames of a stream that is over.
    package func hasWrittenEnd(of stream: Int32) -> Bool {
        unsafe nghttp2_session_get_stream_local_close(raw, stream) != 0
    }

    /// How sending content went.
    package struct Sent: Equatable, Sendable {
        /// Bytes that were taken; the others have to be offered again.
        package var count: Int
        /// The content's end was taken, too.
        package var hasEnded: Bool
        /// `outputMax` was reached: there may be more that the windows allow.
        package var isCut: Bool

        package static var nothing: Sent { Sent(count: 0, hasEnded: false, isCut: false) }
    }

    /// Sends as much of a stream's content as the windows and `outputMax` allow, in frames behind
    /// `output`. When not all is taken, a `window` event or room in `output` is to be waited for.
    ///
    /// - Parameters:
    ///   - ends: nothing comes behind `bytes`.
    ///   - hasTrailers: but trailers, which `sendTrailers` sends.
    package mutating func send(
        _ stream: Int32, _ bytes: Span<UInt8>, ends: Bool, hasTrailers: Bool = false,
        into output: inout ByteBuffer, outputMax: Int
    ) -> Sent {
        unsafe bytes.withUnsafeBufferPointer { lent in
            unsafe box.pointee.offer = Offer(
                stream: stream, base: lent.baseAddress, count: lent.count, ends: ends,
                hasTrailers: hasTrailers)
            // Refused when nghttp2 waits for nothing but this: then there is no need for it.
            _ = unsafe nghttp2_session_resume_data(raw, stream)
            flush(into: &output, outputMax: outputMax)
        }
        let offer = unsafe box.pointee.offer
        unsafe box.pointee.offer = Offer()
        return Sent(
            count: offer.taken, hasEnded: offer.hasEnded, isCut: output.count >= outputMax)
    }

    /// As above, with the buffer that holds the content.
    package mutating func send(
        _ stream: Int32, _ content: borrowing ByteBuffer, ends: Bool, hasTrailers: Bool = false,
        into output: inout ByteBuffer, outputMax: Int
    ) -> Sent {
        send(
            stream, content.span, ends: ends, hasTrailers: hasTrailers, into: &output,
            outputMax: outputMax)
    }
}
