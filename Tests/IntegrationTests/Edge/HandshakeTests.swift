import Testing

/// What a listener's TLS refuses, keeps and hands out, with `openssl s_client`.
@Suite struct HandshakeTests {
    private func ask(
        _ rig: Rig, _ options: [String], input: String? = nil
    ) throws -> String {
        try Program.run(
            ["openssl", "s_client", "-connect", "\(rig.tls)", "-servername", "api.test"] + options,
            in: rig.place,
            input: input ?? "GET /open HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n\r\n"
        ).1
    }

    // RFC 7301 §3.2, RFC 8446 §6.2.
    @Test(arguments: [
        (["-alpn", "h3"], "alert no application protocol", "application_protocol"),
        (["-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"], "alert protocol version", "version"),
        (["-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-SHA"], "alert handshake failure", "cipher"),
    ])
    func `what nothing can be agreed on with is told so and counted`(
        options: [String], alert: String, reason: String
    ) throws {
        let rig = try Rig.main
        let before = try rig.handshakeFailures(reason)
        let output = try ask(rig, options)
        #expect(output.contains(alert), "\(output)")
        #expect(try rig.handshakeFailures(reason) == before + 1)
    }

    @Test func `HTTP without TLS is told so, and counted apart from clients that leave`() throws {
        let rig = try Rig(.init(workers: 1))
        var client = try Client(rig.tls)
        try client.send(rig.request("GET", "/open"))
        let answer = try client.answer()
        #expect(answer.status == 400)
        #expect(answer.text.contains("ask with https") && answer.isWhole)
        #expect(client.awaitEnd() == .ended)
        #expect(try rig.handshakeFailures("plain_text") == 1)
        do { _ = try Client(rig.tls) }
        try eventually("a handshake that was left") { try rig.handshakeFailures("closed") == 1 }
        #expect(!rig.place.text(of: "access.log").contains("\"handshake\":\"closed\""))
    }

    @Test func `a client that does not finish its handshake is cut and counted`() throws {
        let rig = try Rig(
            .init(workers: 1, timeouts: "{handshake: 300ms, head: 10s, idle: 30s}"))
        var client = try Client(rig.tls)
        #expect(client.awaitEnd() != .nothing)
        try eventually("a handshake out of time") { try rig.handshakeFailures("timeout") == 1 }
    }

    @Test func `failures are all counted, and a few a second logged`() throws {
        let rig = try Rig(.init(workers: 1))
        for _ in 0..<60 {
            var client = try Client(rig.tls)
            try client.send("GET / HTTP/1.1\r\n\r\n")
            #expect(client.awaitEnd() != .nothing)
        }
        #expect(try rig.handshakeFailures("plain_text") == 60)
        let lines = rig.place.text(of: "access.log").split(separator: "\n")
        let seconds = Set(lines.map { $0.prefix(28) })
        #expect(lines.count <= 5 * seconds.count, "\(lines.count) lines")
    }

    @Test func `a client cannot renegotiate`() throws {
        let output = try ask(Rig.main, ["-tls1_2", "-state"], input: "R\n")
        #expect(output.contains("no renegotiation"), "\(output)")
    }

    @Test func `no early data is taken`() throws {
        let rig = try Rig.main
        let file = rig.place.file("early.pem")
        let request = try rig.place.write("GET /open HTTP/1.1\r\n", to: "early.txt")
        let first = try ask(rig, ["-tls1_3", "-ign_eof", "-sess_out", file])
        #expect(first.contains("Max Early Data: 0"), "\(first)")
        let second = try ask(
            rig, ["-tls1_3", "-ign_eof", "-sess_in", file, "-early_data", request])
        #expect(second.contains("Reused, TLSv1.3"))
        #expect(second.contains("Early data was not sent"), "\(second)")
    }

    @Test func `HTTP/2 is spoken unless the listener says otherwise`() throws {
        let rig = try Rig(.init(workers: 1, http2: false))
        let both = try ask(rig, ["-ign_eof", "-alpn", "h2,http/1.1"])
        #expect(both.contains("ALPN protocol: http/1.1") && both.contains("HTTP/1.1 200 OK"))
        #expect(try ask(rig, ["-alpn", "h2"]).contains("alert no application protocol"))
        var client = try Client(rig.plain)
        try client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        #expect(try client.answer().status >= 400)
    }

    @Test func `an OCSP response is stapled until it expires`() throws {
        let authority = try ClientAuthority.shared.get()
        func rig(_ response: String, chain: String = "web.pem") throws -> Rig {
            let files =
                "certificate_file: \(authority.file(chain)), key_file: "
                + "\(authority.file("web.key")), ocsp_file: \(authority.file(response))"
            return try Rig(.init(workers: 1, certificate: files))
        }
        for version in ["-tls1_2", "-tls1_3"] {
            let output = try ask(
                rig("web.ocsp"), ["-status", version, "-CAfile", authority.file("ca.pem")])
            #expect(output.contains("OCSP Response Status: successful (0x0)"), "\(output)")
            #expect(output.contains("Cert Status: good"))
        }
        let chain = try ask(rig("web.ocsp", chain: "chain.pem"), ["-status"])
        #expect(chain.contains("Cert Status: good"), "\(chain)")
        #expect(try ask(rig("late.ocsp"), ["-status"]).contains("OCSP response: no response sent"))
    }

    @Test(arguments: [
        ("web", "robot.ocsp", "is not about the certificate beside it"),
        // Of another authority, about the same number.
        ("web", "others.ocsp", "is not about the certificate beside it"),
        // Of another authority of the same name, about the same number.
        ("chain", "twin.ocsp", "is not about the certificate beside it"),
        ("gone", "gone.ocsp", "says that the certificate is revoked or unknown"),
    ])
    func `an OCSP response that is not for the certificate is refused, at a reload as well`(
        certificate: String, response: String, words: String
    ) throws {
        let authority = try ClientAuthority.shared.get()
        let files =
            "certificate_file: \(authority.file("\(certificate).pem")), key_file: "
            + authority.file("\(certificate).key")
        let rig = try Rig(.init(workers: 1, certificate: files))
        try rig.rewrite((files, files + ", ocsp_file: \(authority.file(response))"))
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        let text = "the OCSP response in \(authority.file(response)) \(words)"
        #expect(output.contains("listener \(rig.tls): ") && output.contains(text), "\(output)")
        #expect(try rig.ask("GET", "/open").status == 200)
        let (startStatus, start) = try Program.run(
            [Gateway.binary, "serve", rig.place.file("gateway.yaml")], in: rig.place)
        #expect(startStatus == 1 && start.contains(text), "\(start)")
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `sessions outlive the gateway where its ticket keys come from a file`(
        version: String
    ) throws {
        let (first, second) = (
            String(repeating: "1a", count: 80), String(repeating: "2b", count: 80)
        )
        let rig = try Rig(
            .init(workers: 2, more: "ticket_key_file: tickets.keys"),
            files: [
                "tickets.keys": "\(first)\n"
            ])
        let file = rig.place.file("session.pem")
        #expect(try ask(rig, ["-ign_eof", version, "-sess_out", file]).contains("New, TLSv1"))
        rig.gateway.terminate()
        #expect(try rig.gateway.wait() == 0)
        try rig.place.write("\(second)\n\(first)\n", to: "tickets.keys")
        let policy = rig.place.text(of: "gateway.yaml")
        let again = try Gateway(rig.place, policy: policy, admin: rig.gateway.admin)
        #expect(try ask(rig, ["-ign_eof", version, "-sess_in", file]).contains("Reused, TLSv1"))
        again.terminate()
        #expect(try again.wait() == 0)
        try rig.place.write("\(second)\n", to: "tickets.keys")
        let last = try Gateway(rig.place, policy: policy, admin: rig.gateway.admin)
        defer { withExtendedLifetime(last) {} }
        #expect(try ask(rig, ["-ign_eof", version, "-sess_in", file]).contains("New, TLSv1"))
    }
}
