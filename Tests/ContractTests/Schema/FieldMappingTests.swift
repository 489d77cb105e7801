import Contract
import Document
import Testing

/// The fields of `POST /a` with a body of the schema given, as "path: rule rule" lines; assumed
/// rules carry a question mark.
private func fields(
    _ schema: String, extra: String = ""
) throws -> (lines: [String], said: [String]) {
    let text = """
          /a:
            post:
              responses: {"200": {description: ok}}
              requestBody:
                content:
                  application/json:
                    schema: \(schema)
        """
    let contract = try contract(paths: text + "\n" + extra)
    return (lines(of: contract.operations[0]), contract.diagnostics.map(\.message))
}

func lines(of operation: Operation) -> [String] {
    operation.fields.map { field in
        let rules = field.rules.map { "\($0.rule)" + ($0.evidence == .assumed ? "?" : "") }
        return "\(field.dottedPath): \(rules.joined(separator: " "))"
    }
}

@Suite struct FieldMappingTests {
    @Test(arguments: [
        ("{type: string}", "string"), ("{type: integer}", "integer"),
        ("{type: number}", "numeric"), ("{type: boolean}", "boolean"),
        ("{type: array}", "array(keys: [])"), ("{type: object}", "array(keys: [])"),
        ("{type: string, nullable: true}", "nullable string"), ("{}", ""),
        ("{type: [string, 'null']}", "nullable string"),
        ("{type: string, minLength: 1, maxLength: 5}", #"string min("1") max("5")"#),
        ("{type: integer, minimum: 0, maximum: 10}", #"integer min("0") max("10")"#),
        ("{type: number, maximum: 0.5}", #"numeric max("0.5")"#),
        ("{type: array, minItems: 2}", #"array(keys: []) min("2")"#),
        ("{type: string, enum: [a, b]}", #"string in(["a", "b"])"#),
        ("{type: string, enum: [a, ~], nullable: true}", #"nullable string in(["a"])"#),
        ("{type: string, format: email}", "string email"),
        ("{type: string, format: uri}", "string url(schemes: [])"),
        ("{type: string, maxItems: 5}", "string"),
        ("{type: number, enum: [1.0, 2.5, 0x10]}", #"numeric in(["1", "2.5", "16"])"#),
        ("{type: integer, format: int64}", "integer"),
        ("{type: string, x-laravel-rules: ['max:3']}", #"string max("3")"#),
        ("{type: string, x-laravel-assumed: [email]}", "string email?"),
        (
            "{type: string, x-laravel-rules: ['required_without:b', 'max:9']}",
            #"requiredWithout(["b"]) string max("9")"#
        ),
        ("{type: string, x-laravel-rules: [string]}", "string"),
    ])
    func `a field's keywords become its rules`(schema: String, rules: String) throws {
        let result = try fields("{type: object, properties: {f: \(schema)}}")
        #expect(result.lines == ["f: \(rules)"])
        #expect(result.said.isEmpty)
    }

    @Test func `required fields come in the order of the properties`() throws {
        let result = try fields(
            "{type: object, required: [z, b, c, a], "
                + "properties: {a: {type: string}, b: {readOnly: true}, c: {nullable: true}}}")
        #expect(
            result.lines == ["a: required string", "b: ", "c: present nullable", "z: required"])
    }

    @Test func `fields of objects and elements of arrays have their own rules`() throws {
        let result = try fields(
            """
            {type: object, required: [p], properties: {
              p: {type: object, required: [n], properties: {n: {type: string}}},
              o: {type: object, required: [n], properties: {n: {type: string}}},
              l: {type: array,
                  items: {type: object, required: [n], properties: {n: {type: string}}}},
              m: {type: object, additionalProperties: {type: integer}}}}
            """.replacing("\n", with: " "))
        #expect(
            result.lines == [
                "p: required array(keys: [])", "p.n: required string", "o: array(keys: [])",
                #"o.n: requiredWith(["o"]) string"#, "l: array(keys: [])", "l.*: array(keys: [])",
                "l.*.n: required string", "m: array(keys: [])", "m.*: integer",
            ])
        #expect(result.said.isEmpty)
    }

    @Test(arguments: [
        ("{type: string, pattern: a}", "the keyword \"pattern\" is not enforced"),
        ("{allOf: [{type: string}]}", "the keyword \"allOf\" is not enforced"),
        ("{oneOf: []}", "the keyword \"oneOf\" is not enforced"),
        ("{not: {}}", "the keyword \"not\" is not enforced"),
        ("{type: array, uniqueItems: true}", "the keyword \"uniqueItems\" is not enforced"),
        ("{type: integer, multipleOf: 2}", "the keyword \"multipleOf\" is not enforced"),
        ("{type: integer, exclusiveMinimum: 2}", "the keyword \"exclusiveMinimum\" is not"),
        ("{type: object, additionalProperties: false}", "additionalProperties: false is not"),
        ("{type: string, format: date-time}", "the format \"date-time\" is not enforced"),
        ("{type: [string, integer]}", "a field of several types is not judged by its type"),
        ("{minLength: 2}", "minLength without a type is not enforced"),
        ("{enum: [[1]]}", "values that are neither texts nor numbers are not enforced"),
        ("{enum: [true]}", "values that are neither texts nor numbers are not enforced"),
        ("{type: string, x-laravel-rule: [email]}", "there is no extension \"x-laravel-rule\""),
        ("false", "false as a schema is not enforced"),
    ])
    func `what is not enforced is said`(schema: String, message: String) throws {
        let result = try fields("{type: object, properties: {f: \(schema)}}")
        #expect(result.said.contains { $0.hasPrefix(message) }, "\(result.said)")
    }

    @Test(arguments: [
        ("{type: string, x-laravel-rules: ['unique:users']}", "only the back end can judge"),
        ("{type: string, x-laravel-rules: [strnig]}", "`strnig` is no validation rule"),
        ("{type: string, x-laravel-rules: max}", "x-laravel-rules takes a list"),
        ("{type: strnig}", "there is no type \"strnig\""),
        ("{type: string, maxLength: many}", "maxLength takes a number"),
        ("{$ref: 'other.yaml#/a'}", "the reference \"other.yaml#/a\" leaves the document"),
        ("{$ref: 'https://example.com/a'}", "the reference \"https://example.com/a\" leaves"),
        ("{$ref: '#/nope'}", "the reference \"#/nope\" leads nowhere"),
        ("{x-laravel-rules: ['regex:/(/']}", "the rules of f cannot be judged"),
    ])
    func `what cannot be right is an error with its place`(schema: String, message: String) throws {
        let error = #expect(throws: ContractError.self) {
            try fields("{type: object, properties: {f: \(schema)}}")
        }
        let found = error?.diagnostics.first { $0.severity == .error }
        #expect(found?.message.contains(message) == true, "\(String(describing: error))")
        #expect(found?.mark?.line == 10)
    }

    @Test(arguments: [
        "{type: array, items: {}}", "{type: string}", "{allOf: []}",
        "{type: object, oneOf: [{}]}", "{}",
    ])
    func `a body that cannot be judged is not passed in silence`(schema: String) throws {
        let text = """
              /a:
                post:
                  requestBody: {content: {application/json: {schema: \(schema)}}}
            """
        let contract = try contract(paths: text)
        let operation = contract.operations[0]
        #expect(operation.input == nil)
        #expect(operation.holdsBody)
        let fault = try #require(operation.bodyFault)
        #expect(fault.mark?.line == 6)
        #expect(contract.diagnostics.contains(fault))
    }

    @Test(arguments: [
        ("multipart/form-data: {schema: {type: object}}", true),
        ("application/xml: {schema: {type: object}}", true),
        ("text/plain: {schema: {type: string}}", false),
        ("application/octet-stream: {schema: {type: string, format: binary}}", false),
        ("application/octet-stream: {}", false), ("image/png: {}", false),
    ])
    func `bodies of other types are opaque or cannot be judged`(
        content: String, isFault: Bool
    ) throws {
        let contract = try contract(
            paths: "  /a: {post: {requestBody: {content: {\(content)}}}}\n")
        #expect((contract.operations[0].bodyFault != nil) == isFault)
        #expect(contract.operations[0].holdsBody == isFault)
    }

    @Test func `a schema that contains itself is judged to a depth`() throws {
        let result = try fields(
            "{$ref: '#/components/schemas/N'}",
            extra: """
                components:
                  schemas:
                    N: {type: object, properties: {v: {type: string},
                      next: {$ref: '#/components/schemas/N'},
                      all: {type: array, items: {$ref: '#/components/schemas/N'}}}}
                """)
        #expect(result.lines == ["v: string", "all: array(keys: [])"])
        #expect(result.said.count { $0.contains("judged to this depth only") } == 2)
    }

    @Test func `references that lead in a circle are refused`() throws {
        let error = #expect(throws: ContractError.self) {
            try fields(
                "{$ref: '#/components/schemas/A'}",
                extra: "components: {schemas: {A: {$ref: '#/components/schemas/B'}, "
                    + "B: {$ref: '#/components/schemas/A'}}}")
        }
        #expect(error?.diagnostics.contains { $0.message.contains("leads back to itself") } == true)
    }

    @Test func `a schema that multiplies is cut off and not passed in silence`() throws {
        let schemas = (0..<14).map { level in
            let next = "{$ref: '#/components/schemas/S\(level + 1)'}"
            return "    S\(level): {type: object, properties: {a: \(next), b: \(next)}}\n"
        }
        let contract = try contract(
            paths: "  /a: {post: {requestBody: {content: {application/json: "
                + "{schema: {$ref: '#/components/schemas/S0'}}}}}}\n"
                + "components:\n  schemas:\n\(schemas.joined())    S14: {type: string}\n")
        #expect(contract.operations[0].bodyFault != nil)
        #expect(contract.operations[0].input == nil)
    }
}

@Suite struct ParameterMappingTests {
    private func fields(_ parameters: String) throws -> (lines: [String], said: [String]) {
        let contract = try contract(
            paths: "  /a/{id}:\n    parameters: [{in: path, name: id, required: true, schema: "
                + "{type: string}}]\n    get:\n      responses: {x: {}}\n      parameters:\n"
                + parameters)
        return (lines(of: contract.operations[0]), contract.diagnostics.map(\.message))
    }

    @Test(arguments: [
        ("{name: q, in: query, schema: {type: string}}", "q: string"),
        ("{name: q, in: query, required: true, schema: {type: integer}}", "q: required integer"),
        (
            "{name: 'q[]', in: query, schema: {type: array, items: {type: integer}}}",
            "q: array(keys: []) | q.*: integer"
        ),
        ("{name: 'f[s]', in: query, schema: {type: string}}", "f.s: string"),
        ("{name: a.b, in: query, schema: {type: string}}", "a_b: string"),
        (
            "{name: q, in: query, schema: {type: integer, x-laravel-assumed: ['max:100']}}",
            #"q: integer max("100")?"#
        ),
        (
            "{name: q, in: query, x-laravel-rules: ['max:100'], schema: {type: integer}}",
            #"q: integer max("100")"#
        ),
    ])
    func `query parameters are fields as PHP names them`(parameter: String, lines: String) throws {
        let result = try fields("      - \(parameter)\n")
        #expect(result.lines.joined(separator: " | ") == lines)
        #expect(result.said.isEmpty, "\(result.said)")
    }

    @Test(arguments: [
        ("{name: q, in: query, schema: {type: array}}", "the query parameter \"q\" is not judged"),
        ("{name: q, in: query}", "the parameter \"q\" has no schema"),
        ("{name: q, in: query, content: {}}", "the parameter \"q\" is described by its content"),
        ("{name: h, in: header, required: true, schema: {type: string}}", "that the header"),
        ("{name: h, in: header, schema: {type: integer}}", "the schema of the header parameter"),
        ("{name: id, in: path, required: true, schema: {type: integer}}", "the schema of the path"),
        ("{name: id, in: path, schema: {type: string}}", "the path parameter {id} must say"),
        ("{name: no, in: path, required: true, schema: {type: string}}", "the path \"/a/{id}\""),
    ])
    func `what is not judged is said`(parameter: String, message: String) throws {
        let result = try fields("      - \(parameter)\n")
        #expect(result.said.contains { $0.hasPrefix(message) }, "\(result.said)")
    }

    @Test func `an operation's parameter stands in for its path's`() throws {
        let contract = try contract(
            paths: """
                  /a:
                    parameters: [{name: q, in: query, schema: {type: string}}]
                    get: {parameters: [{name: q, in: query, schema: {type: integer}}]}
                    post: {}
                """)
        #expect(lines(of: contract.operations[0]) == ["q: integer"])
        #expect(lines(of: contract.operations[1]) == ["q: string"])
    }
}
