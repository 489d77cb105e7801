import Testing

/// Upstreams of HTTP/2 that change their mind or go away in the middle: at each stage of a request,
/// what its client is told, and what becomes of the others.
@Suite struct UpstreamHTTP2StageTests {
    /// Serves from its second connection on.
    private static func faulty(
        _ more: String = "", prefix: String = "", streams: Int = 100, window: Int = 65_535,
        _ script: @escaping FrameUpstream.Script
    ) throws -> FrameRig {
        try FrameRig(more, prefix: prefix, streams: streams, window: window) { peer in
            if peer.number > 1 { return try peer.serve() }
            try script(&peer)
            while true { _ = try peer.next() }
        }
    }

    enum Stage: CaseIterable {
        case accepted, asked, uploading, interim, headBegun, head, content, trailersBegun, answered
    }

    @Test(arguments: Stage.allCases)
    func `a connection that is reset is told as the stage allows`(stage: Stage) throws {
        let framed = try Self.faulty { peer in
            if stage == .accepted { return peer.socket.reset() }
            let (stream, _) = try peer.request()
            switch stage {
            case .accepted, .asked: break
            case .uploading:
                while true { if case .data = try peer.next() { break } }
            case .interim: try peer.head(stream, 103, fields: [("link", "</a>")])
            case .headBegun: try peer.send(.headers, 0, stream, [0x88])
            case .head: try peer.head(stream)
            case .content, .trailersBegun:
                try peer.head(stream, fields: [("content-length", "9")])
                try peer.data(stream, "half")
                if stage == .trailersBegun { try peer.send(.headers, 1, stream, [0, 1, 120]) }
            case .answered:
                try peer.head(stream, fields: [("content-length", "4")])
                try peer.data(stream, "full", ends: true)
            }
            peer.socket.finishSending()
        }
        var client = try framed.rig.client()
        if stage == .uploading {
            let head = "POST /framed HTTP/1.1\r\nHost: api.test\r\nContent-Length: 9\r\n\r\n"
            try client.send(head + "half")
        } else {
            try client.send(framed.rig.request("POST", "/framed"))
        }
        let answer = try client.answer(to: "POST")
        switch stage {
        case .accepted, .asked, .uploading, .headBegun: #expect(answer.status == 502)
        case .interim: #expect(answer.status == 502 && answer.interims.count == 1)
        case .head, .content, .trailersBegun: #expect(answer.status == 200 && !answer.isWhole)
        case .answered: #expect(answer.isWhole && answer.text == "full")
        }
        #expect(try framed.rig.ask("GET", "/framed").text == "2")
        try eventually("one connection") { try framed.metric("connections_open") == 1 }
    }

    @Test func `a target that takes no requests for a while is left alone for as long`() throws {
        let gate = Gate()
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            if peer.number > 1 {
                try peer.answer(stream, "2")
                return try peer.goAway(stream)
            }
            try peer.settings(3, 0)
            try peer.head(stream, fields: [("content-length", "5")])
            try gate.wait()
            try peer.settings(3, 9)
            let (other, _) = try peer.request()
            try peer.answer(other, "again")
            try peer.data(stream, "first", ends: true)
            try peer.serve()
        }
        var first = try framed.rig.client()
        try first.send(framed.rig.request("GET", "/framed"))
        // Behind the SETTINGS.
        #expect(try first.head().startLine == "HTTP/1.1 200 OK")
        #expect(try framed.rig.ask("POST", "/framed").text == "2")
        gate.open()
        try eventually("the first connection") {
            try framed.rig.ask("POST", "/framed").text == "again"
        }
        let content = first.bytes(5)
        #expect(content == Array("first".utf8))
    }

    @Test func `a GOAWAY that is followed by another leaves behind what that says`() throws {
        let framed = try Self.faulty { peer in
            let (stream, _) = try peer.request()
            _ = try peer.request()
            try peer.goAway(Int32.max)
            try peer.goAway(stream)
            try peer.answer(stream, "first")
        }
        var clients = try (0..<2).map { _ in try framed.rig.client() }
        try clients[0].send(framed.rig.request("POST", "/framed"))
        try eventually("the first request") { try framed.metric("requests_total") == 1 }
        try clients[1].send(framed.rig.request("POST", "/framed"))
        #expect(try clients[0].answer(to: "POST").text == "first")
        #expect(try clients[1].answer(to: "POST").text == "2")
        #expect(try framed.metric("broken_answers_total") == 0)
    }

    @Test(arguments: [true, false])
    func `a client that goes away frees its stream, and is not paid for`(overHTTP2: Bool) throws {
        let codes = Inbox<Int>()
        let begun = Gate()
        let framed = try FrameRig("max_connections: 1", streams: 1) { peer in
            let (stream, _) = try peer.request()
            begun.open()
            codes.put(try peer.reset(of: stream))
            try peer.serve()
        }
        if overHTTP2 {
            var client = try FrameClient(framed.rig.plain)
            try client.ask("GET", "/framed")
            try begun.wait()
            try client.send(.reset, 0, 1, FrameClient.bytes(8))
            #expect(try codes.take("a reset") == 8)
            #expect(try client.lives())
        } else {
            let socket = try TestSocket.connected(to: framed.rig.plain)
            try socket.send(framed.rig.request("GET", "/framed"))
            try begun.wait()
            socket.reset()
            #expect(try codes.take("a reset") == 8)
        }
        #expect(try framed.rig.ask("GET", "/framed").text == "1")
        #expect(framed.upstream.connections == 1)
    }

    @Test func `an upload into a window that never opens ends in time, and alone`() throws {
        let codes = Inbox<Int>()
        let framed = try Self.faulty(prefix: "timeouts: {idle: 300ms}", window: 0) { peer in
            peer.consumes = false
            let (stream, _) = try peer.request()
            codes.put(try peer.reset(of: stream))
            try peer.serve()
        }
        var client = try framed.rig.client()
        try client.send(
            "POST /framed HTTP/1.1\r\nHost: api.test\r\nContent-Length: 1000000\r\n\r\n")
        try client.send([UInt8](repeating: 1, count: 60_000))
        #expect(try client.answer(to: "POST").status == 504)
        #expect(try codes.take("a reset") == 8)
        #expect(try framed.rig.ask("GET", "/framed").text == "1")
    }

    @Test func `trailers without content come through, to either protocol`() throws {
        let framed = try FrameRig { peer in
            while true {
                let (stream, _) = try peer.request()
                try peer.head(stream)
                try peer.trailers(stream, [("x-sum", "42")])
            }
        }
        let answer = try framed.rig.ask("GET", "/framed")
        #expect(answer.isWhole && answer.body.isEmpty)
        #expect(answer.trailers["x-sum"] == "42")
        var client = try FrameClient(framed.rig.plain)
        try client.ask("GET", "/framed")
        let head = try client.read(.headers, .reset)
        #expect(head.isA(.headers) && !head.endsStream)
        let last = try client.read(.headers, .reset)
        #expect(last.isA(.headers) && last.endsStream)
    }

    @Test(arguments: [true, false])
    func `content of another length than its client promised is cut off`(overHTTP2: Bool) throws {
        let codes = Inbox<Int>()
        let begun = Gate()
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            begun.open()
            codes.put(try peer.reset(of: stream))
            try peer.serve()
        }
        if overHTTP2 {
            let client = try FrameClient(framed.rig.plain)
            try client.ask("POST", "/framed", fields: ["content-length: 9"], ends: false)
            try begun.wait()
            try client.send(.data, 1, 1, Array("half".utf8))
        } else {
            let socket = try TestSocket.connected(to: framed.rig.plain)
            let head = "POST /framed HTTP/1.1\r\nHost: api.test\r\nContent-Length: 9\r\n\r\nhalf"
            try socket.send(head)
            try begun.wait()
            socket.finishSending()
        }
        #expect(try codes.take("a reset") == 8)
        #expect(try framed.rig.ask("GET", "/framed").text == "1")
    }

    @Test(arguments: ["reset", "goaway", "garbage", "malformed", "silence"])
    func `a check that gets no answer has failed, and the next one is asked`(kind: String) throws {
        let checks = Inbox<Int>()
        let framed = try FrameRig(
            "health: {path: /up, interval: 100ms, timeout: 100ms, unhealthy: 1, healthy: 1}"
        ) { peer in
            let (stream, _) = try peer.request()
            if checks.count < 2 {
                checks.put(peer.number)
                switch kind {
                case "reset": try peer.reset(stream, 2)
                case "goaway": try peer.goAway(0)
                case "garbage": try peer.socket.send([UInt8](repeating: 0xFF, count: 100))
                case "malformed": try peer.head(stream, fields: [("Upper", "1")], ends: true)
                default: break
                }
                while true { _ = try peer.next() }
            }
            try peer.head(stream, ends: true)
            try peer.serve()
        }
        try eventually("failed checks") {
            try framed.metric("health_check_failures_total") >= 2
        }
        try eventually("a request that is served") {
            try framed.rig.ask("GET", "/framed").status == 200
        }
    }

    /// A gateway before an upstream of HTTP/2 that is sent what a contract judges.
    private func judging(
        _ place: borrowing Workplace, _ script: @escaping FrameUpstream.Script
    ) throws -> FrameRig {
        let document = """
            openapi: 3.0.3
            info: {title: Things, version: "1"}
            paths:
              /things:
                post:
                  operationId: add
                  responses: {"200": {description: OK}}
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, properties: {name: {type: string}}}
            """
        let path = try place.write(document, to: "things.yaml")
        var options = Rig.Options()
        options.upstream = "framed"
        options.more = """
            contract: {document: \(path)}
            operations: {add: {auth: bearer, abilities: [write]}}
            """
        return try FrameRig(options: options, script)
    }

    @Test(arguments: [true, false])
    func `a body that was held is sent again whole when nobody looked at it`(
        byGoAway: Bool
    ) throws {
        let place = try Workplace()
        let contents = Inbox<[UInt8]>()
        let framed = try judging(place) { peer in
            let (stream, _) = try peer.request()
            contents.put(try peer.content(of: stream).bytes)
            if contents.count == 1 {
                if byGoAway { try peer.goAway(0) } else { try peer.reset(stream, 7) }
                let (again, _) = try peer.request()
                contents.put(try peer.content(of: again).bytes)
                try peer.answer(again)
            } else {
                try peer.answer(stream)
            }
            try peer.serve()
        }
        let token = try framed.rig.token(abilities: ["write"])
        let json = #"{"name":"Nadia"}"#
        let answer = try framed.rig.ask(
            "POST", "/things", token: token, fields: ["Content-Type: application/json"], body: json)
        #expect(answer.status == 200)
        for _ in 0..<2 { #expect(try contents.take("content") == Array(json.utf8)) }
        withExtendedLifetime(place) {}
    }
}
