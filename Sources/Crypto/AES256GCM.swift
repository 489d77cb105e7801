package import Bytes
import COpenSSL

/// AES-256-GCM (NIST SP 800-38D): what is sealed cannot be read, and cannot be changed unnoticed,
/// without the key. A key may seal 2^32 values under random nonces (§8.3), which no key here nears.
package enum AES256GCM {
    /// Length of a key in bytes.
    package static var keyByteCount: Int { 32 }
    /// Length of a nonce in bytes: the 96 bits that §8.2 is about.
    package static var nonceByteCount: Int { 12 }
    /// Length of a tag in bytes: the full 128 bits.
    package static var tagByteCount: Int { 16 }
    /// How much longer a sealed value is than what it holds, in bytes.
    package static var overheadByteCount: Int { nonceByteCount + tagByteCount }

    /// Why a value was not sealed or opened.
    package enum Fault: Error, Equatable, Sendable {
        /// Not sealed under this key with this associated data, or changed since, or too short.
        case notAuthentic
        /// A key or nonce of another length, or more bytes than OpenSSL takes at once.
        case wrongLength
        /// OpenSSL had no memory left.
        case unavailable
    }

    /// Appends nonce, ciphertext and tag under a random nonce. Nothing is appended when it throws.
    ///
    /// - Parameter associatedData: not stored, and needed again to open the value.
    package static func seal(
        _ plaintext: Span<UInt8>, key: Span<UInt8>, associatedData: Span<UInt8>,
        to buffer: inout ByteBuffer
    ) throws(Fault) {
        var nonce = InlineArray<12, UInt8>(repeating: 0)
        var random = nonce.mutableSpan
        SecureRandom.fill(&random)
        try seal(
            plaintext, key: key, nonce: nonce.span, associatedData: associatedData, to: &buffer)
    }

    /// The same under a nonce that the caller chooses. Two values under one key and nonce give the
    /// key's secrets away: this is for known examples.
    package static func seal(
        _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>,
        associatedData: Span<UInt8>, to buffer: inout ByteBuffer
    ) throws(Fault) {
        var cipher = try CipherContext.make(key: key, nonce: nonce, isSealing: true)
        let before = buffer.count
        buffer.append(nonce)
        do throws(Fault) {
            try cipher.authenticate(associatedData)
            try cipher.update(plaintext, to: &buffer)
            try cipher.finishSealing(to: &buffer)
        } catch {
            buffer.truncate(to: before)
            throw error
        }
    }

    /// Appends what a sealed value holds. Nothing is left behind the buffer's end when it throws,
    /// not even what was not authentic.
    package static func open(
        _ sealed: Span<UInt8>, key: Span<UInt8>, associatedData: Span<UInt8>,
        to buffer: inout ByteBuffer
    ) throws(Fault) {
        guard sealed.count >= overheadByteCount else { throw .notAuthentic }
        let nonce = sealed.extracting(0..<nonceByteCount)
        let ciphertext = sealed.extracting(nonceByteCount..<(sealed.count - tagByteCount))
        let tag = sealed.extracting((sealed.count - tagByteCount)...)
        var cipher = try CipherContext.make(key: key, nonce: nonce, isSealing: false)
        let before = buffer.count
        do throws(Fault) {
            try cipher.authenticate(associatedData)
            try cipher.update(ciphertext, to: &buffer)
            try cipher.finishOpening(tag: tag)
        } catch {
            buffer.wipe(from: before)
            throw error
        }
    }
}

/// One use of OpenSSL's cipher interface, for one value. Its key schedule is wiped when it ends.
@safe
private struct CipherContext: ~Copyable {
    // SAFETY: made by EVP_CIPHER_CTX_new, owned by this value alone, freed once in `deinit`.
    private let context: OpaquePointer

    private init(owning context: OpaquePointer) { unsafe self.context = context }

    /// A context for one value.
    static func make(
        key: Span<UInt8>, nonce: Span<UInt8>, isSealing: Bool
    ) throws(AES256GCM.Fault) -> CipherContext {
        guard key.count == AES256GCM.keyByteCount, nonce.count == AES256GCM.nonceByteCount else {
            throw .wrongLength
        }
        guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .unavailable }
        let cipher = unsafe CipherContext(owning: context)
        let isReady = unsafe key.withUnsafeBufferPointer { key in
            unsafe nonce.withUnsafeBufferPointer { nonce in
                // SAFETY: key and nonce have the 32 and 12 bytes that AES-256-GCM reads; OpenSSL
                // copies both.
                unsafe EVP_CipherInit_ex(
                    context, EVP_aes_256_gcm(), nil, key.baseAddress, nonce.baseAddress,
                    isSealing ? 1 : 0) == 1
            }
        }
        guard isReady else { throw .unavailable }
        return cipher
    }

    deinit { unsafe EVP_CIPHER_CTX_free(context) }

    /// Takes associated data, all of it and before anything else.
    mutating func authenticate(_ bytes: Span<UInt8>) throws(AES256GCM.Fault) {
        guard let count = Int32(exactly: bytes.count) else { throw .wrongLength }
        if bytes.isEmpty { return }
        var written: Int32 = 0
        let isTaken = unsafe bytes.withUnsafeBufferPointer { source in
            // SAFETY: reads `count` bytes of the span; without an output it writes `written` alone.
            unsafe EVP_CipherUpdate(context, nil, &written, source.baseAddress, count) == 1
        }
        guard isTaken else { throw .unavailable }
    }

    /// Appends as many bytes as it reads: GCM is a stream cipher.
    mutating func update(
        _ bytes: Span<UInt8>, to buffer: inout ByteBuffer
    ) throws(AES256GCM.Fault) {
        guard let count = Int32(exactly: bytes.count) else { throw .wrongLength }
        if bytes.isEmpty { return }
        let written = unsafe buffer.fill(atLeast: bytes.count) { free in
            var written: Int32 = 0
            let isDone = unsafe bytes.withUnsafeBufferPointer { source in
                // SAFETY: `free` has room for `count` bytes, which is what GCM writes.
                unsafe EVP_CipherUpdate(
                    context, free.baseAddress?.assumingMemoryBound(to: UInt8.self), &written,
                    source.baseAddress, count) == 1
            }
            return isDone ? Int(written) : 0
        }
        guard written == bytes.count else { throw .unavailable }
    }

    /// Appends the tag.
    mutating func finishSealing(to buffer: inout ByteBuffer) throws(AES256GCM.Fault) {
        var tag = InlineArray<16, UInt8>(repeating: 0)
        var none: UInt8 = 0
        var written: Int32 = 0
        var span = tag.mutableSpan
        let isDone = unsafe span.withUnsafeMutableBufferPointer { target in
            // SAFETY: at the end GCM writes nothing more, and 16 bytes of tag, the array's length.
            unsafe EVP_CipherFinal_ex(context, &none, &written) == 1
                && EVP_CIPHER_CTX_ctrl(
                    context, EVP_CTRL_AEAD_GET_TAG, Int32(target.count), target.baseAddress) == 1
        }
        guard isDone, written == 0 else { throw .unavailable }
        buffer.append(tag.span)
    }

    /// Compares the tag, in constant time.
    mutating func finishOpening(tag: Span<UInt8>) throws(AES256GCM.Fault) {
        var none: UInt8 = 0
        var written: Int32 = 0
        let isAuthentic = unsafe tag.withUnsafeBufferPointer { tag in
            // SAFETY: OpenSSL copies the tag's 16 bytes and does not write through the pointer; at
            // the end GCM writes nothing more.
            unsafe EVP_CIPHER_CTX_ctrl(
                context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count),
                UnsafeMutablePointer(mutating: tag.baseAddress)) == 1
                && EVP_CipherFinal_ex(context, &none, &written) == 1
        }
        guard isAuthentic, written == 0 else { throw .notAuthentic }
    }
}
