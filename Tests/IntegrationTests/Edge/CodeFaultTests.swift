import Glibc
import RedisServer
import Testing

/// The exchange of codes while clients, Redis and the gateway itself go away at the worst moment.
/// A relay before Redis stops the traffic at the step in question.
@Suite(.serialized) struct CodeFaultTests {
    private let relay: RedisRelay
    private let rig: Rig

    init() throws {
        (relay, rig) = try Self.relayed(redisTimeout: "5s")
    }

    private static func relayed(redisTimeout: String) throws -> (RedisRelay, Rig) {
        let port = try freePort(at: "127.0.0.1")
        let relay = try RedisRelay(to: port)
        let rig = try Rig(
            .init(
                workers: 1, redisTimeout: redisTimeout, redisArguments: ["--port", "\(port)"],
                redisURL: "redis://127.0.0.1:\(relay.port)",
                failedLookups: "{rate: 1000 per second, burst: 1000}"))
        return (relay, rig)
    }

    /// A client that has sent its code and waits.
    private func presenting(_ code: String, to rig: Rig) throws -> Client {
        let client = try rig.client()
        try client.send(rig.codeRequest(code))
        return client
    }

    private func awaitNoRequest(_ rig: Rig) throws {
        try eventually("the end of the request") {
            try rig.gateway.metric("bawaba_requests_in_flight") == 0
        }
    }

    /// How many tokens, reserved or good, and indexes Redis has.
    private func tokens(_ rig: Rig) throws -> Int? {
        let count = ["EVAL", "return #redis.call('KEYS', ARGV[1])", "0", "bawaba:token*"]
        return Int(try rig.redis.run(count))
    }

    private func awaitNoToken(_ rig: Rig) throws {
        try eventually("the end of the token") { try tokens(rig) == 0 }
    }

    // MARK: Replays

    @Test func `a replay ends the token although its presenter has gone`() throws {
        let code = try rig.code()
        #expect(try presenting(code, to: rig).answered().status == 200)
        let stop = relay.stop(.hold) { $0.isRedemption }
        let client = try presenting(code, to: rig)
        try stop.arrival()
        client.socket.reset()
        try awaitNoRequest(rig)
        #expect(try tokens(rig) ?? 0 > 0)
        stop.open()
        try eventually("the end of the token") {
            try rig.redis.run(["EXISTS", "bawaba:token:\(try rig.tokenID(of: code))"]) == "0"
        }
    }

    @Test func `a replay that Redis answers too late ends the token all the same`() throws {
        let (relay, rig) = try Self.relayed(redisTimeout: "2s")
        let code = try rig.code()
        #expect(try presenting(code, to: rig).answered().status == 200)
        // As if it had been used a while ago: clocks may differ by some seconds.
        try rig.redis.run(["HSET", Rig.codeKey(code), "used_at", "\(Int(time(nil)) - 60)"])
        let stop = relay.stop(.hold) { $0.isRedemption }
        let answer = try presenting(code, to: rig).answered()
        #expect(answer.status == 503)
        try eventually("the end of the token") {
            try rig.redis.run(["EXISTS", "bawaba:token:\(try rig.tokenID(of: code))"]) == "0"
        }
        // The back end is told why, as of any other replay.
        try eventually("the event") {
            try rig.redis.run(["XREVRANGE", "bawaba:events", "+", "-", "COUNT", "1"])
                .contains("code.replayed")
        }
        stop.open()
    }

    @Test func `a replay that Redis answers late with an error is asked for again`() throws {
        let code = try rig.code()
        #expect(try presenting(code, to: rig).answered().status == 200)
        let id = try rig.tokenID(of: code)
        try rig.redis.run(["HSET", Rig.codeKey(code), "used_at", "\(Int(time(nil)) - 60)"])
        let stop = relay.stop(.hold) { $0.isRedemption }
        let client = try presenting(code, to: rig)
        try stop.arrival()
        client.socket.reset()
        try awaitNoRequest(rig)
        // The scripts refuse to begin without a copy; a question is answered.
        try rig.redis.run(["CONFIG", "SET", "min-replicas-to-write", "1"])
        let failures = try rig.gateway.metric("bawaba_redis_failures_total")
        stop.open()
        // The deletion is refused as well, counted, and tried until it is not.
        try eventually("a refusal") {
            try rig.gateway.metric("bawaba_redis_failures_total") > failures
        }
        try rig.redis.run(["CONFIG", "SET", "min-replicas-to-write", "0"])
        try eventually("the end of the token") {
            try rig.redis.run(["EXISTS", "bawaba:token:\(id)"]) == "0"
        }
    }

    @Test func `a code that was never seen is as good as before, once Redis is back`() throws {
        let code = try rig.code()
        let stop = relay.stop(.swallow) { $0.isRedemption }
        #expect(try presenting(code, to: rig).answered().status == 503)
        try stop.arrival()
        var answer: Answer?
        try eventually("service again") {
            let next = try presenting(code, to: rig).answered()
            answer = next
            return next.status != 503
        }
        let token = try #require(answer?.token)
        // Whatever the gateway asks Redis about the first attempt, it has asked before this.
        for _ in 0..<3 {
            let field = "Authorization: Bearer \(token)"
            #expect(try rig.ask("GET", "/api/v1/channels", fields: [field]).status == 200)
        }
    }

    @Test func `a code that was redeemed after an attempt that got lost keeps its token`() throws {
        let code = try rig.code()
        let stop = relay.stop(.swallow) { $0.isRedemption }
        relay.shut(true)
        #expect(try presenting(code, to: rig).answered().status == 503)
        try stop.arrival()
        // The client asks once more, another gateway answers.
        let token = try rig.token()
        try rig.redis.run(
            ["HSET", Rig.codeKey(code), "used_at", "\(Int(time(nil)))", "token_id", "\(token.id)"])
        relay.shut(false)
        try eventually("the question") { relay.log.contains { $0.name == "HMGET" } }
        for _ in 0..<2 {
            #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        }
    }

    // MARK: Redis goes away

    @Test(arguments: [true, false])
    func `a link that is lost at the confirmation is 503, and the token is withdrawn`(
        isConfirmed: Bool
    ) throws {
        let stop = relay.stop(isConfirmed ? .cut : .swallow) { $0.isConfirmation }
        let client = try presenting(try rig.code(), to: rig)
        try stop.arrival()
        #expect(try client.answered().status == 503)
        try awaitNoToken(rig)
        #expect(relay.log.contains { $0.isDeletion })
    }

    @Test func `a link that is lost at the index's step is 503, and the token is withdrawn`()
        throws
    {
        let stop = relay.stop(.cut) { $0.isIndexKept }
        let client = try presenting(try rig.code(), to: rig)
        try stop.arrival()
        #expect(try client.answered().status == 503)
        try awaitNoToken(rig)
    }

    @Test func `a withdrawal that Redis refuses is tried again, and not in every turn`() throws {
        let code = try rig.code()
        let token = try rig.token()
        let stop = relay.stop(.hold) { $0.isConfirmation }
        let client = try presenting(code, to: rig)
        try stop.arrival()
        try rig.redis.run(["CONFIG", "SET", "min-replicas-to-write", "1"])
        client.socket.reset()
        try awaitNoRequest(rig)
        let start = milliseconds()
        stop.open()
        try eventually("the withdrawal") { relay.log.contains { $0.isDeletion } }
        // Every turn of these asks Redis for something.
        for _ in 0..<50 { _ = try rig.ask("GET", "/api/v1/channels", token: token) }
        let deletions = relay.log.count { $0.isDeletion }
        #expect(deletions <= 1 + (milliseconds() - start) / 500, "\(deletions)")
        let id = try rig.tokenID(of: code)
        #expect(try rig.redis.run(["EXISTS", "bawaba:token:\(id)"]) == "1")
        try rig.redis.run(["CONFIG", "SET", "min-replicas-to-write", "0"])
        try eventually("the end of the token") {
            try rig.redis.run(["EXISTS", "bawaba:token:\(id)"]) == "0"
        }
    }

    // MARK: The gateway goes away

    @Test func `who ends in order withdraws first what nobody was given`() throws {
        let stop = relay.stop(.hold) { $0.isConfirmation }
        let client = try presenting(try rig.code(), to: rig)
        try stop.arrival()
        client.socket.reset()
        try awaitNoRequest(rig)
        rig.gateway.terminate()
        try eventually("draining") { (try? TestSocket.connected(to: rig.plain)) == nil }
        #expect(try tokens(rig) ?? 0 > 0)
        let start = milliseconds()
        stop.open()
        #expect(try rig.gateway.wait() == 0)
        #expect(milliseconds() - start < 10_000)
        #expect(try tokens(rig) == 0)
    }

    @Test func `who ends in order waits for what Redis says of a replay`() throws {
        let code = try rig.code()
        #expect(try presenting(code, to: rig).answered().status == 200)
        let id = try rig.tokenID(of: code)
        let stop = relay.stop(.hold) { $0.isRedemption }
        let client = try presenting(code, to: rig)
        try stop.arrival()
        client.socket.reset()
        try awaitNoRequest(rig)
        rig.gateway.terminate()
        try eventually("draining") { (try? TestSocket.connected(to: rig.plain)) == nil }
        stop.open()
        #expect(try rig.gateway.wait() == 0)
        #expect(try rig.redis.run(["EXISTS", "bawaba:token:\(id)"]) == "0")
    }

    @Test func `who ends in order withdraws once Redis is back`() throws {
        let stop = relay.stop(.cut) { $0.isConfirmation }
        relay.shut(true)
        // The link that stands is not concerned.
        let client = try presenting(try rig.code(), to: rig)
        try stop.arrival()
        #expect(try client.answered().status == 503)
        rig.gateway.terminate()
        try eventually("draining") { (try? TestSocket.connected(to: rig.plain)) == nil }
        relay.shut(false)
        #expect(try rig.gateway.wait() == 0)
        #expect(try tokens(rig) == 0)
    }

    // MARK: The client goes away

    @Test(arguments: ["reset", "close"])
    func `a client that is gone before its answer leaves no token`(how: String) throws {
        let stop = relay.stop(.hold) { $0.isIndexKept }
        let client = try presenting(try rig.code(), to: rig)
        try stop.arrival()
        if how == "reset" { client.socket.reset() } else { client.socket.close() }
        stop.open()
        try awaitNoToken(rig)
    }

    @Test func `a client that has ended its sending only gets its token`() throws {
        let client = try presenting(try rig.code(), to: rig)
        client.socket.finishSending()
        let token = try #require(try client.answered().token)
        let field = "Authorization: Bearer \(token)"
        #expect(try rig.ask("GET", "/api/v1/channels", fields: [field]).status == 200)
        // It took the answer: to reset the connection then takes nothing back.
        client.socket.reset()
        #expect(try rig.ask("GET", "/api/v1/channels", fields: [field]).status == 200)
    }

    // MARK: What can be told from outside

    @Test func `failures cannot be told apart, neither by an answer nor by what Redis is asked`()
        throws
    {
        let used = try rig.code()
        #expect(try presenting(used, to: rig).answered().status == 200)
        let burnt = try rig.code()
        #expect(try rig.exchange(burnt, "https://evil.test/").status == 400)
        let challenge = ["code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"]
        let cases: [(code: String, redirect: String, more: String)] = [
            ("no-such-code", Rig.redirect, ""),
            (try rig.code(expiresIn: -1), Rig.redirect, ""),
            (try rig.code(), "https://evil.test/", ""),
            (burnt, Rig.redirect, ""),
            (try rig.code(fields: challenge), Rig.redirect, ""),
            (try rig.code(fields: challenge), Rig.redirect, #","code_verifier":"short""#),
            (used, Rig.redirect, ""),
        ]
        var seen: [String] = []
        for item in cases {
            let before = relay.log.count
            let answer = try rig.exchange(item.code, item.redirect, more: item.more)
            // All of it but what differs between any two answers.
            let head = answer.head.text.split(separator: "\r\n").filter {
                !$0.lowercased().hasPrefix("date:") && !$0.lowercased().hasPrefix("x-request-id:")
            }
            // Two round trips are waited for, of two and of three commands. A replay has two more
            // commands, which tell of its token's end: they follow when the answer is on its way.
            let asked = relay.log[before...].prefix(5).map(\.name)
            #expect(asked == ["EVALSHA", "EVALSHA", "HGET", "DEL", "DEL"])
            if item.code != used { #expect(relay.log.count == before + 5) }
            seen.append("\(head)\n\(answer.text)")
        }
        #expect(Set(seen).count == 1, "\(seen)")
    }
}

extension Client {
    /// The answer to a POST.
    fileprivate func answered() throws -> Answer {
        var client = self
        return try client.answer(to: "POST")
    }
}
