import Testing

/// HTTP/2 in front, the same gateway behind it.
@Suite struct HTTP2Tests {
    /// Runs curl over HTTP/2 against a name of the TLS listener.
    private func curl(_ rig: Rig, _ path: String, _ more: [String]) throws -> String {
        let authority = try Certificates.shared.get().file("authority.pem")
        let (status, output) = try Program.run(
            [
                "curl", "-sS", "--http2", "--cacert", authority, "--connect-to",
                "api.test:443:\(rig.tls)", "https://api.test\(path)",
            ] + more, in: rig.place)
        #expect(status == 0, "\(output)")
        return output
    }

    @Test(arguments: [false, true])
    func `every case of the list is answered as the RFCs ask`(overTLS: Bool) throws {
        let rig = try Rig(.init(workers: 1))
        let address = overTLS ? rig.tls : rig.plain
        let (status, output) = try Program.run(
            [
                "python3", "\(Gateway.root)/Tests/Clients/h2_cases.py", address.host,
                "\(address.port)", "--path", "/open",
            ] + (overTLS ? ["--tls"] : []), in: rig.place, within: 60_000)
        #expect(status == 0, "\(output)")
        #expect(output.contains(" passed, 0 failed"))
    }

    @Test func `curl is served, and the upstream sees an ordinary request`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let output = try curl(
            rig, "/open/a?b=c",
            ["-H", scene.field, "-d", "a=1", "-w", " %{http_version} %{http_code}"])
        #expect(output == "{\"ok\":true} 2 200")
        let seen = try scene.request()
        #expect(seen.line == "POST /open/a?b=c HTTP/1.1")
        #expect(seen["host"] == "api.test")
        #expect(seen["x-forwarded-proto"] == "https")
        #expect(seen["content-length"] == "3")
        #expect(try scene.body() == [UInt8]("a=1"))
    }

    @Test(arguments: [200, 204])
    func `an answer's head goes on whatever its size, as over HTTP1`(status: Int) throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, head: 128KiB}"))
        let fields = (0..<10).map { "X-\($0): " + String(repeating: "x", count: 7_000) + "\r\n" }
        let scene = rig.upstream.scene { visit in
            let length = status == 200 ? "Content-Length: 2\r\n\r\nok" : "\r\n"
            try visit.send("HTTP/1.1 \(status) OK\r\n" + fields.joined() + length)
        }
        let more = ["-H", scene.field, "-m", "10", "-w", " %{http_code} %{size_header}"]
        let words = try curl(rig, "/open", more).split(separator: " ")
        #expect(words[words.count - 2] == "\(status)")
        #expect(try #require(Int(words[words.count - 1])) > 70_000)
    }

    @Test func `a head that unpacks to too much leaves other streams alone`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try FrameClient(rig.plain)
        try client.ask("POST", "/open", fields: [scene.field], ends: false)
        _ = try scene.request()
        // One field for HPACK's table, and then its number 9,000 times (RFC 7541 §6.1).
        var field = FrameClient.section([("x-big", String(repeating: "x", count: 3_900))])
        field[0] = 0x40
        let head = FrameClient.section([
            (":method", "GET"), (":scheme", "http"), (":path", "/open"), (":authority", "api.test"),
        ])
        let flood = head + field + [UInt8](repeating: 0xBE, count: 9_000)
        try client.send(.headers, 5, 3, flood)
        #expect(try client.read(.headers, .reset).stream == 3)
        let part = [UInt8](repeating: UInt8(ascii: "y"), count: 16_000)
        for number in 0..<3 { try client.send(.data, number == 2 ? 1 : 0, 1, part) }
        #expect(try client.answer(1).reset == nil)
        #expect(try scene.body().count == 48_000)
    }

    @Test func `tokens, quotas and rules decide as over HTTP1`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["read"])
        let code = ["-o", "/dev/null", "-w", "%{http_code}"]
        let bearer = ["-H", token.field]
        #expect(try curl(rig, "/api/v1/contacts", code) == "401")
        #expect(try curl(rig, "/api/v1/contacts", bearer + code) == "200")
        let json = ["-H", "Content-Type: application/json", "-d", "{}"]
        #expect(try curl(rig, "/api/v1/messages", bearer + json + code) == "403")
        #expect(try curl(rig, "/api/v1/contacts", bearer + json + ["-X", "PUT"] + code) == "405")
        let head = try curl(rig, "/api/v1/contacts", bearer + ["-I"])
        #expect(head.contains("x-ratelimit-remaining: "))
    }

    @Test func `large bodies go through whole, both ways`() throws {
        let rig = try Rig.main
        let size = 20_000_000
        let body = [UInt8](repeating: UInt8(ascii: "y"), count: size)
        let scene = rig.upstream.scene { visit in
            let got = try visit.readBody().count
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: \(got)\r\n\r\n")
            try visit.send(body)
        }
        let file = try rig.place.write(String(repeating: "x", count: size), to: "upload")
        let output = try curl(
            rig, "/open",
            ["-H", scene.field, "-T", file, "-o", "/dev/null", "-w", "%{size_download}"])
        #expect(output == "\(size)")
        #expect(try scene.body().count == size)
    }

    @Test func `h2load finds every answer`() throws {
        let rig = try Rig.main
        let (_, output) = try Program.run(
            [
                "h2load", "-n", "1000", "-c", "4", "-m", "8", "-H", ":authority: api.test",
                "https://\(rig.tls)/open",
            ], in: rig.place)
        #expect(output.contains("1000 succeeded, 0 failed"), "\(output)")
    }

    @Test func `trailers go through, both ways`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.readBody()
            try visit.send(
                """
                HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\
                X-Sum: 42\r\n\r\n
                """)
        }
        var client = try FrameClient(rig.plain)
        try client.ask("POST", "/open", fields: [scene.field], ends: false)
        try client.send(.data, 0, 1, [UInt8]("body"))
        try client.send(.headers, 5, 1, FrameClient.section([("x-checksum", "abc")]))
        let head = try client.read(.headers)
        #expect(!head.endsStream)
        #expect(try client.read(.data).payload == [UInt8]("ok"))
        let trailers = try client.read(.headers)
        #expect(trailers.endsStream)
        #expect(trailers.payload.count > 3)
        let text = String(decoding: try scene.body(), as: UTF8.self)
        #expect(text.hasPrefix("body"))
        #expect(text.lowercased().contains("x-checksum: abc"))
    }

    @Test func `interim answers come before the answer`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
            try visit.answer()
        }
        var client = try FrameClient(rig.plain)
        try client.ask("GET", "/open", fields: [scene.field])
        #expect(!(try client.read(.headers).endsStream))
        #expect(!(try client.read(.headers).endsStream))
        #expect(try client.read(.data).payload == [UInt8]("{\"ok\":true}"))
    }

    @Test func `who waits for 100 gets it when nothing speaks against the request`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try FrameClient(rig.plain)
        try client.ask(
            "POST", "/open", fields: [scene.field, "Expect: 100-continue"], ends: false)
        // ":status: 100" is a literal with the static table's name 8.
        let interim = try client.read(.headers)
        #expect(
            String(decoding: interim.payload, as: UTF8.self).contains("100")
                || interim.payload.count < 8)
        try client.send(.data, 1, 1, [UInt8]("late"))
        #expect(try client.answer().reset == nil)
        #expect(try scene.body() == [UInt8]("late"))
    }

    @Test func `half an answer is a reset stream, and the connection goes on`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            visit.close()
        }
        var client = try FrameClient(rig.plain)
        try client.ask("GET", "/open", fields: [scene.field])
        let answer = try client.answer()
        #expect(answer.reset != nil)
        try client.ask("GET", "/open", stream: 3)
        #expect(try client.answer(3).reset == nil)
    }

    @Test func `a stream that its client resets is given up at the upstream`() throws {
        let rig = try Rig.main
        let ended = Inbox<Arrival>()
        let scene = rig.upstream.scene { visit in ended.put(visit.awaitEnd()) }
        var client = try FrameClient(rig.plain)
        try client.ask("GET", "/open", fields: [scene.field])
        _ = try scene.request()
        try client.send(.reset, 0, 1, FrameClient.bytes(8))
        #expect(try ended.take("the upstream's end") != .nothing)
        #expect(try client.lives())
    }

    @Test func `one slow stream holds up no other`() throws {
        let rig = try Rig.main
        let body = [UInt8](repeating: UInt8(ascii: "z"), count: 4_000_000)
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
            try visit.send(body)
        }
        var client = try FrameClient(rig.plain, window: 1_000)
        try client.send(.window, 0, 0, FrameClient.bytes(1_000_000))
        try client.ask("GET", "/open", fields: [scene.field])
        #expect(try client.read(.data).payload.count == 1_000)
        for stream in stride(from: UInt32(3), to: 43, by: 2) {
            try client.ask("GET", "/open", stream: stream)
            #expect(try client.answer(stream).reset == nil)
        }
        try client.send(.window, 0, 1, FrameClient.bytes(500))
        #expect(try client.read(.data).payload.count == 500)
    }

    @Test func `who reads slowly gets all of it, however long that takes`() throws {
        let rig = try Rig.hurried
        let size = 12_000_000
        let body = [UInt8](repeating: UInt8(ascii: "s"), count: size)
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            try visit.send(body)
        }
        let output = try curl(
            rig, "/open",
            [
                "-H", scene.field, "--limit-rate", "6M", "-o", "/dev/null", "-w",
                "%{size_download}",
            ])
        #expect(output == "\(size)")
    }

    @Test func `answers that wait for room together all come`() throws {
        let rig = try Rig.main
        let streams = 40
        let scene = rig.upstream.scene { visit in
            try visit.answer(body: String(repeating: "w", count: 10_000))
        }
        var client = try FrameClient(rig.plain, window: 0)
        for number in 0..<streams {
            try client.ask("GET", "/open", stream: UInt32(2 * number + 1), fields: [scene.field])
        }
        var heads = 0
        while heads < streams { if try client.read().isA(.headers) { heads += 1 } }
        try client.send(.settings, 0, 0, [0, 4] + FrameClient.bytes(1_000_000))
        try client.send(.window, 0, 0, FrameClient.bytes(10_000_000))
        var ended = 0
        while ended < streams {
            let frame = try client.read(.data, .reset)
            #expect(frame.isA(.data))
            if frame.endsStream || frame.isA(.reset) { ended += 1 }
        }
    }

    @Test func `an upload waits for its upstream, and others do not`() throws {
        let rig = try Rig(.init(workers: 1))
        let gate = Gate()
        let size = 64 * 1_048_576
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            var left = size
            while left > 0 {
                let count = visit.readBytes(min(left, 1_048_576)).count
                if count == 0 { throw Failure("the upload broke off") }
                left -= count
            }
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        let file = try rig.place.write(String(repeating: "x", count: size), to: "upload")
        let authority = try Certificates.shared.get().file("authority.pem")
        let log = rig.place.file("curl.log")
        #expect(try rig.ask("GET", "/open").status == 200)
        let before = rig.gateway.residentKiB
        let upload = try Program(
            [
                "curl", "-sS", "--http2", "--cacert", authority, "--connect-to",
                "api.test:443:\(rig.tls)", "https://api.test/open", "-H", scene.field, "-T", file,
                "-w", "%{http_code}",
            ], output: log)
        _ = try scene.request()
        for _ in 0..<20 { #expect(try rig.ask("GET", "/open").status == 200) }
        #expect(rig.gateway.residentKiB - before < 8_192)
        gate.open()
        #expect(try upload.wait() == 0)
        #expect(textOfFile(log) == "200")
        #expect(rig.gateway.residentKiB - before < 8_192)
    }

    @Test func `a drain says GOAWAY, and what is under way is finished`() throws {
        let rig = try Rig(.init(workers: 1))
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer()
        }
        var client = try FrameClient(rig.plain)
        try client.ask("GET", "/open", fields: [scene.field])
        _ = try scene.request()
        rig.gateway.terminate()
        #expect(try client.read(.goAway).code == 0)
        // What the client sends before it knows is served as well.
        try client.ask("GET", "/open", stream: 3)
        #expect(try client.answer(3).reset == nil)
        // And what it sends behind the last word ends nothing.
        #expect(try client.read(.goAway).code == 0)
        try client.ask("POST", "/open", stream: 5, ends: false)
        try client.send(.data, 1, 5, [1])
        gate.open()
        #expect(try client.answer().reset == nil)
        #expect(client.awaitEnd() == .ended)
        #expect(try rig.gateway.wait() == 0)
    }

    @Test func `a client that is slow with a head, its content or its answer is given up`() throws {
        let rig = try Rig.hurried
        var head = try FrameClient(rig.plain)
        try head.send(.headers, 1, 1, FrameClient.section([(":method", "GET")]))
        #expect(head.awaitEnd() != .nothing)
        var content = try FrameClient(rig.plain)
        try content.ask("POST", "/open", ends: false)
        try content.send(.data, 0, 1, [1])
        #expect(!(try content.answer().count == 0))
        var idle = try FrameClient(rig.plain)
        #expect(idle.awaitEnd() == .ended)
        let scene = rig.upstream.scene { visit in
            try visit.answer(body: String(repeating: "x", count: 100_000))
        }
        var answer = try FrameClient(rig.plain, window: 10)
        try answer.ask("GET", "/open", fields: [scene.field])
        #expect(try answer.answer().reset != nil)
    }

    @Test func `an idle connection's client is told before it is closed`() throws {
        var framed = try FrameClient(Rig.hurried.plain)
        try framed.ask("GET", "/open")
        #expect(try framed.answer().reset == nil)
        #expect(try framed.read(.goAway).code == 0)
        #expect(framed.awaitEnd() == .ended)
    }

    @Test func `a client whose idle connection makes room is told`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections: 1}"))
        var framed = try FrameClient(rig.plain)
        try framed.ask("GET", "/open")
        #expect(try framed.answer().reset == nil)
        // Connections are idle once they have been so for a moment.
        try eventually("room for another") {
            var client = try rig.client()
            try? client.send(rig.request("GET", "/open"))
            return (try? client.answer())?.status == 200
        }
        #expect(try framed.read(.goAway).code == 0)
    }
}
