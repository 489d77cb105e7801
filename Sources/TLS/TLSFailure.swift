import COpenSSL

/// What kind of reason a handshake failed for: a counter each.
package enum TLSFailure: Int, CaseIterable, Sendable {
    /// The client went away, or its connection failed.
    case closed
    /// The client refused to go on, by an alert.
    case alert
    /// It spoke HTTP without TLS.
    case plainText
    /// No version of TLS in common.
    case version
    /// No cipher suite, group or signature algorithm in common.
    case cipher
    /// No application protocol in common.
    case applicationProtocol
    /// It gave no certificate where one is required.
    case missingCertificate
    /// Its certificate leads to no authority that is trusted.
    case unknownAuthority
    /// Its certificate has expired, or is not valid yet.
    case expiredCertificate
    /// Its certificate is revoked.
    case revokedCertificate
    /// Its certificate cannot be used for another reason.
    case badCertificate
    /// It broke the protocol.
    case violation

    /// Why OpenSSL refused a peer's certificate (X509_V_ERR_*).
    init(verdict: Int) {
        switch Int32(clamping: verdict) {
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_CERT_UNTRUSTED:
            self = .unknownAuthority
        case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID: self = .expiredCertificate
        case X509_V_ERR_CERT_REVOKED: self = .revokedCertificate
        default: self = .badCertificate
        }
    }

    /// What a code of the error queue stands for.
    init(error code: UInt) {
        guard ErrorQueue.library(of: code) == ERR_LIB_SSL else {
            self = .violation
            return
        }
        switch ErrorQueue.reasonNumber(of: code) {
        case SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST: self = .plainText
        case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_VERSION_TOO_LOW, SSL_R_WRONG_VERSION_NUMBER,
            SSL_R_WRONG_SSL_VERSION, SSL_R_UNKNOWN_PROTOCOL:
            self = .version
        case SSL_R_NO_SHARED_CIPHER, SSL_R_NO_SUITABLE_KEY_SHARE, SSL_R_NO_SHARED_GROUPS,
            SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM, SSL_R_NO_SHARED_SIGNATURE_ALGORITHMS:
            self = .cipher
        case SSL_R_NO_APPLICATION_PROTOCOL: self = .applicationProtocol
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: self = .missingCertificate
        default: self = .violation
        }
    }
}
