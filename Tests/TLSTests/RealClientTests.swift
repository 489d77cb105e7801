import Bytes
import Reactor
import TLS
import Testing

@Suite struct RealClientTests {
    // A name in a certificate wins over a wildcard that stands before it; the first certificate
    // serves whoever asks for no name or an unknown one.
    @Test(arguments: [
        ("a.test", "a"), ("b.test", "wild"), ("x.b.test", "wild"), ("exact.b.test", "exact"),
        ("EXACT.b.test", "exact"), ("x.exact.b.test", "a"), ("c.test", "a"), ("", "a"),
    ])
    func `the server name chooses the certificate`(name: String, subject: String) throws {
        let result = try Self.handshake(
            makeServer(["a", "wild", "exact"]),
            name.isEmpty ? ["-noservername"] : ["-servername", name])
        #expect(result.handshake == .done)
        #expect(result.output.contains("subject=CN = \(subject)\n"))
    }

    @Test(arguments: [
        ("-tls1_2", "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-GCM-SHA256"),
        ("-tls1_2", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-CHACHA20-POLY1305"),
        ("-tls1_3", "ALL", "TLS_AES_128_GCM_SHA256"),
    ])
    func `both versions of TLS are spoken`(
        version: String, offered: String, chosen: String
    ) throws {
        let result = try Self.handshake(
            makeServer(["a"]), [version, "-cipher", offered, "-servername", "a.test"])
        #expect(result.handshake == .done)
        #expect(result.output.contains("Cipher is \(chosen)\n"))
        #expect(result.output.contains("Verify return code: 0 (ok)"))
    }

    @Test(arguments: [
        (["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], TLSVersion.tls12),
        (["-tls1_2"], .tls13),
        (["-tls1_2", "-cipher", "AES128-GCM-SHA256"], .tls12),
        (["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256"], .tls12),
        (["-tls1_3", "-groups", "P-521"], .tls12),
        (["-tls1_3", "-groups", "ffdhe2048"], .tls12),
    ])
    func `old versions, weak suites and costly groups are refused`(
        arguments: [String], minimum: TLSVersion
    ) throws {
        let result = try Self.handshake(
            makeServer(["a"], minimumVersion: minimum), arguments + ["-servername", "a.test"])
        guard case .failed(.violation) = result.handshake else {
            throw Command.Failure(description: "\(result)")
        }
    }

    @Test func `a client of TLS 1.2 may not renegotiate`() throws {
        let (result, output) = try Self.command("R", version: "-tls1_2")
        #expect(result != .wouldBlock)
        #expect(output.contains("RENEGOTIATING"))
        #expect(output.contains("no renegotiation"))
    }

    @Test func `a client of TLS 1.3 may change its keys`() throws {
        let (result, output) = try Self.command("K", version: "-tls1_3")
        #expect(result == .closed)
        #expect(output.contains("KEYUPDATE"))
        #expect(!output.contains("error:"))
    }

    /// Has s_client act on one of its commands after the handshake; what the server then reads, and
    /// what s_client says.
    private static func command(
        _ command: String, version: String
    ) throws -> (result: IOResult, output: String) {
        let folder = try TemporaryFolder()
        try folder.write(Array((command + "\n").utf8), to: "commands")
        try folder.write(Material.shared.get().authority, to: "authority.pem")
        let listener = try TestListener()
        let client = try Command(
            [
                "openssl", "s_client", "-connect", "127.0.0.1:" + listener.port, version,
                "-servername", "a.test", "-CAfile", folder.file("authority.pem"),
            ],
            input: folder.file("commands"), output: folder.file("client.log"))
        var accepted = try listener.accept(makeServer(["a"]))
        #expect(accepted.handshake == .done)
        var buffer = ByteBuffer()
        var result = IOResult.wouldBlock
        while result == .wouldBlock {
            try waitUntilReady(accepted.transport.raw, 1)
            accepted.transport.markReadable()
            result = accepted.transport.receive(into: &buffer, atMost: 100)
        }
        accepted.transport.close()
        return (result, try client.wait().output)
    }

    private static func handshake(
        _ context: TLSServerContext, _ arguments: [String]
    ) throws -> (handshake: HandshakeResult, output: String) {
        let folder = try TemporaryFolder()
        try folder.write(Material.shared.get().authority, to: "authority.pem")
        let listener = try TestListener()
        let client = try Command(
            [
                "openssl", "s_client", "-connect", "127.0.0.1:" + listener.port, "-CAfile",
                folder.file("authority.pem"), "-ign_eof",
            ] + arguments, output: folder.file("client.log"))
        var accepted = try listener.accept(context)
        accepted.transport.close()
        return (accepted.handshake, try client.wait().output)
    }

    @Test(arguments: ["--tlsv1.2", "--tlsv1.3"])
    func `curl posts a body and reads the answer`(version: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Material.shared.get().authority, to: "authority.pem")
        let body = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
        try folder.write(body, to: "body")
        let listener = try TestListener()
        let client = try Command(
            [
                "curl", "--silent", "--show-error", version, "--tls-max",
                String(version.dropFirst(6)), "--cacert", folder.file("authority.pem"),
                "--noproxy", "*", "--resolve", "a.test:\(listener.port):127.0.0.1",
                "--max-time", "60", "--data-binary", "@" + folder.file("body"),
                "--header", "Expect:", "https://a.test:\(listener.port)/echo",
            ], output: folder.file("client.log"))
        var accepted = try listener.accept(makeServer(["a"]))
        #expect(accepted.handshake == .done)
        let chosen = accepted.transport.withSession { $0.selectedProtocol.toString() }
        #expect(chosen == "http/1.1")
        try Self.serve(&accepted.transport, bodyBytes: body.count)
        accepted.transport.close()
        let (status, output) = try client.wait()
        #expect(status == 0)
        #expect(output == "100000 bytes\n")
    }

    /// Reads one request whose body has `bodyBytes` and answers it.
    private static func serve(_ transport: inout Transport, bodyBytes: Int) throws {
        var request = ByteBuffer()
        var end = 0
        while end == 0 || request.count < end + bodyBytes {
            while transport.canRead {
                let result = transport.receive(into: &request, atMost: 65_536)
                if case .failed(let errno) = result { throw errno }
                if result == .closed { return }
            }
            if end == 0 { end = headBytes(request.span) }
            if end == 0 || request.count < end + bodyBytes {
                try waitUntilReady(transport.raw, 1)
                transport.markReadable()
            }
        }
        var answer = ByteBuffer()
        answer.append("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n")
        answer.append(decimal: request.count - end)
        answer.append(" bytes\n")
        let result = transport.send(answer.span)
        let count = answer.count
        #expect(result == .bytes(count))
    }

    private static func headBytes(_ bytes: Span<UInt8>) -> Int {
        var index = 0
        while index + 4 <= bytes.count {
            if bytes.extracting(index..<index + 4).equals("\r\n\r\n") { return index + 4 }
            index += 1
        }
        return 0
    }
}
