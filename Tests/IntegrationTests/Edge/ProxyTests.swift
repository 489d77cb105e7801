import Testing

/// Balancers in front: the PROXY protocol decides the client's address, from trusted peers only.
@Suite struct ProxyTests {
    private func seen(_ header: [UInt8]) throws -> Seen {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try Client(rig.proxied, from: "127.0.0.9")
        try client.send(header + [UInt8](rig.request("GET", "/open", fields: [scene.field])))
        let answer = try client.answer()
        #expect(answer.status == 200)
        return try scene.request()
    }

    private static let signature: [UInt8] = [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]

    @Test(arguments: [
        ("PROXY TCP4 192.0.2.1 192.0.2.2 1000 443\r\n", "192.0.2.1"),
        ("PROXY TCP6 2001:db8::1 2001:db8::2 1000 443\r\n", "2001:db8::1"),
        ("PROXY UNKNOWN\r\n", "127.0.0.9"),
    ])
    func `version 1 names the client`(header: String, client: String) throws {
        #expect(try seen([UInt8](header))["x-forwarded-for"] == client)
    }

    @Test func `version 2 names the client`() throws {
        let addresses: [UInt8] = [192, 0, 2, 7, 192, 0, 2, 2, 3, 232, 1, 187]
        let header = Self.signature + [0x21, 0x11, 0, 12] + addresses
        #expect(try seen(header)["x-forwarded-for"] == "192.0.2.7")
        #expect(try seen(Self.signature + [0x20, 0, 0, 0])["x-forwarded-for"] == "127.0.0.9")
    }

    @Test(arguments: [
        "GET /open HTTP/1.1\r\nHost: api.test\r\n\r\n", "PROXY TCP4 1.2.3.4\r\n\r\n",
        "PROXY TCP9 192.0.2.1 192.0.2.2 1 2\r\n",
    ])
    func `a connection without a good header is closed`(raw: String) throws {
        var client = try Client(Rig.main.proxied, from: "127.0.0.9")
        try client.send(raw)
        let end = client.awaitEnd()
        #expect(end == .ended || end == .reset)
    }

    @Test func `what a trusted proxy says of the client's side stays`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let said = ["X-Forwarded-Port: 8443", "X-Forwarded-For: 192.0.2.8", "Forwarded: for=x"]
        for (source, port) in [("127.0.0.9", "8443"), (rig.source(), nil as String?)] {
            var client = try Client(rig.plain, from: source)
            try client.send(rig.request("GET", "/open", fields: [scene.field] + said))
            #expect(try client.answer().status == 200)
            let seen = try scene.request()
            #expect(seen["x-forwarded-port"] == port)
            #expect(seen.head.all("x-forwarded-for").count == 1)
            #expect(seen["x-forwarded-for"] == (port == nil ? source : "192.0.2.8, 127.0.0.9"))
        }
    }

    @Test(arguments: [
        ("203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("203.0.113.9, 198.51.100.8, 127.0.0.9", "198.51.100.8"),
        ("198.51.100.9:51234", "198.51.100.9"), ("[2001:db8::9]:443", "2001:db8::9"),
        ("[2001:db8::a]", "2001:db8::a"), ("203.0.113.9, nonsense", "127.0.0.9"),
    ])
    func `the client is the last whom a trusted proxy names`(said: String, client: String) throws {
        let rig = try Rig.main
        let answer = try rig.ask(
            "GET", "/open", fields: ["X-Forwarded-For: \(said)"], from: "127.0.0.9")
        #expect(try rig.logLines(of: answer)[0].contains("\"client\":\"\(client)\""))
        let other = rig.source()
        let untrusted = try rig.ask(
            "GET", "/open", fields: ["X-Forwarded-For: \(said)"], from: other)
        #expect(try rig.logLines(of: untrusted)[0].contains("\"client\":\"\(other)\""))
    }

    @Test func `failed look-ups are counted for whom a trusted proxy names`() throws {
        let rig = try Rig(.init(workers: 1))
        func guess(_ client: String) throws -> Int {
            try rig.ask(
                "GET", "/api/v1/channels",
                fields: ["Authorization: Bearer 99|x", "X-Forwarded-For: 10.9.8.7, \(client)"],
                from: "127.0.0.9"
            ).status
        }
        for _ in 0..<3 { #expect(try guess("198.51.100.1:1000") == 401) }
        #expect(try guess("198.51.100.1:2000") == 429)
        #expect(try guess("198.51.100.2") == 401)
    }

    @Test func `who is not trusted is not believed`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try Client(rig.proxied, from: rig.source())
        try client.send(
            "PROXY TCP4 192.0.2.1 192.0.2.2 1000 443\r\n"
                + rig.request("GET", "/open", fields: [scene.field]))
        let end = client.awaitEnd()
        #expect(end == .ended || end == .reset)
        #expect(scene.count == 0)
    }
}
