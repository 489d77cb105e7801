import Testing

/// Redis away: what needs it is refused in time, the rest goes on, and service returns by itself.
@Suite(.serialized) struct RedisFaultTests {
    /// What a loaded machine may add to the policy's 250 ms.
    private static let margin = 1_500

    private func expectRefusal(_ rig: Rig, _ token: Token) throws {
        let start = milliseconds()
        let answer = try rig.ask("GET", "/api/v1/channels", token: token)
        #expect(answer.head.startLine == "HTTP/1.1 503 Service Unavailable")
        #expect(answer.text == "{\n    \"message\": \"Service Unavailable\"\n}")
        #expect(answer["retry-after"] != nil)
        #expect(milliseconds() - start < 250 + Self.margin)
    }

    private func expectPublicService(_ rig: Rig) throws {
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(try rig.ask("POST", "/api/webhooks/neoleap", body: "[]").status == 200)
        #expect(try rig.ask("GET", "/api/v1/channels").status == 401)
        #expect(try rig.ask("GET", "/api/v1/nope").status == 404)
        #expect(try rig.gateway.ask("/readyz").status == 200)
    }

    private func expectReturn(_ rig: Rig, _ token: Token) throws {
        try eventually("service again") {
            try rig.ask("GET", "/api/v1/channels", token: token).status == 200
        }
    }

    @Test(arguments: [true, false])
    func `a frozen Redis costs the configured time and no more`(isKnown: Bool) throws {
        let rig = try Rig(.init(redisTimeout: "250ms"))
        let token = try rig.token()
        if isKnown { #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200) }
        rig.redis.freeze()
        defer { rig.redis.thaw() }
        for _ in 0..<3 { try expectRefusal(rig, token) }
        try expectPublicService(rig)
        rig.redis.thaw()
        try expectReturn(rig, token)
    }

    @Test func `a Redis that ended and came back is used again`() throws {
        let rig = try Rig(.init(redisTimeout: "250ms"))
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        rig.redis.stop()
        for _ in 0..<3 { try expectRefusal(rig, token) }
        try expectPublicService(rig)
        try rig.redis.start()
        let again = try rig.token()
        try expectReturn(rig, again)
        #expect(try rig.gateway.metric("bawaba_redis_reconnections_total") > 0)
    }

    @Test func `a Redis without its scripts learns them again`() throws {
        let rig = try Rig(.init(redisTimeout: "250ms"))
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        try rig.redis.run(["SCRIPT", "FLUSH"])
        for _ in 0..<4 {
            let answer = try rig.ask("GET", "/api/v1/channels", token: token)
            #expect(answer.status == 200)
            #expect(answer["x-ratelimit-limit"] == "100")
        }
    }

    @Test func `a Redis that refuses commands is 503, not an open door`() throws {
        let rig = try Rig(.init(redisTimeout: "250ms"))
        let token = try rig.token()
        try rig.redis.run(["CONFIG", "SET", "maxmemory", "1"])
        try expectRefusal(rig, token)
        try rig.redis.run(["CONFIG", "SET", "maxmemory", "0"])
        try expectReturn(rig, token)
    }

    @Test func `a record of the wrong type is nobody's token`() throws {
        let rig = try Rig.main
        let token = try rig.token()
        try rig.redis.run(["DEL", "bawaba:token:\(token.id)"])
        try rig.redis.run(["SET", "bawaba:token:\(token.id)", "x"])
        #expect([401, 503].contains(try rig.ask("GET", "/api/v1/channels", token: token).status))
    }
}
