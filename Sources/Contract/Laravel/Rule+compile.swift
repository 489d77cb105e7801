extension Rule {
    /// The texts that the rule compares with.
    var textArguments: [String] {
        switch self {
        case .requiredIf(_, let values), .requiredUnless(_, let values), .in(let values),
            .notIn(let values), .startsWith(let values), .endsWith(let values),
            .array(let values), .url(let values):
            values
        case .dateFormat(let format): [format]
        default: []
        }
    }

    /// Whether the rule compares with numbers.
    var needsBounds: Bool {
        switch self {
        case .min, .max, .size, .between, .digits, .digitsBetween, .jsonBytesMax: true
        default: false
        }
    }

    /// The numbers that the rule compares with; nil also where a text of it is no number.
    var bounds: RuleBounds? {
        switch self {
        case .min(let text), .max(let text), .size(let text):
            number(text).map { RuleBounds(low: $0, high: $0) }
        case .between(let low, let high):
            number(low).flatMap { low in
                number(high).map { RuleBounds(low: low, high: $0) }
            }
        case .digits(let count): RuleBounds(low: PHPNumber(count), high: PHPNumber(count))
        case .digitsBetween(let low, let high):
            RuleBounds(low: PHPNumber(low), high: PHPNumber(high))
        case .jsonBytesMax(let bytes): RuleBounds(low: PHPNumber(0), high: PHPNumber(bytes))
        default: nil
        }
    }

    private func number(_ text: String) -> PHPNumber? {
        let bytes = Array(text.utf8)
        return PHPNumber(bytes.span)
    }

    /// The rule's pattern as PHP takes it.
    var pattern: String? {
        switch self {
        case .regex(let pattern), .notRegex(let pattern): pattern
        default: nil
        }
    }
}

extension RuleCode {
    init(_ rule: Rule) {
        self = RuleCode(presence: rule) ?? RuleCode(value: rule) ?? .filled
    }

    private init?(presence rule: Rule) {
        switch rule {
        case .required: self = .required
        case .requiredWith: self = .requiredWith
        case .requiredWithAll: self = .requiredWithAll
        case .requiredWithout: self = .requiredWithout
        case .requiredWithoutAll: self = .requiredWithoutAll
        case .requiredIf: self = .requiredIf
        case .requiredUnless: self = .requiredUnless
        case .present: self = .present
        case .filled: self = .filled
        case .prohibited: self = .prohibited
        case .prohibits: self = .prohibits
        case .nullable: self = .nullable
        case .sometimes: self = .sometimes
        case .bail: self = .bail
        default: return nil
        }
    }

    private init?(value rule: Rule) {
        switch rule {
        case .string: self = .string
        case .integer: self = .integer
        case .numeric: self = .numeric
        case .boolean: self = .boolean
        case .array: self = .array
        case .list: self = .list
        case .in: self = .in
        case .notIn: self = .notIn
        case .min: self = .min
        case .max: self = .max
        case .between: self = .between
        case .size: self = .size
        case .digits: self = .digits
        case .digitsBetween: self = .digitsBetween
        case .email: self = .email
        case .url: self = .url
        case .ulid: self = .ulid
        case .uuid: self = .uuid
        case .alpha(let isASCII): self = isASCII ? .alphaASCII : .alpha
        case .alphaDash(let isASCII): self = isASCII ? .alphaDashASCII : .alphaDash
        case .alphaNum(let isASCII): self = isASCII ? .alphaNumASCII : .alphaNum
        case .regex: self = .regex
        case .notRegex: self = .notRegex
        case .startsWith: self = .startsWith
        case .endsWith: self = .endsWith
        case .json: self = .json
        case .dateFormat: self = .dateFormat
        case .distinct: self = .distinct
        case .jsonBytesMax: self = .jsonBytesMax
        default: return nil
        }
    }
}
