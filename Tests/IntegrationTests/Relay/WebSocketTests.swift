import Glibc
import Testing

/// WebSockets: asked for over either protocol, agreed to by the upstream, then bytes both ways.
@Suite struct WebSocketTests {
    private static let passThrough = "  - {prefix: /ws, websocket: true}"

    /// An upstream that agrees and sends everything back until it gets `end`.
    private static func echo(_ visit: inout Visit) throws {
        try visit.send(visit.webSocketAgreement)
        while true {
            let bytes = visit.readBytes(4)
            guard bytes.count == 4 else { throw Failure("the tunnel ended with \(bytes)") }
            try visit.send(bytes)
            if bytes == [UInt8]("done") { return visit.close() }
        }
    }

    @Test func `bytes go both ways, and the end of one is the end of both`() throws {
        let rig = try Rig(.init(workers: 1, passThrough: Self.passThrough))
        let scene = rig.upstream.scene { visit in try Self.echo(&visit) }
        var client = try rig.client()
        try client.send(rig.request("GET", "/ws/a", fields: webSocketFields + [scene.field]))
        let head = try client.head()
        #expect(head.startLine == "HTTP/1.1 101 Switching Protocols")
        #expect(head["upgrade"] == "websocket")
        #expect(head["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        let seen = try scene.request()
        #expect(seen["upgrade"] == "websocket")
        #expect(seen["connection"] == "Upgrade")
        #expect(seen["sec-websocket-key"] == "dGhlIHNhbXBsZSBub25jZQ==")
        for word in ["ping", "pong", "done"] {
            try client.send(word)
            #expect(client.bytes(4) == [UInt8](word.utf8))
        }
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `over HTTP2 it is an extended CONNECT`() throws {
        let rig = try Rig(.init(workers: 1, passThrough: Self.passThrough))
        let scene = rig.upstream.scene { visit in try Self.echo(&visit) }
        var client = try FrameClient(rig.plain)
        try client.connect("/ws/b", fields: [scene.field, "Sec-WebSocket-Version: 13"])
        let head = try client.read(.headers)
        #expect(!head.endsStream)
        let seen = try scene.request()
        #expect(seen.line == "GET /ws/b HTTP/1.1")
        #expect(seen["upgrade"] == "websocket")
        #expect(seen["sec-websocket-key"]?.count == 24)
        for word in ["ping", "pong"] {
            try client.send(.data, 0, 1, [UInt8](word.utf8))
            #expect(try client.read(.data).payload == [UInt8](word.utf8))
        }
        try client.send(.data, 0, 1, [UInt8]("done".utf8))
        let end = try client.answer()
        #expect(end.count == 4)
        #expect(end.reset == nil)
        #expect(try client.lives())
    }

    @Test func `where the policy knows of none, nothing is upgraded`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask("GET", "/open", fields: webSocketFields + [scene.field])
        #expect(answer.status == 200)
        #expect(try scene.request()["upgrade"] == nil)
        // As often as it likes: none of them stays half open.
        var client = try FrameClient(rig.plain)
        for number in 0..<140 {
            let stream = UInt32(2 * number + 1)
            try client.connect("/open", stream: stream, fields: [])
            #expect(try client.answer(stream).reset == nil)
            try client.send(.data, 1, stream)
        }
        #expect(try client.lives())
    }

    @Test func `an upstream that switches without being asked is not believed`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send(visit.webSocketAgreement)
            _ = visit.awaitEnd()
        }
        #expect(try rig.ask("GET", "/open", fields: [scene.field]).status == 502)
    }

    @Test func `an upstream that declines answers as always`() throws {
        let rig = try Rig(.init(workers: 1, passThrough: Self.passThrough))
        let scene = rig.upstream.scene { visit in try visit.answer("403 Forbidden", body: "no") }
        let answer = try rig.ask("GET", "/ws", fields: webSocketFields + [scene.field])
        #expect(answer.status == 403)
        #expect(answer.text == "no")
    }

    @Test func `a tunnel in which nobody speaks ends`() throws {
        let rig = try Rig(
            .init(
                workers: 1, timeouts: "{websocket: 400ms, drain: 5s}",
                passThrough: Self.passThrough))
        let ended = Inbox<Arrival>()
        let scene = rig.upstream.scene { visit in
            try visit.send(visit.webSocketAgreement)
            ended.put(visit.awaitEnd())
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/ws", fields: webSocketFields + [scene.field]))
        _ = try client.head()
        #expect(client.awaitEnd() == .ended)
        #expect(try ended.take("the upstream's end") != .nothing)
    }

    @Test func `a drain leaves tunnels until its time is over`() throws {
        let rig = try Rig(
            .init(workers: 1, timeouts: "{drain: 3s}", passThrough: Self.passThrough))
        let scene = rig.upstream.scene { visit in try Self.echo(&visit) }
        var client = try rig.client()
        try client.send(rig.request("GET", "/ws", fields: webSocketFields + [scene.field]))
        _ = try client.head()
        rig.gateway.terminate()
        try eventually("draining") { try rig.gateway.ask("/readyz").status == 503 }
        try client.send("ping")
        #expect(client.bytes(4) == [UInt8]("ping"))
        #expect(client.awaitEnd() != .nothing)
        #expect(try rig.gateway.wait() == 0)
    }

    private static func tokenRig() throws -> Rig {
        try Rig(
            .init(
                workers: 1, redisMore: ", recheck: 200ms",
                defaults: "  auth: bearer\n  abilities: [read]",
                more: """
                    operations:
                      listChannels: {websocket: true}
                      exchangeCodeForToken: {auth: public, handler: forward}
                    """))
    }

    /// A WebSocket that a token asked for, and whose bytes come back.
    private func tunnel(_ rig: Rig, _ token: Token) throws -> Client {
        let scene = rig.upstream.scene { visit in try Self.echo(&visit) }
        var client = try rig.client()
        try client.send(
            rig.request(
                "GET", "/api/v1/channels", fields: webSocketFields + [scene.field, token.field]))
        #expect(try client.head().startLine.hasPrefix("HTTP/1.1 101"))
        try client.send("ping")
        #expect(client.bytes(4) == [UInt8]("ping"))
        return client
    }

    @Test func `a token's end is its WebSocket's`() throws {
        let rig = try Self.tokenRig()
        let token = try rig.token(abilities: ["read"])
        var client = try tunnel(rig, token)
        try rig.redis.run(["DEL", "bawaba:token:\(token.id)"])
        #expect(client.awaitEnd() != .nothing)
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 401)
    }

    @Test func `a long poll that has no answer yet ends with its token`() throws {
        let rig = try Self.tokenRig()
        let token = try rig.token(abilities: ["read"])
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer(body: "secret")
        }
        var client = try rig.client()
        try client.send(
            rig.request("GET", "/api/v1/channels", fields: [scene.field, token.field]))
        _ = try scene.request()
        try rig.redis.run(["DEL", "bawaba:token:\(token.id)"])
        let answer = try client.answer()
        #expect(answer.status == 401)
        #expect(try rig.gateway.metric("bawaba_answers_ended_with_token_total") == 1)
        gate.open()
        #expect(try rig.ask("GET", "/open").status == 200)
    }

    @Test func `a body that is being held ends with its token`() throws {
        let rig = try Self.tokenRig()
        let token = try rig.token(abilities: ["read", "send"])
        var client = try rig.client()
        try client.send(
            rig.request(
                "POST", "/api/v1/messages",
                fields: [
                    token.field, "Content-Type: application/json", "Content-Length: 100",
                    "Expect: 100-continue",
                ]))
        // It was let in.
        #expect(try client.head().startLine.hasPrefix("HTTP/1.1 100"))
        try client.send("{")
        try rig.redis.run(["DEL", "bawaba:token:\(token.id)"])
        #expect(try client.answer().status == 401)
    }

    @Test func `a token's own end is its WebSocket's while Redis is away, too`() throws {
        let rig = try Self.tokenRig()
        let ends = Int(Glibc.time(nil)) + 3
        let token = try rig.token(abilities: ["read"], fields: ["expires_at", "\(ends)"])
        var client = try tunnel(rig, token)
        rig.redis.stop()
        #expect(client.awaitEnd() != .nothing)
        #expect(Int(Glibc.time(nil)) >= ends)
    }

    @Test func `what refused tunnels sent ahead does not use the connection's window up`() throws {
        let rig = try Rig(.init(workers: 1, passThrough: Self.passThrough))
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            visit.reset()
        }
        var client = try FrameClient(rig.plain)
        for number in 0..<20 {
            let stream = UInt32(2 * number + 1)
            try client.connect(
                "/ws/b", stream: stream, fields: [scene.field, "Sec-WebSocket-Version: 13"])
            let piece = [UInt8](repeating: 1, count: 16_384)
            for _ in 0..<3 { try client.send(.data, 0, stream, piece) }
        }
        #expect(try client.lives())
        for _ in 0..<20 { gate.open() }
        while try client.read(.window).stream != 0 {}
    }

    @Test func `a WebSocket ends when its token loses the ability that it needs`() throws {
        let rig = try Self.tokenRig()
        let (token, other) = (
            try rig.token(abilities: ["read"]), try rig.token(abilities: ["read", "send"])
        )
        var client = try tunnel(rig, token)
        var kept = try tunnel(rig, other)
        for id in [token.id, other.id] {
            let list = id == token.id ? #"["send"]"# : #"["read"]"#
            try rig.redis.run(["HSET", "bawaba:token:\(id)", "abilities", list])
        }
        #expect(client.awaitEnd() != .nothing)
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 403)
        try kept.send("pong")
        #expect(kept.bytes(4) == [UInt8]("pong"))
        #expect(try rig.gateway.metric("bawaba_answers_ended_with_token_total") == 1)
        // It is judged as it began, even when the policy that it began under is gone.
        try rig.reload(("abilities: [read]", "abilities: [admin]"))
        try rig.reload()
        let wasCut = kept.hasNews(within: 1_000)
        #expect(!wasCut)
        try rig.redis.run(["HSET", "bawaba:token:\(other.id)", "abilities", #"["admin"]"#])
        #expect(kept.awaitEnd() != .nothing)
    }
}
