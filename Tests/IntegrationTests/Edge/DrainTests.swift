import Synchronization
import Testing

/// SIGTERM: whoever is being served is served to the end, and the process ends in order.
@Suite(.serialized) struct DrainTests {
    @Test func `no request is lost, and every connection is told that it ends`() throws {
        let rig = try Rig()
        let gate = Gate()
        let slow = rig.upstream.scene { visit in
            if visit.number == 0 { try gate.wait() }
            try visit.answer(body: "slow")
        }
        var idle: [Client] = []
        for _ in 0..<20 {
            var client = try rig.client()
            try client.send(rig.request("GET", "/open"))
            #expect(try client.answer().status == 200)
            idle.append(client)
        }
        var busy = try rig.client()
        try busy.send(rig.request("GET", "/open", fields: [slow.field]))
        _ = try slow.request()
        var uploading = try rig.client()
        let upload = rig.upstream.scene()
        try uploading.send(
            rig.request("POST", "/open", fields: [upload.field, "Content-Length: 8"]) + "half")
        _ = try upload.request()

        rig.gateway.terminate()
        try eventually("draining") { try rig.gateway.ask("/readyz").status == 503 }
        for index in idle.indices {
            try idle[index].send(rig.request("GET", "/open"))
            let answer = try idle[index].answer()
            #expect(answer.status == 200)
            #expect(answer["connection"] == "close")
        }
        try uploading.send("rest")
        #expect(try uploading.answer().status == 200)
        gate.open()
        let answer = try busy.answer()
        #expect(answer.text == "slow")
        #expect(answer.isWhole)
        #expect(answer["connection"] == "close")
        #expect(busy.awaitEnd() == .ended)
        #expect(try rig.gateway.wait() == 0)
    }

    @Test func `under load, no request of an open connection is lost`() throws {
        let rig = try Rig()
        let tally = Tally()
        let clients = 8
        for _ in 0..<clients {
            let client = try rig.client()
            try TestUpstream.begin { tally.count(rig.askUntilClosed(client, tally)) }
        }
        try eventually("requests") { tally.answered.load(ordering: .relaxed) > 500 }
        rig.gateway.terminate()
        try eventually("the clients' ends") { tally.ended.load(ordering: .relaxed) == clients }
        #expect(tally.lost.load(ordering: .relaxed) == 0)
        #expect(try rig.gateway.wait() == 0)
    }

    @Test func `what is cut when the time is over is told`() throws {
        let rig = try Rig(.init(workers: 1, timeouts: "{drain: 300ms}"))
        let gate = Gate()
        let slow = rig.upstream.scene { visit in try gate.wait() }
        var clients: [Client] = []
        for _ in 0..<2 {
            let client = try rig.client()
            try client.send(rig.request("GET", "/open", fields: [slow.field]))
            _ = try slow.request()
            clients.append(client)
        }
        rig.gateway.terminate()
        for index in clients.indices { #expect(clients[index].awaitEnd() != .nothing) }
        #expect(try rig.gateway.wait() == 0)
        gate.open()
        #expect(rig.gateway.log.contains("2 requests were cut off"))
        #expect(!rig.gateway.log.contains("every request was finished"))
        let log = rig.place.text(of: "access.log")
        #expect(log.components(of: "\"decision\":\"drain_over\"").count == 3, "\(log)")
    }

    @Test func `an idle gateway ends at once`() throws {
        let rig = try Rig(.init(workers: 1))
        let start = milliseconds()
        rig.gateway.terminate()
        #expect(try rig.gateway.wait() == 0)
        #expect(milliseconds() - start < 5_000)
        #expect(rig.gateway.log.contains("every request was finished"))
        #expect((try? TestSocket.connected(to: rig.plain)) == nil)
    }

    @Test func `what does not end is cut when the drain's time is over`() throws {
        let rig = try Rig(.init(workers: 1, timeouts: "{drain: 500ms}"))
        let scene = rig.upstream.scene { visit in _ = visit.awaitEnd() }
        var client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        rig.gateway.terminate()
        #expect(client.awaitEnd() != .nothing)
        #expect(try rig.gateway.wait() == 0)
    }
}

/// What became of the requests of several clients.
private final class Tally: Sendable {
    let answered = Atomic(0)
    let lost = Atomic(0)
    let ended = Atomic(0)

    /// A client's connection is over: in order, or in the middle of a request.
    func count(_ inOrder: Bool) {
        if !inOrder { lost.add(1, ordering: .relaxed) }
        ended.add(1, ordering: .relaxed)
    }
}

extension Rig {
    /// Asks over one connection until an answer says that it ends. False when a request stayed
    /// without its whole answer.
    fileprivate func askUntilClosed(_ client: Client, _ tally: Tally) -> Bool {
        var client = client
        while true {
            guard (try? client.send(request("GET", "/open"))) != nil,
                let answer = try? client.answer(), answer.status == 200, answer.isWhole
            else { return false }
            tally.answered.add(1, ordering: .relaxed)
            if answer["connection"] == "close" { return true }
        }
    }
}
