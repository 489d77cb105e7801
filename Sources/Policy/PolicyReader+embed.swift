import Bytes
import Document
import Identity

extension PolicyReader {
    /// `embed`; nil when there is none, or when it is unusable, which is reported unless secrets
    /// may be absent.
    func embed() -> EmbedPolicy? {
        guard let section = root.section("embed") else { return nil }
        defer { section.finish() }
        let issuer = issuer(section)
        let format = section.choice("format", of: EmbedToken.Format.self) ?? .compact
        guard let masterKeys = masterKeys(section), let issuer else { return nil }
        return EmbedPolicy(
            issuer: issuer, format: format, masterKeys: masterKeys, mark: section.mark)
    }

    /// `embed.issuer`
    private func issuer(_ section: Section) -> [UInt8]? {
        let remedy = "name whoever makes the tokens: `issuer: \"https://app.example.com\"`"
        guard section.required("issuer", remedy: remedy) != nil,
            let (text, node) = section.text("issuer")
        else { return nil }
        let range = 1...Bounds.embedIssuerBytesMax
        if range.contains(text.utf8.count), !text.utf8.contains(where: ASCII.isControl) {
            return Array(text.utf8)
        }
        section.refuse(
            "issuer", node, because: "is \(text.utf8.count) bytes long or holds control characters",
            remedy: "write 1 to \(Bounds.embedIssuerBytesMax) bytes, such as your origin")
        return nil
    }

    /// `embed.master_key_file`. Messages name its lines and repeat nothing of them.
    private func masterKeys(_ section: Section) -> MasterKeys? {
        let key = "master_key_file"
        let command = "(umask 077; echo \"m1 $(openssl rand -hex 32)\" > FILE)"
        guard section.required(key, remedy: "make one: \(command); then `\(key): FILE`") != nil,
            let bytes = file(key, in: section, as: .secret)
        else { return nil }
        do throws(MasterKeys.Fault) {
            return try MasterKeys(bytes.span)
        } catch {
            let name = "`\(section.path(key))`"
            let place = error.line == 0 ? "the file" : "line \(error.line) of the file"
            findings.error(
                "\(name): \(place) \(error.reason.text)", at: section.mark(of: key),
                remedy: error.reason == .tooMany
                    ? "remove those that nothing is sealed under: `bawaba embed-key list` shows it"
                    : "a line is an id and 64 hexadecimal digits; \(command) writes one")
            return nil
        }
    }
}

extension MasterKeys.Fault.Reason {
    /// As the end of a sentence.
    fileprivate var text: String {
        switch self {
        case .noKey: "holds no key"
        case .tooMany: "holds more than \(Bounds.masterKeysMax) keys"
        case .notAPair: "is not an id and a key with a space between them"
        case .noID: "begins with no id, which is 1 to 16 of 0-9 and a-z"
        case .noKeyDigits: "holds no key of 64 hexadecimal digits"
        case .duplicateID: "has the id of a line above"
        }
    }
}
