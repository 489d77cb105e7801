extension Rig {
    /// A client of the TLS listener whose bytes `openssl s_client` carries, with one of the client
    /// authority's certificates if one is named.
    func tlsClient(_ certificate: String? = nil, _ options: [String] = []) throws -> Client {
        let (near, far) = try TestSocket.pair()
        var arguments = [
            "openssl", "s_client", "-quiet", "-connect", "\(tls)", "-servername", "api.test",
            "-CAfile", try Certificates.shared.get().file("authority.pem"),
        ]
        if let certificate {
            let file = try ClientAuthority.shared.get().file("\(certificate).pem")
            arguments += ["-cert", file, "-key", file]
        }
        let carrier = try Program(
            arguments + options, output: place.file("s_client-\(number()).log"),
            over: far.descriptor)
        far.close()
        return Client(near, carrier: carrier)
    }

    /// Has `openssl s_client` ask once; what it says about the connection, and the answer.
    func tlsRequest(
        _ options: [String], certificate: String? = nil, host: String = "api.test",
        fields: String = ""
    ) throws -> String {
        var arguments = [
            "openssl", "s_client", "-connect", "\(tls)", "-servername", host, "-CAfile",
            try Certificates.shared.get().file("authority.pem"), "-ign_eof",
        ]
        if let certificate {
            let file = try ClientAuthority.shared.get().file("\(certificate).pem")
            arguments += ["-cert", file, "-key", file]
        }
        return try Program.run(
            arguments + options, in: place,
            input: "GET /open HTTP/1.1\r\nHost: \(host)\r\n\(fields)Connection: close\r\n\r\n"
        ).1
    }

    /// How many handshakes have failed for a reason.
    func handshakeFailures(_ reason: String) throws -> Int {
        try gateway.metric("bawaba_handshake_failures_total{reason=\"\(reason)\"}")
    }
}
