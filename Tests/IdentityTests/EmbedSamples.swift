import Bytes
import Crypto
import Identity
import Testing

/// Keys, grants and tokens for tests.
enum Embed {
    static let now = 1_800_000_000

    static func secret(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    static func key(org: String = "acme", kid: String = "k1", _ byte: UInt8 = 7) -> EmbedKey? {
        let (org, kid, secret) = (Array(org.utf8), Array(kid.utf8), secret(byte))
        return EmbedKey(org: org.span, kid: kid.span, secret: secret.span)
    }

    /// What a host asks for.
    struct Grant {
        var issuer = "https://app.example.com"
        var slug = "marketing-site"
        var subject = "user-12345"
        var context = #"{"plan":"gold"}"#
        var ttl = 900
    }

    static func mint(
        _ grant: Grant = Grant(), _ format: EmbedToken.Format = .compact, key: EmbedKey,
        at now: Int = now
    ) throws(EmbedMinter.Fault) -> String {
        var minter = EmbedMinter()
        var buffer = ByteBuffer()
        let (issuer, slug) = (Array(grant.issuer.utf8), Array(grant.slug.utf8))
        let (subject, context) = (Array(grant.subject.utf8), Array(grant.context.utf8))
        try minter.mint(
            EmbedGrant(
                issuer: issuer.span, slug: slug.span, subject: subject.span,
                context: context.span, ttlSeconds: grant.ttl),
            format: format, key: key, unixSeconds: now, to: &buffer)
        return buffer.span.toString()
    }

    /// Text as a token's part.
    static func encode(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var buffer = ByteBuffer()
        Base64URL.encode(bytes.span, to: &buffer)
        return buffer.span.toString()
    }

    static func decode(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var buffer = ByteBuffer()
        guard Base64URL.decode(bytes.span, to: &buffer) else { return nil }
        return buffer.span.toString()
    }

    /// Whatever text, signed as a holder of the key would.
    static func sign(_ text: String, _ byte: UInt8 = 7) -> String {
        let (secret, bytes) = (secret(byte), Array(text.utf8))
        let mac = HMACSHA256Key(secret.span).authenticate(bytes.span)
        var buffer = ByteBuffer()
        buffer.append(bytes)
        buffer.append(".")
        Base64URL.encode(mac.span, to: &buffer)
        return buffer.span.toString()
    }
}

/// A token's claims, copied out of the verifier.
struct ClaimTexts: Equatable {
    var issuer = ""
    var org = ""
    var slug = ""
    var subject = ""
    var context = ""
    var id = ""
    var kid = ""
    var issuedAt = 0
    var expiresAt = 0

    init(_ claims: EmbedClaims) {
        issuer = claims.issuer.toString()
        org = claims.org.toString()
        slug = claims.slug.toString()
        subject = claims.subject.toString()
        context = claims.context.toString()
        id = claims.id.toString()
        kid = claims.kid.toString()
        issuedAt = claims.issuedAt
        expiresAt = claims.expiresAt
    }
}

/// A verifier and what it said last.
final class Judge {
    private var verifier = EmbedVerifier()

    func hints(_ token: String) -> Result<[String], EmbedFault> {
        let bytes = Array(token.utf8)
        do throws(EmbedFault) {
            try verifier.readHints(bytes.span)
            return .success(Self.hints(of: verifier))
        } catch {
            return .failure(error)
        }
    }

    func verify(
        _ token: String, key: EmbedKey, at now: Int = Embed.now, slug: String? = nil
    ) -> Result<ClaimTexts, EmbedFault> {
        let bytes = Array(token.utf8)
        let slugBytes = slug.map { Array($0.utf8) }
        do throws(EmbedFault) {
            if let slugBytes {
                try verifier.verify(bytes.span, key: key, unixSeconds: now, slug: slugBytes.span)
            } else {
                try verifier.verify(bytes.span, key: key, unixSeconds: now, slug: nil)
            }
            return .success(Self.claims(of: verifier))
        } catch {
            return .failure(error)
        }
    }

    func fault(
        _ token: String, key: EmbedKey, at now: Int = Embed.now, slug: String? = nil
    ) -> EmbedFault? {
        guard case .failure(let fault) = verify(token, key: key, at: now, slug: slug) else {
            return nil
        }
        return fault
    }

    /// What is left to read after a fault.
    var rest: String {
        let claims = Self.claims(of: verifier)
        return claims.issuer + claims.org + claims.slug + claims.subject + claims.context
            + claims.id + claims.kid + Self.hints(of: verifier).joined()
    }

    private static func hints(of verifier: borrowing EmbedVerifier) -> [String] {
        [verifier.hintedOrg.toString(), verifier.hintedKid.toString()]
    }

    private static func claims(of verifier: borrowing EmbedVerifier) -> ClaimTexts {
        ClaimTexts(verifier.claims)
    }
}
