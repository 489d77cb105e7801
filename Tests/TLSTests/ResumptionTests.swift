import Bytes
import TLS
import Testing

/// Sessions of one `openssl s_client` presented to another server context, as happens when a client
/// comes back and reaches another worker.
@Suite struct ResumptionTests {
    private static func connect(
        _ context: TLSServerContext, _ folder: borrowing TemporaryFolder, version: String,
        name: String, session: String
    ) throws -> Bool? {
        let listener = try TestListener()
        try folder.write(Material.shared.get().authority, to: "authority.pem")
        let client = try Command(
            [
                "openssl", "s_client", "-connect", "127.0.0.1:" + listener.port, version,
                "-servername", name, "-CAfile", folder.file("authority.pem"), "-ign_eof", session,
                folder.file("session.pem"),
            ], output: folder.file("client.log"))
        var accepted = try listener.accept(context)
        let isResumed = accepted.transport.withSession { $0.isResumed }
        _ = accepted.transport.send(Array("bye".utf8).span)
        accepted.transport.close()
        let (_, output) = try client.wait()
        guard accepted.handshake == .done, output.contains("Verify return code: 0 (ok)"),
            output.contains(isResumed == true ? "Reused, TLSv1." : "New, TLSv1.")
        else { throw Command.Failure(description: "\(accepted.handshake)\n\(output)") }
        return isResumed
    }

    /// Whether a session begun on `first` is resumed on `second`.
    private static func resumes(
        _ first: TLSServerContext, _ second: TLSServerContext, version: String = "-tls1_3",
        names: (String, String) = ("a.test", "a.test")
    ) throws -> Bool? {
        let folder = try TemporaryFolder()
        let begun = try connect(
            first, folder, version: version, name: names.0, session: "-sess_out")
        #expect(begun == false)
        return try connect(second, folder, version: version, name: names.1, session: "-sess_in")
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a session begun on one worker is resumed on another`(version: String) throws {
        let keys = TicketKeys.generate()
        let resumed = try Self.resumes(
            makeServer(["a"], keys: keys), makeServer(["a"], keys: keys), version: version)
        #expect(resumed == true)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a session survives one rotation of the keys and not two`(version: String) throws {
        let keys = TicketKeys.generate()
        let once = keys.rotated()
        let first = try makeServer(["a"], keys: keys)
        let second = try makeServer(["a"], keys: keys)
        second.ticketKeys = once
        #expect(try Self.resumes(first, second, version: version) == true)
        second.ticketKeys = once.rotated()
        #expect(try Self.resumes(first, second, version: version) == false)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a session is resumed by a process that was given the keys as bytes`(
        version: String
    ) throws {
        let keys = TicketKeys.generate()
        let both = keys.rotated()
        for sent in [keys, both] {
            let bytes = sent.bytes
            let given = TicketKeys(bytes: bytes.span)
            let taken = try #require(given)
            let resumed = try Self.resumes(
                makeServer(["a"], keys: keys), makeServer(["a"], keys: taken), version: version)
            #expect(resumed == true)
        }
        for count in [0, 1, 79, 81, 159, 161, 400] {
            let bytes = [UInt8](repeating: 1, count: count)
            let keys = TicketKeys(bytes: bytes.span)
            #expect(keys == nil)
        }
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `keys that are not shared begin every session anew`(version: String) throws {
        let resumed = try Self.resumes(makeServer(["a"]), makeServer(["a"]), version: version)
        #expect(resumed == false)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a session is bound to the server name`(version: String) throws {
        let keys = TicketKeys.generate()
        let first = try makeServer(["a", "wild"], keys: keys)
        let second = try makeServer(["a", "wild"], keys: keys)
        let other = try Self.resumes(
            first, second, version: version, names: ("a.test", "b.test"))
        #expect(other == false)
        let inCapitals = try Self.resumes(
            first, second, version: version, names: ("b.test", "B.TEST"))
        #expect(inCapitals == true)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a session is bound to the listener`(version: String) throws {
        let keys = TicketKeys.generate()
        let resumed = try Self.resumes(
            makeServer(["a"], keys: keys, listener: "0.0.0.0:443"),
            makeServer(["a"], keys: keys, listener: "0.0.0.0:8443"), version: version)
        #expect(resumed == false)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `a session is bound to how clients are verified`(version: String) throws {
        let material = try Material.shared.get()
        func clients(_ authorities: [UInt8]) -> TLSClientVerification {
            TLSClientVerification(
                authoritiesPEM: authorities, authoritiesFile: "ca.pem", revocation: nil,
                isRequired: false, depth: 2)
        }
        let keys = TicketKeys.generate()
        let nobody = try makeServer(["a"], keys: keys)
        let asked = try makeServer(["a"], keys: keys, clients: clients(material.authority))
        let same = try makeServer(["a"], keys: keys, clients: clients(material.authority))
        let changed = try makeServer(["a"], keys: keys, clients: clients(material.stranger))
        #expect(try Self.resumes(nobody, asked, version: version) == false)
        #expect(try Self.resumes(asked, nobody, version: version) == false)
        #expect(try Self.resumes(asked, changed, version: version) == false)
        #expect(try Self.resumes(asked, same, version: version) == true)
    }

    @Test(arguments: ["-tls1_2", "-tls1_3"])
    func `keys from a file open each other's tickets, the first seals`(version: String) throws {
        let (old, new) = ([UInt8](repeating: 1, count: 80), [UInt8](repeating: 2, count: 80))
        let before = try #require(TicketKeys(shared: [old]))
        let during = try #require(TicketKeys(shared: [new, old]))
        let after = try #require(TicketKeys(shared: [new]))
        let text = during.bytes
        #expect(text == new + old)
        guard let told = TicketKeys(bytes: text.span) else {
            throw Command.Failure(description: "the keys were refused")
        }
        let (first, second) = (
            try makeServer(["a"], keys: before), try makeServer(["a"], keys: told)
        )
        #expect(try Self.resumes(first, second, version: version) == true)
        #expect(
            try Self.resumes(second, makeServer(["a"], keys: after), version: version) == true)
        #expect(
            try Self.resumes(first, makeServer(["a"], keys: after), version: version) == false)
        for wrong in [[], [[1]], Array(repeating: old, count: 5)] {
            let isTaken = TicketKeys(shared: wrong) != nil
            #expect(!isTaken)
        }
    }
}
