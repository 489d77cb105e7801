import Document
import Testing

@Suite struct OktaWaTemplateTests {
    @Test(
        arguments: [
            ("", ["order_ready", "order_ready", "welcome", "appointment_reminder", "flash_sale"]),
            ("status=APPROVED", ["order_ready", "order_ready", "welcome"]),
            ("status=REJECTED", ["flash_sale"]), ("status=DRAFT", []),
            ("language=ar", ["order_ready", "appointment_reminder"]),
            ("language=ar&status=APPROVED", ["order_ready"]), ("language=xx", []),
        ] as [(String, [String])])
    func `status and language filter`(query: String, names: [String]) throws {
        let answer = try Desk.oktaWa().get("templates?\(query)")
        #expect(answer.status == 200)
        #expect(answer.data?.texts("name") == names)
    }

    /// What is left of a request to send the example's template, and what is added to it.
    private func send(_ members: String, desk: Desk) throws -> Desk.Answer {
        try desk.post(
            "templates/send",
            #"{"channel_id":"\#(Desk.channel)","wa_id":"971500000001",\#(members)}"#)
    }

    @Test(arguments: [
        (#""language":"en""#, "Your order 12345 is ready, 120 SAR to pay."),
        (#""language":"ar""#, "طلبك رقم 12345 جاهز، والمبلغ 120 SAR."),
        (#""language":null"#, "طلبك رقم 12345 جاهز، والمبلغ 120 SAR."),
    ])
    func `a template is sent with its variables`(language: String, text: String) throws {
        let desk = try Desk.oktaWa()
        let members = #""template_name":"order_ready","variables":["12345","120 SAR"]"#
        let answer = try send("\(members),\(language)", desk: desk)
        #expect(answer.status == 200)
        let id = try #require(answer.data?["id"]?.text)
        #expect(
            answer.body
                == #"{"data":{"id":"\#(id)","type":"template","status":"queued"}}"#)
        let conversation = try #require(try desk.get("conversations").list.first?["id"]?.text)
        let message = try desk.get("conversations/\(conversation)/messages").list.first
        #expect(message?["body"]?.text == text)
        #expect(message?["type"]?.text == "template")
    }

    @Test func `a value that looks like a placeholder is none`() throws {
        let desk = try Desk.oktaWa()
        let members = #""template_name":"order_ready","variables":["{{2}}","{{1}}"]"#
        #expect(try send("\(members),\"language\":\"en\"", desk: desk).status == 200)
        let conversation = try #require(try desk.get("conversations").list.first?["id"]?.text)
        let message = try desk.get("conversations/\(conversation)/messages").list.first
        #expect(message?["body"]?.text == "Your order {{2}} is ready, {{1}} to pay.")
    }

    @Test(arguments: [
        ("order_ready", "[]", 2), ("order_ready", #"["1"]"#, 2), ("welcome", #"["1"]"#, 0),
        ("order_ready", #"["1","2","3"]"#, 2), ("order_ready", "null", 2),
    ])
    func `variables are counted`(name: String, variables: String, count: Int) throws {
        let desk = try Desk.oktaWa()
        let answer = try send(
            #""template_name":"\#(name)","variables":\#(variables)"#, desk: desk)
        #expect(answer.status == 422)
        let message = "The variables field must contain \(count) items."
        #expect(
            answer.body == #"{"message":"\#(message)","errors":{"variables":["\#(message)"]}}"#)
        #expect(try desk.get("contacts")["meta"]?["total"]?.int == 1)
    }

    @Test func `a template without variables needs none`() throws {
        let desk = try Desk.oktaWa()
        #expect(try send(#""template_name":"welcome""#, desk: desk).status == 200)
    }

    @Test func `a form's variables are counted as well`() throws {
        let answer = try Desk.oktaWa().ask(
            "POST", "/api/v1/templates/send",
            fields: ["Content-Type: application/x-www-form-urlencoded"],
            body: "channel_id=\(Desk.channel)&wa_id=1&template_name=order_ready"
                + "&variables[]=1&variables[]=2")
        #expect(answer.status == 200, "\(answer.body)")
    }

    @Test(arguments: [
        #""template_name":"nope""#, #""template_name":"order_ready","language":"fr""#,
        #""template_name":"appointment_reminder","variables":["1","2"]"#,
        #""template_name":"flash_sale","variables":["1"]"#,
    ])
    func `unknown templates and those not approved are not found`(members: String) throws {
        let answer = try send(members, desk: try Desk.oktaWa())
        #expect(answer.status == 404)
        #expect(answer.body == #"{"message":"Template not found."}"#)
    }

    @Test func `an unknown channel is not found`() throws {
        let answer = try Desk.oktaWa().post(
            "templates/send", #"{"channel_id":"x","wa_id":"1","template_name":"welcome"}"#)
        #expect(answer.status == 404)
        #expect(answer.body == #"{"message":"Channel not found."}"#)
    }

    @Test func `what lacks everything is refused with every reason`() throws {
        let answer = try Desk.oktaWa().post("templates/send", "{}")
        #expect(answer.status == 422)
        #expect(answer["message"]?.text == "The channel id field is required. (and 2 more errors)")
    }
}
