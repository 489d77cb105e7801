import Bytes

/// What is wrong with a PROXY protocol header. The connection is to be closed without an answer.
package enum ProxyHeaderFault: Error, Equatable, Sendable {
    /// The first bytes are no PROXY header: the peer is not the balancer that the policy expects.
    case missing
    /// Neither version 1 nor 2, or an unknown command.
    case unsupported
    /// Larger than the bound for its version.
    case tooLong
    /// Against the specification.
    case malformed
}

/// The header that a balancer sends before the client's first byte ("The PROXY protocol", versions
/// 1 and 2, haproxy/doc/proxy-protocol.txt).
package struct ProxyHeader: Equatable, Sendable {
    /// Bytes of the header, behind which the client's begin.
    package let byteCount: Int
    /// The client; nil when the balancer speaks for itself (LOCAL) or does not know (UNKNOWN,
    /// UNSPEC): then the connection's own address counts.
    package let source: SocketAddress?
    /// What the client connected to; nil like `source`.
    package let destination: SocketAddress?

    /// A header as `parse` finds it.
    package init(byteCount: Int, source: SocketAddress?, destination: SocketAddress?) {
        self.byteCount = byteCount
        self.source = source
        self.destination = destination
    }

    /// Reads a header from the first bytes of a connection.
    ///
    /// - Returns: nil while the header may still become whole with more bytes.
    package static func parse(_ input: Span<UInt8>) throws(ProxyHeaderFault) -> ProxyHeader? {
        guard input.count > 0 else { return nil }
        return switch input[0] {
        case UInt8(ascii: "P"): try parseText(input)
        case 0x0D: try parseBinary(input)
        default: throw .missing
        }
    }

    /// Whether what is there is the beginning of `signature`; throws when it cannot become it.
    static func isWhole(
        _ signature: StaticString, _ input: Span<UInt8>
    ) throws(ProxyHeaderFault) -> Bool {
        let expected = literalBytes(signature)
        let count = min(expected.count, input.count)
        guard input.extracting(first: count).equals(expected.extracting(first: count)) else {
            throw .missing
        }
        return count == expected.count
    }
}
