import Bytes
import COpenSSL
import Crypto

/// How a listener verifies its clients' certificates.
package struct TLSClientVerification: Sendable {
    let authoritiesPEM: [UInt8]
    let authoritiesFile: String
    let revocation: (pem: [UInt8], file: String)?
    let isRequired: Bool
    let depth: Int

    /// - Parameters:
    ///   - authoritiesPEM: whom a client's chain must end in: any certificate of the file, whether
    ///     it signed itself or not.
    ///   - revocation: lists of revoked certificates (RFC 5280 §5). With them every authority of a
    ///     chain needs one that is current; nil asks for none.
    ///   - isRequired: whether a client without a certificate is refused.
    ///   - depth: authorities that may stand between a client's certificate and its root.
    package init(
        authoritiesPEM: [UInt8], authoritiesFile: String,
        revocation: (pem: [UInt8], file: String)?, isRequired: Bool, depth: Int
    ) {
        self.authoritiesPEM = authoritiesPEM
        self.authoritiesFile = authoritiesFile
        self.revocation = revocation
        self.isRequired = isRequired
        self.depth = depth
    }

    /// What a ticket must have been sealed under to spare its client the verification: all of the
    /// above.
    var digest: SHA256Digest {
        var hash = SHA256()
        hash.update(SHA256.digest(of: authoritiesPEM.span).span)
        let lists = revocation?.pem ?? []
        hash.update(SHA256.digest(of: lists.span).span)
        let rules: [UInt8] = [isRequired ? 1 : 0, UInt8(clamping: depth)]
        hash.update(rules.span)
        return hash.finish()
    }
}

extension ContextHandle {
    /// Asks clients for certificates.
    func verifyClients(_ how: TLSClientVerification) throws(TLSError) {
        try trust(how.authoritiesPEM, file: how.authoritiesFile)
        var reader = try PEMReader(how.authoritiesPEM)
        while let authority = try certificate(&reader, how.authoritiesFile) {
            // SAFETY: both are live; OpenSSL copies the name, of which clients are told.
            guard unsafe SSL_CTX_add_client_CA(raw, authority.raw) == 1 else {
                throw .library(reason: ErrorQueue.takeReason())
            }
        }
        var flags = X509_V_FLAG_PARTIAL_CHAIN
        if let revocation = how.revocation {
            try refuseRevoked(revocation.pem, file: revocation.file)
            // Not with PARTIAL_CHAIN: where a chain ended at an intermediate authority, the CRL of
            // its issuer could not be verified, and every client would be refused.
            flags = X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL
        }
        // SAFETY: the context is live, and so are its parameters.
        unsafe X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(raw), UInt(flags))
        unsafe SSL_CTX_set_verify_depth(raw, Int32(how.depth))
        _ = unsafe bawaba_SSL_CTX_set_max_cert_list(raw, Bounds.clientCertificatesBytesMax)
        let mode = SSL_VERIFY_PEER | (how.isRequired ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0)
        unsafe SSL_CTX_set_verify(raw, mode, nil)
        unsafe SSL_CTX_set_session_ticket_cb(raw, nil, ticketOpenedCallback, nil)
    }

    private func refuseRevoked(_ pem: [UInt8], file: String) throws(TLSError) {
        var reader = try PEMReader(pem)
        // SAFETY: the store belongs to the context, which is live.
        guard let store = unsafe SSL_CTX_get_cert_store(raw) else {
            throw .library(reason: ErrorQueue.takeReason())
        }
        var count = 0
        do throws(PEMFault) {
            while let list = try reader.nextRevocationList() {
                // SAFETY: the store takes a reference of its own.
                guard unsafe X509_STORE_add_crl(store, list.raw) == 1 else {
                    throw PEMFault(reason: ErrorQueue.takeReason(), isEncrypted: false)
                }
                count += 1
            }
        } catch {
            throw .unreadableRevocationList(file: file, reason: error.reason)
        }
        if count == 0 { throw .noRevocationList(file: file) }
    }
}

/// Runs when a ticket was opened. It spares the client the proof of its certificate, so that a
/// certificate which has expired since is asked for anew, and refused in the words of RFC 8446.
private func ticketOpenedCallback(
    session: OpaquePointer?, resumed: OpaquePointer?, name: UnsafePointer<UInt8>?, nameCount: Int,
    status: SSL_TICKET_STATUS, argument: UnsafeMutableRawPointer?
) -> SSL_TICKET_RETURN {
    guard status == SSL_TICKET_SUCCESS || status == SSL_TICKET_SUCCESS_RENEW else {
        return SSL_TICKET_RETURN_IGNORE_RENEW
    }
    // SAFETY: OpenSSL lends the session that the ticket held; its certificate belongs to it.
    if let certificate = unsafe SSL_SESSION_get0_peer(resumed),
        unsafe X509_cmp_current_time(X509_get0_notAfter(certificate)) <= 0
    {
        return SSL_TICKET_RETURN_IGNORE_RENEW
    }
    return status == SSL_TICKET_SUCCESS ? SSL_TICKET_RETURN_USE : SSL_TICKET_RETURN_USE_RENEW
}
