import Bytes
import JSON

/// Laravel's plain `email`: RFC 5322 addresses without a look into DNS, UTF-8 allowed (RFC 6532).
/// Comments and folded blanks are taken too, as the validator behind it takes them.
enum EmailForm {
    static func isValid(_ text: Span<UInt8>) -> Bool {
        guard UTF8Text.isValid(text) else { return false }
        var cursor = 0
        guard local(text, &cursor), cursor < text.count, text[cursor] == UInt8(ascii: "@") else {
            return false
        }
        return domain(text.extracting(cursor + 1..<text.count))
    }

    /// Words and quoted strings between dots (RFC 5322 §3.4.1).
    private static func local(_ text: Span<UInt8>, _ cursor: inout Int) -> Bool {
        while true {
            guard comments(text, &cursor), cursor < text.count else { return false }
            if text[cursor] == UInt8(ascii: "\"") {
                guard quoted(text, &cursor) else { return false }
            } else {
                let start = cursor
                while cursor < text.count, isAtomText(text[cursor]) { cursor += 1 }
                guard cursor > start else { return false }
            }
            guard comments(text, &cursor), cursor < text.count else { return false }
            guard text[cursor] == UInt8(ascii: ".") else { return true }
            cursor += 1
        }
    }

    /// A quoted string; `cursor` is moved behind it.
    private static func quoted(_ text: Span<UInt8>, _ cursor: inout Int) -> Bool {
        cursor += 1
        while cursor < text.count {
            let byte = text[cursor]
            if byte == UInt8(ascii: "\"") {
                cursor += 1
                return true
            }
            if byte == UInt8(ascii: "\\") { cursor += 1 }
            guard byte != 0, byte != ASCII.cr, byte != ASCII.lf else { return false }
            cursor += 1
        }
        return false
    }

    /// Steps over comments, which nest.
    private static func comments(_ text: Span<UInt8>, _ cursor: inout Int) -> Bool {
        var depth = 0
        while cursor < text.count {
            let byte = text[cursor]
            if byte == UInt8(ascii: "(") {
                depth += 1
            } else if depth == 0 {
                return true
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
            } else if byte == UInt8(ascii: "\\") {
                cursor += 1
            }
            cursor += 1
        }
        return depth == 0
    }

    /// Labels between dots, or an address in brackets.
    private static func domain(_ text: Span<UInt8>) -> Bool {
        var count = text.count
        if count > 0, text[count - 1] == UInt8(ascii: ")"),
            let open = text.firstIndex(of: UInt8(ascii: "("))
        {
            count = open
        }
        let name = text.extracting(first: count)
        guard name.count > 0, name.count <= 253 else { return false }
        if name[0] == UInt8(ascii: "[") { return literal(name) }
        var labelStart = 0
        for index in 0...name.count {
            guard index == name.count || name[index] == UInt8(ascii: ".") else {
                guard isDomainText(name[index]) else { return false }
                continue
            }
            let length = index - labelStart
            guard length > 0, length <= 63, name[labelStart] != UInt8(ascii: "-"),
                name[index - 1] != UInt8(ascii: "-")
            else { return false }
            labelStart = index + 1
        }
        return true
    }

    private static func literal(_ text: Span<UInt8>) -> Bool {
        guard text.count > 2, text[text.count - 1] == UInt8(ascii: "]") else { return false }
        for index in 1..<text.count - 1 {
            let byte = text[index]
            let isBracket = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
            guard byte > 0x20, byte < 0x7F, !isBracket, byte != UInt8(ascii: "\\") else {
                return false
            }
        }
        return true
    }

    /// `atext` of RFC 5322 §3.2.3, and everything outside ASCII.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: ";"),
            UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: "."),
            UInt8(ascii: "\""):
            false
        default: byte > 0x20 && byte != 0x7F
        }
    }

    private static func isDomainText(_ byte: UInt8) -> Bool {
        byte >= 0x80 || ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }
}
