package import Bytes

/// A request's head, in the bytes of a buffer beside it.
package struct HTTP2Request: Sendable {
    package var method = ByteRange.empty
    /// Path, and query if there is one.
    package var path = ByteRange.empty
    package var authority = ByteRange.empty
    /// The fields, each as HTTP/1.1 writes it: name, colon, blank, value, CRLF. None that belongs
    /// to a connection (RFC 9113 §8.2.2).
    package var lines = ByteRange.empty
    package var isTLS = false
    /// It is an extended CONNECT (RFC 8441 §4).
    package var asksForWebSocket = false
    /// Content follows, by `send`; otherwise the request ends here.
    package var hasContent = false
    /// Whose its stream is: see `HTTP2Session.setOwner`.
    package var owner: UInt64 = 0

    package init() {}
}
