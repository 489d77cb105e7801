import Testing

/// The exchange of codes as clients meet it.
@Suite struct CodeTests {
    private static let refusal =
        #"{"error":"invalid_grant","message":"#
        + #""Authorization code is invalid, used, or expired."}"#

    @Test func `a code is exchanged for a token that works at once`() throws {
        let rig = try Rig.main
        let org = rig.organization()
        let scene = rig.upstream.scene()
        let answer = try rig.exchange(try rig.code(org: org))
        #expect(answer.head.startLine == "HTTP/1.1 200 OK")
        #expect(answer["content-type"] == "application/json")
        #expect(answer["cache-control"] == "no-store")
        #expect(answer["pragma"] == "no-cache")
        let token = try #require(answer.token, "\(answer.text)")
        let used = try rig.ask(
            "GET", "/api/v1/channels", fields: ["Authorization: Bearer \(token)", scene.field])
        #expect(used.status == 200)
        let seen = try scene.request()
        #expect(seen["x-bawaba-org"] == org)
        #expect(seen["x-bawaba-user"] == "7")
        let secret = try #require(token.split(separator: "|").last)
        let bare = try rig.ask(
            "GET", "/api/v1/channels", fields: ["Authorization: Bearer \(secret)"])
        #expect(bare.status == 200)
    }

    @Test func `a token that came last on a connection of HTTP2 outlives it`() throws {
        let rig = try Rig(.init(workers: 1))
        let code = try rig.code()
        var client = try FrameClient(rig.plain)
        try client.ask(
            "POST", "/api/v1/oauth/token", fields: ["Content-Type: application/json"], ends: false)
        // The client asks for nothing more: the session is over with this answer.
        try client.send(.goAway, 0, 0, [UInt8](repeating: 0, count: 8))
        let body = #"{"code":"\#(code)","redirect_uri":"\#(Rig.redirect)"}"#
        try client.send(.data, 1, 1, [UInt8](body.utf8))
        #expect(try client.answer().reset == nil)
        #expect(client.awaitEnd() == .ended)
        client.close()
        try eventually("the connection's end") {
            try rig.gateway.metric("bawaba_connections_open") == 0
        }
        let id = try rig.tokenID(of: code)
        // What is withdrawn goes to Redis before the next question.
        #expect(try rig.ask("GET", "/api/v1/channels", token: rig.token()).status == 200)
        #expect(try rig.redis.run(["EXISTS", "bawaba:token:\(id)"]) == "1")
    }

    @Test func `every failure has one answer, and a replay ends the token`() throws {
        let rig = try Rig(.init(failedLookups: "{rate: 1000 per second, burst: 1000}"))
        let code = try rig.code()
        let token = try #require(try rig.exchange(code).token)
        let replay = try rig.exchange(code)
        let burnt = try rig.code()
        let mismatch = try rig.exchange(burnt, "https://evil.test/")
        let late = try rig.exchange(burnt)
        let unknown = try rig.exchange("no-such-code")
        for answer in [replay, mismatch, late, unknown] {
            #expect(answer.head.startLine == "HTTP/1.1 400 Bad Request")
            #expect(answer.text == Self.refusal)
            #expect(answer["cache-control"] == "no-store")
        }
        let used = try rig.ask(
            "GET", "/api/v1/channels", fields: ["Authorization: Bearer \(token)"])
        #expect(used.status == 401)
        let lines = try [replay, mismatch].map { try rig.logLines(of: $0)[0] }
        #expect(lines[0].contains(#""decision":"code_replayed""#), "\(lines)")
        #expect(lines[1].contains(#""decision":"invalid_grant""#), "\(lines)")
        let log = rig.place.text(of: "access.log")
        #expect(!log.contains(code) && !log.contains(token.split(separator: "|")[1]))
    }

    @Test func `a form is taken like JSON, and blanks around the fields are trimmed`() throws {
        let rig = try Rig.main
        let code = try rig.code()
        let answer = try rig.ask(
            "POST", "/api/v1/oauth/token",
            fields: ["Content-Type: application/x-www-form-urlencoded"],
            body: "code=+\(code)&redirect_uri=https%3A%2F%2Fcrm.example.com%2Fcallback%20")
        #expect(answer.status == 200, "\(answer.text)")
    }

    @Test func `a code in the URI is none`() throws {
        let rig = try Rig.main
        let code = try rig.code()
        let query = "?code=\(code)&redirect_uri=\(Rig.redirect)"
        let answer = try rig.ask(
            "POST", "/api/v1/oauth/token" + query,
            fields: ["Content-Type: application/json"], body: "{}", from: rig.source())
        #expect(answer.status == 400)
    }

    @Test func `requests behind a code's wait until its answer is sent`() throws {
        let rig = try Rig.main
        let body = #"{"code":"\#(try rig.code())","redirect_uri":"\#(Rig.redirect)"}"#
        var client = try rig.client()
        try client.send(
            rig.request(
                "POST", "/api/v1/oauth/token", fields: ["Content-Type: application/json"],
                body: body) + rig.request("GET", "/open"))
        #expect(try client.answer(to: "POST").status == 200)
        #expect(try client.answer().status == 200)
    }

    @Test func `what is missing is told as Laravel tells it`() throws {
        let answer = try Rig.main.post("/api/v1/oauth/token", json: "{}")
        #expect(answer.status == 422)
        #expect(
            answer.text == #"{"message":"The code field is required. (and 1 more error)","#
                + #""errors":{"code":["The code field is required."],"redirect_uri":["#
                + #""The redirect uri field is required."]}}"#)
        #expect(answer["cache-control"] == "no-store")
    }

    @Test func `a code with a challenge needs its verifier`() throws {
        let rig = try Rig.main
        let challenge = ["code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"]
        let more = #","code_verifier":"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk""#
        let good = try rig.exchange(try rig.code(fields: challenge), more: more)
        #expect(good.status == 200)
        let source = rig.source()
        let bad = try rig.exchange(try rig.code(fields: challenge), from: source)
        #expect(bad.status == 400)
    }

    @Test func `guessing is limited by address`() throws {
        let rig = try Rig(.init(workers: 1))
        let (guesser, other) = (rig.source(), rig.source())
        let code = try rig.code()
        for number in 0..<3 {
            #expect(try rig.exchange("guess-\(number)", from: guesser).status == 400)
        }
        let limited = try rig.exchange(code, from: guesser)
        #expect(limited.status == 429)
        #expect(limited["retry-after"] != nil)
        #expect(try rig.exchange(code, from: other).status == 200)
    }

    @Test func `without Redis it is 503, and the code is good later`() throws {
        let rig = try Rig(.init(workers: 1, redisTimeout: "250ms"))
        let code = try rig.code()
        rig.redis.freeze()
        let away = try rig.exchange(code)
        rig.redis.thaw()
        #expect(away.status == 503)
        #expect(away["cache-control"] == "no-store")
        // What was written before it froze may still be carried out: then the code is spent.
        try eventually("an answer") {
            [200, 400].contains(try rig.exchange(try rig.code(), from: rig.source()).status)
        }
    }

    @Test func `one of many clients at once gets the token, and then nobody has it`() throws {
        let rig = try Rig(.init(failedLookups: "{rate: 1000 per second, burst: 1000}"))
        let code = try rig.code()
        let body = #"{"code":"\#(code)","redirect_uri":"\#(Rig.redirect)"}"#
        var clients: [Client] = []
        for _ in 0..<20 { clients.append(try rig.client()) }
        let request = rig.request(
            "POST", "/api/v1/oauth/token", fields: ["Content-Type: application/json"], body: body)
        for client in clients { try client.send(request) }
        var tokens: [String] = []
        for index in clients.indices {
            let answer = try clients[index].answer(to: "POST")
            if answer.status == 200 { tokens.append(try #require(answer.token)) }
        }
        #expect(tokens.count <= 1)
        for token in tokens {
            let used = try rig.ask(
                "GET", "/api/v1/channels", fields: ["Authorization: Bearer \(token)"])
            #expect(used.status == 401)
        }
        let count = ["EVAL", "return #redis.call('KEYS', ARGV[1])", "0", "bawaba:token*"]
        #expect(try rig.redis.run(count) == "0")
    }
}
