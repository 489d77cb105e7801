import COpenSSL

/// Random bytes fit for keys, from OpenSSL's generator, which the kernel seeds.
///
/// A generator that cannot be seeded stops the process: everything after it would be guessable.
package enum SecureRandom {
    /// Overwrites every byte of `target`.
    package static func fill(_ target: inout MutableSpan<UInt8>) {
        unsafe target.withUnsafeMutableBufferPointer { bytes in
            // SAFETY: RAND_bytes writes exactly `count` bytes of the span.
            let result = unsafe RAND_bytes(bytes.baseAddress, Int32(bytes.count))
            precondition(result == 1, "OpenSSL's random generator could not be seeded")
        }
    }

    /// `count` random bytes in a new array.
    package static func bytes(_ count: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        var span = result.mutableSpan
        fill(&span)
        return result
    }

    /// A random number.
    package static func uint64() -> UInt64 {
        var bytes = InlineArray<8, UInt8>(repeating: 0)
        var span = bytes.mutableSpan
        fill(&span)
        var value: UInt64 = 0
        for index in bytes.indices { value = value << 8 | UInt64(bytes[index]) }
        return value
    }
}

/// Random numbers drawn ahead, 512 bytes at a time, so that one costs a few nanoseconds rather than
/// a pass through OpenSSL's locks. Its owner keeps it to one thread. What was given out is wiped.
package struct RandomPool: ~Copyable {
    private var words = InlineArray<64, UInt64>(repeating: 0)
    private var unused = 0

    package init() {}

    /// A random number of 64 bits.
    package mutating func uint64() -> UInt64 {
        if unused == 0 { refill() }
        unused -= 1
        let word = words[unused]
        words[unused] = 0
        return word
    }

    private mutating func refill() {
        var span = words.mutableSpan
        unsafe span.withUnsafeMutableBytes { bytes in
            // SAFETY: RAND_bytes writes the array's own bytes; any bits make a UInt64.
            let result = unsafe RAND_bytes(
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(bytes.count))
            precondition(result == 1, "OpenSSL's random generator could not be seeded")
        }
        unused = words.count
    }
}
