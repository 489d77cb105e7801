import Bytes
import Document

/// The `limit` of an operation or of the defaults.
enum LimitChoice {
    case unsaid
    case none
    case named(Int)
}

extension PolicyReader {
    /// `limit`: a limit's name, or `none`.
    func limitChoice(_ section: Section, _ names: PolicyNames) -> LimitChoice {
        guard let (text, node) = section.text("limit") else { return .unsaid }
        if text == "none" { return .none }
        if let index = names.limits.firstIndex(where: { $0.name == text }) { return .named(index) }
        // A limit that could not be read is not among the names, but known all the same.
        let declared = root.declaredNames("limits")
        if !declared.contains(text) {
            section.refuse(
                "limit", node, because: "is \"\(text)\", which `limits` does not have",
                remedy: Suggestion.remedy(for: text, among: declared + ["none"]))
        }
        return .unsaid
    }

    func limit(
        _ section: Section, _ auth: AuthKind?, _ defaults: OperationDefaults, _ names: PolicyNames
    ) -> Int? {
        let choice = limitChoice(section, names)
        if auth == .public {
            if case .named = choice {
                findings.error(
                    "`\(section.path("limit"))` is of no use: a public operation has no "
                        + "organization to count for", at: section.mark(of: "limit"),
                    remedy: "remove it, or ask for a token")
            }
            return nil
        }
        switch choice {
        case .unsaid: return defaults.limit
        case .none: return nil
        case .named(let index): return index
        }
    }

    /// `upstream`: an upstream's name.
    func upstreamChoice(_ section: Section, _ names: PolicyNames) -> Int? {
        guard let (text, node) = section.text("upstream") else { return nil }
        if let index = names.upstreams.firstIndex(where: { $0.name == text }) { return index }
        section.refuse(
            "upstream", node, because: "is \"\(text)\", which `upstreams` does not have",
            remedy: Suggestion.remedy(for: text, among: names.upstreams.map(\.name)))
        return nil
    }

    /// `handler`: which of the gateway's own handlers answers, nil for the upstream. The defaults'
    /// `edge` means the operations that it can answer.
    func edge(
        _ facts: OperationFacts, _ section: Section, _ defaults: OperationDefaults,
        _ auth: AuthKind?
    ) -> EdgeHandler? {
        let own = section.choice("handler", of: Handler.self)
        guard own ?? defaults.handler == .edge else { return nil }
        guard let edge = EdgeHandler(facts) else {
            if own == .edge {
                findings.error(
                    "`\(section.path("handler"))` is `edge`, but the gateway cannot answer "
                        + "\(facts.requestLine)",
                    at: section.mark(of: "handler"),
                    remedy: "write `forward`; the gateway exchanges codes (required fields: `code` "
                        + "and `redirect_uri`) and mints embed tokens (`slug` and `subject`)")
            }
            return nil
        }
        judge(edge, section, auth)
        return edge
    }

    private func judge(_ edge: EdgeHandler, _ section: Section, _ auth: AuthKind?) {
        switch edge {
        case .codeExchange:
            guard let auth, auth != .public else { return }
            findings.error(
                "`\(section.name)` exchanges codes, for clients that have no token yet",
                at: section.mark(of: "auth"), remedy: "write `auth: public`")
        case .embedToken:
            if let auth, auth != .bearer {
                findings.error(
                    "`\(section.name)` mints embed tokens, for the organization of a bearer token",
                    at: section.mark(of: "auth"), remedy: "write `auth: bearer`")
            }
            guard !root.has("embed") else { return }
            findings.error(
                "`\(section.name)` mints embed tokens, but no `embed` says how",
                at: section.mark(of: "handler"),
                remedy:
                    "add `embed: {issuer: \"https://app.test\", master_key_file: FILE}`, "
                    + "or write `handler: forward`")
        }
    }

    /// `body_max`, or what the defaults, the contract and the bounds leave.
    func bodyBytesMax(
        _ facts: OperationFacts, _ section: Section, _ isUntouched: Bool,
        _ defaults: OperationDefaults, _ names: PolicyNames
    ) -> Int {
        let isHeld = facts.holdsBody && !isUntouched
        let ceiling = isHeld ? Bounds.judgedBodyBytesCeiling : Bounds.bodyBytesCeiling
        let cap = names.bounds.bodyBytesMax
        if let own = section.size("body_max", in: 0...ceiling) {
            if own > cap {
                findings.error(
                    "`\(section.path("body_max"))` is \(Units.text(bytes: own)), above "
                        + "`bounds.body`, which is judged first (\(Units.text(bytes: cap)))",
                    at: section.mark(of: "body_max"), remedy: "raise `bounds.body`, or lower this")
            }
            return own
        }
        let standard =
            isUntouched
            ? Bounds.untouchedBodyBytesMax
            : defaults.bodyBytesMax ?? (isHeld ? Bounds.judgedBodyBytesMax : cap)
        return min(standard, ceiling, cap)
    }
}
