import Bytes
package import Crypto

/// A token that the gateway makes, in Sanctum's form: `id|secret`, the secret being 40 random
/// letters and digits and the eight digits of their CRC-32 (laravel.md §1). Its text is shown once;
/// Redis gets the secret's digest.
package struct NewToken: Sendable {
    /// 10^12 and 52 random bits, which never meets an id that a back end counts up to, or what
    /// the caller chose.
    package let id: Int
    private let secret: [UInt8]

    /// A token that nobody can guess.
    ///
    /// - Parameter id: one that the caller chooses; nil for a random one.
    package init(id chosen: Int? = nil) {
        var bits = 0
        for byte in SecureRandom.bytes(8) { bits = bits << 8 | Int(byte) }
        id = chosen ?? 1_000_000_000_000 + bits & (1 << 52 - 1)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var letters: [UInt8] = []
        while letters.count < 40 {
            // 62 × 4 = 248: bytes from there on are drawn again, so that all letters are as likely.
            for byte in SecureRandom.bytes(64) where byte < 248 && letters.count < 40 {
                letters.append(alphabet[Int(byte) % 62])
            }
        }
        var buffer = ByteBuffer()
        buffer.append(letters)
        buffer.append(hex: UInt64(crc32b(letters.span)), digits: 8)
        secret = buffer.span.toArray()
    }

    /// What its owner sends behind `Bearer `.
    package var text: String { "\(id)|" + String(decoding: secret, as: UTF8.self) }

    /// What Redis stores.
    package var digest: SHA256Digest { SHA256.digest(of: secret.span) }
}
