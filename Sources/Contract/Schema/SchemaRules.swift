import Document

/// Turns the keywords of one schema into Laravel's rules for one field, and says which keywords it
/// could not turn. Nothing that narrows what is valid is passed over in silence.
struct SchemaRules {
    private let schema: Node
    private(set) var rules: [FieldRule] = []
    private(set) var findings: [Diagnostic] = []

    /// `type` without null; nil where the schema names none or several.
    let type: String?
    let isNullable: Bool

    /// Keywords that say nothing about validity, and those that the field compiler reads itself.
    private static let silent: Set<String> = [
        "type", "nullable", "properties", "required", "items", "enum", "const", "format",
        "title", "description", "default", "example", "examples", "deprecated", "externalDocs",
        "xml",
        "readOnly", "writeOnly", "$comment", "$schema", "$defs", "definitions", "contentMediaType",
        "contentEncoding", "additionalProperties", "$anchor", "$id",
    ]
    /// Keywords of size: for which types they count, and whether as the lower bound.
    private static let sizes: [String: (types: [String], isLower: Bool)] = [
        "minLength": (["string"], true), "maxLength": (["string"], false),
        "minimum": (["integer", "number"], true), "maximum": (["integer", "number"], false),
        "minItems": (["array"], true), "maxItems": (["array"], false),
        "minProperties": (["object"], true), "maxProperties": (["object"], false),
    ]

    init(_ schema: Node) {
        self.schema = schema
        var types: [String] = []
        if let list = schema["type"]?.sequence {
            types = list.compactMap(\.text)
        } else if let one = schema["type"]?.text {
            types = [one]
        }
        isNullable = schema["nullable"]?.bool == true || types.contains("null")
        let named = types.filter { $0 != "null" }
        type = named.count == 1 ? named[0] : nil
        if named.count > 1, let node = schema["type"] {
            warn("a field of several types is not judged by its type", at: node.mark)
        }
        if schema.mapping == nil, schema.bool != true {
            warn("\(schema.kindText) as a schema is not enforced", at: schema.mark)
        }
    }

    /// Reads all keywords. `isRequired` says that the field's parent requires it.
    mutating func read(isRequired: Bool) {
        // Laravel's `required` refuses null, which a nullable field may be.
        if isRequired { add(isNullable ? .present : .required) }
        if isNullable { add(.nullable) }
        readType()
        readValues()
        for entry in schema.mapping ?? [] { readOther(entry) }
        readFormat()
        readExtensions()
    }

    private mutating func add(_ rule: Rule) { rules.append(FieldRule(rule)) }

    private mutating func warn(_ message: String, at mark: Mark, remedy: String? = nil) {
        findings.append(.warning(message, at: mark, remedy: remedy))
    }

    private mutating func readType() {
        switch type {
        case "string": add(.string)
        case "integer": add(.integer)
        case "number": add(.numeric)
        case "boolean": add(.boolean)
        // PHP reads objects and arrays into the same type, and cannot tell an empty one's kind.
        case "array", "object": add(.array(keys: []))
        case .some(let other):
            findings.append(
                .error(
                    "there is no type \"\(other)\"", at: schema["type"]?.mark ?? schema.mark,
                    remedy: "string, integer, number, boolean, array and object are"))
        case nil: break
        }
    }

    private mutating func readValues() {
        let constant = schema["const"].map { [$0] }
        guard let values = constant ?? schema["enum"]?.sequence else { return }
        let mark = (schema["const"] ?? schema["enum"] ?? schema).mark
        let given = values.filter { !$0.isNull }
        let texts = given.compactMap(comparable)
        guard texts.count == given.count, !texts.isEmpty else {
            return warn("values that are neither texts nor numbers are not enforced", at: mark)
        }
        add(.in(texts))
    }

    /// A value as PHP casts it to a string, by which Laravel's `in` compares: 1.0 is "1". Booleans
    /// become "1" and nothing, which says too little.
    private func comparable(_ value: Node) -> String? {
        switch value.scalarKind {
        case .string: value.text
        case .integer: value.int.map(String.init)
        case .number:
            value.number.map { number in Int(exactly: number).map(String.init) ?? "\(number)" }
        default: nil
        }
    }

    private mutating func readOther(_ entry: Node.Entry) {
        if let size = Self.sizes[entry.key] {
            readSize(entry, size.types, isLower: size.isLower)
        } else if entry.key == "additionalProperties" {
            if entry.value.bool == false {
                warn("additionalProperties: false is not enforced", at: entry.keyMark)
            }
        } else if entry.key.hasPrefix("x-laravel-") {
            guard entry.key != "x-laravel-rules", entry.key != "x-laravel-assumed" else { return }
            warn(
                "there is no extension \"\(entry.key)\"", at: entry.keyMark,
                remedy: "x-laravel-rules and x-laravel-assumed are")
        } else if entry.key == "$ref" || Self.silent.contains(entry.key)
            || entry.key.hasPrefix("x-")
        {
            return
        } else if entry.key == "uniqueItems", entry.value.bool == false {
            return
        } else {
            warn("the keyword \"\(entry.key)\" is not enforced", at: entry.keyMark)
        }
    }

    private mutating func readSize(_ entry: Node.Entry, _ types: [String], isLower: Bool) {
        guard let number = entry.value.number, number.isFinite else {
            return findings.append(
                .error("\(entry.key) takes a number", at: entry.value.mark))
        }
        guard let type else {
            return warn("\(entry.key) without a type is not enforced", at: entry.keyMark)
        }
        // JSON Schema lets a keyword of another type pass.
        guard types.contains(type) else { return }
        let text = entry.value.int.map(String.init) ?? entry.value.text ?? ""
        add(isLower ? .min(text) : .max(text))
    }

    private mutating func readFormat() {
        guard let node = schema["format"], let format = node.text else { return }
        switch (format, type) {
        case ("email", "string"): add(.email)
        case ("uri", "string"), ("url", "string"): add(.url(schemes: []))
        case ("uuid", "string"): add(.uuid)
        case ("ulid", "string"): add(.ulid)
        // What PHP's numbers are anyway, and what only says how a text is meant.
        case ("int64", "integer"), ("float", "number"), ("double", "number"),
            ("password", "string"):
            break
        default: warn("the format \"\(format)\" is not enforced", at: node.mark)
        }
    }

    /// `x-laravel-rules` are stated, `x-laravel-assumed` rest on prose. Rules of presence go to the
    /// front: a missing field is to be called missing, not of the wrong type.
    private mutating func readExtensions() {
        var behind: [FieldRule] = []
        var front: [FieldRule] = []
        let extensions: [(key: String, evidence: RuleEvidence)] = [
            ("x-laravel-rules", .stated), ("x-laravel-assumed", .assumed),
        ]
        for (key, evidence) in extensions {
            guard let list = schema[key] else { continue }
            guard let texts = list.sequence else {
                findings.append(.error("\(key) takes a list of rules", at: list.mark))
                continue
            }
            for node in texts {
                do throws(RuleError) {
                    let rule = FieldRule(try Rule(node.text ?? ""), evidence: evidence)
                    guard !rules.contains(where: { $0.rule == rule.rule }) else { continue }
                    if rule.rule.isImplicit { front.append(rule) } else { behind.append(rule) }
                } catch {
                    findings.append(.error(error.message, at: node.mark))
                }
            }
        }
        rules = front + rules + behind
    }
}
