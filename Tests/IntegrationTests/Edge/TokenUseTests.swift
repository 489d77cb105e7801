import Bytes
import Glibc
import Testing

/// How the back end learns when tokens were last used.
@Suite(.serialized) struct TokenUseTests {
    private func used(_ rig: Rig, _ token: Token) throws -> Int? {
        Int(try rig.redis.run(["HGET", "bawaba:token-used", "\(token.id)"]))
    }

    private func expectRecent(_ time: Int?, since start: Int) {
        #expect((time ?? 0) >= start && (time ?? 0) <= Int(Glibc.time(nil)))
    }

    @Test func `every token that was found good is told of at the end`() throws {
        let rig = try Rig()
        let start = Int(Glibc.time(nil))
        let good = try rig.token()
        let unable = try rig.token(abilities: ["other"])
        let suspended = try rig.token(org: "asleep")
        try rig.redis.run(["HSET", "bawaba:org:asleep", "status", "suspended"])
        let expired = try rig.token(fields: ["expires_at", "\(start - 1)"])
        let wrong = Token(id: good.id + 500, secret: "wrong")
        try rig.put(Token(id: wrong.id, secret: "right"), ["org", "acme"])
        for (token, status) in [
            (good, 200), (unable, 403), (suspended, 403), (expired, 401), (wrong, 401),
        ] {
            let answer = try rig.ask("GET", "/api/v1/channels", token: token)
            #expect(answer.status == status)
        }
        rig.gateway.terminate()
        #expect(try rig.gateway.wait() == 0)
        for token in [good, unable, suspended] {
            expectRecent(try used(rig, token), since: start)
        }
        #expect(try rig.redis.run(["HLEN", "bawaba:token-used"]) == "3")
    }

    @Test func `a token sent without its id is told of by its id, while the gateway runs`() throws {
        let rig = try Rig.main
        let start = Int(Glibc.time(nil))
        let token = try rig.token()
        let bare = "Authorization: Bearer \(token.secret)"
        #expect(try rig.ask("GET", "/api/v1/channels", fields: [bare]).status == 200)
        try eventually("a batch") { try used(rig, token) != nil }
        expectRecent(try used(rig, token), since: start)
    }

    @Test func `what Redis refused or never got is told later`() throws {
        let rig = try Rig(.init(workers: 1, redisTimeout: "2s"))
        let (first, second) = (try rig.token(), try rig.token())
        try rig.redis.run(["SET", "bawaba:token-used", "no hash"])
        #expect(try rig.ask("GET", "/api/v1/channels", token: first).status == 200)
        try eventually("a refusal") {
            try rig.gateway.metric("bawaba_redis_failures_total") > 0
        }
        #expect(try rig.ask("GET", "/api/v1/channels", token: second).status == 200)
        // Without persistence: the new Redis knows nothing.
        rig.redis.stop()
        try rig.redis.start()
        try eventually("both") {
            let times = try [first, second].map { try used(rig, $0) }
            return !times.contains(nil)
        }
    }

    @Test func `more tokens than a worker notes at once are all told of`() throws {
        let rig = try Rig(.init(workers: 1))
        let count = Bounds.tokenUsesMax + 100
        let script = """
            for id = 1, tonumber(ARGV[1]) do
              redis.call('HSET', 'bawaba:token:' .. id, 'hash', ARGV[2], 'org', 'org-' .. id,
                'abilities', '["read"]')
            end
            """
        try rig.redis.run(["EVAL", script, "0", "\(count)", Rig.hash("secret")])
        // A request that the gateway refuses by itself is the quickest.
        let requests = (1...count).map { id in
            let token = Token(id: id, secret: "secret")
            return rig.request("POST", "/api/v1/messages", fields: [token.field])
        }
        var clients: [Client] = []
        for _ in 0..<8 { clients.append(try rig.client()) }
        for start in stride(from: 0, to: count, by: clients.count) {
            let some = requests[start..<min(start + clients.count, count)]
            for (client, request) in zip(clients, some) { try client.send(request) }
            for index in 0..<some.count {
                #expect(try clients[index].answer().status == 403)
            }
        }
        rig.gateway.terminate()
        #expect(try rig.gateway.wait() == 0)
        #expect(try rig.redis.run(["HLEN", "bawaba:token-used"]) == "\(count)")
    }

    @Test func `a gateway that cannot reach Redis ends all the same`() throws {
        let rig = try Rig(.init(workers: 1, redisTimeout: "2s"))
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        rig.redis.freeze()
        defer { rig.redis.thaw() }
        let start = milliseconds()
        rig.gateway.terminate()
        #expect(try rig.gateway.wait() == 0)
        #expect(milliseconds() - start < 5_000)
    }
}
