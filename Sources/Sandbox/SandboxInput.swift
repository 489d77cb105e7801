/// A request's fields as a Laravel controller sees them: texts without blanks around them, blank
/// ones null, the body's before the query's (laravel.md §3).
struct SandboxInput {
    enum Value: Equatable {
        case null
        case text(String)
        /// An array's elements, or an object's values; nil for an element that is no text.
        case list([String?])
        /// A number, `true` or `false`.
        case other
    }

    var body: [String: Value] = [:]
    var query: [String: Value] = [:]

    /// A field's value; nil where it was omitted.
    subscript(name: String) -> Value? { body[name] ?? query[name] }

    /// A field's text; nil for anything else.
    func text(_ name: String) -> String? {
        guard case .text(let text) = self[name] else { return nil }
        return text
    }

    /// An integer of the query; nil for anything else.
    func integer(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

    /// An array's elements; nil for anything else.
    func list(_ name: String) -> [String?]? {
        guard case .list(let elements) = self[name] else { return nil }
        return elements
    }
}
