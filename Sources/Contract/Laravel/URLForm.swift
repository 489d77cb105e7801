import Bytes
import JSON

/// Laravel's `url`: a known scheme, `://`, an optional user, a host of one or more labels or an
/// address, an optional port, then path, query and fragment.
enum URLForm {
    /// `schemes` are the rule's own, in the program's texts; none means Laravel's list.
    static func isValid(
        _ text: Span<UInt8>, schemes: Range<Int32>, _ program: borrowing InputProgram
    ) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
            text.extracting(colon..<text.count).starts(with: "://")
        else { return false }
        let scheme = text.extracting(0..<colon)
        guard isKnown(scheme, schemes, program) else { return false }
        var cursor = colon + 3
        cursor = userEnd(text, from: cursor)
        guard let host = hostEnd(text, from: cursor) else { return false }
        cursor = host
        if cursor < text.count, text[cursor] == UInt8(ascii: ":") {
            let start = cursor + 1
            cursor = start
            while cursor < text.count, ASCII.isDigit(text[cursor]) { cursor += 1 }
            guard cursor > start else { return false }
        }
        return rest(text, from: cursor)
    }

    private static func isKnown(
        _ scheme: Span<UInt8>, _ schemes: Range<Int32>, _ program: borrowing InputProgram
    ) -> Bool {
        guard !schemes.isEmpty else { return URLSchemes.contains(scheme) }
        for index in schemes {
            let known = program.bytes.span.slice(program.strings[Int(index)])
            if known.equalsIgnoringCase(scheme) { return true }
        }
        return false
    }

    /// Behind `user@` or `user:password@`, or where it was when there is no user.
    private static func userEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var cursor = start
        var colons = 0
        while cursor < text.count {
            let byte = text[cursor]
            if byte == UInt8(ascii: "@") {
                let isEmpty = cursor == start || text[cursor - 1] == UInt8(ascii: ":")
                return isEmpty || text[start] == UInt8(ascii: ":") ? start : cursor + 1
            }
            if byte == UInt8(ascii: ":") {
                colons += 1
                guard colons == 1 else { return start }
                cursor += 1
                continue
            }
            let length = userLength(text, at: cursor)
            guard length > 0 else { return start }
            cursor += length
        }
        return start
    }

    private static func userLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        if byte == UInt8(ascii: "%") { return escapeLength(text, at: index) }
        if byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
            return 1
        }
        return letterLength(text, at: index)
    }

    /// The offset behind the host, nil when there is none.
    private static func hostEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard start < text.count else { return nil }
        if text[start] == UInt8(ascii: "[") {
            guard let close = text.firstIndex(of: UInt8(ascii: "]"), from: start),
                IPv6Form.isValid(text.extracting(start + 1..<close))
            else { return nil }
            return close + 1
        }
        var cursor = start
        var labels = 0
        while true {
            let labelStart = cursor
            cursor = labelEnd(text, from: cursor)
            if cursor == labelStart {
                // One dot may end the name, and only that.
                guard labels > 0 else { return nil }
                break
            }
            labels += 1
            let isLast = cursor == text.count || text[cursor] != UInt8(ascii: ".")
            let endsWithDot = !isLast && labelEnd(text, from: cursor + 1) == cursor + 1
            if isLast || endsWithDot {
                let label = text.extracting(labelStart..<cursor)
                guard labels > 1 ? isTopLabel(label) : isOnlyLabel(label) else { return nil }
            }
            if isLast { break }
            cursor += 1
        }
        return cursor
    }

    private static func labelEnd(_ text: Span<UInt8>, from start: Int) -> Int {
        var cursor = start
        while cursor < text.count {
            let length = hostLength(text, at: cursor)
            if length == 0 { break }
            cursor += length
        }
        return cursor
    }

    /// A name of one label: ASCII letters, digits, dash and underscore.
    private static func isOnlyLabel(_ label: Span<UInt8>) -> Bool {
        for index in label.indices {
            let byte = label[index]
            let isDash = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            guard isDash || ASCII.isAlphanumeric(byte) else { return false }
        }
        return true
    }

    /// The last of several labels: letters, marks and numbers of any script, or Punycode.
    private static func isTopLabel(_ label: Span<UInt8>) -> Bool {
        if label.count > 4, label.extracting(first: 4).equalsIgnoringCase("xn--") {
            return isOnlyLabel(label) && label.firstIndex(of: UInt8(ascii: "_")) == nil
        }
        var cursor = 0
        while cursor < label.count {
            let isSymbol = label[cursor] < 0x80 && !ASCII.isAlphanumeric(label[cursor])
            let length = hostLength(label, at: cursor)
            guard !isSymbol, length == 1 || !isSymbolic(label, at: cursor, count: length) else {
                return false
            }
            cursor += length
        }
        return true
    }

    private static func isSymbolic(_ text: Span<UInt8>, at index: Int, count: Int) -> Bool {
        Unicode.Scalar(UTF8Text.scalar(text, at: index, count: count))
            .map(TextForm.isSymbol) ?? true
    }

    /// The length of what a label may hold: letters, marks, numbers, symbols, dash, underscore.
    private static func hostLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        guard byte < 0x80 else {
            let length = UTF8Text.sequenceLength(text, at: index)
            guard length > 0,
                let scalar = Unicode.Scalar(UTF8Text.scalar(text, at: index, count: length)),
                TextForm.isLetter(scalar) || TextForm.isNumber(scalar)
                    || TextForm.isMark(scalar) || TextForm.isSymbol(scalar)
            else { return 0 }
            return length
        }
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "+"),
            UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            return 1
        default: return ASCII.isAlphanumeric(byte) ? 1 : 0
        }
    }

    /// Path, query and fragment.
    private static func rest(_ text: Span<UInt8>, from start: Int) -> Bool {
        var cursor = start
        guard cursor < text.count else { return true }
        var isQuery = false
        var isFragment = false
        switch text[cursor] {
        case UInt8(ascii: "/"): break
        case UInt8(ascii: "?"): isQuery = true
        case UInt8(ascii: "#"): isFragment = true
        default: return false
        }
        cursor += 1
        while cursor < text.count {
            let byte = text[cursor]
            if byte == UInt8(ascii: "?"), !isQuery, !isFragment {
                isQuery = true
                cursor += 1
                continue
            }
            if byte == UInt8(ascii: "#"), !isFragment {
                isFragment = true
                cursor += 1
                continue
            }
            let length = restLength(text, at: cursor, isQuery: isQuery, isFragment: isFragment)
            guard length > 0 else { return false }
            cursor += length
        }
        return true
    }

    private static func restLength(
        _ text: Span<UInt8>, at index: Int, isQuery: Bool, isFragment: Bool
    ) -> Int {
        let byte = text[index]
        switch byte {
        case UInt8(ascii: "%"): return escapeLength(text, at: index)
        case UInt8(ascii: "/"): return 1
        case UInt8(ascii: "?"): return isQuery || isFragment ? 1 : 0
        case UInt8(ascii: "["), UInt8(ascii: "]"): return isQuery && !isFragment ? 1 : 0
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"),
            UInt8(ascii: "@"):
            return 1
        default: return letterLength(text, at: index)
        }
    }

    private static func escapeLength(_ text: Span<UInt8>, at index: Int) -> Int {
        guard index + 2 < text.count, ASCII.hexValue(text[index + 1]) != nil,
            ASCII.hexValue(text[index + 2]) != nil
        else { return 0 }
        return 3
    }

    /// The length of a letter or number, 0 for anything else.
    private static func letterLength(_ text: Span<UInt8>, at index: Int) -> Int {
        if text[index] < 0x80 { return ASCII.isAlphanumeric(text[index]) ? 1 : 0 }
        let length = UTF8Text.sequenceLength(text, at: index)
        guard length > 0,
            let scalar = Unicode.Scalar(UTF8Text.scalar(text, at: index, count: length)),
            TextForm.isLetter(scalar) || TextForm.isNumber(scalar)
        else { return 0 }
        return length
    }
}
