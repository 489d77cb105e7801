import Contract
import Document
import Testing

/// Every answer of the OktaWa API, held against the contract's schemas: each property that these
/// name is there and of the type that they say, and there is no other.
@Suite struct OktaWaContractTests {
    private let desk: Desk
    private let contract: Contract

    init() throws {
        contract = try Desk.oktaWaContract.get()
        desk = try Desk.oktaWa()
    }

    @Test(arguments: [
        ("listChannels", "channels"), ("listContacts", "contacts"),
        ("listContacts", "contacts?search=nobody"), ("listConversations", "conversations"),
    ])
    func `lists`(operation: String, path: String) throws {
        _ = try desk.send("Hi", to: "971500000001")
        try expect(try desk.get(path), of: operation, status: "200")
    }

    @Test(arguments: [
        ("createOrUpdateAContact", "contacts", #"{"wa_id":"1"}"#, "200"),
        (
            "createOrUpdateAContact", "contacts",
            #"{"wa_id":"1","name":"A","phone":"+1","email":"a@b","language":"en","profile":{}}"#,
            "200"
        ),
        (
            "createOrUpdateAContact", "contacts",
            #"{"wa_id":"1","name":null,"phone":null,"email":null,"language":null}"#, "200"
        ),
        ("sendAMessage", "messages", #"{"channel_id":"?","wa_id":"1","body":"Hi"}"#, "200"),
        ("sendAMessage", "messages", #"{"channel_id":"x","wa_id":"1","body":"Hi"}"#, "404"),
        ("sendAMessage", "messages", #"{"wa_id":"1","body":"Hi"}"#, "422"),
        (
            "sendATemplateMessage", "templates/send",
            #"{"channel_id":"?","wa_id":"1","template_name":"welcome"}"#, "200"
        ),
        (
            "sendATemplateMessage", "templates/send",
            #"{"channel_id":"?","wa_id":"1","template_name":"x"}"#, "404"
        ),
        ("mintASignedWidgetToken", "embed-tokens", "{}", "200"),
        ("exchangeCodeForToken", "oauth/token", "{}", "200"),
    ])
    func `what is sent`(operation: String, path: String, json: String, status: String) throws {
        let sent = json.split(separator: "?").joined(separator: Desk.channel)
        let answer = try desk.post(path, sent)
        try expect(answer, of: operation, status: status)
    }

    @Test func `an unknown contact`() throws {
        let answer = try desk.get("contacts/x")
        try expect(answer, of: "getAContact", status: "404")
        let example = try schema("getAContact", "404")["example"]?["message"]?.text
        #expect(answer["message"]?.text == example)
    }

    @Test(arguments: [
        ("listChannels", "channels/01HZK7P5R3Q6V0YH4XJ3M8CHN1"),
        ("listContacts", "contacts/01HZK7P5R3Q6V0YH4XJ3M8AAA1"),
        ("listConversations", "conversations/01HZK7P5R3Q6V0YH4XJ3M8CONV1"),
    ])
    func `one record looks as it does in its list`(list: String, path: String) throws {
        let answer = try desk.get(path)
        #expect(answer.status == 200)
        let records = try schema(list, "200")["properties"]?["data"]?["items"]
        check(try #require(answer.data), try #require(records), at: path)
    }

    @Test func `sign-up answers with the channel as the list shows it`() throws {
        let answer = try desk.ask(
            "POST", "/api/integrations/meta/embedded-signup",
            fields: ["Content-Type: application/json"], body: #"{"code":"b","waba_id":"n"}"#)
        let channels = try schema("listChannels", "200")["properties"]?["data"]?["items"]
        check(try #require(answer.data), try #require(channels), at: "sign-up")
    }

    @Test func `a list of messages has them as sending shows them`() throws {
        let message = try desk.send("Hi", to: "971500000001")
        let conversation = try #require(message["conversation_id"]?.text)
        for id in [conversation, "01HZK7P5R3Q6V0YH4XJ3M8CONV1"] {
            let list = try desk.get("conversations/\(id)/messages").list
            #expect(!list.isEmpty)
            let record = try #require(try schema("sendAMessage", "200")["properties"]?["data"])
            for message in list { check(message, record, at: "messages") }
        }
    }

    private func schema(_ operation: String, _ status: String) throws -> Node {
        let node = try #require(contract.operation(named: operation)?.node)
        return try #require(
            node["responses"]?[status]?["content"]?["application/json"]?["schema"])
    }

    private func expect(_ answer: Desk.Answer, of operation: String, status: String) throws {
        #expect("\(answer.status)" == status, "\(answer.body)")
        let value = try parseYAML(Array(answer.body.utf8), file: operation)
        check(value, try schema(operation, status), at: operation)
    }

    private func check(_ value: Node, _ schema: Node, at path: String) {
        if value.isNull {
            #expect(schema["nullable"]?.bool == true, "\(path) is null")
            return
        }
        switch schema["type"]?.text {
        case "string": #expect(value.string != nil, "\(path) is \(value.kindText)")
        case "integer": #expect(value.int != nil, "\(path) is \(value.kindText)")
        case "array":
            #expect(value.sequence != nil, "\(path) is \(value.kindText)")
            for element in value.sequence ?? [] {
                if let items = schema["items"] { check(element, items, at: "\(path)[]") }
            }
        case "object": checkMembers(value, schema, at: path)
        default: Issue.record("\(path) has a type that this test does not know")
        }
    }

    private func checkMembers(_ value: Node, _ schema: Node, at path: String) {
        let properties = schema["properties"]?.mapping ?? []
        let names = Set((value.mapping ?? []).map(\.key))
        // Which fields an answer blames is the request's doing.
        if !path.hasSuffix(".errors") {
            #expect(names == Set(properties.map(\.key)), "\(path) has other members")
        }
        for property in properties where names.contains(property.key) {
            if let member = value[property.key] {
                check(member, property.value, at: "\(path).\(property.key)")
            }
        }
    }
}
