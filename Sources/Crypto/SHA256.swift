import Bytes
import COpenSSL

/// A SHA-256 digest (FIPS 180-4): 32 bytes, held inline.
@safe
package struct SHA256Digest: Sendable {
    private var bytes: InlineArray<32, UInt8>

    private init(_ bytes: InlineArray<32, UInt8>) { self.bytes = bytes }

    /// 32 zero bytes, which no message is known to have as its digest: a filler for tables.
    package static var zero: SHA256Digest { SHA256Digest(InlineArray(repeating: 0)) }

    /// Length in bytes.
    package static var byteCount: Int { 32 }

    /// A digest from its 64 hexadecimal digits of either case, nil for any other text.
    package init?(hex text: Span<UInt8>) {
        guard text.count == 2 * Self.byteCount else { return nil }
        var value = InlineArray<32, UInt8>(repeating: 0)
        for start in stride(from: 0, to: Self.byteCount, by: 4) {
            guard var word = ASCII.hexBytes(text.word(at: 2 * start)) else { return nil }
            for index in start..<start + 4 {
                value[index] = UInt8(truncatingIfNeeded: word)
                word >>= 8
            }
        }
        bytes = value
    }

    /// The 32 bytes.
    package var span: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span }
    }

    /// Closes a state and takes the digest out of it.
    fileprivate init(finishing state: inout SHA256_CTX) {
        var value = InlineArray<32, UInt8>(repeating: 0)
        var span = value.mutableSpan
        unsafe span.withUnsafeMutableBufferPointer { target in
            // SAFETY: SHA256_Final writes 32 bytes, which is the array's length.
            _ = unsafe SHA256_Final(target.baseAddress, &state)
        }
        bytes = value
    }
}

extension SHA256Digest: Hashable {
    /// Compares in constant time, so that nobody has to ask whether this digest was a secret.
    package static func == (left: SHA256Digest, right: SHA256Digest) -> Bool {
        let (first, second) = (left.span, right.span)
        var difference: UInt64 = 0
        for start in stride(from: 0, to: byteCount, by: 8) {
            difference |= first.word(at: start) ^ second.word(at: start)
        }
        return difference == 0
    }

    /// Hashes the first eight bytes: a digest's bytes are evenly spread already.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(prefix)
    }

    /// The first eight bytes as a big-endian number: an index for tables.
    package var prefix: UInt64 {
        var value: UInt64 = 0
        for index in 0..<8 { value = value << 8 | UInt64(bytes[index]) }
        return value
    }
}

/// An incremental SHA-256 that lives on the stack. A copy continues independently.
///
/// OpenSSL's low-level functions are used on purpose: unlike EVP they never allocate.
@safe
package struct SHA256: Sendable {
    private var state = SHA256_CTX()

    package init() {
        // SAFETY: initialises the state it is given, and nothing else.
        _ = unsafe SHA256_Init(&state)
    }

    /// Continues the digest over `bytes`.
    package mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { source in
            // SAFETY: reads `count` bytes of the span; nil comes with count 0 and is not read.
            _ = unsafe SHA256_Update(&state, source.baseAddress, source.count)
        }
    }

    /// The digest of everything so far.
    package consuming func finish() -> SHA256Digest {
        SHA256Digest(finishing: &state)
    }

    /// The digest of one message.
    package static func digest(of message: Span<UInt8>) -> SHA256Digest {
        var hash = SHA256()
        hash.update(message)
        return hash.finish()
    }
}
