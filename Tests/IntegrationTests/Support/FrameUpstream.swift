import Bytes
import HTTP
import HTTP2
import Synchronization

/// An HTTP/2 server of the tests' own: a thread per connection, which a script serves. Requests
/// are read by a session; scripts send whole answers by it, and else the frames they write.
final class FrameUpstream: Sendable {
    typealias Script = @Sendable (inout FramePeer) throws -> Void

    let address: Address
    private let listener: TestSocket
    private let lastConnection = Atomic(0)

    /// `streams` is what its SETTINGS allow at once, `window` what a stream may send.
    init(
        at host: String = "127.0.0.1", port: UInt16 = 0, streams: Int = 100, window: Int = 65_535,
        _ script: @escaping Script
    ) throws {
        listener = try TestSocket.listening(at: host, port: port)
        address = Address(host: host, port: listener.port)
        let listener = listener
        try TestUpstream.begin { [weak self] in
            while let socket = listener.accept() {
                guard let self else { return }
                let number = self.lastConnection.add(1, ordering: .relaxed).newValue
                try? TestUpstream.begin {
                    guard var peer = FramePeer(socket, number, streams: streams, window: window)
                    else { return }
                    try? script(&peer)
                    socket.close()
                }
            }
        }
    }

    deinit { listener.interrupt() }

    /// How many connections have come.
    var connections: Int { lastConnection.load(ordering: .relaxed) }
}

/// One connection of the gateway's.
struct FramePeer: ~Copyable {
    /// What the gateway has sent.
    enum Event {
        case request(Int32, Head)
        case data(Int32, [UInt8])
        case trailers(Int32, String)
        case ended(Int32)
        case reset(Int32, Int)
    }

    let socket: TestSocket
    /// Which of the upstream's connections it is, counted from 1.
    let number: Int
    /// Whether content is asked for again.
    var consumes = true
    private var session: HTTP2Session
    private var events: [Event] = []
    private var output = ByteBuffer()
    /// SETTINGS that the session does not know of, and is not told that they were taken.
    private var ownSettings = 0

    fileprivate init?(_ socket: TestSocket, _ number: Int, streams: Int, window: Int) {
        let limits = HTTP2Limits(
            head: HeadLimits(targetBytes: 8_192, headBytes: 65_536, fields: 100),
            streams: streams, streamWindow: window, connectionWindow: 1 << 20)
        guard let session = HTTP2Session(serving: limits) else { return nil }
        self.session = session
        self.socket = socket
        self.number = number
    }

    /// The next thing that the gateway does.
    mutating func next() throws -> Event {
        try flush()
        while events.isEmpty { try read() }
        return events.removeFirst()
    }

    /// Waits for bytes of the gateway, and keeps what they say.
    mutating func read() throws {
        guard case .bytes(var bytes) = socket.receive() else {
            throw Failure("the gateway has closed its connection")
        }
        let taken = FrameClient.frame(.settings, 1, 0)
        while ownSettings > 0, let place = bytes.firstRange(of: taken) {
            bytes.removeSubrange(place..<(place + taken.count))
            ownSettings -= 1
        }
        guard session.receive(bytes.span) else { throw Failure("no HTTP/2") }
        for index in 0..<session.eventCount {
            let event = session.event(index)
            try take(event)
        }
        try flush()
    }

    private mutating func take(_ event: HTTP2Event) throws {
        switch event.kind {
        case .head: events.append(.request(event.stream, try readHead(event.block)))
        case .trailers:
            var text = ByteBuffer()
            try session.readTrailers(event.block, into: &text)
            events.append(.trailers(event.stream, text.span.toString()))
        case .data:
            let bytes = session.text(event.bytes).toArray()
            events.append(.data(event.stream, bytes))
            if consumes { session.consume(Int(event.bytes.count), of: event.stream) }
        case .ended: events.append(.ended(event.stream))
        case .closed: events.append(.reset(event.stream, Int(event.code.value)))
        case .window: break
        }
    }

    /// A head as text: method, path, and the fields behind a line with the authority.
    private mutating func readHead(_ block: Int) throws -> Head {
        var head = RequestHead()
        try session.readRequest(block, into: &head)
        var text = head.text(head.connectProtocol).toString()
        text += head.text(head.methodText).toString()
        text += " " + head.text(head.target.raw).toString()
        if head.target.hasQuery { text += "?" + head.text(head.target.query).toString() }
        text += "\r\nauthority: " + head.text(head.authority).toString()
        for index in head.fields.indices {
            let field = head.fields[index]
            if field.dropped { continue }
            text += "\r\n" + head.text(field.name).toString()
            text += ": " + head.text(field.value).toString()
        }
        return Head(text)
    }

    private mutating func flush() throws {
        session.flush(into: &output, outputMax: 1 << 20)
        let bytes = output.span.toArray()
        output.removeAll()
        if !bytes.isEmpty { try socket.send(bytes) }
    }

    // MARK: What scripts use

    /// The next request, whatever else comes before.
    mutating func request() throws -> (stream: Int32, head: Head) {
        while true {
            if case .request(let stream, let head) = try next() { return (stream, head) }
        }
    }

    /// A stream's content to its end, with its trailers.
    mutating func content(of stream: Int32) throws -> (bytes: [UInt8], trailers: String) {
        var found: [UInt8] = []
        var trailers = ""
        while true {
            switch try next() {
            case .data(stream, let bytes): found += bytes
            case .trailers(stream, let text): trailers = text
            case .ended(stream): return (found, trailers)
            case .reset(stream, let code): throw Failure("reset with \(code)")
            default: continue
            }
        }
    }

    /// Why a stream was reset.
    mutating func reset(of stream: Int32) throws -> Int {
        while true {
            if case .reset(stream, let code) = try next() { return code }
        }
    }

    mutating func send(
        _ kind: FrameClient.Kind, _ flags: UInt8, _ stream: Int32, _ payload: [UInt8] = []
    ) throws {
        try flush()
        try socket.send(FrameClient.frame(kind, flags, UInt32(stream), payload))
    }

    mutating func head(
        _ stream: Int32, _ status: Int = 200, fields: [(String, String)] = [], ends: Bool = false
    ) throws {
        let section = FrameClient.section([(":status", "\(status)")] + fields)
        try send(.headers, ends ? 5 : 4, stream, section)
    }

    mutating func data(_ stream: Int32, _ text: String, ends: Bool = false) throws {
        try send(.data, ends ? 1 : 0, stream, Array(text.utf8))
    }

    mutating func trailers(_ stream: Int32, _ fields: [(String, String)]) throws {
        try send(.headers, 5, stream, FrameClient.section(fields))
    }

    mutating func reset(_ stream: Int32, _ code: UInt32) throws {
        try send(.reset, 0, stream, FrameClient.bytes(code))
    }

    /// Allows other than what stood in the first SETTINGS.
    mutating func settings(_ name: UInt8, _ value: UInt32) throws {
        ownSettings += 1
        try send(.settings, 0, 0, [0, name] + FrameClient.bytes(value))
    }

    mutating func goAway(_ last: Int32, _ code: UInt32 = 0) throws {
        try send(.goAway, 0, 0, FrameClient.bytes(UInt32(last)) + FrameClient.bytes(code))
    }

    /// Begins an answer whose content `push` sends.
    mutating func begin(_ stream: Int32, length: Int? = nil) {
        var head = ResponseHead()
        head.status = 200
        session.respond(stream, head, length: length, hasContent: true)
    }

    /// Sends up to so many bytes of content, as the gateway's windows allow; returns how many.
    mutating func push(_ count: Int, on stream: Int32, ends: Bool = false) throws -> Int {
        let bytes = [UInt8](repeating: 7, count: count)
        let sent = session.send(
            stream, bytes.span, ends: ends, into: &output, outputMax: 1 << 20)
        try flush()
        return sent.count
    }

    /// Answers with so much content, when and as the gateway's windows allow it.
    mutating func answer(_ stream: Int32, bytes count: Int) throws {
        begin(stream, length: count)
        var left = count
        while left > 0 {
            let part = min(left, 64_000)
            let sent = try push(part, on: stream, ends: part == left)
            left -= sent
            if sent == 0 { try read() }
        }
    }

    /// Answers 200 with a text.
    mutating func answer(_ stream: Int32, _ text: String = "ok") throws {
        // By the session, so that it knows of the stream's end.
        begin(stream)
        let bytes = Array(text.utf8)
        _ = session.send(stream, bytes.span, ends: true, into: &output, outputMax: 1 << 20)
        try flush()
    }

    /// Answers every request with the connection's number.
    mutating func serve() throws {
        while true {
            switch try next() {
            case .ended(let stream): try answer(stream, "\(number)")
            default: continue
            }
        }
    }
}

/// A gateway with one worker before an upstream of HTTP/2.
struct FrameRig {
    let rig: Rig
    let upstream: FrameUpstream

    /// `more` are keys of the upstream, `prefix` those of its pass-through prefix.
    init(
        _ more: String = "", prefix: String = "", workers: Int = 1, streams: Int = 100,
        window: Int = 65_535, options: Rig.Options = .init(),
        _ script: @escaping FrameUpstream.Script
    ) throws {
        upstream = try FrameUpstream(streams: streams, window: window, script)
        var options = options
        options.workers = workers
        options.upstreams +=
            "  framed: {targets: [\"http://\(upstream.address)\"], protocol: http2, "
            + "outlier_detection: off\(more.isEmpty ? "" : ", " + more)}"
        options.passThrough +=
            "  - {prefix: /framed, upstream: framed, body_max: 128MiB"
            + "\(prefix.isEmpty ? "" : ", " + prefix)}"
        rig = try Rig(options)
    }

    func metric(_ name: String) throws -> Int {
        try rig.gateway.metric("bawaba_upstream_\(name){upstream=\"framed\"}")
    }
}
