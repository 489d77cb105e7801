import Bytes
import Document
import HTTP

/// Walks an OpenAPI document and collects operations, routes and findings. Set-up only.
struct ContractCompiler {
    let document: Node
    let references: References
    var findings: [Diagnostic]
    var operations: [Operation] = []
    var routes = RouterBuilder()
    private var ids: [String: Mark] = [:]
    /// Response codes written as integers: reported once, there are many.
    private var integerCodes: [Mark] = []

    init(_ document: Node, findings: [Diagnostic]) {
        self.document = document
        self.findings = findings
        references = References(document)
    }

    mutating func compile() {
        guard checkVersion() else { return }
        for key in ["title", "version"] where document["info"]?[key]?.text == nil {
            warn("info.\(key) is missing", at: document["info"]?.mark ?? document.mark)
        }
        checkServers()
        guard let paths = document["paths"] else {
            warn("the document has no paths", at: document.mark)
            return
        }
        guard let entries = paths.mapping else {
            fail("paths takes a mapping, not \(paths.kindText)", at: paths.mark)
            return
        }
        for entry in entries where !entry.key.hasPrefix("x-") { compile(path: entry) }
        if let first = integerCodes.first {
            warn(
                "\(integerCodes.count) response codes are integers, which OpenAPI wants as strings",
                at: first, remedy: "they are read as their text")
        }
    }

    mutating func warn(_ message: String, at mark: Mark, remedy: String? = nil) {
        findings.append(.warning(message, at: mark, remedy: remedy))
    }

    mutating func fail(_ message: String, at mark: Mark, remedy: String? = nil) {
        findings.append(.error(message, at: mark, remedy: remedy))
    }

    /// What a reference leads to; nil when it leads nowhere, which is then reported.
    mutating func resolved(_ node: Node) -> Node? {
        do throws(DocumentError) {
            return try references.resolve(node)
        } catch {
            findings.append(error.diagnostic)
            return nil
        }
    }

    private mutating func checkVersion() -> Bool {
        guard let version = document.entry("openapi") else {
            fail(
                document["swagger"] == nil
                    ? "this is no OpenAPI document: it has no \"openapi\" version"
                    : "Swagger 2.0 is not supported",
                at: document.mark, remedy: "OpenAPI 3.0 and 3.1 are")
            return false
        }
        let text = version.value.text ?? ""
        guard text == "3.0" || text == "3.1" || text.hasPrefix("3.0.") || text.hasPrefix("3.1.")
        else {
            fail(
                "OpenAPI \(text) is not supported", at: version.value.mark,
                remedy: "3.0 and 3.1 are")
            return false
        }
        return true
    }

    /// Servers choose no upstream, and their paths are not put in front of the contract's.
    private mutating func checkServers() {
        for server in document["servers"]?.sequence ?? [] {
            guard let url = server["url"], let text = url.text else { continue }
            // `https:` and the host, the host alone behind `//`, or nothing before a path.
            let before = text.hasPrefix("//") ? 1 : text.includes("//") ? 2 : 0
            guard text.contains("/"), text.split(separator: "/").count > before else { continue }
            warn(
                "the path of the server \"\(text)\" is not put in front of the paths", at: url.mark,
                remedy: "the gateway matches the document's paths as they stand")
        }
    }

    private static let methods: [(key: String, method: Method)] = [
        ("get", .get), ("put", .put), ("post", .post), ("delete", .delete),
        ("options", .options), ("head", .head), ("patch", .patch), ("trace", .trace),
    ]
    private static let otherKeys: Set<String> = [
        "$ref", "summary", "description", "servers", "parameters",
    ]

    private mutating func compile(path entry: Node.Entry) {
        let template: PathTemplate
        do throws(DocumentError) {
            template = try PathTemplate(entry.key, at: entry.keyMark)
        } catch {
            findings.append(error.diagnostic)
            return
        }
        if let reason = template.unreachableReason {
            warn("the path \"\(entry.key)\" \(reason): it is unreachable", at: entry.keyMark)
        }
        guard let item = resolved(entry.value) else { return }
        guard let keys = item.mapping else {
            fail("a path takes a mapping, not \(item.kindText)", at: item.mark)
            return
        }
        let shared = parameters(of: item)
        for key in keys {
            if let method = Self.methods.first(where: { $0.key == key.key })?.method {
                compile(operation: key, method, template, shared)
            } else if !Self.otherKeys.contains(key.key), !key.key.hasPrefix("x-") {
                warn("\"\(key.key)\" is neither a method nor a field of a path", at: key.keyMark)
            }
        }
    }

    private mutating func compile(
        operation entry: Node.Entry, _ method: Method, _ template: PathTemplate,
        _ shared: [Parameter]
    ) {
        let node = entry.value
        guard node.mapping != nil else {
            fail("an operation takes a mapping, not \(node.kindText)", at: node.mark)
            return
        }
        if let taken = routes.add(template, method, operation: operations.count) {
            let other = operations[taken]
            fail(
                "\(method.text) \(template.text) can never be reached: \(other.name) on line "
                    + "\(other.mark.line) matches the same requests",
                at: entry.keyMark, remedy: "remove one of the two with an overlay")
            return
        }
        checkResponses(of: node, at: entry.keyMark)
        var parameters = shared
        for own in self.parameters(of: node) {
            parameters.removeAll { $0.name == own.name && $0.location == own.location }
            parameters.append(own)
        }
        checkPathParameters(parameters, template, at: entry.keyMark)
        let (body, unreadable) = body(of: node)
        let input = input(body, parameters, at: entry.keyMark)
        let fault = unreadable ?? input.fault
        operations.append(
            Operation(
                index: operations.count, id: id(of: node, method, template), method: method,
                template: template, parameters: parameters, body: body, bodyFault: fault,
                fields: input.fields, input: fault == nil ? input.program : nil, node: node,
                mark: entry.keyMark))
    }

    private mutating func id(of node: Node, _ method: Method, _ template: PathTemplate) -> String {
        let name = "\(method.text) \(template.text)"
        guard let given = node["operationId"], let id = given.text, !id.isEmpty else { return name }
        if let first = ids[id] {
            warn(
                "the operationId \"\(id)\" stands on line \(first.line) already", at: given.mark,
                remedy: "this operation goes by \"\(name)\"")
            return name
        }
        ids[id] = given.mark
        return id
    }

    private mutating func checkResponses(of node: Node, at mark: Mark) {
        guard let responses = node["responses"] else {
            if document["openapi"]?.text?.hasPrefix("3.0") == true {
                warn("the operation has no responses", at: mark)
            }
            return
        }
        let entries = responses.mapping ?? []
        if entries.isEmpty { warn("responses is empty", at: responses.mark) }
        for entry in entries {
            if !entry.isString { integerCodes.append(entry.keyMark) }
            _ = resolved(entry.value)
        }
    }

    private mutating func checkPathParameters(
        _ parameters: [Parameter], _ template: PathTemplate, at mark: Mark
    ) {
        let declared = parameters.filter { $0.location == .path }
        for name in template.parameters where !declared.contains(where: { $0.name == name }) {
            warn("the path parameter {\(name)} is not declared", at: mark)
        }
        for parameter in declared where !template.parameters.contains(parameter.name) {
            warn(
                "the path \"\(template.text)\" has no parameter {\(parameter.name)}",
                at: parameter.node.mark)
        }
    }
}
