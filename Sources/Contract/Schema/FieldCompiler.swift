import Bytes
import Document

/// Collects the fields of an operation's input, from its body's schema and its query parameters, as
/// Laravel's rules name them: `profile.name`, `variables.*`.
struct FieldCompiler {
    private let references: References
    private(set) var fields: [FieldRules] = []
    private(set) var findings: [Diagnostic] = []
    /// Where each field stands, for messages about its rules.
    private(set) var marks: [String: Mark] = [:]
    /// Why the body cannot be judged at all.
    private(set) var fault: Diagnostic?
    /// The schemas between the root and the one at hand: one that comes again is recursive.
    private var chain: [ObjectIdentifier] = []

    init(_ references: References) { self.references = references }

    /// A field to be compiled: its path and what its parents say about it.
    private struct Place {
        var path: [String]
        var isRequired = false
        /// Whether every field in front of it must be there and not null.
        var isParentCertain = true
    }

    /// Keywords that decide about a whole body, so that its fields alone do not.
    private static let combining = [
        "allOf", "oneOf", "anyOf", "not", "if", "dependentSchemas", "patternProperties",
        "dependentRequired", "propertyNames", "unevaluatedProperties",
    ]

    // MARK: Bodies

    /// Takes the fields of a body's schema, which must be an object's.
    mutating func add(body schema: Node) {
        let rules = SchemaRules(schema)
        guard rules.type == "object" || rules.type == nil && schema["properties"] != nil else {
            return refuse("a body that is no object cannot be judged", at: schema.mark)
        }
        if let keyword = Self.combining.first(where: { schema[$0] != nil }) {
            return refuse(
                "a body described by \"\(keyword)\" cannot be judged",
                at: schema.entry(keyword)?.keyMark ?? schema.mark)
        }
        let whole = [
            "minProperties", "maxProperties", "enum", "const", "x-laravel-rules",
            "x-laravel-assumed",
        ]
        for key in whole {
            guard let entry = schema.entry(key) else { continue }
            warn("\"\(key)\" of a whole body is not enforced", at: entry.keyMark)
        }
        if let entry = schema.entry("additionalProperties"), entry.value.bool != true {
            warn("additionalProperties of a whole body is not enforced", at: entry.keyMark)
        }
        chain = [ObjectIdentifier(schema)]
        addProperties(of: schema, below: Place(path: []), isCertain: true)
        chain = []
    }

    private mutating func refuse(_ message: String, at mark: Mark) {
        let finding = Diagnostic.warning(
            message, at: mark,
            remedy: "the policy must let this operation pass unjudged, or not at all")
        findings.append(finding)
        fault = fault ?? finding
    }

    private mutating func warn(_ message: String, at mark: Mark, remedy: String? = nil) {
        findings.append(.warning(message, at: mark, remedy: remedy))
    }

    private mutating func addProperties(of schema: Node, below place: Place, isCertain: Bool) {
        let properties = schema["properties"]?.mapping ?? []
        let required = (schema["required"]?.sequence ?? []).compactMap(\.text)
        if let list = schema["required"], list.sequence == nil {
            warn("required takes a list, not \(list.kindText): it is not enforced", at: list.mark)
        }
        for entry in properties {
            let field = Place(
                path: place.path + [entry.key], isRequired: required.contains(entry.key),
                isParentCertain: isCertain)
            guard entry.key != "*" else {
                warn("a field called \"*\" is not judged", at: entry.keyMark)
                continue
            }
            add(entry.value, at: field, mark: entry.keyMark)
        }
        for name in required where !properties.contains(where: { $0.key == name }) {
            let field = Place(
                path: place.path + [name], isRequired: true, isParentCertain: isCertain)
            let mark = schema["required"]?.mark ?? schema.mark
            add(Node(.mapping([]), at: mark), at: field, mark: mark)
        }
    }

    /// Takes one field: its own rules, then its properties' or elements'.
    private mutating func add(_ given: Node, at place: Place, mark: Mark) {
        guard fields.count < Bounds.inputFieldsMax else {
            if fault == nil {
                refuse(
                    "the input has more than \(Bounds.inputFieldsMax) fields and cannot be judged",
                    at: mark)
            }
            return
        }
        guard !isReserved(place.path, at: mark), let schema = resolved(given) else { return }
        guard !chain.contains(ObjectIdentifier(schema)) else {
            return warn(
                "\(place.path.joined(separator: ".")) repeats the schema that it is part of: it is "
                    + "judged to this depth only", at: mark)
        }
        var rules = SchemaRules(schema)
        // What is only read (OpenAPI 3.0.3 §4.7.24.2) is not required of a request.
        let isRequired = place.isRequired && schema["readOnly"]?.bool != true
        // Laravel judges the fields of elements that are there, so these are certain.
        let isThere = isRequired || place.path.last == "*"
        let isCertain = isThere && !rules.isNullable && place.isParentCertain
        rules.read(isRequired: isRequired && place.isParentCertain)
        findings.append(contentsOf: rules.findings)
        var all = rules.rules
        if isRequired, !place.isParentCertain {
            all = requiredWithParent(place, at: mark) + all
        }
        fields.append(FieldRules(path: place.path, rules: all))
        marks[place.path.joined(separator: ".")] = mark
        chain.append(ObjectIdentifier(schema))
        addProperties(of: schema, below: place, isCertain: isCertain)
        addElements(of: schema, type: rules.type, below: place)
        chain.removeLast()
    }

    private mutating func addElements(of schema: Node, type: String?, below place: Place) {
        if let items = schema["items"], type == "array" || type == nil {
            add(items, at: Place(path: place.path + ["*"]), mark: items.mark)
        }
        guard let others = schema.entry("additionalProperties"), others.value.mapping != nil else {
            return
        }
        guard schema["properties"]?.mapping?.isEmpty ?? true else {
            return warn(
                "additionalProperties beside properties is not enforced", at: others.keyMark)
        }
        if others.value.mapping?.isEmpty == false {
            add(others.value, at: Place(path: place.path + ["*"]), mark: others.keyMark)
        }
    }

    /// A field that its optional parent requires: Laravel says `required_with` and the parent.
    private mutating func requiredWithParent(_ place: Place, at mark: Mark) -> [FieldRule] {
        let parent = place.path.dropLast()
        let name = place.path.joined(separator: ".")
        guard !parent.contains("*") else {
            warn("that \(name) is required is not enforced", at: mark)
            return []
        }
        return [FieldRule(.requiredWith([parent.joined(separator: ".")]))]
    }

    /// Names that a rule's path cannot hold.
    private mutating func isReserved(_ path: [String], at mark: Mark) -> Bool {
        guard let name = path.last, name.isEmpty || path.count > 1 && name.contains(".") else {
            return false
        }
        warn("a field called \"\(name)\" is not judged", at: mark)
        return true
    }

    private mutating func resolved(_ node: Node) -> Node? {
        do throws(DocumentError) {
            let target = try references.resolve(node)
            if target !== node {
                for entry in node.mapping ?? []
                where !["$ref", "description", "summary"].contains(entry.key) {
                    warn("\"\(entry.key)\" beside $ref is not enforced", at: entry.keyMark)
                }
            }
            return target
        } catch {
            findings.append(error.diagnostic)
            return nil
        }
    }

    // MARK: Parameters

    /// Takes a parameter of the query. Laravel reads the query as PHP does: `ids[]` is an array,
    /// `filter[status]` a field of one, dots are underscores, and of a name twice the last counts.
    mutating func add(query parameter: Parameter) {
        guard let schema = parameter.schema else { return }
        let mark = parameter.node.mark
        var path = phpPath(parameter.name)
        let isArray = path.last == "" && path.count > 1
        if isArray { path.removeLast() }
        let type = SchemaRules(schema).type
        let isDeep = parameter.node["style"]?.text == "deepObject"
        guard type != "array" || isArray, type != "object" || isDeep else {
            return warn(
                "the query parameter \"\(parameter.name)\" is not judged: PHP reads it as one text",
                at: mark, remedy: "call it \"\(parameter.name)[]\", if that is what clients send")
        }
        guard !fields.contains(where: { $0.path == path }) else {
            return warn(
                "the query parameter \"\(parameter.name)\" is judged by the field of that name",
                at: mark)
        }
        add(
            overlaid(schema, by: parameter.node),
            at: Place(
                path: path, isRequired: parameter.isRequired, isParentCertain: path.count == 1),
            mark: mark)
    }

    /// Vendor extensions may stand on the parameter as well as in its schema.
    private func overlaid(_ schema: Node, by parameter: Node) -> Node {
        let extensions = (parameter.mapping ?? []).filter { $0.key.hasPrefix("x-laravel-") }
        guard !extensions.isEmpty, let own = schema.mapping else { return schema }
        let names = extensions.map(\.key)
        return Node(
            .mapping(own.filter { !names.contains($0.key) } + extensions), at: schema.mark)
    }

    private func phpPath(_ name: String) -> [String] {
        guard let bracket = name.firstIndex(of: "["), bracket > name.startIndex else {
            return [phpName(name)]
        }
        let parts = name[name.index(after: bracket)...].split(
            separator: "[", omittingEmptySubsequences: false)
        return [phpName(String(name[..<bracket]))]
            + parts.map { String($0.hasSuffix("]") ? $0.dropLast() : $0) }
    }

    private func phpName(_ name: String) -> String {
        name.substituting(".", with: "_").substituting(" ", with: "_")
    }

    /// Says which parameters outside the query are not judged: Laravel validates input alone.
    mutating func note(_ parameter: Parameter) {
        guard let schema = parameter.schema else { return }
        let place = "the \(parameter.location.rawValue) parameter \"\(parameter.name)\""
        if parameter.location != .path, parameter.isRequired {
            return warn("that \(place) is required is not enforced", at: parameter.node.mark)
        }
        let narrowing = [
            "enum", "const", "pattern", "format", "minLength", "maxLength", "x-laravel-rules",
            "x-laravel-assumed",
        ]
        if schema["type"]?.text != "string" || narrowing.contains(where: { schema[$0] != nil }) {
            warn("the schema of \(place) is not enforced", at: parameter.node.mark)
        }
    }
}
