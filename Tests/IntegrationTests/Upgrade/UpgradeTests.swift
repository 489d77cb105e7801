import Glibc
import Testing

/// SIGUSR2: a new process takes the sockets over, and nobody notices.
@Suite(.serialized) struct UpgradeTests {
    @Test func `under load no request and no connection is lost, however many workers`() throws {
        let rig = try Rig(.init(workers: 4))
        let load = try Load(rig, keptOpen: 6, short: 6)
        try load.goOn()
        var chain: [Replacement] = []
        for (before, after) in [(4, 2), (2, 4), (4, 1), (1, 3)] {
            try rig.changePolicy("workers: \(before)", to: "workers: \(after)")
            chain.append(try rig.upgrade(chain.last?.id))
            try load.goOn()
            let text = try rig.gateway.ask("/readyz").text
            #expect(text.contains(#""ready":true"#))
            #expect(text.contains(#""workers":\#(after)"#))
        }
        #expect(try load.stop() == 0)
        // No connection was left, so all but the last have ended.
        #expect(try rig.gateway.wait() == 0)
        try eventually("the ends of those between") {
            chain.dropLast().allSatisfy { !$0.isRunning }
        }
        #expect(chain.last?.isRunning == true)
        try chain.last?.stop()
        #expect((try? TestSocket.connected(to: rig.plain)) == nil)
    }

    @Test func `an idle connection is told with its next answer`() throws {
        let rig = try Rig(.init(workers: 1))
        var idle = try rig.client()
        try idle.send(rig.request("GET", "/open"))
        #expect(try idle.answer()["connection"] != "close")
        let new = try rig.upgrade()
        // Longer than a gateway that stops would wait for it.
        let wasTold = idle.hasNews(within: 2_500)
        #expect(!wasTold)
        try idle.send(rig.request("GET", "/open"))
        let answer = try idle.answer()
        #expect(answer.status == 200)
        #expect(answer["connection"] == "close")
        #expect(idle.awaitEnd() == .ended)
        #expect(try rig.gateway.wait() == 0)
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(try rig.logLines(of: answer).count == 1)
        // The control socket is the new one's, and its file is still there.
        let control = rig.place.file("control.sock")
        let asked = try Program.run(
            ["curl", "-sS", "--unix-socket", control, "http://localhost/healthz"], in: rig.place)
        #expect(asked.1.contains("alive"))
        try new.stop()
    }

    @Test func `an HTTP2 connection is told, and what is under way is finished`() throws {
        let rig = try Rig(.init(workers: 1))
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer()
        }
        var client = try FrameClient(rig.plain)
        try client.ask("GET", "/open", fields: [scene.field])
        _ = try scene.request()
        let new = try rig.upgrade()
        #expect(try client.read(.goAway).code == 0)
        try client.ask("GET", "/open", stream: 3)
        #expect(try client.answer(3).reset == nil)
        gate.open()
        #expect(try client.answer().reset == nil)
        #expect(client.awaitEnd() == .ended)
        #expect(try rig.gateway.wait() == 0)
        try new.stop()
    }

    @Test func `a WebSocket stays, until the old process is told to end`() throws {
        let rig = try Rig(
            .init(
                workers: 1, timeouts: "{drain: 1s, upgrade_drain: 1h}",
                passThrough: "  - {prefix: /ws, websocket: true}"))
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        var client = try rig.webSocket("/ws", scene)
        let new = try rig.upgrade()
        let wasCut = client.hasNews(within: 1_500)
        #expect(!wasCut)
        try client.send("ping")
        #expect(client.bytes(4) == [UInt8]("ping"))
        rig.gateway.terminate()
        #expect(client.awaitEnd() != .nothing)
        #expect(try rig.gateway.wait() == 0)
        #expect(new.isRunning)
        try new.stop()
    }

    @Test func `a rotated log is opened again by the process that drains as well`() throws {
        let rig = try Rig(
            .init(
                workers: 1, timeouts: "{upgrade_drain: 1h}",
                passThrough: "  - {prefix: /ws, websocket: true}"))
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        let client = try rig.webSocket("/ws", scene)
        let new = try rig.upgrade()
        let log = rig.place.file("access.log")
        #expect(try Program.run(["mv", log, log + ".1"], in: rig.place).0 == 0)
        func writesToOldFile() throws -> Bool {
            let files = try Program.run(["ls", "-l", "/proc/\(rig.gateway.id)/fd"], in: rig.place).1
            return files.contains("access.log.1")
        }
        #expect(try writesToOldFile())
        try eventually("the log's opening") {
            kill(new.id, SIGHUP)
            return try !writesToOldFile()
        }
        client.socket.interrupt()
        #expect(try rig.gateway.wait() == 0)
        #expect(textOfFile(log).contains("/ws"))
        try new.stop()
    }

    @Test func `a WebSocket is cut when the time is over`() throws {
        let rig = try Rig(
            .init(
                workers: 1, timeouts: "{upgrade_drain: 700ms}",
                passThrough: "  - {prefix: /ws, websocket: true}"))
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        var client = try rig.webSocket("/ws", scene)
        let new = try rig.upgrade()
        #expect(client.awaitEnd() != .nothing)
        #expect(try rig.gateway.wait() == 0)
        try new.stop()
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `TLS sessions are resumed by the new process`(version: String) throws {
        let rig = try Rig(.init(workers: 1))
        let file = rig.place.file("session.pem")
        #expect(try rig.tlsRequest([version, "-sess_out", file]).contains("New, TLSv1"))
        var new = try rig.upgrade()
        #expect(try rig.tlsRequest([version, "-sess_in", file]).contains("Reused, TLSv1"))
        new = try rig.upgrade(new.id)
        let again = try rig.tlsRequest([version, "-sess_in", file])
        #expect(again.contains("Reused, TLSv1"))
        #expect(again.contains("HTTP/1.1 200 OK"))
        try new.stop()
    }

    @Test func `listeners that the new policy lacks end, and new ones are opened`() throws {
        let rig = try Rig(.init(workers: 2))
        let other = Address(host: rig.plain.host, port: try freePort(at: rig.plain.host))
        var waiting = try rig.client()
        try rig.changePolicy("\(rig.plain)", to: "\(other)")
        let new = try rig.upgrade()
        try waiting.send(rig.request("GET", "/open"))
        #expect(try waiting.answer().status == 200)
        var client = try Client(other)
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer().status == 200)
        #expect(try rig.gateway.wait() == 0)
        #expect((try? TestSocket.connected(to: rig.plain)) == nil)
        try new.stop()
    }
}

extension Rig {
    /// A WebSocket that is open.
    func webSocket(_ path: String, _ scene: Scene) throws -> Client {
        var client = try client()
        try openWebSocket(path, scene, &client)
        return client
    }

    /// Opens a WebSocket on a connection.
    func openWebSocket(_ path: String, _ scene: Scene, _ client: inout Client) throws {
        try client.send(request("GET", path, fields: webSocketFields + [scene.field]))
        guard try client.head().startLine.hasPrefix("HTTP/1.1 101") else {
            throw Failure("no WebSocket")
        }
    }
}
