import Contract
import Document
import HTTP

/// What the policy needs to know of an operation of the contract.
struct OperationFacts {
    let id: String
    let method: Method
    let template: PathTemplate
    let hasBodySchema: Bool
    let mark: Mark

    /// The other name of the operation: `POST /api/v1/messages`.
    var requestLine: String { "\(method.text) \(template.text)" }
}
