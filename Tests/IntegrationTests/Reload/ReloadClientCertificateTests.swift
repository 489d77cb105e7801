import Testing

/// Listeners that a reload tells to ask for other client certificates.
@Suite struct ReloadClientCertificateTests {
    private func rig(passThrough: String = "", revocation: String? = nil) throws -> Rig {
        let authority = try ClientAuthority.shared.get()
        var files = ["clients.pem": authority.text("ca.pem")]
        if let revocation { files["revoked.pem"] = authority.text(revocation) }
        let list = revocation == nil ? "" : ", crl_file: revoked.pem"
        return try Rig(
            .init(
                workers: 1, passThrough: passThrough,
                tls: "      client_certificates: {ca_file: clients.pem\(list)}"), files: files)
    }

    /// From now on another authority's certificates are asked for.
    private func distrust(_ rig: Rig) throws {
        try rig.place.write(ClientAuthority.shared.get().text("others.pem"), to: "clients.pem")
        try rig.reload()
    }

    @Test func `an idle client that is trusted no more has to come back, and is refused`() throws {
        let rig = try rig()
        var client = try rig.tlsClient("robot")
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer().status == 200)
        var session = try FrameClient(rig.tlsClient("robot", ["-alpn", "h2"]))
        try session.ask("GET", "/open")
        #expect(try session.status() == "200")
        try distrust(rig)
        #expect(client.awaitEnd() == .ended)
        #expect(try session.read(.goAway).code == 0)
        #expect(session.awaitEnd() == .ended)
        let again = try rig.tlsRequest([], certificate: "robot")
        #expect(again.contains("alert unknown ca") && !again.contains("HTTP/1.1"))
        #expect(try rig.handshakeFailures("unknown_authority") == 1)
    }

    @Test func `a certificate that a new list revokes ends as well`() throws {
        let rig = try rig(revocation: "crl.pem")
        var client = try rig.tlsClient("robot")
        try client.send(rig.request("GET", "/open"))
        #expect(try client.answer().status == 200)
        let file = rig.place.file("session.pem")
        _ = try rig.tlsRequest(["-tls1_3", "-sess_out", file], certificate: "robot")
        try rig.place.write(
            ClientAuthority.shared.get().text("late-crl.pem"), to: "revoked.pem")
        try rig.reload()
        #expect(client.awaitEnd() == .ended)
        let again = try rig.tlsRequest(["-tls1_3", "-sess_in", file], certificate: "robot")
        #expect(again.contains("alert certificate revoked") && !again.contains("HTTP/1.1"))
    }

    @Test func `answers that their client has yet to take are not lost`() throws {
        let rig = try rig()
        var client = try rig.tlsClient("robot")
        // More answers than the kernel and the carrier hold, from fewer bytes than are read of a
        // client that is to go.
        let count = 16_000
        let request = "GET /none HTTP/1.1\r\nHost: api.test\r\n\r\n"
        let socket = client.socket
        try TestUpstream.begin {
            // The gateway stops reading before all are sent.
            try? socket.send(String(repeating: request, count: count))
        }
        func answered() throws -> Int {
            try rig.gateway.metric(
                "bawaba_requests_total{method=\"\",route=\"none\",status=\"4xx\"}")
        }
        var before = -1
        try eventually("a client that takes no more") {
            let now = try answered()
            defer { before = now }
            return now > 1_000 && now == before
        }
        try distrust(rig)
        let due = try answered()
        #expect(due < count)
        for number in 0..<due {
            guard try client.answer().status == 404 else { throw Failure("answer \(number)") }
        }
        #expect(client.awaitEnd() == .ended)
        #expect(try answered() == due)
    }

    @Test func `what is under way is finished, and nothing is begun after it`() throws {
        let rig = try rig()
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer()
        }
        var client = try rig.tlsClient("robot")
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        var session = try FrameClient(rig.tlsClient("robot", ["-alpn", "h2"]))
        try session.ask("GET", "/open", fields: [scene.field])
        _ = (try scene.request(), try scene.request())
        try distrust(rig)
        let news = try session.read(.goAway)
        // The last stream that is served (RFC 9113 §6.8): others can be sent elsewhere.
        #expect(news.code == 0 && news.payload[3] == 1)
        try session.ask("GET", "/open", stream: 3, fields: [scene.field])
        #expect(try session.lives())
        gate.open()
        gate.open()
        let answer = try client.answer()
        #expect(answer.status == 200 && answer["connection"] == "close")
        #expect(client.awaitEnd() == .ended)
        #expect(try session.answer().reset == nil)
        #expect(session.awaitEnd() == .ended)
        #expect(scene.count == 2)
    }

    @Test func `a WebSocket goes on`() throws {
        let rig = try rig(passThrough: "  - {prefix: /ws, websocket: true}")
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        var client = try rig.tlsClient("robot")
        try rig.openWebSocket("/ws", scene, &client)
        try distrust(rig)
        try client.send("ping")
        #expect(client.bytes(4) == [UInt8]("ping"))
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `no ticket of before is taken`(version: String) throws {
        let rig = try rig()
        let file = rig.place.file("session.pem")
        let first = try rig.tlsRequest([version, "-sess_out", file], certificate: "robot")
        #expect(first.contains("New, TLSv1") && first.contains("HTTP/1.1 200 OK"))
        #expect(try rig.tlsRequest([version, "-sess_in", file]).contains("Reused, TLSv1"))
        try distrust(rig)
        let without = try rig.tlsRequest([version, "-sess_in", file])
        // TLS 1.2 has no alert of its own for that (RFC 5246 §7.4.6).
        let alert = version == "-tls1_2" ? "handshake failure" : "certificate required"
        #expect(!without.contains("Reused") && without.contains("alert \(alert)"), "\(without)")
        let with = try rig.tlsRequest([version, "-sess_in", file], certificate: "robot")
        #expect(!with.contains("Reused") && with.contains("alert unknown ca"))
        #expect(!(without + with).contains("HTTP/1.1"))
    }
}
