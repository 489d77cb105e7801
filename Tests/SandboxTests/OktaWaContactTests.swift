import Document
import Testing

@Suite struct OktaWaContactTests {
    @Test func `an organization begins with the contract's example`() throws {
        let answer = try Desk.oktaWa().get("contacts")
        #expect(
            answer.body
                == #"{"data":[{"id":"01HZK7P5R3Q6V0YH4XJ3M8AAA1","wa_id":"966500000000","#
                + #""phone":"+966500000000","name":"Ali","email":null,"language":"ar","#
                + #""last_seen_at":"2026-05-06T10:21:00+00:00","#
                + #""created_at":"2026-05-01T08:00:00+00:00"}],"#
                + #""meta":{"current_page":1,"per_page":25,"total":1}}"#)
    }

    @Test func `a contact that was made is found by its id, and first in the list`() throws {
        let desk = try Desk.oktaWa()
        let made = try desk.post(
            "contacts", #"{"wa_id":"971500000001","name":"Sara","email":"sara@example.com"}"#)
        #expect(made.status == 200)
        let id = try #require(made.data?["id"]?.text)
        #expect(id.utf8.count == 26)
        let found = try desk.get("contacts/\(id)")
        #expect(found.status == 200)
        #expect(found.data?["name"]?.text == "Sara")
        #expect(found.data?["created_at"]?.text == "2027-01-15T08:00:00+00:00")
        #expect(try desk.get("contacts").list.map { $0["id"]?.text }.first == id)
    }

    @Test func `a second one with the number changes the first, and keeps what is omitted`() throws
    {
        let desk = try Desk.oktaWa()
        let first = try desk.post(
            "contacts", #"{"wa_id":"1","name":"Sara","email":"sara@example.com","language":"en"}"#)
        let second = try desk.post("contacts", #"{"wa_id":"1","name":"Sara B"}"#)
        #expect(second.data?["id"]?.text == first.data?["id"]?.text)
        #expect(second.data?["name"]?.text == "Sara B")
        #expect(second.data?["email"]?.text == "sara@example.com")
        #expect(second.data?["language"]?.text == "en")
        #expect(try desk.get("contacts")["meta"]?["total"]?.int == 2)
    }

    @Test(arguments: ["null", #""""#, #"" ""#])
    func `null takes a value away, and so does a blank text`(value: String) throws {
        let desk = try Desk.oktaWa()
        _ = try desk.post("contacts", #"{"wa_id":"1","name":"Sara","email":"sara@example.com"}"#)
        let json = #"{"wa_id":"1","email":\#(value),"name":\#(value)}"#
        let answer = try desk.post("contacts", json)
        #expect(answer.data?["email"]?.isNull == true)
        #expect(answer.data?["name"]?.text == "+1")
    }

    @Test func `free-form fields are kept, and what is omitted stays`() throws {
        let desk = try Desk.oktaWa()
        let made = try desk.post(
            "contacts",
            #"{"wa_id":"1","profile":{"tier":"gold","tags":["a",1,null]},"custom_fields":[]}"#)
        let path = "contacts/\(try #require(made.data?["id"]?.text))"
        let kept = #""profile":{"tier":"gold","tags":["a",1,null]},"custom_fields":[]"#
        #expect(try desk.get(path).body.contains(kept))
        _ = try desk.post("contacts", #"{"wa_id":"1","name":"Sara"}"#)
        #expect(try desk.get(path).body.contains(kept))
        _ = try desk.post("contacts", #"{"wa_id":"1","profile":null,"custom_fields":{"n":2.50}}"#)
        #expect(try desk.get(path).body.contains(#""profile":null,"custom_fields":{"n":2.50}"#))
        let form = try desk.ask(
            "POST", "/api/v1/contacts", org: "acme",
            fields: ["Content-Type: application/x-www-form-urlencoded"],
            body: "wa_id=1&profile[tier]=silver")
        #expect(form.status == 200)
        #expect(try desk.get(path).body.contains(#""profile":{"tier":"silver"}"#))
        // No answer of the contract shows them.
        #expect(!made.body.contains("profile"))
        #expect(try !desk.get("contacts").body.contains("profile"))
    }

    @Test func `a profile has 4 KB at most, and of custom fields as much is kept`() throws {
        let desk = try Desk.oktaWa()
        let most = String(repeating: "x", count: 4_096 - 8)
        for (field, text, status) in [
            ("profile", most, 200), ("profile", most + "x", 422), ("custom_fields", most, 200),
            ("custom_fields", most + "x", 200),
        ] {
            let json = #"{"wa_id":"\#(text.utf8.count)","\#(field)":{"a":"\#(text)"}}"#
            let answer = try desk.post("contacts", json)
            #expect(answer.status == status)
            guard let id = answer.data?["id"]?.text else { continue }
            #expect(try desk.get("contacts/\(id)").body.contains(text) == (text == most))
        }
    }

    @Test func `a form is read as JSON is`() throws {
        let answer = try Desk.oktaWa().ask(
            "POST", "/api/v1/contacts",
            fields: ["Content-Type: application/x-www-form-urlencoded"],
            body: "wa_id=971500000001&name=Sara%20%26+Ali&phone=%2B971500000001")
        #expect(answer.data?["name"]?.text == "Sara & Ali")
        #expect(answer.data?["phone"]?.text == "+971500000001")
    }

    @Test(arguments: [
        ("Sara", 1), ("sAR", 1), ("500", 3), ("%2B9715", 1), ("nobody", 0), ("", 4), ("%20", 4),
        ("%D8%B3", 1),
    ])
    func `a search looks for a part of name, phone or number`(text: String, count: Int) throws {
        let desk = try Desk.oktaWa()
        _ = try desk.post("contacts", #"{"wa_id":"971500000001","name":"Sara"}"#)
        _ = try desk.post("contacts", #"{"wa_id":"966500000002","name":"سارة"}"#)
        _ = try desk.post("contacts", #"{"wa_id":"7","phone":"+7","name":"Zed"}"#)
        let answer = try desk.get("contacts?search=\(text)")
        #expect(answer["meta"]?["total"]?.int == count, "\(answer.body)")
        #expect(answer.list.count == count)
    }

    @Test(
        arguments: [
            ("", 25, 1, "29"), ("per_page=10", 10, 1, "29"), ("per_page=10&page=3", 10, 3, "9"),
            ("per_page=10&page=4", 10, 4, nil), ("per_page=500", 100, 1, "29"),
            ("per_page=0&page=0", 1, 1, "29"),
            ("page=999999999999999999", 25, 999_999_999_999_999_999, nil),
        ] as [(String, Int, Int, String?)])
    func `a list comes in pages`(query: String, size: Int, page: Int, first: String?) throws {
        let desk = try Desk.oktaWa()
        for number in 1...29 { _ = try desk.makeContact("\(number)") }
        let answer = try desk.get("contacts?\(query)")
        #expect(answer["meta"]?["per_page"]?.int == size)
        #expect(answer["meta"]?["current_page"]?.int == page)
        #expect(answer["meta"]?["total"]?.int == 30)
        #expect(answer.list.first?["wa_id"]?.text == first)
    }

    @Test func `an unknown contact is refused in the contract's words`() throws {
        let answer = try Desk.oktaWa().get("contacts/01HZK7P5R3Q6V0YH4XJ3M8AAA9")
        #expect(answer.status == 404)
        #expect(
            answer.body
                == "{\n    \"message\": \"No query results for model [Contact].\"\n}")
    }

    @Test(arguments: [
        (#"{}"#, "The wa id field is required."),
        (#"{"wa_id":966500000000}"#, "The wa id field must be a string."),
        (#"{"wa_id":"1","name":[]}"#, "The name field must be a string."),
        ("nonsense", "The wa id field is required."),
    ])
    func `what lacks the number is refused as Laravel does`(json: String, message: String) throws {
        let answer = try Desk.oktaWa().post("contacts", json)
        #expect(answer.status == 422)
        #expect(answer["message"]?.text == message)
        #expect(answer.body.contains("[\"\(message)\"]"))
    }

    @Test func `a text is kept up to the bound`() throws {
        let desk = try Desk.oktaWa()
        for (length, status) in [(4_095, 200), (4_096, 200), (4_097, 422)] {
            let name = String(repeating: "é", count: length)
            let answer = try desk.post("contacts", #"{"wa_id":"1","name":"\#(name)"}"#)
            #expect(answer.status == status)
        }
    }
}
