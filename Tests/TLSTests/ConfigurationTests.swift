import Bytes
import TLS
import Testing

@Suite struct ConfigurationTests {
    private static func server(
        _ certificate: [UInt8], _ key: [UInt8], protocols: [String] = []
    ) throws {
        _ = try TLSServerContext(
            credentials: [
                TLSCredentials(
                    certificatePEM: certificate, keyPEM: key, certificateFile: "server.pem",
                    keyFile: "server.key")
            ], minimumVersion: .tls12, protocols: protocols, ticketKeys: .generate(),
            listener: "test")
    }

    @Test func `a key of another certificate is named with both files`() throws {
        let material = try Material.shared.get()
        let error = TLSError.keyMismatch(certificateFile: "server.pem", keyFile: "server.key")
        #expect(throws: error) {
            try Self.server(material.bytes("a.pem"), material.bytes("wild.key"))
        }
        #expect(throws: error) {
            try Self.server(material.bytes("a.pem"), material.bytes("rsa.key"))
        }
        #expect(
            error.description
                == "the private key in server.key does not match the certificate in server.pem")
    }

    @Test func `an encrypted key is refused without asking for a passphrase`() throws {
        let material = try Material.shared.get()
        #expect(throws: TLSError.encryptedKey(file: "server.key")) {
            try Self.server(material.bytes("a.pem"), material.bytes("encrypted.key"))
        }
    }

    @Test func `files without certificate or key are refused by name`() throws {
        let material = try Material.shared.get()
        #expect(throws: TLSError.noCertificate(file: "server.pem")) {
            try Self.server(material.bytes("a.key"), material.bytes("a.key"))
        }
        #expect(throws: TLSError.noCertificate(file: "server.pem")) {
            try Self.server([], material.bytes("a.key"))
        }
        let cut = Array(material.bytes("a.pem").dropLast(100))
        #expect {
            try Self.server(cut, material.bytes("a.key"))
        } throws: { error in
            guard case .unreadableCertificate("server.pem", _) = error as? TLSError else {
                return false
            }
            return true
        }
        #expect {
            try Self.server(material.bytes("a.pem"), material.bytes("a.pem"))
        } throws: { error in
            guard case .unreadableKey("server.key", _) = error as? TLSError else { return false }
            return true
        }
    }

    @Test func `a key of 1024 bits is refused`() throws {
        let material = try Material.shared.get()
        #expect(throws: TLSError.refusedCertificate(file: "server.pem", reason: "ee key too small"))
        {
            try Self.server(material.bytes("weak.pem"), material.bytes("weak.key"))
        }
    }

    @Test func `a chain behind the certificate is taken along`() throws {
        let material = try Material.shared.get()
        try Self.server(material.bytes("a.pem") + material.authority, material.bytes("a.key"))
        // The key may stand in the same file.
        try Self.server(
            material.bytes("a.pem") + material.bytes("a.key"),
            material.bytes("a.pem") + material.bytes("a.key"))
    }

    @Test func `a listener without certificate is refused`() {
        #expect(throws: TLSError.noCertificates) {
            _ = try TLSServerContext(
                credentials: [], minimumVersion: .tls12, protocols: [], ticketKeys: .generate(),
                listener: "test")
        }
    }

    @Test func `authorities must be certificates`() throws {
        let key = try Material.shared.get().bytes("a.key")
        #expect(throws: TLSError.noAuthorities(file: "ca.pem")) {
            _ = try TLSClientContext(trust: .authorities(pem: key, file: "ca.pem"))
        }
    }

    @Test(arguments: [
        ("", false), ("h", true), (String(repeating: "h", count: 255), true),
        (String(repeating: "h", count: 256), false),
    ])
    func `protocol names have 1 to 255 bytes`(name: String, isValid: Bool) throws {
        let material = try Material.shared.get()
        let server = Result { () throws in
            try Self.server(
                material.bytes("a.pem"), material.bytes("a.key"), protocols: [name])
        }
        let client = Result { try makeClient(protocols: [name]) }
        if isValid {
            _ = try server.get()
            _ = try client.get()
        } else {
            #expect(throws: TLSError.invalidProtocolName(name)) { try server.get() }
            #expect(throws: TLSError.invalidProtocolName(name)) { _ = try client.get() }
        }
    }

    @Test(arguments: [
        ("", false), ("a\0b", false), (String(repeating: "n", count: 254), true),
        (String(repeating: "n", count: 255), true), (String(repeating: "n", count: 256), false),
    ])
    func `server names have 1 to 255 bytes`(name: String, isValid: Bool) throws {
        var pair = try Pair()
        let client = try makeClient()
        if isValid {
            try pair.client.startTLS(client, serverName: name)
            #expect(pair.client.isTLS == true)
        } else {
            let raw = pair.client.raw
            #expect(throws: TLSError.invalidServerName(name)) {
                _ = try client.makeSession(raw, serverName: name)
            }
        }
    }
}
