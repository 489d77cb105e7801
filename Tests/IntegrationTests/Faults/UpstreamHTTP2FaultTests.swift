import Testing

/// What clients are told when an upstream of HTTP/2 fails, and what becomes of its connection.
@Suite struct UpstreamHTTP2FaultTests {
    /// Serves from its second connection on.
    private static func faulty(
        _ more: String = "", prefix: String = "", _ script: @escaping FrameUpstream.Script
    ) throws -> FrameRig {
        try FrameRig(more, prefix: prefix) { peer in
            if peer.number > 1 { return try peer.serve() }
            try script(&peer)
            // Whatever the gateway still says is read, so that nothing is reset by our end.
            while true { _ = try peer.next() }
        }
    }

    @Test func `after a GOAWAY what has begun is answered, and the next goes elsewhere`() throws {
        let gate = Gate()
        let framed = try Self.faulty { peer in
            let (stream, _) = try peer.request()
            try peer.goAway(stream)
            try gate.wait()
            try peer.answer(stream, "first")
        }
        var first = try framed.rig.client()
        try first.send(framed.rig.request("GET", "/framed"))
        try eventually("the first request") { try framed.metric("requests_total") == 1 }
        try eventually("a second connection") {
            let answer = try framed.rig.ask("POST", "/framed", fields: ["X-A: 1"])
            return answer.text == "2"
        }
        gate.open()
        let answer = try first.answer()
        #expect(answer.text == "first")
    }

    @Test func `an address that cannot be reached at all is 502, whatever was asked before`() throws
    {
        // A broadcast address, which connect(2) refuses on the spot.
        let framed = try FrameRig(
            options: .init(
                upstreams: "  nowhere: {targets: [\"http://255.255.255.255:81\"]}\n",
                passThrough: "  - {prefix: /nowhere, upstream: nowhere}\n")
        ) { try $0.serve() }
        for _ in 0..<3 {
            #expect(try framed.rig.ask("GET", "/framed").status == 200)
            #expect(try framed.rig.ask("GET", "/nowhere").status == 502)
        }
    }

    @Test func `a request that a GOAWAY was ahead of is sent again`() throws {
        let framed = try Self.faulty { peer in
            _ = try peer.request()
            try peer.goAway(0)
        }
        let answer = try framed.rig.ask("POST", "/framed")
        #expect(answer.status == 200)
        #expect(answer.text == "2")
        #expect(try framed.metric("broken_answers_total") == 0)
    }

    @Test func `a refused stream is sent again, a few times`() throws {
        let counts = Inbox<Int>()
        let framed = try FrameRig { peer in
            while true {
                let (stream, head) = try peer.request()
                counts.put(1)
                if head["x-a"] == nil, counts.count == 2 {
                    try peer.answer(stream)
                } else {
                    try peer.reset(stream, 7)
                }
            }
        }
        #expect(try framed.rig.ask("POST", "/framed").status == 200)
        #expect(try framed.rig.ask("POST", "/framed", fields: ["X-A: 1"]).status == 502)
        #expect(counts.count == 5)
    }

    @Test(arguments: [1, 2, 8, 11])
    func `a stream that is reset before its answer is told as broken`(code: UInt32) throws {
        let framed = try Self.faulty { peer in
            let (stream, _) = try peer.request()
            try peer.reset(stream, code)
            try peer.serve()
        }
        #expect(try framed.rig.ask("POST", "/framed").status == 502)
        #expect(try framed.metric("broken_answers_total") == 1)
        // The connection is none the worse.
        #expect(try framed.rig.ask("GET", "/framed").text == "1")
    }

    @Test func `a GET whose stream is reset is sent again where the policy asks for it`() throws {
        let framed = try Self.faulty("retries: {max: 1}") { peer in
            let (stream, _) = try peer.request()
            try peer.reset(stream, 2)
            try peer.serve()
        }
        #expect(try framed.rig.ask("GET", "/framed").status == 200)
        #expect(try framed.metric("retries_total") == 1)
    }

    @Test func `an answer that is reset is never presented as whole`() throws {
        let gate = Gate()
        let framed = try Self.faulty { peer in
            for _ in 0..<2 {
                let (stream, _) = try peer.request()
                try peer.head(stream)
                try peer.data(stream, "half")
                try gate.wait()
                try peer.reset(stream, 2)
            }
            try peer.serve()
        }
        var client = try framed.rig.client()
        try client.send(framed.rig.request("GET", "/framed"))
        #expect(try client.head().startLine == "HTTP/1.1 200 OK")
        gate.open()
        #expect(client.awaitEnd() == .reset)
        var other = try FrameClient(framed.rig.plain)
        try other.ask("GET", "/framed")
        _ = try other.read(.data)
        gate.open()
        #expect(try other.answer().reset != nil)
        let next = try framed.rig.ask("GET", "/framed", fields: ["X-A: 1"])
        #expect(next.status == 200)
        #expect(framed.upstream.connections == 1)
    }

    @Test(arguments: [true, false])
    func `content that is not of the length promised breaks its answer`(more: Bool) throws {
        let framed = try Self.faulty { peer in
            let (stream, _) = try peer.request()
            _ = try peer.content(of: stream)
            try peer.head(stream, fields: [("content-length", "4")])
            try peer.data(stream, more ? "more than that" : "les", ends: true)
            try peer.serve()
        }
        #expect(try !framed.rig.ask("GET", "/framed").isWhole)
        let next = try framed.rig.ask("GET", "/framed")
        #expect(next.text == "1")
    }

    @Test(arguments: [
        [("connection", "close")], [("transfer-encoding", "chunked")], [("X-Upper", "1")],
        [("x", "a\u{1}b")], [(":path", "/")], [("content-length", "1"), ("content-length", "2")],
        [("large", "1"), ("larger", "2"), ("largest", "3")],
    ])
    func `a head that may not be is no answer`(fields: [(String, String)]) throws {
        let framed = try Self.faulty { peer in
            let (stream, _) = try peer.request()
            _ = try peer.content(of: stream)
            let long = String(repeating: "v", count: 12_000)
            let all = fields.map { $0.0.hasPrefix("large") ? ($0.0, long) : $0 }
            let section = FrameClient.section([(":status", "200")] + all)
            let first = Array(section.prefix(16_000))
            if section.count == first.count {
                try peer.send(.headers, 5, stream, section)
            } else {
                try peer.send(.headers, 1, stream, first)
                let rest = Array(section.dropFirst(16_000))
                try peer.send(.continuation, 0, stream, Array(rest.prefix(16_000)))
                try peer.send(.continuation, 4, stream, Array(rest.dropFirst(16_000)))
            }
            try peer.serve()
        }
        let answer = try framed.rig.ask("GET", "/framed")
        #expect(answer.status == 502)
        let next = try framed.rig.ask("GET", "/framed")
        #expect(next.status == 200)
    }

    @Test(arguments: ["ping", "settings", "empty", "continuation", "push", "window", "unknown"])
    func `a target that floods loses its connection, and nothing else is lost`(
        kind: String
    ) throws {
        let framed = try Self.faulty { peer in
            let (stream, _) = try peer.request()
            var flood: [UInt8] = []
            for _ in 0..<5_000 {
                switch kind {
                case "ping":
                    flood += FrameClient.frame(.ping, 0, 0, [UInt8](repeating: 0, count: 8))
                case "settings": flood += FrameClient.frame(.settings, 0, 0)
                case "empty": flood += FrameClient.frame(.data, 0, UInt32(stream))
                case "continuation":
                    let isFirst = flood.isEmpty
                    flood += FrameClient.frame(
                        isFirst ? .headers : .continuation, 0, UInt32(stream))
                case "push":
                    flood += FrameClient.frame(.push, 4, UInt32(stream), [0, 0, 0, 2])
                case "window":
                    flood += FrameClient.frame(.window, 0, 0, [0, 0, 0, 1])
                default: flood += [0, 0, 0, 99, 0, 0, 0, 0, 0]
                }
            }
            if kind == "empty" { try peer.head(stream) }
            try? peer.socket.send(flood)
        }
        let answer = try framed.rig.ask("GET", "/framed")
        #expect(answer.status == 502 || !answer.isWhole)
        #expect(try framed.rig.ask("GET", "/framed").text == "2")
    }

    @Test func `a lost connection takes all its streams along, each with its own answer`() throws {
        let framed = try Self.faulty { peer in
            var streams: [Int32] = []
            while streams.count < 8 { streams.append(try peer.request().stream) }
            try peer.head(streams[0], fields: [("content-length", "10")])
            try peer.data(streams[0], "half")
            try peer.answer(streams[1], "whole")
            peer.socket.close()
        }
        var clients = try (0..<8).map { _ in try framed.rig.client() }
        for client in clients { try client.send(framed.rig.request("POST", "/framed")) }
        var statuses: [Int: Int] = [:]
        var whole = 0
        for index in clients.indices {
            let answer = try clients[index].answer()
            statuses[answer.status, default: 0] += 1
            if answer.status == 200, answer.isWhole { whole += 1 }
        }
        #expect(statuses == [200: 2, 502: 6])
        #expect(whole == 1)
        #expect(try framed.rig.ask("GET", "/framed").text == "2")
    }

    @Test func `what was at work on a lost connection is repeated only where that is asked for`()
        throws
    {
        let framed = try Self.faulty { peer in
            let (first, _) = try peer.request()
            try peer.answer(first, "whole")
            // Beside another it is not one that may have been closing while it was idle.
            _ = try peer.request()
            _ = try peer.request()
            peer.socket.close()
        }
        #expect(try framed.rig.ask("GET", "/framed").text == "whole")
        var clients = try (0..<2).map { _ in try framed.rig.client() }
        for client in clients { try client.send(framed.rig.request("GET", "/framed")) }
        var statuses: [Int] = []
        for index in clients.indices { statuses.append(try clients[index].answer().status) }
        #expect(statuses.contains(502))
        #expect(try framed.metric("broken_answers_total") >= 1)
    }

    @Test func `an operation's own time to connect counts on a connection that others wait for`()
        throws
    {
        let silent = try TestSocket.listening()
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: """
                      silent: {targets: ["http://127.0.0.1:\(silent.port)"], protocol: http2}
                    """,
                passThrough: """
                      - {prefix: /slow, upstream: silent, timeouts: {connect: 20s}}
                      - {prefix: /quick, upstream: silent, timeouts: {connect: 200ms}}
                    """))
        var patient = try rig.client()
        try patient.send(rig.request("GET", "/slow"))
        // It has begun to connect.
        let held = silent.accept()
        #expect(held != nil)
        let start = milliseconds()
        #expect(try rig.ask("GET", "/quick").status == 502)
        #expect(milliseconds() - start < 10_000)
        let isHeldUp = patient.hasNews(within: 1)
        #expect(!isHeldUp)
    }

    @Test func `a target of HTTP1 is told apart, in answer, log and metrics`() throws {
        let old = try TestUpstream()
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  wrong: {targets: [\"http://\(old.address)\"], protocol: http2}",
                passThrough: "  - {prefix: /wrong, upstream: wrong}"))
        let scene = old.others { visit in
            try visit.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        }
        let answer = try rig.ask("GET", "/wrong")
        #expect(answer.status == 502)
        #expect(try rig.logLines(of: answer)[0].contains("the target does not speak HTTP/2"))
        let name = "bawaba_upstream_protocol_mismatches_total{upstream=\"wrong\"}"
        #expect(try rig.gateway.metric(name) > 0)
        #expect(scene.count > 0)
    }

    @Test func `a target that never says its SETTINGS is not waited for`() throws {
        let silent = try TestSocket.listening()
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: """
                      silent: {targets: ["http://127.0.0.1:\(silent.port)"], protocol: http2, \
                    timeouts: {connect: 300ms}}
                    """,
                passThrough: "  - {prefix: /silent, upstream: silent}"))
        let answer = try rig.ask("POST", "/silent", body: "body")
        #expect(answer.status == 502)
        let name = "bawaba_upstream_connection_failures_total{upstream=\"silent\"}"
        #expect(try rig.gateway.metric(name) > 0)
    }

    @Test func `a silent connection is asked for a sign of life and given up`() throws {
        let framed = try Self.faulty(prefix: "timeouts: {response: 300ms}") { peer in
            _ = try peer.request()
            // Reads no more: no PING is answered.
            var bytes: [UInt8] = []
            while case .bytes(let more) = peer.socket.receive() { bytes += more }
        }
        #expect(try framed.rig.ask("GET", "/framed").status == 504)
        // It takes no further requests at once, and is closed later.
        let next = try framed.rig.ask("GET", "/framed")
        #expect(next.text == "2")
        try eventually("one connection") { try framed.metric("connections_open") == 1 }
    }

    @Test func `a slow request ends alone where the connection lives`() throws {
        let framed = try Self.faulty(prefix: "timeouts: {response: 300ms}") { peer in
            let (stream, _) = try peer.request()
            _ = try peer.reset(of: stream)
            try peer.serve()
        }
        #expect(try framed.rig.ask("GET", "/framed").status == 504)
        try eventually("the same connection") {
            try framed.rig.ask("GET", "/framed").text == "1"
        }
    }

    @Test func `a client that reads slowly bounds what is held, and holds up nobody`() throws {
        let sent = Inbox<Int>()
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            peer.begin(stream)
            var count = 0
            var others: [Int32] = []
            while true {
                let more = try peer.push(100_000, on: stream)
                count += more
                if more > 0 { continue }
                sent.put(count)
                while others.isEmpty {
                    if case .ended(let other) = try peer.next(), other != stream {
                        others.append(other)
                    }
                }
                try peer.answer(others.removeFirst(), bytes: 1_000_000)
            }
        }
        var slow = try FrameClient(framed.rig.plain, window: 10_000, receiveBytes: 4_096)
        try slow.ask("GET", "/framed")
        _ = try slow.read(.data)
        _ = try sent.take("a full window")
        for _ in 0..<5 {
            let answer = try framed.rig.ask("GET", "/framed")
            #expect(answer.body.count == 1_000_000)
        }
        var most = 0
        while sent.count > 0 { most = max(most, try sent.take("a count")) }
        // The client's window, what is relayed, and the stream's window.
        #expect(most <= 10_000 + 65_536 + 131_072 + 16_384)
    }

    @Test func `an upload that its target does not take holds up no other`() throws {
        let framed = try FrameRig(window: 30_000) { peer in
            peer.consumes = false
            while true {
                guard case .ended(let stream) = try peer.next() else { continue }
                try peer.answer(stream, "done")
            }
        }
        var stuck = try framed.rig.client()
        try stuck.send(
            "POST /framed HTTP/1.1\r\nHost: api.test\r\nContent-Length: 1000000\r\n\r\n")
        try stuck.send([UInt8](repeating: 1, count: 60_000))
        for _ in 0..<5 {
            let answer = try framed.rig.ask(
                "POST", "/framed", body: String(repeating: "x", count: 20_000))
            #expect(answer.text == "done")
        }
        #expect(framed.upstream.connections == 1)
        let hasNews = stuck.hasNews(within: 0)
        #expect(!hasNews)
    }
}
