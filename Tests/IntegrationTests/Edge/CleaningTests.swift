import Testing

/// What the upstream sees, and what it must never see.
@Suite struct CleaningTests {
    /// Asks for something passed through with these fields and returns what arrived.
    private func seen(
        _ fields: [String], target: String = "/open", from source: String? = nil
    ) throws -> Seen {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask("GET", target, fields: [scene.field] + fields, from: source)
        #expect(answer.status == 200)
        return try scene.request()
    }

    @Test(arguments: [
        "X-Bawaba-Org: evil", "x-bawaba-user: evil", "X-Bawaba-Anything: evil",
        "X_Bawaba_Org: evil",
        "X.Bawaba.Org: evil", "X-Bawaba_Token-Id: evil", "X-Real-IP: 6.6.6.6",
        "Client-IP: 6.6.6.6", "True-Client-IP: 6.6.6.6", "X-Original-URL: /evil",
        "X-Rewrite-URL: /evil", "Proxy: evil", "X-HTTP-Method-Override: DELETE",
        "X-HTTP-Method: DELETE", "X-Method-Override: DELETE", "X_HTTP_METHOD_OVERRIDE: DELETE",
        "Forwarded: for=6.6.6.6", "X_Forwarded_For: 6.6.6.6", "X.Forwarded.For: 6.6.6.6",
        "X-Forwarded-Port: 666", "X-Forwarded-Prefix: /evil", "X-Forwarded-Server: evil",
        "Some_Name: evil", "Content_Length: 5", "Transfer_Encoding: chunked",
        "Keep-Alive: evil=1", "Proxy-Connection: evil", "Proxy-Authorization: evil",
        "TE: trailers", "Trailer: evil", "Upgrade: evil",
    ])
    func `what only the gateway may say is dropped`(field: String) throws {
        let seen = try seen([field])
        let value = field.split(separator: " ").dropFirst().joined(separator: " ")
        let name = field.split(separator: ":")[0].lowercased()
        #expect(!seen.head.fields.contains { $0.name.lowercased() == name }, "\(seen.head.text)")
        #expect(!seen.head.fields.contains { $0.value == value }, "\(seen.head.text)")
    }

    @Test(arguments: [
        "X-Custom: kept", "Accept-Language: ar", "X-Requested-With: XMLHttpRequest",
        "Accept: text/csv", "User-Agent: a/1", "If-None-Match: \"x\"", "X-Scene-2: a  b",
        "Origin: https://app.test", "Referer: https://app.test/x", "Cookie: a=1",
        "Range: bytes=0-1", "Content-Language: en",
    ])
    func `other fields go through as they are`(field: String) throws {
        #expect(try seen([field]).head.text.contains("\r\n\(field)"))
    }

    @Test func `repeated fields stay apart and in order`() throws {
        #expect(try seen(["X-A: 1", "X-B: 2", "X-A: 3"]).head.all("x-a") == ["1", "3"])
    }

    @Test func `what Connection names is the connection's own`() throws {
        let seen = try seen([
            "Connection: x-secret, X-Other", "X-Secret: 1", "x-other: 2", "X-C: 3",
        ])
        #expect(seen["connection"] == nil)
        #expect(seen["x-secret"] == nil)
        #expect(seen["x-other"] == nil)
        #expect(seen["x-c"] == "3")
    }

    @Test func `the upstream learns the client, the scheme and the host`() throws {
        let source = try Rig.main.source()
        let fields = ["X-Forwarded-For: 6.6.6.6", "X-Forwarded-Proto: https"]
        let seen = try seen(fields + ["X-Forwarded-Host: evil.test"], from: source)
        #expect(seen.head.all("x-forwarded-for") == [source])
        #expect(seen.head.all("x-forwarded-proto") == ["http"])
        #expect(seen.head.all("x-forwarded-host") == ["api.test"])
        #expect(seen.head.all("host") == ["api.test"])
    }

    @Test func `a trusted proxy's account is continued`() throws {
        let fields = ["X-Forwarded-For: 6.6.6.6", "X-Forwarded-Proto: https"]
        let seen = try seen(
            fields + ["X-Forwarded-Host: shown.test", "X-Request-Id: from-the-proxy"],
            from: "127.0.0.9")
        #expect(seen.head.all("x-forwarded-for").joined(separator: ", ") == "6.6.6.6, 127.0.0.9")
        #expect(seen.head.all("x-forwarded-proto") == ["https"])
        #expect(seen.head.all("x-forwarded-host") == ["shown.test"])
        #expect(seen.head.all("x-request-id") == ["from-the-proxy"])
    }

    @Test func `an upstream may be asked under a host of its own`() throws {
        let seen = try seen([], target: "/named/x")
        #expect(seen.head.all("host") == ["backend.internal"])
        #expect(seen["x-forwarded-host"] == "api.test")
    }

    @Test func `a client's request id is not believed, and ours is told to both sides`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask("GET", "/open", fields: [scene.field, "X-Request-Id: mine"])
        let seen = try scene.request()
        #expect(seen.head.all("x-request-id").count == 1)
        #expect(seen["x-request-id"] != "mine")
        #expect(answer["x-request-id"] == seen["x-request-id"])
    }

    @Test func `a trace is continued, with a span of our own`() throws {
        let trace = "0af7651916cd43dd8448eb211c80319c"
        let seen = try seen(["traceparent: 00-\(trace)-b7ad6b7169203331-01", "tracestate: a=1"])
        let parts = seen["traceparent"]?.split(separator: "-").map(String.init) ?? []
        #expect(parts.count == 4)
        #expect(parts.dropFirst().first == trace)
        #expect(parts.dropFirst(2).first != "b7ad6b7169203331")
        #expect(parts.last == "01")
        #expect(seen["tracestate"] == "a=1")
    }

    @Test func `a trace that cannot be read begins anew`() throws {
        let seen = try seen(["traceparent: 00-xyz", "tracestate: a=1"])
        #expect(seen["traceparent"]?.utf8.count == 55)
        #expect(seen["tracestate"] == nil)
    }

    @Test(
        arguments: [
            ([], "application/json"), (["Accept: */*"], "application/json"),
            (["Accept: text/html"], "text/html"),
        ] as [([String], String)])
    func `whoever takes anything asks for JSON`(fields: [String], accept: String) throws {
        #expect(try seen(fields).head.all("accept") == [accept])
    }

    @Test func `an identified request says who it is, signed`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let token = try rig.token(
            org: "org-x", abilities: ["read", "send"], fields: ["user", "7"])
        let fields = [scene.field, "X-Bawaba-Org: evil", "X-Bawaba-Assertion: t=1,v1=00"]
        #expect(
            try rig.ask("GET", "/api/v1/channels", token: token, fields: fields).status == 200)
        let seen = try scene.request()
        #expect(seen.head.all("x-bawaba-org") == ["org-x"])
        #expect(seen.head.all("x-bawaba-user") == ["7"])
        #expect(seen.head.all("x-bawaba-token-id") == ["\(token.id)"])
        #expect(seen.head.all("x-bawaba-abilities") == [#"["read","send"]"#])
        let assertion = seen.head.all("x-bawaba-assertion")
        #expect(assertion.count == 1)
        #expect(assertion[0].hasPrefix("t=") && assertion[0].contains(",v1="))
    }

    @Test func `an anonymous request says nothing of an organization`() throws {
        let seen = try seen(["Authorization: Bearer 1|x"])
        #expect(!seen.head.fields.contains { $0.name.lowercased() == "x-bawaba-org" })
        #expect(seen["x-bawaba-assertion"] != nil)
        #expect(seen["authorization"] == "Bearer 1|x")
    }

    @Test func `a bearer's cookie goes`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let fields = [scene.field, "Cookie: oktawa_session=admin", "Cookie: b=2"]
        _ = try rig.ask("GET", "/api/v1/channels", token: rig.token(), fields: fields)
        #expect(try scene.request()["cookie"] == nil)
    }

    @Test func `the answer's own connection fields stay with the upstream`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.answer(fields: [
                "Connection: X-Hop", "X-Hop: 1", "Keep-Alive: timeout=5", "X-Kept: 1",
                "Set-Cookie: a=1", "Set-Cookie: b=2",
            ])
        }
        let answer = try rig.ask("GET", "/open", fields: [scene.field])
        #expect(answer["x-hop"] == nil)
        #expect(answer["keep-alive"] == nil)
        #expect(answer["x-kept"] == "1")
        #expect(answer.head.all("set-cookie") == ["a=1", "b=2"])
    }
}
