import Bytes
import COpenSSL

/// The proof that a server has understood the handshake of a WebSocket (RFC 6455 §4.2.2). SHA-1 is
/// what the RFC asks for; nothing secret rests on it.
package enum WebSocketKey {
    /// What `Sec-WebSocket-Accept` says to a `Sec-WebSocket-Key`.
    package static func answer(to key: Span<UInt8>) -> [UInt8] {
        var text = ByteBuffer()
        text.append(key)
        text.append("258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
        var digest = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
        unsafe text.span.withUnsafeBufferPointer { source in
            unsafe digest.withUnsafeMutableBufferPointer { target in
                // SAFETY: SHA1 reads `count` bytes and writes 20, which is the array's length.
                _ = unsafe SHA1(source.baseAddress, source.count, target.baseAddress)
            }
        }
        // 28 characters: 20 bytes are six groups of three, and two.
        var encoded = [UInt8](repeating: 0, count: 29)
        let count = unsafe encoded.withUnsafeMutableBufferPointer { target in
            // SAFETY: EVP_EncodeBlock writes 28 characters and a NUL.
            unsafe Int(EVP_EncodeBlock(target.baseAddress, digest, Int32(digest.count)))
        }
        return Array(encoded[..<count])
    }
}
