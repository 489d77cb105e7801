/// Classes of ASCII bytes as RFC 5234 and RFC 9110 §5.6.2 define them, and conversions between
/// cases.
public enum ASCII {
    @inlinable public static var space: UInt8 { 0x20 }
    @inlinable public static var tab: UInt8 { 0x09 }
    @inlinable public static var cr: UInt8 { 0x0D }
    @inlinable public static var lf: UInt8 { 0x0A }

    @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inlinable public static func isAlpha(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inlinable public static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    @inlinable public static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || isAlpha(byte)
    }

    /// CTL of RFC 5234 B.1: 0x00–0x1F and DEL.
    @inlinable public static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

    /// `tchar` of RFC 9110 §5.6.2, as two 64-bit sets of the ASCII range.
    @inlinable public static func isTokenByte(_ byte: UInt8) -> Bool {
        // ! # $ % & ' * + - . 0-9 | A-Z ^ _ ` a-z | ~
        let low: UInt64 = 0x03FF_6CFA_0000_0000
        let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
        if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
        if byte < 128 { return high >> UInt64(byte - 64) & 1 == 1 }
        return false
    }

    /// `A`–`Z` become `a`–`z`; every other byte stays.
    @inlinable public static func lowercased(_ byte: UInt8) -> UInt8 {
        isUpper(byte) ? byte | 0x20 : byte
    }

    /// The value of a hexadecimal digit of either case, nil for any other byte.
    @inlinable public static func hexValue(_ byte: UInt8) -> UInt8? {
        if isDigit(byte) { return byte &- 0x30 }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    /// The four bytes that eight hexadecimal digits of either case stand for, nil for any other
    /// text. The first digit, and the first byte, are in the lowest bits.
    @inlinable public static func hexBytes(_ digits: UInt64) -> UInt32? {
        let high: UInt64 = 0x8080_8080_8080_8080
        let low = digits & ~high
        let letters = low | 0x2020_2020_2020_2020
        // In each byte the high bit says whether its value reaches a bound: `0`, behind `9`; `a`,
        // behind `f`.
        let isDigit = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
        let isLetter = (letters &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letters &+ 0x1919_1919_1919_1919)
        guard (isDigit | isLetter) & ~digits & high == high else { return nil }
        // Letters are 9 more than their low four bits say.
        let isOver9 = digits >> 6 & 0x0101_0101_0101_0101
        let values = digits & 0x0F0F_0F0F_0F0F_0F0F &+ isOver9 &* 9
        var pairs = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
        pairs = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: pairs | pairs >> 16)
    }

    /// The lower-case hexadecimal digit of a value below 16.
    @inlinable public static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x61 - 10 + value
    }

    /// The sixteen lower-case hexadecimal digits of a value, the most significant first. All at
    /// once: identifiers, digests and signatures take a hundred and more digits per request.
    @inlinable @inline(__always)
    public static func hexDigits(_ value: UInt64) -> SIMD16<UInt8> {
        // SAFETY: both types are eight bytes without a constraint on their values.
        let bytes = unsafe unsafeBitCast(value.bigEndian, to: SIMD8<UInt8>.self)
        var digits = SIMD16<UInt8>()
        digits.evenHalf = bytes &>> 4
        digits.oddHalf = bytes & 0x0F
        // 1 in each byte that is 10 or more; those are letters.
        let letters = (digits &+ 6) &>> 4
        return digits &+ 0x30 &+ ((0 &- letters) & 0x27)
    }
}
