import Testing

/// How many connections there are, from whom, and how long each may go on.
@Suite struct ConnectionBoundTests {
    /// Whether a connection is closed without an answer.
    private func isRefused(_ rig: Rig, from source: String) throws -> Bool {
        var client = try rig.client(from: source)
        try? client.send(rig.request("GET", "/open"))
        return (try? client.answer()) == nil
    }

    @Test func `a client has as many connections as one may have, and gets them again`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections_per_address: 3}"))
        let source = rig.source()
        var open: [Client] = []
        for _ in 0..<3 {
            var client = try rig.client(from: source)
            try client.send(rig.request("GET", "/open"))
            #expect(try client.answer().status == 200)
            open.append(client)
        }
        #expect(try isRefused(rig, from: source))
        #expect(try !isRefused(rig, from: rig.source()))
        #expect(try rig.gateway.metric("bawaba_connections_over_address_bound_total") == 1)
        open[0].socket.close()
        try eventually("room for another") { try !isRefused(rig, from: source) }
        for index in 1..<3 {
            try open[index].send(rig.request("GET", "/open"))
            #expect(try open[index].answer().status == 200)
        }
    }

    @Test func `behind a balancer the client is whom the PROXY header names`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections_per_address: 1}"))
        func answer(_ source: String) throws -> (Client, Int?) {
            var client = try Client(rig.proxied, from: "127.0.0.9")
            try client.send("PROXY TCP6 \(source) 2001:db8::1 1 443\r\n")
            try? client.send(rig.request("GET", "/open"))
            return (client, try? client.answer().status)
        }
        let first = try answer("2001:db8:1:2::3")
        #expect(first.1 == 200)
        // The same /64, and another.
        #expect(try answer("2001:db8:1:2:ffff::4").1 == nil)
        #expect(try answer("2001:db8:1:3::3").1 == 200)
        _ = first.0
    }

    @Test(arguments: [
        "POST /nowhere HTTP/1.1\r\nHost: api.test\r\nContent-Length: 16777216\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: api.test\r\nBad Name: x\r\n\r\n",
    ])
    func `a client that sends much behind a refused request gets its answer`(head: String) throws {
        var client = try Rig.main.client()
        try client.send(head)
        // All of it, before it looks for an answer.
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        for _ in 0..<16 { try client.send(piece) }
        let answer = try client.answer()
        #expect(answer.status == 404 || answer.status == 400)
        #expect(answer.isWhole && answer["connection"] == "close")
        #expect(client.awaitEnd() == .ended)
    }

    @Test func `a connection ends after so many requests, and says so`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, requests_per_connection: 3}"))
        var client = try rig.client()
        for number in 1...3 {
            try client.send(rig.request("GET", "/open"))
            let answer = try client.answer()
            #expect(answer.status == 200)
            #expect((answer["connection"] == "close") == (number == 3))
        }
        #expect(client.awaitEnd() == .ended)
        // Also when they come all at once.
        var hasty = try rig.client()
        try hasty.send(String(repeating: rig.request("GET", "/open"), count: 5))
        for _ in 1...3 { #expect(try hasty.answer().status == 200) }
        #expect(hasty.awaitEnd() != .nothing)
    }

    @Test func `an HTTP2 connection is told of its end before that, and ends at last`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, requests_per_connection: 3}"))
        var client = try FrameClient(rig.plain)
        for stream in [1, 3] as [UInt32] {
            try client.ask("GET", "/open", stream: stream)
            #expect(try client.answer(stream).reset == nil)
        }
        try client.ask("GET", "/open", stream: 5)
        #expect(try client.read(.goAway).code == 0)
        #expect(try client.answer(5).reset == nil)
        // What was on its way is served; a client that takes no notice is not, for ever.
        var stream: UInt32 = 7
        var isOver = false
        while !isOver, stream < 1_000 {
            guard (try? client.ask("GET", "/open", stream: stream)) != nil else { break }
            while true {
                guard let frame = try? client.read(.headers, .data, .goAway) else {
                    isOver = true
                    break
                }
                if frame.isA(.goAway) {
                    isOver = true
                    break
                }
                if frame.endsStream, frame.stream == stream { break }
            }
            stream += 2
        }
        #expect(isOver)
        #expect(stream > 200)
    }

    @Test func `a stream behind a GOAWAY that cannot be written yet is refused`() throws {
        let asked = Inbox<Head>()
        let framed = try FrameRig(
            options: .init(bounds: "{body: 128MiB, requests_per_connection: 1}")
        ) { peer in
            var large: Int32?
            var pushed = 0
            while true {
                let (stream, head) = try peer.request()
                asked.put(head)
                if head.startLine.hasSuffix("large") {
                    large = stream
                    peer.begin(stream)
                }
                while let large, case let count = try peer.push(16_000, on: large), count > 0 {
                    pushed += count
                }
                if stream != large { try peer.answer(stream, "\(pushed)") }
            }
        }
        var client = try FrameClient(
            framed.rig.plain, window: UInt32(Int32.max), receiveBytes: 4_096)
        try client.send(.window, 0, 0, FrameClient.bytes(1 << 30))
        var stream: UInt32 = 1
        func next(_ path: String) throws {
            try client.ask("GET", path, stream: stream)
            let head = try asked.take("a request")
            #expect(head.startLine == "GET \(path)")
            stream += 2
        }
        // As many as may be on their way once the end was announced.
        for _ in 0..<127 {
            try next("/framed")
            #expect(try client.answer(stream - 2).reset == nil)
        }
        // An answer that fills all there is on the way to a client which does not read.
        try next("/framed/large")
        var counts: [String] = []
        try eventually("a full connection", within: 60_000) {
            counts.append(try framed.rig.ask("GET", "/framed").text)
            _ = try asked.take("a request")
            return counts.count > 5 && Set(counts.suffix(5)).count == 1
        }
        try next("/framed/last")
        try client.ask("GET", "/framed/late", stream: stream)
        try eventually("a refusal") {
            try framed.rig.gateway.metric("bawaba_streams_refused_total") == 1
        }
        #expect(asked.count == 0)
        var last: UInt32?
        var refused: UInt32?
        while last != stream - 2 || refused == nil {
            let frame = try client.read(.goAway, .reset)
            if frame.isA(.reset) {
                #expect(frame.code == 7)
                refused = frame.stream
            } else {
                last = frame.payload.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
            }
        }
        #expect(refused == stream)
    }

    @Test func `when all connections are taken, the longest idle one makes room`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections: 4}"))
        var open: [Client] = []
        for _ in 0..<3 {
            var client = try rig.client()
            try client.send(rig.request("GET", "/open"))
            #expect(try client.answer().status == 200)
            open.append(client)
        }
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer()
        }
        var busy = try rig.client()
        try busy.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        // Connections are idle once they have been so for a moment.
        try eventually("room for another") { try !isRefused(rig, from: rig.source()) }
        #expect(open[0].awaitEnd() != .nothing)
        #expect(try rig.gateway.metric("bawaba_connections_reused_total") > 0)
        gate.open()
        #expect(try busy.answer().status == 200)
    }
}
