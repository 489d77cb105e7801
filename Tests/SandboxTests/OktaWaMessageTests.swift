import Document
import Testing

@Suite struct OktaWaMessageTests {
    @Test func `a medium is kept, and the conversation shows it`() throws {
        let desk = try Desk.oktaWa()
        let url = "https://cdn.example.com/file.pdf"
        let sent = try desk.post(
            "messages",
            #"{"channel_id":"\#(Desk.channel)","wa_id":"1","body":"Hi","type":"document","#
                + #""media_url":"\#(url)"}"#)
        let conversation = try #require(sent.data?["conversation_id"]?.text)
        let listed = try desk.get("conversations/\(conversation)/messages")
        #expect(listed.list.first?["media_url"]?.text == url)
        #expect(sent.data?["media_url"] == nil)
    }

    @Test func `a message to a new number makes contact and conversation`() throws {
        let desk = try Desk.oktaWa()
        let message = try desk.send("Your order is on the way!", to: "971500000001")
        #expect(message["status"]?.text == "queued")
        #expect(message["direction"]?.text == "outbound")
        #expect(message["type"]?.text == "text")
        #expect(message["channel_id"]?.text == Desk.channel)
        let conversation = try #require(message["conversation_id"]?.text)
        let found = try desk.get("conversations/\(conversation)")
        #expect(found.data?["status"]?.text == "open")
        #expect(found.data?["last_message_at"]?.text == "2027-01-15T08:00:00+00:00")
        let contact = try #require(found.data?["contact_id"]?.text)
        #expect(try desk.get("contacts/\(contact)").data?["wa_id"]?.text == "971500000001")
    }

    @Test func `a second message goes into the same conversation, to the same contact`() throws {
        let desk = try Desk.oktaWa()
        let contact = try desk.makeContact("971500000001")
        let first = try desk.send("One", to: "971500000001")
        let second = try desk.send("Two", to: "971500000001")
        let conversation = try #require(first["conversation_id"]?.text)
        #expect(second["conversation_id"]?.text == conversation)
        #expect(try desk.get("conversations/\(conversation)").data?["contact_id"]?.text == contact)
        #expect(try desk.get("contacts")["meta"]?["total"]?.int == 2)
        let messages = try desk.get("conversations/\(conversation)/messages")
        #expect(messages.data?.texts("body") == ["Two", "One"])
    }

    @Test func `a conversation can be named instead of a number`() throws {
        let desk = try Desk.oktaWa()
        let conversation = "01HZK7P5R3Q6V0YH4XJ3M8CONV1"
        let json = #"{"conversation_id":"\#(conversation)","type":"image","body":"Look"}"#
        let answer = try desk.post("messages", json)
        #expect(answer.data?["conversation_id"]?.text == conversation)
        #expect(answer.data?["channel_id"]?.text == Desk.channel)
        #expect(answer.data?["type"]?.text == "image")
        #expect(
            try desk.get("conversations/\(conversation)/messages").data?.texts("body")
                == ["Look", "Where is my order?", "Hello!"])
    }

    @Test(arguments: [
        (0, "queued"), (1, "sent"), (2, "delivered"), (3, "delivered"), (4, "read"),
        (86_400, "read"),
    ])
    func `its status moves from queued to read`(seconds: Int, status: String) throws {
        let desk = try Desk.oktaWa()
        let message = try desk.send("Hi", to: "971500000001")
        let conversation = try #require(message["conversation_id"]?.text)
        desk.unixSeconds += seconds
        let list = try desk.get("conversations/\(conversation)/messages").list
        #expect(list.map { $0["status"]?.text } == [status])
        #expect(list.first?["created_at"]?.text == message["created_at"]?.text)
    }

    @Test func `a page of messages has 50 unless told otherwise`() throws {
        let desk = try Desk.oktaWa()
        var conversation = ""
        for number in 1...60 {
            let message = try desk.send("\(number)", to: "971500000001")
            conversation = try #require(message["conversation_id"]?.text)
        }
        let first = try desk.get("conversations/\(conversation)/messages")
        #expect(first.list.count == 50)
        #expect(first.list.first?["body"]?.text == "60")
        let second = try desk.get("conversations/\(conversation)/messages?per_page=40&page=2")
        #expect(second.list.count == 20)
        #expect(second.list.last?["body"]?.text == "1")
    }

    @Test(arguments: [
        (#"{"channel_id":"nope","wa_id":"1","body":"Hi"}"#, "Channel not found."),
        (#"{"conversation_id":"nope","body":"Hi"}"#, "Conversation not found."),
    ])
    func `an unknown place is refused in the contract's words`(json: String, text: String) throws {
        let desk = try Desk.oktaWa()
        let answer = try desk.post("messages", json)
        #expect(answer.status == 404)
        #expect(answer.body == #"{"message":"\#(text)"}"#)
        #expect(try desk.get("contacts")["meta"]?["total"]?.int == 1)
    }

    @Test func `a message to nobody lacks channel and number, in the contract's words`() throws {
        let answer = try Desk.oktaWa().post("messages", #"{"body":"Hi"}"#)
        let reason = "field is required when conversation id is not present."
        #expect(answer.status == 422)
        #expect(
            answer.body
                == #"{"message":"The channel id \#(reason) (and 1 more error)","errors":"#
                + #"{"channel_id":["The channel id \#(reason)"],"#
                + #""wa_id":["The wa id \#(reason)"]}}"#)
    }

    @Test(arguments: [
        (#""body":"""#, "The body field is required."),
        (#""body":"Hi","type":"fax""#, "The selected type is invalid."),
    ])
    func `what cannot be sent is refused`(members: String, message: String) throws {
        let desk = try Desk.oktaWa()
        let json = #"{"channel_id":"\#(Desk.channel)","wa_id":"1",\#(members)}"#
        let answer = try desk.post("messages", json)
        #expect(answer.status == 422)
        #expect(answer["message"]?.text == message)
    }

    @Test func `messages of an unknown conversation are none`() throws {
        let answer = try Desk.oktaWa().get("conversations/architecto/messages")
        #expect(answer.status == 404)
        #expect(answer["message"]?.text == "No query results for model [Conversation].")
    }
}

@Suite struct OktaWaConversationTests {
    @Test func `an organization begins with the contract's example`() throws {
        let desk = try Desk.oktaWa()
        let answer = try desk.get("conversations")
        #expect(
            answer.body
                == #"{"data":[{"id":"01HZK7P5R3Q6V0YH4XJ3M8CONV1","status":"open","#
                + #""priority":"normal","unread_count":2,"#
                + #""channel_id":"01HZK7P5R3Q6V0YH4XJ3M8CHN1","#
                + #""contact_id":"01HZK7P5R3Q6V0YH4XJ3M8AAA1","#
                + #""last_message_at":"2026-05-06T10:21:00+00:00"}]}"#)
        let id = "01HZK7P5R3Q6V0YH4XJ3M8CONV1"
        #expect(try desk.get("conversations/\(id)/messages").list.count == 2)
    }

    @Test func `the freshest comes first, also within a second`() throws {
        let desk = try Desk.oktaWa()
        let one = try desk.send("a", to: "1")["conversation_id"]?.text
        let two = try desk.send("b", to: "2")["conversation_id"]?.text
        let seeded = "01HZK7P5R3Q6V0YH4XJ3M8CONV1"
        #expect(try desk.get("conversations").data?.texts("id") == [two, one, seeded])
        _ = try desk.send("c", to: "1")
        #expect(try desk.get("conversations").data?.texts("id") == [one, two, seeded])
        desk.unixSeconds += 60
        _ = try desk.post("messages", #"{"conversation_id":"\#(seeded)","body":"d"}"#)
        #expect(try desk.get("conversations").data?.texts("id") == [seeded, one, two])
        #expect(try desk.get("conversations?per_page=1").data?.texts("id") == [seeded])
        #expect(try desk.get("conversations?per_page=1&page=2").data?.texts("id") == [one])
    }

    @Test func `status and channel filter`() throws {
        let desk = try Desk.oktaWa()
        #expect(try desk.get("conversations?status=open").list.count == 1)
        #expect(try desk.get("conversations?status=closed").list.isEmpty)
        #expect(try desk.get("conversations?status=").list.count == 1)
        #expect(try desk.get("conversations?channel_id=\(Desk.channel)").list.count == 1)
        #expect(try desk.get("conversations?channel_id=nope").list.isEmpty)
    }

    @Test(arguments: [("conversations/architecto", "Conversation"), ("channels/x", "Channel")])
    func `an unknown one is refused`(path: String, model: String) throws {
        let answer = try Desk.oktaWa().get(path)
        #expect(answer.status == 404)
        #expect(
            answer.body == "{\n    \"message\": \"No query results for model [\(model)].\"\n}")
    }
}
