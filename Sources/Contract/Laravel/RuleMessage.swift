/// The English messages of Laravel 10.x–13.x, as templates in which `:attribute` and `:otherValue`
/// are still open.
enum RuleMessage {
    /// The template of a rule whose field has these traits.
    static func template(_ rule: Rule, _ traits: FieldTraits) -> String {
        presence(rule) ?? size(rule, traits) ?? form(rule) ?? ""
    }

    private static func presence(_ rule: Rule) -> String? {
        let required = "The :attribute field is required"
        return switch rule {
        case .required: "\(required)."
        case .requiredWith(let names): "\(required) when \(list(names)) is present."
        case .requiredWithAll(let names): "\(required) when \(list(names)) are present."
        case .requiredWithout(let names): "\(required) when \(list(names)) is not present."
        case .requiredWithoutAll(let names):
            "\(required) when none of \(list(names)) are present."
        case .requiredIf(let name, _):
            "\(required) when \(AttributeName.displayed(name)) is :otherValue."
        case .requiredUnless(let name, let values):
            "\(required) unless \(AttributeName.displayed(name)) is in "
                + "\(values.joined(separator: ", "))."
        case .present: "The :attribute field must be present."
        case .filled: "The :attribute field must have a value."
        case .prohibited: "The :attribute field is prohibited."
        case .prohibits(let names):
            "The :attribute field prohibits \(list(names)) from being present."
        default: nil
        }
    }

    /// Names as Laravel lists them.
    private static func list(_ names: [String]) -> String {
        names.map(AttributeName.displayed).joined(separator: " / ")
    }

    /// The wording goes by the field's rules, not by the value.
    private static func size(_ rule: Rule, _ traits: FieldTraits) -> String? {
        let unit =
            traits.contains(.numeric) ? "" : traits.contains(.items) ? " items" : " characters"
        let isArray = unit == " items"
        let must = "The :attribute field must"
        return switch rule {
        case .min(let low):
            isArray ? "\(must) have at least \(low)\(unit)." : "\(must) be at least \(low)\(unit)."
        case .max(let high):
            isArray
                ? "\(must) not have more than \(high)\(unit)."
                : "\(must) not be greater than \(high)\(unit)."
        case .between(let low, let high):
            isArray
                ? "\(must) have between \(low) and \(high)\(unit)."
                : "\(must) be between \(low) and \(high)\(unit)."
        case .size(let size):
            isArray ? "\(must) contain \(size)\(unit)." : "\(must) be \(size)\(unit)."
        case .digits(let count): "\(must) be \(count) digits."
        case .digitsBetween(let low, let high): "\(must) be between \(low) and \(high) digits."
        case .jsonBytesMax(let bytes): "\(must) not be greater than \(bytes / 1024) kilobytes."
        default: nil
        }
    }

    private static func form(_ rule: Rule) -> String? {
        let must = "The :attribute field must"
        return switch rule {
        case .string: "\(must) be a string."
        case .integer: "\(must) be an integer."
        case .numeric: "\(must) be a number."
        case .boolean: "\(must) be true or false."
        case .array: "\(must) be an array."
        case .list: "\(must) be a list."
        case .in, .notIn: "The selected :attribute is invalid."
        case .email: "\(must) be a valid email address."
        case .url: "\(must) be a valid URL."
        case .ulid: "\(must) be a valid ULID."
        case .uuid: "\(must) be a valid UUID."
        case .alpha: "\(must) only contain letters."
        case .alphaDash: "\(must) only contain letters, numbers, dashes, and underscores."
        case .alphaNum: "\(must) only contain letters and numbers."
        case .regex, .notRegex: "The :attribute field format is invalid."
        case .startsWith(let values):
            "\(must) start with one of the following: \(values.joined(separator: ", "))."
        case .endsWith(let values):
            "\(must) end with one of the following: \(values.joined(separator: ", "))."
        case .json: "\(must) be a valid JSON string."
        case .dateFormat(let format): "\(must) match the format \(format)."
        case .distinct: "The :attribute field has a duplicate value."
        default: nil
        }
    }
}

/// How messages call a field.
enum AttributeName {
    /// Laravel's `Str::snake` with blanks for underscores: `channel_id` is `channel id`,
    /// `camelCase` is `camel case`. For set-up only.
    static func displayed(_ path: String) -> String {
        var joined = ""
        var startsWord = true
        for scalar in path.unicodeScalars {
            if scalar.properties.isWhitespace {
                startsWord = true
                continue
            }
            // PHP's `ucwords` knows ASCII letters only.
            let text = String(scalar)
            joined += startsWord && scalar.isASCII ? text.uppercased() : text
            startsWord = false
        }
        let isLower = !path.isEmpty && path.utf8.allSatisfy { $0 &- 0x61 < 26 }
        var snake = ""
        for scalar in (isLower ? path : joined).unicodeScalars {
            if ("A"..."Z").contains(scalar), !snake.isEmpty { snake += "_" }
            snake += String(scalar)
        }
        return String(snake.lowercased().map { $0 == "_" ? " " : $0 })
    }
}
