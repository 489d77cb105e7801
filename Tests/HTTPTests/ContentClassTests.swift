import Bytes
import HTTP
import Testing

@Suite struct ContentClassTests {
    @Test(arguments: [
        ("application/json", ContentClass.json), ("application/json; charset=utf-8", .json),
        ("text/json", .json), ("application/vnd.api+json", .json), ("x/jsonp", .json),
        ("multipart/form-data; x=/json", .json), ("APPLICATION/JSON", .other),
        ("application/Json", .other), ("json", .other), ("text/plain", .other), ("", .other),
        ("application/x-www-form-urlencoded", .form),
        ("Application/X-WWW-Form-Urlencoded; charset=utf-8", .form),
        ("application/x-www-form-urlencoded,text/plain", .form),
        ("application/x-www-form-urlencodedx", .other),
        ("multipart/form-data; boundary=x", .multipart), ("Multipart/Form-Data", .multipart),
        ("multipart/mixed", .other), ("/jso", .other),
    ])
    func `a media type decides what the body counts as`(_ text: String, _ expected: ContentClass) {
        let head = makeHead([("Content-Type", text)])
        let contentClass = ContentClass(head)
        #expect(contentClass == expected)
    }

    @Test func `no media type is no content`() {
        let head = makeHead([("Accept", "application/json")])
        let contentClass = ContentClass(head)
        #expect(contentClass == .none)
    }
}
