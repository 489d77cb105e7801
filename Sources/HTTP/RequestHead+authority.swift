import Bytes

extension RequestHead {
    /// Reads the value of `Host` or `:authority`, or an absolute-form's authority: `host [":"
    /// port]` (RFC 9110 §7.2). `text` stands in `bytes` at `offset`; the host's lower-case form is
    /// appended to `bytes` where it differs.
    ///
    /// User information, empty hosts, empty labels and everything but letters, digits, `-`, `_`,
    /// `.` or an IPv6 literal is refused. An empty port is none (RFC 3986 §3.2.3), and its colon
    /// goes no further.
    package mutating func setAuthority(
        _ text: Span<UInt8>, at offset: Int
    ) throws(ProtocolFault) {
        guard let parts = AuthorityParts(text) else { throw .invalidHost }
        authority = ByteRange(
            start: offset, count: parts.port == nil ? parts.hostCount : text.count)
        port = parts.port
        guard parts.hasUpper else {
            host = ByteRange(start: offset, count: parts.hostCount)
            return
        }
        host = ByteRange(start: bytes.count, count: parts.hostCount)
        for index in 0..<parts.hostCount { bytes.append(ASCII.lowercased(text[index])) }
    }

    /// Whether `text`, a value of `Host`, names the authority that was read. Where one of them has
    /// no port, `scheme` says which it means (RFC 9110 §4.2.3, RFC 9113 §8.3.1).
    package func hasAuthority(
        _ text: Span<UInt8>, under scheme: Target.Scheme
    ) throws(ProtocolFault) -> Bool {
        guard let parts = AuthorityParts(text) else { throw .invalidHost }
        return (parts.port ?? scheme.defaultPort) == (port ?? scheme.defaultPort)
            && text.extracting(first: parts.hostCount).equalsIgnoringCase(self.text(host))
    }
}

/// Bytes of a host name: `l` for lower-case letters, digits, `-` and `_`, `u` for upper-case
/// letters, `.` for itself, `x` for what no name holds.
private let nameBytes: StaticString = """
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxl.xllllllllllxxxxxx\
    xuuuuuuuuuuuuuuuuuuuuuuuuuuxxxxlxllllllllllllllllllllllllllxxxxx\
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    """

/// Where the host of an authority ends, and its port.
struct AuthorityParts {
    /// Bytes of the host, brackets included.
    var hostCount = 0
    /// Whether the host has upper-case letters.
    var hasUpper = false
    var port: UInt16?

    /// Nil when `text` is not a host with an optional port.
    init?(_ text: Span<UInt8>) {
        guard text.count > 0 else { return nil }
        if text[0] == UInt8(ascii: "[") {
            guard takeLiteral(text) else { return nil }
        } else {
            guard takeName(text) else { return nil }
        }
        if hostCount == text.count { return }
        guard text[hostCount] == UInt8(ascii: ":") else { return nil }
        let digits = text.extracting((hostCount + 1)..<text.count)
        if digits.isEmpty { return }
        guard digits.count <= 5, let value = digits.decimalValue(), value <= Int(UInt16.max) else {
            return nil
        }
        port = UInt16(value)
    }

    private mutating func takeLiteral(_ text: Span<UInt8>) -> Bool {
        guard let end = text.firstIndex(of: UInt8(ascii: "]")),
            IPv6Literal.isValid(text.extracting(1..<end))
        else { return false }
        hostCount = end + 1
        for index in 1..<end where ASCII.isUpper(text[index]) { hasUpper = true }
        return true
    }

    /// Takes labels of letters, digits, `-` and `_` with dots between them, and perhaps one behind
    /// them, in at most 255 bytes (RFC 1035 §2.3.4). An IPv4 address is such a name too.
    private mutating func takeName(_ text: Span<UInt8>) -> Bool {
        let table = literalBytes(nameBytes)
        var previous = UInt8(ascii: ".")
        var index = 0
        while index < text.count {
            let kind = table[Int(text[index])]
            if kind == UInt8(ascii: "x") { break }
            if kind == UInt8(ascii: "."), previous == kind { return false }
            if kind == UInt8(ascii: "u") { hasUpper = true }
            previous = kind
            index += 1
        }
        hostCount = index
        return index > 0 && index <= Bounds.hostBytesMax
    }
}
