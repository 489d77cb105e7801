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
