import Bytes
import Contract
import Testing

/// laravel.md §3, "Bad bodies": what Laravel takes for an empty body, and what cannot be judged.
@Suite struct BodyTests {
    private let rules = [("a", "required"), ("b", "required"), ("c", "required")]
    private let empty =
        #"{"message":"The a field is required. (and 2 more errors)","errors":{"#
        + #""a":["The a field is required."],"b":["The b field is required."],"#
        + #""c":["The c field is required."]}}"#
    private let full = #"{"a":1,"b":1,"c":1}"#

    @Test(arguments: [
        "{", "", "null", "5", #""str""#, "[]", "[1,2]", "true", "\u{FEFF}{\"a\":1,\"b\":1,\"c\":1}",
        #"{"a":1,"b":1,"c":1,}"#, #"{"a":"\ud800"}"#, "TRUE", #"{"a":1,"b":1,"c":1} x"#,
    ])
    func `what is no JSON object reads as empty`(_ body: String) throws {
        #expect(try Judging(rules).answer(body) == empty)
    }

    @Test func `JSON with invalid UTF-8 reads as empty`() throws {
        let bytes = Array(#"{"a":1,"b":1,"c":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(try Judging(rules).answer(bytes: bytes) == empty)
    }

    @Test(arguments: [(510, true), (511, false)])
    func `JSON nests as deep as PHP reads it`(_ depth: Int, _ isRead: Bool) throws {
        let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let answer = try Judging(rules).answer(#"{"a":\#(nested),"b":1,"c":1}"#)
        #expect((answer == "passes") == isRead)
    }

    @Test(arguments: [
        ("application/json", true), ("application/json; charset=utf-8", true), ("text/json", true),
        ("application/vnd.api+json", true), ("APPLICATION/JSON", false), ("", false),
        ("text/plain", false), ("application/xml", false), ("json", false),
    ])
    func `JSON is known by its content type in this very spelling`(
        _ type: String, _ isJSON: Bool
    ) throws {
        #expect(try Judging(rules).answer(full, type: type) == (isJSON ? "passes" : empty))
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "POST", "form"),
        ("Application/X-WWW-Form-Urlencoded; charset=utf-8", "POST", "form"),
        ("application/x-www-form-urlencoded", "PATCH", "form"),
        ("application/x-www-form-urlencoded", "PUT", "form"),
        ("Application/X-WWW-Form-Urlencoded", "PUT", "other"),
        ("application/x-www-form-urlencoded", "GET", "other"),
        ("application/x-www-form-urlencoded; x=/json", "POST", "json"),
        ("application/x-www-form-urlencodedx", "POST", "other"),
        ("multipart/form-data; boundary=x", "POST", "multipart"),
        ("Multipart/Form-Data", "POST", "multipart"),
        ("multipart/form-data; boundary=x", "PUT", "other"),
        ("application/json", "GET", "json"), ("", "POST", "other"),
    ])
    func `the encoding depends on type and method`(
        _ type: String, _ method: String, _ encoding: String
    ) {
        let typeBytes = Array(type.utf8)
        let methodBytes = Array(method.utf8)
        let found = InputEncoding(contentType: typeBytes.span, method: methodBytes.span)
        #expect("\(found)" == encoding)
    }

    @Test func `forms are judged like JSON`() throws {
        let form = "application/x-www-form-urlencoded"
        #expect(try Judging(rules).answer("a=1&b=2&c=3", type: form) == "passes")
        #expect(try Judging(rules).answer("", type: form) == empty)
    }

    @Test func `multipart is not judged`() throws {
        let answer = try Judging(rules).answer("--x--", type: "multipart/form-data; boundary=x")
        #expect(answer == "multipart")
    }

    // MARK: _method

    @Test(arguments: [
        ("{}", "_method=DELETE", "application/json", true),
        ("{}", ".method=x", "application/json", true),
        ("{}", "_method[]=x", "application/json", true),
        ("{}", "a=m&%5Fme%74hod=x", "application/json", true),
        ("{}", "+_method=x", "application/json", true),
        (#"{"_method":"PUT"}"#, "", "application/json", true),
        (#"{"\u005fmethod":null}"#, "", "application/json", true),
        ("_method=PUT", "", "application/x-www-form-urlencoded", true),
        ("a=_method", "b=_method", "application/x-www-form-urlencoded", false),
        (#"{"a":{"_method":1}}"#, "method=x", "application/json", false),
        ("name=\"_method\"\r\n", "", "multipart/form-data; boundary=x", true),
        ("name=.method\r\n", "", "multipart/form-data; boundary=x", true),
        ("name=\"method\"\r\n", "", "multipart/form-data; boundary=x", false),
        ("", "_method=PUT", "multipart/form-data; boundary=x", true),
        (#"{"_method":"PUT"}"#, "", "text/plain", false),
    ])
    func `_method is seen wherever Laravel would see it`(
        _ body: String, _ query: String, _ type: String, _ isSeen: Bool
    ) throws {
        let judging = try Judging([("a", "nullable")])
        var judge = InputJudge()
        _ = judging.answer(&judge, Array(body.utf8), query, type, "POST")
        let overrides = judge.overridesMethod
        #expect(overrides == isSeen)
        if isSeen, !query.isEmpty {
            let mightBe = InputJudge.mightOverrideMethod(Array(query.utf8).span)
            #expect(mightBe)
        }
        #expect(!judging.program.declaresMethod)
        #expect(try Judging([("_method", "string")]).program.declaresMethod)
    }

    @Test(arguments: ["", "per_page=20&cursor=m", "_metho=d", "Method=x", "m=&me=&_methoD=1"])
    func `a query without the letters of _method cannot name it`(_ query: String) {
        let mightBe = InputJudge.mightOverrideMethod(Array(query.utf8).span)
        #expect(!mightBe)
    }

    // MARK: Reported rules

    @Test func `assumed rules are reported and refuse nothing`() throws {
        let rules = [("wa_id", "required|string"), ("name", "nullable|string")]
        let assumed = ["wa_id": ["digits_between:6,15"], "name": ["max:3"]]
        let judging = try Judging(rules, assumed: assumed)
        var judge = InputJudge()
        let body = Array(#"{"wa_id":"+966","name":"abcd"}"#.utf8)
        #expect(judging.answer(&judge, body, "", "application/json", "POST") == "passes")
        let reports = judge.reports.map {
            "\(judging.program.path(ofField: $0.field)) \(judging.program.name(ofRule: $0.rule))"
        }
        #expect(reports == ["wa_id digits_between", "name max"])
        // They are forgotten with the next input, and a failed requirement ends the field.
        let nothing = Array("{}".utf8)
        #expect(judging.answer(&judge, nothing, "", "application/json", "POST") != "passes")
        let isEmpty = judge.reports.isEmpty
        #expect(isEmpty)
        let first = judge.firstViolation.map { judging.program.name(ofRule: $0.rule) }
        #expect(first?.description == "required")
    }

    @Test func `the policy may enforce them`() throws {
        let judging = try Judging(
            [("wa_id", "required|string")], assumed: ["wa_id": ["digits_between:6,15"]],
            mode: .enforce)
        #expect(
            judging.answer(#"{"wa_id":"+966"}"#).contains(
                #""wa_id":["The wa id field must be between 6 and 15 digits."]"#))
    }

    @Test func `a reported rule changes nothing for the enforced ones`() throws {
        let judging = try Judging(
            [("a", "string")], assumed: ["a": ["nullable", "integer", "bail"]])
        #expect(judging.answer(#"{"a":null}"#) != "passes")
        let sized = try Judging([("a", "max:2")], assumed: ["a": ["integer"]])
        #expect(sized.answer(#"{"a":"12"}"#) == "passes")
        #expect(sized.answer(#"{"a":"123"}"#).contains("greater than 2 characters"))
    }
}
