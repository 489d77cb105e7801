import Testing

/// What a reload changes for connections that stay, and what it leaves alone.
@Suite struct ReloadTests {
    @Test func `the next request of the same connection is judged by the new policy`() throws {
        let rig = try Rig(Rig.reading)
        let token = try rig.token(abilities: ["read"])
        let asking = rig.request("GET", "/api/v1/channels", fields: [token.field])
        var client = try rig.client()
        var session = try FrameClient(rig.plain)
        try client.send(asking)
        #expect(try client.answer().status == 200)
        try session.ask("GET", "/api/v1/channels", fields: [token.field])
        #expect(try session.status() == "200")
        try rig.reload(("abilities: [read]", "abilities: [admin]"))
        try client.send(asking)
        #expect(try client.answer().status == 403)
        try session.ask("GET", "/api/v1/channels", stream: 3, fields: [token.field])
        #expect(try session.status(3) == "403")
        #expect(try session.lives())
    }

    @Test func `routes appear and disappear`() throws {
        let rig = try Rig(.init())
        var client = try rig.client()
        func status(_ path: String) throws -> Int {
            try client.send(rig.request("GET", path))
            return try client.answer().status
        }
        #expect(try status("/named") == 200)
        #expect(try status("/later") == 404)
        try rig.reload(("{prefix: /named, upstream: named}", "{prefix: /later}"))
        #expect(try status("/named") == 404)
        #expect(try status("/later") == 200)
    }

    @Test func `a request in flight finishes as it began, and its log line names its route`() throws
    {
        let rig = try Rig(.init(workers: 1))
        let go = Flag(false)
        let scene = rig.upstream.scene { visit in
            _ = try visit.wait(within: 15_000) { go.isSet }
            try visit.answer(body: "late")
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/named/slow", fields: [scene.field]))
        _ = try scene.request()
        // Its route goes, its upstream goes, and others get their numbers.
        let target = "targets: [\"http://\(rig.upstream.address)\"]"
        try rig.reload(
            ("  - {prefix: /named, upstream: named}\n", ""),
            ("  named: {\(target), host: \"backend.internal\"}\n", ""))
        go.set(true)
        let answer = try client.answer()
        #expect(answer.status == 200 && answer.text == "late")
        let line = try rig.logLines(of: answer).joined()
        #expect(line.contains("\"route\":\"/named\""), "\(line)")
        #expect(line.contains("\"upstream\":\"named\""), "\(line)")
        try client.send(rig.request("GET", "/named/slow"))
        #expect(try client.answer().status == 404)
    }

    @Test func `a body that is on its way is judged by the rules that its request began with`()
        throws
    {
        let rig = try Rig(Rig.reading)
        let token = try rig.token(abilities: ["read"])
        let body = "{\"phone\":\"+15551234567\"}"
        var client = try rig.client()
        let scene = rig.upstream.scene()
        let text = rig.request(
            "POST", "/api/v1/contacts",
            fields: [
                token.field, scene.field, "Content-Type: application/json",
                "Expect: 100-continue",
            ], body: body)
        try client.send(String(text.dropLast(body.utf8.count)))
        #expect(try client.head().startLine == "HTTP/1.1 100 Continue")
        try rig.reload(
            ("abilities: [read]", "abilities: [admin]"), ("errors: laravel", "errors: problem"))
        try client.send(body)
        let answer = try client.answer()
        #expect(answer.status == 200 || answer.status == 422)
        #expect(answer["content-type"] == "application/json")
        let next = try rig.ask("GET", "/api/v1/channels", token: token)
        #expect(next.status == 403 && next["content-type"] == "application/problem+json")
    }

    @Test func `requests go to the new targets, and to the old ones where they stay the same`()
        throws
    {
        let other = try TestUpstream()
        let rig = try Rig(.init(workers: 1))
        var client = try rig.client()
        let (old, new) = (rig.upstream.scene(), other.scene())
        func ask(_ path: String) throws {
            try client.send(rig.request("GET", path, fields: [old.field]))
            #expect(try client.answer().status == 200)
        }
        try ask("/named")
        try ask("/open")
        let (_, before) = (try old.request(), try old.request())
        try rig.reload(
            (
                "named: {targets: [\"http://\(rig.upstream.address)\"]",
                "named: {targets: [\"http://\(other.address)\"]"
            ))
        try ask("/named")
        #expect(new.count == 1 && old.count == 2)
        try ask("/open")
        // The connection that was idle: its upstream is as it was.
        #expect(try old.request().connection == before.connection)
    }

    @Test func `a name that comes with the policy has its address before it counts`() throws {
        let names = try Names()
        names.set("app.internal", ["127.0.0.1"])
        let rig = try Rig(.init(workers: 2, more: "resolvers: [\"\(names.address)\"]"))
        let port = rig.upstream.address.port
        try rig.reload(
            ("  dead: {", "  far: {targets: [\"http://app.internal:\(port)\"]}\n  dead: {"),
            ("  - {prefix: /dead", "  - {prefix: /far, upstream: far}\n  - {prefix: /dead"))
        for _ in 0..<8 { #expect(try rig.ask("GET", "/far").status == 200) }
        try rig.rewrite(("http://app.internal", "http://nowhere.internal"))
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        #expect(output.contains("the new target nowhere.internal of upstream far has no address"))
        #expect(try rig.ask("GET", "/far").status == 200)
    }

    @Test func `slow bodies keep a bounded number of former policies`() throws {
        var options = Rig.reading
        options.timeouts = "{head: 10s, body: 10m, idle: 10m, write: 10s, drain: 20s}"
        let rig = try Rig(options)
        let token = try rig.token(abilities: ["read"])
        let body = "{\"phone\":\"+15551234567\"}"
        let text = rig.request(
            "POST", "/api/v1/contacts",
            fields: [token.field, "Content-Type: application/json", "Expect: 100-continue"],
            body: body)
        var clients: [Client] = []
        for _ in 0..<17 {
            var client = try rig.client()
            try client.send(String(text.dropLast(body.utf8.count)))
            #expect(try client.head().startLine == "HTTP/1.1 100 Continue")
            clients.append(client)
            try rig.reload()
        }
        #expect(try clients[0].answer().status == 503)
        for index in 1..<17 {
            try clients[index].send(body)
            // Judged, whatever comes of it.
            #expect(try [200, 422].contains(clients[index].answer().status))
        }
    }

    @Test func `limits that change count at once`() throws {
        let rig = try Rig(Rig.reading)
        let token = try rig.token(abilities: ["read"])
        #expect(
            try rig.ask("GET", "/api/v1/channels", token: token)["x-ratelimit-limit"] == "100")
        try rig.reload(("rate: 600 per minute, burst: 100", "rate: 600 per minute, burst: 7"))
        #expect(try rig.ask("GET", "/api/v1/channels", token: token)["x-ratelimit-limit"] == "7")
    }
}

extension FrameClient {
    /// The status of a stream's answer, which is read to its end.
    mutating func status(_ stream: UInt32 = 1) throws -> String {
        while true {
            let frame = try read(.headers, .data, .reset)
            guard frame.stream == stream else { continue }
            if frame.isA(.reset) { throw Failure("the stream was reset: \(frame.code)") }
            guard frame.isA(.headers), let first = frame.payload.first else { continue }
            // RFC 7541 Appendix A; a literal's value otherwise.
            let known: [UInt8: String] = [0x88: "200", 0x89: "204", 0x8D: "404"]
            let status =
                known[first]
                ?? String(decoding: frame.payload.dropFirst(2).prefix(3), as: UTF8.self)
            if !frame.endsStream { _ = try answer(stream) }
            return status
        }
    }
}
