import Testing

/// The OktaWa API as its clients have it in development: the sandbox behind the gateway.
@Suite struct StateTests {
    private let sandbox: Sandbox
    private let rig: Rig

    init() throws {
        sandbox = try Sandbox()
        let target = #"targets: ["http://\#(sandbox.address)"], assertion_key_file: assertion.key"#
        rig = try Rig(
            Rig.Options(workers: 1, upstreams: "  sandbox: {\(target)}", upstream: "sandbox"))
    }

    /// The first value of a name in a flat reading of JSON.
    private func value(_ name: String, in answer: Answer) throws -> String {
        let words = answer.text.split(separator: "\"")
        let index = try #require(words.firstIndex { $0 == name }, "\(answer.text)")
        return String(try #require(words.dropFirst(index + 2).first))
    }

    @Test func `what is made through the gateway is found through it`() throws {
        let token = try rig.token(org: "acme")
        let made = try rig.post(
            "/api/v1/contacts", token: token, json: #"{"wa_id":"971500000001","name":"Sara"}"#)
        #expect(made.status == 200, "\(made.text)")
        let contact = try value("id", in: made)
        let found = try rig.ask("GET", "/api/v1/contacts?search=sara", token: token)
        #expect(try value("id", in: found) == contact)
        #expect(found.text.hasSuffix(#""total":1}}"#))

        let channel = #""channel_id":"01HZK7P5R3Q6V0YH4XJ3M8CHN1""#
        let sent = try rig.post(
            "/api/v1/messages", token: token,
            json: #"{\#(channel),"wa_id":"971500000001","body":"Hi"}"#)
        #expect(sent.status == 200, "\(sent.text)")
        #expect(try value("status", in: sent) == "queued")
        let conversation = try value("conversation_id", in: sent)
        let freshest = try rig.ask("GET", "/api/v1/conversations?per_page=1", token: token)
        #expect(try value("id", in: freshest) == conversation)
        #expect(try value("contact_id", in: freshest) == contact)
        let messages = try rig.ask(
            "GET", "/api/v1/conversations/\(conversation)/messages", token: token)
        #expect(try value("id", in: messages) == value("id", in: sent))
    }

    @Test func `another organization's token finds nothing of it`() throws {
        let json = #"{"wa_id":"971500000001","name":"Sara"}"#
        let made = try rig.post("/api/v1/contacts", token: try rig.token(), json: json)
        let contact = try value("id", in: made)
        let other = try rig.ask("GET", "/api/v1/contacts/\(contact)", token: try rig.token())
        #expect(other.status == 404)
        #expect(other.text == "{\n    \"message\": \"No query results for model [Contact].\"\n}")
    }
}
