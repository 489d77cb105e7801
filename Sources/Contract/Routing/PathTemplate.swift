import Bytes
package import Document

/// An OpenAPI path template, taken apart: `/contacts/{id}` or `/reports/{name}.{format}`.
package struct PathTemplate: Sendable {
    /// One part between two slashes.
    package enum Segment: Hashable, Sendable {
        /// Bytes as a normalised path spells them.
        case literal([UInt8])
        /// A whole segment that is a parameter.
        case parameter
        /// Parameters and text in one segment: the text before, between and behind the parameters,
        /// one more than there are parameters.
        case mixed([[UInt8]])
    }

    /// The template as the document writes it.
    package let text: String
    package let segments: [Segment]
    /// The parameters' names, in order.
    package let parameters: [String]

    /// Takes a template apart. Refuses what is no template: no slash at the front, unbalanced
    /// braces, a parameter without a name or named twice, two parameters without text between them.
    package init(_ text: String, at mark: Mark) throws(DocumentError) {
        self.text = text
        var bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/") else {
            throw DocumentError(
                "the path \"\(text)\" does not begin with a slash", at: mark,
                remedy: "write \"/\(text)\"")
        }
        bytes.removeFirst()
        if bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        var segments: [Segment] = []
        var parameters: [String] = []
        if !bytes.isEmpty {
            let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            for part in parts {
                do throws(TemplateFault) {
                    segments.append(try Self.segment(part, names: &parameters))
                } catch {
                    throw DocumentError("the path \"\(text)\" \(error.reason)", at: mark)
                }
            }
        }
        guard parameters.count <= Bounds.pathParametersMax else {
            throw DocumentError(
                "the path \"\(text)\" has more than \(Bounds.pathParametersMax) parameters",
                at: mark)
        }
        if let twice = parameters.first(where: { name in parameters.count { $0 == name } > 1 }) {
            throw DocumentError("the path \"\(text)\" names {\(twice)} twice", at: mark)
        }
        self.segments = segments
        self.parameters = parameters
    }

    /// Why no request can ever match, or nil: the path of a request is normalised before routing,
    /// so empty and dot segments never arrive, and a query or fragment is no part of it.
    package var unreachableReason: String? {
        for case .literal(let bytes) in segments {
            if bytes.isEmpty { return "has an empty segment, which no request's path has" }
            if bytes == [0x2E] || bytes == [0x2E, 0x2E] {
                return "has a dot segment, which is resolved before routing"
            }
        }
        return text.utf8.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
            ? "has a query or fragment, which is no part of a request's path" : nil
    }

    /// The one path that matches, as normalised paths are spelt, without a slash at its end; nil
    /// for a template with parameters.
    package var fixedPath: [UInt8]? {
        var path: [UInt8] = []
        for segment in segments {
            guard case .literal(let bytes) = segment else { return nil }
            path.append(UInt8(ascii: "/"))
            path += bytes
        }
        return path.isEmpty ? [UInt8(ascii: "/")] : path
    }

    /// Whether some path can match both templates.
    package func meets(_ prefix: PathTemplate) -> Bool {
        guard segments.count >= prefix.segments.count else { return false }
        return zip(segments, prefix.segments).allSatisfy { mine, theirs in
            guard case .literal(let mine) = mine, case .literal(let theirs) = theirs else {
                return true
            }
            return mine == theirs
        }
    }

    private struct TemplateFault: Error {
        let reason: String
    }

    private static func segment(
        _ part: ArraySlice<UInt8>, names: inout [String]
    ) throws(TemplateFault) -> Segment {
        var literals: [[UInt8]] = [[]]
        var rest = part
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "}") {
                throw TemplateFault(reason: "closes a brace that it never opened")
            }
            guard byte == UInt8(ascii: "{") else {
                literals[literals.count - 1].append(byte)
                continue
            }
            guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
                throw TemplateFault(reason: "opens a brace that its segment does not close")
            }
            let name = String(decoding: rest[..<end], as: UTF8.self)
            guard !name.isEmpty, !name.contains("{") else {
                throw TemplateFault(reason: "has a parameter without a name")
            }
            if literals.count > 1, literals[literals.count - 1].isEmpty {
                throw TemplateFault(reason: "has two parameters without text between them")
            }
            names.append(name)
            literals.append([])
            rest = rest[(end + 1)...]
        }
        let spelled = literals.map(normalised)
        if spelled.count == 1 { return .literal(spelled[0]) }
        return spelled == [[], []] ? .parameter : .mixed(spelled)
    }

    /// Whether a byte that is not unreserved may stand in a segment without an escape (RFC 3986
    /// §3.3): both spellings are kept, for they may mean different things.
    static func standsBare(_ byte: UInt8) -> Bool { "!$&'()*+,;=:@".utf8.contains(byte) }

    /// The bytes as a normalised path has them: unreserved characters (RFC 3986 §2.3) bare, what
    /// may not stand in a path escaped, escapes in upper case.
    private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEscape = false
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = ASCII.hexValue(bytes[index + 1]),
                let low = ASCII.hexValue(bytes[index + 2])
            {
                byte = high << 4 | low
                isEscape = true
                index += 2
            }
            index += 1
            let isUnreserved = ASCII.isAlphanumeric(byte) || "-._~".utf8.contains(byte)
            if isUnreserved || !isEscape && standsBare(byte) {
                result.append(byte)
            } else {
                let digits = "0123456789ABCDEF".utf8.map { $0 }
                result.append(UInt8(ascii: "%"))
                result.append(digits[Int(byte >> 4)])
                result.append(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
