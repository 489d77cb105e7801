import Bytes
import Contract
import Document

/// What the operations of a policy refer to.
struct PolicyNames {
    let upstreams: [UpstreamPolicy]
    let limits: [LimitPolicy]
    let hasSessionCookie: Bool
    let bounds: RequestBounds
}

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
}

extension PolicyReader {
    /// `defaults`
    func operationDefaults(_ names: PolicyNames) -> OperationDefaults {
        var defaults = OperationDefaults()
        if names.upstreams.count == 1 { defaults.upstream = 0 }
        guard let section = root.section("defaults") else { return defaults }
        defer { section.finish() }
        defaults.auth = section.choice("auth", of: AuthKind.self)
        if defaults.auth == .embed { requireEmbed(section) }
        defaults.abilities = abilities(section)
        defaults.mode = section.choice("mode", of: Mode.self) ?? defaults.mode
        defaults.assumed = section.choice("assumed", of: Mode.self) ?? defaults.assumed
        if case .named(let limit) = limitChoice(section, names) { defaults.limit = limit }
        defaults.upstream = upstreamChoice(section, names) ?? defaults.upstream
        defaults.bodyBytesMax = section.size("body_max", in: 0...Bounds.bodyBytesCeiling)
        defaults.handler = section.choice("handler", of: Handler.self) ?? .forward
        return defaults
    }

    /// `operations`, parallel to the contract's; nil where one cannot be used.
    func operations(
        of contract: [OperationFacts], _ defaults: OperationDefaults, _ names: PolicyNames
    ) -> [OperationPolicy?] {
        var found: [Int: Node.Entry] = [:]
        for entry in root.namedEntries("operations") ?? [] {
            guard let index = operation(named: entry, in: contract) else { continue }
            if let first = found[index] {
                findings.error(
                    "`\(entry.key)` is the operation of line \(first.keyMark.line) again",
                    at: entry.keyMark, remedy: "join the two entries")
            } else {
                found[index] = entry
            }
        }
        return contract.indices.map { index in
            let entry = found[index]
            let section = Section(
                entry?.value, name: "operations.\(entry?.key ?? contract[index].id)",
                at: entry?.keyMark ?? root.mark(of: "operations"), findings: findings)
            defer { section.finish() }
            return operation(contract[index], section, isListed: entry != nil, defaults, names)
        }
    }

    /// The operation that an entry's key means: an operationId, or a method and path.
    private func operation(named entry: Node.Entry, in contract: [OperationFacts]) -> Int? {
        if let index = contract.firstIndex(where: { $0.id == entry.key }) { return index }
        let lines = contract.map(\.requestLine)
        if let index = lines.firstIndex(of: entry.key) { return index }
        findings.error(
            "the contract has no operation `\(entry.key)`", at: entry.keyMark,
            remedy: Suggestion.remedy(
                for: entry.key, among: entry.key.contains("/") ? lines : contract.map(\.id)))
        return nil
    }

    private func operation(
        _ facts: OperationFacts, _ section: Section, isListed: Bool,
        _ defaults: OperationDefaults, _ names: PolicyNames
    ) -> OperationPolicy? {
        let access = access(facts, section, isListed: isListed, defaults, names)
        let isUntouched = section.flag("untouched", default: false)
        let takesWebSocket = section.flag("websocket", default: false)
        let mode = section.choice("mode", of: Mode.self)
        let assumed = section.choice("assumed", of: Mode.self)
        let edge = edge(facts, section, defaults, access?.auth)
        let limit = limit(section, access?.auth, defaults, names)
        let bodyBytesMax = bodyBytesMax(facts, section, isUntouched, defaults, names)
        let changes = timeoutChanges(section, isUpstream: false)
        let upstream = upstreamChoice(section, names) ?? defaults.upstream
        if upstream == nil, !section.has("upstream"), !names.upstreams.isEmpty {
            findings.error(
                "`\(section.name)` does not say which upstream it goes to", at: section.mark,
                remedy: "add `upstream: \(names.upstreams[0].name)` here or to `defaults`")
        }
        if isUntouched {
            judgeUntouched(facts, section, access?.auth)
        } else if let fault = facts.bodyFault, (mode ?? defaults.mode) == .enforce {
            let place = fault.mark.map { " (\($0.text))" } ?? ""
            findings.error(
                "bodies of \(facts.requestLine) cannot be judged: \(fault.message)\(place)",
                at: section.mark,
                remedy: "write `mode: report` to forward them unjudged, or correct the schema")
        }
        // What we answer ourselves we need not assume.
        let certainty = edge == nil ? assumed ?? defaults.assumed : .enforce
        let input = isUntouched ? nil : input(facts, section, certainty)
        guard let access, let upstream else { return nil }
        let timeouts = names.upstreams[upstream].timeouts.with(changes)
        return OperationPolicy(
            auth: access.auth, abilities: access.abilities, mode: mode ?? defaults.mode,
            assumed: assumed ?? defaults.assumed, input: input, limit: limit, upstream: upstream,
            bodyBytesMax: bodyBytesMax, timeouts: timeouts, edge: isUntouched ? nil : edge,
            isUntouched: isUntouched, takesWebSocket: takesWebSocket)
    }

    /// The contract's rules, compiled again where assumed ones are to refuse.
    private func input(
        _ facts: OperationFacts, _ section: Section, _ assumed: Mode
    ) -> InputProgram? {
        guard assumed == .enforce, let input = facts.input else { return facts.input }
        do throws(InputProgramError) {
            return try InputProgram(facts.fields, assumed: .enforce)
        } catch {
            findings.error(
                "the field `\(error.field)` of \(facts.requestLine) cannot be judged: "
                    + error.message, at: section.mark(of: "assumed"),
                remedy: "correct its rules in the overlay")
            return input
        }
    }

    /// An untouched operation is nobody's to judge: what would judge it is a contradiction.
    private func judgeUntouched(_ facts: OperationFacts, _ section: Section, _ auth: AuthKind?) {
        if let auth, auth != .public {
            findings.error(
                "`\(section.name)` is untouched, so no token can be asked for",
                at: section.mark(of: "untouched"), remedy: "write `auth: public`")
        }
        for key in ["mode", "assumed"] where section.has(key) {
            findings.error(
                "`\(section.path(key))` is of no use: an untouched operation is not judged",
                at: section.mark(of: key), remedy: "remove it, or `untouched`")
        }
        if !facts.template.parameters.isEmpty {
            findings.error(
                "`\(section.name)` is untouched, but its path has parameters",
                at: section.mark(of: "untouched"),
                remedy: "only a fixed path can be taken whole, whatever the method")
        }
    }
}
