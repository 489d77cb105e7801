import TLS

/// Certificates and keys as `openssl` makes them, once for all tests.
struct Material: Sendable {
    let authority: [UInt8]
    let stranger: [UInt8]
    private let files: [String: [UInt8]]

    static let shared = Result { try Material() }

    /// Leaves under the authority: file name to subject alternative names, nil for none at all.
    private static let leaves: [(file: String, names: String?)] = [
        ("a", "DNS:a.test"), ("wild", "DNS:b.test,DNS:*.b.test"), ("exact", "DNS:exact.b.test"),
        ("local", "DNS:localhost,IP:127.0.0.1"), ("common.test", nil),
    ]

    private init() throws {
        let folder = try TemporaryFolder()
        for name in ["authority", "stranger"] {
            try folder.run(
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                "-nodes", "-days", "2", "-subj", "/CN=\(name)", "-keyout",
                folder.file(name + ".key"),
                "-out", folder.file(name + ".pem"))
        }
        var files: [String: [UInt8]] = [:]
        for leaf in Self.leaves {
            try Self.make(leaf.file, names: leaf.names, key: "ec", in: folder)
        }
        try Self.make("rsa", names: "DNS:rsa.test", key: "rsa:2048", in: folder)
        try Self.make("weak", names: "DNS:weak.test", key: "rsa:1024", in: folder)
        try folder.run(
            "openssl", "pkey", "-in", folder.file("a.key"), "-aes256", "-passout", "pass:secret",
            "-out", folder.file("encrypted.key"))
        for name in Self.leaves.map(\.file) + ["rsa", "weak"] {
            files[name + ".pem"] = try readFile(folder.file(name + ".pem"))
            files[name + ".key"] = try readFile(folder.file(name + ".key"))
        }
        files["encrypted.key"] = try readFile(folder.file("encrypted.key"))
        authority = try readFile(folder.file("authority.pem"))
        stranger = try readFile(folder.file("stranger.pem"))
        self.files = files
    }

    private static func make(
        _ file: String, names: String?, key: String, in folder: borrowing TemporaryFolder
    ) throws {
        let curve = key == "ec" ? "ec_paramgen_curve:P-256" : "rsa_keygen_pubexp:65537"
        try folder.run(
            "openssl", "req", "-x509", "-newkey", key, "-pkeyopt", curve, "-nodes",
            "-days", "2", "-subj", "/CN=\(file)", "-CA", folder.file("authority.pem"), "-CAkey",
            folder.file("authority.key"), "-addext", "basicConstraints=critical,CA:FALSE",
            "-addext", names.map { "subjectAltName=" + $0 } ?? "keyUsage=digitalSignature",
            "-keyout", folder.file(file + ".key"), "-out", folder.file(file + ".pem"))
    }

    func bytes(_ file: String) -> [UInt8] { files[file] ?? [] }

    func credentials(_ name: String) -> TLSCredentials {
        TLSCredentials(
            certificatePEM: bytes(name + ".pem"), keyPEM: bytes(name + ".key"),
            certificateFile: name + ".pem", keyFile: name + ".key")
    }
}

/// A server context with the certificates named.
func makeServer(
    _ names: [String], minimumVersion: TLSVersion = .tls12, protocols: [String] = ["http/1.1"],
    keys: TicketKeys = .generate(), clients: TLSClientVerification? = nil,
    listener: String = "127.0.0.1:443"
) throws -> TLSServerContext {
    let material = try Material.shared.get()
    return try TLSServerContext(
        credentials: names.map { material.credentials($0) }, minimumVersion: minimumVersion,
        protocols: protocols, ticketKeys: keys, clients: clients, listener: listener)
}

/// A client context that trusts the authority.
func makeClient(protocols: [String] = []) throws -> TLSClientContext {
    let authority = try Material.shared.get().authority
    return try TLSClientContext(
        trust: .authorities(pem: authority, file: "authority.pem"), protocols: protocols)
}
