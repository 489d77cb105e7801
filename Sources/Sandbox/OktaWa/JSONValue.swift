import Bytes
import JSON

/// A value to be written as a controller's `response()->json()` does: compact, in PHP's spelling
/// (laravel.md §0).
enum JSONValue {
    case null
    case integer(Int)
    case text(String)
    /// JSON that a request brought, in the spelling that it was kept in.
    case json([UInt8])
    case list([JSONValue])
    case object(KeyValuePairs<String, JSONValue>)

    /// A text or null.
    static func text(orNull text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

    /// JSON that was kept, or null.
    static func json(orNull text: [UInt8]?) -> JSONValue { text.map { .json($0) } ?? .null }

    func append(to output: inout ByteBuffer) {
        switch self {
        case .null: output.append("null")
        case .integer(let value): output.append(decimal: value)
        case .text(let text): output.appendJSON(string: text, style: .php)
        case .json(let text): output.append(text.span)
        case .list(let elements):
            output.append("[")
            for (position, element) in elements.enumerated() {
                if position > 0 { output.append(",") }
                element.append(to: &output)
            }
            output.append("]")
        case .object(let members):
            output.append("{")
            for (position, member) in members.enumerated() {
                if position > 0 { output.append(",") }
                output.appendJSON(string: member.key, style: .php)
                output.append(":")
                member.value.append(to: &output)
            }
            output.append("}")
        }
    }
}
