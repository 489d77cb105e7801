package import Bytes

/// Makes request, trace and step identifiers: xoshiro256** (Blackman and Vigna) from a random seed,
/// so that none costs a system call. They are unique, not secret: nothing may rely on their being
/// hard to guess.
package struct IdentifierSource: ~Copyable {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// A source seeded with four random words, of which one at least is not 0. Each worker has its
    /// own.
    package init(seed: (UInt64, UInt64, UInt64, UInt64)) {
        precondition(seed.0 | seed.1 | seed.2 | seed.3 != 0)
        (a, b, c, d) = seed
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        let scrambled = b &* 5
        let result = (scrambled << 7 | scrambled >> 57) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = d << 45 | d >> 19
        return result
    }

    package mutating func nextNonZero() -> UInt64 {
        while true {
            let value = next()
            if value != 0 { return value }
        }
    }

    /// The next request id.
    package mutating func nextRequestID() -> RequestID {
        RequestID(high: next(), low: nextNonZero())
    }
}

/// Names one request in the log, to the client and to the upstream: 128 bits, written as 32
/// lower-case hexadecimal digits.
package struct RequestID: Equatable, Sendable {
    /// Length in bytes of the text.
    package static let textBytes = 32

    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Appends the 32 digits.
    package func append(to buffer: inout ByteBuffer) {
        buffer.append(hex: high, digits: 16)
        buffer.append(hex: low, digits: 16)
    }

    /// Whether an `X-Request-Id` that a trusted proxy sent may be kept: 1 to 128 letters, digits
    /// and `-._~+/=:`, nothing that could break a log or a field.
    package static func isAcceptable(_ text: Span<UInt8>) -> Bool {
        guard text.count > 0, text.count <= Bounds.requestIDBytesMax else { return false }
        for index in text.indices {
            let byte = text[index]
            if ASCII.isAlphanumeric(byte) { continue }
            guard literalBytes("-._~+/=:").firstIndex(of: byte) != nil else { return false }
        }
        return true
    }
}
