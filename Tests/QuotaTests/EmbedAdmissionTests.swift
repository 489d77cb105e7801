import Bytes
import Identity
import Quota
import Redis
import RedisServer
import Testing

@Suite struct EmbedAdmissionTests {
    @Test(arguments: EmbedToken.Format.allCases)
    func `a key is fetched once, and then a token takes one round trip`(
        format: EmbedToken.Format
    ) throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        let first = try gate.admit(embed: try host.token(format: format))
        let (firstTrips, visitor) = (gate.roundTrips, gate.visitor)
        let id = gate.admission.identity.tokenText.count
        #expect(first == .admitted && firstTrips == 2)
        #expect(visitor == "acme u1 []" && id == 22)
        let second = try gate.admit(embed: try host.token(subject: "u2", format: format))
        let (secondTrips, remaining) = (gate.roundTrips, gate.admission.decision?.remaining)
        #expect(second == .admitted && secondTrips == 1 && remaining == 3)
    }

    @Test(arguments: [
        ("user-1|a@b.test", "user-1|a@b.test"), ("a b", "a%20b"), ("50%", "50%25"),
        ("é\r\nX-Evil: 1", "%C3%A9%0D%0AX-Evil:%201"), ("\u{7F}", "%7F"),
    ])
    func `a visitor's name becomes a field value that can be read back`(
        subject: String, user: String
    ) throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        let verdict = try gate.admit(embed: try host.token(subject: subject))
        let visitor = gate.visitor
        #expect(verdict == .admitted && visitor == "acme \(user) []")
    }

    @Test func `a token that is not good costs its organization nothing`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        let good = try host.token()
        let stale = try host.token(at: EmbedHost.now - 960)
        let early = try host.token(at: EmbedHost.now + 61)
        let refusals: [(String, String, Unauthenticated)] = [
            (try host.forgedToken(), "", .embed(.forged)), (stale, "", .embed(.expired)),
            (early, "", .embed(.notYetValid)), (good, "other", .embed(.wrongSlug)),
            (String(good.dropLast()), "", .embed(.malformed)), ("x", "", .embed(.malformed)),
            (String(repeating: "a", count: 8_193), "", .embed(.tooLarge)),
        ]
        // With the key fetched, and with the key at hand.
        for _ in 0..<2 {
            for (token, slug, refusal) in refusals {
                let verdict = try gate.admit(embed: token, EmbedRequest(slug: slug))
                let visitor = gate.visitor
                #expect(verdict == .unauthenticated(refusal) && visitor == "  ")
            }
        }
        #expect(try gate.server.run(["EXISTS", "b:quota:acme:messages"]) == "0")
        let named = try gate.admit(embed: good, EmbedRequest(slug: "site"))
        let remaining = gate.admission.decision?.remaining
        #expect(named == .admitted && remaining == 4)
    }

    @Test func `a key of another organization verifies nothing`() throws {
        var gate = try Gate()
        let (acme, other) = (try EmbedHost(), try EmbedHost("other"))
        try gate.store(acme)
        try gate.store(other)
        try gate.server.run(["SET", acme.keyName, other.sealed])
        let moved = try gate.admit(embed: try other.token())
        let unreadable = try gate.admit(embed: try acme.token())
        #expect(moved == .admitted && unreadable == .unreadableKey)
        // That is the gateway's trouble, and over as soon as the key is right.
        try gate.store(acme)
        let mended = try gate.admit(embed: try acme.token())
        #expect(mended == .admitted)
    }

    @Test func `a widget that is gone or disabled ends its tokens at once, at no cost`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        let token = try host.token()
        let before = try gate.admit(embed: token)
        for command in [
            ["HSET", "b:widget:acme:site", "enabled", "0"], ["DEL", "b:widget:acme:site"],
        ] {
            try gate.server.run(command)
            for _ in 0..<6 {
                let verdict = try gate.admit(embed: token)
                #expect(verdict == .unauthenticated(.unavailableWidget))
            }
        }
        try gate.store(host)
        let after = try gate.admit(embed: token)
        let remaining = gate.admission.decision?.remaining
        #expect(before == .admitted && after == .admitted && remaining == 3)
    }

    @Test func `a widget's record that cannot be read lets nobody in`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host, widget: ["origins", "shop.test"])
        let verdict = try gate.admit(embed: try host.token())
        #expect(verdict == .redisFault(.invalidRecord))
    }

    @Test(arguments: [
        ("", "https://x.test", true), ("https://a.test https://b.test", "https://b.test", true),
        ("https://a.test", "https://b.test", false), ("https://a.test", "null", false),
        ("https://a.test", "", true),
        ("https://a.test", String(repeating: "o", count: 9_000), false),
    ])
    func `a browser's page must be of an origin that the widget lists`(
        list: String, origin: String, isAllowed: Bool
    ) throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host, widget: ["origins", list])
        let verdict = try gate.admit(embed: try host.token(), EmbedRequest(origin: origin))
        #expect(verdict == (isAllowed ? .admitted : .refusedOrigin))
        // As other answers with 403, and as Laravel has it, that counts.
        let (remaining, visitor) = (gate.admission.decision?.remaining, gate.visitor)
        #expect(remaining == 4 && visitor == "acme u1 []")
    }

    @Test func `the organization's limit and its state hold for visitors too`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        try gate.server.run(["HSET", "b:org:acme", "limit:messages", "1/60:2"])
        let token = try host.token()
        let first = try gate.admit(embed: token)
        let firstTrips = gate.roundTrips
        let second = try gate.admit(embed: token)
        let secondTrips = gate.roundTrips
        let third = try gate.admit(embed: token)
        let verdicts = [first, second, third]
        // The key; the policy's numbers; the organization's own, which are remembered.
        #expect(
            verdicts == [.admitted, .admitted, .limited] && firstTrips == 3 && secondTrips == 1)
        try gate.server.run(["HSET", "b:org:acme", "status", "suspended"])
        let suspended = try gate.admit(embed: token, EmbedRequest(limit: nil))
        #expect(suspended == .suspended)
    }

    @Test func `a Redis that forgot the script is given it again, and debits once`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        _ = try gate.admit(embed: try host.token())
        try gate.server.run(["SCRIPT", "FLUSH"])
        let verdict = try gate.admit(embed: try host.token())
        let (trips, remaining) = (gate.roundTrips, gate.admission.decision?.remaining)
        #expect(verdict == .admitted && trips == 2 && remaining == 3)
    }

    @Test func `without Redis nobody is admitted, even with the key at hand`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        let token = try host.token()
        _ = try gate.admit(embed: token)
        gate.desk.link.lost(nowMilliseconds: 0)
        let known = try gate.admit(embed: token)
        let unknown = try gate.admit(embed: try EmbedHost("other").token())
        #expect(known == .redisFault(.unavailable) && unknown == .redisFault(.unavailable))
    }
}
