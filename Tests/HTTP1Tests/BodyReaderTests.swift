import Bytes
import HTTP
import HTTP1
import Testing

/// What the content of a message was read as.
private struct Content: Equatable {
    var text = ""
    var isComplete = false
    var consumed = 0
    var trailers: [String] = []
    var fault: ProtocolFault?
}

/// Reads the pieces as they arrive; what is behind the content stays unread.
private func read(
    _ framing: BodyFraming, _ pieces: [String], isAnswer: Bool = false
) -> Content {
    var reader = BodyReader()
    reader.start(framing, isAnswer: isAnswer)
    var content = Content()
    var body: [UInt8] = []
    do throws(ProtocolFault) {
        for piece in pieces {
            let bytes = Array(piece.utf8)
            var consumed = 0
            var step = BodyReader.Step.needMore
            repeat {
                step = try reader.next(bytes.span, consumed: &consumed)
                if case .data(let range) = step { body += bytes[range] }
            } while step != .needMore && step != .end
            content.consumed += consumed
        }
    } catch {
        content.fault = error
    }
    content.text = String(decoding: body, as: UTF8.self)
    content.isComplete = reader.isComplete
    for index in reader.trailers.indices where !reader.trailers[index].dropped {
        let name = reader.trailerBytes.span.slice(reader.trailers[index].name)
        content.trailers.append(name.toString())
    }
    return content
}

@Suite struct BodyReaderTests {
    @Test func `no content is complete at once`() {
        #expect(read(.none, ["GET /"]) == Content(isComplete: true))
        #expect(read(.length(0), ["GET /"]) == Content(isComplete: true))
    }

    @Test func `content of a length ends there`() {
        #expect(read(.length(3), ["abcd"]) == Content(text: "abc", isComplete: true, consumed: 3))
        #expect(read(.length(3), ["a", "", "bcd"]).text == "abc")
        #expect(read(.length(3), ["ab"]) == Content(text: "ab", consumed: 2))
    }

    @Test func `content until the close ends there`() throws {
        var reader = BodyReader(.untilClose)
        let bytes = Array("abc".utf8)
        var consumed = 0
        let step = try reader.next(bytes.span, consumed: &consumed)
        #expect(step == .data(0..<3))
        #expect(reader.isComplete == false)
        try reader.finish()
        #expect(reader.isComplete == true)
    }

    @Test(arguments: [BodyFraming.length(3), .chunked])
    func `a close within content is a fault`(_ framing: BodyFraming) {
        #expect(throws: ProtocolFault.truncated) {
            var reader = BodyReader(framing)
            try reader.finish()
        }
    }

    @Test(arguments: [
        ("3\r\nabc\r\n0\r\n\r\n", "abc"), ("0\r\n\r\n", ""),
        ("A\r\n0123456789\r\n00\r\n\r\n", "0123456789"),
        ("1;x\r\na\r\n1;x=y\r\nb\r\n0;z=\"q;\\\"\u{e9}\"\r\n\r\n", "ab"),
        ("00000000000000000003\r\nabc\r\n0\r\n\r\n", "abc"), ("1;a;b=c;d\r\nz\r\n0\r\n\r\n", "z"),
        ("2\r\n\r\n\r\n0\r\n\r\n", "\r\n"), ("5\r\n0\r\n\r\n\r\n0\r\n\r\n", "0\r\n\r\n"),
    ])
    func `chunks are put together`(_ text: String, _ body: String) {
        let expected = Content(text: body, isComplete: true, consumed: text.utf8.count)
        #expect(read(.chunked, [text]) == expected)
        #expect(read(.chunked, [text + "GET / HTTP/1.1\r\n"]) == expected)
        #expect(read(.chunked, text.map { String($0) }.flatMap(singleBytes)) == expected)
    }

    @Test(arguments: [
        ("x\r\n", ProtocolFault.chunkSize), ("\r\n", .chunkSize), (";x\r\n", .chunkSize),
        ("0x3\r\n", .chunkSize), ("+3\r\n", .chunkSize), ("-3\r\n", .chunkSize),
        (" 3\r\n", .chunkSize),
        ("3 \r\n", .chunkSize), ("3 ;x\r\n", .chunkSize), ("3_0\r\n", .chunkSize),
        ("3\n", .lineEnding), ("3\rx", .lineEnding), ("3\r\r\n", .lineEnding),
        ("3;\r\n", .chunkExtension), ("3; x\r\n", .chunkExtension), ("3;x \r\n", .chunkExtension),
        ("3;x=\r\n", .chunkExtension), ("3;x=y z\r\n", .chunkExtension), ("3;x\n", .chunkExtension),
        ("3;x=\"a\r\n", .chunkExtension), ("3;x=\"a\"b\r\n", .chunkExtension),
        ("3;\u{0}\r\n", .chunkExtension), ("3;x\u{e9}\r\n", .chunkExtension),
        ("3;x=\"\u{0}\"\r\n", .chunkExtension), ("3;;x\r\n", .chunkExtension),
        ("1000000000000000\r\n", .chunkTooLarge), ("FFFFFFFFFFFFFFFF0\r\n", .chunkTooLarge),
        ("3\r\nabcd", .chunkEnd), ("3\r\nabc\n0", .chunkEnd), ("3\r\nabc\r0", .chunkEnd),
        ("3\r\nabc0\r\n\r\n", .chunkEnd), ("0\r\nx\r\n", .fieldName),
        ("0\r\n x: y\r\n", .obsoleteFold),
        ("0\r\nx: y\n\r\n", .lineEnding), ("0\r\n\n", .lineEnding), ("0\r\nx : y\r\n", .fieldName),
        ("0\r\nx: \u{0}\r\n", .fieldValue),
    ])
    func `malformed chunks are refused, in one piece or many`(
        _ text: String, _ fault: ProtocolFault
    ) {
        #expect(read(.chunked, [text]).fault == fault)
        let inPieces = read(.chunked, text.map { String($0) }.flatMap(singleBytes))
        #expect(inPieces.fault == fault)
        #expect(inPieces.text == read(.chunked, [text]).text)
    }

    @Test(arguments: [
        "3 \r\nabc\r\n0\r\n\r\n", "3\t \r\nabc\r\n0 \r\n\r\n",
        "3 ; x\r\nabc\r\n0 ;y = \"a b\" \r\n\r\n",
    ])
    func `an answer's chunk sizes may be padded, a request's may not`(text: String) {
        let content = read(.chunked, [text], isAnswer: true)
        #expect(content == Content(text: "abc", isComplete: true, consumed: text.utf8.count))
        #expect(read(.chunked, text.map { String($0) }, isAnswer: true) == content)
        #expect(read(.chunked, [text]).fault == .chunkSize)
    }

    @Test(arguments: [" 3\r\n", "3 3\r\n", "3 x\r\n", " \r\n", "3 \n"])
    func `but nothing else may stand there`(text: String) {
        #expect(read(.chunked, [text + "abc\r\n0\r\n\r\n"], isAnswer: true).fault != nil)
    }

    @Test(arguments: [-1, 0, 1])
    func `a chunk line has a limit`(_ more: Int) {
        // "1;" and CRLF are of the line too.
        let name = String(repeating: "x", count: Bounds.chunkLineBytesMax - 4 + more)
        let content = read(.chunked, ["1;\(name)\r\na\r\n0\r\n\r\n"])
        #expect(content.fault == (more > 0 ? .chunkLineTooLong : nil))
        #expect(content.isComplete == (more <= 0))
    }

    @Test(arguments: [-1, 0, 1])
    func `a trailer section has a limit`(_ more: Int) {
        // "x: ", CRLF, and the empty line are of the section too.
        let value = String(repeating: "v", count: Bounds.trailerBytesMax - 7 + more)
        let content = read(.chunked, ["0\r\nx: \(value)\r\n\r\n"])
        #expect(content.fault == (more > 0 ? .trailerTooLarge : nil))
    }

    @Test func `a trailer that never ends is refused`() {
        let value = String(repeating: "v", count: Bounds.trailerBytesMax - 3)
        #expect(read(.chunked, ["0\r\nx: ", value]).fault == nil)
        #expect(read(.chunked, ["0\r\nx: ", value, "v"]).fault == .trailerTooLarge)
    }

    @Test(arguments: [-1, 0, 1])
    func `trailers have a limit`(_ more: Int) {
        let fields = String(repeating: "x: y\r\n", count: Bounds.fieldsMax + more)
        let content = read(.chunked, ["0\r\n\(fields)\r\n"])
        #expect(content.fault == (more > 0 ? .trailerTooLarge : nil))
    }

    @Test func `trailers pass that mean nothing here`() {
        let text =
            "0\r\nX-Checksum: a\r\nGrpc-Status: 0\r\nHost: evil\r\nAuthorization: b\r\n"
            + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\nContent-Type: c\r\nCookie: d\r\n"
            + "X-Bawaba-Org: 1\r\nX_Bawaba_Org: 1\r\nMy_Own: 2\r\nX-Forwarded-For: e\r\n\r\n"
        let content = read(.chunked, [text])
        #expect(content.isComplete)
        #expect(content.trailers == ["X-Checksum", "Grpc-Status"])
    }

    @Test func `a reader serves one message after the other`() throws {
        var reader = BodyReader(.chunked)
        let first = Array("0\r\nX-A: b\r\n\r\n".utf8)
        var consumed = 0
        let end = try reader.next(first.span, consumed: &consumed)
        #expect(end == .end)
        #expect(reader.trailers.count == 1)
        reader.start(.length(1))
        #expect(reader.trailers.count == 0)
        #expect(reader.isComplete == false)
        consumed = 0
        let data = try reader.next(first.span, consumed: &consumed)
        #expect(data == .data(0..<1))
    }
}

/// A text's bytes, each as a piece of its own where it is ASCII.
private func singleBytes(_ text: String) -> [String] {
    text.unicodeScalars.map { String($0) }
}
