/// Reads just the JSON that the corpus is written in: its texts hold no escapes that matter here.
struct CorpusReader {
    private let bytes: [UInt8]
    private var index = 0

    private enum Value {
        case text([UInt8])
        case number(Int)
        case list([Value])
        case object([(key: String, value: Value)])
        case other
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func cases() -> [CorpusCase] {
        guard case .object(let members) = value() else { return [] }
        for member in members where member.key == "cases" {
            guard case .list(let elements) = member.value else { return [] }
            return elements.map(Self.corpusCase)
        }
        return []
    }

    private static func corpusCase(_ value: Value) -> CorpusCase {
        var result = CorpusCase()
        guard case .object(let members) = value else { return result }
        for (key, value) in members {
            switch (key, value) {
            case ("id", .text(let text)): result.id = String(decoding: text, as: UTF8.self)
            case ("expect", .text(let text)): result.expect = String(decoding: text, as: UTF8.self)
            case ("raw", .text(let text)): result.raw = Corpus.fill(Corpus.decode(text))
            case ("n", .number(let number)): result.count = number
            case ("bodies", .list(let list)):
                result.bodies = list.map { element in
                    if case .text(let text) = element { Corpus.decode(text) } else { [] }
                }
            default: break
            }
        }
        return result
    }

    private mutating func value() -> Value {
        skipBlanks()
        switch bytes[index] {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return list()
        case UInt8(ascii: "\""): return .text(text())
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default:
            while index < bytes.count, bytes[index] >= UInt8(ascii: "a") { index += 1 }
            return .other
        }
    }

    private mutating func object() -> Value {
        var members: [(key: String, value: Value)] = []
        index += 1
        while true {
            skipBlanks()
            if bytes[index] == UInt8(ascii: "}") { break }
            let key = String(decoding: text(), as: UTF8.self)
            skipBlanks()
            members.append((key, value()))
        }
        index += 1
        return .object(members)
    }

    private mutating func list() -> Value {
        var elements: [Value] = []
        index += 1
        while true {
            skipBlanks()
            if bytes[index] == UInt8(ascii: "]") { break }
            elements.append(value())
        }
        index += 1
        return .list(elements)
    }

    private mutating func text() -> [UInt8] {
        var text: [UInt8] = []
        index += 1
        while bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\") { index += 1 }
            text.append(bytes[index])
            index += 1
        }
        index += 1
        return text
    }

    private mutating func number() -> Value {
        var number = 0
        while bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") {
            number = number * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return .number(number)
    }

    /// Skips blanks, and the commas and colons that the corpus is trusted to have in their places.
    private mutating func skipBlanks() {
        while [0x20, 0x0A, 0x0D, 0x2C, 0x3A].contains(bytes[index]) { index += 1 }
    }
}
