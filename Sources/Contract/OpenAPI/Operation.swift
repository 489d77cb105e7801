package import Document
package import HTTP

/// One operation of the contract: a method on a path, and what it may be sent.
package struct Operation: Sendable {
    /// Position in `Contract.operations`; what the router answers with.
    package let index: Int
    /// The document's `operationId`; `METHOD /template` where it has none or uses one twice.
    package let id: String
    package let method: Method
    package let template: PathTemplate
    /// Parameters of the path item and the operation, `$ref`s followed; the operation's own win.
    package let parameters: [Parameter]
    /// What the document says about the body, nil where it has no `requestBody`.
    package let body: RequestBody?
    /// Why bodies cannot be judged although the document describes them. Such an operation must not
    /// pass as if it were judged: the policy has to say what becomes of it.
    package let bodyFault: Diagnostic?
    /// Every field that the document and its overlays have rules for.
    package let fields: [FieldRules]
    /// The rules compiled, assumed ones reported; nil where nothing is to be judged or `bodyFault`
    /// says that it cannot be. `InputProgram(fields, assumed:)` compiles them otherwise.
    package let input: InputProgram?
    /// The operation in the document, overlays applied: its examples, responses and extensions.
    package let node: Node
    package let mark: Mark

    /// `METHOD /template`, for messages and logs.
    package var name: String { "\(method.text) \(template.text)" }
    /// Whether the body must be held before it may be forwarded: input is judged as a whole, so
    /// that rules of the query alone hold a body as well.
    package var holdsBody: Bool { input != nil || bodyFault != nil }
}

/// A parameter of an operation (OpenAPI 3.0.3 §4.7.12).
package struct Parameter: Sendable {
    /// Where a parameter stands in a request.
    package enum Location: String, Sendable {
        case path
        case query
        case header
        case cookie
    }

    package let name: String
    package let location: Location
    package let isRequired: Bool
    /// The schema, `$ref` followed; nil where the document gives none.
    package let schema: Node?
    /// The parameter object.
    package let node: Node
}

/// A request body's declaration (OpenAPI 3.0.3 §4.7.13).
package struct RequestBody: Sendable {
    /// One entry of `content`.
    package struct MediaType: Sendable {
        /// As the document spells it: `application/json`.
        package let name: String
        /// The schema, `$ref` followed; nil where the document gives none.
        package let schema: Node?
        /// The media type object, which holds the examples.
        package let node: Node
    }

    package let isRequired: Bool
    package let mediaTypes: [MediaType]
    /// The media type whose schema bodies are judged by, nil where none can be or need be.
    package let judged: MediaType?
}
