import Bytes
import Identity
import Testing

@Suite struct EmbedMintTests {
    private let key: EmbedKey
    private let judge = Judge()

    init() throws { key = try #require(Embed.key()) }

    @Test func `a compact token is the encoded claims and their MAC`() throws {
        let token = try Embed.mint(key: key)
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        #expect(parts.count == 2)
        let payload = try #require(Embed.decode(String(parts[0])))
        #expect(token == Embed.sign(String(parts[0])))
        let id = payload.split(separator: "\"jti\":\"")[1].prefix { $0 != "\"" }
        #expect(id.utf8.count == 22)
        #expect(
            payload == #"{"iss":"https://app.example.com","org":"acme","slug":"marketing-site","#
                + #""sub":"user-12345","ctx":{"plan":"gold"},"iat":1800000000,"exp":1800000900,"#
                + #""jti":"\#(id)","kid":"k1"}"#)
        #expect(token.hasPrefix("eyJpc3MiOi"))
    }

    @Test func `a JWT has the same claims behind a header`() throws {
        let token = try Embed.mint(Embed.Grant(), .jwt, key: key)
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        #expect(parts.count == 3)
        #expect(Embed.decode(parts[0]) == #"{"alg":"HS256","typ":"JWT","kid":"k1"}"#)
        let payload = try #require(Embed.decode(parts[1]))
        #expect(payload.hasPrefix(#"{"iss":"https://app.example.com","org":"acme","#))
        #expect(token == Embed.sign(parts[0] + "." + parts[1]))
    }

    @Test(arguments: EmbedToken.Format.allCases)
    func `what was granted comes back`(format: EmbedToken.Format) throws {
        let grant = Embed.Grant(
            issuer: "https://اوكتا.example/\"\\", subject: "زائر/1 \"x\" \u{1F600}\n",
            context: " { \"a\" : [ 1 , \"b c\\\" }\" ] ,\n \"d\":{} } ", ttl: 60)
        let token = try Embed.mint(grant, format, key: key)
        #expect(try judge.hints(token).get() == ["acme", "k1"])
        let claims = try judge.verify(token, key: key, slug: "marketing-site").get()
        #expect(claims.issuer == grant.issuer && claims.subject == grant.subject)
        #expect(claims.org == "acme" && claims.kid == "k1" && claims.slug == "marketing-site")
        #expect(claims.context == #"{"a":[1,"b c\" }"],"d":{}}"#)
        #expect(claims.issuedAt == Embed.now && claims.expiresAt == Embed.now + 60)
        let second = try judge.verify(Embed.mint(grant, format, key: key), key: key).get()
        #expect(second.id != claims.id && claims.id.utf8.count == 22)
    }

    @Test(arguments: ["", "null", "[]", " [ ] ", "{}"])
    func `no context is an empty object`(context: String) throws {
        let token = try Embed.mint(Embed.Grant(context: context), key: key)
        #expect(try judge.verify(token, key: key).get().context == "{}")
    }

    @Test(
        arguments: [
            (Embed.Grant(issuer: ""), .invalidIssuer),
            (Embed.Grant(issuer: String(repeating: "i", count: 513)), .invalidIssuer),
            (Embed.Grant(slug: ""), .invalidSlug), (Embed.Grant(slug: "a:b"), .invalidSlug),
            (Embed.Grant(slug: "a b"), .invalidSlug), (Embed.Grant(slug: "é"), .invalidSlug),
            (Embed.Grant(slug: String(repeating: "s", count: 65)), .invalidSlug),
            (Embed.Grant(subject: ""), .invalidSubject),
            (Embed.Grant(subject: String(repeating: "é", count: 256)), .subjectTooLong),
            (Embed.Grant(context: "[1]"), .invalidContext),
            (Embed.Grant(context: "7"), .invalidContext),
            (Embed.Grant(context: "{"), .invalidContext),
            (Embed.Grant(context: #"{},"kid":"x""#), .invalidContext),
            (Embed.Grant(context: "{}{}"), .invalidContext),
            (Embed.Grant(ttl: 59), .invalidTTL), (Embed.Grant(ttl: 86_401), .invalidTTL),
            (Embed.Grant(ttl: 0), .invalidTTL), (Embed.Grant(ttl: -900), .invalidTTL),
        ] as [(Embed.Grant, EmbedMinter.Fault)])
    func `what cannot be granted is named`(grant: Embed.Grant, fault: EmbedMinter.Fault) {
        for format in EmbedToken.Format.allCases {
            #expect(throws: fault) { try Embed.mint(grant, format, key: key) }
        }
    }

    @Test(arguments: [60, 61, 86_399, 86_400])
    func `a time to live has its bounds`(ttl: Int) throws {
        let token = try Embed.mint(Embed.Grant(ttl: ttl), key: key)
        #expect(try judge.verify(token, key: key).get().expiresAt == Embed.now + ttl)
    }

    @Test(arguments: [511, 512])
    func `an issuer of 512 bytes is the longest`(count: Int) throws {
        let issuer = String(repeating: "i", count: count)
        let token = try Embed.mint(Embed.Grant(issuer: issuer), key: key)
        #expect(try judge.verify(token, key: key).get().issuer == issuer)
    }

    @Test(arguments: ["u", "é", "\u{1F600}"])
    func `a subject of 255 characters is the longest`(character: String) throws {
        for count in [254, 255] {
            let subject = String(repeating: character, count: count)
            let token = try Embed.mint(Embed.Grant(subject: subject), key: key)
            #expect(try judge.verify(token, key: key).get().subject == subject)
        }
    }

    @Test func `a slug of 64 bytes is the longest`() throws {
        let slug = String(repeating: "s", count: 64)
        let token = try Embed.mint(Embed.Grant(slug: slug), key: key)
        #expect(try judge.verify(token, key: key, slug: slug).get().slug == slug)
    }

    @Test(arguments: EmbedToken.Format.allCases)
    func `no token is made that would be too long to be verified`(
        format: EmbedToken.Format
    ) throws {
        // Every further three bytes of context are four of token; find the longest that passes.
        var longest = ""
        var refused = 0
        for length in 5_600...6_100 {
            let context = #"{"a":""# + String(repeating: "x", count: length) + #""}"#
            guard let token = try? Embed.mint(Embed.Grant(context: context), format, key: key)
            else {
                refused += 1
                continue
            }
            longest = token
        }
        #expect((Bounds.embedTokenBytesMax - 4...Bounds.embedTokenBytesMax).contains(longest.count))
        #expect(refused > 0)
        #expect(judge.fault(longest, key: key) == nil)
        // 4 KB of context, the contract's bound, fit with the longest of all else that is usual.
        let grant = Embed.Grant(
            slug: String(repeating: "s", count: 64), subject: String(repeating: "é", count: 255),
            context: #"{"a":""# + String(repeating: "x", count: 4_088) + #""}"#)
        #expect(
            try judge.verify(Embed.mint(grant, format, key: key), key: key).get().slug.count == 64)
    }

    @Test func `nothing is appended where nothing is made`() throws {
        var minter = EmbedMinter()
        var buffer = ByteBuffer()
        buffer.append("kept")
        let grant = EmbedGrant(
            issuer: literalBytes("i"), slug: literalBytes("s"), subject: literalBytes("u"),
            context: literalBytes("{]"), ttlSeconds: 60)
        #expect(throws: EmbedMinter.Fault.invalidContext) {
            try minter.mint(grant, format: .jwt, key: key, unixSeconds: 1, to: &buffer)
        }
        let left = buffer.span.toString()
        #expect(left == "kept")
    }

    @Test func `a key is never printed`() {
        #expect("\(key)" == "(embed key)")
        #expect(String(reflecting: key) == "(embed key)")
        var text = ""
        dump(key, to: &text)
        #expect(text == "- (embed key)\n")
    }

    @Test(arguments: [
        ("acme", "k1", true), ("a:b", "k1", true), ("", "k1", false), ("a b", "k1", false),
        ("a\"b", "k1", false), ("a\\b", "k1", false), ("acme", "", false), ("acme", "K1", false),
        ("acme", "k:1", false), ("acme", "0123456789abcdef", true),
        ("acme", "0123456789abcdefg", false),
    ])
    func `a key belongs to an organization and has an id`(org: String, kid: String, isKey: Bool) {
        #expect((Embed.key(org: org, kid: kid) != nil) == isKey)
    }
}
