import Bytes
import Document

extension PolicyReader {
    /// `listeners.tls`.
    func listenerTLS(_ section: Section) -> ListenerTLS? {
        let clientsAreGood = !section.has("client_certificates")
        let clients = section.section("client_certificates").flatMap(clientCertificates)
        let version = section.choice("minimum_version", of: TLSVersion.self) ?? .tls12
        defer { section.finish() }
        let remedy = "add `certificates: [{certificate_file: …, key_file: …}]`"
        guard section.required("certificates", remedy: remedy) != nil,
            let sections = section.sections("certificates")
        else { return nil }
        if sections.isEmpty {
            findings.error(
                "`\(section.path("certificates"))` is empty",
                at: section.mark(of: "certificates"), remedy: remedy)
        }
        bounded(sections, of: section.path("certificates"))
        let certificates = sections.compactMap(certificate)
        guard !certificates.isEmpty, certificates.count == sections.count,
            clients != nil || clientsAreGood
        else { return nil }
        return ListenerTLS(
            certificates: certificates, minimumVersion: version, clients: clients)
    }

    private func certificate(_ section: Section) -> CertificatePolicy? {
        _ = section.required("certificate_file", remedy: "name the PEM file with the chain")
        _ = section.required("key_file", remedy: "name the PEM file with the private key")
        let chain = certificates("certificate_file", in: section, as: .certificate)
        let key = privateKey("key_file", in: section)
        let response = named("ocsp_file", in: section) { file($0, in: $1, as: .certificate) }
        section.finish()
        guard let chain, let key, let chainFile = section.text("certificate_file"),
            let keyFile = section.text("key_file")
        else { return nil }
        return CertificatePolicy(
            certificatePEM: chain, keyPEM: key, certificateFile: chainFile.text,
            keyFile: keyFile.text, ocspResponse: response)
    }

    /// `client_certificates`: whom clients are verified against, and whether they must be.
    private func clientCertificates(_ section: Section) -> ClientCertificatePolicy? {
        _ = section.required(
            "ca_file", remedy: "name the PEM file with the authorities that clients must be of")
        let authorities = named("ca_file", in: section) {
            certificates($0, in: $1, as: .certificate)
        }
        let hadList = section.has("crl_file")
        let revocation = named("crl_file", in: section) { file($0, in: $1, as: .certificate) }
        let mode = section.choice("mode", of: ClientCertificatePolicy.Mode.self) ?? .required
        let depth = section.count("verify_depth", in: 0...Bounds.verifyDepthMax)
        section.finish()
        guard let authorities, revocation != nil || !hadList else { return nil }
        return ClientCertificatePolicy(
            authorities: authorities, revocation: revocation, mode: mode,
            depth: depth ?? Bounds.verifyDepth)
    }

    private func named(
        _ key: String, in section: Section, _ read: (String, Section) -> [UInt8]?
    ) -> NamedFile? {
        guard let bytes = read(key, section), let name = section.text(key) else { return nil }
        return NamedFile(bytes: bytes, file: name.text)
    }

    /// `ticket_key_file`: lines of 160 hexadecimal digits.
    func ticketKeys() -> [Secret]? {
        guard let bytes = file("ticket_key_file", in: root, as: .secret) else { return nil }
        var keys: [Secret] = []
        for (index, line) in bytes.split(separator: ASCII.lf).enumerated() {
            let text = line.last == ASCII.cr ? line.dropLast() : line
            guard let key = Self.hexadecimal(text), key.count == 80 else {
                findings.error(
                    "`ticket_key_file`: line \(index + 1) is no key of 160 hexadecimal digits",
                    at: root.mark(of: "ticket_key_file"),
                    remedy: "make a key with: openssl rand -hex 80")
                return nil
            }
            keys.append(Secret(key))
        }
        guard (1...Bounds.ticketKeysMax).contains(keys.count) else {
            findings.error(
                "`ticket_key_file` holds \(keys.count) keys",
                at: root.mark(of: "ticket_key_file"),
                remedy: "write 1 to \(Bounds.ticketKeysMax) lines: first the key that seals, then "
                    + "those that still open")
            return nil
        }
        return keys
    }

    private static func hexadecimal(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            if let first = high {
                bytes.append(first << 4 | UInt8(value))
                high = nil
            } else {
                high = UInt8(value)
            }
        }
        return bytes
    }
}
