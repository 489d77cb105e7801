/// One validation rule of Laravel (10.x–13.x), as a request's `rules()` would name it.
///
/// Only rules that can be judged without the back end's data are here. Numbers keep the text they
/// were written in, because messages quote it.
package enum Rule: Equatable, Sendable {
    // Presence
    case required
    case requiredWith([String])
    case requiredWithAll([String])
    case requiredWithout([String])
    case requiredWithoutAll([String])
    case requiredIf(String, values: [String])
    case requiredUnless(String, values: [String])
    case present
    case filled
    case prohibited
    case prohibits([String])
    // What changes how the others apply
    case nullable
    case sometimes
    case bail
    // Types
    case string
    case integer
    case numeric
    case boolean
    /// With names: no others may be in it.
    case array(keys: [String])
    case list
    // Values
    case `in`([String])
    case notIn([String])
    // Sizes: characters, the number itself, or items, as the field's type rules say
    case min(String)
    case max(String)
    case between(String, String)
    case size(String)
    case digits(Int)
    case digitsBetween(Int, Int)
    // Forms
    case email
    /// Schemes in lower case; none: Laravel's own list.
    case url(schemes: [String])
    case ulid
    case uuid
    case alpha(isASCII: Bool)
    case alphaDash(isASCII: Bool)
    case alphaNum(isASCII: Bool)
    /// A PCRE pattern between delimiters with its modifiers, as PHP takes it.
    case regex(String)
    case notRegex(String)
    case startsWith([String])
    case endsWith([String])
    case json
    case dateFormat(String)
    case distinct
    /// Bytes that the value has as PHP's `json_encode` writes it. No stock rule: prose limits of
    /// documents are enforced by it.
    case jsonBytesMax(Int)
}

extension Rule {
    /// Whether the rule runs although the field is absent or blank.
    package var isImplicit: Bool {
        switch self {
        case .required, .requiredWith, .requiredWithAll, .requiredWithout, .requiredWithoutAll,
            .requiredIf, .requiredUnless, .present, .filled:
            true
        default: false
        }
    }

    /// The fields whose values decide whether the rule holds.
    package var dependencies: [String] {
        switch self {
        case .requiredWith(let names), .requiredWithAll(let names), .requiredWithout(let names),
            .requiredWithoutAll(let names), .prohibits(let names):
            names
        case .requiredIf(let name, _), .requiredUnless(let name, _): [name]
        default: []
        }
    }
}
