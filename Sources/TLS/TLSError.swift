package import Reactor

/// Why certificates, keys or settings cannot be used: the operator's to put right.
package enum TLSError: Error, Equatable, Sendable {
    /// A listener needs at least one certificate.
    case noCertificates
    /// The file holds no PEM certificate.
    case noCertificate(file: String)
    /// The file's certificate cannot be read.
    case unreadableCertificate(file: String, reason: String)
    /// The file holds no PEM private key that can be read.
    case unreadableKey(file: String, reason: String)
    /// The private key is protected with a passphrase.
    case encryptedKey(file: String)
    /// The private key is that of another certificate.
    case keyMismatch(certificateFile: String, keyFile: String)
    /// OpenSSL refuses the certificate, for example because its key is too small.
    case refusedCertificate(file: String, reason: String)
    /// The file holds no PEM certificate of an authority.
    case noAuthorities(file: String)
    /// The file holds no list of revoked certificates, or one that cannot be read.
    case noRevocationList(file: String)
    case unreadableRevocationList(file: String, reason: String)
    /// The file holds no OCSP response in DER, or one with an error in place of an answer.
    case unreadableResponse(file: String)
    /// The OCSP response is about other certificates.
    case foreignResponse(file: String)
    /// The OCSP response does not say that the certificate is good.
    case responseNotGood(file: String)
    /// The system's authorities were to be trusted, and there are none.
    case noSystemAuthorities(file: String)
    /// A protocol name is empty or longer than 255 bytes (RFC 7301 §3.1).
    case invalidProtocolName(String)
    /// The upstream's name cannot be sent or verified.
    case invalidServerName(String)
    /// OpenSSL failed where it never should.
    case library(reason: String)
}

extension TLSError: CustomStringConvertible {
    /// What is wrong, in one sentence without its full stop.
    package var description: String {
        switch self {
        case .noCertificates: "no certificate is configured"
        case .noCertificate(let file): "\(file) holds no PEM certificate"
        case .unreadableCertificate(let file, let reason):
            "the certificate in \(file) cannot be read: \(reason)"
        case .unreadableKey(let file, let reason):
            "\(file) holds no private key that can be read: \(reason)"
        case .encryptedKey(let file): "the private key in \(file) is encrypted"
        case .keyMismatch(let certificateFile, let keyFile):
            "the private key in \(keyFile) does not match the certificate in \(certificateFile)"
        case .refusedCertificate(let file, let reason):
            "the certificate in \(file) is refused: \(reason)"
        case .noAuthorities(let file): "\(file) holds no PEM certificate of an authority"
        case .noRevocationList(let file): "\(file) holds no PEM revocation list"
        case .unreadableRevocationList(let file, let reason):
            "the revocation list in \(file) cannot be read: \(reason)"
        case .unreadableResponse(let file): "\(file) holds no OCSP response that can be read"
        case .foreignResponse(let file):
            "the OCSP response in \(file) is not about the certificate beside it"
        case .responseNotGood(let file):
            "the OCSP response in \(file) says that the certificate is revoked or unknown"
        case .noSystemAuthorities(let file): "this system has no trusted authorities in \(file)"
        case .invalidProtocolName(let name): "'\(name)' is not a protocol name for ALPN"
        case .invalidServerName(let name): "'\(name)' is not a server name"
        case .library(let reason): "OpenSSL failed: \(reason)"
        }
    }

    /// What to do about it.
    package var remedy: String {
        switch self {
        case .noCertificates: "name a certificate and its key"
        case .noCertificate, .unreadableCertificate, .noAuthorities:
            "give a file with '-----BEGIN CERTIFICATE-----' blocks, the server's own first"
        case .unreadableKey: "give an unencrypted PEM key, PKCS #8 or the older forms"
        case .encryptedKey: "decrypt it with 'openssl pkey' and guard it with file permissions"
        case .keyMismatch: "give the key that the certificate was requested with"
        case .refusedCertificate: "use RSA of 2048 bits or more, or ECDSA, signed with SHA-256"
        case .noRevocationList, .unreadableRevocationList:
            "give a file with '-----BEGIN X509 CRL-----' blocks"
        case .unreadableResponse, .foreignResponse:
            "fetch it anew: openssl ocsp -issuer CA -cert CERTIFICATE -url URL -respout FILE"
        case .responseNotGood: "replace the certificate, or remove `ocsp_file` until that is done"
        case .noSystemAuthorities: "name a file of trusted authorities with ca_file"
        case .invalidProtocolName: "use 'http/1.1'"
        case .invalidServerName: "use a host name or an IP address without port"
        case .library: "check the OpenSSL installation and its openssl.cnf"
        }
    }
}

/// Why one connection's handshake or stream failed: the peer's doing, worth a log line.
package enum TLSFault: Error, Equatable, Sendable {
    /// The peer went away before the handshake was done.
    case closed
    /// The socket failed.
    case socket(Errno)
    /// The peer's certificate is not trusted, or is not for the name that was asked for.
    case untrusted(reason: String)
    /// The peer sent a fatal alert (RFC 8446 §6.2).
    case alert(UInt8, reason: String)
    /// The peer broke the protocol, or nothing was left to agree on.
    case violation(reason: String)

    /// The alert of a server that speaks none of the protocols in ALPN (RFC 7301 §3.2).
    package static var noApplicationProtocol: UInt8 { 120 }
}

extension TLSFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .closed: "closed during the TLS handshake"
        case .socket(let errno): "TLS over a failed socket: \(errno.description)"
        case .untrusted(let reason): "certificate not trusted: \(reason)"
        case .alert(let number, let reason): "TLS alert \(number): \(reason)"
        case .violation(let reason): "TLS: \(reason)"
        }
    }
}
