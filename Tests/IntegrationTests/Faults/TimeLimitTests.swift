import Testing

/// Whose time limit runs: nobody is blamed for another's slowness.
@Suite(.serialized) struct TimeLimitTests {
    @Test(arguments: [("GET", nil), ("POST", "")])
    func `an upstream may take longer than a head may`(method: String, body: String?) throws {
        let rig = try Rig.hurried
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer(body: "late")
        }
        var client = try rig.client()
        try client.send(rig.request(method, "/open", fields: [scene.field], body: body))
        _ = try scene.request()
        // Longer than the limits for a head, a body and idleness.
        let isAnswered = client.hasNews(within: 1_500)
        #expect(!isAnswered)
        gate.open()
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer.text == "late")
    }

    @Test func `a client that pauses at the end of an answer still gets it whole`() throws {
        let rig = try Rig(.init(workers: 1, timeouts: "{write: 10s}"))
        let paused = Gate()
        let sent = Inbox<Int>()
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let piece = "C000\r\n" + String(repeating: "x", count: 49_152) + "\r\n"
            var pieces = 0
            var isTaken = true
            while isTaken {
                let queued = try rig.gateway.queuedBytes(at: rig.plain)
                try visit.send(piece)
                pieces += 1
                isTaken = try visit.wait(within: 300) {
                    try rig.gateway.queuedBytes(at: rig.plain) > queued + 32_768
                }
            }
            try visit.send("0\r\n\r\n")
            sent.put(pieces * 49_152)
            // Longer than an idle connection keeps its buffers, shorter than the write limit.
            _ = try visit.wait(within: 2_500) { false }
            paused.open()
        }
        var client = try Client(rig.plain, from: rig.source(), receiveBytes: 4_096)
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        try paused.wait()
        let answer = try client.answer()
        #expect(answer.isWhole)
        #expect(try answer.body.count == sent.take("the length"))
    }

    @Test func `a client that stops reading is cut after the write limit, at no cost`() throws {
        let rig = try Rig(.init(workers: 1, timeouts: "{write: 600ms}"))
        let cut = Gate()
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            // Pieces until the kernel takes only a part of one: the gateway then holds the rest of
            // it, which is less than it may.
            let piece = "C000\r\n" + String(repeating: "x", count: 49_152) + "\r\n"
            var isTaken = true
            while isTaken {
                let queued = try rig.gateway.queuedBytes(at: rig.plain)
                guard (try? visit.send(piece)) != nil else { break }
                isTaken = try visit.wait(within: 300) {
                    try rig.gateway.queuedBytes(at: rig.plain) > queued + 32_768
                }
            }
            if visit.awaitEnd() != .nothing { cut.open() }
        }
        var client = try Client(rig.plain, from: rig.source(), receiveBytes: 4_096)
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        let before = rig.gateway.cpuMilliseconds
        try cut.wait()
        #expect(rig.gateway.cpuMilliseconds - before < 300)
        let end = client.awaitEnd()
        #expect(end != .nothing)
    }

    @Test func `who sends no more still gets the whole answer`() throws {
        let rig = try Rig.main
        let body = String(repeating: "0123456789abcdef", count: 1 << 19)
        let scene = rig.upstream.scene { visit in try visit.answer(body: body) }
        var client = try Client(rig.plain, from: rig.source(), receiveBytes: 65_536)
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        client.socket.finishSending()
        let answer = try client.answer()
        #expect(answer.isWhole)
        #expect(answer.body.count == body.utf8.count)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nevent\r\n"])
    func `a client that is gone is given up at the upstream`(begun: String) throws {
        let rig = try Rig(.init(workers: 1))
        let ended = Inbox<Int>()
        let scene = rig.upstream.scene { visit in
            if !begun.isEmpty { try visit.send(begun) }
            let start = milliseconds()
            if visit.awaitEnd() != .nothing { ended.put(milliseconds() - start) }
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        if !begun.isEmpty { #expect(try client.head().startLine == "HTTP/1.1 200 OK") }
        client.socket.finishSending()
        let framed = try FrameClient(rig.plain)
        try framed.ask("GET", "/open", fields: [scene.field])
        _ = try scene.request()
        framed.finishSending()
        // Nobody who only ends its side is cut short, and nobody waits for the upstream's limit.
        for _ in 0..<2 {
            let time = try ended.take("the upstream's end")
            #expect((4_000..<12_000).contains(time))
        }
        try eventually("lines") {
            rig.place.text(of: "access.log").split(separator: "\n")
                .filter { $0.contains("\"client_gone\"") }.count == 2
        }
    }

    @Test func `who ended its side and reads slowly loses nothing in a pause`() throws {
        let rig = try Rig(.init(workers: 1))
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 200003\r\n\r\n")
            try visit.send([UInt8](repeating: UInt8(ascii: "x"), count: 200_000))
            try gate.wait()
            try visit.send("end")
        }
        var client = try Client(rig.plain, from: rig.source(), receiveBytes: 4_096)
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        client.socket.finishSending()
        _ = try scene.request()
        // Longer than a client is waited for that may be gone.
        var silent = try rig.client()
        let isSpokenTo = silent.hasNews(within: 8_000)
        #expect(!isSpokenTo)
        gate.open()
        #expect(try client.answer().body.count == 200_003)
    }

    @Test func `the answer is due once the upstream has the whole request`() throws {
        let rig = try Rig(
            .init(
                workers: 1,
                defaults: "  auth: bearer\n  abilities: [send]\n  body_max: 64MiB",
                more: """
                    operations:
                      sendAMessage: {timeouts: {response: 1s, idle: 10s}}
                      exchangeCodeForToken: {auth: public, handler: forward}

                    """))
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.readBody()
            try visit.answer()
        }
        let text = #"{"conversation_id":"c","body":"b"}"#
        let token = try rig.token()
        var client = try rig.client()
        // More than the kernel takes of it while nobody reads.
        try client.send(
            rig.request(
                "POST", "/api/v1/messages",
                fields: [token.field, scene.field, "Content-Type: application/json"],
                body: text + String(repeating: " ", count: 24 << 20)))
        _ = try scene.request()
        let isAnswered = client.hasNews(within: 3_000)
        #expect(!isAnswered)
        gate.open()
        #expect(try client.answer().status == 200)
        // One that says nothing then is still given up.
        let silent = rig.upstream.scene { visit in _ = visit.awaitEnd() }
        let late = try rig.post(
            "/api/v1/messages", token: token, fields: [silent.field], json: text)
        #expect(late.status == 504)
    }

    @Test func `a Redis that comes after the gateway is found`() throws {
        let redis = try SharedRedis()
        redis.stop()
        let rig = try Rig(
            .init(workers: 1, redisURL: "unix://\(redis.socketPath)", isReady: false))
        #expect(try rig.gateway.ask("/readyz").status == 503)
        try redis.start()
        try eventually("readiness") { try rig.gateway.ask("/readyz").status == 200 }
    }
}
