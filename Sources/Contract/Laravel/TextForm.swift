import Bytes
import JSON

/// Forms of text that need no more than a look at each character.
enum TextForm {
    /// 26 characters of Crockford's alphabet, the first at most 7 (128 bits and no more).
    static func isULID(_ text: Span<UInt8>) -> Bool {
        guard text.count == 26, text[0] <= UInt8(ascii: "7") else { return false }
        for index in text.indices {
            let byte = text[index]
            switch byte | 0x20 {
            case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"):
                return false
            default: guard ASCII.isAlphanumeric(byte) else { return false }
            }
        }
        return true
    }

    /// Hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    static func isUUID(_ text: Span<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for index in text.indices {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard text[index] == UInt8(ascii: "-") else { return false }
            } else {
                guard ASCII.hexValue(text[index]) != nil else { return false }
            }
        }
        return true
    }

    /// `alpha`, `alpha_dash`, `alpha_num` and their `:ascii` forms: at least one character, all of
    /// the class.
    static func isWord(_ text: Span<UInt8>, _ rule: RuleCode) -> Bool {
        let isDashed = rule == .alphaDash || rule == .alphaDashASCII
        let takesDigits = isDashed || rule == .alphaNum || rule == .alphaNumASCII
        let isASCII = rule == .alphaASCII || rule == .alphaDashASCII || rule == .alphaNumASCII
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                let isDash = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                guard
                    ASCII.isAlpha(byte) || (takesDigits && ASCII.isDigit(byte))
                        || (isDashed && isDash)
                else { return false }
                index += 1
                continue
            }
            let length = UTF8Text.sequenceLength(text, at: index)
            guard !isASCII, length > 0,
                let scalar = Unicode.Scalar(UTF8Text.scalar(text, at: index, count: length)),
                isLetter(scalar) || isMark(scalar) || (takesDigits && isNumber(scalar))
            else { return false }
            index += length
        }
        return index > 0
    }

    /// `\pL` of PCRE.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            true
        default: false
        }
    }

    /// `\pM` of PCRE.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// `\pN` of PCRE.
    static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }

    /// `\pS` of PCRE.
    static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
        default: false
        }
    }
}
