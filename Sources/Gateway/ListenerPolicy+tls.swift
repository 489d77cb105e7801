package import Policy
package import TLS

extension TLSServerContext {
    /// The context that a listener's policy asks for.
    package convenience init(
        _ policy: ListenerTLS, listener: String, ticketKeys: TicketKeys, http2: Bool
    ) throws(TLSError) {
        try self.init(
            credentials: policy.certificates.map { certificate in
                TLSCredentials(
                    certificatePEM: certificate.certificatePEM, keyPEM: certificate.keyPEM.bytes,
                    certificateFile: certificate.certificateFile, keyFile: certificate.keyFile,
                    ocspResponse: certificate.ocspResponse.map { ($0.bytes, $0.file) })
            },
            minimumVersion: policy.minimumVersion == .tls13 ? .tls13 : .tls12,
            protocols: http2 ? ["h2", "http/1.1"] : ["http/1.1"], ticketKeys: ticketKeys,
            clients: policy.clients.map { TLSClientVerification($0) }, listener: listener)
    }
}

extension TLSClientVerification {
    fileprivate init(_ policy: ClientCertificatePolicy) {
        self.init(
            authoritiesPEM: policy.authorities.bytes, authoritiesFile: policy.authorities.file,
            revocation: policy.revocation.map { ($0.bytes, $0.file) },
            isRequired: policy.mode == .required, depth: policy.depth)
    }
}

extension TicketKeys {
    /// The keys that the policy's file holds, which other gateways share; nil when it names none,
    /// and the gateway makes and rotates its own. To be asked again when the policy is loaded anew:
    /// workers take them by `WorkerMessage.ticketKeys`.
    init?(_ policy: Policy) {
        guard let keys = policy.ticketKeys else { return nil }
        self.init(shared: keys.map(\.bytes))
    }
}
