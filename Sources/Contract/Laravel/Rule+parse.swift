/// Why a rule's text is not one that the gateway can judge.
package struct RuleError: Error, Equatable, Sendable {
    /// What is wrong, in words for whoever wrote the overlay.
    package var message: String
}

extension Rule {
    /// Reads a rule as Laravel writes it: `required_without:conversation_id`, `max:255`.
    package init(_ text: String) throws(RuleError) {
        let parts = text.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        let rest = parts.count > 1 ? String(parts[1]) : nil
        if let rule = try Rule(whole: name, rest) {
            self = rule
            return
        }
        let arguments = RuleArguments(name: name, values: rest.map(separated) ?? [])
        if let rule = try Rule(presence: arguments) {
            self = rule
        } else if let rule = try Rule(value: arguments) {
            self = rule
        } else if let rule = try Rule(form: arguments) {
            self = rule
        } else if backEndRules.contains(name) {
            throw RuleError(
                message: "only the back end can judge the rule `\(name)`: leave it out")
        } else {
            throw RuleError(message: "`\(name)` is no validation rule that is known here")
        }
    }

    /// Rules whose argument is not a list.
    private init?(whole name: String, _ rest: String?) throws(RuleError) {
        guard ["regex", "not_regex", "date_format"].contains(name) else { return nil }
        guard let rest, !rest.isEmpty else {
            throw RuleError(message: "`\(name)` needs an argument")
        }
        switch name {
        case "regex": self = .regex(rest)
        case "not_regex": self = .notRegex(rest)
        default: self = .dateFormat(rest)
        }
    }

    private init?(presence arguments: RuleArguments) throws(RuleError) {
        switch arguments.name {
        case "required": self = .required
        case "required_with": self = .requiredWith(try arguments.some())
        case "required_with_all": self = .requiredWithAll(try arguments.some())
        case "required_without": self = .requiredWithout(try arguments.some())
        case "required_without_all": self = .requiredWithoutAll(try arguments.some())
        case "required_if":
            let values = try arguments.atLeast(2)
            self = .requiredIf(values[0], values: Array(values.dropFirst()))
        case "required_unless":
            let values = try arguments.atLeast(2)
            self = .requiredUnless(values[0], values: Array(values.dropFirst()))
        case "present": self = .present
        case "filled": self = .filled
        case "prohibited": self = .prohibited
        case "prohibits": self = .prohibits(try arguments.some())
        case "nullable": self = .nullable
        case "sometimes": self = .sometimes
        case "bail": self = .bail
        default: return nil
        }
    }

    private init?(value arguments: RuleArguments) throws(RuleError) {
        switch arguments.name {
        case "string": self = .string
        case "integer", "int": self = .integer
        case "numeric": self = .numeric
        case "boolean", "bool": self = .boolean
        case "array": self = .array(keys: arguments.values)
        case "list": self = .list
        case "in": self = .in(try arguments.some())
        case "not_in": self = .notIn(try arguments.some())
        case "min": self = .min(try arguments.number(0, of: 1).text)
        case "max": self = .max(try arguments.number(0, of: 1).text)
        case "size": self = .size(try arguments.number(0, of: 1).text)
        case "between":
            let (low, high) = (try arguments.number(0, of: 2), try arguments.number(1, of: 2))
            try arguments.requireOrder(low.value, high.value)
            self = .between(low.text, high.text)
        case "digits": self = .digits(try arguments.count(0, of: 1))
        case "digits_between":
            let (low, high) = (try arguments.count(0, of: 2), try arguments.count(1, of: 2))
            try arguments.requireOrder(PHPNumber(low), PHPNumber(high))
            self = .digitsBetween(low, high)
        case "json_bytes_max": self = .jsonBytesMax(try arguments.count(0, of: 1))
        default: return nil
        }
    }

    private init?(form arguments: RuleArguments) throws(RuleError) {
        let isASCII = arguments.values.first == "ascii"
        switch arguments.name {
        case "email":
            guard arguments.values.isEmpty || arguments.values == ["rfc"] else {
                throw RuleError(message: "of `email` only the plain form can be judged here")
            }
            self = .email
        case "url": self = .url(schemes: arguments.values.map { $0.lowercased() })
        case "ulid": self = .ulid
        case "uuid":
            guard arguments.values.isEmpty else {
                throw RuleError(message: "of `uuid` only the plain form can be judged here")
            }
            self = .uuid
        case "alpha": self = .alpha(isASCII: isASCII)
        case "alpha_dash": self = .alphaDash(isASCII: isASCII)
        case "alpha_num": self = .alphaNum(isASCII: isASCII)
        case "starts_with": self = .startsWith(try arguments.some())
        case "ends_with": self = .endsWith(try arguments.some())
        case "json": self = .json
        case "distinct": self = .distinct
        default: return nil
        }
    }
}

/// Stock rules that need a database, DNS, PHP's reading of dates, or the back end's own classes.
private let backEndRules: Set<String> = [
    "active_url", "after", "after_or_equal", "before", "before_or_equal", "current_password",
    "date", "date_equals", "dimensions", "enum", "exists", "file", "image", "mimes", "mimetypes",
    "password", "timezone", "unique",
]

/// A rule's arguments, separated as PHP's `str_getcsv` does: by commas, quotes keep them together.
private func separated(_ text: String) -> [String] {
    var values: [String] = []
    var value = ""
    var isQuoted = false
    for character in text {
        if character == "\"" {
            isQuoted.toggle()
        } else if character == ",", !isQuoted {
            values.append(value)
            value = ""
        } else {
            value.append(character)
        }
    }
    return values + [value]
}

/// The arguments of one rule, with checks that say which rule lacks what.
private struct RuleArguments {
    var name: String
    var values: [String]

    func atLeast(_ count: Int) throws(RuleError) -> [String] {
        guard values.count >= count else {
            throw RuleError(message: "`\(name)` needs \(count) argument\(count == 1 ? "" : "s")")
        }
        return values
    }

    func some() throws(RuleError) -> [String] { try atLeast(1) }

    /// A number as PHP reads it, and its text. What only Swift takes for one, such as `0x10`, is
    /// none: judging compares with PHP's reading.
    func number(
        _ index: Int, of count: Int
    ) throws(RuleError) -> (text: String, value: PHPNumber) {
        let text = try atLeast(count)[index]
        let bytes = Array(text.utf8)
        guard let value = PHPNumber(bytes.span), value.real.isFinite else {
            throw RuleError(message: "`\(name)` needs a number, not `\(text)`")
        }
        return (text, value)
    }

    /// Refuses a lower bound above the upper one, which no value meets.
    func requireOrder(_ low: PHPNumber, _ high: PHPNumber) throws(RuleError) {
        if high < low {
            throw RuleError(message: "`\(name)` names the smaller number first")
        }
    }

    /// A whole number that is not negative.
    func count(_ index: Int, of count: Int) throws(RuleError) -> Int {
        let text = try atLeast(count)[index]
        guard let value = Int(text), value >= 0 else {
            throw RuleError(message: "`\(name)` needs a whole number, not `\(text)`")
        }
        return value
    }
}
