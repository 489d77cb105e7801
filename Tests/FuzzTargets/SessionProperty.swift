import Bytes
import HTTP
import HTTP2

/// Whatever a client sends over HTTP/2, the session's events tell a story that can be: what they
/// name is there, each stream begins, goes on and ends once, and no more is held than the windows
/// allow.
enum SessionProperty {
    /// The first byte chooses what the gateway does, the others are frames behind a good start.
    static func problem(_ input: [UInt8]) -> String? {
        guard let choice = input.first,
            var server = Server(HTTP2Session(serving: Server.limits), choice)
        else { return nil }
        let bytes = Server.start + input.dropFirst()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(server.pieceMax))
            rest = rest.dropFirst(piece.count)
            let goesOn = server.receive(piece)
            if let problem = server.problem { return problem }
            if !goesOn { return nil }
        }
        return nil
    }
}

/// The gateway's part, as small as it can be.
private struct Server: ~Copyable {
    static let limits = HTTP2Limits(
        head: HeadProperty.narrow, streams: 4, streamWindow: 1_000, connectionWindow: 65_535)
    static let start =
        Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]
    private static let outputMax = 4_096
    private static let content = [UInt8](repeating: 7, count: 3_000)

    private struct Stream {
        var held = 0
        var hasEnded = false
        var hasTrailers = false
        var unsent = 0
    }

    private var session: HTTP2Session
    private var streams: [Int32: Stream] = [:]
    private var heldInAll = 0
    private var head = RequestHead()
    private var output = ByteBuffer()
    private let answers: Bool
    private let answersAtOnce: Bool
    private let consumes: Bool
    private let hasContent: Bool
    let pieceMax: Int
    private(set) var problem: String?

    init?(_ session: consuming HTTP2Session?, _ choice: UInt8) {
        guard let session else { return nil }
        self.session = session
        pieceMax = [1, 10, 300, 100_000][Int(choice & 3)]
        answers = choice & 4 != 0
        consumes = choice & 8 != 0
        hasContent = choice & 16 != 0
        answersAtOnce = choice & 32 != 0
    }

    mutating func receive(_ piece: [UInt8]) -> Bool {
        let goesOn = session.receive(piece.span)
        takeEvents()
        guard goesOn else { return false }
        for stream in streams.keys.sorted() { sendRest(stream) }
        session.flush(into: &output, outputMax: Self.outputMax)
        takeEvents()
        if output.count > Self.outputMax + 20_000 { problem = "too much is sent at once" }
        output.removeAll()
        return session.isAlive && problem == nil
    }

    /// What is done for one event may bring others.
    private mutating func takeEvents() {
        var index = 0
        while index < session.eventCount, problem == nil {
            let event = session.event(index)
            index += 1
            switch event.kind {
            case .head: begin(event)
            case .data: hold(event)
            case .trailers: takeTrailers(event)
            case .ended: end(event.stream)
            case .closed: streams[event.stream] = nil
            case .window: break
            }
        }
        session.forgetEvents()
    }

    private mutating func begin(_ event: HTTP2Event) {
        if streams[event.stream] != nil { return problem = "a stream begins twice" }
        streams[event.stream] = Stream()
        if streams.count > Self.limits.streams { return problem = "too many streams" }
        do throws(ProtocolFault) {
            try session.readRequest(event.block, into: &head)
        } catch {
            return session.reset(event.stream, .protocolError)
        }
        if head.bytes.count > 10 * Self.limits.head.headBytes { problem = "a head too large" }
        let path = head.text(head.target.path).toArray()
        if path.contains(where: { $0 >= 0x80 || $0 <= 0x20 }) { problem = "path \(path)" }
        if answersAtOnce { answer(event.stream) }
    }

    private mutating func hold(_ event: HTTP2Event) {
        let count = session.text(event.bytes).count
        if count != Int(event.bytes.count) { return problem = "content that is not there" }
        heldInAll += count
        guard let stream = streams[event.stream] else {
            return problem = "content of no stream"
        }
        if stream.hasEnded || stream.hasTrailers { return problem = "content behind the end" }
        streams[event.stream]?.held += count
        // nghttp2 resets a stream for its first frame too many, and hands that on.
        let isOverrun = stream.held > Self.limits.streamWindow
        if isOverrun || stream.held + count > Self.limits.streamWindow + 16_384 {
            problem = "more than the window"
        }
        if heldInAll > Self.limits.connectionWindow { problem = "more than all windows" }
        guard consumes else { return }
        session.consume(count, of: event.stream)
        streams[event.stream]?.held -= count
        heldInAll -= count
    }

    private mutating func takeTrailers(_ event: HTTP2Event) {
        guard let stream = streams[event.stream], !stream.hasEnded, !stream.hasTrailers else {
            return problem = "trailers of no stream, or twice"
        }
        streams[event.stream]?.hasTrailers = true
        var lines = ByteBuffer()
        guard (try? session.readTrailers(event.block, into: &lines)) != nil else {
            return session.reset(event.stream, .protocolError)
        }
        if lines.count > 10 * Self.limits.head.headBytes { problem = "trailers too large" }
    }

    private mutating func end(_ stream: Int32) {
        guard let known = streams[stream] else { return problem = "the end of no stream" }
        if known.hasEnded { return problem = "two ends" }
        streams[stream]?.hasEnded = true
        if answers, !answersAtOnce { answer(stream) }
    }

    private mutating func answer(_ stream: Int32) {
        var answer = ResponseHead()
        answer.status = 200
        session.respond(stream, answer, length: nil, hasContent: hasContent)
        if hasContent { streams[stream]?.unsent = Self.content.count }
    }

    private mutating func sendRest(_ stream: Int32) {
        guard let unsent = streams[stream]?.unsent, unsent > 0, output.count < Self.outputMax
        else { return }
        let sent = session.send(
            stream, Self.content.span.extracting(last: unsent), ends: true, into: &output,
            outputMax: Self.outputMax)
        if sent.count > unsent { problem = "more was sent than there is" }
        streams[stream]?.unsent -= sent.count
    }
}
