import Document
import Testing

@Suite struct OktaWaOrganizationTests {
    @Test func `organizations do not see each other`() throws {
        let desk = try Desk.oktaWa()
        let contact = try desk.makeContact("971500000001", org: "one")
        let message = try desk.send("Hi", to: "971500000001", org: "one")
        let conversation = try #require(message["conversation_id"]?.text)
        #expect(try desk.get("contacts/\(contact)", org: "one").status == 200)
        for org in ["two", "", "One"] {
            #expect(try desk.get("contacts/\(contact)", org: org).status == 404)
            #expect(try desk.get("contacts?search=9715", org: org).list.isEmpty)
            #expect(try desk.get("conversations", org: org).list.count == 1)
            #expect(try desk.get("conversations/\(conversation)/messages", org: org).status == 404)
        }
    }

    @Test func `sign-up connects a channel from which can be sent`() throws {
        let desk = try Desk.oktaWa()
        let signUp = {
            try desk.ask(
                "POST", "/api/integrations/meta/embedded-signup", org: "acme",
                fields: ["Content-Type: application/json"],
                body: #"{"code":"b","waba_id":"4711"}"#)
        }
        let answer = try signUp()
        #expect(answer.status == 200)
        #expect(answer.data?["status"]?.text == "connected")
        let id = try #require(answer.data?["id"]?.text)
        #expect(try desk.get("channels").data?.texts("id") == [id, Desk.channel])
        let channel = try desk.get("channels/\(id)").data
        #expect(channel?["connected_at"]?.text == "2027-01-15T08:00:00+00:00")
        let sent = try desk.post("messages", #"{"channel_id":"\#(id)","wa_id":"1","body":"Hi"}"#)
        #expect(sent.data?["channel_id"]?.text == id)
        #expect(try desk.get("conversations?channel_id=\(id)").list.count == 1)
        #expect(try desk.get("channels", org: "other").list.count == 1)
        // The same account again is the same channel.
        #expect(try signUp().data?["id"]?.text == id)
        #expect(try desk.get("channels").list.count == 2)
    }

    @Test func `sign-up needs a code and an account`() throws {
        let answer = try Desk.oktaWa().ask("POST", "/api/integrations/meta/embedded-signup")
        #expect(answer.status == 422)
        #expect(answer["message"]?.text == "The code field is required. (and 1 more error)")
    }

    @Test func `notifications are acknowledged whatever they hold, and counted`() throws {
        let desk = try Desk.oktaWa()
        let large = String(repeating: "x", count: 2 << 20)
        for (number, body) in [#"[{"type":"PAYMENT"}]"#, "", "nonsense", large].enumerated() {
            let answer = try desk.ask("POST", "/api/webhooks/neoleap", body: body)
            #expect(answer.status == 200)
            #expect(answer.body == #"[{"status":"1"}]"#)
            #expect(answer.head.contains("X-Sandbox-Notifications: \(number + 1)\r\n"))
        }
    }

    @Test func `what the gateway answers itself keeps the contract's example`() throws {
        let desk = try Desk.oktaWa()
        #expect(try desk.post("oauth/token", "{}").data?["token_type"]?.text == "Bearer")
        #expect(try desk.post("embed-tokens", "{}").data?["expires_in"]?.int == 900)
    }

    @Test func `a body that is read may have a megabyte`() throws {
        let desk = try Desk.oktaWa()
        let start = #"{"wa_id":"1","custom_fields":{"x":""#
        for (length, status) in [(1_048_575, 200), (1_048_576, 200), (1_048_577, 413)] {
            let filler = String(repeating: "x", count: length - start.utf8.count - 3)
            let answer = try desk.post("contacts", start + filler + #""}}"#)
            #expect(answer.status == status)
        }
    }

    @Test func `of too many records the oldest go`() throws {
        let desk = try Desk.oktaWa()
        // One is the contract's example.
        for number in 1...9_999 { _ = try desk.makeContact("\(number)") }
        let example = "contacts/01HZK7P5R3Q6V0YH4XJ3M8AAA1"
        #expect(try desk.get("contacts")["meta"]?["total"]?.int == 10_000)
        #expect(try desk.get(example).status == 200)
        let newest = try desk.makeContact("10000")
        #expect(try desk.get("contacts")["meta"]?["total"]?.int == 10_000)
        #expect(try desk.get(example).status == 404)
        #expect(try desk.get("contacts/\(newest)").data?["wa_id"]?.text == "10000")
        let last = try desk.get("contacts?per_page=1&page=10000").list.first
        #expect(last?["wa_id"]?.text == "1")
    }

    @Test func `of too many organizations the one silent for longest begins anew`() throws {
        let desk = try Desk.oktaWa()
        let first = try desk.makeContact("1", org: "org-1")
        let second = try desk.makeContact("1", org: "org-2")
        for number in 3...100 { _ = try desk.get("channels", org: "org-\(number)") }
        #expect(try desk.get("contacts/\(first)", org: "org-1").status == 200)
        _ = try desk.get("channels", org: "org-101")
        #expect(try desk.get("contacts/\(first)", org: "org-1").status == 200)
        #expect(try desk.get("contacts/\(second)", org: "org-2").status == 404)
    }

    @Test func `ids are ULIDs, each another, and sort as they were made`() throws {
        let desk = try Desk.oktaWa()
        var ids: [String] = []
        for number in 1...300 {
            ids.append(try desk.makeContact("\(number)"))
            if number % 100 == 0 { desk.unixSeconds += 1 }
        }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == 300)
        let alphabet = Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        #expect(ids.allSatisfy { $0.utf8.count == 26 && $0.allSatisfy(alphabet.contains) })
    }

    @Test func `a body in another form than the contract's has no fields`() throws {
        let desk = try Desk.oktaWa()
        for type in ["text/plain", "APPLICATION/JSON", "multipart/form-data; boundary=x"] {
            let answer = try desk.ask(
                "POST", "/api/v1/contacts", fields: ["Content-Type: \(type)"],
                body: #"{"wa_id":"1"}"#)
            #expect(answer.status == 422)
            #expect(answer["message"]?.text == "The wa id field is required.")
        }
    }
}
