import Bytes
import Crypto
import Identity
import Quota
import Redis
import RedisServer
import Testing

private let prefix = Array("b:".utf8)

/// Creates a token as `token create` does, and returns its text.
private func create(_ fields: TokenFields, through gate: inout Gate) throws -> NewToken {
    let token = NewToken()
    var replies: [String] = []
    _ = TokenStore.writeReserve(
        id: token.id, digest: token.digest, prefix: prefix.span, into: &gate.desk.link.pipeline)
    replies += try gate.connection.exchange(&gate.desk.link)
    let count = TokenStore.writeFields(
        fields, id: token.id, digest: token.digest, prefix: prefix.span,
        into: &gate.desk.link.pipeline)
    replies += try gate.connection.exchange(&gate.desk.link, replies: count)
    #expect(replies.first == "1" && replies.count == 1 + count)
    #expect(!replies.contains { $0.hasPrefix("(error)") })
    return token
}

@Suite struct TokenStoreTests {
    @Test func `a token that is created is admitted, with what it was given`() throws {
        var gate = try Gate()
        let fields = try #require(
            TokenFields(
                org: "acme", user: "u1", abilities: ["read", "a\"b"], name: "CI",
                expiresAt: 4_000_000_000))
        let token = try create(fields, through: &gate)
        let byID = try gate.admit("Bearer " + token.text)
        let mayQuote = gate.admission.identity.grants(Ability("a\"b"))
        let user = gate.admission.identity.user.toString()
        let secret = String(token.text.drop { $0 != "|" }.dropFirst())
        let byHash = try gate.admit("Bearer " + secret)
        let expired = try gate.admit("Bearer " + token.text, unixSeconds: 4_000_000_000)
        #expect(byID == .admitted && byHash == .admitted && mayQuote && user == "u1")
        #expect(expired == .unauthenticated(.expired))
        let life = try gate.server.run(["EXPIRETIME", "b:token:\(token.id)"])
        #expect(life == "4000000000")
    }

    @Test func `a creation that is cut off leaves a key for a minute, a whole one for ever`() throws
    {
        var gate = try Gate()
        _ = TokenStore.writeReserve(
            id: 8, digest: NewToken().digest, prefix: prefix.span, into: &gate.desk.link.pipeline)
        _ = try gate.connection.exchange(&gate.desk.link)
        let life = Int(try gate.server.run(["PTTL", "b:token:8"])) ?? 0
        #expect((1...60_000).contains(life))
        let fields = try #require(TokenFields(org: "acme", abilities: ["*"]))
        let token = try create(fields, through: &gate)
        let hash = try gate.server.run(["HGET", "b:token:\(token.id)", "hash"])
        for key in ["b:token:\(token.id)", "b:token-hash:\(hash)"] {
            #expect(try gate.server.run(["TTL", key]) == "-1")
        }
    }

    @Test func `a token that is revoked is refused, in both forms`() throws {
        var gate = try Gate()
        let fields = try #require(TokenFields(org: "acme", abilities: ["*"]))
        let token = try create(fields, through: &gate)
        _ = try gate.admit("Bearer " + token.text)
        var hash = ByteBuffer()
        let digest = token.digest
        hash.append(hex: digest.span)
        let count = TokenStore.writeRevoke(
            id: token.id, hash: hash.span, prefix: prefix.span, into: &gate.desk.link.pipeline)
        let replies = try gate.connection.exchange(&gate.desk.link, replies: count)
        let byID = try gate.admit("Bearer " + token.text)
        let byHash = try gate.admit("Bearer " + token.text.drop { $0 != "|" }.dropFirst())
        // Between the two keys, the event's id.
        #expect(replies.count == 3 && replies.first == "1" && replies.last == "1")
        #expect(byID == .unauthenticated(.unknown) && byHash == .unauthenticated(.unknown))
    }

    @Test func `an id that is taken stays as it is`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        let digest = NewToken().digest
        _ = TokenStore.writeReserve(
            id: 7, digest: digest, prefix: prefix.span, into: &gate.desk.link.pipeline)
        let replies = try gate.connection.exchange(&gate.desk.link)
        let verdict = try gate.admit("Bearer 7|s")
        #expect(replies == ["0"] && verdict == .admitted)
    }

    @Test func `tokens are listed and shown`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        try gate.server.run(["SET", "other:token:9", "x"])
        _ = TokenStore.writeList(
            cursor: literalBytes("0"), prefix: prefix.span, into: &gate.desk.link.pipeline)
        let list = try gate.connection.exchange(&gate.desk.link)
        _ = TokenStore.writeShow(id: 7, prefix: prefix.span, into: &gate.desk.link.pipeline)
        let record = try gate.connection.exchange(&gate.desk.link)
        #expect(list == ["[0, [b:token:7]]"])
        #expect(record[0].contains("org, acme"))
    }

    @Test func `an organization is suspended and limited by command`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        let org = Array("acme".utf8)
        OrganizationRecord.writeStatus(
            "suspended", org: org.span, prefix: prefix.span, into: &gate.desk.link.pipeline)
        OrganizationRecord.writeLimit(
            Array("1/60".utf8), name: literalBytes("messages"), org: org.span,
            prefix: prefix.span, into: &gate.desk.link.pipeline)
        OrganizationRecord.writeShow(
            org: org.span, prefix: prefix.span, into: &gate.desk.link.pipeline)
        let replies = try gate.connection.exchange(&gate.desk.link, replies: 3)
        let verdict = try gate.admit("Bearer 7|s")
        let limit = gate.admission.decision?.limit
        OrganizationRecord.writeLimit(
            nil, name: literalBytes("messages"), org: org.span, prefix: prefix.span,
            into: &gate.desk.link.pipeline)
        let removed = try gate.connection.exchange(&gate.desk.link)
        #expect(replies == ["1", "1", "[status, suspended, limit:messages, 1/60]"])
        #expect(verdict == .suspended && limit == 1 && removed == ["1"])
    }

    @Test func `a new token has Sanctum's form and never repeats`() {
        var texts: Set<String> = []
        for _ in 0..<200 {
            let token = NewToken()
            let secret = Array(token.text.utf8.drop { $0 != UInt8(ascii: "|") }.dropFirst())
            let entropy = Array(secret.prefix(40))
            var check = ByteBuffer()
            check.append(hex: UInt64(crc32b(entropy.span)), digits: 8)
            let digits = check.span.toArray()
            #expect(secret.count == 48 && Array(secret.suffix(8)) == digits)
            #expect(entropy.allSatisfy(ASCII.isAlphanumeric))
            #expect((1_000_000_000_000...5_503_599_627_370_495).contains(token.id))
            texts.insert(token.text)
        }
        #expect(texts.count == 200)
    }

    @Test func `ids that could not become field values are refused`() {
        #expect(TokenFields(org: "", abilities: []) == nil)
        #expect(TokenFields(org: "a b", abilities: []) == nil)
        #expect(TokenFields(org: "a", user: "u\n", abilities: []) == nil)
        #expect(TokenFields(org: "a", abilities: []) != nil)
    }
}
