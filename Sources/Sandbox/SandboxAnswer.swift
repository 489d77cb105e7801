import Bytes
package import Contract
import Document
import HTTP

/// What the sandbox answers one operation with.
package struct SandboxAnswer: Equatable, Sendable {
    package let status: Int
    /// nil for an answer without content.
    package let contentType: String?
    package let body: [UInt8]
    /// For the notification's answer: how many of its organization were taken.
    var notifications: Int?

    /// An answer for each operation of a contract, in its order. An operation without a successful
    /// example borrows: `GET /contacts/{id}` answers with the first element of `GET /contacts`.
    /// What has nothing to borrow from answers with an empty object, or with an empty list where it
    /// is a GET whose template ends in a name.
    package static func all(of contract: Contract) -> [SandboxAnswer] {
        contract.operations.map { operation in
            if let example = contract.responseExample(of: operation) {
                return SandboxAnswer(example)
            }
            return SandboxAnswer(json: borrowed(for: operation, of: contract))
        }
    }

    private init(_ example: ResponseExample) {
        status = example.status
        contentType = example.contentType
        guard let node = example.body else {
            body = []
            return
        }
        var buffer = ByteBuffer()
        let isJSON = contentType?.includes("json") ?? false
        if let text = node.text, !isJSON {
            buffer.append(string: text)
        } else {
            node.appendJSON(to: &buffer)
        }
        body = buffer.span.toArray()
    }

    init(status: Int = 200, json: [UInt8]) {
        self.status = status
        contentType = "application/json"
        body = json
    }

    private static func borrowed(for operation: Operation, of contract: Contract) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.append("{\"data\":")
        if let element = element(for: operation, of: contract) {
            element.appendJSON(to: &buffer)
        } else {
            let isList = operation.method == .get && !endsInParameter(operation)
            buffer.append(isList ? "[]" : "{}")
        }
        buffer.append("}")
        return buffer.span.toArray()
    }

    /// The first element of the list that the template without its last segment answers with.
    private static func element(for operation: Operation, of contract: Contract) -> Node? {
        guard operation.method == .get, endsInParameter(operation) else { return nil }
        let parent = operation.template.segments.dropLast()
        let list = contract.operations.first {
            $0.method == .get && $0.template.segments.elementsEqual(parent)
        }
        return list.flatMap { contract.responseExample(of: $0)?.body?["data"]?.sequence?.first }
    }

    private static func endsInParameter(_ operation: Operation) -> Bool {
        operation.template.text.hasSuffix("}")
    }
}
