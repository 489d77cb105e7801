import Bytes
import HTTP
import HTTP1
import Testing

private struct Reading: Equatable {
    var status = 0
    var reason = ""
    var framing = BodyFraming.none
    var contentLength: Int?
    var keepAlive = false
    var isInterim = false
}

private func read(
    _ text: String, _ method: Method = .get
) throws(ProtocolFault) -> (reading: Reading, consumed: Int?) {
    let bytes = Array(text.utf8)
    var parser = ResponseParser()
    var head = ResponseHead()
    let consumed = try parser.parse(
        bytes.span, answering: method, limits: HeadLimits(), into: &head)
    let reason = head.text(head.reason).toString()
    let reading = Reading(
        status: head.status, reason: reason, framing: head.framing,
        contentLength: head.contentLength, keepAlive: head.keepAlive, isInterim: head.isInterim)
    return (reading, consumed)
}

@Suite struct ResponseParserTests {
    @Test(arguments: [
        ("HTTP/1.1 200 OK", 200, "OK"), ("HTTP/1.1 404 Not Found", 404, "Not Found"),
        ("HTTP/1.1 200 ", 200, ""), ("HTTP/1.1 200", 200, ""), ("HTTP/1.0 500 A\tb", 500, "A\tb"),
        ("HTTP/1.1 599 \u{e9}", 599, "\u{e9}"), ("HTTP/1.1 100 Continue", 100, "Continue"),
    ])
    func `a status line is read, with or without its reason`(
        _ line: String, _ status: Int, _ reason: String
    ) throws {
        let text = line + "\r\nContent-Length: 0\r\n\r\n"
        let read = try read(text)
        #expect(read.consumed == text.utf8.count)
        #expect(read.reading.status == status)
        #expect(read.reading.reason == reason)
    }

    @Test(arguments: [
        ("HTTP/1.1 99 OK", ProtocolFault.statusLine), ("HTTP/1.1 099 OK", .statusLine),
        ("HTTP/1.1 600 OK", .statusLine), ("HTTP/1.1 2000 OK", .statusLine),
        ("HTTP/1.1  200 OK", .statusLine), ("HTTP/1.1\t200 OK", .statusLine),
        ("HTTP/1.1 200OK", .statusLine), ("HTTP/1.1 -20 OK", .statusLine),
        ("HTTP/2.0 200 OK", .unsupportedVersion), ("http/1.1 200 OK", .statusLine),
        ("ICY 200 OK", .statusLine), ("<html>garbage</html>", .statusLine), ("", .statusLine),
        ("HTTP/1.1 200 \u{1}", .statusLine), ("HTTP/1.1 20x OK", .statusLine),
        ("\u{16}\u{3}\u{1} tls not spoken here", .statusLine),
    ])
    func `nonsense is a fault`(_ line: String, _ fault: ProtocolFault) {
        #expect(throws: fault) { try read(line + "\r\n\r\n") }
    }

    @Test(arguments: [
        ("X : v", ProtocolFault.fieldName), (" folded", .obsoleteFold), ("X: a\rb", .fieldValue),
        ("X: a\nY: b", .lineEnding), ("Content-Length: 5, 5", .contentLength),
        ("Content-Length: 5\r\nContent-Length: 5", .repeatedContentLength),
        ("Transfer-Encoding: gzip, chunked", .transferEncoding),
        ("Transfer-Encoding: chunked\r\nContent-Length: 5", .lengthAndEncoding),
        ("Connection: a b", .connectionField),
    ])
    func `a head with more than one reading is a fault`(_ line: String, _ fault: ProtocolFault) {
        #expect(throws: fault) { try read("HTTP/1.1 200 OK\r\n\(line)\r\n\r\n") }
    }

    @Test func `chunks do not belong to HTTP 1.0`() {
        #expect(throws: ProtocolFault.encodingInHTTP10) {
            try read("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        }
    }

    @Test(arguments: [
        (200, Method.get, "Content-Length: 5\r\n", BodyFraming.length(5), 5 as Int?, true),
        (200, .get, "Content-Length: 0\r\n", .none, 0, true),
        (200, .get, "Transfer-Encoding: chunked\r\n", .chunked, nil, true),
        (200, .get, "", .untilClose, nil, false),
        (200, .head, "Content-Length: 5\r\n", .none, 5, true),
        (200, .head, "Transfer-Encoding: chunked\r\n", .none, nil, true),
        (200, .head, "", .none, nil, true), (304, .get, "Content-Length: 5\r\n", .none, 5, true),
        (304, .get, "", .none, nil, true), (204, .get, "", .none, nil, true),
        (204, .get, "Content-Length: 0\r\n", .none, nil, true),
        (204, .get, "Content-Length: 5\r\n", .none, nil, false),
        (204, .get, "Transfer-Encoding: chunked\r\n", .none, nil, false),
        (100, .post, "", .none, nil, true), (103, .get, "Link: a\r\n", .none, nil, true),
        (101, .get, "Connection: upgrade\r\nUpgrade: websocket\r\n", .none, nil, true),
        (404, .post, "Content-Length: 7\r\nConnection: close\r\n", .length(7), 7, false),
    ])
    func `content ends as status, method and fields say`(
        _ status: Int, _ method: Method, _ fields: String, _ framing: BodyFraming, _ length: Int?,
        _ keepAlive: Bool
    ) throws {
        let reading = try read("HTTP/1.1 \(status) R\r\n\(fields)\r\n", method).reading
        #expect(reading.framing == framing)
        #expect(reading.contentLength == length)
        #expect(reading.keepAlive == keepAlive)
        #expect(reading.isInterim == (status == 100 || status == 103))
    }

    @Test(arguments: [("", false), ("Connection: keep-alive\r\n", true)])
    func `an HTTP 1.0 upstream closes unless it says otherwise`(
        _ field: String, _ keepAlive: Bool
    ) throws {
        let text = "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\(field)\r\n"
        #expect(try read(text).reading.keepAlive == keepAlive)
    }

    @Test func `interim responses come one by one before the final one`() throws {
        var input = ByteBuffer()
        input.append("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n")
        input.append("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        var parser = ResponseParser()
        var head = ResponseHead()
        var statuses: [Int] = []
        repeat {
            let count = try parser.parse(
                input, answering: .post, limits: HeadLimits(), into: &head)
            input.consume(try #require(count))
            statuses.append(head.status)
        } while head.isInterim
        let rest = input.span.toString()
        #expect(statuses == [100, 103, 200])
        #expect(rest == "ok")
    }

    @Test func `a head in pieces is read as in one`() throws {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\n"
        let bytes = Array(text.utf8)
        for split in 0..<bytes.count {
            var parser = ResponseParser()
            var head = ResponseHead()
            let begun = Array(bytes[..<split])
            let early = try parser.parse(
                begun.span, answering: .get, limits: HeadLimits(), into: &head)
            #expect(early == nil)
            let whole = try parser.parse(
                bytes.span, answering: .get, limits: HeadLimits(), into: &head)
            #expect(whole == bytes.count)
            #expect(head.fields.count == 2)
            #expect(head.framing == .length(2))
        }
    }

    @Test func `hop-by-hop fields of a response go`() throws {
        let text =
            "HTTP/1.1 200 OK\r\nConnection: close, X-A\r\nX-A: 1\r\nX-B: 2\r\nKeep-Alive: 3\r\n"
        let bytes = Array((text + "Content-Length: 0\r\nSet-Cookie: a\r\n\r\n").utf8)
        var parser = ResponseParser()
        var head = ResponseHead()
        _ = try parser.parse(bytes.span, answering: .get, limits: HeadLimits(), into: &head)
        Cleaning.clean(&head)
        var output = ByteBuffer()
        output.appendFields(head)
        let written = output.span.toString()
        #expect(written == "X-B: 2\r\nSet-Cookie: a\r\n")
    }
}
