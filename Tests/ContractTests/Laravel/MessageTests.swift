import Testing

@testable import Contract

/// laravel.md §3, "Message templates": every row that the gateway can judge.
@Suite struct MessageTests {
    @Test(arguments: [
        ("required", "null", "The a field is required."),
        ("string", "1", "The a field must be a string."),
        ("integer", #""x""#, "The a field must be an integer."),
        ("numeric", #""x""#, "The a field must be a number."),
        ("boolean", #""yes""#, "The a field must be true or false."),
        ("array", "1", "The a field must be an array."),
        ("list", #"{"k":1}"#, "The a field must be a list."),
        ("email", #""x""#, "The a field must be a valid email address."),
        ("url", #""x""#, "The a field must be a valid URL."),
        ("ulid", #""x""#, "The a field must be a valid ULID."),
        ("uuid", #""x""#, "The a field must be a valid UUID."),
        ("in:x,y", #""z""#, "The selected a is invalid."),
        ("not_in:x,y", #""x""#, "The selected a is invalid."),
        ("regex:/^[a-z]+$/D", #""A""#, "The a field format is invalid."),
        ("not_regex:/^[a-z]+$/D", #""a""#, "The a field format is invalid."),
        ("starts_with:p,q", #""x""#, "The a field must start with one of the following: p, q."),
        ("ends_with:p,q", #""x""#, "The a field must end with one of the following: p, q."),
        ("alpha", #""a1""#, "The a field must only contain letters."),
        ("alpha_num", #""a b""#, "The a field must only contain letters and numbers."),
        (
            "alpha_dash", #""a b""#,
            "The a field must only contain letters, numbers, dashes, and underscores."
        ),
        ("date_format:Y-m-d", #""x""#, "The a field must match the format Y-m-d."),
        ("json", #""{""#, "The a field must be a valid JSON string."),
        ("digits_between:6,15", #""12""#, "The a field must be between 6 and 15 digits."),
        ("digits:3", #""12""#, "The a field must be 3 digits."),
        ("prohibited", "1", "The a field is prohibited."),
        ("filled", "null", "The a field must have a value."),
    ])
    func `each rule says what Laravel says`(
        _ rules: String, _ value: String, _ message: String
    ) throws {
        #expect(try Judging.messages(rules, value) == "\"\(message)\"")
    }

    @Test(arguments: [
        ("min:2", "x", "at least 2"), ("max:2", "xxx", "greater than 2"),
        ("between:2,3", "x", "between 2 and 3"), ("size:2", "x", "2"),
    ])
    func `sizes are worded by the field's rules`(
        _ rule: String, _ text: String, _ bound: String
    ) throws {
        let words = [
            "min:2": ("be at least 2", "have at least 2 items"),
            "max:2": ("not be greater than 2", "not have more than 2 items"),
            "between:2,3": ("be between 2 and 3", "have between 2 and 3 items"),
            "size:2": ("be 2", "contain 2 items"),
        ]
        let (plain, items) = try #require(words[rule])
        let isMax = rule == "max:2"
        let must = "The a field must"
        #expect(
            try Judging.messages("string|\(rule)", "\"\(text)\"")
                == "\"\(must) \(plain) characters.\"")
        #expect(
            try Judging.messages("integer|\(rule)", isMax ? "7" : "1") == "\"\(must) \(plain).\"")
        #expect(
            try Judging.messages("array|\(rule)", isMax ? "[1,2,3]" : "[1]")
                == "\"\(must) \(items).\"")
        #expect(
            try Judging.messages("list|\(rule)", isMax ? "[1,2,3]" : "[1]")
                == "\"\(must) \(items).\"")
    }

    @Test func `an array for a string is measured by its count and worded in characters`() throws {
        let expected =
            #""The a field must be a string.","The a field must not be greater than 2 characters.""#
        #expect(try Judging.messages("string|max:2", "[1,2,3]") == expected)
        #expect(
            try Judging.messages("string|max:3", "[1,2,3]") == #""The a field must be a string.""#)
    }

    @Test(arguments: [
        ("required_without:b", "{}", "when b is not present."),
        ("required_without:b_c,d", #"{"b_c":1}"#, "when b c / d is not present."),
        ("required_without_all:b,c", "{}", "when none of b / c are present."),
        ("required_with:b,c", #"{"c":1}"#, "when b / c is present."),
        ("required_with_all:b,c", #"{"b":1,"c":1}"#, "when b / c are present."),
        ("required_if:t,v,w", #"{"t":"w"}"#, "when t is w."),
        ("required_if:t,true", #"{"t":true}"#, "when t is true."),
        ("required_if:t,null", #"{"t":null}"#, "when t is empty."),
        ("required_if:t,5", #"{"t":5}"#, "when t is 5."),
        ("required_unless:t,x,y", #"{"t":"z"}"#, "unless t is in x, y."),
    ])
    func `rules about other fields name them`(
        _ rule: String, _ json: String, _ words: String
    ) throws {
        let answer = try Judging([("a", rule)]).answer(json)
        let spelled = words.replacing("/", with: #"\/"#)
        #expect(answer.contains("\"a\":[\"The a field is required \(spelled)\"]"))
    }

    @Test func `prohibits names what it keeps out`() throws {
        let answer = try Judging([("a", "prohibits:b")]).answer(#"{"a":1,"b":2}"#)
        #expect(answer.contains("The a field prohibits b from being present."))
        let present = try Judging([("a", "present")]).answer("{}")
        #expect(present.contains("The a field must be present."))
    }

    @Test func `distinct is said of each of the values that repeat`() throws {
        let judging = try Judging([("a.*", "distinct")])
        let answer = judging.answer(#"{"a":["x","y","x",1,"1.0"]}"#)
        #expect(
            answer.hasSuffix(
                #""errors":{"a.0":["The a.0 field has a duplicate value."],"#
                    + #""a.2":["The a.2 field has a duplicate value."],"#
                    + #""a.3":["The a.3 field has a duplicate value."],"#
                    + #""a.4":["The a.4 field has a duplicate value."]}}"#))
        #expect(judging.answer(#"{"a":["x","y"]}"#) == "passes")
    }

    @Test(arguments: [
        ("[9007199254740993,9007199254740992]", true),
        (#"["9007199254740993","9007199254740992"]"#, true),
        (#"["100000000000000000001","100000000000000000002"]"#, true),
        (#"["100000000000000000001","100000000000000000001"]"#, false),
        (#"[9007199254740993,"9007199254740993"]"#, false), ("[0,1]", true), ("[0,-0.0]", false),
        // A float equals every integer that becomes it.
        ("[9007199254740993,9007199254740992.0]", false),
        ("[9007199254740992,9007199254740993,1]", true), (#"["1e999","1e1000"]"#, true),
        (#"["x","1",1]"#, false), ("[1,1.0]", false), ("[1.5,1.5]", false), ("[1.5,2]", true),
    ])
    func `distinct compares numbers as PHP does`(list: String, isDistinct: Bool) throws {
        let answer = try Judging([("a.*", "distinct")]).answer(#"{"a":\#(list)}"#)
        #expect((answer == "passes") == isDistinct, "\(answer)")
    }

    @Test(arguments: [
        "date", "after:tomorrow", "before:2020-01-01", "active_url", "enum", "exists:users",
        "unique:users", "nonsense", "min", "min:x", "between:1", "regex", "digits:-1",
        "email:dns", "uuid:4", "max:0x10", "min:0x1p4", "size:inf", "size:nan", "between:1,0xF",
        "between:5,2", "digits_between:5,2", "json_bytes_max:0x10",
    ])
    func `a rule that cannot be judged here is refused when it is read`(_ text: String) {
        #expect(throws: RuleError.self) { try Rule(text) }
    }

    @Test(arguments: ["max: 16 ", "max:1.", "max:.5", "between:2,2", "digits_between:0,0"])
    func `a number that PHP reads is accepted`(_ text: String) throws {
        #expect(try Rule(text).bounds != nil)
    }

    @Test func `a bound that PHP does not read as a number is not compiled`() {
        let fields = [FieldRules(path: ["a"], rules: [FieldRule(.max("0x10"))])]
        let error = #expect(throws: InputProgramError.self) { try InputProgram(fields) }
        #expect(error?.field == "a" && error?.message.contains("`max`") == true)
    }

    @Test(arguments: ["regex:abc", "regex:/(/", "regex:/a/q", "date_format:D, d M"])
    func `a rule that cannot be compiled names its field`(_ text: String) throws {
        let fields = [try FieldRules("nested.field", [text])]
        let error = #expect(throws: InputProgramError.self) { try InputProgram(fields) }
        #expect(error?.field == "nested.field")
    }
}
