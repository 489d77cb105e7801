import Contract
import Testing

/// laravel.md §3, "Body" and "Attribute names": the answer's exact bytes.
@Suite struct AnswerTests {
    @Test func `the quoted answer comes out byte by byte`() throws {
        let judging = try Judging([
            ("channel_id", "required_without:conversation_id|string"),
            ("conversation_id", "nullable|string"),
            ("wa_id", "required_without:conversation_id|string"),
            ("type", "nullable|in:text,image,document,audio,video"),
            ("body", "required|string"),
        ])
        let expected =
            #"{"message":"The channel id field is required when conversation id is not present."#
            + #" (and 2 more errors)","errors":{"channel_id":["The channel id field is required "#
            + #"when conversation id is not present."],"wa_id":["The wa id field is required when "#
            + #"conversation id is not present."],"body":["The body field is required."]}}"#
        #expect(judging.answer("{}") == expected)
    }

    @Test func `one message stands alone, a second is one more error, further ones are counted`()
        throws
    {
        let judging = try Judging([("a", "required"), ("b", "required"), ("c", "required")])
        let message = { (json: String) in
            String(judging.answer(json).split(separator: "\"")[3])
        }
        #expect(message(#"{"a":1,"b":1}"#) == "The c field is required.")
        #expect(message(#"{"a":1}"#) == "The b field is required. (and 1 more error)")
        #expect(message("{}") == "The a field is required. (and 2 more errors)")
    }

    @Test func `messages are counted, not fields`() throws {
        let judging = try Judging([("ttl_seconds", "integer|min:60"), ("slug", "required")])
        let expected =
            #"{"message":"The ttl seconds field must be an integer. (and 2 more errors)","#
            + #""errors":{"ttl_seconds":["The ttl seconds field must be an integer.","#
            + #""The ttl seconds field must be at least 60."],"#
            + #""slug":["The slug field is required."]}}"#
        #expect(judging.answer(#"{"ttl_seconds":"abc"}"#) == expected)
    }

    @Test func `fields come in the order of their rules, not of the input`() throws {
        let judging = try Judging([("b", "string"), ("a", "string")])
        let expected =
            #"{"message":"The b field must be a string. (and 1 more error)","errors":{"b":["#
            + #""The b field must be a string."],"a":["The a field must be a string."]}}"#
        #expect(judging.answer(#"{"a":1,"b":2}"#) == expected)
    }

    @Test(arguments: [
        ("channel_id", "channel id"), ("ttl_seconds", "ttl seconds"), ("waba_id", "waba id"),
        ("redirect_uri", "redirect uri"), ("camelCase", "camel case"),
        ("UPPER_x", "u p p e r x"), ("name", "name"), ("Größe", "größe"),
    ])
    func `attributes are humanised as Laravel does`(_ key: String, _ name: String) throws {
        let answer = try Judging([(key, "required")]).answer("{}")
        #expect(answer.contains(escaped("The \(name) field is required.")))
        #expect(answer.contains(escaped("\"\(key)\":[")))
    }

    /// What PHP makes of the letters used here.
    private func escaped(_ text: String) -> String {
        text.map { $0 == "ö" ? #"\u00f6"# : $0 == "ß" ? #"\u00df"# : String($0) }.joined()
    }

    @Test func `dots stay, and keys of errors are dotted paths`() throws {
        let answer = try Judging([("nested.some_key", "required")]).answer("{}")
        let expected =
            #"{"message":"The nested.some key field is required.","errors":{"nested.some_key":["#
            + #""The nested.some key field is required."]}}"#
        #expect(answer == expected)
    }

    @Test func `a key found through a wildcard keeps its raw name`() throws {
        let judging = try Judging([("variables.*", "string"), ("v.*.x_y", "string")])
        let expected =
            #"{"message":"The variables.0 field must be a string. (and 1 more error)","errors":{"#
            + #""variables.0":["The variables.0 field must be a string."],"v.0.x_y":["#
            + #""The v.0.x_y field must be a string."]}}"#
        #expect(judging.answer(#"{"variables":[1,"a"],"v":[{"x_y":1}]}"#) == expected)
    }

    @Test func `slashes and what is outside ASCII are escaped as PHP does`() throws {
        let judging = try Judging([("a", "starts_with:https://é")])
        let expected =
            #"{"message":"The a field must start with one of the following: https:\/\/\u00e9.","#
            + #""errors":{"a":["The a field must start with one of the following: "#
            + #"https:\/\/\u00e9."]}}"#
        #expect(judging.answer(#"{"a":"x"}"#) == expected)
    }

    @Test func `rules below a wildcard are judged after all others`() throws {
        let judging = try Judging([("v", "array"), ("v.*", "string"), ("z", "required")])
        let answer = judging.answer(#"{"v":[1]}"#)
        #expect(answer.hasPrefix(#"{"message":"The z field is required. (and 1 more error)""#))
    }
}
