import Bytes
import Testing

/// Requests that a target of HTTP/2 has not looked at, as it says itself (RFC 9113 §8.7), are made
/// again whole, whatever their method, as long as what was sent of their bodies is little.
@Suite struct UpstreamHTTP2RepeatTests {
    /// How a target says so.
    enum Word: CaseIterable {
        case refused, goAway

        /// Says it of a stream, or of the connection's first.
        func say(_ peer: inout FramePeer, of stream: Int32) throws {
            switch self {
            case .refused: try peer.reset(stream, 7)
            case .goAway: try peer.goAway(0)
            }
        }
    }

    /// A request as its target saw it.
    private struct Asked: Sendable {
        let connection: Int
        let head: Head
        var content: [UInt8] = []
        var trailers = ""
    }

    /// A target that takes requests whole, and says of the first so many that it did not look at
    /// them.
    private static func refusing(
        _ count: Int, _ word: Word, to asked: Inbox<Asked>, more: String = ""
    ) throws -> FrameRig {
        let left = Inbox<Bool>()
        for _ in 0..<count { left.put(true) }
        return try FrameRig(more) { peer in
            while true {
                let (stream, head) = try peer.request()
                let (content, trailers) = try peer.content(of: stream)
                asked.put(
                    Asked(
                        connection: peer.number, head: head, content: content, trailers: trailers))
                if left.count > 0 {
                    _ = try left.take("a refusal")
                    try word.say(&peer, of: stream)
                } else {
                    try peer.head(stream)
                    try peer.data(stream, "\(content.count)")
                    try peer.trailers(stream, [("grpc-status", "0")])
                }
            }
        }
    }

    @Test(arguments: Word.allCases)
    func `a unary call is made again`(word: Word) throws {
        let asked = Inbox<Asked>()
        let framed = try Self.refusing(1, word, to: asked)
        var client = try FrameClient(framed.rig.plain)
        try client.ask(
            "POST", "/framed/Service/Call",
            fields: ["content-type: application/grpc", "te: trailers"], ends: false)
        let message: [UInt8] = [0, 0, 0, 0, 5] + Array("hello".utf8)
        try client.send(.data, 1, 1, message)
        #expect(try client.read(.headers, .reset).isA(.headers))
        #expect(try client.read(.data).payload == Array("10".utf8))
        #expect(try client.read(.headers).endsStream)
        let first = try asked.take("the call")
        let second = try asked.take("the call again")
        for call in [first, second] {
            #expect(call.head.startLine == "POST /framed/Service/Call")
            #expect(call.head["content-length"] == nil)
            #expect(call.content == message)
        }
        #expect(first.head["x-request-id"] == second.head["x-request-id"])
        #expect(second.connection == (word == .goAway ? 2 : 1))
        #expect(try framed.metric("retries_total") == 1)
        #expect(try framed.metric("broken_answers_total") == 0)
    }

    @Test(arguments: Word.allCases)
    func `trailers of the request are sent again, too`(word: Word) throws {
        let asked = Inbox<Asked>()
        let framed = try Self.refusing(2, word, to: asked)
        var client = try framed.rig.client()
        try client.send(
            """
            POST /framed HTTP/1.1\r\nHost: api.test\r\nTransfer-Encoding: chunked\r\n\r\n\
            4\r\nbody\r\n0\r\nX-Checksum: abc\r\n\r\n
            """)
        #expect(try client.answer().text == "4")
        for _ in 0..<3 {
            let request = try asked.take("the request")
            #expect(request.content == Array("body".utf8))
            #expect(request.trailers.lowercased() == "x-checksum: abc\r\n\r\n")
        }
    }

    @Test(arguments: [(0, true), (0, false), (1, true), (1, false)])
    func `up to a bound bodies are sent again, beyond it the log says why not`(
        beyond: Int, isChunked: Bool
    ) throws {
        let asked = Inbox<Asked>()
        let framed = try Self.refusing(1, .refused, to: asked)
        let count = Bounds.keptBodyBytesMax + beyond
        let body = String(repeating: "x", count: count)
        let answer =
            isChunked
            ? try framed.rig.ask(
                "POST", "/framed",
                fields: [
                    "Transfer-Encoding: chunked\r\n\r\n\(String(count, radix: 16))\r\n\(body)"
                        + "\r\n0"
                ])
            : try framed.rig.ask("POST", "/framed", body: body)
        if beyond == 0 {
            #expect(answer.text == "\(count)")
            for _ in 0..<2 { #expect(try asked.take("the request").content == Array(body.utf8)) }
        } else {
            #expect(answer.status == 502)
            #expect(asked.count == 1)
            let line = try framed.rig.logLines(of: answer)[0]
            #expect(line.contains("\"detail\":\"not retried: the body was not held\""))
        }
    }

    /// A target that speaks of the first request when half of its content has come, and takes the
    /// next whole.
    private static func interrupting(
        _ word: Word, again: Gate, to asked: Inbox<Asked>
    ) throws -> FrameRig {
        let left = Inbox<Bool>()
        left.put(true)
        return try FrameRig { peer in
            while true {
                let (stream, head) = try peer.request()
                if left.count > 0 {
                    _ = try left.take("a refusal")
                    var count = 0
                    while count < 4 {
                        if case .data(stream, let bytes) = try peer.next() { count += bytes.count }
                    }
                    try word.say(&peer, of: stream)
                } else {
                    again.open()
                    let content = try peer.content(of: stream).bytes
                    asked.put(Asked(connection: peer.number, head: head, content: content))
                    try peer.answer(stream, "\(content.count)")
                }
            }
        }
    }

    @Test(arguments: Word.allCases, [5, 200_000])
    func `a body that is still coming is sent from its beginning, and goes on`(
        word: Word, rest: Int
    ) throws {
        let again = Gate()
        let asked = Inbox<Asked>()
        let framed = try Self.interrupting(word, again: again, to: asked)
        var client = try framed.rig.client()
        let more = String(repeating: "y", count: rest)
        try client.send("POST /framed HTTP/1.1\r\nHost: api.test\r\nContent-Length: \(4 + rest)")
        try client.send("\r\n\r\nhalf")
        if 4 + rest > Bounds.keptBodyBytesMax {
            // Its length says at once that it will not be kept.
            #expect(try client.answer(to: "POST").status == 502)
            return
        }
        try again.wait()
        try client.send(more)
        #expect(try client.answer(to: "POST").text == "\(4 + rest)")
        #expect(try asked.take("the request").content == Array("half\(more)".utf8))
    }

    @Test(arguments: Word.allCases, [5, 200_000])
    func `so is a stream of messages, however much is to come`(word: Word, rest: Int) throws {
        let again = Gate()
        let asked = Inbox<Asked>()
        let framed = try Self.interrupting(word, again: again, to: asked)
        var client = try FrameClient(framed.rig.plain)
        try client.ask("POST", "/framed", ends: false)
        try client.send(.data, 0, 1, Array("half".utf8))
        try again.wait()
        var left = rest
        while left > 0 {
            let count = min(left, 10_000)
            left -= count
            let flags: UInt8 = left == 0 ? 1 : 0
            try client.send(.data, flags, 1, [UInt8](repeating: 121, count: count))
        }
        #expect(try client.answer().count == "\(4 + rest)".utf8.count)
        let content = try asked.take("the request").content
        #expect(content == Array("half".utf8) + [UInt8](repeating: 121, count: rest))
    }

    @Test(arguments: Word.allCases)
    func `who refuses for ever is asked three times, and the client told once`(word: Word) throws {
        let asked = Inbox<Asked>()
        let framed = try Self.refusing(100, word, to: asked)
        let answer = try framed.rig.ask("POST", "/framed", body: "body")
        #expect(answer.status == 502)
        #expect(asked.count == 3)
        let line = try framed.rig.logLines(of: answer)[0]
        let detail = "not retried: refused by every target that was asked"
        #expect(line.contains("\"detail\":\"\(detail)\""), "\(line)")
        #expect(try framed.metric("retries_refused_total") == 1)
        #expect(try framed.metric("broken_answers_total") == 0)
    }

    @Test func `repeats beyond those are the policy's, and its budget pays for them`() throws {
        let asked = Inbox<Asked>()
        let framed = try Self.refusing(4, .refused, to: asked, more: "retries: {max: 2}")
        #expect(try framed.rig.ask("POST", "/framed", body: "body").text == "4")
        #expect(asked.count == 5)
    }

    @Test func `a target that has begun to answer has looked at the request`() throws {
        let counts = Inbox<Int>()
        let framed = try FrameRig { peer in
            while true {
                let (stream, _) = try peer.request()
                _ = try peer.content(of: stream)
                counts.put(1)
                try peer.head(stream, 103)
                try peer.reset(stream, 7)
            }
        }
        let answer = try framed.rig.ask("POST", "/framed", body: "body")
        #expect(answer.status == 502 && answer.interims.count == 1)
        #expect(counts.count == 1)
    }

    @Test func `a client that waits to send its body is told to once`() throws {
        let left = Inbox<Bool>()
        left.put(true)
        let framed = try FrameRig { peer in
            while true {
                let (stream, _) = try peer.request()
                if left.count > 0 {
                    _ = try left.take("a refusal")
                    try peer.reset(stream, 7)
                } else {
                    try peer.answer(stream, "\(try peer.content(of: stream).bytes.count)")
                }
            }
        }
        var client = try framed.rig.client()
        let head = framed.rig.request(
            "POST", "/framed", fields: ["Expect: 100-continue", "Content-Length: 4"])
        try client.send(head)
        #expect(try client.head().startLine == "HTTP/1.1 100 Continue")
        // The repeat is on its way, or over.
        try eventually("a repeat") { try framed.metric("retries_total") == 1 }
        try client.send("body")
        let answer = try client.answer(to: "POST")
        #expect(answer.text == "4" && answer.interims.isEmpty)
    }

    @Test func `an idempotent request whose body was kept whole goes by the policy`() throws {
        let asked = Inbox<[UInt8]>()
        let framed = try FrameRig("retries: {max: 1}") { peer in
            while true {
                let (stream, _) = try peer.request()
                asked.put(try peer.content(of: stream).bytes)
                try peer.head(stream, asked.count == 1 ? 503 : 200, ends: true)
            }
        }
        #expect(try framed.rig.ask("PUT", "/framed", body: "body").status == 200)
        for _ in 0..<2 { #expect(try asked.take("the request") == Array("body".utf8)) }
    }

    @Test func `a GOAWAY that comes with the SETTINGS sends a request elsewhere`() throws {
        let framed = try FrameRig { peer in
            if peer.number == 1 { try peer.goAway(0) }
            while true {
                let (stream, _) = try peer.request()
                let content = try peer.content(of: stream).bytes
                try peer.answer(stream, "\(peer.number) \(content.count)")
            }
        }
        #expect(try framed.rig.ask("POST", "/framed", body: "body").text == "2 4")
    }

    @Test func `a GOAWAY in place of the SETTINGS is told at once`() throws {
        let framed = try FrameRig { peer in
            if peer.number > 1 { return try peer.serve() }
            let frame = FrameClient.frame(.goAway, 0, 0, [UInt8](repeating: 0, count: 8))
            try peer.socket.send(frame)
            while case .bytes = peer.socket.receive() {}
        }
        let answer = try framed.rig.ask("POST", "/framed", body: "body")
        #expect(answer.status == 502)
        let line = try framed.rig.logLines(of: answer)[0]
        #expect(line.contains("the target does not speak HTTP/2"))
        #expect(try framed.rig.ask("POST", "/framed", body: "body").text == "2")
    }

    @Test func `what one target refuses another is asked for`() throws {
        let refusals = Inbox<Int>()
        let busy = try FrameUpstream { peer in
            while true {
                let (stream, _) = try peer.request()
                refusals.put(1)
                try peer.reset(stream, 7)
            }
        }
        let free = try FrameUpstream { try $0.serve() }
        let targets = "\"http://\(busy.address)\", \"http://\(free.address)\""
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  both: {targets: [\(targets)], protocol: http2, "
                    + "balance: least_requests}",
                passThrough: "  - {prefix: /both, upstream: both}"))
        for _ in 0..<20 { #expect(try rig.ask("POST", "/both", body: "body").status == 200) }
        #expect(refusals.count > 0)
    }
}
