import Bytes
import HTTP
import HTTP1
import Testing

/// What was read of one head, in the words of the test.
private struct Reading: Equatable {
    var consumed: Int?
    var method = ""
    var path = ""
    var host = ""
    var framing = BodyFraming.none
    var keepAlive = false
    var expectsContinue = false
    var upgrade = false
}

private func read(
    _ text: String, limits: HeadLimits = HeadLimits()
) throws(ProtocolFault) -> Reading {
    let bytes = Array(text.utf8)
    var parser = RequestParser()
    var head = RequestHead()
    var reading = Reading()
    reading.consumed = try parser.parse(bytes.span, limits: limits, into: &head)
    if reading.consumed == nil { return reading }
    reading.method = head.text(head.methodText).toString()
    reading.path = head.text(head.target.path).toString()
    reading.host = head.text(head.host).toString()
    reading.framing = head.framing
    reading.keepAlive = head.keepAlive
    reading.expectsContinue = head.expectsContinue
    reading.upgrade = head.upgrade
    return reading
}

/// A head with these lines behind a usual first line and Host.
private func post(_ lines: String..., version: String = "1.1") -> String {
    let fields = lines.map { $0 + "\r\n" }.joined()
    return "POST /p HTTP/\(version)\r\nHost: h\r\n\(fields)\r\n"
}

@Suite struct RequestParserTests {
    @Test func `a head is read, and the bytes behind it are left`() throws {
        let text = "POST /a%41 HTTP/1.1\r\nHost: Example.com:80\r\nContent-Length: 3\r\n\r\n"
        let reading = try read(text + "abcGET / HTTP/1.1\r\n")
        #expect(
            reading
                == Reading(
                    consumed: text.utf8.count, method: "POST", path: "/aA", host: "example.com",
                    framing: .length(3), keepAlive: true))
    }

    @Test func `a head outlives the buffer it was read from`() throws {
        var input = ByteBuffer()
        var parser = RequestParser()
        var head = RequestHead()
        input.append("GET /p?q HTTP/1.1\r\nHost: h\r\nX-A: v\r\n\r\n")
        let count = try parser.parse(input, limits: HeadLimits(), into: &head)
        input.consume(try #require(count))
        input.releaseStorage()
        let field = head.fields[1]
        let texts = [
            head.text(head.methodText).toString(), head.text(head.target.path).toString(),
            head.text(head.target.query).toString(), head.text(head.authority).toString(),
            head.text(field.name).toString(), head.text(field.value).toString(),
        ]
        #expect(texts == ["GET", "/p", "q", "h", "X-A", "v"])
    }

    @Test(arguments: [
        "", "G", "GET", "GET / HTTP/1.1", "GET / HTTP/1.1\r", "GET / HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nHost: h", "GET / HTTP/1.1\r\nHost: h\r\n", "\r\n", "\r",
        "GET / HTTP/1.1\r\nHost: h\r\n\r", "GET\u{0}", "\r\nGET / HTTP/1.1\r\n",
    ])
    func `an unfinished head is waited for`(_ text: String) throws {
        #expect(try read(text).consumed == nil)
    }

    @Test(arguments: [
        ("GET  / HTTP/1.1", ProtocolFault.version), ("GET /  HTTP/1.1", .version),
        ("GET / HTTP/1.1 ", .version), (" GET / HTTP/1.1", .requestLine),
        ("GET\t/ HTTP/1.1", .requestLine), ("GET /", .requestLine), ("GET", .requestLine),
        ("G@T / HTTP/1.1", .requestLine), ("GET /\u{1} HTTP/1.1", .targetBytes),
        ("GET /\u{e9} HTTP/1.1", .targetBytes), ("GET / http/1.1", .version),
        ("GET / HTTP/1", .version), ("GET / HTTP/1.10", .version), ("GET / HTTP/11", .version),
        ("GET / HTTP/2.0", .unsupportedVersion), ("GET / HTTP/0.9", .unsupportedVersion),
        ("PRI * HTTP/2.0", .unsupportedVersion), ("GET * HTTP/1.1", .targetForm),
        ("CONNECT h:1 HTTP/1.1", .connect), ("GET //a HTTP/1.1", .emptySegment),
        ("\u{1}GET / HTTP/1.1", .requestLine), ("GET / HTTP/1.1\r", .version),
    ])
    func `a bad request line is refused`(_ line: String, _ fault: ProtocolFault) {
        #expect(throws: fault) { try read(line + "\r\nHost: h\r\n\r\n") }
    }

    @Test(arguments: [
        ("X : v", ProtocolFault.fieldName), ("X\t: v", .fieldName), (": v", .fieldName),
        ("X", .fieldName), ("X y: v", .fieldName), ("X\u{0}y: v", .fieldName),
        ("X(: v", .fieldName), ("X\u{e9}: v", .fieldName), (" X: v", .obsoleteFold),
        ("\tX: v", .obsoleteFold), ("X: a\u{0}b", .fieldValue), ("X: a\rb", .fieldValue),
        ("X: a\u{7f}", .fieldValue), ("X: \u{1}", .fieldValue), ("X: a\r", .fieldValue),
        ("X: a\nY: b", .lineEnding), ("\nX: a", .lineEnding), ("X: a\r\n b", .obsoleteFold),
        ("Host: x", .repeatedHost), ("host: h", .repeatedHost),
        ("Connection: a b", .connectionField), ("Connection: @", .connectionField),
        ("Expect: 100-continue, x", .expectation), ("Expect: x", .expectation),
        ("Expect: 100-continue;q=1", .expectation), ("Expect: x 100-continue", .expectation),
        ("Expect: 100-continue\r\nExpect: x", .expectation),
    ])
    func `a bad field line is refused`(_ line: String, _ fault: ProtocolFault) {
        #expect(throws: fault) { try read(post(line)) }
        #expect(throws: fault) { try read(post(line, "X-Later: v")) }
    }

    @Test(arguments: [
        ("X:v", "v"), ("X:", ""), ("X: \t ", ""), ("X: \t v w \t", "v w"), ("X: \u{e9}", "\u{e9}"),
        ("X: a:b", "a:b"), ("X: \"a\"", "\"a\""),
    ])
    func `a value has no white space around it`(_ line: String, _ value: String) throws {
        let bytes = Array(post(line).utf8)
        var parser = RequestParser()
        var head = RequestHead()
        _ = try parser.parse(bytes.span, limits: HeadLimits(), into: &head)
        let text = head.text(head.fields[1].value).toString()
        #expect(text == value)
    }

    @Test(arguments: [
        ([], BodyFraming.none), (["Content-Length: 0"], .none), (["Content-Length: 5"], .length(5)),
        (["CONTENT-LENGTH:5"], .length(5)),
        (
            ["Content-Length: 999999999999999999"],
            .length(999_999_999_999_999_999)
        ),
        (["Transfer-Encoding: chunked"], .chunked), (["transfer-encoding:\tChunked "], .chunked),
        (["Content_Length: 9", "Content-Length: 5"], .length(5)),
        (["Content-Length: 5", "Transfer_Encoding: chunked"], .length(5)),
    ])
    func `content ends where exactly one field says`(
        _ lines: [String], _ framing: BodyFraming
    ) throws {
        let text = "POST /p HTTP/1.1\r\nHost: h\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\n"
        #expect(try read(text).framing == framing)
    }

    @Test(arguments: [
        (["Content-Length: 5", "Content-Length: 5"], ProtocolFault.repeatedContentLength),
        (["Content-Length: 5, 5"], .contentLength), (["Content-Length: +5"], .contentLength),
        (["Content-Length: -5"], .contentLength), (["Content-Length: 05"], .contentLength),
        (["Content-Length: 00"], .contentLength), (["Content-Length: 0x5"], .contentLength),
        (["Content-Length: 5 5"], .contentLength), (["Content-Length:"], .contentLength),
        (["Content-Length: 5e0"], .contentLength), (["Content-Length: 5."], .contentLength),
        (["Content-Length: 1000000000000000000"], .contentLength),
        (["Content-Length: 18446744073709551621"], .contentLength),
        (["Content-Length: 5", "Transfer-Encoding: chunked"], .lengthAndEncoding),
        (["Transfer-Encoding: chunked", "Content-Length: 0"], .lengthAndEncoding),
        (["Transfer-Encoding: gzip, chunked"], .transferEncoding),
        (["Transfer-Encoding: chunked, chunked"], .transferEncoding),
        (["Transfer-Encoding: chunked,"], .transferEncoding),
        (["Transfer-Encoding: identity"], .transferEncoding),
        (["Transfer-Encoding: chunked;a=b"], .transferEncoding),
        (["Transfer-Encoding: \"chunked\""], .transferEncoding),
        (["Transfer-Encoding:"], .transferEncoding),
        (["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], .transferEncoding),
        (["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], .transferEncoding),
        (["Content-Type: a/b", "Content-Type: a/b"], .repeatedContentType),
    ])
    func `content with more than one reading is refused`(
        _ lines: [String], _ fault: ProtocolFault
    ) {
        let text = "POST /p HTTP/1.1\r\nHost: h\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\n"
        #expect(throws: fault) { try read(text) }
        #expect(fault.status == 400)
    }

    @Test func `HTTP 1.0 has no chunks`() {
        #expect(throws: ProtocolFault.encodingInHTTP10) {
            try read(post("Transfer-Encoding: chunked", version: "1.0"))
        }
    }

    @Test(arguments: [
        ("1.1", [], true), ("1.1", ["Connection: close"], false),
        ("1.1", ["Connection: Keep-Alive"], true), ("1.1", ["Connection: CLOSE\t"], false),
        ("1.1", ["Connection: keep-alive, close"], false),
        ("1.1", ["Connection: x", "Connection: close"], false),
        ("1.1", ["Connection: closed"], true), ("1.1", ["Connection: , ,"], true),
        ("1.0", [], false), ("1.0", ["Connection: keep-alive"], true),
        ("1.0", ["Connection: keep-alive, close"], false), ("1.0", ["Connection: x"], false),
        ("1.2", [], true),
    ])
    func `a connection is kept or closed as version and Connection say`(
        _ version: String, _ lines: [String], _ keepAlive: Bool
    ) throws {
        let fields = lines.map { $0 + "\r\n" }.joined()
        let text = "GET / HTTP/\(version)\r\nHost: h\r\n\(fields)\r\n"
        #expect(try read(text).keepAlive == keepAlive)
    }

    @Test(arguments: [
        ("1.1", ["Expect: 100-continue", "Content-Length: 5"], true),
        ("1.1", ["Expect: 100-Continue", "Transfer-Encoding: chunked"], true),
        ("1.1", ["Expect: 100-continue"], false),
        ("1.1", ["Expect: 100-continue", "Content-Length: 0"], false),
        ("1.0", ["Expect: 100-continue", "Content-Length: 5"], false),
        ("1.1", ["Expect: 100-continue, 100-continue", "Content-Length: 5"], true),
        ("1.1", ["Expect: , 100-Continue ,", "Content-Length: 5"], true),
        ("1.1", ["Expect: 100-continue", "Expect: 100-continue", "Content-Length: 5"], true),
        ("1.1", ["Expect:", "Content-Length: 5"], false),
    ])
    func `a 100 is waited for where content follows on HTTP 1.1`(
        _ version: String, _ lines: [String], _ expects: Bool
    ) throws {
        let fields = lines.map { $0 + "\r\n" }.joined()
        let text = "POST / HTTP/\(version)\r\nHost: h\r\n\(fields)\r\n"
        #expect(try read(text).expectsContinue == expects)
        #expect(ProtocolFault.expectation.status == 417)
    }

    @Test(arguments: [
        ("1.1", ["Connection: Upgrade", "Upgrade: websocket"], true),
        ("1.1", ["Connection: keep-alive, upgrade", "Upgrade: websocket"], true),
        ("1.1", ["Upgrade: websocket"], false), ("1.1", ["Connection: upgrade"], false),
        ("1.0", ["Connection: upgrade", "Upgrade: websocket"], false),
    ])
    func `another protocol is asked for by Upgrade and Connection together`(
        _ version: String, _ lines: [String], _ upgrade: Bool
    ) throws {
        let fields = lines.map { $0 + "\r\n" }.joined()
        let text = "GET / HTTP/\(version)\r\nHost: h\r\n\(fields)\r\n"
        #expect(try read(text).upgrade == upgrade)
    }

    @Test func `Host is there once on HTTP 1.1 and at most once on HTTP 1.0`() throws {
        #expect(throws: ProtocolFault.missingHost) { try read("GET / HTTP/1.1\r\n\r\n") }
        #expect(throws: ProtocolFault.missingHost) {
            try read("GET / HTTP/1.1\r\nH.ost: h\r\n\r\n")
        }
        #expect(throws: ProtocolFault.invalidHost) { try read("GET / HTTP/1.1\r\nHost:\r\n\r\n") }
        #expect(try read("GET / HTTP/1.0\r\n\r\n").host == "")
        #expect(throws: ProtocolFault.repeatedHost) {
            try read("GET / HTTP/1.0\r\nHost: h\r\nHost: h\r\n\r\n")
        }
    }

    @Test func `an absolute-form agrees with Host`() throws {
        #expect(try read("GET http://H:1/ HTTP/1.1\r\nHost: h:1\r\n\r\n").host == "h")
        #expect(try read("GET http://h/p HTTP/1.0\r\n\r\n").host == "h")
        for host in ["x", "h:81", "h:443", "h."] {
            #expect(throws: ProtocolFault.hostMismatch) {
                try read("GET http://h/ HTTP/1.1\r\nHost: \(host)\r\n\r\n")
            }
        }
        // Nor does one without a path, which asks about the server (RFC 9112 §3.2.4).
        #expect(try read("OPTIONS http://h HTTP/1.1\r\nHost: h\r\n\r\n").host == "h")
        #expect(throws: ProtocolFault.hostMismatch) {
            try read("OPTIONS http://h HTTP/1.1\r\nHost: x\r\n\r\n")
        }
        #expect(throws: ProtocolFault.invalidHost) {
            try read("GET http://h/ HTTP/1.1\r\nHost: u@h\r\n\r\n")
        }
    }

    @Test(arguments: [
        ("http://h/", "h:80"), ("http://h:80/", "h"), ("https://h/", "H:443"),
        ("https://h:443/", "h"), ("http://h:/", "h:80"), ("http://H/", "h:"),
        ("http://h:8080/", "h:08080"),
    ])
    func `the scheme's own port may be left out of an absolute-form or its Host`(
        _ target: String, _ host: String
    ) throws {
        #expect(try read("GET \(target) HTTP/1.1\r\nHost: \(host)\r\n\r\n").host == "h")
    }

    @Test func `empty lines before a request are ignored`() throws {
        let text = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"
        for (before, count) in [("", 0), ("\r\n", 2), ("\r\n\r\n\r", 4), ("\n", 0), ("\r", 0)] {
            #expect(RequestParser.emptyLines(Array((before + text).utf8).span) == count)
        }
        for before in ["\r\n", "\r\n\r\n\r\n"] {
            let count = text.utf8.count + before.utf8.count
            #expect(try read(before + text).consumed == count)
        }
        #expect(throws: ProtocolFault.lineEnding) { try read("\n" + text) }
    }
}
