import Bytes
package import Document

/// A request that the document itself gives as an example.
package struct RequestExample: Sendable {
    /// What the example is for, in messages: "the example" or its name among `examples`.
    package let name: String
    /// The body as JSON; empty where the operation has none.
    package let body: [UInt8]
    /// The query without its question mark.
    package let query: [UInt8]
    /// Where the example stands, or the schema that it was put together from.
    package let mark: Mark
}

extension Contract {
    /// The examples of an operation's requests: of the media type, of the schema, or put together
    /// from the examples of its properties; each with the examples of the query's parameters.
    package func requestExamples(of operation: Operation) -> [RequestExample] {
        let query = exampleQuery(of: operation)
        guard let judged = operation.body?.judged else {
            return operation.fields.isEmpty
                ? []
                : [
                    RequestExample(
                        name: "the example", body: [], query: query, mark: operation.mark)
                ]
        }
        return bodyExamples(of: judged).map { name, node in
            var body = ByteBuffer()
            node.appendJSON(to: &body)
            return RequestExample(
                name: name, body: body.span.toArray(), query: query, mark: node.mark)
        }
    }

    /// Judges every operation's request examples by its own rules; one that fails is either wrong
    /// or shows that the rules are. For `check`.
    package func checkExamples() -> [Diagnostic] {
        var judge = InputJudge()
        var findings: [Diagnostic] = []
        for operation in operations {
            guard let program = operation.input else { continue }
            for example in requestExamples(of: operation) {
                let verdict = judge.judge(
                    program, encoding: example.body.isEmpty ? .other : .json,
                    body: example.body.span, query: example.query.span)
                guard verdict != .passes else { continue }
                var reason = "it cannot be judged"
                if let broken = judge.firstViolation {
                    reason =
                        "\(program.path(ofField: broken.field)) breaks the rule "
                        + "\(program.name(ofRule: broken.rule))"
                }
                findings.append(
                    .warning(
                        "\(example.name) of \(operation.name) fails its own schema: \(reason)",
                        at: example.mark,
                        remedy: "correct the example, or with an overlay the rule"))
            }
        }
        return findings
    }

    func bodyExamples(
        of mediaType: RequestBody.MediaType
    ) -> [(name: String, node: Node)] {
        if let example = mediaType.node["example"] { return [("the example", example)] }
        if let examples = mediaType.node["examples"]?.mapping, !examples.isEmpty {
            let references = References(document)
            return examples.compactMap { entry in
                guard let example = try? references.resolve(entry.value),
                    let value = example["value"]
                else { return nil }
                return ("the example \"\(entry.key)\"", value)
            }
        }
        guard let schema = mediaType.schema, let node = exampleValue(of: schema) else {
            return []
        }
        return [("the example", node)]
    }

    private func exampleValue(of schema: Node) -> Node? {
        var example = SchemaExample(References(document))
        return example.value(of: schema)
    }

    private func exampleQuery(of operation: Operation) -> [UInt8] {
        var query: [UInt8] = []
        for parameter in operation.parameters where parameter.location == .query {
            guard
                let example = parameter.node["example"]
                    ?? parameter.schema.flatMap({ exampleValue(of: $0) }),
                let values = example.sequence?.compactMap(\.text) ?? example.text.map({ [$0] })
            else { continue }
            for value in values {
                if !query.isEmpty { query.append(UInt8(ascii: "&")) }
                query.append(contentsOf: escaped(parameter.name))
                query.append(UInt8(ascii: "="))
                query.append(contentsOf: escaped(value))
            }
        }
        return query
    }

    private func escaped(_ text: String) -> [UInt8] {
        var result = ByteBuffer()
        for byte in text.utf8 {
            if ASCII.isAlphanumeric(byte) || "-._~[]".utf8.contains(byte) {
                result.append(byte)
            } else {
                result.append("%")
                result.append(hex: UInt64(byte), digits: 2)
            }
        }
        return result.span.toArray()
    }
}
