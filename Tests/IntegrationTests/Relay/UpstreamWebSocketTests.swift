import Testing

/// WebSockets whose upstream speaks HTTP/2 (RFC 8441), or answers a key of the gateway's own.
@Suite struct UpstreamWebSocketTests {
    /// Agrees, and sends back what comes.
    private static func echo(_ peer: inout FramePeer, _ heads: Inbox<Head>) throws {
        let (stream, head) = try peer.request()
        heads.put(head)
        try peer.head(stream, fields: [("sec-websocket-protocol", "chat")])
        while true {
            switch try peer.next() {
            case .data(_, let bytes): try peer.send(.data, 0, stream, bytes)
            case .ended: try peer.send(.data, 1, stream)
            default: continue
            }
        }
    }

    @Test func `a client of HTTP1 gets its key answered`() throws {
        let heads = Inbox<Head>()
        let framed = try FrameRig(prefix: "websocket: true") { try Self.echo(&$0, heads) }
        var client = try framed.rig.client()
        try client.send(framed.rig.request("GET", "/framed/ws", fields: webSocketFields))
        let answer = try client.head()
        #expect(answer.startLine == "HTTP/1.1 101 Switching Protocols")
        #expect(answer["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(answer["sec-websocket-protocol"] == "chat")
        let head = try heads.take("a request")
        // An extended CONNECT is read as a GET that names its protocol.
        #expect(head.startLine == "websocketGET /framed/ws")
        #expect(head["sec-websocket-version"] == "13")
        #expect(head["sec-websocket-key"] == nil)
        #expect(head["upgrade"] == nil)
        for word in ["ping", "pong"] {
            try client.send(word)
            #expect(client.bytes(4) == [UInt8](word.utf8))
        }
        client.socket.finishSending()
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `over HTTP2 on both sides it is an extended CONNECT twice`() throws {
        let heads = Inbox<Head>()
        let framed = try FrameRig(prefix: "websocket: true") { try Self.echo(&$0, heads) }
        var client = try FrameClient(framed.rig.plain)
        try client.connect("/framed/ws", fields: ["Sec-WebSocket-Version: 13"])
        let head = try client.read(.headers)
        #expect(!head.endsStream)
        for word in ["ping", "pong"] {
            try client.send(.data, 0, 1, [UInt8](word.utf8))
            #expect(try client.read(.data).payload == [UInt8](word.utf8))
        }
        try client.send(.data, 1, 1)
        let end = try client.answer()
        #expect(end.reset == nil)
    }

    @Test func `a target that takes none is said to`() throws {
        let plain = try TestSocket.listening()
        let port = plain.port
        try TestUpstream.begin {
            guard let socket = plain.accept() else { return }
            try? socket.send(FrameClient.frame(.settings, 0, 0))
            while case .bytes = socket.receive() {}
        }
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  old: {targets: [\"http://127.0.0.1:\(port)\"], protocol: http2}",
                passThrough: "  - {prefix: /old, upstream: old, websocket: true}"))
        let answer = try rig.ask("GET", "/old", fields: webSocketFields)
        #expect(answer.status == 502)
        #expect(try rig.logLines(of: answer)[0].contains("takes no WebSockets over HTTP/2"))
    }

    @Test(arguments: ["hello and more than that", "hell"])
    func `what a target says instead of agreeing has the length that it promised`(
        _ content: String
    ) throws {
        let framed = try FrameRig(prefix: "websocket: true") { peer in
            let (stream, _) = try peer.request()
            try peer.head(stream, 403, fields: [("content-length", "5")])
            try peer.data(stream, content, ends: true)
            try peer.serve()
        }
        var client = try framed.rig.client()
        try client.send(framed.rig.request("GET", "/framed/ws", fields: webSocketFields))
        let answer = try client.answer()
        #expect(answer.status == 403)
        // Nothing of it is left for the next request's answer.
        if content.utf8.count < 5 {
            #expect(!answer.isWhole)
        } else {
            #expect(answer.text == "hello")
            try client.send(framed.rig.request("GET", "/open"))
            #expect(try client.answer().status == 200)
        }
    }

    @Test func `a key that a client of HTTP2 sends is not passed on`() throws {
        let rig = try Rig(
            .init(workers: 1, passThrough: "  - {prefix: /ws, websocket: true}"))
        let scene = rig.upstream.scene { visit in
            try visit.send(visit.webSocketAgreement)
            _ = visit.awaitBytes(1)
        }
        var client = try FrameClient(rig.plain)
        try client.connect(
            "/ws", fields: [scene.field, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="])
        let head = try scene.request().head
        #expect(head.all("sec-websocket-key").count == 1)
        #expect(head["sec-websocket-key"] != "dGhlIHNhbXBsZSBub25jZQ==")
        #expect(try client.read(.headers).payload.first == 0x88)
    }

    @Test func `an upstream that answers another key is not believed`() throws {
        let rig = try Rig(
            .init(workers: 1, passThrough: "  - {prefix: /ws, websocket: true}"))
        let scene = rig.upstream.scene { visit in
            try visit.send(
                """
                HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\
                Connection: Upgrade\r\n\
                Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n
                """)
            _ = visit.awaitEnd()
        }
        var client = try FrameClient(rig.plain)
        try client.connect("/ws", fields: [scene.field, "Sec-WebSocket-Version: 13"])
        // 502, with a body.
        _ = try client.read(.headers)
        #expect(try client.answer().count > 10)
    }
}
