import Bytes
import HTTP
import HTTP1
import Testing

@Suite struct WritingTests {
    /// What is written for the upstream after `text` was read and cleaned.
    private static func rewritten(
        _ text: String, _ cleaning: Cleaning = [], except: FieldNameSet = FieldNameSet()
    ) throws -> String {
        let bytes = Array(text.utf8)
        var parser = RequestParser()
        var head = RequestHead()
        _ = try parser.parse(bytes.span, limits: HeadLimits(), into: &head)
        cleaning.clean(&head)
        var output = ByteBuffer()
        output.appendRequestLine(head)
        output.appendField("Host", head.authority, of: head.bytes)
        output.appendFields(head, except: except)
        output.appendFraming(head.framing)
        output.appendHeadEnd()
        return output.span.toString()
    }

    @Test(arguments: [
        ("X-A: 1\r\nX-B: 2\r\n", "X-A: 1\r\nX-B: 2\r\n"),
        ("X-A:1\r\nX-B: \t2 \r\nX-C:\r\n", "X-A: 1\r\nX-B: 2\r\nX-C: \r\n"),
        ("X-A: 1\r\nConnection: x-b\r\nX-B: 2\r\nX-C: 3\r\n", "X-A: 1\r\nX-C: 3\r\n"),
        (
            "X-A: 1\r\nTE: trailers\r\nX-B:2\r\nX-C: 3\r\nUpgrade: u\r\n",
            "X-A: 1\r\nX-B: 2\r\nX-C: 3\r\n"
        ),
        ("X_Bawaba_Org: 1\r\nContent_Length: 7\r\n", ""), ("X: \r\n", "X: \r\n"),
        ("Content-Length: 5\r\nX-A: 1\r\n", "X-A: 1\r\nContent-Length: 5\r\n"),
        ("Transfer-Encoding: CHUNKED\r\n", "Transfer-Encoding: chunked\r\n"),
        ("Expect: 100-continue\r\nContent-Length: 5\r\n", "Content-Length: 5\r\n"),
    ])
    func `a request is written anew`(_ fields: String, _ written: String) throws {
        let start = "PUT /%41?b=%41 HTTP/1.1\r\nHost: H:1\r\nX-Z: 0\r\n"
        let text = try Self.rewritten(start + fields + "\r\n")
        #expect(text == "PUT /A?b=%41 HTTP/1.1\r\nHost: H:1\r\nX-Z: 0\r\n\(written)\r\n")
    }

    @Test func `named fields are left out`() throws {
        let text = try Self.rewritten(
            "GET /? HTTP/1.1\r\nHost: h\r\nAccept: a\r\nX-A: 1\r\nAuthorization: b\r\n\r\n",
            except: FieldNameSet(.accept).union(FieldNameSet(.authorization)))
        #expect(text == "GET /? HTTP/1.1\r\nHost: h\r\nX-A: 1\r\n\r\n")
    }

    @Test func `an absolute-form goes on as origin-form`() throws {
        let text = try Self.rewritten("GET http://h HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(text == "GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    }

    @Test(arguments: ["a\r\nX: y", "a\nb", "\r", "a\u{0}", "\u{7f}"])
    func `a value that would end its field is not written`(_ value: String) {
        let bytes = Array(value.utf8)
        var output = ByteBuffer()
        let isWritten = output.appendField("X-A", bytes.span)
        let isWrittenByName = output.appendField(name: literalBytes("X-A"), bytes.span)
        #expect(!isWritten)
        #expect(!isWrittenByName)
        #expect(output.count == 0)
    }

    @Test(arguments: ["", "a b", "a:", "a\r\n", "\u{e9}"])
    func `a name that is no token is not written`(_ name: String) {
        let bytes = Array(name.utf8)
        var output = ByteBuffer()
        let isWritten = output.appendField(name: bytes.span, literalBytes("v"))
        #expect(!isWritten)
        #expect(output.count == 0)
    }

    @Test func `an answer's head is written`() {
        var output = ByteBuffer()
        output.appendStatusLine(404)
        output.appendField("Content-Type", "application/json")
        output.appendField("X-RateLimit-Limit", decimal: 60)
        output.appendField(name: literalBytes("X-A"), literalBytes("b"))
        output.appendFraming(.length(12))
        output.appendHeadEnd()
        let text = output.span.toString()
        #expect(
            text == "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\n"
                + "X-RateLimit-Limit: 60\r\nX-A: b\r\nContent-Length: 12\r\n\r\n")
    }

    @Test(arguments: [1, 9, 15, 16, 255, 256, 4_096, 65_536])
    func `chunks are written as they are read`(_ count: Int) throws {
        let body = [UInt8](repeating: 7, count: count)
        var output = ByteBuffer()
        output.appendChunk(body.span)
        output.appendChunk([UInt8]().span)
        output.appendLastChunk()
        var reader = BodyReader(.chunked)
        var consumed = 0
        let data = try reader.next(output, consumed: &consumed)
        let end = try reader.next(output, consumed: &consumed)
        #expect(data == .data((output.count - 7 - count)..<(output.count - 7)))
        #expect(end == .end)
        #expect(consumed == output.count)
    }

    @Test func `trailers go on behind the last chunk`() throws {
        let text = Array("0\r\nX-A:1\r\nHost: evil\r\nX-B: 2\r\n\r\n".utf8)
        var reader = BodyReader(.chunked)
        var consumed = 0
        _ = try reader.next(text.span, consumed: &consumed)
        var output = ByteBuffer()
        output.appendLastChunk(reader)
        let written = output.span.toString()
        #expect(written == "0\r\nX-A: 1\r\nX-B: 2\r\n\r\n")
    }
}
