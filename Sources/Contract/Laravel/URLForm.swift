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
        var labelStart = start
        while cursor < text.count {
            let byte = text[cursor]
            if byte == UInt8(ascii: ".") {
                guard cursor > labelStart else { return nil }
                labelStart = cursor + 1
                cursor += 1
                continue
            }
            let length = hostLength(text, at: cursor)
            if length == 0 { break }
            cursor += length
        }
        // One dot may end the name.
        return cursor > start ? cursor : nil
    }

    private static func hostLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { return 1 }
        // Symbols that PCRE's `\pS` holds in ASCII.
        switch byte {
        case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="),
            UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            return 1
        default: return letterLength(text, at: index)
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

    /// The length of a letter, mark or number, 0 for anything else.
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

/// An IPv6 address without zone, as RFC 4291 §2.2 writes it.
enum IPv6Form {
    static func isValid(_ text: Span<UInt8>) -> Bool {
        var groups = 0
        var digits = 0
        var hasGap = false
        var cursor = 0
        if text.starts(with: "::") {
            hasGap = true
            cursor = 2
        }
        var start = cursor
        while cursor < text.count {
            let byte = text[cursor]
            if byte == UInt8(ascii: ":") {
                guard digits > 0 else { return false }
                groups += 1
                digits = 0
                if cursor + 1 < text.count, text[cursor + 1] == UInt8(ascii: ":") {
                    guard !hasGap else { return false }
                    hasGap = true
                    cursor += 1
                } else if cursor + 1 == text.count {
                    return false
                }
                start = cursor + 1
            } else if byte == UInt8(ascii: ".") {
                guard isIPv4(text.extracting(start..<text.count)) else { return false }
                groups += 2
                digits = 0
                cursor = text.count
            } else {
                digits += 1
                guard digits <= 4, ASCII.hexValue(byte) != nil else { return false }
            }
            cursor += 1
        }
        if digits > 0 { groups += 1 }
        return hasGap ? groups < 8 : groups == 8
    }

    private static func isIPv4(_ text: Span<UInt8>) -> Bool {
        var parts = 0
        var start = 0
        for index in 0...text.count
        where index == text.count || text[index] == UInt8(ascii: ".") {
            let part = text.extracting(start..<index)
            guard let value = part.decimalValue(), value <= 255,
                part.count == 1 || part[0] != UInt8(ascii: "0")
            else { return false }
            parts += 1
            start = index + 1
        }
        return parts == 4
    }
}
