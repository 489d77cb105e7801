import Bytes

extension Tape {
    /// What may come next.
    private enum Expectation {
        case value, firstKey, key, firstElement, afterValue
    }

    /// The one pass over the text. A loop and not a recursion, so that depth costs no stack.
    mutating func scan(_ text: Span<UInt8>) throws(JSONFault) {
        var cursor = 0
        var expectation = Expectation.value
        while true {
            while cursor < text.count, isBlank(text[cursor]) { cursor += 1 }
            if expectation == .afterValue, open.isEmpty {
                guard cursor == text.count else { throw .unexpected(offset: cursor) }
                return
            }
            guard cursor < text.count else { throw .truncated }
            let byte = text[cursor]
            switch expectation {
            case .afterValue:
                expectation = try separator(byte, at: cursor)
                cursor += 1
            case .firstKey where byte == UInt8(ascii: "}"),
                .firstElement where byte == UInt8(ascii: "]"):
                close()
                cursor += 1
                expectation = .afterValue
            case .firstKey, .key:
                cursor = try key(text, at: cursor)
                expectation = .value
            case .value, .firstElement:
                if let last = open.last, entries[Int(last)].kind == .array {
                    entries[Int(last)].count += 1
                }
                expectation = try value(text, &cursor)
            }
        }
    }

    /// A value begins at `cursor`: containers are opened, scalars are read whole.
    @inline(__always)
    private mutating func value(
        _ text: Span<UInt8>, _ cursor: inout Int
    ) throws(JSONFault) -> Expectation {
        switch text[cursor] {
        case UInt8(ascii: "\""):
            cursor = try string(text, at: cursor, as: .string)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            // PHP counts what the innermost container holds as a level of its own.
            guard open.count + 1 < Bounds.jsonDepthMax else { throw .tooDeep(offset: cursor) }
            let isObject = text[cursor] == UInt8(ascii: "{")
            open.append(UInt32(entries.count))
            entries.append(
                TapeEntry(isObject ? .object : .array, start: cursor, count: 0, next: 0))
            cursor += 1
            return isObject ? .firstKey : .firstElement
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            cursor = try number(text, at: cursor)
        default:
            cursor = try word(text, at: cursor)
        }
        return .afterValue
    }

    /// A comma or the end of the innermost container.
    @inline(__always)
    private mutating func separator(
        _ byte: UInt8, at offset: Int
    ) throws(JSONFault) -> Expectation {
        guard let last = open.last else { throw .unexpected(offset: offset) }
        let isObject = entries[Int(last)].kind == .object
        if byte == UInt8(ascii: ",") { return isObject ? .key : .value }
        guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
            throw .unexpected(offset: offset)
        }
        close()
        return .afterValue
    }

    private mutating func close() {
        let index = Int(open.removeLast())
        entries[index].next = UInt32(entries.count)
    }

    /// A name and its colon; returns the offset behind them.
    @inline(__always)
    private mutating func key(_ text: Span<UInt8>, at offset: Int) throws(JSONFault) -> Int {
        guard text[offset] == UInt8(ascii: "\"") else { throw .unexpected(offset: offset) }
        if let last = open.last { entries[Int(last)].count += 1 }
        var cursor = try string(text, at: offset, as: .key)
        while cursor < text.count, isBlank(text[cursor]) { cursor += 1 }
        guard cursor < text.count else { throw .truncated }
        guard text[cursor] == UInt8(ascii: ":") else { throw .unexpected(offset: cursor) }
        return cursor + 1
    }

    /// RFC 8259 §7. Returns the offset behind the closing quote.
    @inline(__always)
    private mutating func string(
        _ text: Span<UInt8>, at offset: Int, as kind: JSONKind
    ) throws(JSONFault) -> Int {
        let start = offset + 1
        var cursor = start
        var isEscaped = false
        while true {
            cursor = Tape.firstSpecial(text, from: cursor)
            guard cursor < text.count else { throw .truncated }
            let byte = text[cursor]
            if byte == UInt8(ascii: "\"") {
                entries.append(
                    TapeEntry(
                        kind, start: start, count: cursor - start, next: entries.count + 1,
                        isEscaped: isEscaped))
                return cursor + 1
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                cursor = try JSONText.escapeEnd(text, at: cursor)
            } else if byte >= 0x80 {
                let count = UTF8Text.sequenceLength(text, at: cursor)
                guard count > 0 else { throw .invalidUnicode(offset: cursor) }
                cursor += count
            } else {
                throw .unexpected(offset: cursor)
            }
        }
    }

    /// The first quote, backslash, control or byte outside ASCII, eight at a time; the text's end
    /// when there is none.
    @inline(__always)
    private static func firstSpecial(_ text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index <= text.count - 8 {
            let word = text.word(at: index)
            let quotes = word ^ 0x2222_2222_2222_2222
            let escapes = word ^ 0x5C5C_5C5C_5C5C_5C5C
            // In each term the lowest high bit is that of the first byte meant; those above it may
            // be wrong, so only the lowest of all counts.
            let hits =
                ((quotes &- 0x0101_0101_0101_0101) & ~quotes
                    | (escapes &- 0x0101_0101_0101_0101) & ~escapes
                    | (word &- 0x2020_2020_2020_2020) & ~word | word) & 0x8080_8080_8080_8080
            if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < text.count {
            let byte = text[index]
            if byte &- 0x20 >= 0x60 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                return index
            }
            index += 1
        }
        return index
    }

    /// RFC 8259 §6. Returns the offset behind the number.
    @inline(__always)
    private mutating func number(_ text: Span<UInt8>, at offset: Int) throws(JSONFault) -> Int {
        var cursor = offset
        var kind = JSONKind.integer
        if text[cursor] == UInt8(ascii: "-") { cursor += 1 }
        guard cursor < text.count else { throw .truncated }
        if text[cursor] == UInt8(ascii: "0") {
            cursor += 1
        } else {
            cursor = try digits(text, from: cursor)
        }
        if cursor < text.count, text[cursor] == UInt8(ascii: ".") {
            kind = .real
            cursor = try digits(text, from: cursor + 1)
        }
        if cursor < text.count, text[cursor] | 0x20 == UInt8(ascii: "e") {
            kind = .real
            cursor += 1
            if cursor < text.count,
                text[cursor] == UInt8(ascii: "+") || text[cursor] == UInt8(ascii: "-")
            {
                cursor += 1
            }
            cursor = try digits(text, from: cursor)
        }
        entries.append(
            TapeEntry(kind, start: offset, count: cursor - offset, next: entries.count + 1))
        return cursor
    }

    /// At least one digit; returns the offset behind the last.
    private func digits(_ text: Span<UInt8>, from offset: Int) throws(JSONFault) -> Int {
        var cursor = offset
        while cursor < text.count, ASCII.isDigit(text[cursor]) { cursor += 1 }
        guard cursor > offset else {
            if cursor == text.count { throw .truncated }
            throw .unexpected(offset: cursor)
        }
        return cursor
    }

    /// `true`, `false` or `null`.
    private mutating func word(_ text: Span<UInt8>, at offset: Int) throws(JSONFault) -> Int {
        let kind: JSONKind
        let word: StaticString
        switch text[offset] {
        case UInt8(ascii: "t"): (kind, word) = (.true, "true")
        case UInt8(ascii: "f"): (kind, word) = (.false, "false")
        case UInt8(ascii: "n"): (kind, word) = (.null, "null")
        default: throw .unexpected(offset: offset)
        }
        let count = word.utf8CodeUnitCount
        let candidate = text.extracting(offset..<min(offset + count, text.count))
        guard candidate.equals(word) else { throw .unexpected(offset: offset) }
        entries.append(TapeEntry(kind, start: offset, count: count, next: entries.count + 1))
        return offset + count
    }
}

/// White space of RFC 8259 §2.
@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09)
}
