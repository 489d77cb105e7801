import Bytes
import Identity
import Quota
import RedisServer
import Testing

/// A host of an organization: its embed key, and tokens as it gets them for its visitors.
struct EmbedHost {
    static let now = 1_800_000_000
    static let masters: MasterKeys? = {
        let text = Array("m1 \(String(repeating: "5a", count: 32))".utf8)
        return try? MasterKeys(text.span)
    }()

    let org: String
    let kid: String
    /// The key as Redis holds it.
    let sealed: String
    private let key: EmbedKey

    init(_ org: String = "acme", kid: String = "k1") throws {
        let masters = try #require(Self.masters)
        let (orgBytes, kidBytes) = (Array(org.utf8), Array(kid.utf8))
        var buffer = ByteBuffer()
        let isSealed = masters.sealNewSecret(org: orgBytes.span, kid: kidBytes.span, to: &buffer)
        try #require(isSealed)
        key = try masters.open(buffer.span, org: orgBytes.span, kid: kidBytes.span)
        sealed = buffer.span.toString()
        self.org = org
        self.kid = kid
    }

    var keyName: String { "b:embed-key:\(org):\(kid)" }

    func token(
        slug: String = "site", subject: String = "u1", format: EmbedToken.Format = .compact,
        at time: Int = now
    ) throws -> String {
        var minter = EmbedMinter()
        var buffer = ByteBuffer()
        let (slug, subject) = (Array(slug.utf8), Array(subject.utf8))
        let (issuer, context) = (Array("https://a.test".utf8), Array(#"{"plan":1}"#.utf8))
        try minter.mint(
            EmbedGrant(
                issuer: issuer.span, slug: slug.span, subject: subject.span,
                context: context.span, ttlSeconds: 900),
            format: format, key: key, unixSeconds: time, to: &buffer)
        return buffer.span.toString()
    }

    /// A token whose last byte but one of the claims is another, so that its MAC is not theirs.
    func forgedToken() throws -> String {
        let parts = try token().split(separator: ".")
        let other = try EmbedHost(org, kid: kid).token().split(separator: ".")
        return "\(parts[0]).\(other[1])"
    }
}

/// What stands around an embed token.
struct EmbedRequest {
    var slug = ""
    var origin = ""
    var limit: Int? = 0
    var client = ClientNetwork.unknown
    var unixSeconds = EmbedHost.now
    var milliseconds: UInt64 = 0
}

extension Gate {
    /// Stores a host's key and an enabled widget `site`.
    func store(_ host: EmbedHost, widget: [String] = []) throws {
        try server.run(
            ["SET", host.keyName, host.sealed],
            ["HSET", "b:widget:\(host.org):site", "enabled", "1"] + widget)
    }

    mutating func admit(embed token: String, _ request: EmbedRequest = .init()) throws -> Verdict {
        let now = Moment(
            milliseconds: request.milliseconds, unixSeconds: request.unixSeconds)
        let (token, slug) = (Array(token.utf8), Array(request.slug.utf8))
        let origin = Array(request.origin.utf8)
        let verdict = admission.beginEmbed(
            token: token.span, slug: slug.span, origin: origin.span, limitIndex: request.limit,
            client: request.client, tag: 77, desk: &desk, now: now)
        return try finish(verdict, now)
    }

    /// Who was admitted: organization, user, abilities; and whether a token's id is there.
    var visitor: String {
        let identity = [
            admission.identity.org.toString(), admission.identity.user.toString(),
            admission.identity.abilities.toString(),
        ]
        return identity.joined(separator: " ")
    }
}
