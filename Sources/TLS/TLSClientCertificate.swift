import Bytes
import COpenSSL
package import Crypto

/// The certificate by which a client proved who it is.
package struct TLSClientCertificate: Sendable {
    /// The certificate as it came (X.690 DER).
    package let der: [UInt8]
    /// Its subject as RFC 4514 writes it, visible ASCII and spaces only.
    package let subject: [UInt8]
    /// Its subject alternative names (RFC 5280 §4.2.1.6) of the kinds `DNS`, `URI` and `email`,
    /// each with its kind and a colon in front. A name with anything but visible ASCII, or with a
    /// comma, a quote or a backslash, is left out: nobody could tell where it ends.
    package let names: [[UInt8]]

    /// What names the certificate in logs.
    package var fingerprint: SHA256Digest { SHA256.digest(of: der.span) }
}

extension TLSSession {
    /// The certificate of the client, verified in this handshake or in that of the session that it
    /// resumed; nil when it gave none. It allocates.
    package var clientCertificate: TLSClientCertificate? {
        // SAFETY: asks a live session, to which the certificate belongs.
        guard let certificate = unsafe SSL_get0_peer_certificate(raw),
            unsafe SSL_get_verify_result(raw) == Int(X509_V_OK)
        else { return nil }
        return unsafe TLSClientCertificate(certificate)
    }
}

extension TLSClientCertificate {
    fileprivate init(_ certificate: OpaquePointer) {
        let count = unsafe Int(i2d_X509(certificate, nil))
        der = unsafe Array(unsafeUninitializedCapacity: max(count, 0)) { room, written in
            // SAFETY: OpenSSL has just told how many bytes it will write.
            var end = room.baseAddress
            written = count > 0 ? unsafe Int(i2d_X509(certificate, &end)) : 0
        }
        subject = unsafe Self.subject(certificate)
        names = unsafe Self.names(certificate)
        ErrorQueue.clear()
    }

    private static func subject(_ certificate: OpaquePointer) -> [UInt8] {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { return [] }
        defer { unsafe BIO_free(bio) }
        // SAFETY: prints a live certificate's name into our BIO, whose bytes are copied.
        unsafe X509_NAME_print_ex(
            bio, X509_get_subject_name(certificate), 0, bawaba_XN_FLAG_RFC2253)
        var text: UnsafeMutablePointer<CChar>?
        let count = unsafe bawaba_BIO_get_mem_data(bio, &text)
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: max(count, 0))
        // Its escapes leave nothing else; a field's value must never depend on it.
        return unsafe bytes.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
    }

    private static func names(_ certificate: OpaquePointer) -> [[UInt8]] {
        // SAFETY: a list of our own, freed below; its elements belong to it and are copied.
        guard
            let list = unsafe OpaquePointer(
                X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil))
        else { return [] }
        defer { unsafe GENERAL_NAMES_free(list) }
        var names: [[UInt8]] = []
        for index in 0..<(unsafe bawaba_GENERAL_NAMES_count(list)) {
            var kind: Int32 = 0
            let value = unsafe GENERAL_NAME_get0_value(
                bawaba_GENERAL_NAMES_at(list, index), &kind)
            guard let prefix = prefix(kind), let value = unsafe value else { continue }
            // SAFETY: names of these kinds are strings, which belong to the list.
            let text = unsafe value.assumingMemoryBound(to: ASN1_STRING.self)
            let bytes = unsafe UnsafeBufferPointer(
                start: ASN1_STRING_get0_data(text), count: Int(ASN1_STRING_length(text)))
            if !bytes.isEmpty, unsafe bytes.allSatisfy(isPlain) {
                unsafe names.append(Array(prefix.utf8) + bytes)
            }
        }
        return names
    }

    private static func prefix(_ kind: Int32) -> String? {
        switch kind {
        case GEN_DNS: "DNS:"
        case GEN_URI: "URI:"
        case GEN_EMAIL: "email:"
        default: nil
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"")
            && byte != UInt8(ascii: "\\")
    }
}
