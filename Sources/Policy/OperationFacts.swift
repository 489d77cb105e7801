import Contract
import Document
import HTTP

/// What the policy needs to know of an operation of the contract.
struct OperationFacts {
    let id: String
    let method: Method
    let template: PathTemplate
    /// Whether bodies are held in memory and judged, so that their size is bounded.
    let holdsBody: Bool
    /// Why bodies cannot be judged although there is a schema.
    let bodyFault: Diagnostic?
    let fields: [FieldRules]
    /// The rules compiled with the assumed ones reported; nil where there are none.
    let input: InputProgram?
    let mark: Mark

    init(_ operation: Operation) {
        id = operation.id
        method = operation.method
        template = operation.template
        holdsBody = operation.holdsBody
        bodyFault = operation.bodyFault
        fields = operation.fields
        input = operation.input
        mark = operation.mark
    }

    /// The other name of the operation: `POST /api/v1/messages`.
    var requestLine: String { "\(method.text) \(template.text)" }
}
