import Bytes
import Document
import HTTP

/// Who may call an operation.
struct OperationAccess {
    let auth: AuthKind
    let abilities: AbilityRequirement
}

extension PolicyReader {
    /// `auth` and `abilities` of an operation; nil, and reported, when nothing decides them.
    func access(
        _ facts: OperationFacts, _ section: Section, isListed: Bool,
        _ defaults: OperationDefaults, _ names: PolicyNames
    ) -> OperationAccess? {
        let own = section.choice("auth", of: AuthKind.self)
        let abilities = abilities(section)
        guard let auth = own ?? defaults.auth else {
            if !section.has("auth") { reportNoAuth(facts, section, isListed: isListed) }
            return nil
        }
        if auth == .bearerOrSession, !names.hasSessionCookie {
            findings.error(
                "`\(section.name)` accepts a session, but no `session_cookie` says which cookie",
                at: section.mark(of: "auth"), remedy: "add `session_cookie: NAME` at the top")
        }
        if auth == .embed { return embedAccess(section, isOwn: own != nil) }
        if auth == .public {
            if section.has("abilities") {
                findings.error(
                    "`\(section.path("abilities"))` is of no use: nobody's token is asked for",
                    at: section.mark(of: "abilities"),
                    remedy: "write `auth: bearer`, or remove `abilities`")
            }
            return OperationAccess(auth: auth, abilities: .all([]))
        }
        guard let abilities = abilities ?? (section.has("abilities") ? nil : defaults.abilities)
        else {
            if !section.has("abilities") {
                findings.error(
                    "`\(section.name)` asks for a token, but does not say with which ability",
                    at: section.mark,
                    remedy: "add `abilities: [\(facts.method.isSafe ? "read" : "write")]`, or "
                        + "`abilities: []` if any valid token will do")
            }
            return nil
        }
        return OperationAccess(auth: auth, abilities: abilities)
    }

    /// An embed token is an organization's and has no abilities; `defaults.abilities` are those of
    /// other operations.
    private func embedAccess(_ section: Section, isOwn: Bool) -> OperationAccess {
        if section.has("abilities") {
            findings.error(
                "`\(section.path("abilities"))` is of no use: an embed token has no abilities",
                at: section.mark(of: "abilities"),
                remedy: "remove `abilities`, or write `auth: bearer`")
        }
        if isOwn { requireEmbed(section) }
        return OperationAccess(auth: .embed, abilities: .all([]))
    }

    /// Reports an `auth: embed` of a policy that does not say how embed tokens are verified.
    func requireEmbed(_ section: Section) {
        guard !root.has("embed") else { return }
        findings.error(
            "`\(section.name)` accepts embed tokens, but no `embed` says how to verify them",
            at: section.mark(of: "auth"),
            remedy: "add `embed: {issuer: \"https://app.test\", master_key_file: FILE}` at the top")
    }

    private func reportNoAuth(_ facts: OperationFacts, _ section: Section, isListed: Bool) {
        let example = facts.method.isSafe ? "read" : "write"
        if isListed {
            findings.error(
                "`\(section.name)` does not say who may call it", at: section.mark,
                remedy: "add `auth: bearer` (or bearer-or-session, embed or public)")
        } else {
            findings.error(
                "nothing says who may call \(facts.requestLine) (\(facts.mark.text))",
                at: section.mark,
                remedy: "under `operations`, add "
                    + "`\(facts.id): {auth: bearer, abilities: [\(example)]}`")
        }
    }

    /// `abilities`: a list of which all are needed, or `{any: […]}` or `{all: […]}`.
    func abilities(_ section: Section) -> AbilityRequirement? {
        guard section.has("abilities"), let value = section.value("abilities") else { return nil }
        guard value.mapping != nil else {
            return abilityNames("abilities", in: section).map { .all($0) }
        }
        guard let inner = section.section("abilities") else { return nil }
        defer { inner.finish() }
        let keys = ["all", "any"].filter(inner.has)
        let names = keys.map { abilityNames($0, in: inner) }
        guard keys.count == 1 else {
            findings.error(
                "`\(inner.name)` must hold either `any` or `all`", at: inner.mark,
                remedy: "write `abilities: {any: [read, admin]}`, or a list if all are needed")
            return nil
        }
        guard let names = names[0] else { return nil }
        if keys == ["all"] { return .all(names) }
        if names.isEmpty {
            findings.error(
                "`\(inner.name).any` is empty: no token has one of none",
                at: inner.mark(of: "any"),
                remedy: "list abilities, or write `abilities: []` if any valid token will do")
            return nil
        }
        return .any(names)
    }

    private func abilityNames(_ key: String, in section: Section) -> [String]? {
        guard let texts = section.texts(key) else { return nil }
        var names: [String] = []
        var isUsable = true
        for (text, node) in texts {
            if let fault = abilityFault(text) {
                section.refuse(key, node, because: "holds \"\(text)\"", remedy: fault)
                isUsable = false
            } else if names.contains(text) {
                section.refuse(
                    key, node, because: "holds \"\(text)\" twice", remedy: "remove one")
                isUsable = false
            } else {
                names.append(text)
            }
        }
        return isUsable ? names : nil
    }

    private func abilityFault(_ text: String) -> String? {
        if text == "*" {
            return "`*` is what a token may hold; an operation asks for a named ability"
        }
        let isPlain =
            (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0 > ASCII.space && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",")
            }
        return isPlain ? nil : "write a name of 1 to 64 printable characters, such as `read`"
    }
}
