import Testing

/// Upstreams that fail: refused, reset, silent, speaking nonsense, breaking off.
@Suite struct UpstreamFaultTests {
    private func ask(
        _ target: String = "/open", method: String = "GET", body: String? = nil,
        _ script: @escaping Scene.Script
    ) throws -> (answer: Answer, scene: Scene) {
        let rig = try Rig.main
        let scene = rig.upstream.scene(script)
        return (try rig.ask(method, target, fields: [scene.field], body: body), scene)
    }

    @Test(arguments: [
        "garbage\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nBad Name: x\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n\u{0}", "\r\n\r\n\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "<html>no</html>",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    ])
    func `nonsense is 502`(raw: String) throws {
        let (answer, scene) = try ask { visit in
            try visit.send(raw)
            visit.close()
        }
        #expect(answer.status == 502, "\(answer.head.text)")
        #expect(answer.isWhole)
        #expect(scene.count == 1)
    }

    @Test(arguments: ["\0\0\0\u{4}\0\0\0\0\0", "\u{15}\u{3}\u{1}\0\u{2}\u{2}\u{28}", "+PONG"])
    func `another protocol is 502 at once, though it has no lines`(raw: String) throws {
        let left = Gate()
        let (answer, _) = try ask { visit in
            try visit.send(raw)
            try left.wait()
        }
        left.open()
        #expect(answer.status == 502)
    }

    @Test func `interim answers without end are 502`() throws {
        let (answer, _) = try ask { visit in
            for _ in 0..<20 { try? visit.send("HTTP/1.1 102 Processing\r\n\r\n") }
            _ = visit.awaitEnd()
        }
        #expect(answer.status == 502)
    }

    @Test func `an endless head is 502`() throws {
        let (answer, _) = try ask { visit in
            try visit.send("HTTP/1.1 200 OK\r\n")
            let line = "X-Filler: " + String(repeating: "x", count: 1_000) + "\r\n"
            for _ in 0..<2_000 { try? visit.send(line) }
            _ = visit.awaitEnd()
        }
        #expect(answer.status == 502)
    }

    @Test func `a reset before the answer is 502, and a POST is sent once`() throws {
        let (answer, scene) = try ask(method: "POST", body: "x") { visit in
            try visit.readBody()
            visit.reset()
        }
        #expect(answer.status == 502)
        #expect(scene.count == 1)
    }

    @Test func `a connection that ends before the answer is 502`() throws {
        let (answer, _) = try ask(method: "POST", body: "x") { visit in
            try visit.readBody()
            visit.close()
        }
        #expect(answer.status == 502)
    }

    @Test func `a reset within the answer's head is 502`() throws {
        let (answer, scene) = try ask { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Le")
            visit.reset()
        }
        #expect(answer.status == 502)
        #expect(scene.count == 1)
    }

    @Test(
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhalf",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "4\r\nhalf\r\n0\r\nX-Trailer: 1\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nzz\r\n",
        ], [true, false])
    func `half an answer is never presented as whole`(raw: String, resets: Bool) throws {
        for version in ["1.1", "1.0"] {
            let rig = try Rig.main
            let taken = Gate()
            let scene = rig.upstream.scene { visit in
                try visit.send(raw)
                try taken.wait()
                if resets { visit.reset() } else { visit.close() }
            }
            var client = try rig.client()
            try client.send(
                "GET /open HTTP/\(version)\r\nHost: api.test\r\n\(scene.field)\r\n\r\n")
            // What there was of it arrived, whatever came of the rest.
            #expect(try client.head().text.contains(" 200 OK"))
            taken.open()
            // Whatever came of the body: an orderly end would say that this was all of it.
            #expect(client.awaitEnd() == .reset)
        }
    }

    @Test func `an answer up to the connection's end that is reset is not whole`() throws {
        let rig = try Rig.main
        let taken = Gate()
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.0 200 OK\r\n\r\nhalf")
            try taken.wait()
            visit.reset()
        }
        var client = try rig.client()
        try client.send("GET /open HTTP/1.0\r\nHost: api.test\r\n\(scene.field)\r\n\r\n")
        _ = try client.head()
        taken.open()
        #expect(client.awaitEnd() == .reset)
    }

    @Test func `bytes behind the answer are nobody's`() throws {
        let rig = try Rig(.init(workers: 1))
        let scene = rig.upstream.scene { visit in
            try visit.send(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                    + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
        }
        var client = try rig.client()
        try client.send(
            rig.request("GET", "/open", fields: [scene.field]) + rig.request("GET", "/open"))
        #expect(try client.answer().text == "ok")
        #expect(try client.answer().text == "{\"ok\":true}")
    }

    @Test func `an answer that falls silent is cut`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
            _ = visit.awaitEnd()
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/brisk", fields: [scene.field]))
        _ = try client.head()
        #expect(client.awaitEnd() == .reset)
    }

    @Test func `the gateway goes away from an upstream that was too slow`() throws {
        let rig = try Rig.main
        let ended = Inbox<Arrival>()
        let scene = rig.upstream.scene { visit in ended.put(visit.awaitEnd()) }
        let answer = try rig.ask("POST", "/brisk", fields: [scene.field], body: "x")
        #expect(answer.status == 504)
        #expect(try ended.take("the connection's end") != .nothing)
        #expect(scene.count == 1)
    }

    @Test func `a client that goes away takes its request along`() throws {
        let rig = try Rig.main
        let ended = Inbox<Arrival>()
        let scene = rig.upstream.scene { visit in ended.put(visit.awaitEnd()) }
        let client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        client.socket.reset()
        #expect(try ended.take("the connection's end") != .nothing)
    }

    @Test func `where the first target refuses, the second is asked`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        for _ in 0..<6 {
            let answer = try rig.ask("POST", "/pair", fields: [scene.field], body: "x")
            #expect(answer.status == 200)
            #expect(try scene.body() == [UInt8]("x"))
        }
        #expect(scene.count == 6)
    }

    @Test func `a refused upstream does not end the client's connection`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        try client.send(rig.request("GET", "/dead") + rig.request("GET", "/open"))
        #expect(try client.answer().status == 502)
        #expect(try client.answer().status == 200)
    }
}
