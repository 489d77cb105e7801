/// Files that read in one sitting, functions of a screen, lines that fit beside each other.
enum Lengths {
    static let fileLinesMax = 500
    static let functionLinesMax = 60
    /// A table of cases may be longer than what reads it.
    static let testLinesMax = 100
    static let lineCharactersMax = 100

    static func findings(_ file: SourceFile) -> [Finding] {
        var findings: [Finding] = []
        if file.lines.count > fileLinesMax {
            findings.append(
                Finding(file, 0, "\(file.lines.count) lines: find the two rooms in it"))
        }
        for (index, line) in file.lines.enumerated() where line.count > lineCharactersMax {
            findings.append(Finding(file, index + 1, "\(line.count) characters in a line"))
        }
        guard file.isSwift else { return findings }
        let most = file.isTest ? testLinesMax : functionLinesMax
        for function in functions(file) where function.lineCount > most {
            findings.append(
                Finding(file, function.line, "\(function.lineCount) lines in a function"))
        }
        return findings
    }

    private struct Function {
        let line: Int
        let lineCount: Int
    }

    /// Functions and initialisers with a body: from the line of the keyword to the closing brace.
    private static func functions(_ file: SourceFile) -> [Function] {
        file.code.indices.compactMap { index in
            let line = file.code[index]
            let calls = line.containsWord(Array(".init(".utf8))
            guard !calls, keywords.contains(where: { line.containsWord($0) }),
                let end = endOfBody(file.code, from: index)
            else { return nil }
            return Function(line: index + 1, lineCount: end - index + 1)
        }
    }

    private static let keywords = ["func", "init(", "init?(", "deinit", "subscript("].map {
        Array($0.utf8)
    }

    /// The line on which the body closes that opens behind line `start`; nil for a declaration
    /// without a body and for what only calls an initialiser.
    private static func endOfBody(_ code: [[UInt8]], from start: Int) -> Int? {
        var parentheses = 0
        var braces = 0
        for index in start..<code.count {
            for byte in code[index] {
                switch byte {
                case UInt8(ascii: "("), UInt8(ascii: "["): parentheses += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"): parentheses -= 1
                case UInt8(ascii: "{"): braces += 1
                case UInt8(ascii: "}"):
                    braces -= 1
                    if braces < 0 { return nil }
                    if braces == 0, parentheses <= 0 { return index }
                default: break
                }
            }
            let isDeclared = parentheses <= 0 && braces == 0
            let continues = index + 1 < code.count && opensOrContinues(code[index + 1])
            if isDeclared, !continues { return nil }
        }
        return nil
    }

    /// Whether a line belongs to the declaration before it: a return type, constraint or brace.
    private static func opensOrContinues(_ line: [UInt8]) -> Bool {
        let text = line.drop { $0 == 0x20 }
        return ["{", "->", ")", "throws", "async", "where"].contains { text.starts(with: $0.utf8) }
    }
}
