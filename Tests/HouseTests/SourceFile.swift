/// One file of the tree, as it is and with everything blanked that is no code.
struct SourceFile {
    /// Path below the package's root, such as `Sources/Bytes/Ring.swift`.
    let path: String
    /// The file's lines as they are.
    let lines: [String]
    /// The same lines with comments and the insides of string literals replaced by spaces.
    let code: [[UInt8]]

    init(path: String, text: String) {
        self.path = path
        lines = Self.split(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
        var blanker = Blanker(Array(text.utf8))
        code = Self.split(blanker.blanked())
    }

    /// The module or test target whose folder the file is in.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }
    var isTest: Bool { path.hasPrefix("Tests/") }
    var isSwift: Bool { path.hasSuffix(".swift") }
    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The numbers (from 1) of the lines of code in which `word` stands, not as part of a longer
    /// word.
    func lines(withCode word: String) -> [Int] {
        let word = Array(word.utf8)
        return code.indices.filter { code[$0].containsWord(word) }.map { $0 + 1 }
    }

    private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

extension [UInt8] {
    /// Whether `word` stands somewhere, with no letter, digit or `_` against those of its ends that
    /// are letters themselves.
    func containsWord(_ word: [UInt8]) -> Bool {
        guard let first = word.first, let last = word.last, count >= word.count else {
            return false
        }
        var start = 0
        while start + word.count <= count {
            defer { start += 1 }
            guard self[start] == first, self[start..<start + word.count].elementsEqual(word) else {
                continue
            }
            let end = start + word.count
            if first.isWordByte, start > 0, self[start - 1].isWordByte { continue }
            if last.isWordByte, end < count, self[end].isWordByte { continue }
            return true
        }
        return false
    }
}

extension UInt8 {
    var isWordByte: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self)
            || (0x61...0x7A).contains(self) || self == 0x5F || self >= 0x80
    }
}

/// Replaces comments and the insides of string literals by spaces; line ends stay.
private struct Blanker {
    private let bytes: [UInt8]
    private var output: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        output = bytes
    }

    mutating func blanked() -> [UInt8] {
        while index < bytes.count { step() }
        return output
    }

    private func starts(with text: StaticString, at position: Int) -> Bool {
        let text = Array("\(text)".utf8)
        return position + text.count <= bytes.count
            && bytes[position..<position + text.count].elementsEqual(text)
    }

    /// Takes one byte of code, or a whole comment or string literal.
    private mutating func step() {
        if starts(with: "//", at: index) {
            while index < bytes.count, bytes[index] != 0x0A { blank() }
        } else if starts(with: "/*", at: index) {
            skipBlockComment()
        } else if bytes[index] == UInt8(ascii: "\"") || opensRawString() {
            skipString()
        } else {
            index += 1
        }
    }

    private mutating func blank() {
        if bytes[index] != 0x0A { output[index] = 0x20 }
        index += 1
    }

    private func opensRawString() -> Bool {
        guard bytes[index] == UInt8(ascii: "#") else { return false }
        var position = index
        while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
        return position < bytes.count && bytes[position] == UInt8(ascii: "\"")
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*", at: index) {
                depth += 1
                blank()
            } else if starts(with: "*/", at: index) {
                depth -= 1
                blank()
            }
            if index < bytes.count { blank() }
        } while depth > 0 && index < bytes.count
    }

    private mutating func skipString() {
        var hashes = 0
        while bytes[index] == UInt8(ascii: "#") {
            hashes += 1
            blank()
        }
        let quotes = starts(with: "\"\"\"", at: index) ? 3 : 1
        for _ in 0..<quotes { blank() }
        while index < bytes.count, !closes(quotes, hashes) {
            guard bytes[index] == UInt8(ascii: "\\"), hasHashes(hashes, at: index + 1) else {
                blank()
                continue
            }
            for _ in 0...hashes where index < bytes.count { blank() }
            guard index < bytes.count else { return }
            if bytes[index] == UInt8(ascii: "(") {
                skipInterpolation()
            } else {
                blank()
            }
        }
        for _ in 0..<quotes + hashes where index < bytes.count { blank() }
    }

    private func closes(_ quotes: Int, _ hashes: Int) -> Bool {
        for offset in 0..<quotes {
            let position = index + offset
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                return false
            }
        }
        return hasHashes(hashes, at: index + quotes)
    }

    private func hasHashes(_ count: Int, at position: Int) -> Bool {
        guard position + count <= bytes.count else { return false }
        return bytes[position..<position + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    private mutating func skipInterpolation() {
        var depth = 0
        repeat {
            switch bytes[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\""):
                skipString()
                continue
            default: break
            }
            blank()
        } while depth > 0 && index < bytes.count
    }
}
