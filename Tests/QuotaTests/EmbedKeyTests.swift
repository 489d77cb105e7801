import Bytes
import Identity
import Quota
import Redis
import RedisServer
import Testing

/// How long a key is trusted, and what naming keys at random brings.
@Suite struct EmbedKeyTests {
    private static let now = EmbedHost.now

    @Test func `a key that is retired verifies for a minute at most`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        let token = try host.token()
        _ = try gate.admit(embed: token)
        try gate.server.run(["DEL", host.keyName])
        for (age, verdict) in [
            (59, Verdict.admitted), (60, .unauthenticated(.unknownKey)),
            (61, .unauthenticated(.unknownKey)),
        ] {
            let judged = try gate.admit(embed: token, EmbedRequest(unixSeconds: Self.now + age))
            #expect(judged == verdict, "after \(age) s")
        }
    }

    @Test func `a clock that is set back does not prolong a key's time`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        try gate.store(host)
        _ = try gate.admit(embed: try host.token())
        try gate.server.run(["DEL", host.keyName])
        let earlier = Self.now - 100
        let judged = try gate.admit(
            embed: try host.token(at: earlier), EmbedRequest(unixSeconds: earlier))
        #expect(judged == .unauthenticated(.unknownKey))
    }

    @Test func `a key that there is not is asked for once in ten seconds`() throws {
        var gate = try Gate()
        let host = try EmbedHost()
        let token = try host.token()
        let first = try gate.admit(embed: token)
        let firstTrips = gate.roundTrips
        try gate.store(host)
        let second = try gate.admit(embed: token, EmbedRequest(unixSeconds: Self.now + 9))
        let secondTrips = gate.roundTrips
        let third = try gate.admit(embed: token, EmbedRequest(unixSeconds: Self.now + 10))
        #expect(first == .unauthenticated(.unknownKey) && firstTrips == 1)
        #expect(second == .unauthenticated(.unknownKey) && secondTrips == 0)
        #expect(third == .admitted)
    }

    @Test func `who names keys at random or forges is refused before Redis is asked`() throws {
        var gate = try Gate(failedBurst: 3)
        let (host, other) = (try EmbedHost(), try EmbedHost("other"))
        try gate.store(host)
        try gate.store(other)
        let stranger = try EmbedHost(kid: "nope").token()
        let forged = try host.forgedToken()
        for token in [stranger, stranger, forged] {
            guard case .unauthenticated = try gate.admit(embed: token) else {
                Issue.record("it was admitted")
                return
            }
        }
        for token in [stranger, try EmbedHost(kid: "new").token(), try other.token()] {
            let verdict = try gate.admit(embed: token)
            let trips = gate.roundTrips
            guard case .throttled(let decision) = verdict else {
                Issue.record("\(verdict)")
                return
            }
            #expect(decision.retryAfterSeconds == 1 && trips == 0)
        }
        // Whose key is known is not kept out by a neighbour of the same address, even when it has
        // to be read again.
        let fresh = try gate.admit(embed: try host.token())
        let stale = try gate.admit(
            embed: try host.token(), EmbedRequest(unixSeconds: Self.now + 60))
        let staleTrips = gate.roundTrips
        #expect(fresh == .admitted && stale == .admitted && staleTrips == 2)
        let far = Array<UInt8>([192, 0, 2, 1])
        let elsewhere = try gate.admit(
            embed: try other.token(), EmbedRequest(client: ClientNetwork(far.span)))
        #expect(elsewhere == .admitted)
    }

    @Test func `tokens that were good once do not count against an address`() throws {
        var gate = try Gate(failedBurst: 1)
        let host = try EmbedHost()
        try gate.store(host)
        let stale = try host.token(at: Self.now - 1_000)
        for _ in 0..<3 {
            let verdict = try gate.admit(embed: stale)
            #expect(verdict == .unauthenticated(.embed(.expired)))
        }
        let other = try EmbedHost("other")
        try gate.store(other)
        let verdict = try gate.admit(embed: try other.token())
        #expect(verdict == .admitted)
    }
}

@Suite struct EmbedKeyCacheTests {
    private func key(_ number: Int) -> EmbedKey? {
        let org = Array("org-\(number)".utf8)
        let secret = [UInt8](repeating: 7, count: 32)
        return EmbedKey(org: org.span, kid: literalBytes("k1"), secret: secret.span)
    }

    private func state(_ cache: borrowing EmbedKeyCache, _ number: Int, at now: Int = 0)
        -> EmbedKeyCache.State
    {
        let org = Array("org-\(number)".utf8)
        return cache.state(org: org.span, kid: literalBytes("k1"), unixSeconds: now)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `beyond the bound the oldest key is forgotten`(beyond: Int, isKept: Bool) throws {
        var cache = EmbedKeyCache()
        for number in 0..<(Bounds.embedKeysCached + beyond) {
            cache.remember(try #require(key(number)), unixSeconds: number == 0 ? 0 : 1)
        }
        let (first, last) = (
            state(cache, 0, at: 1), state(cache, Bounds.embedKeysCached + beyond - 1, at: 1)
        )
        #expect(first == (isKept ? .fresh(slot: 0) : .unknown))
        #expect(last != .unknown)
    }

    @Test func `what is absent is found again, and a new key ends it`() throws {
        var cache = EmbedKeyCache()
        let org = Array("org-1".utf8)
        cache.rememberAbsence(org: org.span, kid: literalBytes("k1"), unixSeconds: 0)
        let found = [0, 9, 10, -1].map { state(cache, 1, at: $0) }
        let other = state(cache, 2)
        #expect(found == [.absent, .absent, .unknown, .unknown] && other == .unknown)
        cache.remember(try #require(key(1)), unixSeconds: 5)
        let fresh = state(cache, 1, at: 5)
        #expect(fresh == .fresh(slot: 0))
        cache.rememberAbsence(org: org.span, kid: literalBytes("k1"), unixSeconds: 6)
        let absent = state(cache, 1, at: 6)
        #expect(absent == .absent)
    }

    @Test func `however many keys are named, a bounded number is remembered`() {
        var cache = EmbedKeyCache()
        let count = 2 * Bounds.embedKeysAbsentMax
        for number in 0..<count {
            let org = Array("org-\(number)".utf8)
            cache.rememberAbsence(org: org.span, kid: literalBytes("k1"), unixSeconds: 0)
        }
        let states = (0..<count).map { state(cache, $0) }
        let found = states.count { $0 == .absent }
        #expect(found > Bounds.embedKeysAbsentMax / 2 && found <= Bounds.embedKeysAbsentMax)
        #expect(states.last == .absent)
    }

    @Test func `an override is noted beside all keys of its organization`() throws {
        var cache = EmbedKeyCache()
        for number in [1, 2] { cache.remember(try #require(key(number)), unixSeconds: 0) }
        let org = Array("org-1".utf8)
        let note = TokenNote(intervalNanoseconds: 5, burst: 2)
        cache.note(note, org: org.span, limit: 3)
        cache.note(note, org: org.span, limit: Bounds.limitsRememberedMax)
        // It outlives the key's next reading.
        cache.remember(try #require(key(1)), unixSeconds: 60)
        let other = Array("org-2".utf8)
        let found = [
            cache.note(org: org.span, limit: 3), cache.note(org: org.span, limit: 2),
            cache.note(org: other.span, limit: 3), cache.note(org: org.span, limit: 9),
        ]
        #expect(found == [note, TokenNote(), TokenNote(), TokenNote()])
    }
}
