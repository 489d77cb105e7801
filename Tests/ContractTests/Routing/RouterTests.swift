import Bytes
import Contract
import Document
import HTTP
import Testing

private let mark = Mark(file: "a.yaml", line: 1, column: 1)

/// A router of "METHOD /template" lines, numbered in order.
private func router(_ routes: String...) throws -> Router {
    var builder = RouterBuilder()
    for (index, route) in routes.enumerated() {
        let parts = route.split(separator: " ")
        let method = Method(Array(parts[0].utf8).span)
        let template = try PathTemplate(String(parts[1]), at: mark)
        #expect(builder.add(template, method, operation: index) == nil)
    }
    return builder.build()
}

/// What a "METHOD /path" line leads to: "2 id=7" without names, "405 GET,HEAD" or "404".
private func answer(_ router: Router, _ request: String) -> String {
    let parts = request.split(separator: " ")
    let path = Array(parts[1].utf8)
    var captures = Captures()
    switch router.match(path.span, Method(Array(parts[0].utf8).span), captures: &captures) {
    case .operation(let index):
        let values = (0..<captures.count).map { path.span.slice(captures[$0]).toString() }
        return ([String(index)] + values).joined(separator: " ")
    case .methodNotAllowed(let methods):
        var text = ByteBuffer()
        methods.append(to: &text, separator: ",")
        return "405 \(text.span.toString())"
    case .ambiguous: return "400"
    case .notFound: return "404"
    }
}

@Suite struct RouterTests {
    @Test(arguments: [
        ("GET /users/export;x", "400"), ("GET /users/export;x=1;y", "400"),
        ("GET /users/export%3Bx", "400"), ("GET /users/export%3Ba;b", "400"),
        ("GET /users/export;", "400"), ("GET /v1/42%3Apurge", "400"),
        ("GET /v1/42:purge;x", "400"), ("GET /v1/42%3Apurge;x", "400"),
        ("GET /a%2Cb", "400"), ("GET /a,b", "3"), ("GET /users;x/7", "400"),
        ("GET /users;x/export", "400"), ("POST /users/export;x", "400"),
        ("GET /users/exports;x", "1 exports;x"), ("GET /users/42%3A7", "1 42%3A7"),
        ("GET /users/%2B49", "1 %2B49"), ("GET /v1/42:purge", "2 42"), ("GET /v1/42;x", "4 42;x"),
        ("GET /x%20y", "5"), ("GET /x%20y;z", "400"), ("GET /w;v", "6"), ("GET /w", "7"),
        ("GET /f/a;b.csv", "8 a;b csv"), ("GET /f/a.csv;b", "8 a csv;b"), ("GET /free;x", "404"),
    ])
    func `a path that another server would read as another route is refused`(
        request: String, expected: String
    ) throws {
        let router = try router(
            "GET /users/export", "GET /users/{id}", "GET /v1/{id}:purge", "GET /a,b",
            "GET /v1/{id}", "GET /x%20y", "GET /w;v", "GET /w", "GET /f/{name}.{format}")
        #expect(answer(router, request) == expected)
    }

    @Test(arguments: [
        ("GET /", "0"), ("GET /a", "1"), ("GET /a/", "1"), ("POST /a", "2"), ("HEAD /a", "1"),
        ("GET /a/7", "3 7"), ("GET /a/7/", "3 7"), ("GET /a/me", "4"), ("GET /a/me/b", "5 me"),
        ("GET /a/7/b", "5 7"), ("GET /a/7/c", "404"), ("GET /b", "404"), ("GET /A", "404"),
        ("GET /aa", "404"), ("DELETE /a", "405 GET,HEAD,POST"), ("PUT /", "405 GET,HEAD"),
        ("OPTIONS /a", "405 GET,HEAD,POST"), ("BREW /a", "405 GET,HEAD,POST"),
        ("DELETE /a/me", "6 me"), ("HEAD /x/9/y", "7 9"), ("GET /x/9/y", "405 HEAD,POST"),
        ("POST /x/9/y", "8 9"), ("GET /a//", "404"), ("GET //a", "404"), ("GET /a/7/b/c", "404"),
        ("PATCH /a/me", "405 GET,HEAD,DELETE"),
    ])
    func `a request finds its operation`(request: String, expected: String) throws {
        let router = try router(
            "GET /", "GET /a", "POST /a", "GET /a/{id}", "GET /a/me", "GET /a/{id}/b",
            "DELETE /a/{id}", "HEAD /x/{n}/y", "POST /x/{n}/y")
        #expect(answer(router, request) == expected)
    }

    @Test(arguments: [
        ("GET /r/all.csv", "0"), ("GET /r/all.pdf", "1 all pdf"), ("GET /r/a.b.c", "1 a b.c"),
        ("GET /r/v-7", "2 7"), ("GET /r/v-", "3 v-"), ("GET /r/.pdf", "3 .pdf"),
        ("GET /r/a.", "3 a."), ("GET /r/v-7.x", "2 7.x"), ("GET /r/a:go", "4 a"),
    ])
    func `a segment may mix text and parameters`(request: String, expected: String) throws {
        let router = try router(
            "GET /r/all.csv", "GET /r/{name}.{format}", "GET /r/v-{n}", "GET /r/{any}",
            "GET /r/{x}:go")
        #expect(answer(router, request) == expected)
    }

    @Test func `text is preferred, and given up where it leads nowhere`() throws {
        let router = try router("GET /a/b/c", "GET /a/{x}/d", "GET /{x}/b/e", "GET /{x}/{y}/{z}")
        #expect(answer(router, "GET /a/b/c") == "0")
        #expect(answer(router, "GET /a/b/d") == "1 b")
        #expect(answer(router, "GET /a/b/e") == "2 a")
        #expect(answer(router, "GET /a/b/f") == "3 a b f")
    }

    @Test func `templates are matched as normalised paths spell them`() throws {
        let router = try router("GET /caf\u{e9}", "GET /%7Euser", "GET /a%2fb", "GET /x y")
        #expect(answer(router, "GET /caf%C3%A9") == "0")
        #expect(answer(router, "GET /~user") == "1")
        #expect(answer(router, "GET /a%2Fb") == "2")
    }

    @Test func `two templates of one shape with one method meet`() throws {
        var builder = RouterBuilder()
        let first = try PathTemplate("/a/{id}", at: mark)
        let second = try PathTemplate("/a/{name}/", at: mark)
        #expect(builder.add(first, .get, operation: 0) == nil)
        #expect(builder.add(second, .get, operation: 1) == 0)
        #expect(builder.add(second, .post, operation: 1) == nil)
    }

    @Test func `each of ten thousand routes is found`() throws {
        var builder = RouterBuilder()
        for index in 0..<10_000 {
            let text = "/api/v\(index % 7)/things\(index)/{id}/parts\(index % 3)/{part}"
            _ = builder.add(try PathTemplate(text, at: mark), .get, operation: index)
        }
        let router = builder.build()
        for index in stride(from: 0, to: 10_000, by: 37) {
            let path = "/api/v\(index % 7)/things\(index)/x/parts\(index % 3)/y"
            #expect(answer(router, "GET \(path)") == "\(index) x y")
            #expect(answer(router, "GET \(path)z/q") == "404")
        }
    }

    @Test func `a router without routes finds nothing`() {
        #expect(answer(RouterBuilder().build(), "GET /") == "404")
    }
}

@Suite struct PathTemplateTests {
    @Test(arguments: [
        ("a", "does not begin with a slash"), ("/a{", "opens a brace"), ("/a}", "closes a brace"),
        ("/{}", "parameter without a name"), ("/{a}{b}", "two parameters without text"),
        ("/{a}/{a}", "names {a} twice"), ("/{a/b}", "opens a brace"),
    ])
    func `what is no template is refused`(text: String, reason: String) {
        let error = #expect(throws: DocumentError.self) { try PathTemplate(text, at: mark) }
        #expect(error?.diagnostic.message.contains(reason) == true)
    }

    @Test func `parameters are bounded`() throws {
        func template(_ count: Int) -> String { (0..<count).map { "/{p\($0)}" }.joined() }
        _ = try PathTemplate(template(Bounds.pathParametersMax - 1), at: mark)
        let most = try PathTemplate(template(Bounds.pathParametersMax), at: mark)
        #expect(throws: DocumentError.self) {
            try PathTemplate(template(Bounds.pathParametersMax + 1), at: mark)
        }
        var builder = RouterBuilder()
        _ = builder.add(most, .get, operation: 0)
        let values = (0..<Bounds.pathParametersMax).map { "v\($0)" }
        let path = "GET /" + values.joined(separator: "/")
        #expect(answer(builder.build(), path) == (["0"] + values).joined(separator: " "))
    }

    @Test(arguments: [
        ("/a//b", true), ("/a/../b", true), ("/a?x=1", true), ("/a#b", true), ("/a/b/", false),
    ])
    func `a template that no request can match says so`(text: String, isUnreachable: Bool) throws {
        #expect((try PathTemplate(text, at: mark).unreachableReason != nil) == isUnreachable)
    }
}
