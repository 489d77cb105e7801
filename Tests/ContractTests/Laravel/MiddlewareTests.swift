import Contract
import Testing

/// laravel.md §3, "Global input middleware": trimming, blanks to null, body and query together.
@Suite struct MiddlewareTests {
    @Test(
        arguments: [
            0x00, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F,
            0x1160,
            0x1680, 0x17B4, 0x17B5, 0x180E, 0x2000, 0x200A, 0x200B, 0x200F, 0x2028, 0x2029, 0x202F,
            0x205F, 0x2060, 0x2065, 0x206A, 0x206F, 0x2800, 0x3000, 0x3164, 0xFEFF, 0xFFA0, 0x1D159,
            0x1D173, 0x1D17A, 0xE0020,
        ] as [UInt32])
    func `blanks and invisibles are trimmed`(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let judging = try Judging([("a", "in:x")])
        if value >= 0x20 {
            #expect(judging.answer("{\"a\":\"\(scalar)\(scalar)x\(scalar)\"}") == "passes")
        }
        var escaped = ""
        for unit in String(scalar).utf16 {
            let hex = String(unit, radix: 16)
            escaped += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
        #expect(judging.answer("{\"a\":\"\(escaped)x\(escaped)\"}") == "passes")
        #expect(try Judging([("a", "required")]).answer("{\"a\":\"\(escaped)\"}") != "passes")
    }

    @Test(
        arguments: [0x01, 0x1F, 0x7F, 0x2010, 0x2066, 0x2069, 0x1D158, 0x1D17B, 0xE0021] as [UInt32]
    )
    func `other characters are not`(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text =
            value < 0x20
            ? "\\u00\(value < 16 ? "0" : "")\(String(value, radix: 16))" : String(scalar)
        #expect(try Judging([("a", "in:x")]).answer("{\"a\":\"\(text)x\"}") != "passes")
        #expect(try Judging([("a", "required")]).answer("{\"a\":\"\(text)\"}") == "passes")
    }

    @Test(arguments: ["password", "current_password", "password_confirmation"])
    func `passwords are not trimmed`(_ key: String) throws {
        let judging = try Judging([(key, "in:x")])
        #expect(judging.answer("{\"\(key)\":\" x \"}") != "passes")
        #expect(judging.answer("{\"\(key)\":\"x\"}") == "passes")
        // Blank is blank, but an empty one alone is null.
        #expect(try Judging([(key, "required")]).answer("{\"\(key)\":\"  \"}") != "passes")
        #expect(judging.answer("{\"\(key)\":\"  \"}") == "passes")
        #expect(judging.answer("{\"\(key)\":\"\"}") != "passes")
        // Only at the top: the whole path is compared.
        #expect(
            try Judging([("a.\(key)", "in:x")]).answer("{\"a\":{\"\(key)\":\" x \"}}") == "passes")
    }

    @Test func `a blank counts as absent for what depends on it`() throws {
        let judging = try Judging([
            ("channel_id", "required_without:conversation_id"),
            ("conversation_id", "nullable|string"),
        ])
        #expect(judging.answer(#"{"conversation_id":""}"#) != "passes")
        #expect(judging.answer(#"{"conversation_id":"\u200b"}"#) != "passes")
        #expect(judging.answer(#"{"conversation_id":"x"}"#) == "passes")
    }

    // MARK: Body and query

    @Test func `the query fills what the body lacks`() throws {
        let judging = try Judging([("body", "required|string")])
        #expect(judging.answer("{}", query: "body=q") == "passes")
        #expect(judging.answer("", query: "body=q") == "passes")
        #expect(judging.answer("{}", query: "body=") != "passes")
    }

    @Test func `the body wins over the query, even with null`() throws {
        let judging = try Judging([("body", "required|string")])
        #expect(judging.answer(#"{"body":null}"#, query: "body=q") != "passes")
        #expect(judging.answer(#"{"body":""}"#, query: "body=q") != "passes")
        #expect(judging.answer(#"{"body":"x"}"#, query: "body[]=q") == "passes")
        #expect(judging.answer("body=", query: "body=q", type: form) != "passes")
    }

    @Test func `only names at the top are put together`() throws {
        let judging = try Judging([("a.b", "required")])
        #expect(judging.answer("{}", query: "a[b]=1") == "passes")
        #expect(judging.answer(#"{"a":{}}"#, query: "a[b]=1") != "passes")
        #expect(judging.answer(#"{"a":{"b":1}}"#, query: "a[b]=") == "passes")
    }

    @Test func `the last of equal names counts`() throws {
        let judging = try Judging([("a", "string")])
        #expect(judging.answer(#"{"a":1,"a":"x"}"#) == "passes")
        #expect(judging.answer(#"{"a":"x","a":1}"#) != "passes")
        #expect(judging.answer(#"{"a":"x","\u0061":1}"#) != "passes")
        #expect(judging.answer("{}", query: "a[]=1&a=x") == "passes")
        #expect(judging.answer("{}", query: "a=x&a[]=1") != "passes")
        // What stood below the first is gone with it.
        let nested = try Judging([("a.b", "required")])
        #expect(nested.answer(#"{"a":{"b":1},"a":{"c":1}}"#) != "passes")
    }

    private let form = "application/x-www-form-urlencoded"

    // MARK: Queries

    @Test(arguments: [
        ("per_page=25", true), ("per_page=05", false), ("per_page=5.0", false),
        ("per_page=1e1", false), ("per_page[]=5", false), ("per_page=%2B5", true),
        ("per_page=+5+", true), ("per_page=", false), ("", true),
    ])
    func `integers in a query`(_ query: String, _ isTaken: Bool) throws {
        let judging = try Judging([("per_page", "integer")])
        #expect((judging.answer("", query: query, type: "", method: "GET") == "passes") == isTaken)
    }

    @Test func `an empty parameter is null`() throws {
        let judging = try Judging([("per_page", "nullable|integer")])
        #expect(judging.answer("", query: "per_page=", type: "", method: "GET") == "passes")
        let strict = try Judging([("per_page", "integer")])
        #expect(
            strict.answer("", query: "per_page=", type: "", method: "GET")
                .contains(#""per_page":["The per page field must be an integer."]"#))
    }
}
