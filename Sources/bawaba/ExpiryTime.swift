import Reactor

/// When a token ends, as operators write it.
enum ExpiryTime {
    private static let form = "write 30d, 12h, 90m, 2030-01-31T12:00:00Z, or Unix seconds"

    /// A time in the future: a duration from now, an RFC 3339 time, or Unix seconds.
    static func unixSeconds(_ text: String, now: Int) throws(CommandFault) -> Int {
        guard let time = parse(text, now: now) else {
            throw CommandFault("--expires \(text) is no time", remedy: form)
        }
        guard time > now else {
            throw CommandFault(
                "--expires \(text) is over already (it is \(RFC3339.text(now)) now)", remedy: form)
        }
        // Later than any calendar of four digits can say.
        guard time < 253_402_300_800 else {
            throw CommandFault("--expires \(text) is beyond the year 9999", remedy: "leave it out")
        }
        return time
    }

    private static func parse(_ text: String, now: Int) -> Int? {
        if let seconds = number(Substring(text)) { return seconds }
        if let unit = text.last, let factor = units[unit] {
            guard let count = number(text.dropLast()) else { return nil }
            let (seconds, overflow) = count.multipliedReportingOverflow(by: factor)
            return overflow || seconds > Int.max - now ? nil : now + seconds
        }
        return RFC3339.unixSeconds(text)
    }

    private static let units: [Character: Int] = [
        "s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800,
    ]

    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(text)
    }
}

/// Times as RFC 3339 §5.6 writes them.
enum RFC3339 {
    /// `2030-01-31T12:00:00Z`
    static func text(_ unixSeconds: Int) -> String {
        let time = CivilTime(unixSeconds: unixSeconds)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(time.year)-\(two(time.month))-\(two(time.day))"
            + "T\(two(time.hour)):\(two(time.minute)):\(two(time.second))Z"
    }

    /// `2030-01-31T12:00:00Z`, `…+03:00`, or with a fraction of the second, which is dropped. Nil
    /// for everything else, days that no month has included.
    static func unixSeconds(_ text: String) -> Int? {
        var bytes = Array(text.utf8)[...]
        guard let year = take(4, &bytes), skip("-", &bytes), let month = take(2, &bytes),
            skip("-", &bytes), let day = take(2, &bytes), skip("Tt", &bytes),
            let hour = take(2, &bytes), skip(":", &bytes), let minute = take(2, &bytes),
            skip(":", &bytes), let second = take(2, &bytes), hour < 24, minute < 60, second < 60
        else { return nil }
        if skip(".", &bytes) {
            guard take(1, &bytes) != nil else { return nil }
            while take(1, &bytes) != nil {}
        }
        guard let offset = offset(&bytes), bytes.isEmpty,
            let days = days(year: year, month: month, day: day)
        else { return nil }
        return days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    }

    private static func offset(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        if skip("Zz", &bytes) { return 0 }
        let isNegative = skip("-", &bytes)
        guard isNegative || skip("+", &bytes), let hours = take(2, &bytes), skip(":", &bytes),
            let minutes = take(2, &bytes), hours < 24, minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return isNegative ? -seconds : seconds
    }

    /// Days since 1970-01-01: Howard Hinnant's days_from_civil, the counterpart of `CivilTime`.
    private static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1 else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        // A day that the month does not have comes back as one of the next month.
        let civil = CivilTime(unixSeconds: days * 86_400)
        return civil.month == month && civil.day == day ? days : nil
    }

    private static func take(_ digits: Int, _ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= digits else { return nil }
        var value = 0
        for byte in bytes.prefix(digits) {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        bytes = bytes.dropFirst(digits)
        return value
    }

    private static func skip(_ any: String, _ bytes: inout ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, any.utf8.contains(first) else { return false }
        bytes = bytes.dropFirst()
        return true
    }
}
