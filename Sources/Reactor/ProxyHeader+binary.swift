import Bytes

/// Version 2: 12 bytes of signature, version and command, family, length; addresses; TLVs (§2.2).
extension ProxyHeader {
    private static var fixedBytes: Int { 16 }

    static func parseBinary(_ input: Span<UInt8>) throws(ProxyHeaderFault) -> ProxyHeader? {
        guard try isWhole("\r\n\r\n\0\r\nQUIT\n", input) else { return nil }
        guard input.count >= fixedBytes else { return nil }
        guard input[12] >> 4 == 2, input[12] & 15 <= 1 else { throw .unsupported }
        let isLocal = input[12] & 15 == 0
        let payload = Int(input[14]) << 8 | Int(input[15])
        guard payload <= Bounds.proxyV2PayloadBytesMax else { throw .tooLong }
        guard input.count >= fixedBytes + payload else { return nil }
        let body = input.extracting(fixedBytes..<(fixedBytes + payload))
        let byteCount = fixedBytes + payload
        let unknown = ProxyHeader(byteCount: byteCount, source: nil, destination: nil)
        // A receiver must accept LOCAL whatever the family says, and discard the addresses.
        if isLocal { return unknown }
        switch input[13] {
        case 0x00: return unknown
        case 0x11:
            try checkTLVs(body, from: 12)
            return ProxyHeader(
                byteCount: byteCount, source: v4(body, 0, port: 8),
                destination: v4(body, 4, port: 10))
        case 0x21:
            try checkTLVs(body, from: 36)
            return ProxyHeader(
                byteCount: byteCount, source: v6(body, 0, port: 32),
                destination: v6(body, 16, port: 34))
        case 0x31:
            // A client on a unix socket has no address that limits or logs could use.
            try checkTLVs(body, from: 216)
            return unknown
        // Datagrams never come over our listeners.
        case 0x12, 0x22, 0x32: throw .unsupported
        default: throw .malformed
        }
    }

    /// What follows the addresses must be whole type-length-value triples. Their contents are not
    /// used.
    private static func checkTLVs(
        _ body: Span<UInt8>, from start: Int
    ) throws(ProxyHeaderFault) {
        guard body.count >= start else { throw .malformed }
        var position = start
        while position < body.count {
            guard position + 3 <= body.count else { throw .malformed }
            position += 3 + Int(number(body, position + 1, bytes: 2))
        }
        guard position == body.count else { throw .malformed }
    }

    private static func v4(_ body: Span<UInt8>, _ at: Int, port: Int) -> SocketAddress {
        let ip = IPAddress(v4: UInt32(number(body, at, bytes: 4)))
        return SocketAddress(ip, port: UInt16(number(body, port, bytes: 2)))
    }

    private static func v6(_ body: Span<UInt8>, _ at: Int, port: Int) -> SocketAddress {
        let ip = IPAddress(high: number(body, at, bytes: 8), low: number(body, at + 8, bytes: 8))
        return SocketAddress(ip, port: UInt16(number(body, port, bytes: 2)))
    }

    /// The value of up to 8 bytes in network order.
    private static func number(_ body: Span<UInt8>, _ at: Int, bytes: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in at..<(at + bytes) { value = value << 8 | UInt64(body[index]) }
        return value
    }
}
