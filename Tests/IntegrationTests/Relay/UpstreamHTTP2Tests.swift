import Testing

/// Upstreams that speak HTTP/2, behind clients of either version.
@Suite struct UpstreamHTTP2Tests {
    @Test func `a request of HTTP1 becomes a stream, and its answer comes back`() throws {
        let heads = Inbox<Head>()
        let framed = try FrameRig { peer in
            let (stream, head) = try peer.request()
            heads.put(head)
            let content = try peer.content(of: stream)
            try peer.head(
                stream, fields: [("content-type", "text/plain"), ("content-length", "4")])
            try peer.data(stream, String(decoding: content.bytes, as: UTF8.self), ends: true)
            try peer.serve()
        }
        let answer = try framed.rig.ask(
            "POST", "/framed/a?b=c", fields: ["Connection: close, X-Hop", "X-Hop: 1", "X-A: 2"],
            body: "body")
        #expect(answer.status == 200)
        #expect(answer.text == "body")
        #expect(answer["content-length"] == "4")
        #expect(answer["content-type"] == "text/plain")
        let head = try heads.take("a request")
        #expect(head.startLine == "POST /framed/a?b=c")
        #expect(head["authority"] == "api.test")
        #expect(head["content-length"] == "4")
        #expect(head["x-a"] == "2")
        #expect(head["x-forwarded-host"] == "api.test")
        #expect(head["x-request-id"] == answer["x-request-id"])
        for name in ["connection", "x-hop", "host", "te", "transfer-encoding"] {
            #expect(head.all(name).isEmpty, "\(name)")
        }
    }

    @Test func `requests share a connection, in turn and at the same time`() throws {
        let framed = try FrameRig { peer in
            var waiting: [Int32] = []
            while true {
                guard case .ended(let stream) = try peer.next() else { continue }
                waiting.append(stream)
                // Four at once, answered in the opposite order.
                guard waiting.count == 4 else { continue }
                for stream in waiting.reversed() { try peer.answer(stream, "\(stream)") }
                waiting.removeAll()
            }
        }
        for _ in 0..<3 {
            var clients = try (0..<4).map { _ in try framed.rig.client() }
            for client in clients { try client.send(framed.rig.request("GET", "/framed")) }
            for index in clients.indices {
                #expect(try clients[index].answer().status == 200)
            }
        }
        #expect(framed.upstream.connections == 1)
        #expect(try framed.metric("connections_total") == 1)
        #expect(try framed.metric("requests_total") == 12)
        try eventually("an idle connection") { try framed.metric("connections_idle") == 1 }
    }

    @Test func `what a connection does not take goes over another`() throws {
        let gate = Gate()
        let framed = try FrameRig(streams: 2) { peer in
            var waiting: [Int32] = []
            while waiting.count < 2 {
                if case .ended(let stream) = try peer.next() { waiting.append(stream) }
            }
            try gate.wait()
            for stream in waiting { try peer.answer(stream, "\(peer.number)") }
            try peer.serve()
        }
        var clients = try (0..<6).map { _ in try framed.rig.client() }
        for client in clients { try client.send(framed.rig.request("GET", "/framed")) }
        try eventually("three connections") { framed.upstream.connections == 3 }
        for _ in 0..<3 { gate.open() }
        var counts: [String: Int] = [:]
        for index in clients.indices { counts[try clients[index].answer().text, default: 0] += 1 }
        #expect(counts == ["1": 2, "2": 2, "3": 2])
    }

    @Test func `beyond max_connections requests are refused at once`() throws {
        let gate = Gate()
        let framed = try FrameRig("max_connections: 1", streams: 2) { peer in
            for stream in [1, 3] as [Int32] { _ = try peer.content(of: stream) }
            try gate.wait()
            try peer.answer(1)
            try peer.answer(3)
            try peer.serve()
        }
        var clients = try (0..<2).map { _ in try framed.rig.client() }
        for client in clients { try client.send(framed.rig.request("GET", "/framed")) }
        try eventually("both") { try framed.metric("requests_total") == 2 }
        let refused = try framed.rig.ask("GET", "/framed")
        #expect(refused.status == 503)
        #expect(refused["retry-after"] == "1")
        gate.open()
        for index in clients.indices { #expect(try clients[index].answer().status == 200) }
        let last = try framed.rig.ask("GET", "/framed")
        let lines = try framed.rig.logLines(of: last)
        #expect(last.status == 200, "\(lines)")
        #expect(framed.upstream.connections == 1)
    }

    @Test func `trailers go through both ways, from and to HTTP1`() throws {
        let found = Inbox<String>()
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            found.put(try peer.content(of: stream).trailers)
            try peer.head(stream)
            try peer.data(stream, "ok")
            try peer.trailers(stream, [("x-sum", "42"), ("date", "never"), ("x_a", "1")])
            try peer.serve()
        }
        var client = try framed.rig.client()
        try client.send(
            """
            POST /framed HTTP/1.1\r\nHost: api.test\r\nTransfer-Encoding: chunked\r\n\r\n\
            4\r\nbody\r\n0\r\nX-Checksum: abc\r\nContent-Length: 7\r\n\r\n
            """)
        let answer = try client.answer()
        #expect(answer.text == "ok")
        #expect(answer.trailers["x-sum"] == "42")
        #expect(answer.trailers["date"] == nil)
        #expect(answer.trailers["x_a"] == "1")
        let trailers = try found.take("trailers").lowercased()
        #expect(trailers == "x-checksum: abc\r\n\r\n")
    }

    @Test func `large bodies go through whole, both ways`() throws {
        let size = 5_000_000
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            let got = try peer.content(of: stream).bytes.count
            try peer.answer(stream, bytes: got)
            try peer.serve()
        }
        let body = String(repeating: "x", count: size)
        let answer = try framed.rig.ask("POST", "/framed", body: body)
        #expect(answer.status == 200)
        #expect(answer.body.count == size)
    }

    @Test func `interim answers come before the answer`() throws {
        let framed = try FrameRig { peer in
            let (stream, _) = try peer.request()
            try peer.head(stream, 103, fields: [("link", "</a>")])
            try peer.answer(stream)
            let (other, _) = try peer.request()
            for _ in 0..<20 { try peer.head(other, 103) }
            try peer.serve()
        }
        let answer = try framed.rig.ask("GET", "/framed")
        #expect(answer.status == 200)
        #expect(answer.interims.count == 1)
        #expect(try framed.rig.ask("GET", "/framed").status == 502)
    }

    @Test func `an answer without content says so to clients of HTTP1`() throws {
        let framed = try FrameRig { peer in
            var (stream, _) = try peer.request()
            try peer.head(stream, ends: true)
            (stream, _) = try peer.request()
            try peer.head(stream, 204, ends: true)
            (stream, _) = try peer.request()
            try peer.head(stream, fields: [("content-length", "12")], ends: true)
            try peer.serve()
        }
        var client = try framed.rig.client()
        try client.send(framed.rig.request("GET", "/framed"))
        var answer = try client.answer()
        #expect(answer.status == 200 && answer["content-length"] == "0")
        try client.send(framed.rig.request("GET", "/framed"))
        answer = try client.answer()
        #expect(answer.status == 204 && answer["content-length"] == nil)
        try client.send(framed.rig.request("HEAD", "/framed"))
        answer = try client.answer(to: "HEAD")
        #expect(answer.status == 200 && answer["content-length"] == "12")
    }

    @Test func `targets are checked over the same protocol`() throws {
        let heads = Inbox<Head>()
        let framed = try FrameRig("health: {path: /up, interval: 100ms, unhealthy: 1}") { peer in
            let (stream, head) = try peer.request()
            heads.put(head)
            try peer.head(stream, peer.number > 2 ? 500 : 200, ends: true)
            try peer.serve()
        }
        let head = try heads.take("a check")
        #expect(head.startLine == "GET /up")
        #expect(head["user-agent"] == "bawaba-health")
        try eventually("a failed check") {
            try framed.metric("health_check_failures_total") > 0
        }
    }

    /// A gateway whose upstream is at a TLS address.
    private func secured(_ address: Address) throws -> Rig {
        let authority = try Certificates.shared.get().file("authority.pem")
        return try Rig(
            .init(
                workers: 1,
                upstreams: """
                      secure: {targets: ["https://\(address)"], protocol: http2, \
                    tls: {server_name: api.test, ca_file: \(authority)}}
                    """,
                passThrough: "  - {prefix: /secure, upstream: secure}"))
    }

    @Test func `over TLS the protocol is agreed on`() throws {
        // Another gateway is a server of HTTP/2.
        let behind = try Rig(.init(workers: 1, passThrough: "  - {prefix: /secure}"))
        let scene = behind.upstream.scene()
        let rig = try secured(behind.tls)
        for _ in 0..<3 {
            let answer = try rig.ask("POST", "/secure", fields: [scene.field], body: "body")
            #expect(answer.status == 200)
            #expect(try scene.body() == [UInt8]("body".utf8))
        }
        let name = "bawaba_upstream_connections_total{upstream=\"secure\"}"
        #expect(try rig.gateway.metric(name) == 1)
        #expect(try scene.request()["x-forwarded-proto"] == "https")
    }

    @Test func `large files, uploads and trailers go to and from nghttp2's own server`() throws {
        let host = "127.\(Int.random(in: 64..<250)).\(Int.random(in: 1..<255)).10"
        let address = Address(host: host, port: try freePort(at: host))
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  real: {targets: [\"http://\(address)\"], protocol: http2}",
                passThrough: "  - {prefix: /real, upstream: real, body_max: 128MiB}"))
        // Debian's nghttp2-server has it where only root looks.
        let server = try Program(
            [
                "/usr/sbin/nghttpd", "-v", "-a", address.host, "--no-tls", "-d", rig.place.path,
                "--echo-upload", "--trailer", "x-sum: 42", "\(address.port)",
            ], output: rig.place.file("nghttpd.log"))
        try eventually("nghttpd") { (try? TestSocket.connected(to: address)) != nil }
        let text = String(repeating: "0123456789abcdef", count: 1 << 18)
        let file = rig.place.file("real")
        try rig.place.write(text, to: "real")
        let answer = try rig.ask("GET", "/real")
        #expect(answer.isWhole && answer.text == text)
        let echo = try rig.ask("POST", "/real", body: text)
        #expect(echo["nghttpd-response"] == "echo")
        #expect(echo.isWhole && echo.text == text)
        let (status, output) = try Program.run(
            [
                "nghttp", "-vn", "-H:authority: api.test", "-Hte: trailers", "-d", file,
                "--trailer", "x-part: 7", "http://\(rig.plain)/real",
            ], in: rig.place, within: 60_000)
        #expect(status == 0 && output.contains("x-sum: 42"))
        #expect(rig.place.text(of: "nghttpd.log").contains("x-part: 7"))
        withExtendedLifetime(server) {}
    }

    @Test(arguments: [true, false])
    func `a TLS server that does not speak it is refused`(saysSo: Bool) throws {
        let place = try Workplace()
        let certificates = try Certificates.shared.get()
        let address = Address(host: "127.0.0.1", port: try freePort(at: "127.0.0.1"))
        let server = try Program(
            [
                "openssl", "s_server", "-accept", "\(address)", "-cert",
                certificates.file("api.pem"), "-key", certificates.file("api.key"), "-www",
            ] + (saysSo ? ["-alpn", "http/1.1"] : []), output: place.file("s_server.log"))
        try eventually("openssl s_server") { (try? TestSocket.connected(to: address)) != nil }
        let rig = try secured(address)
        let answer = try rig.ask("GET", "/secure")
        #expect(answer.status == 502)
        #expect(try rig.logLines(of: answer)[0].contains("the target does not speak HTTP/2"))
        withExtendedLifetime((place, server)) {}
    }
}
