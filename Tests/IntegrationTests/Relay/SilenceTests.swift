import Testing

/// Answers that last and say nothing: what they cost, and whom.
@Suite(.serialized) struct SilenceTests {
    private static let burst = 262_144

    /// An upstream that agrees, takes a burst and answers with one, and then sends back what comes.
    private static func burst(_ visit: inout Visit) throws {
        try visit.send(visit.webSocketAgreement)
        guard visit.awaitBytes(burst).count == burst else { throw Failure("no burst") }
        try visit.send([UInt8](repeating: 1, count: burst))
        while true {
            let bytes = visit.awaitBytes(4)
            guard bytes.count == 4 else { return visit.close() }
            try visit.send(bytes)
        }
    }

    private func tunnel(_ rig: Rig, _ scene: Scene) throws -> Client {
        var client = try rig.client()
        try client.send(rig.request("GET", "/ws", fields: webSocketFields + [scene.field]))
        #expect(try client.head().startLine.hasPrefix("HTTP/1.1 101"))
        try client.send([UInt8](repeating: 2, count: Self.burst))
        #expect(client.bytes(Self.burst).count == Self.burst)
        return client
    }

    private func expectEcho(_ clients: inout [Client]) throws {
        for index in clients.indices {
            try clients[index].send("ping")
            #expect(clients[index].bytes(4) == [UInt8]("ping".utf8))
        }
    }

    @Test func `a WebSocket that falls silent gives back what a burst took`() throws {
        let rig = try Rig(.init(workers: 1, passThrough: "  - {prefix: /ws, websocket: true}"))
        let scene = rig.upstream.scene { visit in try Self.burst(&visit) }
        var clients = [try tunnel(rig, scene)]
        let before = rig.gateway.residentKiB
        var most = before
        for _ in 0..<64 {
            clients.append(try tunnel(rig, scene))
            most = max(most, rig.gateway.residentKiB)
        }
        // Else there would be nothing to give back.
        #expect(most - before > 4_096)
        // A connection with its request takes some 10 KiB beside.
        try eventually("memory is given back") { rig.gateway.residentKiB - before < 2_048 }
        try expectEcho(&clients)
    }

    @Test func `tokens are looked up in parts, not all in one turn`() throws {
        let rig = try Rig(
            .init(
                workers: 1, redisMore: ", recheck: 800ms",
                defaults: "  auth: bearer\n  abilities: [read]",
                more: """
                    operations:
                      listChannels: {websocket: true}
                      exchangeCodeForToken: {auth: public, handler: forward}
                    """))
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        var clients: [Client] = []
        var tokens: [Token] = []
        for _ in 0..<130 {
            let token = try rig.token(abilities: ["read"])
            tokens.append(token)
            var client = try rig.client()
            let fields = webSocketFields + [scene.field, token.field]
            try client.send(rig.request("GET", "/api/v1/channels", fields: fields))
            #expect(try client.head().startLine.hasPrefix("HTTP/1.1 101"))
            clients.append(client)
        }
        try rig.redis.run(["CONFIG", "RESETSTAT"])
        let before = try rig.gateway.metric("bawaba_redis_round_trips_total")
        try eventually("each is looked up twice") { try lookups(rig) >= 260 }
        let turns = try rig.gateway.metric("bawaba_redis_round_trips_total") - before
        #expect(turns >= 5)
        for token in tokens { try rig.redis.run(["DEL", "bawaba:token:\(token.id)"]) }
        for index in clients.indices { #expect(clients[index].awaitEnd() != .nothing) }
    }

    /// Records that Redis was asked for.
    private func lookups(_ rig: Rig) throws -> Int {
        let lines = try rig.redis.run(["INFO", "commandstats"]).split(whereSeparator: \.isNewline)
        let line = lines.first { $0.hasPrefix("cmdstat_hmget:calls=") } ?? ""
        return Int(line.dropFirst(20).prefix { $0 != "," }) ?? 0
    }
}
