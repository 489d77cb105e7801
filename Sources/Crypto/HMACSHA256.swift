/// A key for HMAC-SHA-256 (RFC 2104), kept as the two hash states that every message starts from.
/// Neither making nor using it allocates.
package struct HMACSHA256Key: Sendable {
    fileprivate let inner: SHA256
    fileprivate let outer: SHA256

    /// A key of any length; one longer than SHA-256's 64-byte block is hashed first (RFC 2104 §3).
    package init(_ secret: Span<UInt8>) {
        if secret.count > 64 {
            let digest = SHA256.digest(of: secret)
            inner = Self.start(digest.span, pad: 0x36)
            outer = Self.start(digest.span, pad: 0x5C)
        } else {
            inner = Self.start(secret, pad: 0x36)
            outer = Self.start(secret, pad: 0x5C)
        }
    }

    private static func start(_ key: Span<UInt8>, pad: UInt8) -> SHA256 {
        var block = InlineArray<64, UInt8>(repeating: pad)
        for index in key.indices { block[index] ^= key[index] }
        var hash = SHA256()
        hash.update(block.span)
        return hash
    }

    /// The MAC of one message.
    package func authenticate(_ message: Span<UInt8>) -> SHA256Digest {
        var mac = HMACSHA256(key: self)
        mac.update(message)
        return mac.finish()
    }
}

/// An incremental HMAC-SHA-256 that lives on the stack.
package struct HMACSHA256: Sendable {
    private var inner: SHA256
    private let outer: SHA256

    /// Starts a MAC under `key`.
    package init(key: HMACSHA256Key) {
        inner = key.inner
        outer = key.outer
    }

    /// Continues the MAC over `bytes`.
    package mutating func update(_ bytes: Span<UInt8>) {
        inner.update(bytes)
    }

    /// The MAC of everything so far.
    package consuming func finish() -> SHA256Digest {
        let digest = inner.finish()
        var last = outer
        last.update(digest.span)
        return last.finish()
    }
}
