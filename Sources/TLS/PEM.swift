import COpenSSL

/// PEM text (RFC 7468), read block by block.
@safe
struct PEMReader: ~Copyable {
    // SAFETY: a memory BIO with its own copy of the text, freed once, here.
    private let bio: OpaquePointer

    init(_ text: [UInt8]) throws(TLSError) {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else {
            throw .library(reason: ErrorQueue.takeReason())
        }
        unsafe self.bio = bio
        unsafe text.span.withUnsafeBufferPointer { bytes in
            // SAFETY: OpenSSL copies the bytes; growing memory is the only way it can fail.
            _ = unsafe BIO_write(bio, bytes.baseAddress, Int32(clamping: bytes.count))
        }
    }

    deinit { unsafe BIO_free(bio) }

    /// The next certificate, nil at the end. What is not a certificate is skipped.
    ///
    /// - Throws: OpenSSL's reason when a certificate cannot be read.
    mutating func nextCertificate() throws(PEMFault) -> Certificate? {
        // SAFETY: reads from our BIO into a new object, which `Certificate` then owns.
        if let raw = unsafe PEM_read_bio_X509(bio, nil, nil, nil) {
            return unsafe Certificate(taking: raw)
        }
        return try end()
    }

    /// The next list of revoked certificates (RFC 5280 §5), nil at the end. What is none is
    /// skipped.
    mutating func nextRevocationList() throws(PEMFault) -> RevocationList? {
        // SAFETY: as above.
        if let raw = unsafe PEM_read_bio_X509_CRL(bio, nil, nil, nil) {
            return unsafe RevocationList(taking: raw)
        }
        return try end()
    }

    /// Nil when there is nothing more to read.
    private func end<Object: ~Copyable>() throws(PEMFault) -> Object? {
        let code = ErrorQueue.newest
        let isEnd =
            ErrorQueue.library(of: code) == ERR_LIB_PEM
            && ErrorQueue.reasonNumber(of: code) == PEM_R_NO_START_LINE
        let reason = ErrorQueue.takeReason()
        if isEnd { return nil }
        throw PEMFault(reason: reason, isEncrypted: false)
    }

    /// The first private key.
    mutating func privateKey() throws(PEMFault) -> PrivateKey {
        // SAFETY: as above. The callback refuses to give a passphrase: without one, OpenSSL would
        // ask the terminal. It gets `wasAsked` for its argument, which outlives the call.
        var wasAsked = false
        let raw = unsafe withUnsafeMutablePointer(to: &wasAsked) { flag in
            unsafe PEM_read_bio_PrivateKey(
                bio, nil,
                { _, _, _, argument in
                    unsafe argument?.assumingMemoryBound(to: Bool.self).pointee = true
                    return -1
                }, flag)
        }
        if let raw = unsafe raw { return unsafe PrivateKey(taking: raw) }
        throw PEMFault(reason: ErrorQueue.takeReason(), isEncrypted: wasAsked)
    }
}

/// Why PEM text could not be read.
struct PEMFault: Error {
    let reason: String
    let isEncrypted: Bool
}

/// Owns an X.509 certificate.
@safe
struct Certificate: ~Copyable {
    // SAFETY: one reference to a certificate, given back once, here.
    let raw: OpaquePointer

    init(taking raw: OpaquePointer) { unsafe self.raw = raw }

    deinit { unsafe X509_free(raw) }
}

/// Owns a list of revoked certificates.
@safe
struct RevocationList: ~Copyable {
    // SAFETY: one reference to a list, given back once, here.
    let raw: OpaquePointer

    init(taking raw: OpaquePointer) { unsafe self.raw = raw }

    deinit { unsafe X509_CRL_free(raw) }
}

/// Owns a private key.
@safe
struct PrivateKey: ~Copyable {
    // SAFETY: one reference to a key, given back once, here.
    let raw: OpaquePointer

    init(taking raw: OpaquePointer) { unsafe self.raw = raw }

    deinit { unsafe EVP_PKEY_free(raw) }
}
