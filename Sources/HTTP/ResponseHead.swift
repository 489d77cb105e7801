public import Bytes

/// The head of a response, independent of the buffer it was read from, as `RequestHead` is.
@usableFromInline package struct ResponseHead: ~Copyable {
    /// The bytes which the ranges below name. Nothing may be consumed from it.
    @usableFromInline package var bytes: ByteBuffer
    /// 100–599.
    package var status: Int = 0
    /// The reason phrase, empty when there is none.
    package var reason: ByteRange = .empty
    package var versionMinor: Int = 1
    @usableFromInline package var fields = FieldList()
    /// How the content that follows on the connection ends. `none` for HEAD, 1xx, 204 and 304.
    package var framing: BodyFraming = .none
    /// The value of `Content-Length`, also where no content follows (HEAD, 304).
    package var contentLength: Int?
    /// Whether the connection may carry another request.
    package var keepAlive = false

    /// An empty head.
    package init() { bytes = ByteBuffer() }

    /// Whether a final response is still to come (RFC 9110 §15.2). 101 is final: what follows is
    /// another protocol.
    package var isInterim: Bool { status < 200 && status != 101 }

    /// The bytes of a range of this head.
    @inlinable @inline(__always) @_lifetime(borrow self)
    package func text(_ range: ByteRange) -> Span<UInt8> { bytes.span.slice(range) }

    /// The first field of that name; look-alikes and dropped fields do not count.
    @inlinable package func value(of name: FieldName) -> Field? { fields.first(name) }

    /// Forgets everything and keeps the storage.
    package mutating func reset() {
        bytes.removeAll()
        status = 0
        reason = .empty
        versionMinor = 1
        fields.removeAll()
        framing = .none
        contentLength = nil
        keepAlive = false
    }
}
