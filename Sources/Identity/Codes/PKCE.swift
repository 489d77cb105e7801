import Bytes
import Crypto

/// Proof Key for Code Exchange (RFC 7636), method S256 alone.
enum PKCE {
    /// Appends the challenge of a verifier: `BASE64URL(SHA256(verifier))` (§4.6). Nothing for none;
    /// `!`, which no challenge is, for text that is no verifier: 43 to 128 unreserved characters
    /// (§4.1).
    static func appendChallenge(of verifier: Span<UInt8>, to buffer: inout ByteBuffer) {
        if verifier.isEmpty { return }
        guard isVerifier(verifier) else { return buffer.append("!") }
        let digest = SHA256.digest(of: verifier)
        Base64URL.encode(digest.span, to: &buffer)
    }

    private static func isVerifier(_ text: Span<UInt8>) -> Bool {
        guard (43...128).contains(text.count) else { return false }
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): break
            default: if !ASCII.isAlphanumeric(text[index]) { return false }
            }
        }
        return true
    }
}
