import Testing

/// Listeners and their certificates across reloads, and what is counted.
@Suite struct ReloadListenerTests {
    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a new certificate is the next handshake's, and sessions are resumed`(version: String)
        throws
    {
        let rig = try Rig(.init())
        let file = rig.place.file("session.pem")
        let first = try rig.tlsRequest([version, "-sess_out", file])
        #expect(first.contains("subject=CN = api") && first.contains("New, TLSv1"))
        // The other certificate stands alone, so it is everybody's.
        let certificates = try Certificates.shared.get()
        try rig.reload(
            ("api.pem", "spare.pem"), ("api.key", "spare.key"), ("other.pem", "api.pem"),
            ("other.key", "api.key"), ("spare.pem", "upstream.pem"), ("spare.key", "upstream.key"),
            ("api.pem", "upstream.pem"), ("api.key", "upstream.key"))
        #expect(rig.place.text(of: "gateway.yaml").contains(certificates.file("upstream.pem")))
        for _ in 0..<4 {
            let resumed = try rig.tlsRequest([version, "-sess_in", file])
            #expect(resumed.contains("Reused, TLSv1") && resumed.contains("HTTP/1.1 200 OK"))
        }
        let fresh = try rig.tlsRequest([version])
        #expect(fresh.contains("subject=CN = upstream") && fresh.contains("New, TLSv1"))
    }

    @Test func `a new listener is open when the reload is over`() throws {
        let rig = try Rig(.init())
        let more = Address(host: rig.plain.host, port: try freePort(at: rig.plain.host))
        try rig.reload(
            ("listeners:\n", "listeners:\n  - {address: \"\(more)\", hosts: [more.test]}\n"))
        // As often as both workers have their turn.
        for _ in 0..<8 {
            var client = try Client(more)
            try client.send("GET /open HTTP/1.1\r\nHost: more.test\r\n\r\n")
            #expect(try client.answer().status == 200)
            try client.send("GET /open HTTP/1.1\r\nHost: api.test\r\n\r\n")
            #expect(try client.answer().status == 421)
        }
        #expect(try rig.ask("GET", "/open").status == 200)
    }

    @Test func `an address that cannot be opened refuses the reload`() throws {
        let rig = try Rig(.init(workers: 1))
        try rig.rewrite(
            (
                "listeners:\n",
                "listeners:\n  - {address: \"\(rig.upstream.address)\", hosts: [more.test]}\n"
            ))
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        #expect(output.contains("cannot listen at \(rig.upstream.address)"), "\(output)")
        #expect(try rig.ask("GET", "/open").status == 200)
    }

    @Test func `a listener that goes tells its connections, and lets requests finish`() throws {
        let rig = try Rig(.init(workers: 1))
        let go = Flag(false)
        let scene = rig.upstream.scene { visit in
            _ = try visit.wait(within: 15_000) { go.isSet }
            try visit.answer()
        }
        var idle = try rig.client()
        try idle.send(rig.request("GET", "/open"))
        #expect(try idle.answer().status == 200)
        var session = try FrameClient(rig.plain)
        #expect(try session.lives())
        var busy = try rig.client()
        try busy.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        let hosts = "[api.test, \"*.wild.test\", 127.0.0.1, localhost]"
        let line = "  - {address: \"\(rig.plain)\", hosts: \(hosts), http2: true}\n"
        try rig.reload((line, ""))
        #expect((try? Client(rig.plain)) == nil)
        #expect(try session.read(.goAway).isA(.goAway))
        // It may still bring a request, for a moment.
        try idle.send(rig.request("GET", "/open"))
        let last = try idle.answer()
        #expect(last.status == 200 && last["connection"] == "close")
        #expect(idle.awaitEnd() == .ended)
        go.set(true)
        let answer = try busy.answer()
        #expect(answer.status == 200 && answer["connection"] == "close")
        #expect(session.awaitEnd() == .ended)
        // And it may come back.
        try rig.reload(("listeners:\n", "listeners:\n" + line))
        #expect(try rig.ask("GET", "/open").status == 200)
    }

    @Test func `a listener that is given TLS lets its plaintext connections end`() throws {
        let rig = try Rig(
            .init(workers: 1, timeouts: "{head: 10s, idle: 30s, drain: 6s}"))
        let go = Flag(false)
        let scene = rig.upstream.scene { visit in
            _ = try visit.wait(within: 15_000) { go.isSet }
            try visit.answer()
        }
        let stays = rig.upstream.scene { visit in _ = visit.awaitEnd() }
        var idle = try rig.client()
        try idle.send(rig.request("GET", "/open"))
        #expect(try idle.answer().status == 200)
        var session = try FrameClient(rig.plain)
        #expect(try session.lives())
        var lasting = try rig.client()
        try lasting.send(rig.request("GET", "/open", fields: [stays.field]))
        _ = try stays.request()
        var busy = try rig.client()
        try busy.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()

        let certificates = try Certificates.shared.get()
        let files =
            "{certificate_file: \(certificates.file("api.pem")), key_file: "
            + "\(certificates.file("api.key"))}"
        let hosts = "[api.test, \"*.wild.test\", 127.0.0.1, localhost]"
        let line = "{address: \"\(rig.plain)\", hosts: \(hosts), http2: true"
        try rig.reload((line + "}", line + ", tls: {certificates: [\(files)]}}"))
        #expect(try session.read(.goAway).isA(.goAway))
        go.set(true)
        let answer = try busy.answer()
        #expect(answer.status == 200 && answer["connection"] == "close")
        #expect(busy.awaitEnd() == .ended)
        #expect(session.awaitEnd() == .ended)
        #expect(idle.awaitEnd() == .ended)
        let output = try Program.run(
            [
                "openssl", "s_client", "-connect", "\(rig.plain)", "-servername", "api.test",
                "-ign_eof",
            ],
            in: rig.place,
            input: "GET /open HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n\r\n"
        ).1
        #expect(output.contains("HTTP/1.1 200 OK"), "\(output)")
        // What is left after `timeouts.drain` is cut.
        #expect((try? lasting.answer())?.isWhole != true)
        // A new connection in plaintext is told that the port speaks TLS.
        var late = try rig.client()
        try late.send(rig.request("GET", "/open"))
        #expect(try late.answer().status == 400)
    }

    @Test func `counters of names that stay go on, whatever their places are`() throws {
        let rig = try Rig(.init(workers: 2))
        func count(_ route: String) throws -> Int {
            try rig.gateway.metric(
                "bawaba_requests_total{method=\"\",route=\"\(route)\",status=\"2xx\"}")
        }
        for _ in 0..<3 { _ = try rig.ask("GET", "/open") }
        for _ in 0..<2 { _ = try rig.ask("GET", "/named") }
        try eventually("the counts") { try count("/open") == 3 && count("/named") == 2 }
        let requests = "bawaba_upstream_requests_total{upstream=\"named\"}"
        #expect(try rig.gateway.metric(requests) == 2)
        // A route before them moves all behind it, and one of the upstreams goes away.
        try rig.reload(
            ("pass_through:\n", "pass_through:\n  - {prefix: /first}\n"),
            ("  - {prefix: /dead, upstream: dead}\n", ""))
        for _ in 0..<4 { _ = try rig.ask("GET", "/open") }
        _ = try rig.ask("GET", "/first")
        let answer = try rig.ask("GET", "/named")
        try eventually("the counts") {
            try count("/open") == 7 && count("/named") == 3 && count("/first") == 1
        }
        #expect(try rig.gateway.metric(requests) == 3)
        #expect(try rig.logLines(of: answer).joined().contains("\"route\":\"/named\""))
        let metrics = try rig.gateway.ask("/metrics").text
        #expect(metrics.contains("bawaba_upstream_target_up{upstream=\"named\""))
    }
}
