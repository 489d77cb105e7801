import Bytes
package import Document

/// Path prefixes of whole segments: `/hooks` covers `/hooks` and `/hooks/meta`, not `/hooksmith`.
package struct PrefixTable: Sendable {
    /// In the order to be tried: longest first.
    private let prefixes: [(text: [UInt8], index: Int)]

    /// A table of prefixes, each beginning with a slash; a slash at the end makes no difference.
    package init(_ prefixes: [PathPrefix]) {
        var table: [(text: [UInt8], index: Int)] = []
        for (index, prefix) in prefixes.enumerated() { table.append((prefix.bytes, index)) }
        self.prefixes = table.sorted { $0.text.count > $1.text.count }
    }

    /// The index of the longest prefix that covers a normalised path.
    package func match(_ path: Span<UInt8>) -> Int? {
        for prefix in prefixes where path.starts(with: prefix.text.span) {
            let length = prefix.text.count
            if path.count == length || path[length] == UInt8(ascii: "/") { return prefix.index }
        }
        return nil
    }
}

/// One prefix: a path template without parameters.
package struct PathPrefix: Sendable {
    private let template: PathTemplate
    /// The prefix as a normalised path begins with it, without a slash at the end.
    let bytes: [UInt8]

    /// Reads a prefix; refuses what is no path or has parameters.
    package init(_ text: String, at mark: Mark) throws(DocumentError) {
        template = try PathTemplate(text, at: mark)
        var bytes: [UInt8] = []
        for segment in template.segments {
            guard case .literal(let literal) = segment else {
                throw DocumentError("a prefix has no parameters", at: mark)
            }
            bytes.append(UInt8(ascii: "/"))
            bytes.append(contentsOf: literal)
        }
        self.bytes = bytes
    }

    /// Whether some path below this prefix is one of the template's, which a pass-through must not
    /// be.
    package func covers(_ template: PathTemplate) -> Bool { template.meets(self.template) }
}
