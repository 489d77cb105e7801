import Bytes
import Contract
import Document
import HTTP
import Testing

@Suite struct OktaWaTests {
    @Test func `the document is taken as it is`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        #expect(contract.operations.count == 15)
        #expect(contract.title == "Okta WhatsApp API Documentation")
        #expect(contract.operation(named: "sendAMessage")?.name == "POST /api/v1/messages")
        #expect(contract.operation(named: "GET /api/v1/channels")?.id == "listChannels")
    }

    @Test func `the policy's copy is the contract itself`() throws {
        guard let shared = sharedFolder else {
            print("skipped: the shared contract is not here")
            return
        }
        let original = try #require(bytes(ofFile: shared + "/contract/openapi.yaml"))
        #expect(bytes(ofFile: packageRoot + "/policies/oktawa/openapi.yaml") == original)
    }

    @Test func `what is not strictly valid is warned of`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        let said = contract.diagnostics.map(\.text)
        #expect(said.contains { $0.contains("response codes are integers") })
        #expect(said.count { $0.contains("responses is empty") } == 2)
        #expect(!contract.diagnostics.contains { $0.severity == .error })
    }

    @Test func `parameters of a path count for its operations`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        let operation = try #require(contract.operation(named: "listMessagesInAConversation"))
        #expect(operation.parameters.map(\.name) == ["id", "per_page"])
        #expect(operation.parameters.map(\.location) == [.path, .query])
        #expect(operation.template.parameters == ["id"])
    }

    @Test func `operations whose input is judged hold their bodies`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        let held = contract.operations.filter(\.holdsBody).map(\.id)
        #expect(
            held == [
                "listContacts", "createOrUpdateAContact", "listConversations",
                "listMessagesInAConversation", "mintASignedWidgetToken",
                "postApiIntegrationsMetaEmbeddedSignup", "sendAMessage", "exchangeCodeForToken",
                "listTemplates", "sendATemplateMessage",
            ])
    }
}

@Suite struct CorpusTests {
    @Test func `every document compiles or gives located messages`() throws {
        guard let shared = sharedFolder else {
            print("skipped: the corpora are not here")
            return
        }
        let folder = shared + "/corpus/openapi"
        for name in names(in: folder, suffix: ".json") {
            let text = try #require(bytes(ofFile: folder + "/" + name))
            do {
                let contract = try Contract(document: try parseYAML(text, file: name))
                print(name, contract.operations.count, contract.diagnostics.count)
                #expect(contract.diagnostics.allSatisfy { $0.mark != nil })
            } catch let error as ContractError {
                print(name, error.diagnostics.map(\.text))
                #expect(error.diagnostics.allSatisfy { $0.mark != nil })
            } catch let error as DocumentError {
                print(name, error.diagnostic.text)
                #expect(error.diagnostic.mark != nil)
            }
        }
    }
}

@Suite struct DiagnosticsTests {
    @Test(arguments: [
        ("a: 1\n", "this is no OpenAPI document"), ("swagger: '2.0'\n", "Swagger 2.0 is not"),
        ("openapi: 4.0.0\n", "OpenAPI 4.0.0 is not supported"),
        ("openapi: 3.0.0\npaths: []\n", "paths takes a mapping, not a list"),
        ("openapi: 3.0.0\npaths: {/a: 5}\n", "a path takes a mapping"),
        ("openapi: 3.0.0\npaths: {/a: {get: 5}}\n", "an operation takes a mapping"),
        ("openapi: 3.0.0\npaths: {a: {}}\n", "the path \"a\" does not begin with a slash"),
        ("openapi: 3.0.0\npaths: {/a: {parameters: 1}}\n", "parameters takes a list"),
        ("openapi: 3.0.0\npaths: {/a: {parameters: [{}]}}\n", "a parameter needs"),
        ("openapi: 3.0.0\npaths: {/a: {$ref: 'b.yaml'}}\n", "the reference \"b.yaml\" leaves"),
        (
            "openapi: 3.0.0\npaths: {'/a/{x}': {get: {}}, '/a/{y}': {get: {}}}\n",
            "GET /a/{y} can never be reached: GET /a/{x} on line 2"
        ),
    ])
    func `what cannot be a contract is refused with its place`(text: String, message: String) throws
    {
        let error = #expect(throws: ContractError.self) {
            try Contract(document: try document(text))
        }
        let found = error?.diagnostics.first { $0.severity == .error }
        #expect(found?.message.hasPrefix(message) == true, "\(String(describing: error))")
        #expect(found?.mark != nil)
    }

    @Test(arguments: [
        ("  /a//b: {}\n", "is unreachable"), ("  /a?b=1: {}\n", "is unreachable"),
        ("  /a: {fetch: {}}\n", "\"fetch\" is neither a method"),
        ("  /a: {get: {}}\n", "the operation has no responses"),
        ("  /a: {get: {responses: {}}}\n", "responses is empty"),
        ("  /a: {get: {responses: {200: {}, 404: {}}}}\n", "2 response codes are integers"),
        ("  '/a/{b}': {get: {}}\n", "the path parameter {b} is not declared"),
        (
            "  /a: {get: {operationId: x}, post: {operationId: x}}\n",
            "the operationId \"x\" stands on line 4 already"
        ),
        ("  /a: {get: {parameters: [{name: p, in: query}]}}\n", "\"p\" has no schema"),
        ("  /a: {post: {requestBody: {}}}\n", "a requestBody needs \"content\""),
        (
            "  /a: {post: {requestBody: {required: true, content: {application/json: {schema: "
                + "{type: object}}}}}}\n", "that the body is required is not enforced"
        ),
        ("  {}\nservers: [{url: 'https://a.example/v2'}]\n", "the path of the server"),
    ])
    func `what is odd is warned of`(paths: String, message: String) throws {
        let contract = try contract(paths: paths)
        let found = contract.diagnostics.filter { $0.message.contains(message) }
        #expect(found.count == 1, "\(contract.diagnostics.map(\.text))")
        #expect(found.first?.mark?.line == (paths.contains("servers") ? 5 : 4))
    }

    @Test(arguments: ["https://a.example", "https://a.example/", "/", "{base}", "a"])
    func `a server without a path is no matter`(url: String) throws {
        let contract = try contract(paths: "  {}\nservers: [{url: '\(url)'}]\n")
        #expect(contract.diagnostics.isEmpty)
    }

    @Test func `all errors are found at once`() throws {
        let error = #expect(throws: ContractError.self) {
            try contract(paths: "  a: {}\n  b: {}\n", overlays: "overlay: 1.0.0\n")
        }
        #expect(error?.diagnostics.count { $0.severity == .error } == 3)
    }

    @Test func `an example that fails its own schema is found`() throws {
        let contract = try contract(
            paths: """
                  /a:
                    post:
                      requestBody:
                        content:
                          application/json:
                            schema: {type: object, properties: {n: {type: integer}}}
                            examples:
                              good: {value: {n: 5}}
                              bad: {value: {n: five}}
                """)
        let findings = contract.checkExamples()
        #expect(
            findings.map(\.text) == [
                "api.yaml:12:28: warning: the example \"bad\" of POST /a fails its own schema: "
                    + "n breaks the rule integer — correct the example, or with an overlay the "
                    + "rule"
            ])
    }

    @Test func `a schema that branches into itself has a finite example, and soon`() throws {
        // Eight branches at each of sixteen depths would be 2.8 × 10^14 schemas.
        let branches = (0..<8).map { "b\($0): {$ref: '#/components/schemas/N'}" }
        let shared = (0..<30).map { depth in
            "    S\(depth): {properties: {l: {$ref: '#/components/schemas/S\(depth + 1)'}, "
                + "r: {$ref: '#/components/schemas/S\(depth + 1)'}}}"
        }
        let document = """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /a:
                post:
                  responses: {'200': {description: ok}}
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/N'}}}
              /b:
                get:
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/S0'}}
            components:
              schemas:
                N:
                  type: object
                  properties: {n: {type: integer, example: 5}, \(branches.joined(separator: ", "))}
            \(shared.joined(separator: "\n"))
                S30: {type: integer, example: 1}
            """
        let contract = try Contract(
            document: try parseYAML(Array(document.utf8), file: "api.yaml"))
        let examples = contract.requestExamples(of: contract.operations[0])
        #expect(examples.map { String(decoding: $0.body, as: UTF8.self) } == [#"{"n":5}"#])
        #expect(contract.responseExample(of: contract.operations[1])?.status == 200)
    }

    @Test func `an example of nothing that is required is not made up`() throws {
        let contract = try contract(
            paths:
                "  /a: {post: {requestBody: {content: {application/json: {schema: {type: object, "
                + "required: [n], properties: {n: {type: integer}}}}}}}}\n")
        #expect(contract.requestExamples(of: contract.operations[0]).isEmpty)
    }
}
