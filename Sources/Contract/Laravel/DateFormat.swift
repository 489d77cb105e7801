import Bytes

/// `date_format`: the letters of PHP's `date` that stand for numbers of fixed width. Laravel
/// demands that the parsed date prints as the very text, so the check is of digits and calendar
/// alone.
enum DateFormat {
    /// Whether the format has only such letters and punctuation.
    static func isKnown(_ format: String) -> Bool {
        !format.isEmpty
            && format.utf8.allSatisfy { byte in
                "YmdHisPp".utf8.contains(byte) || !ASCII.isAlpha(byte) && byte != UInt8(ascii: "\\")
                    || byte == UInt8(ascii: "T")
            }
    }

    /// Whether `text` is a date of that format.
    static func matches(_ text: Span<UInt8>, _ format: Span<UInt8>) -> Bool {
        var cursor = 0
        var year = 2000
        var month = 1
        var day = 1
        for index in format.indices {
            switch format[index] {
            case UInt8(ascii: "Y"):
                guard let value = number(text, &cursor, 4, 0...9999) else { return false }
                year = value
            case UInt8(ascii: "m"):
                guard let value = number(text, &cursor, 2, 1...12) else { return false }
                month = value
            case UInt8(ascii: "d"):
                guard let value = number(text, &cursor, 2, 1...31) else { return false }
                day = value
            case UInt8(ascii: "H"):
                guard number(text, &cursor, 2, 0...23) != nil else { return false }
            case UInt8(ascii: "i"), UInt8(ascii: "s"):
                guard number(text, &cursor, 2, 0...59) != nil else { return false }
            case UInt8(ascii: "P"), UInt8(ascii: "p"):
                let isZ = format[index] == UInt8(ascii: "p")
                guard zone(text, &cursor, allowsZ: isZ) else { return false }
            default:
                guard cursor < text.count, text[cursor] == format[index] else { return false }
                cursor += 1
            }
        }
        return cursor == text.count && day <= days(in: month, of: year)
    }

    private static func number(
        _ text: Span<UInt8>, _ cursor: inout Int, _ digits: Int, _ range: ClosedRange<Int>
    ) -> Int? {
        guard cursor + digits <= text.count,
            let value = text.extracting(cursor..<cursor + digits).decimalValue(),
            range.contains(value)
        else { return nil }
        cursor += digits
        return value
    }

    /// `+03:00`, and for `p` also `Z`.
    private static func zone(
        _ text: Span<UInt8>, _ cursor: inout Int, allowsZ: Bool
    ) -> Bool {
        guard cursor < text.count else { return false }
        let sign = text[cursor]
        cursor += 1
        if allowsZ, sign == UInt8(ascii: "Z") { return true }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            number(text, &cursor, 2, 0...99) != nil, cursor < text.count,
            text[cursor] == UInt8(ascii: ":")
        else { return false }
        cursor += 1
        return number(text, &cursor, 2, 0...59) != nil
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}
