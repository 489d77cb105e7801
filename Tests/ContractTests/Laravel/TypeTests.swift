import Contract
import Testing

/// laravel.md §3, "Types": what each rule takes.
@Suite struct TypeTests {
    private func passes(_ rules: String, _ json: String) throws -> Bool {
        try Judging([("a", rules)]).answer(#"{"a":\#(json)}"#) == "passes"
    }

    @Test(arguments: [
        ("900", true, false, false), ("900.0", true, false, false),
        (#""900""#, true, true, false), (#"" 900 ""#, true, true, false),
        (#""+900""#, true, true, false), (#""0900""#, false, true, false),
        (#""05""#, false, true, false), (#""9e2""#, false, true, false),
        (#""5.0""#, false, true, false), (#""abc""#, false, true, false),
        ("900.5", false, false, false), ("[]", false, false, true), ("{}", false, false, true),
        ("true", true, false, false), ("false", false, false, false),
        ("966500000000", true, false, false), ("-0", true, false, false),
        ("1e2", true, false, false), ("1e15", false, false, false),
        ("9223372036854775807", true, false, false),
        ("9223372036854775808", false, false, false),
        ("-9223372036854775808", true, false, false),
        (#""9223372036854775808""#, false, true, false), (#""-0""#, true, true, false),
        (#""0""#, true, true, false), (#""00""#, false, true, false), (#""+""#, false, true, false),
        ("0.99999999999999999", true, false, false), ("null", false, false, false),
    ])
    func `a value is integer, string or array as in Laravel`(
        _ json: String, _ integer: Bool, _ string: Bool, _ array: Bool
    ) throws {
        #expect(try passes("integer", json) == integer)
        #expect(try passes("string", json) == string)
        #expect(try passes("array", json) == array)
    }

    @Test func `true counts as 1`() throws {
        #expect(
            try Judging.messages("integer|min:60", "true") == #""The a field must be at least 60.""#
        )
        #expect(try passes("integer|min:1", "true"))
    }

    @Test(arguments: [
        ("true", true), ("false", true), ("0", true), ("1", true), (#""0""#, true),
        (#""1""#, true), (#""true""#, false), ("2", false), ("1.0", false), ("[]", false),
    ])
    func `boolean takes these and no others`(_ json: String, _ isTaken: Bool) throws {
        #expect(try passes("boolean", json) == isTaken)
    }

    @Test(arguments: [
        ("5", true), ("5.5", true), (#""5""#, true), (#""1e3""#, true), (#"".5""#, true),
        (#""5.""#, true), (#""0x1A""#, false), (#""5 apples""#, false), ("true", false),
        (#""+5""#, true), (#""-""#, false), (#""1e""#, false),
    ])
    func `numeric takes what PHP calls numeric`(_ json: String, _ isTaken: Bool) throws {
        #expect(try passes("numeric", json) == isTaken)
    }

    @Test(arguments: [
        ("[]", true), ("{}", true), ("[1,2]", true), (#"{"0":1,"1":2}"#, true),
        (#"{"1":1,"0":2}"#, false), (#"{"0":1,"0":2}"#, true), (#"{"00":1}"#, false),
        (#"{"k":1}"#, false), (#""x""#, false),
    ])
    func `list takes arrays whose keys count up from 0`(_ json: String, _ isTaken: Bool) throws {
        #expect(try passes("list", json) == isTaken)
    }

    @Test(arguments: [
        (#"{"x":1}"#, true), (#"{"x":1,"y":2}"#, true), (#"{"z":1}"#, false), ("[1]", false),
        ("[]", true),
    ])
    func `array with names takes no others`(_ json: String, _ isTaken: Bool) throws {
        #expect(try passes("array:x,y", json) == isTaken)
    }

    @Test(arguments: [
        ("max:3", #""äöü""#, true), ("max:3", #""😀😀😀""#, true), ("max:3", #""äöüé""#, false),
        ("max:3", #""\u00e4\ud83d\ude00x""#, true), ("max:3", #""   abc   ""#, true),
        ("size:3", #""abc""#, true), ("size:3", #""ab""#, false), ("size:3", #""abcd""#, false),
        ("max:2", "12345", false), ("min:5", "12345", true), ("max:1024", "null", true),
        ("min:60|integer", "60", true), ("min:60|integer", "59", false),
        ("max:86400|integer", "86400", true), ("max:86400|integer", "86401", false),
        ("between:60,86400|integer", #""60""#, true), ("between:60,86400|integer", "59", false),
        ("numeric|min:1.5", "1.5", true), ("numeric|min:1.5", "1.4", false),
        ("numeric|max:10", "1e1", true), ("numeric|size:10", #""10.0""#, true),
        ("array|max:2", #"{"a":1,"b":2,"a":3}"#, true), ("array|max:1", #"{"a":1,"b":2}"#, false),
    ])
    func `sizes are characters, numbers or items`(
        _ rules: String, _ json: String, _ isTaken: Bool
    ) throws {
        #expect(try passes("nullable|\(rules)", json) == isTaken)
    }

    @Test(arguments: [
        (#""open""#, true), (#""OPEN""#, false), (#"" open ""#, true), ("1", true), ("1.0", true),
        (#""1.0""#, true), (#""01""#, true), ("true", true), ("false", false), ("[]", false),
        (#"["open"]"#, false),
    ])
    func `in compares loosely, as PHP does`(_ json: String, _ isTaken: Bool) throws {
        #expect(try passes("in:open,closed,1", json) == isTaken)
    }

    @Test(arguments: [
        ("12345678901234567890", #""12345678901234567890""#, true),
        ("12345678901234567890", #""12345678901234567891""#, false),
        ("12345678901234567890", #""+12345678901234567890""#, false),
        ("9223372036854775807", #""9223372036854775808""#, false),
        ("1e1000", #""2e1000""#, false), ("1.0e19", #""10000000000000000000""#, true),
    ])
    func `in compares digits beyond 64 bits by their text`(
        _ listed: String, _ json: String, _ isTaken: Bool
    ) throws {
        #expect(try passes("in:\(listed)", json) == isTaken)
    }

    @Test(arguments: [
        (#"["open"]"#, true), (#"["open","shut"]"#, false), (#"[["open"]]"#, false), ("[]", true),
        (#"{"k":"closed"}"#, true),
    ])
    func `in of an array field looks at the elements`(_ json: String, _ isTaken: Bool) throws {
        #expect(try passes("array|in:open,closed", json) == isTaken)
    }

    @Test(arguments: [
        (#""123456""#, true), (#""12345""#, false), (#""123456789012345""#, true),
        (#""1234567890123456""#, false), (#""+966500000""#, false), ("966500000000", true),
        ("[1]", false),
    ])
    func `digits are counted`(_ json: String, _ isTaken: Bool) throws {
        #expect(try passes("digits_between:6,15", json) == isTaken)
    }
}
