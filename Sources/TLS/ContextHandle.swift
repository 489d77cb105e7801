import COpenSSL

/// The oldest version of TLS that is spoken. Nothing below 1.2 ever is (RFC 8996).
package enum TLSVersion: Sendable {
    case tls12, tls13

    var number: Int32 { self == .tls12 ? TLS1_2_VERSION : TLS1_3_VERSION }
}

/// Owns an SSL_CTX with the settings that servers and clients have in common.
@safe
final class ContextHandle {
    // SAFETY: one reference to a context, given back once, here; used by one thread.
    let raw: OpaquePointer
    /// What the context's sessions read and write through.
    let bio: SocketBIO
    /// What is handed out with the certificate in use.
    private(set) var stapled: StapledResponse?

    /// Mozilla's "intermediate" suites (guideline 5.7) without DHE: forward secret, AEAD.
    private static let suites12 =
        "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
        + "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
        + "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305"
    private static let suites13 =
        "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"

    /// P-384 is left out: OpenSSL computes it some thirty times slower, at the client's bidding.
    static let serverGroups = "X25519:P-256"
    /// A server that insists on P-384 is reached all the same.
    static let clientGroups = "X25519:P-256:P-384"

    init(
        _ method: OpaquePointer?, minimumVersion: TLSVersion, groups: String
    ) throws(TLSError) {
        // SAFETY: a new context, which is ours; every call below is on it.
        guard let raw = unsafe SSL_CTX_new(method) else {
            throw .library(reason: ErrorQueue.takeReason())
        }
        unsafe self.raw = raw
        bio = try SocketBIO()
        // Level 2 whatever openssl.cnf says or wherever it is missing: 112 bits, no SHA-1.
        unsafe SSL_CTX_set_security_level(raw, 2)
        guard
            // SAFETY: the strings live through the calls; OpenSSL copies them.
            unsafe bawaba_SSL_CTX_set_min_proto_version(raw, minimumVersion.number) == 1,
            unsafe SSL_CTX_set_cipher_list(raw, Self.suites12) == 1,
            unsafe SSL_CTX_set_ciphersuites(raw, Self.suites13) == 1,
            unsafe bawaba_SSL_CTX_set1_groups_list(raw, groups) == 1
        else { throw .library(reason: ErrorQueue.takeReason()) }
        // Our order decides, so that clients with AES in hardware get the shorter key; those that
        // put ChaCha20 first have none, and get that.
        _ = unsafe SSL_CTX_set_options(
            raw,
            bawaba_SSL_OP_NO_RENEGOTIATION | bawaba_SSL_OP_NO_COMPRESSION
                | bawaba_SSL_OP_CIPHER_SERVER_PREFERENCE | bawaba_SSL_OP_PRIORITIZE_CHACHA)
        // One recv takes as many records as there are. A record that was started is finished from
        // wherever the caller's buffer then is. SSL_MODE_RELEASE_BUFFERS is left out: measured with
        // messages of 350 bytes, it makes OpenSSL's 2 allocations per read and 2 per write 3 each,
        // one of 17 KiB, and costs 600 instructions of 7,200. `TLSSession.releaseBuffers()` frees
        // the same memory once, when a connection falls idle.
        _ = unsafe bawaba_SSL_CTX_set_read_ahead(raw, 1)
        _ = unsafe bawaba_SSL_CTX_set_mode(
            raw, Int(SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER))
    }

    deinit { unsafe SSL_CTX_free(raw) }

    /// Takes a server's certificate, the chain behind it, and its key.
    func use(_ credentials: TLSCredentials) throws(TLSError) {
        let file = credentials.certificateFile
        var reader = try PEMReader(credentials.certificatePEM)
        guard let leaf = try certificate(&reader, file) else { throw .noCertificate(file: file) }
        let key = try privateKey(credentials)
        // SAFETY: all three are live objects; OpenSSL takes references of its own.
        guard unsafe X509_check_private_key(leaf.raw, key.raw) == 1 else {
            ErrorQueue.clear()
            throw .keyMismatch(certificateFile: file, keyFile: credentials.keyFile)
        }
        guard unsafe SSL_CTX_use_certificate(raw, leaf.raw) == 1,
            unsafe SSL_CTX_use_PrivateKey(raw, key.raw) == 1
        else { throw .refusedCertificate(file: file, reason: ErrorQueue.takeReason()) }
        while let next = try certificate(&reader, file) {
            // SAFETY: as above.
            guard unsafe bawaba_SSL_CTX_add1_chain_cert(raw, next.raw) == 1 else {
                throw .refusedCertificate(file: file, reason: ErrorQueue.takeReason())
            }
        }
        guard let response = credentials.ocspResponse else { return }
        stapled = try unsafe StapledResponse(
            response.der, file: response.file, for: leaf, in: raw)
        // SAFETY: the callback runs within calls on a session, whose owner retains this object.
        let handle = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe bawaba_SSL_CTX_set_status_callback(raw, stapleCallback, handle)
    }

    func certificate(
        _ reader: inout PEMReader, _ file: String
    ) throws(TLSError) -> Certificate? {
        do throws(PEMFault) {
            return try reader.nextCertificate()
        } catch {
            throw .unreadableCertificate(file: file, reason: error.reason)
        }
    }

    private func privateKey(_ credentials: TLSCredentials) throws(TLSError) -> PrivateKey {
        var reader = try PEMReader(credentials.keyPEM)
        do throws(PEMFault) {
            return try reader.privateKey()
        } catch {
            if error.isEncrypted { throw .encryptedKey(file: credentials.keyFile) }
            throw .unreadableKey(file: credentials.keyFile, reason: error.reason)
        }
    }

    /// Trusts every certificate in PEM text. For clients: what the server's chain must end in.
    func trust(_ pem: [UInt8], file: String) throws(TLSError) {
        var reader = try PEMReader(pem)
        // SAFETY: the store belongs to the context, which is live.
        guard let store = unsafe SSL_CTX_get_cert_store(raw) else {
            throw .library(reason: ErrorQueue.takeReason())
        }
        var count = 0
        while let authority = try certificate(&reader, file) {
            // SAFETY: the store takes a reference of its own.
            guard unsafe X509_STORE_add_cert(store, authority.raw) == 1 else {
                throw .refusedCertificate(file: file, reason: ErrorQueue.takeReason())
            }
            count += 1
        }
        if count == 0 { throw .noAuthorities(file: file) }
    }

    /// Whether the certificate in use is for `name`: by its subject alternative names, or by its
    /// common name when it has none (RFC 9525 §6.3 without partial wildcards).
    func isCertificate(for name: Span<UInt8>, allowWildcard: Bool) -> Bool {
        let flags =
            allowWildcard ? X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS : X509_CHECK_FLAG_NO_WILDCARDS
        return unsafe name.withUnsafeBytes { bytes in
            // SAFETY: the name is read within its length; an inner NUL makes OpenSSL refuse it.
            unsafe X509_check_host(
                SSL_CTX_get0_certificate(raw),
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
                UInt32(flags), nil) == 1
        }
    }
}
