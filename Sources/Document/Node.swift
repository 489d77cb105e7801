/// One value of a YAML or JSON document, with the place it stands at. Nodes never change, so a part
/// that is used twice (an alias, a `$ref`) is shared rather than copied.
package final class Node: Sendable {
    /// One key of a mapping with its value.
    package struct Entry: Sendable {
        package let key: String
        package let keyMark: Mark
        /// Whether the key was written as a string: `200` is not, `"200"` is.
        package let isString: Bool
        package let value: Node

        package init(key: String, keyMark: Mark, isString: Bool = true, value: Node) {
            self.key = key
            self.keyMark = keyMark
            self.isString = isString
            self.value = value
        }
    }

    /// What a node is.
    package enum Content: Sendable {
        /// Keys in the order of the text, each once.
        case mapping([Entry])
        case sequence([Node])
        /// A text; `isQuoted` says that it is a string whatever it looks like.
        case scalar(String, isQuoted: Bool)
    }

    package let content: Content
    package let mark: Mark
    /// Positions of a mapping's keys, made for those too large to search one by one.
    private let positions: [String: Int]

    package init(_ content: Content, at mark: Mark) {
        self.content = content
        self.mark = mark
        var positions: [String: Int] = [:]
        if case .mapping(let entries) = content, entries.count > 8 {
            for (position, entry) in entries.enumerated() where positions[entry.key] == nil {
                positions[entry.key] = position
            }
        }
        self.positions = positions
    }

    /// The entries of a mapping, nil for anything else.
    package var mapping: [Entry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The elements of a sequence, nil for anything else.
    package var sequence: [Node]? {
        guard case .sequence(let elements) = content else { return nil }
        return elements
    }

    /// A mapping's entry for `key`, nil when this is no mapping or has no such key.
    package func entry(_ key: String) -> Entry? {
        guard case .mapping(let entries) = content else { return nil }
        if positions.isEmpty { return entries.first { $0.key == key } }
        return positions[key].map { entries[$0] }
    }

    /// A mapping's value for `key`, nil when this is no mapping or has no such key.
    package subscript(_ key: String) -> Node? { entry(key)?.value }
}
