import Bytes
import Contract
import Document
import HTTP

/// What `defaults` says for every operation that does not say otherwise.
struct OperationDefaults {
    var auth: AuthKind?
    var abilities: AbilityRequirement?
    var mode = Mode.enforce
    var assumed = Mode.report
    var limit: Int?
    var upstream: Int?
    var bodyBytesMax: Int?
    var handler = Handler.forward
    /// Where `timeouts` of the defaults stand; read again over each upstream's own.
    var section: Section?
}

/// The names that operations refer to.
struct PolicyNames {
    let upstreams: [UpstreamPolicy]
    /// False when `upstreams` could not be read, so that no name is called unknown.
    let limits: [LimitPolicy]
    /// Whether a list stands behind each; else references to it were reported already.
    let hasSessionCookie: Bool
    let bounds: RequestBounds
}

extension PolicyReader {
    /// `defaults`
    func operationDefaults(_ names: PolicyNames) -> OperationDefaults {
        var defaults = OperationDefaults()
        if names.upstreams.count == 1 { defaults.upstream = 0 }
        guard let section = root.section("defaults") else { return defaults }
        defaults.auth = section.choice("auth", of: AuthKind.self)
        defaults.abilities = abilities(section)
        defaults.mode = section.choice("mode", of: Mode.self) ?? defaults.mode
        defaults.assumed = section.choice("assumed", of: Mode.self) ?? defaults.assumed
        defaults.limit = limit(section, names) ?? nil
        defaults.upstream = upstream(section, names) ?? defaults.upstream
        defaults.bodyBytesMax = section.size("body_max", in: 0...Bounds.bodyBytesCeiling)
        defaults.handler = handler(section)
        defaults.section = section
        _ = upstreamTimeouts(section, over: .default)
        section.finish()
        return defaults
    }

    /// `operations`, parallel to the contract's; nil where one cannot be used.
    func operations(
        of contract: [Operation], defaults: OperationDefaults, _ names: PolicyNames
    ) -> [OperationPolicy?] {
        let entries = root.has("operations") ? root.namedEntries("operations") ?? [] : []
        var found: [Int: Node.Entry] = [:]
        for entry in entries {
            guard let index = operation(named: entry, in: contract) else { continue }
            if let first = found[index] {
                findings.error(
                    "`\(entry.key)` is the operation of line \(first.keyMark.line) again",
                    at: entry.keyMark, remedy: "join the two entries")
            }
            found[index] = entry
        }
        return contract.indices.map { index in
            let operation = contract[index]
            guard let entry = found[index] else {
                return self.operation(operation, Unnamed(operation), defaults, names)
            }
            let section = Section(
                entry.value, name: "operations.\(entry.key)", at: entry.keyMark,
                findings: findings)
            defer { section.finish() }
            return self.operation(operation, .named(section), defaults, names)
        }
    }

    /// The operation that an entry's key means: an operationId, or a method and path.
    private func operation(named entry: Node.Entry, in contract: [Operation]) -> Int? {
        if let index = contract.firstIndex(where: { $0.id == entry.key }) { return index }
        let lines = contract.map(requestLine)
        if let index = lines.firstIndex(of: entry.key) { return index }
        let known = entry.key.contains("/") ? lines : contract.map(\.id)
        findings.error(
            "the contract has no operation `\(entry.key)`", at: entry.keyMark,
            remedy: Suggestion.remedy(for: entry.key, among: known))
        return nil
    }
}
