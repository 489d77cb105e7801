/// A value's text could not be read; the message says what it must look like.
struct UnitFault: Error, Equatable {
    let remedy: String
}

/// Durations, sizes and rates as a policy writes them.
enum Units {
    private static let durations: [(unit: String, milliseconds: Int)] = [
        ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]
    private static let sizes: [(unit: String, bytes: Int)] = [
        ("B", 1), ("KiB", 1_024), ("MiB", 1_048_576), ("GiB", 1_073_741_824),
    ]
    private static let periods: [(name: String, seconds: Int)] = [
        ("second", 1), ("minute", 60), ("hour", 3_600), ("day", 86_400),
    ]

    /// `250ms`, `30s`, `5m`, `2h` or `1d`, in milliseconds.
    static func duration(_ text: String) throws(UnitFault) -> Int {
        let (digits, unit) = split(text)
        let remedy = "write a whole number and a unit: 250ms, 30s, 5m, 2h or 1d"
        guard let number = Int(digits) else { throw UnitFault(remedy: remedy) }
        if unit.isEmpty {
            throw UnitFault(remedy: "say the unit: `\(number)s` or `\(number)ms`")
        }
        guard let factor = durations.first(where: { $0.unit == unit })?.milliseconds else {
            throw UnitFault(remedy: remedy)
        }
        return product(number, factor)
    }

    /// `512B`, `64KiB`, `8MiB` or `1GiB`, in bytes.
    static func size(_ text: String) throws(UnitFault) -> Int {
        let (digits, unit) = split(text)
        let remedy = "write a whole number and a unit: 512B, 64KiB, 8MiB or 1GiB"
        guard let number = Int(digits) else { throw UnitFault(remedy: remedy) }
        if let factor = sizes.first(where: { $0.unit == unit })?.bytes {
            return product(number, factor)
        }
        if unit.isEmpty {
            throw UnitFault(remedy: "say the unit: `\(number)B` or `\(number)KiB`")
        }
        // 64K, 64KB, 64kb: meant are the binary units, but say so.
        if let near = sizes.first(where: { $0.unit.first == unit.uppercased().first }) {
            throw UnitFault(remedy: "write `\(number)\(near.unit)`")
        }
        throw UnitFault(remedy: remedy)
    }

    /// `60 per minute`, or `100 per 10s`.
    static func rate(_ text: String) throws(UnitFault) -> (requests: Int, periodSeconds: Int) {
        let fault = UnitFault(
            remedy: "write a number of requests and a period: `60 per minute` or `100 per 10s`")
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 3, words[1] == "per", let requests = Int(words[0]), requests > 0 else {
            throw fault
        }
        if let period = periods.first(where: { $0.name == words[2] }) {
            return (requests, period.seconds)
        }
        guard let milliseconds = try? duration(words[2]) else { throw fault }
        guard milliseconds >= 1_000, milliseconds % 1_000 == 0 else {
            throw UnitFault(remedy: "the period must be whole seconds: `\(words[0]) per second`")
        }
        return (requests, milliseconds / 1_000)
    }

    /// Milliseconds in the largest unit that divides them.
    static func text(milliseconds: Int) -> String {
        let fit = durations.last { milliseconds % $0.milliseconds == 0 }
        guard milliseconds > 0, let fit else { return "\(milliseconds)ms" }
        return "\(milliseconds / fit.milliseconds)\(fit.unit)"
    }

    /// Bytes in the largest unit that divides them.
    static func text(bytes: Int) -> String {
        let fit = sizes.last { bytes % $0.bytes == 0 }
        guard bytes > 0, let fit else { return "\(bytes)B" }
        return "\(bytes / fit.bytes)\(fit.unit)"
    }

    private static func split(_ text: String) -> (digits: String, unit: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        return (String(digits), String(unit))
    }

    /// Too large a product is as large as can be: the range check refuses it.
    private static func product(_ number: Int, _ factor: Int) -> Int {
        let (result, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? .max : result
    }
}
