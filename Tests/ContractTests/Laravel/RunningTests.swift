import Contract
import Testing

/// laravel.md §3, "Which rules run": presence, null, and when a field is done with.
@Suite struct RunningTests {
    private func passes(_ rules: String, _ json: String) throws -> Bool {
        try Judging([("a", rules)]).answer(json) == "passes"
    }

    @Test(arguments: ["{}", #"{"a":""}"#, #"{"a":"  "}"#, #"{"a":null}"#])
    func `what is absent, blank or null passes where it may be null`(_ json: String) throws {
        #expect(try passes("nullable|string|integer|in:x|min:3", json))
    }

    @Test func `an absent field skips what is not implicit, null does not`() throws {
        #expect(try passes("string", "{}"))
        #expect(try Judging.messages("string", "null") == #""The a field must be a string.""#)
        // A blank string is null by the time it is judged.
        #expect(try Judging.messages("string", #"" ""#) == #""The a field must be a string.""#)
    }

    @Test(arguments: [
        ("{}", false), (#"{"a":null}"#, false), (#"{"a":""}"#, false), (#"{"a":" \t "}"#, false),
        (#"{"a":[]}"#, false), (#"{"a":{}}"#, false), (#"{"a":false}"#, true), (#"{"a":0}"#, true),
        (#"{"a":"0"}"#, true), (#"{"a":[null]}"#, true), (#"{"a":"x"}"#, true),
    ])
    func `required asks for something`(_ json: String, _ isEnough: Bool) throws {
        #expect(try passes("required", json) == isEnough)
    }

    @Test func `a failed required rule is the field's last`() throws {
        #expect(
            try Judging.messages("required|string|min:3", "null") == #""The a field is required.""#)
        #expect(
            try Judging.messages("string|required", "null")
                == #""The a field must be a string.","The a field is required.""#)
    }

    @Test func `otherwise all failing rules are listed, unless the field bails`() throws {
        #expect(
            try Judging.messages("integer|min:60", #""abc""#)
                == #""The a field must be an integer.","The a field must be at least 60.""#)
        #expect(
            try Judging.messages("bail|integer|min:60", #""abc""#)
                == #""The a field must be an integer.""#)
    }

    @Test func `sometimes skips even required when the field is absent`() throws {
        #expect(try passes("sometimes|required", "{}"))
        #expect(try !passes("sometimes|required", #"{"a":null}"#))
    }

    @Test(arguments: [
        ("required_without:b", "{}", false), ("required_without:b", #"{"b":"x"}"#, true),
        ("required_without:b", #"{"b":""}"#, false), ("required_without:b", #"{"b":null}"#, false),
        ("required_without:b,c", #"{"b":1}"#, false),
        ("required_without:b,c", #"{"b":1,"c":1}"#, true),
        ("required_without_all:b,c", #"{"b":1}"#, true), ("required_without_all:b,c", "{}", false),
        ("required_with:b,c", "{}", true), ("required_with:b,c", #"{"c":1}"#, false),
        ("required_with_all:b,c", #"{"c":1}"#, true),
        ("required_with_all:b,c", #"{"b":1,"c":1}"#, false),
        ("required_if:t,v", "{}", true), ("required_if:t,v", #"{"t":"v"}"#, false),
        ("required_if:t,v", #"{"t":"w"}"#, true), ("required_if:t,1", #"{"t":true}"#, true),
        ("required_if:t,true", #"{"t":true}"#, false), ("required_if:t,5", #"{"t":"5.0"}"#, false),
        ("required_unless:t,v", #"{"t":"v"}"#, true), ("required_unless:t,v", "{}", false),
        ("required_unless:t,null", "{}", true),
        ("required_without:b.c", #"{"b":{"c":1}}"#, true),
        ("required_without:b.c", #"{"b":1}"#, false),
        ("present", #"{"a":null}"#, true), ("present", "{}", false),
        ("filled", "{}", true), ("filled", #"{"a":""}"#, false),
        ("prohibited", #"{"a":null}"#, true), ("prohibited", "{}", true),
        ("prohibits:b", #"{"a":1}"#, true), ("prohibits:b", #"{"b":1}"#, true),
        ("prohibits:b", #"{"a":1,"b":null}"#, true),
    ])
    func `presence depends on other fields as in Laravel`(
        _ rule: String, _ json: String, _ passes: Bool
    ) throws {
        #expect(try self.passes(rule, json) == passes)
    }

    // MARK: Wildcards

    @Test func `wildcards run on the elements that are there`() throws {
        let judging = try Judging([("variables", "nullable|array"), ("variables.*", "string")])
        for json in [
            "{}", #"{"variables":null}"#, #"{"variables":[]}"#, #"{"variables":["a","b"]}"#,
        ] {
            #expect(judging.answer(json) == "passes", "\(json)")
        }
        for json in [#"{"variables":[1]}"#, #"{"variables":["a",""]}"#, #"{"variables":[null]}"#] {
            #expect(judging.answer(json) != "passes", "\(json)")
        }
        // What is no array fails as such, and has no elements.
        let scalar = judging.answer(#"{"variables":"x"}"#)
        #expect(
            scalar.contains(#""errors":{"variables":["The variables field must be an array."]}"#))
    }

    @Test func `blank elements pass where elements may be null`() throws {
        let judging = try Judging([("v.*", "nullable|string")])
        #expect(judging.answer(#"{"v":["",null," ","x"]}"#) == "passes")
    }

    @Test func `members of an object are elements too, each name once`() throws {
        let judging = try Judging([("v.*", "string")])
        #expect(judging.answer(#"{"v":{"k":1,"\u006b":"x"}}"#) == "passes")
        #expect(judging.answer(#"{"v":{"k":"x","k":1}}"#).contains(#""errors":{"v.k":["#))
        let pairs = (0..<40).map { #""k\#($0)":1,"k\#($0)":"x""# }.joined(separator: ",")
        #expect(judging.answer("{\"v\":{\(pairs)}}") == "passes")
    }

    @Test func `an element that lacks a required name is told of`() throws {
        let judging = try Judging([
            ("items.*.id", "required|integer"), ("items.*.tags.*", "string"),
        ])
        #expect(judging.answer(#"{"items":[{"id":1,"tags":["a"]},{"id":2}]}"#) == "passes")
        let answer = judging.answer(#"{"items":[{"id":1},{"tags":["a",2]},5]}"#)
        #expect(
            answer.hasSuffix(
                #""errors":{"items.1.id":["The items.1.id field is required."],"#
                    + #""items.2.id":["The items.2.id field is required."],"#
                    + #""items.1.tags.1":["The items.1.tags.1 field must be a string."]}}"#))
    }

    @Test func `an index names an element`() throws {
        let judging = try Judging([("v.1", "required|string")])
        #expect(judging.answer(#"{"v":[1,"x"]}"#) == "passes")
        #expect(judging.answer(#"{"v":{"1":"x"}}"#) == "passes")
        #expect(judging.answer(#"{"v":["x"]}"#) != "passes")
    }

    @Test(arguments: [(999, 999), (1_000, 1_000), (1_001, 1_000)])
    func `the answer lists no more than its bound`(_ elements: Int, _ listed: Int) throws {
        let judging = try Judging([("v.*", "string")])
        let ones = Array(repeating: "1", count: elements).joined(separator: ",")
        let answer = judging.answer("{\"v\":[\(ones)]}")
        #expect(answer.contains("(and \(listed - 1) more errors)"))
    }

    @Test func `a path with rules in two places is refused`() {
        #expect(throws: InputProgramError.self) { try Judging([("a", "string"), ("a", "max:2")]) }
        #expect(throws: InputProgramError.self) { try Judging([("a..b", "string")]) }
        #expect(throws: InputProgramError.self) { try Judging([("a.*.b", "required_with:a.*.c")]) }
    }
}
