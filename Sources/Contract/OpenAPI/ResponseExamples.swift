import Bytes
package import Document

/// A successful answer as the document gives it.
package struct ResponseExample: Sendable {
    /// 200 to 299.
    package let status: Int
    /// As the document spells it: `application/json`; nil for an answer without content.
    package let contentType: String?
    /// The example; nil for an answer without content.
    package let body: Node?
}

extension Contract {
    /// The first successful response of an operation that has an example, or that says that it has
    /// no content; nil where the document shows none.
    package func responseExample(of operation: Operation) -> ResponseExample? {
        for entry in operation.node["responses"]?.mapping ?? [] {
            guard let status = Self.successStatus(entry.key),
                let response = try? References(document).resolve(entry.value)
            else { continue }
            let content = response["content"]?.mapping ?? []
            if content.isEmpty, status == 204 {
                return ResponseExample(status: status, contentType: nil, body: nil)
            }
            for type in content {
                let schema = type.value["schema"]
                let mediaType = RequestBody.MediaType(
                    name: type.key, schema: schema, node: type.value)
                guard let example = bodyExamples(of: mediaType).first else { continue }
                return ResponseExample(status: status, contentType: type.key, body: example.node)
            }
        }
        return nil
    }

    /// `200` to `299`; `2XX` (OpenAPI 3.0.3 §4.7.16) reads as 200.
    private static func successStatus(_ key: String) -> Int? {
        if key == "2XX" { return 200 }
        guard let status = Int(key), (200...299).contains(status) else { return nil }
        return status
    }
}
