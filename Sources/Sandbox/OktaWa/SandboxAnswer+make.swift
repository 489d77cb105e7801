import Bytes
import JSON

/// The few kinds of answers that the OktaWa API has.
extension SandboxAnswer {
    /// 200 with a value, compact as controllers answer.
    static func ok(_ value: JSONValue) -> SandboxAnswer { SandboxAnswer(200, value) }

    /// What was asked for, under `data`.
    static func data(_ value: JSONValue) -> SandboxAnswer { ok(.object(["data": value])) }

    /// A 404 that a controller answers itself: compact.
    static func missing(_ kind: String) -> SandboxAnswer {
        SandboxAnswer(404, .object(["message": .text("\(kind) not found.")]))
    }

    /// A 404 of a look-up by the path: Laravel's handler prints it pretty. The words are the
    /// contract's own example.
    static func noResults(_ model: String) -> SandboxAnswer {
        pretty(404, "No query results for model [\(model)].")
    }

    /// An error as Laravel's handler prints it (laravel.md §4).
    static func pretty(_ status: Int, _ message: String) -> SandboxAnswer {
        var buffer = ByteBuffer()
        buffer.append("{\n    \"message\": ")
        buffer.appendJSON(string: message)
        buffer.append("\n}")
        return SandboxAnswer(status: status, json: buffer.span.toArray())
    }

    /// A 422 with one broken rule.
    static func invalid(_ field: String, _ message: String) -> SandboxAnswer {
        let errors = JSONValue.object([field: .list([.text(message)])])
        return SandboxAnswer(422, .object(["message": .text(message), "errors": errors]))
    }

    private init(_ status: Int, _ value: JSONValue) {
        var buffer = ByteBuffer()
        value.append(to: &buffer)
        self.init(status: status, json: buffer.span.toArray())
    }
}
