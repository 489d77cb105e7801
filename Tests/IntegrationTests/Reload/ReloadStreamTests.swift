import Testing

/// What lasts is not cut by a reload.
@Suite struct ReloadStreamTests {
    private static func options() -> Rig.Options {
        .init(workers: 1, passThrough: "  - {prefix: /ws, websocket: true}")
    }

    /// Reloads that take the route and the upstream's target away, and bring them back.
    private func reloads(_ rig: Rig, _ other: TestUpstream) throws {
        let (main, away) = (
            "main:\n    targets: [\"http://\(rig.upstream.address)\"]",
            "main:\n    targets: [\"http://\(other.address)\"]"
        )
        try rig.reload((main, away), ("{prefix: /ws, websocket: true}", "{prefix: /other}"))
        try rig.reload((away, main), ("{prefix: /other}", "{prefix: /ws, websocket: true}"))
        try rig.reload((main, away), ("{prefix: /ws, websocket: true}", "{prefix: /other}"))
    }

    @Test func `WebSockets go on over either protocol`() throws {
        let rig = try Rig(Self.options())
        let other = try TestUpstream()
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        var client = try rig.client()
        try client.send(rig.request("GET", "/ws/a", fields: webSocketFields + [scene.field]))
        #expect(try client.head().startLine == "HTTP/1.1 101 Switching Protocols")
        var session = try FrameClient(rig.plain)
        try session.connect("/ws/b", fields: [scene.field, "Sec-WebSocket-Version: 13"])
        #expect(try !session.read(.headers).endsStream)
        for _ in 0..<2 {
            try reloads(rig, other)
            try client.send("ping")
            #expect(client.bytes(4) == [UInt8]("ping".utf8))
            try session.send(.data, 0, 1, [UInt8]("pong".utf8))
            #expect(try session.read(.data).payload == [UInt8]("pong".utf8))
            try rig.reload(
                (
                    "main:\n    targets: [\"http://\(other.address)\"]",
                    "main:\n    targets: [\"http://\(rig.upstream.address)\"]"
                ),
                ("{prefix: /other}", "{prefix: /ws, websocket: true}"))
        }
        #expect(try rig.gateway.metric("bawaba_policy_generation") == 9)
    }

    @Test func `a download that its client reads slowly comes whole`() throws {
        let rig = try Rig(Self.options())
        let other = try TestUpstream()
        let size = 8_000_000
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            let piece = [UInt8](repeating: 0x61, count: 100_000)
            for _ in 0..<(size / piece.count) { try visit.send(piece) }
        }
        var client = try Client(rig.plain, receiveBytes: 32_768)
        try client.send(rig.request("GET", "/ws/file", fields: [scene.field]))
        #expect(try client.head().startLine == "HTTP/1.1 200 OK")
        #expect(client.bytes(1_000_000).count == 1_000_000)
        try reloads(rig, other)
        #expect(client.bytes(size - 1_000_000).count == size - 1_000_000)
    }

    @Test func `an upload goes on to where it began`() throws {
        let rig = try Rig(Self.options())
        let other = try TestUpstream()
        let scene = rig.upstream.scene()
        var client = try rig.client()
        try client.send(
            "PUT /ws/up HTTP/1.1\r\nHost: api.test\r\n\(scene.field)\r\n"
                + "Content-Length: 1000000\r\n\r\n")
        let piece = [UInt8](repeating: 0x62, count: 500_000)
        try client.send(piece)
        _ = try scene.request()
        try reloads(rig, other)
        try client.send(piece)
        #expect(try client.answer().status == 200)
        #expect(try scene.body().count == 1_000_000)
    }

    @Test func `many reloads leave no memory behind while WebSockets stay`() throws {
        let rig = try Rig(Self.options())
        let other = try TestUpstream()
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        var clients: [Client] = []
        let main = "main:\n    targets: [\"http://\(rig.upstream.address)\"]"
        let away = "main:\n    targets: [\"http://\(other.address)\"]"
        var sizes: [Int] = []
        for _ in 0..<20 {
            // One more in each policy, each of which would hold it if it held any.
            var client = try rig.client()
            try client.send(rig.request("GET", "/ws/a", fields: webSocketFields + [scene.field]))
            #expect(try client.head().startLine == "HTTP/1.1 101 Switching Protocols")
            clients.append(client)
            try rig.reload((main, away))
            try rig.reload((away, main))
            sizes.append(rig.gateway.residentKiB)
        }
        for index in clients.indices {
            try clients[index].send("ping")
            #expect(clients[index].bytes(4) == [UInt8]("ping".utf8))
        }
        // A policy has a megabyte and more: 30 of them would show.
        #expect(sizes[19] - sizes[4] < 12_000, "\(sizes)")
    }
}
