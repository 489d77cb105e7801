import Bytes
import HTTP
import Testing

@Suite struct MethodTests {
    @Test(arguments: Method.allCases.filter { $0 != .other })
    func `a method is known by its name`(_ method: Method) {
        #expect(Method(literalBytes(method.text)) == method)
    }

    @Test(arguments: ["get", "Get", "GETS", "GE", "QUERY", "PROPFIND", "CONNECTS", ""])
    func `names are case-sensitive and others are others`(_ name: String) {
        let bytes = Array(name.utf8)
        let method = Method(bytes.span)
        #expect(method == .other)
    }

    @Test(arguments: [
        (Method.get, true, true), (.head, true, true), (.options, true, true),
        (.trace, true, true), (.put, false, true), (.delete, false, true),
        (.post, false, false), (.patch, false, false), (.connect, false, false),
        (.other, false, false),
    ])
    func `what may be repeated is what the standard says`(
        _ method: Method, _ isSafe: Bool, _ isIdempotent: Bool
    ) {
        #expect(method.isSafe == isSafe)
        #expect(method.isIdempotent == isIdempotent)
    }

    @Test func `Allow names methods in Laravel's order`() {
        var set = MethodSet(.options)
        for method in [Method.delete, .patch, .put, .post, .head, .get] { set.insert(method) }
        var output = ByteBuffer()
        set.append(to: &output, separator: ", ")
        let text = output.span.toString()
        #expect(text == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
        #expect(set.contains(Method.get))
        #expect(!set.contains(Method.trace))
    }

    @Test func `an empty set of methods has no text`() {
        var output = ByteBuffer()
        MethodSet(.other).append(to: &output, separator: ",")
        #expect(output.count == 0)
    }
}
