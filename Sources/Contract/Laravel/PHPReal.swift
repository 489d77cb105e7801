import Bytes

/// Floats as PHP makes text of them: 14 significant digits (`precision`), exponents as `1.0E+25`;
/// in JSON as many digits as mean the number (`serialize_precision` -1).
enum PHPReal {
    /// `precision`, in 14 digits.
    static let textDigits = 14
    /// The most that `serialize_precision` -1 needs.
    static let jsonDigits = 17

    /// The significant digits of a finite number and the place of its point: 0.d1d2d3… × 10^point.
    private struct Decimal {
        var digits: [UInt8]
        var point: Int
        var isNegative: Bool
    }

    /// Appends a number's text. It allocates, which a number where a string belongs may cost.
    static func append(_ value: Double, digits: Int = textDigits, to buffer: inout ByteBuffer) {
        guard value.isFinite else {
            if value < 0 { buffer.append(UInt8(ascii: "-")) }
            buffer.append("INF")
            return
        }
        let decimal = rounded(value, to: digits)
        if decimal.isNegative { buffer.append(UInt8(ascii: "-")) }
        if decimal.digits.isEmpty {
            buffer.append("0")
        } else if decimal.point > digits || decimal.point < -3 {
            appendExponential(decimal, to: &buffer)
        } else {
            appendPlain(decimal, to: &buffer)
        }
    }

    /// Whether PHP's text of a number is an integer's: `900.0` is `900`, `1e2` is `100`, and from
    /// 15 digits on there is an exponent.
    static func isIntegral(_ text: Span<UInt8>) -> Bool {
        guard let value = PHPNumber.double(text), value.isFinite else { return false }
        let decimal = rounded(value, to: textDigits)
        return decimal.digits.count <= max(decimal.point, 0) && decimal.point <= textDigits
    }

    /// Rounded to so many digits, without zeros at the end.
    private static func rounded(_ value: Double, to precision: Int) -> Decimal {
        var decimal = shortest(value)
        if decimal.digits.count > precision {
            let roundsUp = decimal.digits[precision] >= 5
            decimal.digits.removeLast(decimal.digits.count - precision)
            var index = precision - 1
            var carries = roundsUp
            while carries, index >= 0 {
                carries = decimal.digits[index] == 9
                decimal.digits[index] = carries ? 0 : decimal.digits[index] + 1
                index -= 1
            }
            if carries {
                decimal.digits.insert(1, at: 0)
                decimal.digits.removeLast()
                decimal.point += 1
            }
        }
        while decimal.digits.last == 0 { decimal.digits.removeLast() }
        return decimal
    }

    /// The shortest digits that mean the number, as Swift describes it.
    private static func shortest(_ value: Double) -> Decimal {
        var decimal = Decimal(digits: [], point: 0, isNegative: value.sign == .minus)
        var exponent = 0
        var isBehindPoint = false
        var text = Substring(value.magnitude.description)
        if let mark = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: mark)...]) ?? 0
            text = text[..<mark]
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") {
                isBehindPoint = true
            } else if byte != UInt8(ascii: "0") || !decimal.digits.isEmpty {
                decimal.digits.append(byte - UInt8(ascii: "0"))
                if !isBehindPoint { decimal.point += 1 }
            } else if isBehindPoint {
                decimal.point -= 1
            }
        }
        decimal.point += exponent
        return decimal
    }

    private static func appendPlain(_ decimal: Decimal, to buffer: inout ByteBuffer) {
        if decimal.point <= 0 {
            buffer.append("0.")
            for _ in decimal.point..<0 { buffer.append(UInt8(ascii: "0")) }
        }
        for (index, digit) in decimal.digits.enumerated() {
            if index == decimal.point, index > 0 { buffer.append(UInt8(ascii: ".")) }
            buffer.append(UInt8(ascii: "0") + digit)
        }
        var index = decimal.digits.count
        while index < decimal.point {
            buffer.append(UInt8(ascii: "0"))
            index += 1
        }
    }

    private static func appendExponential(_ decimal: Decimal, to buffer: inout ByteBuffer) {
        buffer.append(UInt8(ascii: "0") + decimal.digits[0])
        buffer.append(UInt8(ascii: "."))
        if decimal.digits.count == 1 { buffer.append(UInt8(ascii: "0")) }
        for digit in decimal.digits.dropFirst() { buffer.append(UInt8(ascii: "0") + digit) }
        buffer.append(decimal.point > 0 ? "E+" : "E-")
        buffer.append(decimal: UInt((decimal.point - 1).magnitude))
    }
}

/// Texts as PHP compares them.
enum PHPText {
    /// PHP 8's `==` of two strings: as numbers when both are numeric, otherwise byte by byte; also
    /// where a comparison of numbers would be inexact, because digits exceed 64 bits or both are
    /// beyond every float.
    static func looselyEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        if left.equals(right) { return true }
        guard left.count > 0, right.count > 0, canBeNumeric(left[0]), canBeNumeric(right[0]),
            let first = PHPNumber(left), let second = PHPNumber(right)
        else { return false }
        let exceed = first.isOverflown || second.isOverflown
        if exceed, first.isInteger || second.isInteger { return false }
        if first.isOverflown, second.isOverflown { return false }
        return first == second && (first.isInteger || first.real.isFinite)
    }

    private static func canBeNumeric(_ first: UInt8) -> Bool {
        first < UInt8(ascii: ":")
    }
}
