import Testing

/// Answers that come before their request is whole.
@Suite(.serialized) struct EarlyAnswerTests {
    /// A client that has not read an answer which fills all there is on its way.
    private func clogged(_ rig: Rig, bytes: Int) throws -> FrameClient {
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: \(bytes)\r\n\r\n")
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            for _ in 0..<bytes >> 20 { try visit.send(piece) }
        }
        let client = try FrameClient(
            Client(rig.plain, from: rig.source(), receiveBytes: 4_096), window: UInt32(Int32.max))
        try client.send(.window, 0, 0, FrameClient.bytes(1 << 30))
        try client.ask("GET", "/open", fields: [scene.field])
        _ = try scene.request()
        var last = 0
        var same = 0
        try eventually("a full connection", within: 60_000) {
            let queued = try rig.gateway.queuedBytes(at: rig.plain)
            same = queued > 0 && queued == last ? same + 1 : 0
            last = queued
            return same > 100
        }
        return client
    }

    @Test(arguments: ["204 No Content", "200 OK\r\nContent-Length: 2"])
    func `over HTTP2 it waits for a client that does not read, and then the stream ends`(
        head: String
    ) throws {
        let rig = try Rig(.init(workers: 1))
        let size = 64 << 20
        var client = try clogged(rig, bytes: size)
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 \(head)\r\n\r\n" + (head.hasPrefix("204") ? "" : "ok"))
        }
        try client.ask("POST", "/open", stream: 3, fields: [scene.field], ends: false)
        _ = try scene.request()
        // Longer than the rest of a request is taken behind its answer.
        var silent = try rig.client()
        let isSpokenTo = silent.hasNews(within: 2_500)
        #expect(!isSpokenTo)
        var isAnswered = false
        var taken = 0
        while taken < size || !isAnswered {
            let frame = try client.read(.headers, .data, .reset)
            if frame.stream == 1 { taken += frame.payload.count }
            if frame.stream == 3 {
                #expect(!frame.isA(.reset))
                isAnswered = isAnswered || frame.endsStream
                if frame.isA(.reset) { break }
            }
        }
        let start = milliseconds()
        let end = try client.read(.reset)
        #expect(end.stream == 3 && end.code == 0)
        #expect(milliseconds() - start < 5_000)
    }

    @Test func `over HTTP1 it says that the connection ends`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nearly")
            _ = visit.awaitEnd()
        }
        var client = try rig.client()
        let fields = [scene.field, "Content-Length: 20"]
        try client.send(rig.request("POST", "/open", fields: fields) + "0123456789")
        let answer = try client.answer()
        #expect(answer.text == "early" && answer["connection"] == "close")
        // Nor is anything taken for another request.
        try client.send("0123456789" + rig.request("GET", "/open"))
        #expect(client.awaitEnd() == .ended)
    }
}
