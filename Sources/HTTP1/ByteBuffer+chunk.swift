package import Bytes
import HTTP

/// Writing chunked content (RFC 9112 §7.1).
extension ByteBuffer {
    /// Appends one chunk; nothing when there are no bytes, since an empty chunk ends the content.
    package mutating func appendChunk(_ bytes: Span<UInt8>) {
        if bytes.isEmpty { return }
        var digits = 1
        while digits < 16, bytes.count >> (4 * digits) != 0 { digits += 1 }
        append(hex: UInt64(bytes.count), digits: digits)
        append("\r\n")
        append(bytes)
        append("\r\n")
    }

    /// Appends the last chunk without trailers.
    package mutating func appendLastChunk() { append("0\r\n\r\n") }

    /// Appends the last chunk and the trailers that may be passed on.
    package mutating func appendLastChunk(_ body: borrowing BodyReader) {
        append("0\r\n")
        appendFields(body.trailers, body.trailerBytes.span)
        append("\r\n")
    }
}
