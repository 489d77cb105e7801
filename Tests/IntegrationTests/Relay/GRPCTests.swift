import Testing

/// gRPC as it goes over the wire: messages with their length before them, and a status in the
/// trailers.
@Suite struct GRPCTests {
    private static let fields = ["content-type: application/grpc", "te: trailers"]

    private static func message(_ text: String) -> [UInt8] {
        [0] + FrameClient.bytes(UInt32(text.utf8.count)) + Array(text.utf8)
    }

    private static func text(_ messages: [String]) -> String {
        String(decoding: messages.flatMap { message($0) }, as: UTF8.self)
    }

    @Test func `a call gets its message and its status`() throws {
        let heads = Inbox<Head>()
        let framed = try FrameRig { peer in
            let (stream, head) = try peer.request()
            heads.put(head)
            let content = try peer.content(of: stream)
            try peer.head(stream, fields: [("content-type", "application/grpc")])
            try peer.send(.data, 0, stream, content.bytes)
            try peer.trailers(stream, [("grpc-status", "0"), ("my_data-bin", "AAE=")])
            try peer.serve()
        }
        var client = try FrameClient(framed.rig.plain)
        try client.ask("POST", "/framed/Service/Call", fields: Self.fields, ends: false)
        try client.send(.data, 1, 1, Self.message("hello"))
        let opening = try client.read(.headers)
        #expect(!opening.endsStream)
        #expect(try client.read(.data).payload == Self.message("hello"))
        let trailers = try client.read(.headers)
        #expect(trailers.endsStream)
        #expect(trailers.payload.count > 10)
        let head = try heads.take("a call")
        #expect(head["te"] == "trailers")
        #expect(head["content-type"] == "application/grpc")
        #expect(head["content-length"] == nil)
    }

    @Test func `a status may come without a message`() throws {
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            _ = try peer.content(of: stream)
            try peer.head(
                stream, fields: [("content-type", "application/grpc"), ("grpc-status", "5")],
                ends: true)
            try peer.serve()
        }
        var client = try FrameClient(framed.rig.plain)
        try client.ask("POST", "/framed/Service/Call", fields: Self.fields, ends: false)
        try client.send(.data, 1, 1, Self.message("hello"))
        let head = try client.read(.headers)
        #expect(head.endsStream)
    }

    @Test func `both sides speak in turn, and each ends for itself`() throws {
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            try peer.head(stream, fields: [("content-type", "application/grpc")])
            while true {
                switch try peer.next() {
                case .data(_, let bytes): try peer.send(.data, 0, stream, bytes)
                case .ended:
                    try peer.send(.data, 0, stream, GRPCTests.message("bye"))
                    try peer.trailers(stream, [("grpc-status", "0")])
                default: continue
                }
            }
        }
        var client = try FrameClient(framed.rig.plain)
        try client.ask("POST", "/framed/Service/Talk", fields: Self.fields, ends: false)
        // The answer begins before a byte of content has been sent.
        let opening = try client.read(.headers)
        #expect(!opening.endsStream)
        for word in ["one", "two", "three"] {
            try client.send(.data, 0, 1, Self.message(word))
            #expect(try client.read(.data).payload == Self.message(word))
        }
        try client.send(.data, 1, 1)
        #expect(try client.read(.data).payload == Self.message("bye"))
        #expect(try client.read(.headers).endsStream)
    }

    @Test func `a call that its client cancels is cancelled upstream`() throws {
        let codes = Inbox<Int>()
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            try peer.head(stream, fields: [("content-type", "application/grpc")])
            codes.put(try peer.reset(of: stream))
            try peer.serve()
        }
        var client = try FrameClient(framed.rig.plain)
        try client.ask("POST", "/framed/Service/Talk", fields: Self.fields, ends: false)
        _ = try client.read(.headers)
        try client.send(.reset, 0, 1, FrameClient.bytes(8))
        #expect(try codes.take("a reset") == 8)
        // The connection goes on.
        #expect(try framed.rig.ask("GET", "/framed").status == 200)
        #expect(framed.upstream.connections == 1)
    }

    @Test func `an answer that is whole ends the call, whatever its client still sends`() throws {
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            try peer.head(
                stream, fields: [("content-type", "application/grpc"), ("grpc-status", "8")],
                ends: true)
            try peer.reset(stream, 0)
            try peer.serve()
        }
        var client = try FrameClient(framed.rig.plain)
        try client.ask("POST", "/framed/Service/Talk", fields: Self.fields, ends: false)
        try client.send(.data, 0, 1, Self.message("hello"))
        #expect(try client.read(.headers).endsStream)
        #expect(try framed.rig.ask("GET", "/framed").status == 200)
        #expect(framed.upstream.connections == 1)
    }

    @Test(arguments: [
        ("/dead/S/C", 14), ("/unknown/S/C", 12), ("/api/v1/contacts", 16), ("/read-only/S", 12),
    ])
    func `the gateway's own errors have a status of gRPC`(path: String, status: Int) throws {
        let rig = try Rig.main
        let method = path == "/api/v1/contacts" ? "GET" : "POST"
        func ask(_ version: String, _ type: String) throws -> String {
            let (_, answer) = try Program.run(
                [
                    "curl", "-sSi", version, "-X", method, "-H", "Content-Type: \(type)", "-H",
                    "TE: trailers", "-H", "Host: api.test", "http://\(rig.plain)\(path)",
                ], in: rig.place)
            return answer
        }
        let answer = try ask("--http2-prior-knowledge", "application/grpc+proto")
        #expect(answer.hasPrefix("HTTP/2 200"))
        #expect(answer.contains("content-type: application/grpc\r\n"))
        #expect(answer.contains("grpc-status: \(status)\r\n"), "\(answer)")
        #expect(answer.contains("grpc-message: "))
        #expect(answer.hasSuffix("\r\n\r\n"))
        // gRPC-Web is not gRPC, and over HTTP/1.1 there is none.
        let other = try ask("--http2-prior-knowledge", "application/grpc-web")
        #expect(!other.hasPrefix("HTTP/2 200"))
        #expect(!(try ask("--http1.1", "application/grpc")).hasPrefix("HTTP/1.1 200"))
    }

    @Test func `a streamed answer comes message by message`() throws {
        let gate = Gate()
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            try peer.head(stream, fields: [("content-type", "application/grpc")])
            for word in ["one", "two"] {
                try peer.send(.data, 0, stream, GRPCTests.message(word))
                try gate.wait()
            }
            try peer.trailers(stream, [("grpc-status", "0")])
            try peer.serve()
        }
        var client = try FrameClient(framed.rig.plain)
        try client.ask("POST", "/framed/Service/List", fields: Self.fields, ends: false)
        try client.send(.data, 1, 1, Self.message("all"))
        for word in ["one", "two"] {
            #expect(try client.read(.data).payload == Self.message(word))
            gate.open()
        }
        #expect(try client.read(.headers).endsStream)
    }

    @Test func `gRPC's own client reaches gRPC's own servers, which may restart`() throws {
        // Loopback addresses of their own, which no client's port is taken from.
        let host = "127.\(Int.random(in: 64..<250)).\(Int.random(in: 1..<255))"
        let servers = try (8...9).map { number in
            Address(host: "\(host).\(number)", port: try freePort(at: "\(host).\(number)"))
        }
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: """
                      echo: {targets: ["http://\(servers[0])", "http://\(servers[1])"], \
                    protocol: http2, timeouts: {response: 60s, idle: 60s}}
                    """,
                passThrough: "  - {prefix: /echo.Echo, upstream: echo}"))
        let (status, output) = try Program.run(
            [
                "/usr/bin/python3", "\(Gateway.root)/Tests/Clients/grpc_calls.py", "--gateway",
                "\(rig.plain)", "--server", "\(servers[0])", "--server", "\(servers[1])",
            ], in: rig.place, within: 180_000)
        #expect(status == 0, "needs Debian's python3-grpcio: \(output)")
        #expect(output.contains("all calls passed"))
    }
}
