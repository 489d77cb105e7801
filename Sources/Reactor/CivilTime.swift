import Bytes

/// A moment of UTC as calendar and clock show it (proleptic Gregorian, no leap seconds).
package struct CivilTime: Equatable, Sendable {
    /// Negative before the year 0, which is 1 BC.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int
    /// 0 is Sunday.
    package let weekday: Int
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int
    /// 0 to 59.
    package let second: Int

    /// The moment that lies so many seconds behind 1970-01-01 00:00 UTC.
    package init(unixSeconds: Int) {
        let days = Self.flooredQuotient(unixSeconds, 86_400)
        let rest = unixSeconds - days * 86_400
        hour = rest / 3_600
        minute = rest / 60 % 60
        second = rest % 60
        // 1970-01-01 was a Thursday.
        weekday = (days + 4) - Self.flooredQuotient(days + 4, 7) * 7

        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: years
        // begin in March, so that the leap day comes last; an era is 400 years of 146097 days.
        let shifted = days + 719_468
        let era = Self.flooredQuotient(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    private static func flooredQuotient(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }
}

extension CivilTime {
    /// Bytes of an IMF-fixdate (RFC 9110 §5.6.7).
    package static var fixdateBytes: Int { 29 }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, for years of four digits.
    package var fixdate: InlineArray<29, UInt8> {
        let days: StaticString = "SunMonTueWedThuFriSat"
        let months: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
        var text = FixdateWriter()
        text.write(days, at: weekday * 3, count: 3)
        text.write(", ", at: 0, count: 2)
        text.write(decimal: day, digits: 2)
        text.write(" ", at: 0, count: 1)
        text.write(months, at: (month - 1) * 3, count: 3)
        text.write(" ", at: 0, count: 1)
        text.write(decimal: year, digits: 4)
        text.write(" ", at: 0, count: 1)
        text.write(decimal: hour, digits: 2)
        text.write(":", at: 0, count: 1)
        text.write(decimal: minute, digits: 2)
        text.write(":", at: 0, count: 1)
        text.write(decimal: second, digits: 2)
        text.write(" GMT", at: 0, count: 4)
        return text.bytes
    }
}

private struct FixdateWriter {
    var bytes: InlineArray<29, UInt8> = .init(repeating: 0)
    private var position = 0

    mutating func write(_ text: StaticString, at start: Int, count: Int) {
        let source = literalBytes(text)
        for index in start..<(start + count) {
            bytes[position] = source[index]
            position += 1
        }
    }

    mutating func write(decimal value: Int, digits: Int) {
        var rest = value
        var index = position + digits
        while index > position {
            index -= 1
            bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        position += digits
    }
}
