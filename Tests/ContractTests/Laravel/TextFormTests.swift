import Contract
import Testing

/// Forms of text: laravel.md §3, "Types", its last lines.
@Suite struct TextFormTests {
    private func passes(_ rule: String, _ text: String) throws -> Bool {
        let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return try Judging([("a", rule)]).answer("{\"a\":\"\(String(escaped))\"}") == "passes"
    }

    @Test(arguments: [
        ("01HZK7P5R3Q6V0YH4XJ3M8CHN1", true), ("01hzk7p5r3q6v0yh4xj3m8chn1", true),
        ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", true), ("8ZZZZZZZZZZZZZZZZZZZZZZZZZ", false),
        ("01HZK7P5R3Q6V0YH4XJ3M8CONV1", false), ("01HZK7P5R3Q6V0YH4XJ3M8CHNO", false),
        ("01HZK7P5R3Q6V0YH4XJ3M8CHNI", false), ("01HZK7P5R3Q6V0YH4XJ3M8CHNU", false),
        ("01HZK7P5R3Q6V0YH4XJ3M8CHNl", false), ("01HZK7P5R3Q6V0YH4XJ3M8CHN", false),
        ("architecto", false),
    ])
    func `ULIDs`(_ text: String, _ isTaken: Bool) throws {
        #expect(try passes("ulid", text) == isTaken)
    }

    @Test(arguments: [
        ("123e4567-e89b-12d3-a456-426614174000", true),
        ("123E4567-E89B-12D3-A456-426614174000", true),
        ("123e4567e89b12d3a456426614174000", false),
        ("123e4567-e89b-12d3-a456-42661417400g", false),
    ])
    func `UUIDs`(_ text: String, _ isTaken: Bool) throws {
        #expect(try passes("uuid", text) == isTaken)
    }

    @Test(arguments: [
        ("a@b", true), ("user@example.com", true), ("first.last+tag@sub.example.co", true),
        ("müller@exämple.de", true), (#""quoted part"@example.com"#, true), ("a@[127.0.0.1]", true),
        ("user(comment)@example.com", true), ("a", false), ("@b", false), ("a@", false),
        ("a@b@c", false), (".a@b", false), ("a.@b", false), ("a..b@c", false), ("a b@c", false),
        ("a@b..c", false), ("a@.b", false), ("a@b.", false), ("a@-b.c", false), ("a@b-.c", false),
        ("a@b c", false), ("a<b@c", false), ("a@b/c", false), (#""open@b"#, false),
    ])
    func `mail addresses`(_ text: String, _ isTaken: Bool) throws {
        #expect(try passes("email", text) == isTaken)
    }

    @Test(arguments: [(63, true), (64, false)])
    func `a domain's labels have 63 characters`(_ length: Int, _ isTaken: Bool) throws {
        let label = String(repeating: "a", count: length)
        #expect(try passes("email", "x@\(label).com") == isTaken)
    }

    @Test(arguments: [
        ("https://cdn.example.com/file.pdf", true), ("http://localhost", true),
        ("http://localhost:8080/a?b=c#d", true), ("ftp://host/x", true), ("HTTPS://A.B", true),
        ("http://user:pass@host.tld/", true), ("http://127.0.0.1", true),
        ("http://[::1]:80/", true),
        ("http://münchen.de/ä", true), ("http://example.com.", true), ("http://a/%41", true),
        ("javascript:alert(1)", false), ("javascript://alert", false), ("myapp://callback", false),
        ("example.com", false), ("//example.com", false), ("http://", false), ("http:///x", false),
        ("http://a b", false), ("http://a/b c", false), ("http://a/%zz", false),
        ("http://a:", false),
        ("http://a..b", false), ("http://[::1", false), ("http://[1:2]", false),
        ("http://a.b-c", false),
        ("http://é", false), ("http://a/\"", false), ("z39.50r://x", true), ("://x", false),
    ])
    func `URLs`(_ text: String, _ isTaken: Bool) throws {
        #expect(try passes("url", text) == isTaken)
    }

    @Test(arguments: [
        ("https://a", true), ("HTTPS://a", true), ("http://a", false), ("ftp://a", false),
    ])
    func `URLs of given schemes`(_ text: String, _ isTaken: Bool) throws {
        #expect(try passes("url:https", text) == isTaken)
        #expect(try passes("url:HTTPS,wss", text) == isTaken)
    }

    @Test(arguments: [
        ("alpha", "abc", true), ("alpha", "äß", true), ("alpha", "a1", false),
        ("alpha", "e\u{301}", true), ("alpha:ascii", "ä", false), ("alpha_num", "a1", true),
        ("alpha_num", "a-1", false), ("alpha_num", "٣", true), ("alpha_num:ascii", "٣", false),
        ("alpha_dash", "a_1-b", true), ("alpha_dash", "a b", false),
        ("alpha_dash:ascii", "a-b", true),
    ])
    func `words`(_ rule: String, _ text: String, _ isTaken: Bool) throws {
        #expect(try passes(rule, text) == isTaken)
    }

    @Test(arguments: [
        ("Y-m-d", "2026-02-28", true), ("Y-m-d", "2026-02-29", false),
        ("Y-m-d", "2024-02-29", true),
        ("Y-m-d", "2026-13-01", false), ("Y-m-d", "2026-1-01", false),
        ("Y-m-d", "2026-01-01x", false),
        ("H:i", "23:59", true), ("H:i", "24:00", false),
        ("Y-m-d H:i:s", "2026-01-01 00:00:60", false),
        ("H:iP", "10:00+03:00", true), ("H:ip", "10:00Z", true), ("H:iP", "10:00Z", false),
    ])
    func `dates of a format`(_ format: String, _ text: String, _ isTaken: Bool) throws {
        #expect(try passes("date_format:\(format)", text) == isTaken)
    }

    @Test(arguments: [
        ("regex:/^[a-z]{2}$/", "ar", true), ("regex:/^[a-z]{2}$/", "AR", false),
        ("regex:/^[a-z]{2}$/i", "AR", true), (#"regex:/^\pL+$/u"#, "äöü", true),
        ("regex:{^a/b$}", "a/b", true), ("not_regex:/x/", "abc", true),
        ("not_regex:/x/", "axc", false),
    ])
    func `patterns`(_ rule: String, _ text: String, _ isTaken: Bool) throws {
        // The separator of rules does not occur in these.
        #expect(try passes(rule, text) == isTaken)
    }

    @Test func `a pattern that explodes is given up`() throws {
        let text = String(repeating: "a", count: 40) + "!"
        #expect(try !passes("regex:/^(a+)+$/", text))
    }

    @Test(arguments: [(4_096, true), (4_097, false)])
    func `a value's serialised bytes are bounded`(_ bytes: Int, _ isTaken: Bool) throws {
        let judging = try Judging([("profile", "nullable|array|json_bytes_max:4096")])
        let filler = String(repeating: "x", count: bytes - 8)
        let answer = judging.answer("{\"profile\":{\"k\":\"\(filler)\"}}")
        #expect((answer == "passes") == isTaken)
        #expect(
            isTaken || answer.contains("The profile field must not be greater than 4 kilobytes."))
    }

    @Test(arguments: [
        (#"{"k":"é"}"#, 14), (#"{"k":"/"}"#, 10), (#"["😀"]"#, 16), ("[1.50,true,null]", 15),
        (#"{"k":"  "}"#, 10), (#"{"k":" x "}"#, 9), (#"["\u0041"]"#, 5), ("{}", 2), ("[[],{}]", 7),
        (#"{"k":[1,2]}"#, 11), (#"{"k":1,"k":"é"}"#, 14), (#"{"0":1,"1":[2]}"#, 7),
        (#"{"1":1,"0":2}"#, 13), (#"{"k":{"a":1,"b":{"c":null}}}"#, 28), ("[1e25]", 9),
        ("[0.1234567890123456]", 20), ("[1e16]", 19), ("[1e17]", 9), ("[0.00001]", 8),
        ("[123456789012345678901]", 24),
    ])
    func `bytes are those of PHP's encoder`(_ json: String, _ bytes: Int) throws {
        let fits = try Judging([("a", "json_bytes_max:\(bytes)")]).answer(#"{"a":\#(json)}"#)
        let exceeds = try Judging([("a", "json_bytes_max:\(bytes - 1)")]).answer(#"{"a":\#(json)}"#)
        #expect(fits == "passes")
        #expect(exceeds != "passes")
    }
}
