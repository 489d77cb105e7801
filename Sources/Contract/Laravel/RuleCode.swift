/// What a compiled rule does.
enum RuleCode: UInt8, Sendable {
    case required, requiredWith, requiredWithAll, requiredWithout, requiredWithoutAll
    case requiredIf, requiredUnless, present, filled, prohibited, prohibits
    case nullable, sometimes, bail
    case string, integer, numeric, boolean, array, list
    case `in`, notIn
    case min, max, between, size, digits, digitsBetween
    case email, url, ulid, uuid, alpha, alphaDash, alphaNum
    case alphaASCII, alphaDashASCII, alphaNumASCII
    case regex, notRegex, startsWith, endsWith, json, dateFormat, distinct, jsonBytesMax

    /// The rule's name in Laravel.
    var name: StaticString {
        switch self {
        case .required: "required"
        case .requiredWith: "required_with"
        case .requiredWithAll: "required_with_all"
        case .requiredWithout: "required_without"
        case .requiredWithoutAll: "required_without_all"
        case .requiredIf: "required_if"
        case .requiredUnless: "required_unless"
        case .present: "present"
        case .filled: "filled"
        case .prohibited: "prohibited"
        case .prohibits: "prohibits"
        case .nullable: "nullable"
        case .sometimes: "sometimes"
        case .bail: "bail"
        case .string: "string"
        case .integer: "integer"
        case .numeric: "numeric"
        case .boolean: "boolean"
        case .array: "array"
        case .list: "list"
        case .in: "in"
        case .notIn: "not_in"
        case .min: "min"
        case .max: "max"
        case .between: "between"
        case .size: "size"
        case .digits: "digits"
        case .digitsBetween: "digits_between"
        case .email: "email"
        case .url: "url"
        case .ulid: "ulid"
        case .uuid: "uuid"
        case .alpha, .alphaASCII: "alpha"
        case .alphaDash, .alphaDashASCII: "alpha_dash"
        case .alphaNum, .alphaNumASCII: "alpha_num"
        case .regex: "regex"
        case .notRegex: "not_regex"
        case .startsWith: "starts_with"
        case .endsWith: "ends_with"
        case .json: "json"
        case .dateFormat: "date_format"
        case .distinct: "distinct"
        case .jsonBytesMax: "json_bytes_max"
        }
    }
}
