import Testing

/// Paths have one reading, which is judged and sent.
@Suite struct PathTests {
    @Test(arguments: [
        "/open/../api/v1/contacts", "/open/./x", "/open/%2e%2e/x", "/open/%2E./x", "/open//x",
        "//open", "/open/a%2fb", "/open/a%2Fb", "/open/a%5cb", "/open/a\\b", "/open/%00",
        "/open/%zz", "/open/%4", "/open/x%", "/open/..", "/open/.", "/open/..;a=b/x",
        "/open/\u{7f}", "/open/é", "/open/a\tb", "open", "",
    ])
    func `refused`(path: String) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask("GET", path, fields: [scene.field])
        #expect(answer.status == 400, "\(answer.head.text)")
        #expect(answer["connection"] == "close")
        #expect(scene.count == 0)
    }

    @Test(arguments: [
        ("/open/%61%2d%7e", "/open/a-~"), ("/open/a%3ab", "/open/a%3Ab"),
        ("/open/a:b@c", "/open/a:b@c"), ("/%6fpen/x", "/open/x"), ("/open/...", "/open/..."),
        ("/open/%c3%a9", "/open/%C3%A9"), ("/open/x/", "/open/x/"),
        ("/open?q=%61&r=../..&r=%zz&s=a//b", "/open?q=%61&r=../..&r=%zz&s=a//b"),
        ("/open?", "/open?"), ("/open/a%20b", "/open/a%20b"),
    ])
    func `sent in the form that was judged`(path: String, sent: String) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        #expect(try rig.ask("GET", path, fields: [scene.field]).status == 200)
        #expect(try scene.request().line == "GET \(sent) HTTP/1.1")
    }

    @Test(arguments: [
        "/api/v1/contacts;x", "/api;v=1/v1/contacts", "/api/v1/contacts;x/7",
        "/api/v1/contacts%3Bx",
    ])
    func `what another server would read as an operation is refused`(path: String) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask("GET", path, fields: [scene.field])
        #expect(answer.status == 400)
        #expect(answer.text.contains("hides text of the contract"))
        #expect(try rig.ask("GET", "/open/elsewhere;x", fields: [scene.field]).status == 200)
        #expect(scene.count == 1)
    }

    @Test func `https in the target is refused without TLS, and taken with it`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let target = "https://api.test/open/x"
        let answer = try rig.ask("GET", target, fields: [scene.field])
        #expect(answer.status == 421)
        #expect(answer.text.contains("Misdirected Request: https in the target"))
        #expect(scene.count == 0)
        var client = try rig.tlsClient()
        try client.send(rig.request("GET", target, fields: [scene.field]))
        #expect(try client.answer().status == 200)
        #expect(try scene.request().line == "GET /open/x HTTP/1.1")
    }

    @Test func `encoded letters do not lead around a token`() throws {
        #expect(try Rig.main.ask("GET", "/api/v1/%63ontacts").status == 401)
    }

    @Test func `the absolute form is sent on as a path`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let target = "http://api.test/open/x?y"
        #expect(try rig.ask("GET", target, fields: [scene.field]).status == 200)
        #expect(try scene.request().line == "GET /open/x?y HTTP/1.1")
    }

    @Test(arguments: [
        ("/open/x", "Api.test:", "Api.test"), ("/open/x", "api.test:80", "api.test:80"),
        ("http://api.test/open/x", "api.test:80", "api.test"),
        ("http://api.test:80/open/x", "API.test", "api.test:80"),
        ("http://api.test:/open/x", "api.test:", "api.test"),
    ])
    func `a host goes upstream without an empty port, an absolute form's before Host`(
        target: String, host: String, sent: String
    ) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        try client.send("GET \(target) HTTP/1.1\r\nHost: \(host)\r\n\(scene.field)\r\n\r\n")
        #expect(try client.answer().status == 200)
        let request = try scene.request()
        #expect(request.head["host"] == sent)
        #expect(request.head["x-forwarded-host"] == sent)
    }

    @Test func `OPTIONS of the server itself is answered here, for its own hosts`() throws {
        var client = try Rig.main.client()
        for _ in 0..<2 {
            try client.send("OPTIONS * HTTP/1.1\r\nHost: api.test\r\n\r\n")
            let answer = try client.answer()
            #expect(answer.status == 200)
            #expect(answer["content-length"] == "0" && answer["connection"] == nil)
            #expect(answer["allow"] == nil && answer["content-type"] == nil)
        }
        try client.send("OPTIONS * HTTP/1.1\r\nHost: stranger.test\r\n\r\n")
        #expect(try client.answer().status == 421)
    }

    @Test(arguments: [
        "GET http://other.test/open HTTP/1.1\r\nHost: api.test\r\n\r\n",
        "GET /open HTTP/1.1\r\n\r\n", "GET /open HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: user@api.test\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: api.test:x\r\n\r\n",
        "GET http://api.test/open HTTP/1.1\r\nHost: api.test:443\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: api.test\r\n\r\n",
        "CONNECT api.test:443 HTTP/1.1\r\nHost: api.test\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost : api.test\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: api.test\r\n folded\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: api.test\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "POST /open HTTP/1.1\r\nHost: api.test\r\nContent-Length: 1\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n",
        "POST /open HTTP/1.1\r\nHost: api.test\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
        "GET /open HTTP/2.0\r\nHost: api.test\r\n\r\n", "\u{16}\u{3}\u{1}garbage\r\n\r\n",
    ])
    func `a request of two readings is refused and its connection closed`(raw: String) throws {
        var client = try Rig.main.client()
        try client.send(raw)
        let answer = try client.answer()
        #expect(answer.status >= 400 && answer.status < 506)
        #expect(client.awaitEnd() == .ended)
    }
}
