import Bytes
import JSON

/// Laravel's `Str::trim`: what counts as blank at a string's ends.
package enum LaravelTrim {
    /// The range of `text` without blanks around it. Text that is not UTF-8 loses only what PHP's
    /// own `trim` knows; `isUTF8` says that this was checked before.
    package static func range(_ text: Span<UInt8>, isUTF8: Bool) -> Range<Int> {
        let count = text.count
        guard count > 0 else { return 0..<0 }
        // Nearly every string begins and ends with a visible ASCII character.
        if text[0] &- 0x21 < 0x5E, text[count - 1] &- 0x21 < 0x5E { return 0..<count }
        if !isUTF8, !UTF8Text.isValid(text) { return asciiRange(text) }
        var low = 0
        while low < count {
            let length = UTF8Text.sequenceLength(text, at: low)
            guard length > 0, isBlank(UTF8Text.scalar(text, at: low, count: length)) else { break }
            low += length
        }
        var high = count
        while high > low {
            var start = high - 1
            while start > low, text[start] & 0xC0 == 0x80 { start -= 1 }
            guard isBlank(UTF8Text.scalar(text, at: start, count: high - start)) else { break }
            high = start
        }
        return low..<high
    }

    /// PHP's `trim`: ` \t\n\r\0\v`.
    static func asciiRange(_ text: Span<UInt8>) -> Range<Int> {
        var low = 0
        var high = text.count
        while low < high, isPHPTrimmed(text[low]) { low += 1 }
        while high > low, isPHPTrimmed(text[high - 1]) { high -= 1 }
        return low..<high
    }

    private static func isPHPTrimmed(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0C) || byte == 0
    }

    /// PCRE's `\s` with Unicode properties, `Str::INVISIBLE_CHARACTERS`, and NUL.
    static func isBlank(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00, 0x09...0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680,
            0x17B4, 0x17B5, 0x180E, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F...0x2065,
            0x206A...0x206F, 0x2800, 0x3000, 0x3164, 0xFEFF, 0xFFA0, 0x1D159, 0x1D173...0x1D17A,
            0xE0020:
            true
        default: false
        }
    }
}
