import Bytes

extension RequestHead {
    /// Reads the value of `Host` or `:authority`, or an absolute-form's authority: `host [":" port]`
    /// (RFC 9110 §7.2). `text` stands in `bytes` at `offset`; the host's lower-case form is appended to
    /// `bytes` where it differs.
    ///
    /// User information, empty hosts, empty labels, empty ports and everything but letters, digits,
    /// `-`, `_`, `.` or an IPv6 literal is refused.
    package mutating func setAuthority(
        _ text: Span<UInt8>, at offset: Int
    ) throws(ProtocolFault) {
        guard let parts = AuthorityParts(text) else { throw .invalidHost }
        authority = ByteRange(start: offset, count: text.count)
        port = parts.port
        let name = text.extracting(first: parts.hostCount)
        var hasUpper = false
        for index in name.indices where ASCII.isUpper(name[index]) { hasUpper = true }
        guard hasUpper else {
            host = ByteRange(start: offset, count: name.count)
            return
        }
        host = ByteRange(start: bytes.count, count: name.count)
        for index in name.indices { bytes.append(ASCII.lowercased(name[index])) }
    }
}

/// Where the host of an authority ends, and its port.
struct AuthorityParts {
    /// Bytes of the host, brackets included.
    var hostCount = 0
    var port: UInt16?

    /// Nil when `text` is not a host with an optional port.
    init?(_ text: Span<UInt8>) {
        guard text.count > 0 else { return nil }
        if text[0] == UInt8(ascii: "[") {
            guard let end = text.firstIndex(of: UInt8(ascii: "]")),
                IPv6Literal.isValid(text.extracting(1..<end))
            else { return nil }
            hostCount = end + 1
        } else {
            hostCount = text.firstIndex(of: UInt8(ascii: ":")) ?? text.count
            guard Self.isName(text.extracting(first: hostCount)) else { return nil }
        }
        if hostCount == text.count { return }
        guard text[hostCount] == UInt8(ascii: ":") else { return nil }
        let digits = text.extracting((hostCount + 1)..<text.count)
        guard digits.count <= 5, let value = digits.decimalValue(), value <= Int(UInt16.max) else {
            return nil
        }
        port = UInt16(value)
    }

    /// Labels of letters, digits, `-` and `_` with dots between them, and perhaps one behind them, in
    /// at most 255 bytes (RFC 1035 §2.3.4). An IPv4 address is such a name too.
    private static func isName(_ name: Span<UInt8>) -> Bool {
        guard name.count > 0, name.count <= Bounds.hostBytesMax else { return false }
        var previous = UInt8(ascii: ".")
        for index in name.indices {
            let byte = name[index]
            if byte == UInt8(ascii: ".") {
                if previous == byte { return false }
            } else if !ASCII.isAlphanumeric(byte), byte != UInt8(ascii: "-"),
                byte != UInt8(ascii: "_")
            {
                return false
            }
            previous = byte
        }
        return true
    }
}
