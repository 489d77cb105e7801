import Bytes
import CLinux
import COpenSSL

/// An OCSP response (RFC 6960) that a server hands out with its certificate, so that clients need
/// not ask the authority.
///
/// Whether the authority signed it is for clients to judge. Here it is made sure that it is whole,
/// about this certificate, and says that it is good.
struct StapledResponse: Sendable {
    let der: [UInt8]
    let file: String
    /// Seconds since 1970 at which a newer one must be there; nil when it names no time.
    private let expiresAt: Int?

    /// Reads a DER file and finds what it says about the certificate that `context` uses, whose
    /// issuer is looked for in the chain behind it.
    init(
        _ der: [UInt8], file: String, for certificate: borrowing Certificate,
        in context: OpaquePointer
    ) throws(TLSError) {
        defer { ErrorQueue.clear() }
        let response = unsafe der.withUnsafeBufferPointer { bytes in
            // SAFETY: OpenSSL reads the array's bytes and makes a new object.
            var start = bytes.baseAddress
            return unsafe d2i_OCSP_RESPONSE(nil, &start, bytes.count)
        }
        defer { unsafe OCSP_RESPONSE_free(response) }
        // SAFETY: a live response, or nil; the basic one is ours and freed below.
        guard let response = unsafe response,
            unsafe OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL,
            let basic = unsafe OCSP_response_get1_basic(response)
        else { throw .unreadableResponse(file: file) }
        defer { unsafe OCSP_BASICRESP_free(basic) }
        // SAFETY: the chain belongs to the context, which the caller keeps.
        var authorities = unsafe [certificate.raw]
        var index: Int32 = 0
        while let next = unsafe bawaba_SSL_CTX_chain_certificate(context, index) {
            unsafe authorities.append(next)
            index += 1
        }
        guard
            let (status, expiry) = unsafe Self.find(
                basic, for: certificate.raw, among: authorities)
        else {
            throw .foreignResponse(file: file)
        }
        guard status == V_OCSP_CERTSTATUS_GOOD else { throw .responseNotGood(file: file) }
        self.der = der
        self.file = file
        expiresAt = expiry
    }

    /// What a response says about the certificate with this serial number and issuer.
    private static func find(
        _ basic: OpaquePointer, for certificate: OpaquePointer, among authorities: [OpaquePointer]
    ) -> (status: Int32, expiry: Int?)? {
        for index in 0..<(unsafe OCSP_resp_count(basic)) {
            // SAFETY: everything asked for belongs to the response or the certificate, both live.
            let single = unsafe OCSP_resp_get0(basic, index)
            let told = unsafe OCSP_SINGLERESP_get0_id(single)
            var serial: UnsafeMutablePointer<ASN1_INTEGER>?
            unsafe OCSP_id_get0_info(nil, nil, nil, &serial, told)
            guard unsafe ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(certificate)) == 0,
                unsafe isIssuer(of: certificate, told, among: authorities)
            else { continue }
            var next: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            let status = unsafe OCSP_single_get0_status(single, nil, nil, nil, &next)
            guard let next = unsafe next else { return (status, nil) }
            var days: Int32 = 0
            var seconds: Int32 = 0
            guard unsafe ASN1_TIME_diff(&days, &seconds, nil, next) == 1 else { return nil }
            return (status, time(nil) + Int(days) * 86_400 + Int(seconds))
        }
        return nil
    }

    /// Whether a response's CertID names the certificate's issuer, by name and key (RFC 6960
    /// §4.1.1): private authorities count from 1, each of them, and may have the same name. Where
    /// nobody has the issuer's own certificate, it is told by its name alone.
    private static func isIssuer(
        of certificate: OpaquePointer, _ told: OpaquePointer?, among authorities: [OpaquePointer]
    ) -> Bool {
        // SAFETY: all of these are live, or nil; what is asked for belongs to `told`.
        var digest: OpaquePointer?
        var name: UnsafeMutablePointer<ASN1_OCTET_STRING>?
        unsafe OCSP_id_get0_info(&name, &digest, nil, nil, told)
        guard let digest = unsafe digest,
            let kind = unsafe EVP_get_digestbyname(OBJ_nid2sn(OBJ_obj2nid(digest)))
        else { return false }
        let issuer = unsafe authorities.first {
            unsafe X509_check_issued($0, certificate) == X509_V_OK
                && X509_verify(certificate, X509_get0_pubkey($0)) == 1
        }
        guard let issuer = unsafe issuer else {
            return unsafe hasName(X509_get_issuer_name(certificate), name, kind)
        }
        // SAFETY: a new CertID, which is ours and freed below.
        let own = unsafe OCSP_cert_to_id(kind, certificate, issuer)
        defer { unsafe OCSP_CERTID_free(own) }
        return unsafe own != nil && OCSP_id_issuer_cmp(own, told) == 0
    }

    /// Whether `told` is a name's digest.
    private static func hasName(
        _ issuer: OpaquePointer?, _ told: UnsafeMutablePointer<ASN1_OCTET_STRING>?,
        _ kind: OpaquePointer
    ) -> Bool {
        guard let told = unsafe told else { return false }
        var name = InlineArray<64, UInt8>(repeating: 0)
        var count: UInt32 = 0
        var bytes = name.mutableSpan
        // SAFETY: `name` has room for every digest, and the rest is live.
        let isMade = unsafe bytes.withUnsafeMutableBufferPointer {
            unsafe X509_NAME_digest(issuer, kind, $0.baseAddress, &count) == 1
        }
        guard isMade, unsafe ASN1_STRING_length(told) == Int32(count),
            let start = unsafe ASN1_STRING_get0_data(told)
        else { return false }
        let text = unsafe UnsafeBufferPointer(start: start, count: Int(count)).span
        return text.equals(name.span.extracting(first: Int(count)))
    }

    /// Whether clients would refuse it by now.
    var isExpired: Bool {
        guard let expiresAt else { return false }
        return time(nil) >= expiresAt
    }
}

/// Hands out the response of the certificate in use, if that has one which is current
/// (SSL_CTX_set_tlsext_status_cb(3)).
func stapleCallback(session: OpaquePointer?, argument: UnsafeMutableRawPointer?) -> Int32 {
    // SAFETY: the argument is the handle of the context in use, which the session's owner retains.
    guard let argument = unsafe argument else { return SSL_TLSEXT_ERR_NOACK }
    let handle = unsafe Unmanaged<ContextHandle>.fromOpaque(argument).takeUnretainedValue()
    guard let response = handle.stapled, !response.isExpired else { return SSL_TLSEXT_ERR_NOACK }
    let copy = unsafe response.der.withUnsafeBytes { bytes in
        unsafe CRYPTO_memdup(bytes.baseAddress, bytes.count, #fileID, 0)
    }
    guard let copy = unsafe copy else { return SSL_TLSEXT_ERR_NOACK }
    // SAFETY: the session takes the copy over and frees it.
    _ = unsafe bawaba_SSL_set_ocsp_response(session, copy, response.der.count)
    return SSL_TLSEXT_ERR_OK
}
