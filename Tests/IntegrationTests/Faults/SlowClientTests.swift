import Testing

/// Clients that are slow, silent or too much.
@Suite(.serialized) struct SlowClientTests {
    @Test func `bodies that are held have a bound all together`() throws {
        let rig = try Rig(
            .init(
                workers: 1, bounds: "{body: 128MiB}", defaults: "  body_max: 64MiB",
                accessLog: "off"))
        let token = try rig.token()
        let mebibytes = 60
        let piece = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        var clients: [Client] = []
        // Four are held for as long as they do not end; the fifth is beyond 256 MiB.
        for _ in 0..<5 {
            let client = try rig.client()
            try client.send(
                rig.request(
                    "POST", "/api/v1/messages",
                    fields: [
                        token.field, "Content-Type: application/json",
                        "Content-Length: \((mebibytes + 1) << 20)",
                    ]))
            clients.append(client)
            for _ in 0..<mebibytes { try? client.send(piece) }
        }
        var last = clients.removeLast()
        let answer = try last.answer(to: "POST")
        #expect(answer.status == 503)
        #expect(answer["retry-after"] != nil)
        // The others go on, and what they held is free once they are gone.
        for client in clients { client.socket.close() }
        try eventually("room for another body") {
            try rig.post("/api/v1/messages", token: token, json: "{}").status == 422
        }
    }

    @Test func `half a head is 408 in time, and the connection ends`() throws {
        let rig = try Rig.hurried
        var client = try rig.client()
        try client.send("GET /open HTTP/1.1\r\nHost: api")
        let answer = try client.answer()
        #expect(answer.status == 408)
        #expect(answer["connection"] == "close")
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `what may become the preface of HTTP2 has as long as a head`() throws {
        let rig = try Rig.hurried
        var client = try rig.client()
        let start = milliseconds()
        for byte in "PRI * HTTP/2.0" where !client.hasNews(within: 50) {
            try? client.send(String(byte))
        }
        #expect(try client.answer().status == 408)
        #expect(client.awaitEnd() == .ended)
        #expect(milliseconds() - start < 5_000)
    }

    @Test func `a head that drips is 408 all the same`() throws {
        let rig = try Rig.hurried
        var client = try rig.client()
        let start = milliseconds()
        try client.send("GET /open HTTP/1.1\r\n")
        // Each wait for an answer is the pause before the next field.
        while !client.hasNews(within: 50), milliseconds() - start < 5_000 {
            try? client.send("X-Drip: 1\r\n")
        }
        #expect(try client.answer().status == 408)
        #expect(milliseconds() - start < 5_000)
    }

    @Test func `a judged body that stops is 408`() throws {
        let rig = try Rig.hurried
        var client = try rig.client()
        let fields = [try rig.token().field, "Content-Type: application/json", "Content-Length: 9"]
        try client.send(rig.request("POST", "/api/v1/messages", fields: fields) + "{")
        #expect(try client.answer().status == 408)
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `a streamed body that stops is 408, and the upstream is let go`() throws {
        let rig = try Rig.hurried
        let ended = Inbox<Arrival>()
        let scene = rig.upstream.scene { visit in ended.put(visit.awaitEnd()) }
        var client = try rig.client()
        try client.send(
            rig.request("POST", "/open", fields: [scene.field, "Content-Length: 9"]) + "abc")
        #expect(try client.answer().status == 408)
        #expect(try ended.take("the upstream's end") != .nothing)
    }

    @Test func `a connection that asks nothing is closed without a word`() throws {
        var client = try Rig.hurried.client()
        #expect(client.awaitEnd() == .ended)
        #expect(client.bytes(1) == [])
    }

    @Test func `a connection that asks nothing more is closed without a word`() throws {
        let rig = try Rig.hurried
        var client = try rig.client()
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer().status == 200)
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `a silent TLS client is closed`() throws {
        let rig = try Rig(.init(workers: 1, timeouts: "{handshake: 300ms}"))
        var client = try Client(rig.tls)
        #expect(client.awaitEnd() == .ended)
    }

    @Test(arguments: [(1_000, 200), (1_100, 414), (100_000, 414)])
    func `a target beyond its bound is 414`(length: Int, status: Int) throws {
        let rig = try Rig.hurried
        let target = "/open/" + String(repeating: "x", count: length)
        #expect(try rig.ask("GET", target).status == status)
    }

    @Test(arguments: [(3_000, 200), (4_200, 431), (100_000, 431)])
    func `a head beyond its bound is 431`(length: Int, status: Int) throws {
        let rig = try Rig.hurried
        let field = "X-Long: " + String(repeating: "x", count: length)
        let answer = try rig.ask("GET", "/open", fields: [field])
        #expect(answer.status == status)
        if status == 431 { #expect(answer["connection"] == "close") }
    }

    @Test(arguments: [(18, 200), (21, 431)])
    func `more fields than the bound are 431`(count: Int, status: Int) throws {
        let rig = try Rig.hurried
        let fields = (0..<count - 1).map { "X-\($0): 1" }
        #expect(try rig.ask("GET", "/open", fields: fields).status == status)
    }

    @Test func `a client that takes nothing of its answer is cut`() throws {
        let rig = try Rig.hurried
        let ended = Inbox<Bool>()
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
            let block = [UInt8](repeating: 120, count: 1_048_576)
            var sent = 0
            while sent < 950, (try? visit.send(block)) != nil { sent += 1 }
            ended.put(sent < 950)
            visit.close()
        }
        let client = try Client(rig.plain, receiveBytes: 4_096)
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        #expect(try ended.take("the upstream's end"))
    }

    @Test func `many half heads cost little and keep nobody out`() throws {
        let rig = try Rig.main
        let before = rig.gateway.residentKiB
        var clients: [Client] = []
        for _ in 0..<200 {
            let client = try rig.client()
            try client.send("GET /open HTTP/1.1\r\nX: " + String(repeating: "x", count: 8_000))
            clients.append(client)
        }
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(rig.gateway.residentKiB - before < 200 * 64)
        clients.removeAll()
    }
}
