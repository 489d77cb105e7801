public import Bytes

/// The head of a request, independent of the buffer it was read from: it owns a copy of every byte
/// that its ranges name. Both HTTP/1.1 and HTTP/2 yield it.
///
/// A value that a codec handed out is valid: its method and field names are tokens, its field
/// values and target hold no control bytes, its host is well-formed and its framing has one
/// reading.
@usableFromInline package struct RequestHead: ~Copyable {
    /// The bytes which the ranges below name. Nothing may be consumed from it.
    @usableFromInline package var bytes: ByteBuffer
    package var method: Method = .other
    /// The method as sent.
    package var methodText: ByteRange = .empty
    package var target = Target()
    /// The host in lower case, without port; an IPv6 literal with its brackets. Empty when an
    /// HTTP/1.0 request names none.
    package var host: ByteRange = .empty
    /// An absolute-form's authority, else `Host` or `:authority`: as sent, with its port if it has
    /// one.
    package var authority: ByteRange = .empty
    /// The port that the authority names, nil when it names none.
    package var port: UInt16?
    /// The minor version of HTTP/1: 0 or 1.
    package var versionMinor: Int = 1
    @usableFromInline package var fields = FieldList()
    package var framing: BodyFraming = .none
    /// Whether the connection outlives the exchange as far as the client is concerned.
    package var keepAlive = false
    /// Whether the client waits for a 100 before it sends content (RFC 9110 §10.1.1).
    package var expectsContinue = false
    /// Whether the client asks for another protocol.
    package var upgrade = false
    /// `:protocol` of an extended CONNECT (RFC 8441), which is read as a GET; empty otherwise.
    package var connectProtocol: ByteRange = .empty

    /// An empty head.
    package init() { bytes = ByteBuffer() }

    /// The bytes of a range of this head.
    @inlinable @inline(__always) @_lifetime(borrow self)
    package func text(_ range: ByteRange) -> Span<UInt8> { bytes.span.slice(range) }

    /// The first field of that name; look-alikes and dropped fields do not count.
    @inlinable package func value(of name: FieldName) -> Field? { fields.first(name) }

    /// Appends all values of that name with `, ` between them, as servers join them
    /// (RFC 9110 §5.3). Look-alikes and dropped fields do not count.
    package func appendJoined(_ name: FieldName, to output: inout ByteBuffer) {
        var isFirst = true
        for index in fields.indices {
            let field = fields[index]
            guard field.known == name, !field.isLookalike, !field.dropped else { continue }
            if !isFirst { output.append(", ") }
            output.append(text(field.value))
            isFirst = false
        }
    }

    /// Forgets everything and keeps the storage.
    package mutating func reset() {
        bytes.removeAll()
        method = .other
        methodText = .empty
        target = Target()
        host = .empty
        authority = .empty
        port = nil
        versionMinor = 1
        fields.removeAll()
        framing = .none
        keepAlive = false
        expectsContinue = false
        upgrade = false
        connectProtocol = .empty
    }
}
