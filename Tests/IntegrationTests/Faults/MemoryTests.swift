import Testing

/// The ceiling of memory under attack.
@Suite(.serialized) struct MemoryTests {
    private static let ceiling = 160 << 20

    /// - Parameter body: the largest that is held.
    private func rig(
        _ memory: String = "160MiB", workers: Int = 2, body: String = "2MiB",
        errors: String = "problem"
    ) throws -> Rig {
        try Rig(
            .init(
                workers: workers,
                timeouts: "{head: 20s, body: 20s, idle: 60s, write: 20s, drain: 20s}",
                bounds: "{body: \(body), memory: \(memory)}", openBody: body, errors: errors,
                defaults: "  body_max: \(body)",
                passThrough: "  - {prefix: /patient, websocket: true, timeouts: {response: 2m}}",
                accessLog: "off"))
    }

    /// A client that sends a part of a body, which is held. Each has a token of its own, so that no
    /// limit is reached.
    private func holding(_ kibibytes: Int, of all: Int, _ rig: Rig) throws -> Client {
        let client = try rig.client()
        let fields = [
            try rig.token().field, "Content-Type: application/json",
            "Content-Length: \(all << 10)",
        ]
        // It may be cut before it has sent all.
        try? client.send(rig.request("POST", "/api/v1/messages", fields: fields))
        let piece = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 18)
        for _ in 0..<kibibytes / 256 where (try? client.send(piece)) == nil { break }
        return client
    }

    /// More and more of them, until so much is done about it. Each waits until what it sent is
    /// held: what lies unread before a slow gateway would come on top once enough has been done.
    private func press(_ rig: Rig, until pressure: Int) throws -> [Client] {
        var clients: [Client] = []
        while try rig.gateway.metric("bawaba_memory_pressure") < pressure, clients.count < 150 {
            let before = rig.gateway.residentKiB
            clients.append(try holding(1_536, of: 2_048, rig))
            try? eventually("what it sent is held", within: 500) {
                rig.gateway.residentKiB >= before + 1_400
            }
        }
        return clients
    }

    /// The most that is resident while `body` waits for something.
    private func highest(_ rig: Rig, until holds: () throws -> Bool) throws -> Int {
        var most = 0
        try eventually("what the attack leads to") {
            most = max(most, rig.gateway.residentKiB)
            return try holds()
        }
        return most << 10
    }

    @Test func `near the ceiling new work is refused and what is under way finishes`() throws {
        let rig = try rig("64MiB", workers: 1)
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer(body: String(repeating: "x", count: 200_000))
        }
        // The second waits behind the first, and is judged after it.
        var client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        try client.send(rig.request("GET", "/open"))
        let later = Gate()
        let last = rig.upstream.scene { visit in
            try later.wait()
            try visit.answer(body: String(repeating: "x", count: 200_000))
        }
        var framed = try FrameClient(rig.plain, window: 1 << 20)
        try framed.send(.window, 0, 0, FrameClient.bytes(1 << 20))
        try framed.ask("GET", "/patient", fields: [last.field])
        _ = try last.request()
        let attack = try press(rig, until: 2)
        var stream: UInt32 = 1
        try eventually("a request is refused") {
            try deepen(rig, attack, to: 92)
            stream += 2
            try framed.ask("GET", "/open", stream: stream)
            let head = try framed.read(.headers)
            #expect(head.stream == stream)
            #expect(try framed.answer(stream).reset == nil)
            return String(decoding: head.payload, as: UTF8.self).contains("503")
        }
        try deepen(rig, attack, to: 92)
        gate.open()
        let whole = try client.answer()
        #expect(whole.status == 200 && whole.body.count == 200_000)
        let refused = try client.answer()
        #expect(refused.status == 503)
        #expect(refused["retry-after"] == "5")
        #expect(refused["content-type"] == "application/problem+json")
        #expect(refused.text.contains("\"decision\":\"overloaded\""))
        // The connection itself is kept.
        #expect(try framed.lives())
        // Whoever is new is closed, and operators are answered.
        var stranger = try rig.client()
        try? stranger.send(rig.request("GET", "/open"))
        #expect((try? stranger.answer()) == nil)
        #expect(try rig.gateway.ask("/healthz").status == 200)
        let ready = try rig.gateway.ask("/readyz")
        #expect(ready.status == 200)
        #expect(!ready.text.contains("\"memory_pressure\":\"none\""))
        #expect(rig.gateway.residentKiB < 64 << 10)
        for one in attack { one.socket.close() }
        try eventually("the end of all measures") {
            try rig.gateway.metric("bawaba_memory_pressure") == 0
        }
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(try rig.gateway.ask("/readyz").text.contains("\"memory_pressure\":\"none\""))
        // A connection that stood all the while, with a request under way, takes others again.
        stream += 2
        try framed.ask("GET", "/open", stream: stream)
        let again = try framed.read(.headers)
        #expect(again.stream == stream)
        #expect(again.payload.first == 0x88)
        #expect(try framed.answer(stream).reset == nil)
        later.open()
        #expect(try framed.answer(1).count == 200_000)
        #expect(try rig.gateway.metric("bawaba_memory_requests_refused_total") >= 2)
        #expect(try rig.gateway.metric("bawaba_memory_connections_refused_total") >= 1)
        #expect(try rig.gateway.metric("bawaba_memory_pressures_total") >= 1)
        #expect(try rig.gateway.metric("bawaba_memory_ceiling_bytes") == 64 << 20)
        let log = rig.gateway.log
        #expect(log.contains("new connections are refused, and requests above 90 %"))
        #expect(log.contains("new connections are taken again"))
    }

    /// Ends some of them, until less than this share of 64 MiB is resident.
    private func relieve(_ rig: Rig, _ attack: inout [Client], below percent: Int) throws {
        while rig.gateway.residentKiB >= 64 << 10 / 100 * percent, !attack.isEmpty {
            // The last of them may have been refused.
            attack.removeFirst().socket.close()
            try? eventually("what it held is given back", within: 2_000) {
                rig.gateway.residentKiB < 64 << 10 / 100 * percent
            }
        }
    }

    /// Has them send some more, until at least this share of 64 MiB is resident.
    private func deepen(_ rig: Rig, _ attack: [Client], to percent: Int) throws {
        let piece = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 18)
        for one in attack where rig.gateway.residentKiB < 64 << 10 / 100 * percent {
            try? one.send(piece)
            try? eventually("what it sent is held", within: 500) {
                rig.gateway.residentKiB >= 64 << 10 / 100 * percent
            }
        }
    }

    @Test func `a handshake that has not ended is refused like a new connection`() throws {
        let rig = try rig("64MiB", workers: 1)
        let client = try Client(rig.tls)
        // The head of a record that announces a ClientHello of 512 bytes, and its first byte.
        try client.send([22, 3, 1, 2, 0, 1])
        let before = try rig.gateway.metric("bawaba_memory_connections_refused_total")
        let attack = try press(rig, until: 2)
        // It may have been ended before it asks.
        try? client.send([0])
        var refused = client
        let end = refused.awaitEnd()
        #expect(end != .nothing)
        #expect(try rig.gateway.metric("bawaba_memory_connections_refused_total") > before)
        #expect(try rig.handshakeFailures("timeout") == 0)
        for one in attack { one.socket.close() }
        try eventually("handshakes after the attack") {
            try rig.gateway.metric("bawaba_memory_pressure") == 0
        }
        #expect(try rig.tlsRequest([]).contains("HTTP/1.1 200"))
    }

    @Test func `requests are taken again before new connections are`() throws {
        let rig = try rig("64MiB", workers: 1)
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer(body: "late")
        }
        // With a request under way, so that it is not closed as idle.
        var standing = try FrameClient(rig.plain)
        try standing.ask("GET", "/patient", fields: [scene.field])
        _ = try scene.request()
        var attack = try press(rig, until: 2)
        var stream: UInt32 = 1
        try eventually("room for requests") {
            try relieve(rig, &attack, below: 90)
            stream += 2
            try standing.ask("GET", "/open", stream: stream)
            let status = try standing.read(.headers).payload.first
            #expect(try standing.answer(stream).reset == nil)
            // `:status: 200` in the static table (RFC 7541 appendix A).
            return status == 0x88
        }
        let before = try rig.gateway.metric("bawaba_memory_connections_refused_total")
        var stranger = try rig.client()
        let end = stranger.awaitEnd()
        #expect(end != .nothing)
        let refused = try rig.gateway.metric("bawaba_memory_connections_refused_total") - before
        #expect(refused == 1)
        gate.open()
        #expect(try standing.answer(1).count == 4)
        for one in attack { one.socket.close() }
    }

    @Test func `a WebSocket to a slow upstream goes on once there is memory`() throws {
        let size = 12 << 20
        let rig = try rig("64MiB", workers: 1)
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try visit.send(visit.webSocketAgreement)
            try gate.wait()
            var left = size
            while left > 0 {
                let count = visit.awaitBytes(min(left, 1 << 20)).count
                if count == 0 { throw Failure("the WebSocket broke off") }
                left -= count
            }
            try visit.send("all of it")
        }
        var client = try rig.client()
        let fields = webSocketFields + [scene.field]
        try client.send(rig.request("GET", "/patient", fields: fields))
        #expect(try client.head().startLine.hasPrefix("HTTP/1.1 101"))
        let attack = try press(rig, until: 2)
        let sent = Inbox<Bool>()
        let socket = client
        try TestUpstream.begin {
            let bytes = [UInt8](repeating: 7, count: size)
            sent.put((try? socket.send(bytes)) != nil)
        }
        for one in attack { one.socket.close() }
        try eventually("the end of all measures") {
            try rig.gateway.metric("bawaba_memory_pressure") == 0
        }
        gate.open()
        #expect(try sent.take("all that was sent"))
        #expect(client.bytes(9) == [UInt8]("all of it".utf8))
    }

    @Test func `the ceiling holds though all of them send at once`() throws {
        let rig = try rig(body: "8MiB")
        let statuses = Inbox<Int?>()
        // They want 280 MiB: those that hold the most are told that it is too much.
        for _ in 0..<40 {
            try TestUpstream.begin {
                var client = try? holding(7 << 10, of: 8 << 10, rig)
                statuses.put((try? client?.answer(to: "POST"))?.status)
            }
        }
        let most = try highest(rig) {
            try rig.gateway.metric("bawaba_memory_connections_cut_total") > 0
        }
        for _ in 0..<10 {
            if let status = try statuses.take("the end of a body") { #expect(status == 503) }
        }
        #expect(max(most, rig.gateway.residentKiB << 10) < Self.ceiling)
        #expect(try rig.gateway.ask("/healthz").status == 200)
    }

    @Test func `answers that nobody reads do not fill memory`() throws {
        let rig = try rig("64MiB", workers: 1)
        let answer = String(repeating: "y", count: 3 << 20)
        let scene = rig.upstream.scene { visit in try visit.answer(body: answer) }
        var clients: [Client] = []
        var most = 0
        for _ in 0..<600 {
            guard let client = try? Client(rig.plain, receiveBytes: 4_096) else { break }
            try? client.send(rig.request("GET", "/open", fields: [scene.field]))
            clients.append(client)
            most = max(most, rig.gateway.residentKiB << 10)
        }
        most = max(
            most,
            try highest(rig) {
                try rig.gateway.metric("bawaba_memory_pressures_total") > 0
            })
        #expect(most < 64 << 20)
        for client in clients { client.socket.close() }
        try eventually("service after the attack") {
            (try? rig.ask("GET", "/open"))?.status == 200
        }
    }

    @Test func `idle connections are closed before memory runs out`() throws {
        let rig = try rig("64MiB", workers: 1)
        var idle = try rig.client()
        try idle.send(rig.request("GET", "/open"))
        #expect(try idle.answer().status == 200)
        // Far enough beyond that what is given back does not end it before a second has passed.
        let attack = try press(rig, until: 2)
        #expect(idle.awaitEnd() == .ended)
        #expect(try rig.gateway.metric("bawaba_memory_idle_connections_closed_total") == 1)
        for one in attack { one.socket.close() }
        try eventually("service after the attack") {
            (try? rig.ask("GET", "/open"))?.status == 200
        }
    }

    @Test func `a reload that takes the ceiling away ends what was done about it`() throws {
        let rig = try rig("64MiB", workers: 1)
        let attack = try press(rig, until: 2)
        try rig.reload((old: "memory: 64MiB", new: "connections: 1000"))
        #expect(try rig.gateway.metric("bawaba_memory_pressure") == 0)
        #expect(try rig.ask("GET", "/open").status == 200)
        try eventually("a line in the log") {
            rig.gateway.log.contains("there is no bounds.memory")
        }
        for one in attack { one.socket.close() }
    }

    @Test func `a reload changes the ceiling, and takes it away`() throws {
        let rig = try rig("1GiB", workers: 1)
        #expect(try rig.gateway.metric("bawaba_memory_ceiling_bytes") == 1 << 30)
        try rig.reload((old: "memory: 1GiB", new: "memory: 256MiB"))
        #expect(try rig.gateway.metric("bawaba_memory_ceiling_bytes") == 256 << 20)
        try rig.rewrite((old: "memory: 256MiB", new: "memory: 16MiB"))
        let (status, output) = try rig.tryReload()
        #expect(status != 0)
        #expect(output.contains("gateway.yaml:") && output.contains("write `memory: "))
        try rig.reload((old: "memory: 16MiB", new: "connections: 100"))
        #expect(try rig.gateway.metric("bawaba_memory_ceiling_bytes") == 0)
    }
}
