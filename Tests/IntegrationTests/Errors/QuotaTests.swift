import Testing

/// The organization's limit, as clients meet it.
@Suite struct QuotaTests {
    /// An organization that may do this much at once, and one more per minute.
    private func organization(_ rig: Rig, burst: Int, limit: String = "standard") throws -> String {
        let org = rig.organization()
        try rig.redis.run(["HSET", "bawaba:org:\(org)", "limit:\(limit)", "1/60:\(burst)"])
        return org
    }

    @Test func `an answer tells the limit and what remains of it`() throws {
        let rig = try Rig.main
        let org = try organization(rig, burst: 3)
        let token = try rig.token(org: org)
        for remaining in [2, 1, 0] {
            let answer = try rig.ask("GET", "/api/v1/channels", token: token)
            #expect(answer.status == 200)
            #expect(answer.head.all("x-ratelimit-limit") == ["3"])
            #expect(answer.head.all("x-ratelimit-remaining") == ["\(remaining)"])
            #expect(answer["retry-after"] == nil)
            #expect(answer["x-ratelimit-reset"] == nil)
        }
    }

    @Test func `the policy's limit counts where the organization has none of its own`() throws {
        let rig = try Rig.main
        let answer = try rig.ask("GET", "/api/v1/channels", token: rig.token())
        #expect(answer["x-ratelimit-limit"] == "100")
        #expect(answer["x-ratelimit-remaining"] == "99")
    }

    @Test func `beyond the limit comes 429, with the time to wait, and nothing goes on`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let token = try rig.token(org: organization(rig, burst: 1))
        let first = try rig.ask("GET", "/api/v1/channels", token: token, fields: [scene.field])
        #expect(first.status == 200)
        let answer = try rig.ask("GET", "/api/v1/channels", token: token, fields: [scene.field])
        #expect(answer.head.startLine == "HTTP/1.1 429 Too Many Requests")
        #expect(answer.text == "{\n    \"message\": \"Too Many Attempts.\"\n}")
        #expect(answer.head.all("x-ratelimit-limit") == ["1"])
        #expect(answer.head.all("x-ratelimit-remaining") == ["0"])
        let wait = Int(answer["retry-after"] ?? "") ?? 0
        #expect((1...60).contains(wait))
        #expect(Int(answer["x-ratelimit-reset"] ?? "") ?? 0 > 1_700_000_000)
        #expect(answer["access-control-allow-origin"] == "*")
        #expect(scene.count == 1)
    }

    @Test func `all tokens of an organization share its limit, and others' do not`() throws {
        let rig = try Rig.main
        let org = try organization(rig, burst: 1)
        let (first, second) = (try rig.token(org: org), try rig.token(org: org))
        #expect(try rig.ask("GET", "/api/v1/channels", token: first).status == 200)
        #expect(try rig.ask("GET", "/api/v1/channels", token: second).status == 429)
        #expect(try rig.ask("GET", "/api/v1/channels", token: rig.token()).status == 200)
    }

    @Test func `limits of different names are counted apart`() throws {
        let rig = try Rig.main
        let token = try rig.token(org: organization(rig, burst: 1))
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        let message = #"{"conversation_id":"c","body":"b"}"#
        let sent = try rig.post("/api/v1/messages", token: token, json: message)
        #expect(sent.status == 200)
        #expect(sent["x-ratelimit-limit"] == "40")
    }

    @Test func `401 and 429 cost nothing`() throws {
        let rig = try Rig.main
        let org = try organization(rig, burst: 2)
        let token = try rig.token(org: org)
        for _ in 0..<4 {
            let field = "Authorization: Bearer \(token.id)|wrong"
            #expect(try rig.ask("GET", "/api/v1/channels", fields: [field]).status == 401)
        }
        let first = try rig.ask("GET", "/api/v1/channels", token: token)
        #expect(first["x-ratelimit-remaining"] == "1")
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        let refused = try rig.ask("GET", "/api/v1/channels", token: token)
        let again = try rig.ask("GET", "/api/v1/channels", token: token)
        let waits = [refused, again].compactMap { Int($0["retry-after"] ?? "") }
        #expect(waits.count == 2 && waits[1] <= waits[0])
    }

    @Test func `403, 404 of the upstream and 422 cost one each`() throws {
        let rig = try Rig.main
        let org = try organization(rig, burst: 9, limit: "sending")
        let reader = try rig.token(org: org, abilities: ["read"])
        let sender = try rig.token(org: org, abilities: ["send"])
        let message = #"{"conversation_id":"c","body":"b"}"#
        let forbidden = try rig.post("/api/v1/messages", token: reader, json: message)
        #expect(forbidden.status == 403)
        #expect(forbidden["x-ratelimit-remaining"] == "8")
        let invalid = try rig.post("/api/v1/messages", token: sender, json: "{}")
        #expect(invalid.status == 422)
        #expect(invalid["x-ratelimit-remaining"] == "7")
        let scene = rig.upstream.scene { visit in
            try visit.answer("404 Not Found", body: #"{"message":"Channel not found."}"#)
        }
        let missing = try rig.post(
            "/api/v1/messages", token: sender, fields: [scene.field], json: message)
        #expect(missing.status == 404)
        #expect(missing.text == #"{"message":"Channel not found."}"#)
        #expect(missing["x-ratelimit-remaining"] == "6")
    }

    @Test(arguments: [(1, "10"), (50, "3")])
    func `of two layers' fields the smaller remaining is told`(theirs: Int, limit: String) throws {
        let rig = try Rig.main
        let token = try rig.token(org: organization(rig, burst: 3))
        let scene = rig.upstream.scene { visit in
            try visit.answer(fields: ["X-RateLimit-Limit: 10", "X-RateLimit-Remaining: \(theirs)"])
        }
        let answer = try rig.ask("GET", "/api/v1/channels", token: token, fields: [scene.field])
        #expect(answer.head.all("x-ratelimit-limit") == [limit])
        #expect(answer.head.all("x-ratelimit-remaining") == [theirs == 1 ? "1" : "2"])
    }

    @Test func `of equal remainders the upstream's is told, which knows when it ends`() throws {
        let rig = try Rig.main
        let token = try rig.token(org: organization(rig, burst: 1))
        let scene = rig.upstream.scene { visit in
            try visit.answer(
                "429 Too Many Requests",
                fields: [
                    "X-RateLimit-Limit: 10", "X-RateLimit-Remaining: 0", "Retry-After: 7",
                    "X-RateLimit-Reset: 1900000000",
                ])
        }
        let answer = try rig.ask("GET", "/api/v1/channels", token: token, fields: [scene.field])
        #expect(answer.status == 429)
        #expect(answer.head.all("x-ratelimit-limit") == ["10"])
        #expect(answer.head.all("retry-after") == ["7"])
        #expect(answer.head.all("x-ratelimit-reset") == ["1900000000"])
    }

    @Test func `the upstream's own 429 is the client's`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.answer(
                "429 Too Many Requests",
                fields: [
                    "X-RateLimit-Limit: 10", "X-RateLimit-Remaining: 0", "Retry-After: 7",
                    "X-RateLimit-Reset: 1900000000",
                ])
        }
        let answer = try rig.ask(
            "GET", "/api/v1/channels", token: rig.token(), fields: [scene.field])
        #expect(answer.status == 429)
        #expect(answer.head.all("x-ratelimit-limit") == ["10"])
        #expect(answer.head.all("retry-after") == ["7"])
        #expect(answer["x-ratelimit-reset"] == "1900000000")
    }

    @Test func `what nobody is identified for is not counted`() throws {
        let rig = try Rig.main
        let answer = try rig.post(
            "/api/v1/oauth/token", json: #"{"code":"c","redirect_uri":"https://a.test"}"#)
        #expect(answer.status == 400)
        #expect(answer["x-ratelimit-limit"] == nil)
    }
}
