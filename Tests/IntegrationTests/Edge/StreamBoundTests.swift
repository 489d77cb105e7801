import Testing

/// How many streams there are over HTTP/2, and who has them.
@Suite struct StreamBoundTests {
    /// A connection whose client asks for as much as it may and takes nothing of any answer.
    private func hoarder(_ rig: Rig) throws -> FrameClient {
        let client = try FrameClient(rig.plain, window: 0)
        for number in 0..<128 as Range<UInt32> {
            try client.ask("GET", "/nowhere", stream: 2 * number + 1)
        }
        return client
    }

    @Test func `clients that take no answer leave room for others`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections: 64}"))
        var hoarders: [FrameClient] = []
        for _ in 0..<16 { hoarders.append(try hoarder(rig)) }
        try eventually("more streams than there may be") {
            try rig.gateway.metric("bawaba_streams_refused_total") > 0
        }
        // As many as one had before anybody was refused, but for a part.
        var honest = try FrameClient(rig.plain)
        for stream in [1, 3, 5, 7] as [UInt32] {
            try honest.ask("GET", "/open", stream: stream, ends: false)
        }
        for stream in [1, 3, 5, 7] as [UInt32] { try honest.send(.data, 1, stream) }
        var whole = Set<UInt32>()
        while whole.count < 4 {
            let frame = try honest.read(.headers, .data, .reset)
            #expect(!frame.isA(.reset))
            if frame.endsStream { whole.insert(frame.stream) }
        }
        // Nor do they keep it from whoever comes next.
        let asked = try rig.ask("GET", "/open")
        #expect(asked.status == 200)
        for hoarder in hoarders { hoarder.close() }
    }

    @Test func `every connection has a first stream, however many have more`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections: 400}"))
        var clients: [FrameClient] = []
        for _ in 0..<390 {
            let client = try FrameClient(rig.plain, window: 0)
            for stream in [1, 3, 5, 7] as [UInt32] {
                try client.ask("GET", "/nowhere", stream: stream)
            }
            clients.append(client)
        }
        try eventually("more streams than there may be") {
            try rig.gateway.metric("bawaba_streams_refused_total") > 0
        }
        for _ in 0..<5 {
            var client = try FrameClient(rig.plain)
            try client.ask("GET", "/open")
            #expect(try client.answer().reset == nil)
        }
        for client in clients { client.close() }
    }

    @Test func `one connection may have all the streams that it is told`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections: 2}"))
        var client = try hoarder(rig)
        let lives = try client.lives()
        #expect(lives)
        #expect(try rig.gateway.metric("bawaba_streams_refused_total") == 0)
        #expect(try rig.gateway.metric("bawaba_requests_in_flight") == 0)
        // Given room, all are whole.
        try client.send(.settings, 0, 0, [0, 4] + FrameClient.bytes(65_535))
        var whole = 0
        while whole < 128 {
            let frame = try client.read(.headers, .data, .reset)
            #expect(!frame.isA(.reset))
            if frame.endsStream { whole += 1 }
        }
    }

    @Test func `an answer that its client takes by the byte is cut in time`() throws {
        let rig = try Rig.hurried
        var client = try FrameClient(rig.plain, window: 0)
        let start = milliseconds()
        try client.ask("GET", "/nowhere")
        var reset: FrameClient.Frame?
        while reset == nil, milliseconds() - start < 5_000 {
            while client.hasNews(within: 100) {
                let frame = try client.read()
                if frame.isA(.reset) {
                    reset = frame
                    break
                }
            }
            try client.send(.window, 0, 1, FrameClient.bytes(1))
        }
        #expect(reset?.stream == 1)
        #expect(milliseconds() - start < 5_000)
    }
}
