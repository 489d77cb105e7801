import Testing

/// The answers that clients know from the back end, byte for byte.
@Suite struct ExactAnswerTests {
    /// What every refusal of a path under `/api` carries, and nothing that Laravel does not send.
    private func expectLaravel(_ answer: Answer, _ body: String, throttled: Bool = false) {
        #expect(answer.text == body)
        #expect(answer["content-type"] == "application/json")
        #expect(answer["cache-control"] == "no-cache, private")
        #expect(answer.head.all("access-control-allow-origin") == ["*"])
        #expect(answer["date"] != nil)
        #expect(answer["x-request-id"] != nil)
        #expect(answer["www-authenticate"] == nil)
        #expect((answer["x-ratelimit-limit"] != nil) == throttled)
        #expect((answer["x-ratelimit-remaining"] != nil) == throttled)
        #expect(answer["content-length"] == "\(body.utf8.count)")
    }

    private func pretty(_ message: String) -> String { "{\n    \"message\": \"\(message)\"\n}" }

    @Test func `a request without a token is answered 401, compactly`() throws {
        let answer = try Rig.main.ask("GET", "/api/v1/contacts")
        #expect(answer.head.startLine == "HTTP/1.1 401 Unauthorized")
        expectLaravel(answer, #"{"message":"Unauthenticated."}"#)
    }

    @Test func `a missing ability is answered 403, pretty, with the quota's fields`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["read"])
        let answer = try rig.post("/api/v1/messages", token: token, json: #"{"body":"x"}"#)
        #expect(answer.head.startLine == "HTTP/1.1 403 Forbidden")
        expectLaravel(answer, pretty("Invalid ability provided."), throttled: true)
    }

    @Test func `a suspended organization is answered 403 in Laravel's words`() throws {
        let rig = try Rig.main
        let org = rig.organization()
        try rig.redis.run(["HSET", "bawaba:org:\(org)", "status", "suspended"])
        let answer = try rig.ask("GET", "/api/v1/contacts", token: rig.token(org: org))
        #expect(answer.status == 403)
        #expect(answer.text == pretty("This action is unauthorized."))
    }

    @Test(arguments: [
        ("/api/v1/nope", "api/v1/nope"), ("/api/v1/nope/", "api/v1/nope"), ("/", "/"),
        ("/api/v1/channels/a/b", "api/v1/channels/a/b"), ("/api/v1/n%C3%A9", "api/v1/n%C3%A9"),
        ("/api/v1/Channels", "api/v1/Channels"), ("/API/v1/channels", "API/v1/channels"),
    ])
    func `an unknown route is named as it was sent`(path: String, name: String) throws {
        let answer = try Rig.main.ask("GET", path)
        #expect(answer.head.startLine == "HTTP/1.1 404 Not Found")
        #expect(answer.text == pretty("The route \(name) could not be found."))
        #expect(answer["content-type"] == "application/json")
        #expect(answer["x-ratelimit-limit"] == nil)
    }

    @Test func `a wrong method is told which ones there are`() throws {
        let answer = try Rig.main.ask("DELETE", "/api/v1/contacts")
        #expect(answer.head.startLine == "HTTP/1.1 405 Method Not Allowed")
        #expect(answer["allow"] == "GET, HEAD, POST")
        expectLaravel(
            answer,
            pretty(
                "The DELETE method is not supported for route api/v1/contacts. "
                    + "Supported methods: GET, HEAD, POST."))
    }

    @Test func `HEAD of an operation that only POST has is 405 without a body`() throws {
        let answer = try Rig.main.ask("HEAD", "/api/v1/messages")
        #expect(answer.status == 405)
        #expect(answer["allow"] == "POST")
        #expect(answer["content-length"] != "0")
    }

    @Test(arguments: [
        ("/api/v1/channels", "GET,HEAD"), ("/api/v1/contacts", "GET,HEAD,POST"),
        ("/api/v1/messages", "POST"),
    ])
    func `OPTIONS that is no preflight lists the methods as Laravel does`(
        path: String, methods: String
    ) throws {
        let answer = try Rig.main.ask("OPTIONS", path)
        #expect(answer.status == 200)
        #expect(answer["allow"] == methods)
        #expect(answer.body == [])
        #expect(answer["content-type"]?.hasPrefix("text/html") == true)
        #expect(answer["vary"] == "Access-Control-Request-Method")
    }

    @Test func `a preflight is answered before routing and without a token`() throws {
        let answer = try Rig.main.ask(
            "OPTIONS", "/api/v1/nope",
            fields: [
                "Origin: https://app.test", "Access-Control-Request-Method: PUT",
                "Access-Control-Request-Headers: authorization, x-one",
            ])
        #expect(answer.head.startLine == "HTTP/1.1 204 No Content")
        #expect(answer["access-control-allow-origin"] == "*")
        #expect(answer["access-control-allow-methods"] == "PUT")
        #expect(answer["access-control-allow-headers"] == "authorization, x-one")
        #expect(answer["access-control-max-age"] == "0")
        #expect(
            answer["vary"] == "Access-Control-Request-Method, Access-Control-Request-Headers")
        #expect(answer["content-length"] == nil)
    }

    @Test func `a body beyond the operation's cap is 413`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["send"])
        var client = try rig.client()
        try client.send(
            rig.request(
                "POST", "/api/v1/messages",
                fields: [token.field, "Content-Type: application/json", "Content-Length: 1048577"]))
        let answer = try client.answer()
        #expect(answer.head.startLine == "HTTP/1.1 413 Content Too Large")
        expectLaravel(answer, pretty("The POST data is too large."), throttled: true)
    }

    @Test func `a chunked body beyond the cap is 413 as soon as it is`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        let fields = [scene.field, "Transfer-Encoding: chunked"]
        try client.send(rig.request("POST", "/small", fields: fields))
        let chunk = String(repeating: "x", count: 700)
        try client.send("2bc\r\n\(chunk)\r\n2bc\r\n\(chunk)\r\n")
        let answer = try client.answer()
        #expect(answer.status == 413)
        #expect(answer["connection"] == "close")
    }

    @Test func `the back end's own 422 is written, with the count of further errors`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["send"])
        let answer = try rig.post("/api/v1/messages", token: token, json: "{}")
        #expect(answer.head.startLine == "HTTP/1.1 422 Unprocessable Content")
        expectLaravel(
            answer,
            #"{"message":"The channel id field is required when conversation id is not "#
                + #"present. (and 1 more error)","errors":{"channel_id":["The channel id field "#
                + #"is required when conversation id is not present."],"body":["The body field "#
                + #"is required."]}}"#, throttled: true)
    }

    @Test(arguments: [
        "null", "5", "\"str\"", "[]", "[1,2]", "true", "{", "", "\u{FEFF}{\"body\":\"b\"}",
        #"{"body":"b","conversation_id":"c"} x"#,
    ])
    func `a body that is no JSON object reads as an empty one`(body: String) throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["send"])
        let answer = try rig.post("/api/v1/messages", token: token, json: body)
        #expect(answer.status == 422)
        #expect(answer.text.hasSuffix(#""body":["The body field is required."]}}"#))
    }

    @Test(arguments: ["/api/v1/%ff", "/api/v1/%C3", "/api/v1/%c0%af"])
    func `a path that is no UTF-8 is Laravel's malformed URL`(path: String) throws {
        let answer = try Rig.main.ask("GET", path)
        #expect(answer.status == 400)
        #expect(answer.text == pretty("Malformed URL."))
        #expect(answer["access-control-allow-origin"] == nil)
    }

    @Test func `an unreachable upstream is 502 in the same shape`() throws {
        let answer = try Rig.main.ask("GET", "/dead")
        #expect(answer.head.startLine == "HTTP/1.1 502 Bad Gateway")
        #expect(answer.text == pretty("Bad Gateway"))
        #expect(answer["content-type"] == "application/json")
    }

    @Test func `a silent upstream is 504 in the same shape`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in _ = visit.awaitEnd() }
        let answer = try rig.ask("GET", "/brisk", fields: [scene.field])
        #expect(answer.head.startLine == "HTTP/1.1 504 Gateway Timeout")
        #expect(answer.text == pretty("Gateway Timeout"))
    }

    @Test func `a host that is not served is 421`() throws {
        var client = try Rig.main.client()
        try client.send("GET /api/v1/contacts HTTP/1.1\r\nHost: stranger.test\r\n\r\n")
        #expect(try client.answer().status == 421)
    }

    @Test func `a name below a wildcard is served, and the wildcard's own parent is not`() throws {
        for (host, status) in [("a.wild.test", 401), ("wild.test", 421), ("a.b.wild.test", 421)] {
            var client = try Rig.main.client()
            try client.send("GET /api/v1/contacts HTTP/1.1\r\nHost: \(host)\r\n\r\n")
            #expect(try client.answer().status == status, "\(host)")
        }
    }
}
