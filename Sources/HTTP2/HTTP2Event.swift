package import Bytes

/// What a peer did, in the order in which it did it.
package struct HTTP2Event: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// A head is whole; `block` is its index.
        case head
        /// Trailers are whole; `block` is their index.
        case trailers
        /// Content: `bytes` in `HTTP2Session.text(_:)`.
        case data
        /// The peer sends no more on the stream.
        case ended
        /// The stream is over: reset by either side, or complete in both directions.
        case closed
        /// More may be sent: on the stream, or on any (0).
        case window
    }

    package let kind: Kind
    package let stream: Int32
    package var block = 0
    package var bytes = ByteRange.empty
    /// Of `closed`: why. `.noError` when both sides had ended it.
    package var code = HTTP2Code.noError
    /// What `HTTP2Session.setOwner` had given it: of `closed`, and of all on a client's side, since
    /// an answer's end ends its stream before anybody has seen it.
    package var owner: UInt64 = 0
}

/// Why a stream or a connection is ended (RFC 9113 §7).
package struct HTTP2Code: Equatable, Sendable {
    package let value: UInt32

    package init(value: UInt32) { self.value = value }

    package static var noError: HTTP2Code { HTTP2Code(value: 0x0) }
    package static var protocolError: HTTP2Code { HTTP2Code(value: 0x1) }
    package static var internalError: HTTP2Code { HTTP2Code(value: 0x2) }
    package static var streamClosed: HTTP2Code { HTTP2Code(value: 0x5) }
    /// The request was not looked at: it may be sent again.
    package static var refusedStream: HTTP2Code { HTTP2Code(value: 0x7) }
    package static var cancel: HTTP2Code { HTTP2Code(value: 0x8) }
    package static var enhanceYourCalm: HTTP2Code { HTTP2Code(value: 0xB) }
}
