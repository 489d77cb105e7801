import Bytes
import HTTP
import HTTP2
import Testing

/// The client's side, fed with a server's frames.
@Suite struct ClientSessionTests {
    private static let limits = HTTP2Limits(
        head: HeadLimits(targetBytes: 100, headBytes: 2_000, fields: 10), streams: 0,
        streamWindow: 65_535, connectionWindow: 65_535)

    private struct Missing: Error {}

    private static func frame(
        _ type: UInt8, _ flags: UInt8, _ stream: UInt8, _ payload: [UInt8] = []
    ) -> [UInt8] {
        [0, UInt8(payload.count >> 8), UInt8(payload.count & 255), type, flags, 0, 0, 0, stream]
            + payload
    }

    private static func section(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap {
            [0, UInt8($0.0.utf8.count)] + $0.0.utf8 + [UInt8($0.1.utf8.count)] + $0.1.utf8
        }
    }

    private static func head(
        _ status: String, _ more: [(String, String)] = [], ends: Bool = false
    ) -> [UInt8] {
        frame(1, ends ? 5 : 4, 1, section([(":status", status)] + more))
    }

    /// A session that has asked `GET /` on stream 1, and whose server's SETTINGS have come.
    private func asked(settings: [UInt8] = []) throws -> HTTP2Session {
        guard var session = HTTP2Session(calling: Self.limits) else { throw Missing() }
        let hadSettings = session.hasSettings
        #expect(!hadSettings)
        let goesOn = session.receive((Self.frame(4, 0, 0, settings)).span)
        #expect(goesOn)
        let hasSettings = session.hasSettings
        #expect(hasSettings)
        session.forgetEvents()
        let stream = ask(&session)
        #expect(stream == 1)
        return session
    }

    private func ask(_ session: inout HTTP2Session) -> Int32? {
        var text = ByteBuffer()
        text.append("GET/a.testX-A: 1\r\nX-Request-Id: abc\r\n")
        var request = HTTP2Request()
        request.method = ByteRange(0..<3)
        request.path = ByteRange(3..<4)
        request.authority = ByteRange(4..<10)
        request.lines = ByteRange(10..<text.count)
        request.owner = 77
        let stream = session.request(request, in: text)
        var output = ByteBuffer()
        session.flush(into: &output, outputMax: 100_000)
        return stream
    }

    /// What becomes of a server's frames.
    private func events(_ frames: [UInt8], pieces: Int = 100_000) throws -> String {
        var session = try asked()
        var text = ""
        var at = 0
        var output = ByteBuffer()
        while at < frames.count {
            let end = min(at + pieces, frames.count)
            let goesOn = session.receive(frames.span.extracting(at..<end))
            if !goesOn { text += "broken " }
            at = end
            session.flush(into: &output, outputMax: 100_000)
            for index in 0..<session.eventCount {
                let event = session.event(index)
                if event.stream == 1 { #expect(event.owner == 77) }
                text += describe(event, &session) + " "
            }
            session.forgetEvents()
        }
        return text
    }

    private func describe(_ event: HTTP2Event, _ session: inout HTTP2Session) -> String {
        switch event.kind {
        case .head:
            var head = ResponseHead()
            do throws(ProtocolFault) {
                try session.readResponse(event.block, answering: .get, into: &head)
                return "\(head.status)/\(head.fields.count)/\(head.framing)"
            } catch {
                return "\(error)"
            }
        case .closed: return "closed(\(event.code.value))"
        case .data: return session.text(event.bytes).toString()
        default: return "\(event.kind)"
        }
    }

    @Test(arguments: [1, 5, 9, 10, 64, 100_000])
    func `an answer reads the same however it is cut`(pieces: Int) throws {
        let frames =
            Self.head("103", [("link", "</a>")]) + Self.head("200", [("x", "y")])
            + Self.frame(0, 0, 1, [65]) + Self.frame(1, 5, 1, Self.section([("x-sum", "42")]))
        let text = try events(frames, pieces: pieces)
        #expect(text == "103/1/none 200/1/chunked A trailers ended closed(0) ")
    }

    @Test func `the end of content is told by length, or by the stream`() throws {
        let length = [("content-length", "1")]
        #expect(
            try events(Self.head("200", length) + Self.frame(0, 1, 1, [65]))
                == "200/1/length(1) A ended closed(0) ")
        #expect(try events(Self.head("200", ends: true)) == "200/0/length(0) ended closed(0) ")
        #expect(try events(Self.head("304", ends: true)) == "304/0/none ended closed(0) ")
    }

    @Test func `content of another length than promised resets its stream`() throws {
        let length = [("content-length", "2")]
        #expect(
            try events(Self.head("200", length) + Self.frame(0, 1, 1, [65]))
                .hasSuffix("closed(1) "))
        #expect(
            try events(Self.head("200", length) + Self.frame(0, 1, 1, [65, 66, 67]))
                .hasSuffix("closed(1) "))
    }

    @Test func `a GOAWAY says which streams were not looked at`() throws {
        let goAway = Self.frame(7, 0, 0, [UInt8](repeating: 0, count: 8))
        #expect(try events(goAway) == "closed(7) ")
        var session = try asked()
        let before = session.canRequest
        let goesOn = session.receive(Self.frame(7, 0, 0, [0, 0, 0, 1, 0, 0, 0, 0]).span)
        let after = session.canRequest
        #expect(before && goesOn && !after)
        let isAlive = session.isAlive
        #expect(isAlive)
        let next = ask(&session)
        #expect(next == nil)
    }

    @Test func `a connection ends before its stream numbers do`() throws {
        guard var session = HTTP2Session(calling: Self.limits, firstStream: Int32.max - 2) else {
            throw Missing()
        }
        let goesOn = session.receive(Self.frame(4, 0, 0).span)
        #expect(goesOn)
        let last = [ask(&session), ask(&session)]
        #expect(last == [Int32.max - 2, Int32.max])
        let isOver = !session.canRequest
        #expect(isOver)
        let next = ask(&session)
        #expect(next == nil)
        let isAlive = session.isAlive
        #expect(isAlive)
    }

    @Test func `what a server takes is read from its SETTINGS`() throws {
        let session = try asked(settings: [0, 3, 0, 0, 0, 7, 0, 8, 0, 0, 0, 1])
        let most = session.streamsMax
        #expect(most == 7)
        let takesWebSockets = session.takesWebSockets
        #expect(takesWebSockets)
        let other = try asked()
        let refuses = !other.takesWebSockets
        #expect(refuses)
    }

    @Test(arguments: [UInt8(0), 4, 6, 8, 99])
    func `frames that move nothing on have an end`(type: UInt8) throws {
        var session = try asked()
        let payload: [UInt8] =
            switch type {
            case 6: [UInt8](repeating: 0, count: 8)
            case 8: [0, 0, 0, 1]
            default: []
            }
        let stream: UInt8 = type == 0 ? 1 : 0
        let frames = (0..<1_100).flatMap { _ in Self.frame(type, 0, stream, payload) }
        let head = Self.head("200")
        var goesOn = session.receive(head.span)
        goesOn = session.receive(frames.span) && goesOn
        var output = ByteBuffer()
        session.flush(into: &output, outputMax: 100_000)
        let isOver = !goesOn || !session.isAlive
        #expect(isOver)
    }

    @Test func `many small pieces of content are no flood`() throws {
        var session = try asked()
        let frames =
            Self.head("200") + (0..<5_000).flatMap { _ in Self.frame(0, 0, 1, [65]) }
        let goesOn = session.receive(frames.span)
        #expect(goesOn)
        let isAlive = session.isAlive
        #expect(isAlive)
    }

    @Test func `a stalled stream leaves the connection's window open`() throws {
        var session = try asked()
        var output = ByteBuffer()
        let content = [UInt8](repeating: 7, count: 16_000)
        let frames = Self.head("200") + (0..<3).flatMap { _ in Self.frame(0, 0, 1, content) }
        let goesOn = session.receive(frames.span)
        #expect(goesOn)
        session.flush(into: &output, outputMax: 100_000)
        // One WINDOW_UPDATE, of stream 0.
        let first = output.span.toArray()
        #expect(first.count == 13)
        #expect(first[3] == 8 && first[5..<9].allSatisfy { $0 == 0 })
        output.removeAll()
        session.consume(48_000, of: 1)
        session.flush(into: &output, outputMax: 100_000)
        let second = output.span.toArray()
        #expect(second.count == 13 && second[8] == 1)
    }

    @Test(arguments: [
        [UInt8]("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), [0, 0, 0, 6, 0, 0, 0, 0, 0],
    ])
    func `what does not begin with SETTINGS is not HTTP2`(bytes: [UInt8]) throws {
        guard var session = HTTP2Session(calling: Self.limits) else { throw Missing() }
        var output = ByteBuffer()
        let goesOn = session.receive(bytes.span)
        session.flush(into: &output, outputMax: 100_000)
        let isOver = !goesOn || !session.isAlive
        #expect(isOver)
        let hasSettings = session.hasSettings
        #expect(!hasSettings)
    }
}
