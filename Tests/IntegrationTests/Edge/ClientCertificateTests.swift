import Testing

/// Listeners that ask clients for certificates, with real clients.
@Suite struct ClientCertificateTests {
    private static let required = Result { try rig("required") }
    private static let optional = Result { try rig("optional") }

    private static func rig(_ mode: String) throws -> Rig {
        let authority = try ClientAuthority.shared.get()
        return try Rig(
            .init(
                tls: """
                          client_certificates:
                            ca_file: \(authority.file("ca.pem"))
                            crl_file: \(authority.file("crl.pem"))
                            mode: \(mode)
                    """))
    }

    private func ask(
        _ rig: Rig, _ certificate: String?, host: String = "api.test", _ options: [String] = [],
        fields: String = ""
    ) throws -> String {
        try rig.tlsRequest(options, certificate: certificate, host: host, fields: fields)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `the upstream learns whose certificate it was, and from nobody else`(
        version: String
    ) throws {
        let rig = try Self.required.get()
        let scene = rig.upstream.scene()
        let forged =
            "Client-Cert: :AAAA:\r\nClient_Cert: :AAAA:\r\nClient-Cert-Chain: :AAAA:\r\n"
            + "X-Bawaba-Client-Subject: CN=admin\r\n\(scene.field)\r\n"
        let output = try ask(rig, "robot", [version], fields: forged)
        #expect(output.contains("HTTP/1.1 200 OK"))
        let seen = try scene.request()
        let robot = try ClientAuthority.shared.get().file("robot.pem")
        let der = try ClientAuthority.shared.get().der("robot.pem")
        #expect(seen["client-cert"] == ":\(der):")
        #expect(seen["client-cert-chain"] == nil && seen["client_cert"] == nil)
        let (_, digest) = try Program.run(
            ["sh", "-c", "openssl x509 -in \(robot) -outform DER | sha256sum"], in: rig.place)
        let fingerprint = String(digest.prefix(64))
        #expect(seen["x-bawaba-client-fingerprint"] == fingerprint)
        #expect(seen["x-bawaba-client-subject"] == #"CN=robot,O=Acme\, Inc."#)
        #expect(
            seen["x-bawaba-client-names"]
                == "DNS:robot.test, URI:spiffe://acme/robot, email:r@acme.test")
        try eventually("a log line with the fingerprint") {
            rig.place.text(of: "access.log")
                .contains("\"client_certificate\":\"\(fingerprint)\"")
        }
    }

    @Test func `over HTTP/2 every request has it`() throws {
        let rig = try Self.required.get()
        let scene = rig.upstream.scene()
        let file = try ClientAuthority.shared.get().file("robot.pem")
        let authority = try Certificates.shared.get().file("authority.pem")
        let (status, output) = try Program.run(
            [
                "curl", "-sS", "--http2", "--cacert", authority, "--cert", file, "--key", file,
                "--connect-to", "api.test:443:\(rig.tls)", "-w", " %{http_version}", "-H",
                scene.field, "https://api.test/open",
            ], in: rig.place)
        #expect(status == 0)
        #expect(output.hasSuffix(" 2"), "\(output)")
        #expect(try scene.request()["x-bawaba-client-fingerprint"]?.count == 64)
    }

    // RFC 8446 §6.2: 116, 48, 45, 44.
    @Test(arguments: [
        (nil, "alert certificate required", "missing_certificate"),
        ("stranger", "alert unknown ca", "unknown_authority"),
        ("old", "alert certificate expired", "expired_certificate"),
        ("gone", "alert certificate revoked", "revoked_certificate"),
    ])
    func `a client learns why it is refused, and the operator how often`(
        certificate: String?, alert: String, reason: String
    ) throws {
        let rig = try Self.required.get()
        let before = try rig.handshakeFailures(reason)
        // Of another authority.
        let stranger = try Certificates.shared.get()
        func ask() throws -> String {
            guard certificate == "stranger" else { return try self.ask(rig, certificate) }
            return try self.ask(
                rig, nil, ["-cert", stranger.file("other.pem"), "-key", stranger.file("other.key")])
        }
        let output = try ask()
        #expect(output.contains(alert), "\(output)")
        #expect(!output.contains("HTTP/1.1"))
        #expect(try rig.handshakeFailures(reason) > before)
        // The first few of a second are logged: those of others may have come before.
        try eventually("a log line") {
            if rig.place.text(of: "access.log").contains("\"handshake\":\"\(reason)\"") {
                return true
            }
            _ = try ask()
            return false
        }
    }

    @Test(arguments: ["api.test", "other.test", "unknown.test"])
    func `no server name gets a client past it`(name: String) throws {
        let rig = try Self.required.get()
        let output = try ask(rig, nil, host: name)
        #expect(output.contains("alert certificate required") && !output.contains("HTTP/1.1"))
    }

    @Test func `where it is optional a client without one is served, with a bad one not`() throws {
        let rig = try Self.optional.get()
        let scene = rig.upstream.scene()
        let output = try ask(rig, nil, fields: "\(scene.field)\r\n")
        #expect(output.contains("HTTP/1.1 200 OK"))
        let seen = try scene.request()
        #expect(seen["client-cert"] == nil && seen["x-bawaba-client-fingerprint"] == nil)
        #expect(try ask(rig, "robot").contains("HTTP/1.1 200 OK"))
        #expect(try !ask(rig, "gone").contains("HTTP/1.1"))
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a resumed session is still its client's, on every worker`(version: String) throws {
        let rig = try Self.required.get()
        let file = rig.place.file("session\(version).pem")
        #expect(try ask(rig, "robot", [version, "-sess_out", file]).contains("New, TLSv1"))
        for _ in 0..<4 {
            let scene = rig.upstream.scene()
            let again = try ask(
                rig, nil, [version, "-sess_in", file], fields: "\(scene.field)\r\n")
            #expect(again.contains("Reused, TLSv1") && again.contains("HTTP/1.1 200 OK"))
            #expect(
                try scene.request()["x-bawaba-client-subject"] == #"CN=robot,O=Acme\, Inc."#)
        }
        // Another name begins anew, and there the client has to show it again.
        let other = try ask(rig, nil, host: "other.test", [version, "-sess_in", file])
        #expect(!other.contains("Reused") && !other.contains("HTTP/1.1"))
    }
}
