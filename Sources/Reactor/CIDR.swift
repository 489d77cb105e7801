import Bytes

/// A range of addresses: a network and the length of its prefix (RFC 4632, RFC 4291 §2.3).
package struct CIDR: Equatable, Hashable, Sendable {
    /// The network's first address; bits behind the prefix are 0.
    package let network: IPAddress
    /// Bits that an address must share with the network: 0 to 32 for IPv4, 0 to 128 for IPv6.
    package let prefixBits: Int

    private let highMask: UInt64
    private let lowMask: UInt64

    /// nil when the prefix is longer than the address, or when the address has bits behind it,
    /// which is more often a mistake than an intention.
    package init?(network: IPAddress, prefixBits: Int) {
        guard prefixBits >= 0, prefixBits <= (network.isV4 ? 32 : 128) else { return nil }
        let bits = network.isV4 ? prefixBits + 96 : prefixBits
        highMask = Self.mask(bits)
        lowMask = Self.mask(bits - 64)
        guard network.high & ~highMask == 0, network.low & ~lowMask == 0 else { return nil }
        self.network = network
        self.prefixBits = prefixBits
    }

    /// Reads `10.0.0.0/8`, `2001:db8::/32`, or a single address without a prefix.
    package init?(_ text: Span<UInt8>) {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
            guard let address = IPAddress(text) else { return nil }
            self.init(network: address, prefixBits: address.isV4 ? 32 : 128)
            return
        }
        guard let address = IPAddress(text.extracting(0..<slash)), text.count - slash <= 4,
            let bits = text.extracting((slash + 1)..<text.count).decimalValue()
        else { return nil }
        self.init(network: address, prefixBits: bits)
    }

    /// The same from a string, for set-up paths.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    /// Whether the address lies in the range. An IPv4 address never lies in an IPv6 range.
    package func contains(_ address: IPAddress) -> Bool {
        address.high & highMask == network.high && address.low & lowMask == network.low
            && address.isV4 == network.isV4
    }

    private static func mask(_ bits: Int) -> UInt64 {
        if bits <= 0 { return 0 }
        return bits >= 64 ? .max : ~(.max >> UInt64(bits))
    }
}
