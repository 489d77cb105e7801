import Bytes
import Crypto
import JSON

/// Why an embed token is not accepted. Clients see one answer for all of them.
package enum EmbedFault: Error, Equatable, Sendable {
    /// Longer than `Bounds.embedTokenBytesMax`.
    case tooLarge
    /// Not two or three parts in strict base64url, or without readable `org` and `kid`.
    case malformed
    /// The MAC is not that of this text under this key.
    case forged
    /// A JWT's header asks for something else than HS256, or names another key.
    case unsupportedHeader
    /// Signed by the key's holder, but a claim is missing, twice there or of the wrong kind.
    case invalidClaims
    /// It names another organization or key than the one it was verified with.
    case wrongKey
    /// Made, or to be good, more than a minute from now.
    case notYetValid
    case expired
    /// For another widget than the one that asks.
    case wrongSlug

    /// For logs.
    package var reason: StaticString {
        switch self {
        case .tooLarge: "too large"
        case .malformed: "malformed"
        case .forged: "wrong signature"
        case .unsupportedHeader: "unsupported header"
        case .invalidClaims: "invalid claims"
        case .wrongKey: "wrong key"
        case .notYetValid: "not yet valid"
        case .expired: "expired"
        case .wrongSlug: "for another widget"
        }
    }
}

/// Reads embed tokens in two steps: `readHints` says which key to fetch, `verify` judges. Nothing
/// else of a token is looked at before its MAC was found right. One worker keeps one: its buffers
/// are reused, so that verifying allocates nothing once they have grown.
package struct EmbedVerifier: ~Copyable {
    var payload = ByteBuffer()
    /// Claims without their escapes; before there are any, a MAC or a header.
    var text = ByteBuffer()
    var tape = Tape()
    var found = EmbedClaimRanges()
    private var hintedOrgRange = ByteRange.empty
    private var hintedKidRange = ByteRange.empty

    package init() {}

    /// The organization that the last token claims; nobody has vouched for it. It has the form of
    /// an organization's id, so that it can be part of a key. Empty after a fault.
    package var hintedOrg: Span<UInt8> {
        @_lifetime(borrow self) get { payload.span.slice(hintedOrgRange) }
    }

    /// The key's id that the last token claims: `[0-9a-z]{1,16}`. Empty after a fault.
    package var hintedKid: Span<UInt8> {
        @_lifetime(borrow self) get { payload.span.slice(hintedKidRange) }
    }

    /// What the last token says, after `verify` has accepted it; everything is empty before.
    package var claims: EmbedClaims {
        @_lifetime(borrow self) get {
            EmbedClaims(found, text: text.span, payload: payload.span)
        }
    }

    /// Finds out which key a token wants: `hintedOrg` and `hintedKid`. Throws `tooLarge` or
    /// `malformed`.
    package mutating func readHints(_ token: Span<UInt8>) throws(EmbedFault) {
        reset()
        let parts = try Self.parts(of: token)
        guard Base64URL.decode(token.extracting(parts.payload), to: &payload),
            let hints = CompactScan.hints(payload.span)
        else {
            reset()
            throw .malformed
        }
        hintedOrgRange = ByteRange(hints.org)
        hintedKidRange = ByteRange(hints.kid)
    }

    /// Judges a token by the key that its hints named: shape, MAC, header, claims, times, widget,
    /// in this order. When it returns, `claims` are to be believed.
    ///
    /// - Parameters:
    ///   - unixSeconds: now; clocks may differ by `Bounds.embedClockSkewSeconds`.
    ///   - slug: the widget that asks; nil where no widget does.
    package mutating func verify(
        _ token: Span<UInt8>, key: EmbedKey, unixSeconds: Int, slug: Span<UInt8>?
    ) throws(EmbedFault) {
        do throws(EmbedFault) {
            try judge(token, key)
            try judgeTimes(unixSeconds)
            if let slug, !claims.slug.equals(slug) { throw .wrongSlug }
        } catch {
            reset()
            throw error
        }
    }

    private mutating func judge(_ token: Span<UInt8>, _ key: EmbedKey) throws(EmbedFault) {
        reset()
        let parts = try Self.parts(of: token)
        guard Base64URL.decode(token.extracting(parts.mac), to: &text) else { throw .malformed }
        let mac = key.mac.authenticate(token.extracting(parts.signed))
        guard constantTimeEquals(mac.span, text.span) else { throw .forged }
        // From here on it is text that a holder of the key has written.
        text.removeAll()
        if parts.format == .jwt {
            guard Base64URL.decode(token.extracting(parts.header), to: &text) else {
                throw .malformed
            }
            guard CompactScan.isHeader(text.span, kid: key.kid.span) else {
                throw .unsupportedHeader
            }
            text.removeAll()
        }
        guard Base64URL.decode(token.extracting(parts.payload), to: &payload) else {
            throw .malformed
        }
        try readClaims()
        guard claims.org.equals(key.org.span), claims.kid.equals(key.kid.span) else {
            throw .wrongKey
        }
    }

    private func judgeTimes(_ now: Int) throws(EmbedFault) {
        let skew = Bounds.embedClockSkewSeconds
        let lifetime = found.expiresAt - found.issuedAt
        guard lifetime > 0, lifetime <= Bounds.embedTTLSecondsMax else { throw .invalidClaims }
        guard max(found.issuedAt, found.notBefore) - skew <= now else { throw .notYetValid }
        guard now < found.expiresAt + skew else { throw .expired }
    }

    private static func parts(of token: Span<UInt8>) throws(EmbedFault) -> EmbedToken.Parts {
        guard token.count <= Bounds.embedTokenBytesMax else { throw .tooLarge }
        guard let parts = EmbedToken.Parts(token) else { throw .malformed }
        return parts
    }

    private mutating func reset() {
        payload.removeAll()
        text.removeAll()
        tape.removeAll()
        found = EmbedClaimRanges()
        hintedOrgRange = .empty
        hintedKidRange = .empty
    }
}
