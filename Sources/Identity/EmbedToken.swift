package import Bytes

/// A signed embed token: who may open which widget of an organization, until when.
///
/// Its payload is compact JSON of nine claims, in this order:
///
///     iss  the issuer of the policy          ctx  an object of the host's; `{}` when it gave none
///     org  the organization's id             iat  when it was made, Unix seconds
///     slug the widget                        exp  when it ends, Unix seconds
///     sub  the host's name for the visitor   jti  128 random bits in base64url
///                                            kid  which of the organization's keys signed
///
/// `ctx` is always there and always an object, so that those who read it need no second case.
/// What is signed is the encoded text, so that nobody has to spell JSON as we do.
package enum EmbedToken {
    /// How a token is written. What one format signs holds a dot and what the other signs does
    /// not, so that no signature is good for both.
    package enum Format: String, Sendable, CaseIterable {
        /// `base64url(payload) "." base64url(HMAC-SHA256(key, base64url(payload)))`
        case compact
        /// A JWT (RFC 7519) under HS256 (RFC 7518 §3.2), with the `kid` in its header as well.
        case jwt
    }

    /// Where the claims stand in a token, in base64url: what a verified one hands on as it was
    /// signed. Empty for what is no token.
    package static func payload(of token: Span<UInt8>) -> ByteRange {
        Parts(token).map { ByteRange($0.payload) } ?? .empty
    }

    /// Where a token's parts stand in its text. Nothing about them is known but their shape.
    struct Parts {
        /// Empty for `compact`.
        let header: Range<Int>
        let payload: Range<Int>
        /// What the MAC is of: the text in front of the last dot.
        let signed: Range<Int>
        let mac: Range<Int>
        var format: Format { header.isEmpty ? .compact : .jwt }

        /// Splits a text at its one or two dots; nil when a part is empty, there are more or none,
        /// or the MAC is not as long as one.
        init?(_ text: Span<UInt8>) {
            let dot = UInt8(ascii: ".")
            guard let first = text.firstIndex(of: dot) else { return nil }
            let second = text.firstIndex(of: dot, from: first + 1)
            let last = second ?? first
            guard text.firstIndex(of: dot, from: last + 1) == nil else { return nil }
            header = 0..<(second == nil ? 0 : first)
            payload = (second == nil ? 0 : first + 1)..<last
            signed = 0..<last
            mac = (last + 1)..<text.count
            guard !payload.isEmpty, second == nil || !header.isEmpty,
                mac.count == Self.macTextCount
            else { return nil }
        }

        /// 32 bytes in base64url.
        private static var macTextCount: Int { 43 }
    }
}

/// What a verified token says, valid as long as the verifier reads no other one.
package struct EmbedClaims: ~Escapable {
    package let issuer: Span<UInt8>
    package let org: Span<UInt8>
    package let slug: Span<UInt8>
    /// The host's name for the visitor, as text in UTF-8: anything but empty.
    package let subject: Span<UInt8>
    /// A JSON object as the token spells it.
    package let context: Span<UInt8>
    /// `jti`: what tells this token from all others.
    package let id: Span<UInt8>
    /// The id of the key that signed.
    package let kid: Span<UInt8>
    /// Unix seconds.
    package let issuedAt: Int
    /// Unix seconds.
    package let expiresAt: Int

    @_lifetime(copy text, copy payload)
    init(_ found: EmbedClaimRanges, text: Span<UInt8>, payload: Span<UInt8>) {
        issuer = text.slice(found.issuer ?? .empty)
        org = text.slice(found.org ?? .empty)
        slug = text.slice(found.slug ?? .empty)
        subject = text.slice(found.subject ?? .empty)
        id = text.slice(found.id ?? .empty)
        kid = text.slice(found.kid ?? .empty)
        context = payload.slice(found.context ?? .empty)
        issuedAt = found.issuedAt
        expiresAt = found.expiresAt
    }
}
