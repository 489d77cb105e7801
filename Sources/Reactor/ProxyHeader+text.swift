import Bytes

/// Version 1: `PROXY TCP4 192.0.2.1 198.51.100.7 56324 443` CRLF (§2.1).
extension ProxyHeader {
    static func parseText(_ input: Span<UInt8>) throws(ProxyHeaderFault) -> ProxyHeader? {
        guard try isWhole("PROXY ", input) else { return nil }
        let scanned = input.extracting(first: min(input.count, Bounds.proxyV1BytesMax))
        guard let end = scanned.firstIndex(of: ASCII.cr) else {
            if input.count >= Bounds.proxyV1BytesMax { throw .tooLong }
            return nil
        }
        guard end + 1 < Bounds.proxyV1BytesMax else { throw .tooLong }
        guard end + 1 < input.count else { return nil }
        guard input[end + 1] == ASCII.lf else { throw .malformed }
        return try readLine(input.extracting(6..<end), byteCount: end + 2)
    }

    private static func readLine(
        _ line: Span<UInt8>, byteCount: Int
    ) throws(ProxyHeaderFault) -> ProxyHeader {
        // Whatever follows UNKNOWN is to be ignored.
        if line.equals("UNKNOWN") || line.starts(with: "UNKNOWN ") {
            return ProxyHeader(byteCount: byteCount, source: nil, destination: nil)
        }
        let isV4 = line.starts(with: "TCP4 ")
        guard isV4 || line.starts(with: "TCP6 ") else { throw .malformed }
        let bounds = try words(line.extracting(5..<line.count))
        let text = line.extracting(5..<line.count)
        guard let source = IPAddress(text.extracting(bounds[0])),
            let destination = IPAddress(text.extracting(bounds[1])),
            hasColon(text.extracting(bounds[0])) != isV4,
            hasColon(text.extracting(bounds[1])) != isV4,
            let sourcePort = SocketAddress.port(text.extracting(bounds[2])),
            let destinationPort = SocketAddress.port(text.extracting(bounds[3]))
        else { throw .malformed }
        return ProxyHeader(
            byteCount: byteCount, source: SocketAddress(source, port: sourcePort),
            destination: SocketAddress(destination, port: destinationPort))
    }

    /// Four words with one space between each.
    private static func words(
        _ text: Span<UInt8>
    ) throws(ProxyHeaderFault) -> InlineArray<4, Range<Int>> {
        var bounds: InlineArray<4, Range<Int>> = .init(repeating: 0..<0)
        var start = 0
        for index in 0..<4 {
            let space = text.firstIndex(of: ASCII.space, from: start)
            guard (space == nil) == (index == 3) else { throw .malformed }
            let end = space ?? text.count
            bounds[index] = start..<end
            start = end + 1
        }
        return bounds
    }

    private static func hasColon(_ text: Span<UInt8>) -> Bool {
        text.firstIndex(of: UInt8(ascii: ":")) != nil
    }
}
