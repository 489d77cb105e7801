import Testing

/// HTTP/1.1 connections of clients: several requests each, in order, until somebody ends them.
@Suite struct ConnectionTests {
    @Test func `a connection serves one request after the other`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        for number in 0..<5 {
            try client.send(rig.request("GET", "/open/\(number)"))
            let answer = try client.answer()
            #expect(answer.status == 200)
            #expect(answer["connection"] == nil)
        }
    }

    @Test func `requests sent at once are answered in order, whoever answers them`() throws {
        let rig = try Rig.main
        let token = try rig.token()
        let gate = Gate()
        let slow = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer(body: "slow")
        }
        let quick = rig.upstream.scene { visit in try visit.answer(body: "quick") }
        var client = try rig.client()
        try client.send(
            rig.request("GET", "/open/slow", fields: [slow.field])
                + rig.request("GET", "/api/v1/nope")
                + rig.request("POST", "/open/quick", fields: [quick.field], body: "abc")
                + rig.request("GET", "/api/v1/channels")
                + rig.request("GET", "/api/v1/channels", fields: [token.field]))
        _ = try slow.request()
        gate.open()
        #expect(try client.answer().text == "slow")
        #expect(try client.answer().status == 404)
        #expect(try client.answer().text == "quick")
        #expect(try quick.body() == [UInt8]("abc"))
        #expect(try client.answer().status == 401)
        #expect(try client.answer().status == 200)
    }

    @Test func `a hundred requests at once get a hundred answers`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        try client.send(
            (0..<100).map { rig.request("GET", "/api/v1/n\($0)") }.joined())
        for number in 0..<100 {
            #expect(try client.answer().text.contains("api/v1/n\(number) "))
        }
    }

    @Test func `a request may arrive byte by byte`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        for byte in rig.request("POST", "/open", fields: [scene.field], body: "abc").utf8 {
            try client.send([byte])
        }
        #expect(try client.answer().status == 200)
        #expect(try scene.body() == [UInt8]("abc"))
    }

    @Test func `Connection close is answered by it, and the connection ends`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        try client.send(
            rig.request("GET", "/open", fields: ["Connection: close"])
                + rig.request("GET", "/api/v1/nope"))
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer["connection"] == "close")
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `an HTTP/1.0 client is answered and its connection ends`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        try client.send("GET /open HTTP/1.0\r\nHost: api.test\r\n\(scene.field)\r\n\r\n")
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer["connection"] == "close")
        #expect(client.awaitEnd() == .ended)
        #expect(try scene.request().line == "GET /open HTTP/1.1")
    }

    @Test func `an HTTP/1.0 client may keep its connection`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        for _ in 0..<2 {
            try client.send(
                "GET /open HTTP/1.0\r\nHost: api.test\r\nConnection: keep-alive\r\n\r\n")
            let answer = try client.answer()
            #expect(answer.status == 200)
            #expect(answer["connection"] == "keep-alive")
        }
    }

    @Test func `an HTTP/1.0 client gets a chunked answer plain, up to the connection's end`() throws
    {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
        }
        var client = try rig.client()
        try client.send(
            "GET /open HTTP/1.0\r\nHost: api.test\r\nConnection: keep-alive\r\n"
                + "\(scene.field)\r\n\r\n"
        )
        let answer = try client.answer()
        #expect(answer["transfer-encoding"] == nil)
        #expect(answer.text == "hello")
        #expect(answer.isWhole)
    }

    @Test func `a client that half closes still gets its answer`() throws {
        let rig = try Rig.main
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer()
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        client.socket.finishSending()
        _ = try scene.request()
        gate.open()
        #expect(try client.answer().status == 200)
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `empty lines before a request and behind a body are passed over`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        try client.send("\r\n\r\n" + rig.request("POST", "/open", body: "abc") + "\r\n")
        #expect(try client.answer().status == 200)
        try client.send(rig.request("GET", "/open") + "\r\n\r")
        #expect(try client.answer().status == 200)
        // They begin no request, whose end would be waited for and its lack answered.
        client.socket.finishSending()
        #expect(throws: Failure.self) { try client.answer() }
        #expect(client.bytes(1).isEmpty)
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `TRACE is not passed through`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask("TRACE", "/open", fields: [scene.field])
        #expect(answer.status == 405)
        #expect(answer["allow"] == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
        #expect(scene.count == 0)
    }

    @Test func `OPTIONS goes as far as Max-Forwards says`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        for (asked, sent) in [("10", "9"), ("1", "0"), ("x", "x")] {
            let fields = [scene.field, "Max-Forwards: \(asked)"]
            #expect(try rig.ask("OPTIONS", "/open", fields: fields).status == 200)
            #expect(try scene.request()["max-forwards"] == sent)
        }
        let last = try rig.ask("OPTIONS", "/open", fields: [scene.field, "Max-Forwards: 0"])
        #expect(last.status == 204)
        #expect(scene.count == 3)
        #expect(
            try rig.ask("GET", "/open", fields: [scene.field, "Max-Forwards: 0"]).status == 200)
        #expect(try scene.request()["max-forwards"] == "0")
    }

    @Test func `an answer without a date gets one, another's stays`() throws {
        let rig = try Rig.main
        let old = "Sun, 06 Nov 1994 08:49:37 GMT"
        let scene = rig.upstream.scene { visit in
            try visit.answer(fields: visit.number == 0 ? [] : ["Date: \(old)"])
        }
        let added = try rig.ask("GET", "/open", fields: [scene.field])
        #expect(added.head.all("date").count == 1)
        #expect(added["date"]?.hasSuffix(" GMT") == true)
        #expect(try rig.ask("GET", "/open", fields: [scene.field]).head.all("date") == [old])
    }

    @Test func `a 426 says which protocol to ask for where that is relayed`() throws {
        let rig = try Rig.main
        let offers = ["WebSocket", "TLS/1.0", "websocket"]
        let scene = rig.upstream.scene { visit in
            try visit.answer(
                "426 Upgrade Required",
                fields: ["Upgrade: \(offers[visit.number])", "Connection: Upgrade"])
        }
        let answer = try rig.ask("GET", "/open", fields: [scene.field])
        #expect(answer["upgrade"] == "websocket")
        #expect(answer["connection"]?.hasSuffix("Upgrade") == true)
        let other = try rig.ask("GET", "/open", fields: [scene.field])
        #expect(other.status == 426)
        #expect(other["upgrade"] == nil)
        // HTTP/1.0 knows no upgrade (RFC 9110 §7.8).
        var client = try rig.client()
        try client.send(
            "GET /open HTTP/1.0\r\nHost: api.test\r\nConnection: keep-alive\r\n"
                + "\(scene.field)\r\n\r\n")
        let old = try client.answer()
        #expect(old["upgrade"] == nil)
        #expect(old["connection"] == "keep-alive")
    }

    @Test func `an answer's numbers may be written with zeros and blanks`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send(
                visit.number == 0
                    ? "HTTP/1.1 200 OK\r\nContent-Length: 0003\r\n\r\nabc"
                    : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3  \r\nabc\r\n0 ;x\r\n\r\n")
        }
        for _ in 0..<2 {
            let answer = try rig.ask("GET", "/open", fields: [scene.field])
            #expect(answer.status == 200)
            #expect(answer.text == "abc")
        }
    }

    @Test func `connections to the upstream are used again`() throws {
        let rig = try Rig(.init(workers: 1))
        let scene = rig.upstream.scene()
        var connections = Set<Int>()
        for _ in 0..<4 {
            #expect(try rig.ask("GET", "/open", fields: [scene.field]).status == 200)
            connections.insert(try scene.request().connection)
        }
        #expect(connections.count == 1)
    }

    @Test func `curl is served over one connection`() throws {
        let rig = try Rig.main
        let url = "http://\(rig.plain)/open"
        let (status, output) = try Program.run(
            [
                "curl", "-s", "-v", "-H", "Host: api.test", url, url, "-d", "x=1",
            ], in: rig.place)
        #expect(status == 0)
        #expect(output.contains("{\"ok\":true}{\"ok\":true}") || output.contains("Re-using"))
    }
}
