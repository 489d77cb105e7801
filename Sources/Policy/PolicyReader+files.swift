import Bytes
import Document

/// What a policy needs of a file that it names.
enum FileUse {
    /// Anybody may read it.
    case open
    /// Others must not be able to read it.
    case secret
    /// Anybody may read it, but it lives beside the secrets, away from the policy.
    case certificate
}

extension PolicyReader {
    /// The bytes of the file that a key names; nil when the key is missing or the file unusable.
    func file(_ key: String, in section: Section, as use: FileUse) -> [UInt8]? {
        guard let (text, node) = section.text(key) else { return nil }
        let path = PolicySource.resolve(text, in: node.mark.file)
        switch source.file(at: path) {
        case .unreadable(let reason):
            if purpose == .checkWithoutSecrets, use != .open { return nil }
            findings.error(
                "`\(section.path(key))`: \(path) \(reason)", at: node.mark,
                remedy: text == path
                    ? "put the file there, or correct the path"
                    : "put the file there, or correct the path (it starts at the policy's folder)")
            return nil
        case .contents(let bytes, let permissions):
            if use == .secret, permissions & 0o066 != 0 {
                findings.error(
                    "`\(section.path(key))`: \(path) can be read by other users (mode "
                        + "\(octal(permissions)))", at: node.mark, remedy: "run: chmod 600 \(path)")
                return nil
            }
            guard !bytes.isEmpty else {
                findings.error(
                    "`\(section.path(key))`: \(path) is empty", at: node.mark,
                    remedy: "write the file again")
                return nil
            }
            return bytes
        }
    }

    /// A key or password: the file's bytes without the newline that editors leave at the end.
    func secret(_ key: String, in section: Section, bytesMin: Int) -> Secret? {
        guard var bytes = file(key, in: section, as: .secret) else { return nil }
        while let last = bytes.last, last == ASCII.lf || last == ASCII.cr { bytes.removeLast() }
        guard bytes.count >= bytesMin else {
            findings.error(
                "`\(section.path(key))`: the file holds \(bytes.count) bytes, too few to be safe",
                at: section.mark(of: key),
                remedy: "write at least \(bytesMin) bytes: openssl rand -hex 32 > FILE")
            return nil
        }
        return Secret(bytes)
    }

    /// Certificates in PEM, anybody's.
    func certificates(_ key: String, in section: Section, as use: FileUse) -> [UInt8]? {
        guard let bytes = file(key, in: section, as: use) else { return nil }
        guard holds("-----BEGIN CERTIFICATE-----", in: bytes) else {
            let isKey = holds("PRIVATE KEY-----", in: bytes)
            findings.error(
                "`\(section.path(key))` names a file without a PEM certificate",
                at: section.mark(of: key),
                remedy: isKey
                    ? "it holds a private key: were the two files swapped?"
                    : "the file must contain `-----BEGIN CERTIFICATE-----`")
            return nil
        }
        return bytes
    }

    /// A private key in PEM, without a passphrase.
    func privateKey(_ key: String, in section: Section) -> Secret? {
        guard let bytes = file(key, in: section, as: .secret) else { return nil }
        let isEncrypted = holds("ENCRYPTED", in: bytes)
        if holds("PRIVATE KEY-----", in: bytes), !isEncrypted { return Secret(bytes) }
        let isCertificate = holds("-----BEGIN CERTIFICATE-----", in: bytes)
        findings.error(
            isEncrypted
                ? "`\(section.path(key))` names a key with a passphrase, which nobody can enter"
                : "`\(section.path(key))` names a file without a PEM private key",
            at: section.mark(of: key),
            remedy: isEncrypted
                ? "write it without one: openssl pkey -in KEY -out NEWKEY"
                : isCertificate
                    ? "it holds a certificate: were the two files swapped?"
                    : "the file must contain `-----BEGIN PRIVATE KEY-----`")
        return nil
    }

    private func octal(_ permissions: UInt32) -> String { String(permissions, radix: 8) }

    private func holds(_ text: String, in bytes: [UInt8]) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}
