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

    @Test func `an idle gateway ends at once`() throws {
        let rig = try Rig(.init(workers: 1))
        let start = milliseconds()
        rig.gateway.terminate()
        #expect(try rig.gateway.wait() == 0)
        #expect(milliseconds() - start < 5_000)
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
