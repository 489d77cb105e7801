import Bytes

/// A number as PHP's arithmetic sees it: exact while it fits into 64 bits, a double otherwise.
struct PHPNumber: Sendable {
    var integer: Int
    var real: Double
    var isInteger: Bool
    /// Whether it was written as an integer, but of more than 64 bits.
    var isOverflown = false

    static var zero: PHPNumber { PHPNumber(0) }

    init(_ integer: Int) {
        self.integer = integer
        real = Double(integer)
        isInteger = true
    }

    init(_ real: Double) {
        integer = 0
        self.real = real
        isInteger = false
    }

    /// What a numeric string means (`is_numeric`): blanks around it, a sign, digits with or without
    /// a point, an exponent. Nil for any other text.
    init?(_ text: Span<UInt8>) {
        var low = 0
        var high = text.count
        while low < high, isPHPBlank(text[low]) { low += 1 }
        while high > low, isPHPBlank(text[high - 1]) { high -= 1 }
        let number = text.extracting(low..<high)
        if let integer = PHPNumber.integer(number) {
            self.init(integer)
            return
        }
        guard PHPNumber.isDecimal(number), let real = PHPNumber.double(number) else { return nil }
        self.init(real)
        isOverflown = PHPNumber.isDigits(number)
    }

    /// The value of an optional sign and digits that fit into 64 bits.
    static func integer(_ text: Span<UInt8>) -> Int? {
        var index = 0
        let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
        if isNegative || (text.count > 0 && text[0] == UInt8(ascii: "+")) { index = 1 }
        guard index < text.count else { return nil }
        var value = 0
        while index < text.count {
            guard ASCII.isDigit(text[index]) else { return nil }
            let digit = Int(text[index] &- 0x30)
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, carry) = shifted.subtractingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            value = next
            index += 1
        }
        // Summed below zero, where there is one value more.
        guard !isNegative else { return value }
        return value == .min ? nil : -value
    }

    /// Whether it is an optional sign and digits alone.
    private static func isDigits(_ text: Span<UInt8>) -> Bool {
        let isSigned = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+")
        for index in (isSigned ? 1 : 0)..<text.count where !ASCII.isDigit(text[index]) {
            return false
        }
        return true
    }

    /// Whether it is a sign, digits with an optional point somewhere, and an optional exponent.
    private static func isDecimal(_ text: Span<UInt8>) -> Bool {
        var index = 0
        var digits = 0
        func skipDigits() {
            while index < text.count, ASCII.isDigit(text[index]) {
                index += 1
                digits += 1
            }
        }
        if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+")
        {
            index += 1
        }
        skipDigits()
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            skipDigits()
        }
        guard digits > 0 else { return false }
        guard index < text.count, text[index] | 0x20 == UInt8(ascii: "e") else {
            return index == text.count
        }
        index += 1
        if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+")
        {
            index += 1
        }
        digits = 0
        skipDigits()
        return digits > 0 && index == text.count
    }

    /// The nearest double of a decimal number. Text of more than 15 bytes is copied to the heap.
    static func double(_ text: Span<UInt8>) -> Double? {
        var copy = String()
        for index in text.indices { copy.unicodeScalars.append(Unicode.Scalar(text[index])) }
        if copy.hasSuffix(".") { copy.removeLast() }
        return Double(copy)
    }

    static func < (left: PHPNumber, right: PHPNumber) -> Bool {
        left.isInteger && right.isInteger ? left.integer < right.integer : left.real < right.real
    }

    static func == (left: PHPNumber, right: PHPNumber) -> Bool {
        left.isInteger && right.isInteger
            ? left.integer == right.integer : left.real == right.real
    }
}

/// What PHP's `trim` takes away, NUL left out: ` \t\n\r\v\f` around numeric strings.
@inline(__always)
func isPHPBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
