import Bytes
import Document

extension ContractCompiler {
    /// The parameters of a path item or operation, references followed. What cannot be read is
    /// reported and left out.
    mutating func parameters(of node: Node) -> [Parameter] {
        guard let list = node["parameters"] else { return [] }
        guard let elements = list.sequence else {
            fail("parameters takes a list, not \(list.kindText)", at: list.mark)
            return []
        }
        var parameters: [Parameter] = []
        for element in elements {
            guard let parameter = parameter(element) else { continue }
            if parameters.contains(where: {
                $0.name == parameter.name && $0.location == parameter.location
            }) {
                warn("the parameter \"\(parameter.name)\" is declared twice", at: element.mark)
                continue
            }
            parameters.append(parameter)
        }
        return parameters
    }

    private mutating func parameter(_ element: Node) -> Parameter? {
        guard let node = resolved(element) else { return nil }
        guard let name = node["name"]?.text, let place = node["in"]?.text else {
            fail("a parameter needs \"name\" and \"in\"", at: node.mark)
            return nil
        }
        guard let location = Parameter.Location(rawValue: place) else {
            fail(
                "a parameter cannot stand in \"\(place)\"", at: node["in"]?.mark ?? node.mark,
                remedy: "path, query, header and cookie are the places")
            return nil
        }
        let isRequired = node["required"]?.bool ?? false
        if location == .path, !isRequired {
            warn("the path parameter {\(name)} must say \"required: true\"", at: node.mark)
        }
        var schema: Node?
        if let given = node["schema"] {
            schema = resolved(given)
        } else if let content = node["content"] {
            warn(
                "the parameter \"\(name)\" is described by its content, which is not enforced",
                at: content.mark)
        } else {
            warn("the parameter \"\(name)\" has no schema: it is not judged", at: node.mark)
        }
        return Parameter(
            name: name, location: location, isRequired: isRequired, schema: schema, node: node)
    }

    /// An operation's request body, nil where it declares none, and why it cannot be judged.
    mutating func body(of operation: Node) -> (body: RequestBody?, fault: Diagnostic?) {
        guard let given = operation["requestBody"], let node = resolved(given) else {
            return (nil, nil)
        }
        guard let content = node["content"]?.mapping else {
            warn("a requestBody needs \"content\": this one is not judged", at: node.mark)
            return (nil, nil)
        }
        var mediaTypes: [RequestBody.MediaType] = []
        for entry in content {
            var schema: Node?
            if let given = entry.value["schema"] { schema = resolved(given) }
            mediaTypes.append(
                RequestBody.MediaType(name: entry.key, schema: schema, node: entry.value))
        }
        let (judged, fault) = judgement(of: mediaTypes)
        if let fault { findings.append(fault) }
        let body = RequestBody(
            isRequired: node["required"]?.bool ?? false, mediaTypes: mediaTypes, judged: judged)
        return (body, fault)
    }

    /// Which of the media types bodies are judged by. Laravel reads JSON, form fields and multipart
    /// fields as the same input (laravel.md §3), so one schema must speak for them all.
    private mutating func judgement(
        of mediaTypes: [RequestBody.MediaType]
    ) -> (judged: RequestBody.MediaType?, fault: Diagnostic?) {
        let structured = mediaTypes.filter { $0.schema != nil && !isOpaque($0) }
        guard let first = structured.first else { return (nil, nil) }
        let judged =
            structured.first { $0.name.includes("/json") || $0.name.includes("+json") }
            ?? structured.first { $0.name.hasPrefix("application/x-www-form-urlencoded") }
        guard let judged else {
            return (
                nil,
                .warning(
                    "bodies of type \(first.name) cannot be judged", at: first.node.mark,
                    remedy: "the policy must let this operation pass unjudged, or not at all")
            )
        }
        for other in structured where other.schema !== judged.schema {
            warn(
                "bodies of type \(other.name) are judged by the schema of \(judged.name)",
                at: other.node.mark)
        }
        return (judged, nil)
    }

    /// A body that is bytes to the contract: neither JSON nor a form, and at most a plain string.
    private func isOpaque(_ mediaType: RequestBody.MediaType) -> Bool {
        let name = mediaType.name
        if name.includes("json") || name.includes("form") || name.includes("xml") { return false }
        guard let schema = mediaType.schema else { return true }
        return schema["type"]?.text == "string" || schema.mapping?.isEmpty == true
    }

    /// The fields of an operation's input and their rules, compiled.
    mutating func input(
        _ body: RequestBody?, _ parameters: [Parameter], at mark: Mark
    ) -> (fields: [FieldRules], program: InputProgram?, fault: Diagnostic?) {
        var compiler = FieldCompiler(references)
        if let schema = body?.judged?.schema { compiler.add(body: schema) }
        for parameter in parameters {
            if parameter.location == .query {
                compiler.add(query: parameter)
            } else {
                compiler.note(parameter)
            }
        }
        findings.append(contentsOf: compiler.findings)
        let fields = compiler.fields
        if let body, body.isRequired, let judged = body.judged, compiler.fault == nil,
            !fields.contains(where: { $0.rules.contains { $0.rule == .required } })
        {
            warn(
                "that the body is required is not enforced, for none of its fields is",
                at: judged.node.mark)
        }
        if compiler.fault != nil || fields.isEmpty && body?.judged == nil {
            return (fields, nil, compiler.fault)
        }
        do throws(InputProgramError) {
            return (fields, try InputProgram(fields), nil)
        } catch {
            fail(
                "the rules of \(error.field) cannot be judged: \(error.message)",
                at: compiler.marks[error.field] ?? mark)
            return (fields, nil, nil)
        }
    }
}
