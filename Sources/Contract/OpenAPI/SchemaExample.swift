import Bytes
import Document

/// A schema's example: its own, or its properties' put together.
struct SchemaExample {
    private let references: References
    /// The schemas between the first and the one at hand: one that comes again is recursive, and a
    /// finite example leaves it out.
    private var chain: [ObjectIdentifier] = []
    /// Schemas that may still be looked at: those that share others need not be recursive to make
    /// an example of millions of values.
    private var schemasLeft = Bounds.inputFieldsMax

    init(_ references: References) { self.references = references }

    /// Nil where a required property has none.
    mutating func value(of given: Node) -> Node? {
        guard schemasLeft > 0, let schema = try? references.resolve(given),
            !chain.contains(ObjectIdentifier(schema))
        else { return nil }
        schemasLeft -= 1
        let own =
            schema["example"] ?? schema["examples"]?.sequence?.first ?? schema["default"]
            ?? schema["const"]
        if let own { return own }
        chain.append(ObjectIdentifier(schema))
        defer { chain.removeLast() }
        if let element = schema["items"] {
            return value(of: element).map { Node(.sequence([$0]), at: schema.mark) }
        }
        guard let properties = schema["properties"]?.mapping else {
            return schema["enum"]?.sequence?.first
        }
        let required = (schema["required"]?.sequence ?? []).compactMap(\.text)
        var entries: [Node.Entry] = []
        for property in properties {
            if let value = value(of: property.value) {
                entries.append(
                    Node.Entry(key: property.key, keyMark: property.keyMark, value: value))
            } else if required.contains(property.key) {
                return nil
            }
        }
        return Node(.mapping(entries), at: schema.mark)
    }
}
