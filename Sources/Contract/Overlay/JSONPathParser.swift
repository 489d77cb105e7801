/// Why a query cannot be read, and at which of its characters.
struct JSONPathFault: Error {
    let position: Int
    let reason: String
}

/// Reads the text of a JSONPath query.
struct JSONPathParser {
    private let text: [Character]
    private var position = 0
    private var depth = 0

    init(_ text: String) { self.text = Array(text) }

    /// The whole text as a query from the root.
    mutating func parse() throws(JSONPathFault) -> [JSONPath.Segment] {
        guard take("$") else { throw fault("a query begins with $") }
        let segments = try segments()
        guard position == text.count else { throw fault("a dot or bracket is expected") }
        return segments
    }

    private func fault(_ reason: String) -> JSONPathFault {
        JSONPathFault(position: position, reason: reason)
    }

    private var next: Character? { position < text.count ? text[position] : nil }

    private mutating func take(_ token: String) -> Bool {
        let characters = Array(token)
        guard text[position...].starts(with: characters) else { return false }
        position += characters.count
        return true
    }

    private mutating func skipBlanks() {
        while let character = next, character.isWhitespace { position += 1 }
    }

    private mutating func segments() throws(JSONPathFault) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let isDescendant = take("..")
            if take("[") {
                segments.append(
                    JSONPath.Segment(isDescendant: isDescendant, selectors: try selectors()))
            } else if isDescendant || take(".") {
                let selector: JSONPath.Selector = take("*") ? .wildcard : .name(try shorthand())
                segments.append(
                    JSONPath.Segment(isDescendant: isDescendant, selectors: [selector]))
            } else {
                return segments
            }
        }
    }

    private mutating func shorthand() throws(JSONPathFault) -> String {
        let start = position
        while let character = next,
            character.isLetter || character.isNumber || character == "_" || character == "-"
        {
            position += 1
        }
        guard position > start else { throw fault("a name is expected behind the dot") }
        return String(text[start..<position])
    }

    /// What stands between brackets, the closing one included.
    private mutating func selectors() throws(JSONPathFault) -> [JSONPath.Selector] {
        var selectors: [JSONPath.Selector] = []
        while true {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
            if take("]") { return selectors }
            guard take(",") else { throw fault("a comma or closing bracket is expected") }
        }
    }

    private mutating func selector() throws(JSONPathFault) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        if take("?") {
            skipBlanks()
            return .filter(try alternatives())
        }
        if next == "'" || next == "\"" { return .name(try quoted()) }
        let first = integer()
        skipBlanks()
        guard take(":") else {
            guard let first else { throw fault("a quoted name, index, * or ? is expected") }
            return .index(first)
        }
        skipBlanks()
        let end = integer()
        skipBlanks()
        var step: Int?
        if take(":") {
            skipBlanks()
            step = integer()
        }
        return .slice(start: first, end: end, step: step ?? 1)
    }

    private mutating func integer() -> Int? {
        let start = position
        if next == "-" { position += 1 }
        while let character = next, character.isASCII, character.isNumber { position += 1 }
        guard let value = Int(String(text[start..<position])) else {
            position = start
            return nil
        }
        return value
    }

    private mutating func quoted() throws(JSONPathFault) -> String {
        guard let quote = next else { throw fault("a quoted text is expected") }
        position += 1
        var result = ""
        while let character = next {
            position += 1
            if character == quote { return result }
            guard character == "\\" else {
                result.append(character)
                continue
            }
            guard let escaped = next, "\\/'\"".contains(escaped) else {
                throw fault("only \\\\, \\/, \\' and \\\" are read as escapes")
            }
            position += 1
            result.append(escaped)
        }
        throw fault("the quoted text has no end")
    }

    // MARK: Filters

    private mutating func alternatives() throws(JSONPathFault) -> JSONPath.Filter {
        var parts = [try conjunction()]
        while true {
            skipBlanks()
            guard take("||") else { return parts.count == 1 ? parts[0] : .any(parts) }
            parts.append(try conjunction())
        }
    }

    private mutating func conjunction() throws(JSONPathFault) -> JSONPath.Filter {
        var parts = [try condition()]
        while true {
            skipBlanks()
            guard take("&&") else { return parts.count == 1 ? parts[0] : .all(parts) }
            parts.append(try condition())
        }
    }

    private mutating func condition() throws(JSONPathFault) -> JSONPath.Filter {
        skipBlanks()
        depth += 1
        defer { depth -= 1 }
        guard depth < 64 else { throw fault("conditions are nested too deeply") }
        if next == "!" {
            position += 1
            return .not(try condition())
        }
        if take("(") {
            let inner = try alternatives()
            skipBlanks()
            guard take(")") else { throw fault("a closing parenthesis is expected") }
            return inner
        }
        let left = try operand()
        skipBlanks()
        for comparison in JSONPath.Comparison.allCases where take(comparison.rawValue) {
            skipBlanks()
            return .compare(left, comparison, try operand())
        }
        guard case .query(let query) = left else { throw fault("a comparison is expected") }
        return .exists(query)
    }

    private mutating func operand() throws(JSONPathFault) -> JSONPath.Operand {
        if take("@") { return .query(JSONPath.Query(isRelative: true, segments: try segments())) }
        if take("$") { return .query(JSONPath.Query(isRelative: false, segments: try segments())) }
        if next == "'" || next == "\"" { return .literal(.string(try quoted())) }
        for (word, value) in [
            ("true", JSONPath.Literal.bool(true)), ("false", .bool(false)), ("null", .null),
        ] where take(word) {
            return .literal(value)
        }
        let start = position
        while let character = next, "+-.0123456789eE".contains(character) { position += 1 }
        guard let number = Double(String(text[start..<position])) else {
            position = start
            throw fault("a literal, @ or $ is expected; functions are not supported")
        }
        return .literal(.number(number))
    }
}
