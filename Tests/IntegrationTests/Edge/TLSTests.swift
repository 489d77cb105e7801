import Testing

/// TLS as real clients speak it, on both sides.
@Suite struct TLSTests {
    /// Has `openssl s_client` ask once; what it says about the connection and the answer.
    private func ask(_ rig: Rig, host: String, _ options: [String]) throws -> String {
        let authority = try Certificates.shared.get().file("authority.pem")
        let (_, output) = try Program.run(
            [
                "openssl", "s_client", "-connect", "\(rig.tls)", "-servername", host, "-CAfile",
                authority, "-verify_return_error", "-verify_hostname", host, "-ign_eof",
            ] + options, in: rig.place,
            input: "GET /open HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
        return output
    }

    @Test(arguments: [("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3")])
    func `both versions are spoken`(option: String, version: String) throws {
        let output = try ask(Rig.main, host: "api.test", [option, "-alpn", "h3,http/1.1"])
        #expect(output.contains(version))
        #expect(output.contains("ALPN protocol: http/1.1"))
        #expect(output.contains("HTTP/1.1 200 OK"))
        #expect(output.contains("Verify return code: 0 (ok)"))
    }

    @Test func `an older version is refused`() throws {
        let output = try ask(
            Rig.main, host: "api.test", ["-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"])
        #expect(!output.contains("HTTP/1.1"))
    }

    @Test(arguments: [
        ("api.test", "CN = api"), ("other.test", "CN = other"), ("a.wild.test", "CN = api"),
    ])
    func `the server name chooses the certificate`(host: String, subject: String) throws {
        let output = try ask(Rig.main, host: host, [])
        #expect(output.contains("subject=\(subject)"))
        #expect(output.contains("HTTP/1.1 200 OK"))
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a session is resumed, whichever worker takes the connection`(version: String) throws {
        let rig = try Rig.main
        let file = rig.place.file("session\(version).pem")
        let first = try ask(rig, host: "api.test", [version, "-sess_out", file])
        #expect(first.contains("New, TLSv1"))
        for _ in 0..<8 {
            let again = try ask(rig, host: "api.test", [version, "-sess_in", file])
            #expect(again.contains("Reused, TLSv1"))
            #expect(again.contains("HTTP/1.1 200 OK"))
        }
    }

    @Test func `curl is served, and the upstream learns of TLS`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let authority = try Certificates.shared.get().file("authority.pem")
        let (status, output) = try Program.run(
            [
                "curl", "-sS", "--cacert", authority, "--connect-to", "api.test:443:\(rig.tls)",
                "https://api.test/open", "-H", scene.field, "-d", "a=1",
            ], in: rig.place)
        #expect(status == 0)
        #expect(output == "{\"ok\":true}")
        let seen = try scene.request()
        #expect(seen["x-forwarded-proto"] == "https")
        #expect(try scene.body() == [UInt8]("a=1"))
    }

    @Test func `plaintext on a TLS listener is no request`() throws {
        let rig = try Rig.main
        var client = try Client(rig.tls)
        try client.send(rig.request("GET", "/open"))
        #expect(client.awaitEnd() != .nothing)
    }

    @Test func `an upstream is believed by its certificate only`() throws {
        let certificates = try Certificates.shared.get()
        let place = try Workplace()
        let address = Address(host: "127.0.0.1", port: try freePort(at: "127.0.0.1"))
        let server = try Program(
            [
                "openssl", "s_server", "-accept", "\(address)", "-cert",
                certificates.file("upstream.pem"), "-key", certificates.file("upstream.key"),
                "-www", "-quiet", "-keylogfile", place.file("keys.log"),
            ], output: place.file("server.log"))
        defer { withExtendedLifetime(server) {} }
        try eventually("openssl s_server") {
            (try? TestSocket.connected(to: address)) != nil
        }
        func upstream(_ name: String, _ tls: String) -> String {
            "  \(name): {targets: [\"https://\(address)\"], tls: {\(tls)}}"
        }
        let known = "ca_file: \(certificates.file("authority.pem"))"
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: [
                    upstream("good", "\(known), server_name: upstream.test"),
                    upstream("wrong", "\(known), server_name: stranger.test"),
                    upstream("unknown", "ca_file: \(certificates.file("stranger.pem"))"),
                    upstream("unverified", "verify: false"),
                ].joined(separator: "\n"),
                passThrough: ["good", "wrong", "unknown", "unverified"].map {
                    "  - {prefix: /tls-\($0), upstream: \($0)}"
                }.joined(separator: "\n")))
        for (name, status) in [
            ("good", 200), ("wrong", 502), ("unknown", 502), ("unverified", 200),
        ] {
            #expect(try rig.ask("GET", "/tls-\(name)").status == status, "\(name)")
        }
        withExtendedLifetime(place) {}
    }
}
