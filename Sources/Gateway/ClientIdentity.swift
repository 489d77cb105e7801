import Bytes
import Crypto
import TLS

/// Who a client is by its certificate. Made with its connection, and used by all its requests.
final class ClientIdentity: Sendable {
    /// The field lines that tell the upstream: `Client-Cert` (RFC 9440) holds the certificate, ours
    /// what a back end mostly wants to know of it.
    let fields: [UInt8]
    /// SHA-256 of the certificate in hexadecimal digits: how the log names it.
    let fingerprint: [UInt8]

    init(_ certificate: TLSClientCertificate) {
        var text = ByteBuffer()
        let digest = certificate.fingerprint
        for index in digest.span.indices { text.append(hex: UInt64(digest.span[index]), digits: 2) }
        fingerprint = text.span.toArray()
        text.removeAll()
        text.append("Client-Cert: :")
        Self.appendBase64(certificate.der, to: &text)
        text.append(":\r\nX-Bawaba-Client-Fingerprint: ")
        text.append(fingerprint)
        text.append("\r\n")
        if !certificate.subject.isEmpty,
            certificate.subject.count <= Bounds.clientSubjectBytesMax
        {
            text.append("X-Bawaba-Client-Subject: ")
            text.append(certificate.subject)
            text.append("\r\n")
        }
        Self.appendNames(certificate.names, to: &text)
        fields = text.span.toArray()
    }

    private static func appendNames(_ names: [[UInt8]], to text: inout ByteBuffer) {
        var room = Bounds.clientNamesBytesMax
        var isFirst = true
        for name in names {
            room -= name.count + 2
            guard room >= 0 else { break }
            text.append(isFirst ? "X-Bawaba-Client-Names: " : ", ")
            text.append(name)
            isFirst = false
        }
        if !isFirst { text.append("\r\n") }
    }

    /// Base64 with padding (RFC 4648 §4), as a structured field's byte sequence has it (RFC 8941
    /// §4.1.8).
    private static func appendBase64(_ bytes: [UInt8], to text: inout ByteBuffer) {
        var encoded = ByteBuffer()
        Base64URL.encode(bytes.span, to: &encoded)
        for index in encoded.span.indices {
            switch encoded.span[index] {
            case UInt8(ascii: "-"): text.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): text.append(UInt8(ascii: "/"))
            case let digit: text.append(digit)
            }
        }
        for _ in 0..<(3 - bytes.count % 3) % 3 { text.append(UInt8(ascii: "=")) }
    }
}
