import Document

/// One mapping of the policy while it is read. It hands out values by key, reports those that
/// cannot be used, and remembers the keys it was asked for: what nobody asked for is unknown.
final class Section {
    /// How messages name this place: `upstreams.app`; empty for the whole file.
    let name: String
    let mark: Mark
    let findings: Findings
    private let node: Node?
    private var known: [String] = []

    /// - Parameter node: nil stands for a mapping without keys.
    init(_ node: Node?, name: String, at mark: Mark, findings: Findings) {
        self.name = name
        self.mark = mark
        self.findings = findings
        guard let node, !node.isNull else {
            self.node = nil
            return
        }
        if node.mapping == nil {
            findings.error(
                name.isEmpty
                    ? "the policy is \(node.kindText), not a mapping of keys"
                    : "`\(name)` is \(node.kindText), not a mapping of keys",
                at: node.mark, remedy: "write `key: value` lines below it, indented")
        }
        self.node = node.mapping == nil ? nil : node
    }

    /// How messages name a key of this section.
    func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }

    /// The place of a key, or of the section when it has no such key.
    func mark(of key: String) -> Mark { node?.entry(key)?.keyMark ?? mark }

    func has(_ key: String) -> Bool { node?.entry(key) != nil }

    /// The value of a key as it stands; nil when the key is missing. A key with nothing behind it
    /// is reported.
    func value(_ key: String) -> Node? {
        known.append(key)
        guard let entry = node?.entry(key) else { return nil }
        guard !entry.value.isNull else {
            findings.error(
                "`\(path(key))` has no value", at: entry.keyMark,
                remedy: "write its value behind the colon, or remove the line")
            return nil
        }
        return entry.value
    }

    /// Like `value(_:)`, and a missing key is reported.
    func required(_ key: String, remedy: String) -> Node? {
        if !has(key) {
            let place = name.isEmpty ? "the policy" : "`\(name)`"
            findings.error("\(place) has no `\(key)`", at: mark, remedy: remedy)
        }
        return value(key)
    }

    /// A nested mapping; nil when the key is missing.
    func section(_ key: String) -> Section? {
        known.append(key)
        guard let entry = node?.entry(key) else { return nil }
        return Section(entry.value, name: path(key), at: entry.keyMark, findings: findings)
    }

    /// A mapping whose keys the author chooses, as sections in the order of the text.
    func namedEntries(_ key: String) -> [Node.Entry]? {
        guard let value = value(key) else { return nil }
        guard let entries = value.mapping else {
            findings.error(
                "`\(path(key))` is \(value.kindText), not a mapping of names", at: value.mark,
                remedy: "write `name:` lines below it, indented")
            return nil
        }
        return entries
    }

    /// The names that a mapping of names declares, usable or not.
    func declaredNames(_ key: String) -> [String] {
        node?[key]?.mapping?.map(\.key) ?? []
    }

    /// The elements of a list; nil when the key is missing or holds no list.
    func list(_ key: String) -> [Node]? {
        guard let value = value(key) else { return nil }
        guard let elements = value.sequence else {
            let hint = value.text.map { ": `\(key): [\($0)]`" } ?? " with `- ` before each element"
            findings.error(
                "`\(path(key))` is \(value.kindText), not a list", at: value.mark,
                remedy: "write a list\(hint)")
            return nil
        }
        return elements
    }

    /// A section for each element of a list of mappings.
    func sections(_ key: String) -> [Section]? {
        list(key)?.enumerated().map { index, element in
            Section(
                element, name: "\(path(key))[\(index)]", at: element.mark, findings: findings)
        }
    }

    /// Reports the keys that nobody asked for. Call it once everything is read.
    func finish() {
        for entry in node?.mapping ?? [] where !known.contains(entry.key) {
            // A place for anchors and notes, at the top of the file only.
            if name.isEmpty && entry.key.hasPrefix("x-") { continue }
            let place = name.isEmpty ? "a policy" : "`\(name)`"
            findings.error(
                "\(place) has no key `\(entry.key)`", at: entry.keyMark,
                remedy: Suggestion.remedy(for: entry.key, among: known))
        }
    }
}
