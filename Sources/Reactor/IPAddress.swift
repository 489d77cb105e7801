package import Bytes

/// An IPv4 or IPv6 address. IPv4 is held as its IPv4-mapped form (RFC 4291 §2.5.5.2), so that a
/// client of a dual-stack listener has one address, whichever way the kernel tells it.
package struct IPAddress: Equatable, Hashable, Sendable {
    /// The first 64 bits, most significant first.
    package let high: UInt64
    /// The last 64 bits, most significant first.
    package let low: UInt64

    /// An address from its 128 bits.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// An IPv4 address from its 32 bits, most significant first.
    package init(v4 bits: UInt32) {
        self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(bits))
    }

    /// 127.0.0.1.
    package static var loopback: IPAddress { IPAddress(v4: 0x7F00_0001) }

    /// Whether this is an IPv4 address.
    package var isV4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// The 32 bits of an IPv4 address.
    package var v4: UInt32 { UInt32(truncatingIfNeeded: low) }

    /// 127.0.0.0/8 or ::1.
    package var isLoopback: Bool { isV4 ? v4 >> 24 == 127 : high == 0 && low == 1 }

    /// The network that the address counts as where addresses are limited: IPv4 in full, IPv6 by
    /// its /64, which is what one subscriber has.
    package var subscriber: IPAddress { isV4 ? self : IPAddress(high: high, low: 0) }
}

extension ByteBuffer {
    /// Appends an address as text: dotted decimal, or RFC 5952 for IPv6.
    package mutating func append(_ address: IPAddress) {
        if address.isV4 {
            append(dotted: address.v4)
        } else {
            append(groupsOf: address)
        }
    }

    private mutating func append(dotted bits: UInt32) {
        append(decimal: UInt(bits >> 24))
        append(UInt8(ascii: "."))
        append(decimal: UInt(bits >> 16 & 255))
        append(UInt8(ascii: "."))
        append(decimal: UInt(bits >> 8 & 255))
        append(UInt8(ascii: "."))
        append(decimal: UInt(bits & 255))
    }

    private mutating func append(groupsOf address: IPAddress) {
        let zeros = address.longestZeroRun
        var group = 0
        while group < 8 {
            if group == zeros.lowerBound, !zeros.isEmpty {
                append("::")
                group = zeros.upperBound
                continue
            }
            if group > 0, group != zeros.upperBound || zeros.isEmpty { append(UInt8(ascii: ":")) }
            append(unpaddedHex: address.group(group))
            group += 1
        }
    }

    private mutating func append(unpaddedHex value: UInt16) {
        let digits = value == 0 ? 1 : (16 - value.leadingZeroBitCount + 3) / 4
        append(hex: UInt64(value), digits: digits)
    }
}

extension IPAddress {
    /// The 16-bit group of the text form, 0 to 7.
    func group(_ index: Int) -> UInt16 {
        let half = index < 4 ? high : low
        return UInt16(truncatingIfNeeded: half >> UInt64((3 - index % 4) * 16))
    }

    /// The groups that RFC 5952 §4.2 shortens to `::`: the first of the longest runs of two or more
    /// zero groups, empty when there is none.
    var longestZeroRun: Range<Int> {
        var best = 0..<0
        var start = 0
        for index in 0...8 {
            if index < 8, group(index) == 0 { continue }
            if index - start > max(best.count, 1) { best = start..<index }
            start = index + 1
        }
        return best
    }
}
