import Bytes
package import Document

/// Follows `$ref` inside one document (RFC 6901 in a URI fragment). What lies outside is refused
/// and never fetched: a contract is what its file says.
package struct References: Sendable {
    private let root: Node

    package init(_ root: Node) { self.root = root }

    /// The node itself, or what its `$ref` leads to, through further references.
    package func resolve(_ node: Node) throws(DocumentError) -> Node {
        var node = node
        var hops = 0
        while let reference = node.entry("$ref") {
            guard let text = reference.value.text else {
                throw DocumentError("$ref takes a text", at: reference.value.mark)
            }
            hops += 1
            guard hops <= Bounds.referenceHopsMax else {
                throw DocumentError(
                    "the reference \"\(text)\" leads back to itself or through more than "
                        + "\(Bounds.referenceHopsMax) others", at: reference.value.mark)
            }
            node = try target(text, at: reference.value.mark)
        }
        return node
    }

    private func target(_ text: String, at mark: Mark) throws(DocumentError) -> Node {
        guard text.first == "#" else {
            throw DocumentError(
                "the reference \"\(text)\" leaves the document", at: mark,
                remedy: "remote references are never fetched: copy the part into the document, "
                    + "for example with an overlay")
        }
        guard let pointer = unescapedPercent(text.dropFirst().utf8),
            pointer.isEmpty || pointer.first == UInt8(ascii: "/")
        else {
            throw DocumentError(
                "the reference \"\(text)\" is no JSON pointer", at: mark,
                remedy: "write it as \"#/components/schemas/Name\"")
        }
        var node = root
        let parts = pointer.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for part in parts.dropFirst() {
            let key = String(decoding: part, as: UTF8.self)
                .substituting("~1", with: "/").substituting("~0", with: "~")
            if let elements = node.sequence, let index = Int(key), elements.indices.contains(index)
            {
                node = elements[index]
            } else if let value = node[key] {
                node = value
            } else {
                throw DocumentError(
                    "the reference \"\(text)\" leads nowhere: there is no \"\(key)\"", at: mark)
            }
        }
        return node
    }

    private func unescapedPercent(_ text: Substring.UTF8View) -> [UInt8]? {
        var result: [UInt8] = []
        var bytes = Array(text)[...]
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            guard let high = bytes.popFirst().flatMap(ASCII.hexValue),
                let low = bytes.popFirst().flatMap(ASCII.hexValue)
            else { return nil }
            result.append(high << 4 | low)
        }
        return result
    }
}
