import Bytes
import Contract
import Document
import Testing

/// OktaWa's contract as its policy has it.
private func oktawaContract() throws -> Contract {
    try Contract(
        document: try oktawa("openapi.yaml"),
        overlays: [try oktawa("proven.overlay.yaml"), try oktawa("assumed.overlay.yaml")])
}

/// What the operation says to a JSON body: "passes", or Laravel's 422; and what is only reported.
private func judge(
    _ id: String, _ body: String, query: String = "", assumed: RuleMode = .report
) throws -> (answer: String, reports: [String]) {
    let operation = try #require(try oktawaContract().operation(named: id))
    let program = try InputProgram(operation.fields, assumed: assumed)
    var judge = InputJudge()
    let verdict = judge.judge(
        program, encoding: .json, body: Array(body.utf8).span, query: Array(query.utf8).span)
    let reports = judge.reports.map {
        "\(program.path(ofField: $0.field)) \(program.name(ofRule: $0.rule))"
    }
    if verdict == .passes { return ("passes", reports) }
    var answer = ByteBuffer()
    judge.append422(to: &answer, program)
    return (answer.span.toString(), reports)
}

@Suite struct OktaWaRulesTests {
    @Test func `every action of the overlays finds its target`() throws {
        let contract = try oktawaContract()
        let said = contract.diagnostics.map(\.text).filter { $0.contains("overlay") }
        #expect(said.isEmpty, "\(said)")
    }

    @Test func `the document's own examples pass, assumed rules enforced or not`() throws {
        let contract = try oktawaContract()
        #expect(contract.checkExamples().isEmpty)
        var judged = 0
        for operation in contract.operations {
            for assumed in [RuleMode.report, .enforce] where operation.input != nil {
                let program = try InputProgram(operation.fields, assumed: assumed)
                var judge = InputJudge()
                for example in contract.requestExamples(of: operation) {
                    let verdict = judge.judge(
                        program, encoding: example.body.isEmpty ? .other : .json,
                        body: example.body.span, query: example.query.span)
                    #expect(verdict == .passes, "\(operation.name)")
                    #expect(judge.reports.isEmpty)
                    judged += 1
                }
            }
        }
        // Ten operations have fields, each judged in both modes.
        #expect(judged == 20)
    }

    @Test func `example ids lead to their operations`() throws {
        let contract = try oktawaContract()
        for operation in contract.operations {
            var path = operation.template.text
            for parameter in operation.parameters where parameter.location == .path {
                let example = parameter.node["example"]?.text ?? "x"
                path = path.replacing("{\(parameter.name)}", with: example)
            }
            var captures = Captures()
            let bytes = Array(path.utf8)
            let match = contract.router.match(bytes.span, operation.method, captures: &captures)
            #expect(match == .operation(operation.index))
        }
    }

    @Test(arguments: [
        (
            "sendAMessage",
            [
                #"channel_id: requiredWithout(["conversation_id"]) string"#,
                "conversation_id: nullable string",
                #"wa_id: requiredWithout(["conversation_id"])? string"#,
                #"type: nullable string in(["text", "image", "document", "audio", "video"])?"#,
                "body: required string", "media_url: nullable string url(schemes: [])?",
            ]
        ),
        (
            "createOrUpdateAContact",
            [
                "wa_id: required string digitsBetween(6, 15)?", "phone: nullable string",
                #"name: nullable string max("255")?"#, "email: nullable string email?",
                #"language: nullable string size("2")?"#,
                "profile: nullable array(keys: []) jsonBytesMax(4096)?",
                "custom_fields: nullable array(keys: [])",
            ]
        ),
        (
            "mintASignedWidgetToken",
            [
                "slug: required string", "subject: required string",
                "context: nullable array(keys: []) jsonBytesMax(4096)?",
                #"ttl_seconds: nullable integer min("60")? max("86400")?"#,
            ]
        ),
        (
            "postApiIntegrationsMetaEmbeddedSignup",
            [#"code: required string max("1024")"#, #"waba_id: required string max("64")"#]
        ),
        (
            "exchangeCodeForToken",
            [
                #"code: required string max("512")?"#,
                #"redirect_uri: required string max("2048")?"#,
            ]
        ),
        (
            "sendATemplateMessage",
            [
                "channel_id: required string", "wa_id: required string",
                "template_name: required string", "language: nullable string",
                "variables: nullable array(keys: [])", "variables.*: string?",
            ]
        ),
        (
            "listContacts",
            [
                #"search: nullable string max("255")?"#,
                #"per_page: nullable integer min("1")? max("100")?"#,
                #"page: nullable integer min("1")?"#,
            ]
        ),
        (
            "listConversations",
            [
                #"status: nullable string in(["open", "pending", "snoozed", "closed"])?"#,
                "channel_id: nullable string",
                #"per_page: nullable integer min("1")? max("100")?"#,
            ]
        ),
        ("listMessagesInAConversation", [#"per_page: nullable integer min("1")? max("100")?"#]),
        (
            "listTemplates",
            [
                "status: nullable string "
                    + #"in(["DRAFT", "PENDING", "APPROVED", "REJECTED", "PAUSED", "DISABLED"])?"#,
                "language: nullable string",
            ]
        ),
        ("listChannels", []), ("getAChannel", []), ("getAContact", []), ("getAConversation", []),
        ("postApiWebhooksNeoleap", []),
    ])
    func `each operation has the rules that are known of it`(
        id: String, expected: [String]
    ) throws {
        let operation = try #require(try oktawaContract().operation(named: id))
        #expect(lines(of: operation) == expected)
        #expect((operation.input == nil) == expected.isEmpty)
    }

    @Test func `a message without a channel is answered as the document shows`() throws {
        let result = try judge("sendAMessage", #"{"wa_id":"966500000000","body":"hi"}"#)
        let message = "The channel id field is required when conversation id is not present."
        #expect(
            result.answer
                == #"{"message":"\#(message)","errors":{"channel_id":["\#(message)"]}}"#)
        #expect(result.reports.isEmpty)
        let null = try judge("sendAMessage", #"{"channel_id":null,"wa_id":"9","body":"hi"}"#)
        #expect(null.answer == result.answer)
    }

    @Test func `assumed rules are reported until they are enforced`() throws {
        let body = #"{"channel_id":"c","body":"hi","type":"fax"}"#
        let lenient = try judge("sendAMessage", body)
        #expect(lenient.answer == "passes")
        #expect(lenient.reports == ["wa_id required_without", "type in"])
        let strict = try judge("sendAMessage", body, assumed: .enforce)
        #expect(strict.answer.contains("(and 1 more error)"))
        #expect(strict.reports.isEmpty)
    }

    @Test(arguments: [
        ("listContacts", "search=&per_page=&page="), ("listContacts", "search=%20&per_page"),
        ("listConversations", "status=&channel_id=&per_page="),
        ("listMessagesInAConversation", "per_page="), ("listTemplates", "status=&language="),
    ])
    func `an empty value in the query passes, assumed rules enforced or not`(
        id: String, query: String
    ) throws {
        for mode in [RuleMode.report, .enforce] {
            let result = try judge(id, "", query: query, assumed: mode)
            #expect(result.answer == "passes" && result.reports.isEmpty)
        }
    }

    @Test func `lists stand for empty objects`() throws {
        let body = #"{"wa_id":"966500000000","profile":[],"custom_fields":{}}"#
        #expect(try judge("createOrUpdateAContact", body, assumed: .enforce).answer == "passes")
    }

    /// A JSON string of so many characters.
    private static func text(_ count: Int) -> String {
        "\"" + String(repeating: "x", count: count) + "\""
    }

    @Test(arguments: [
        (
            "postApiIntegrationsMetaEmbeddedSignup", "code", text(1_024), text(1_025),
            "The code field must not be greater than 1024 characters."
        ),
        (
            "postApiIntegrationsMetaEmbeddedSignup", "waba_id", text(64), text(65),
            "The waba id field must not be greater than 64 characters."
        ),
        (
            "postApiIntegrationsMetaEmbeddedSignup", "code", text(1), "null",
            "The code field is required."
        ),
        (
            "createOrUpdateAContact", "wa_id", #""966500000000""#, "966500000000",
            "The wa id field must be a string."
        ),
        (
            "createOrUpdateAContact", "language", #""ar""#, #""ara""#,
            "The language field must be 2 characters."
        ),
        (
            "createOrUpdateAContact", "email", #""a@b.co""#, #""a@""#,
            "The email field must be a valid email address."
        ),
        (
            "mintASignedWidgetToken", "subject", #""s""#, "7",
            "The subject field must be a string."
        ),
        (
            "mintASignedWidgetToken", "ttl_seconds", "60", "59",
            "The ttl seconds field must be at least 60."
        ),
        (
            "mintASignedWidgetToken", "ttl_seconds", "86400", #""86401""#,
            "The ttl seconds field must not be greater than 86400."
        ),
        (
            "mintASignedWidgetToken", "context", "{\"k\":\(text(4_088))}",
            "{\"k\":\(text(4_089))}", "The context field must not be greater than 4 kilobytes."
        ),
        (
            "exchangeCodeForToken", "redirect_uri", text(2_048), text(2_049),
            "The redirect uri field must not be greater than 2048 characters."
        ),
        (
            "sendAMessage", "media_url", #""https://cdn.test/a.png""#, #""cdn""#,
            "The media url field must be a valid URL."
        ),
        (
            "sendATemplateMessage", "variables", #"["a","1"]"#, #""a""#,
            "The variables field must be an array."
        ),
        (
            "sendATemplateMessage", "template_name", #""t""#, "null",
            "The template name field is required."
        ),
    ])
    func `each field has its bound and its message`(
        id: String, field: String, good: String, bad: String, message: String
    ) throws {
        let whole = [
            "postApiIntegrationsMetaEmbeddedSignup": #""code":"c","waba_id":"w""#,
            "createOrUpdateAContact": #""wa_id":"966500000000""#,
            "mintASignedWidgetToken": #""slug":"s","subject":"u""#,
            "exchangeCodeForToken": #""code":"c","redirect_uri":"r""#,
            "sendAMessage": #""conversation_id":"c","body":"b""#,
            "sendATemplateMessage": #""channel_id":"c","wa_id":"9","template_name":"t""#,
        ]
        // Of two members with one name the last counts.
        let others = try #require(whole[id])
        let passed = try judge(id, "{\(others),\"\(field)\":\(good)}", assumed: .enforce)
        #expect(passed.answer == "passes")
        let refused = try judge(id, "{\(others),\"\(field)\":\(bad)}", assumed: .enforce)
        #expect(
            refused.answer
                == #"{"message":"\#(message)","errors":{"\#(field)":["\#(message)"]}}"#)
    }

    @Test(arguments: [
        ("status=APPROVED&language=ar", []), ("status=approved", ["status in"]),
        ("status=NEW", ["status in"]), ("language=x", []),
    ])
    func `a filter of templates that the document does not name is reported`(
        query: String, reports: [String]
    ) throws {
        let lenient = try judge("listTemplates", "", query: query)
        #expect(lenient.answer == "passes" && lenient.reports == reports)
        let strict = try judge("listTemplates", "", query: query, assumed: .enforce)
        let message = "The selected status is invalid."
        #expect(
            strict.answer
                == (reports.isEmpty
                    ? "passes" : #"{"message":"\#(message)","errors":{"status":["\#(message)"]}}"#))
    }

    @Test func `query parameters are judged as Laravel reads them`() throws {
        #expect(try judge("listContacts", "", query: "per_page=50&page=1").answer == "passes")
        #expect(try judge("listContacts", "", query: "per_page=500").reports == ["per_page max"])
        #expect(
            try judge("listContacts", "", query: "per_page=abc").answer
                == #"{"message":"The per page field must be an integer.","errors":{"per_page":"#
                + #"["The per page field must be an integer."]}}"#)
    }
}
