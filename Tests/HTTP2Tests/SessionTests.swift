import Bytes
import HTTP
import HTTP2
import Testing

/// What a session makes of frames, however they are cut into pieces.
@Suite struct SessionTests {
    private static let limits = HTTP2Limits(
        head: HeadLimits(targetBytes: 100, headBytes: 2_000, fields: 10), streams: 10,
        streamWindow: 65_535, connectionWindow: 65_535)

    private static func frame(
        _ type: UInt8, _ flags: UInt8, _ stream: UInt16, _ payload: [UInt8] = []
    ) -> [UInt8] {
        let length = [0, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
        return length + [type, flags, 0, 0, UInt8(stream >> 8), UInt8(stream & 255)] + payload
    }

    private static func section(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap {
            [0, UInt8($0.0.utf8.count)] + $0.0.utf8 + [UInt8($0.1.utf8.count)] + $0.1.utf8
        }
    }

    private static let get = section([
        (":method", "GET"), (":scheme", "https"), (":path", "/"), (":authority", "a"),
    ])

    private static let start = [UInt8]("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + frame(4, 0, 0)

    private static func request(_ more: [(String, String)] = [], path: String = "/a?b") -> [UInt8] {
        frame(
            1, 5, 1,
            section(
                [
                    (":method", "GET"), (":scheme", "https"), (":path", path),
                    (":authority", "A.test"),
                ]
                    + more))
    }

    /// What became of a request's head: its parts as text, or the fault.
    private func read(_ bytes: [UInt8], pieces: Int) -> String {
        guard var session = HTTP2Session(serving: Self.limits) else { return "no session" }
        var head = RequestHead()
        var text = ""
        var at = 0
        while at < bytes.count {
            let end = min(at + pieces, bytes.count)
            let goesOn = session.receive(bytes.span.extracting(at..<end))
            #expect(goesOn)
            at = end
            let count = session.eventCount
            for index in 0..<count where session.event(index).kind == .head {
                let block = session.event(index).block
                do throws(ProtocolFault) {
                    try session.readRequest(block, into: &head)
                    text = describe(head)
                } catch {
                    text = "\(error)"
                }
            }
        }
        return text
    }

    private func describe(_ head: borrowing RequestHead) -> String {
        var text = "\(head.method) \(head.text(head.target.path).toString()) "
        text += "\(head.text(head.target.query).toString()) \(head.text(head.host).toString())"
        for index in head.fields.indices where !head.fields[index].dropped {
            let field = head.fields[index]
            text += " \(head.text(field.name).toString())=\(head.text(field.value).toString())"
        }
        return text
    }

    @Test(arguments: [1, 2, 7, 9, 10, 24, 33, 1_000])
    func `a head reads the same however it is cut`(pieces: Int) {
        let bytes = Self.start + Self.request([("x-a", "1"), ("accept", "*/*")])
        #expect(read(bytes, pieces: pieces) == "get /a b a.test x-a=1 accept=*/*")
    }

    @Test func `cookies that came in pieces are one`() {
        let bytes = Self.start + Self.request([("cookie", "a=1"), ("x", "y"), ("cookie", "b=2")])
        #expect(read(bytes, pieces: 1_000) == "get /a b a.test x=y cookie=a=1; b=2")
    }

    @Test(arguments: ["a.test", "A.test:443", "a.test:"])
    func `a Host may name the authority in other words`(host: String) {
        let bytes = Self.start + Self.request([("host", host)])
        #expect(read(bytes, pieces: 1_000) == "get /a b a.test host=\(host)")
    }

    @Test(arguments: ["b.test", "a.test:80", "a.test:8443"])
    func `a Host that names another authority is refused`(host: String) {
        let bytes = Self.start + Self.request([("host", host)])
        #expect(read(bytes, pieces: 1_000) == "hostMismatch")
    }

    @Test func `an expectation may be there twice, but no other beside it`() {
        let twice = [("expect", "100-continue"), ("expect", "100-continue, 100-continue")]
        #expect(read(Self.start + Self.request(twice), pieces: 1_000).hasPrefix("get /a b a.test"))
        let other = Self.start + Self.request(twice + [("expect", "x")])
        #expect(read(other, pieces: 1_000) == "expectation")
    }

    @Test func `too many fields, too long a target and too large a head are told apart`() {
        let fields = (0..<11).map { ("x-\($0)", "v") }
        #expect(read(Self.start + Self.request(fields), pieces: 1_000) == "tooManyFields")
        let long = "/" + String(repeating: "a", count: 100)
        #expect(
            read(Self.start + Self.request(path: long), pieces: 1_000) == "targetTooLong")
        let large =
            (0..<9).map { ("x-\($0)", String(repeating: "v", count: 120)) }
            + [("y", String(repeating: "v", count: 126))]
        let heavy = Self.start + Self.request(large)
        #expect(read(heavy, pieces: 1_000).hasPrefix("get"))
        let names = (0..<10).map { "x-\($0)" + String(repeating: "n", count: 40) }
        let heavier =
            Self.start
            + Self.request(names.map { ($0, String(repeating: "v", count: 126)) })
        #expect(read(heavier, pieces: 1_000) == "headTooLarge")
    }

    /// How many of `count` messages a client got that sends `frames` after each.
    private func messages(_ count: Int, of bytes: [UInt8], after frames: [UInt8]) -> Int? {
        guard var session = HTTP2Session(serving: Self.limits) else { return nil }
        guard session.receive((Self.start + Self.request()).span) else { return nil }
        session.forgetEvents()
        var head = ResponseHead()
        head.status = 200
        session.respond(1, head, length: nil, hasContent: true)
        var output = ByteBuffer()
        for number in 0..<count {
            session.flush(into: &output, outputMax: 1_000_000)
            _ = session.send(1, bytes.span, ends: false, into: &output, outputMax: 1_000_000)
            output.removeAll()
            guard session.receive(frames.span), session.isAlive else { return number }
            session.forgetEvents()
        }
        return count
    }

    @Test func `a client may answer each small message with a PING and a WINDOW_UPDATE`() {
        let ping = Self.frame(6, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])
        let room = Self.frame(8, 0, 0, [0, 0, 0, 5]) + Self.frame(8, 0, 1, [0, 0, 0, 5])
        let message = [UInt8]("hello".utf8)
        #expect(messages(5_000, of: message, after: ping + room) == 5_000)
        // Two more for each are a flood.
        let number = messages(5_000, of: message, after: ping + ping + ping + room)
        #expect((number ?? 0) < 1_000)
    }

    @Test func `what a few bytes of HPACK became is not kept for the next`() {
        let limits = HTTP2Limits(
            head: HeadLimits(targetBytes: 100, headBytes: 32_768, fields: 100), streams: 100,
            streamWindow: 65_535, connectionWindow: 65_535)
        guard var session = HTTP2Session(serving: limits) else {
            Issue.record("no session")
            return
        }
        let pseudo = Self.section([
            (":method", "GET"), (":scheme", "https"), (":path", "/"), (":authority", "a"),
        ])
        // The first puts `x` with 3,900 bytes into the table (RFC 7541 §6.2.1), the others name it.
        let size = 3_900 - 127
        var first = pseudo + [0x40, 1, UInt8(ascii: "x")]
        first += [0x7F, UInt8(0x80 | size & 127), UInt8(size >> 7)]
        first += [UInt8](repeating: UInt8(ascii: "v"), count: 3_900)
        var bytes = Self.start + Self.frame(1, 5, 1, first)
        for number in 1..<60 {
            let block = pseudo + [UInt8](repeating: 0xBE, count: 7)
            bytes += Self.frame(1, 5, UInt16(2 * number + 1), block)
        }
        #expect(bytes.count < 8_000)
        let goesOn = session.receive(bytes.span)
        #expect(goesOn && session.eventCount >= 60)
        #expect(session.capacity > 1_000_000)
        session.forgetEvents()
        let ping = session.receive(Self.frame(6, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]).span)
        #expect(ping)
        #expect(session.capacity <= 65_536)
        session.releaseBuffers()
        #expect(session.capacity == 0)
        let again = session.receive(Self.frame(1, 5, 121, pseudo).span)
        #expect(again && session.eventCount > 0)
    }

    @Test func `a head that is under way keeps none of those before it`() {
        guard var session = HTTP2Session(serving: Self.limits) else {
            Issue.record("no session")
            return
        }
        var head = RequestHead()
        let request = Self.request([("x-a", String(repeating: "v", count: 100))])
        // Each read ends within a head, whose fields have partly come: behind its frame's header
        // and the first fields.
        var bytes = Self.start
        var read = 0
        for number in 0..<4_000 {
            var next = request
            next[7] = UInt8((2 * number + 1) >> 8)
            next[8] = UInt8((2 * number + 1) & 255)
            bytes += next
            let end = number % 2 == 0 ? bytes.count - next.count + 9 : bytes.count - 40
            guard session.receive(bytes.span.extracting(0..<end)) else { break }
            bytes.removeFirst(end)
            for index in 0..<session.eventCount where session.event(index).kind == .head {
                try? session.readRequest(session.event(index).block, into: &head)
                let text = describe(head)
                if text == "get /a b a.test x-a=" + String(repeating: "v", count: 100) { read += 1 }
            }
            for index in 0..<session.eventCount where session.event(index).kind == .ended {
                session.reset(session.event(index).stream, .noError)
            }
            session.forgetEvents()
            var output = ByteBuffer()
            session.flush(into: &output, outputMax: 1_000_000)
            #expect(session.capacity <= 65_536)
        }
        #expect(read == 3_999)
    }

    @Test func `a minute forgives some faults, and not all`() {
        guard var session = HTTP2Session(serving: Self.limits) else {
            Issue.record("no session")
            return
        }
        let begins = session.receive(Self.start.span)
        #expect(begins)
        let first = refuse(190, from: 1, &session)
        session.forgive()
        let second = refuse(25, from: 381, &session)
        let third = refuse(10, from: 431, &session)
        #expect(first && second && !third)
    }

    /// Whether a session lives on after so many streams that it had to reset.
    private func refuse(_ count: Int, from stream: Int, _ session: inout HTTP2Session) -> Bool {
        var output = ByteBuffer()
        for number in 0..<count {
            let id = UInt16(stream + 2 * number)
            let head = Self.frame(1, 5, id, Self.section([("X", "y")]))
            guard session.receive(head.span), session.isAlive else { return false }
            session.forgetEvents()
            session.flush(into: &output, outputMax: 1_000_000)
            output.removeAll()
        }
        return true
    }

    @Test func `a client that takes one byte at a time is not served for ever`() {
        let setting = Self.frame(4, 0, 0, [0, 4, 0, 0, 0, 1])
        guard var session = HTTP2Session(serving: Self.limits) else {
            Issue.record("no session")
            return
        }
        let begins = session.receive((Self.start + setting + Self.request()).span)
        #expect(begins)
        session.forgetEvents()
        var head = ResponseHead()
        head.status = 200
        session.respond(1, head, length: nil, hasContent: true)
        var output = ByteBuffer()
        let content = [UInt8](repeating: 7, count: 5_000)
        var sent = 0
        while sent < content.count {
            session.flush(into: &output, outputMax: 1_000_000)
            let taken = session.send(
                1, content.span.extracting(sent..<content.count), ends: false, into: &output,
                outputMax: 1_000_000)
            sent += taken.count
            output.removeAll()
            let more = Self.frame(8, 0, 1, [0, 0, 0, 1])
            guard session.receive(more.span), session.isAlive else { break }
            session.forgetEvents()
        }
        #expect(sent > 100 && sent < 1_100)
    }

    @Test func `a stream behind a GOAWAY that was not written yet is told apart`() {
        guard var session = HTTP2Session(serving: Self.limits) else {
            Issue.record("no session")
            return
        }
        var output = ByteBuffer()
        var goesOn = session.receive((Self.start + Self.frame(1, 5, 1, Self.get)).span)
        session.flush(into: &output, outputMax: 1_000_000)
        output.removeAll()
        session.refuseNew()
        goesOn = session.receive(Self.frame(1, 5, 3, Self.get).span) && goesOn
        let event = session.event(0)
        #expect(event.kind == .head && event.stream == 3)
        let last = session.lastTaken
        #expect(last == 1)
        session.reset(3, .refusedStream)
        session.flush(into: &output, outputMax: 1_000_000)
        let sent = output.span.toArray()
        let goAway = Self.frame(7, 0, 0, [0, 0, 0, 1, 0, 0, 0, 0])
        let reset = Self.frame(3, 0, 3, [0, 0, 0, 7])
        #expect(sent == goAway + reset || sent == reset + goAway)
        // Once it is written the session itself knows.
        goesOn = session.receive(Self.frame(1, 5, 5, Self.get).span) && goesOn
        let count = session.eventCount
        #expect(count == 0)
        #expect(goesOn)
    }

    @Test func `heads behind a GOAWAY are not read for ever`() {
        guard var session = HTTP2Session(serving: Self.limits) else {
            Issue.record("no session")
            return
        }
        var output = ByteBuffer()
        var goesOn = session.receive((Self.start + Self.frame(1, 4, 1, Self.get)).span)
        session.refuseNew()
        session.flush(into: &output, outputMax: 1_000_000)
        var stream: UInt16 = 3
        while goesOn, stream < 20_001, session.isAlive {
            goesOn = session.receive(Self.frame(1, 5, stream, Self.get).span)
            session.flush(into: &output, outputMax: 1_000_000)
            stream += 2
        }
        // As many as a client may have sent before it knew, and some.
        #expect((1_000..<4_000).contains(stream))
    }

    @Test func `content that nobody takes is not asked for again`() {
        guard var session = HTTP2Session(serving: Self.limits) else {
            Issue.record("no session")
            return
        }
        var bytes = Self.start
        bytes += Self.frame(
            1, 4, 1,
            Self.section([
                (":method", "PUT"), (":scheme", "https"), (":path", "/"),
                (":authority", "a"),
            ]))
        for _ in 0..<4 { bytes += Self.frame(0, 0, 1, [UInt8](repeating: 7, count: 16_000)) }
        let goesOn = session.receive(bytes.span)
        #expect(goesOn)
        var output = ByteBuffer()
        session.flush(into: &output, outputMax: 1_000_000)
        output.removeAll()
        session.flush(into: &output, outputMax: 1_000_000)
        let isQuiet = output.isEmpty
        #expect(isQuiet)
        session.consume(64_000, of: 1)
        session.flush(into: &output, outputMax: 1_000_000)
        // Two WINDOW_UPDATE frames: the connection's and the stream's.
        let count = output.count
        #expect(count == 26)
    }
}
