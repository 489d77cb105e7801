import Testing

/// Bodies in both directions: framing, streaming, trailers.
@Suite struct BodyTests {
    private let big = String(repeating: "0123456789abcdef", count: 20_000)

    @Test func `a body with a length keeps it`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            let body = try visit.readBody()
            try visit.answer(body: String(decoding: body, as: UTF8.self))
        }
        let answer = try rig.ask("PUT", "/open", fields: [scene.field], body: big)
        #expect(answer.text == big)
        let seen = try scene.request()
        #expect(seen.head.all("content-length") == ["\(big.utf8.count)"])
        #expect(seen["transfer-encoding"] == nil)
    }

    @Test func `a chunked request stays chunked, with its trailers`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        try client.send(
            rig.request("POST", "/open", fields: [scene.field, "Transfer-Encoding: chunked"])
                + "5\r\nhello\r\n6;ext=1\r\n world\r\n0\r\nX-Sum: 7\r\nContent-Length: 5\r\n\r\n")
        #expect(try client.answer().status == 200)
        let seen = try scene.request()
        #expect(seen.head.all("transfer-encoding") == ["chunked"])
        #expect(seen["content-length"] == nil)
        #expect(try scene.body() == [UInt8]("hello world\r\nX-Sum: 7"))
    }

    @Test(arguments: ["X-Bawaba-Org: evil", "Authorization: Bearer x", "Host: evil", "Cookie: a=1"])
    func `a trailer cannot say what a field may not`(trailer: String) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        try client.send(
            rig.request("POST", "/open", fields: [scene.field, "Transfer-Encoding: chunked"])
                + "2\r\nhi\r\n0\r\n\(trailer)\r\n\r\n")
        let answer = try client.answer()
        if answer.status == 200 {
            #expect(try scene.body() == [UInt8]("hi"))
        } else {
            #expect(answer.status == 400)
        }
    }

    @Test func `an unjudged upload begins before its end is there`() throws {
        let rig = try Rig.main
        let half = Inbox<[UInt8]>()
        let scene = rig.upstream.scene { visit in
            half.put(visit.readBytes(4))
            half.put(visit.readBytes(4))
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        var client = try rig.client()
        try client.send(
            rig.request("POST", "/open", fields: [scene.field, "Content-Length: 8"]) + "half")
        #expect(try half.take("the first half") == [UInt8]("half"))
        try client.send("rest")
        #expect(try half.take("the second half") == [UInt8]("rest"))
        #expect(try client.answer().status == 200)
    }

    @Test func `an answer begins before its end is there`() throws {
        let rig = try Rig.main
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")
            try gate.wait()
            try visit.send("4\r\nrest\r\n0\r\n\r\n")
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        #expect(try client.head().startLine == "HTTP/1.1 200 OK")
        #expect(client.bytes(9) == [UInt8]("4\r\nhalf\r\n"))
        gate.open()
        #expect(client.bytes(14) == [UInt8]("4\r\nrest\r\n0\r\n\r\n"))
    }

    @Test func `a chunked answer keeps its trailers`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                    + "5\r\nhello\r\n0\r\nX-Sum: 9\r\n\r\n")
        }
        let answer = try rig.ask("GET", "/open", fields: [scene.field])
        #expect(answer.text == "hello")
        #expect(answer.trailers["x-sum"] == "9")
        #expect(answer["transfer-encoding"] == "chunked")
    }

    @Test func `an answer up to the connection's end is chunked for the client`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.0 200 OK\r\n\r\nall of it")
            visit.close()
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        let answer = try client.answer()
        #expect(answer.text == "all of it")
        #expect(answer["transfer-encoding"] == "chunked")
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer().status == 200)
    }

    @Test func `an answer to HEAD has the fields and no body`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 12345\r\nX-A: 1\r\n\r\n")
        }
        var client = try rig.client()
        try client.send(
            rig.request("HEAD", "/open", fields: [scene.field]) + rig.request("GET", "/open"))
        let answer = try client.answer(to: "HEAD")
        #expect(answer["content-length"] == "12345")
        #expect(answer["x-a"] == "1")
        #expect(try client.answer().text == "{\"ok\":true}")
    }

    @Test(arguments: [
        "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 77\r\n\r\n",
    ])
    func `204 and 304 end with their head`(raw: String) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in try visit.send(raw) }
        var client = try rig.client()
        try client.send(
            rig.request("GET", "/open", fields: [scene.field]) + rig.request("GET", "/open"))
        #expect(try client.answer().head.startLine.contains(raw.dropFirst(9).prefix(3)))
        #expect(try client.answer().text == "{\"ok\":true}")
    }

    @Test func `interim answers go before the final one, without 100`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                    + "HTTP/1.1 102 Processing\r\n\r\n")
            try visit.answer()
        }
        let answer = try rig.ask("GET", "/open", fields: [scene.field])
        #expect(answer.status == 200)
        #expect(answer.interims.map { $0.startLine.split(separator: " ")[1] } == ["103", "102"])
        #expect(answer.interims.first?["link"] == "</a>")
    }

    @Test func `an HTTP/1.0 client is spared interim answers`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 103 Early Hints\r\n\r\n")
            try visit.answer()
        }
        var client = try rig.client()
        try client.send("GET /open HTTP/1.0\r\nHost: api.test\r\n\(scene.field)\r\n\r\n")
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer.interims.isEmpty)
    }

    @Test func `an early answer ends an upload that nobody reads`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno")
            visit.close()
        }
        var client = try rig.client()
        try client.send(
            rig.request("POST", "/open", fields: [scene.field, "Content-Length: 1000000"]) + "x")
        let answer = try client.answer()
        #expect(answer.status == 403)
        #expect(answer.text == "no")
    }

    @Test func `an answer that comes before the body's end does not stop the body`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n")
            try visit.readBody()
            try visit.send("0\r\n\r\n")
        }
        var client = try rig.client()
        try client.send(rig.request("POST", "/open", fields: [scene.field, "Content-Length: 8"]))
        try client.send("half")
        #expect(try client.head().startLine == "HTTP/1.1 200 OK")
        #expect(client.bytes(7) == [UInt8]("2\r\nok\r\n"))
        try client.send("rest")
        #expect(try scene.body() == [UInt8]("halfrest"))
        #expect(client.bytes(5) == [UInt8]("0\r\n\r\n"))
    }
}
