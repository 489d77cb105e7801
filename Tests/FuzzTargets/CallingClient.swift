import Bytes
import HTTP
import HTTP2

/// The gateway's part of a connection to a server, as small as it can be.
struct Client: ~Copyable {
    static let limits = HTTP2Limits(
        head: HeadProperty.narrow, streams: 0, streamWindow: 2_000, connectionWindow: 65_535)
    private static let outputMax = 4_096

    private struct Request {
        let stream: Int32
        let isHead: Bool
        var hasFinal = false
        var hasTrailers = false
        var hasEnded = false
        var isClosed = false
        /// It was given up: nothing of it matters any more.
        var isDropped = false
        var promised: Int?
        var delivered = 0
        var held = 0
        /// Content that is offered, and whether it ends there.
        var offered = 0
        var taken = 0
        var isEnding = false
        var hasTrailersToSend = false
        var hasSentAll: Bool

        var isLive: Bool { !isClosed && !isDropped }
    }

    private var session: HTTP2Session
    private var wire = CallWire()
    /// Its owner is a request's place, and one.
    private var requests: [Request] = []
    private var head = ResponseHead()
    private var output = ByteBuffer()
    private let pieceMax: Int
    private let flushes: Bool
    private let consumes: Bool
    private(set) var isAlive = true
    private(set) var problem: String? {
        didSet { isAlive = isAlive && problem == nil }
    }

    init?(_ session: consuming HTTP2Session?, _ choice: UInt8) {
        guard let session else { return nil }
        self.session = session
        pieceMax = [1, 10, 300, 100_000][Int(choice & 3)]
        consumes = choice & 4 != 0
        flushes = choice & 8 == 0
        if flushes { flush() }
    }

    // MARK: What the gateway does

    mutating func ask(flags: UInt8) {
        guard isAlive, requests.count < 50, session.canRequest else { return }
        let live = requests.count(where: \.isLive)
        guard live < min(session.streamsMax, 10) else { return }
        var text = ByteBuffer()
        text.append("HEADGET/a.testX-A: 1\r\nX-Request-Id: abc\r\n")
        var request = HTTP2Request()
        let isHead = flags & 2 != 0
        request.method = isHead ? ByteRange(0..<4) : ByteRange(4..<7)
        request.path = ByteRange(7..<8)
        request.authority = ByteRange(8..<14)
        request.lines = ByteRange(14..<text.count)
        request.hasContent = flags & 1 != 0
        request.asksForWebSocket = flags & 4 != 0 && session.takesWebSockets
        if request.asksForWebSocket { request.hasContent = true }
        request.owner = UInt64(requests.count + 1)
        guard let stream = session.request(request, in: text) else { return }
        requests.append(
            Request(stream: stream, isHead: isHead, hasSentAll: !request.hasContent))
        if flags & 8 == 0, flushes { flush() }
    }

    private func index(_ chosen: Int32) -> Int? {
        requests.isEmpty ? nil : Int(chosen & 0xFF) % requests.count
    }

    mutating func offer(_ chosen: Int32, _ count: Int, flags: UInt8) {
        guard isAlive, let index = index(chosen), requests[index].isLive,
            !requests[index].isEnding, !requests[index].hasSentAll
        else { return }
        requests[index].offered = min(requests[index].offered + count, 100_000)
        requests[index].isEnding = flags & 1 != 0
        requests[index].hasTrailersToSend = flags & 2 != 0
        sendRest(index)
    }

    mutating func cancel(_ chosen: Int32) {
        guard isAlive, let index = index(chosen), requests[index].isLive else { return }
        drop(index)
    }

    private mutating func drop(_ index: Int) {
        requests[index].isDropped = true
        _ = session.setOwner(0, of: requests[index].stream)
        session.reset(requests[index].stream, .cancel)
    }

    mutating func consume(_ chosen: Int32, _ count: Int) {
        guard isAlive, let index = index(chosen) else { return }
        let part = min(count, requests[index].held)
        requests[index].held -= part
        session.consume(part, of: requests[index].stream)
    }

    mutating func ping() {
        guard isAlive else { return }
        session.forgive()
        session.ping()
    }

    // MARK: Frames

    mutating func feed(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, isAlive {
            let piece = Array(rest.prefix(pieceMax))
            rest = rest.dropFirst(piece.count)
            wire.receive(piece)
            let goesOn = session.receive(piece.span)
            takeEvents()
            if goesOn, isAlive, flushes { flush() }
            isAlive = isAlive && goesOn && session.isAlive
        }
    }

    /// Sends all that may be sent.
    mutating func flush() {
        guard isAlive else { return }
        for index in requests.indices { sendRest(index) }
        repeat {
            session.flush(into: &output, outputMax: Self.outputMax)
            takeEvents()
        } while checkOutput()
        guard isAlive, session.isAlive else { return }
        if wire.granted < 0 { problem = "the connection's window is overrun" }
        if wire.granted < 30_000 { problem = "the connection's window does not open again" }
        for request in requests where request.isLive {
            let owner = session.owner(of: request.stream)
            if wire.streams[request.stream] == nil {
                if wire.openCount < min(wire.streamsMax, 10) { problem = "a request is kept back" }
            } else if owner == 0 || requests[Int(owner) - 1].stream != request.stream {
                problem = "a stream is lost"
            }
        }
    }

    /// Whether anything was sent.
    private mutating func checkOutput() -> Bool {
        if output.isEmpty { return false }
        if output.count > Self.outputMax + 20_000 { problem = "too much is sent at once" }
        if let fault = wire.send(output.span.toArray()) { problem = fault }
        output.removeAll()
        return true
    }

    private mutating func sendRest(_ index: Int) {
        let request = requests[index]
        let left = request.offered - request.taken
        guard request.isLive, !request.hasSentAll, left > 0 || request.isEnding else { return }
        let bytes = CallWire.bytes
        let sent = session.send(
            request.stream, bytes.span.extracting(request.taken..<request.offered),
            ends: request.isEnding,
            hasTrailers: request.hasTrailersToSend, into: &output, outputMax: Self.outputMax)
        if sent.count > left { problem = "more was sent than there is" }
        requests[index].taken += sent.count
        if sent.hasEnded {
            requests[index].hasSentAll = true
            if request.hasTrailersToSend { sendTrailers(request.stream) }
        }
        _ = checkOutput()
    }

    private mutating func sendTrailers(_ stream: Int32) {
        var text = ByteBuffer()
        text.append("x-sum42")
        var fields = FieldList()
        fields.append(Field(name: ByteRange(0..<5), value: ByteRange(5..<7), known: .other))
        session.sendTrailers(stream, fields, text)
    }

    // MARK: What the server did

    private mutating func takeEvents() {
        var position = 0
        while position < session.eventCount, problem == nil {
            let event = session.event(position)
            position += 1
            if event.kind == .window { continue }
            guard event.owner > 0, event.owner <= UInt64(requests.count) else {
                let known = requests.first { $0.stream == event.stream }
                if known?.isDropped != true { problem = "\(event.kind) of nobody's" }
                continue
            }
            take(event, Int(event.owner) - 1)
        }
        session.forgetEvents()
    }

    private mutating func take(_ event: HTTP2Event, _ index: Int) {
        let request = requests[index]
        if request.stream != event.stream { return problem = "another stream's event" }
        if request.isDropped { return }
        if request.isClosed { return problem = "\(event.kind) behind the stream's end" }
        let isWithin = request.hasFinal && !request.hasEnded && !request.hasTrailers
        switch event.kind {
        case .head:
            if request.hasFinal { return problem = "two heads" }
            takeHead(event, index)
        case .data:
            if !isWithin { return problem = "content out of place" }
            takeContent(event, index)
        case .trailers:
            if !isWithin { return problem = "trailers out of place" }
            requests[index].hasTrailers = true
            takeTrailers(event, index)
        case .ended:
            if request.hasEnded || !request.hasFinal { return problem = "an end out of place" }
            requests[index].hasEnded = true
            if request.delivered != wire.streams[request.stream]?.carried.count {
                problem = "content is missing"
            }
            if let promised = request.promised, promised != request.delivered {
                problem = "another length than promised"
            }
        case .closed:
            requests[index].isClosed = true
        case .window: break
        }
    }

    private mutating func takeHead(_ event: HTTP2Event, _ index: Int) {
        do throws(ProtocolFault) {
            let method = requests[index].isHead ? Method.head : .get
            try session.readResponse(event.block, answering: method, into: &head)
        } catch {
            return drop(index)
        }
        guard (100...599).contains(head.status), head.status != 101 else {
            return problem = "status \(head.status)"
        }
        if head.bytes.count > 10 * Self.limits.head.headBytes { problem = "a head too large" }
        for place in head.fields.indices {
            let field = head.fields[place]
            checkField(head.text(field.name).toArray(), head.text(field.value).toArray())
        }
        guard head.status >= 200 else { return }
        requests[index].hasFinal = true
        switch head.framing {
        case .none, .length(0): requests[index].promised = 0
        case .length(let count): requests[index].promised = count
        default: break
        }
    }

    private mutating func takeTrailers(_ event: HTTP2Event, _ index: Int) {
        var lines = ByteBuffer()
        guard (try? session.readTrailers(event.block, into: &lines)) != nil else {
            return drop(index)
        }
        if lines.count > 10 * Self.limits.head.headBytes { problem = "trailers too large" }
        for line in lines.span.toArray().split(separator: 10) where line != [13] {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.last == 13 else {
                return problem = "a trailer that is no field"
            }
            checkField(Array(line[..<colon]), Array(line[(colon + 2)...].dropLast()))
        }
    }

    /// RFC 9113 §8.2.1 and §8.2.2.
    private mutating func checkField(_ name: [UInt8], _ value: [UInt8]) {
        let isName =
            !name.isEmpty
            && name.allSatisfy { ASCII.isTokenByte($0) && !(65...90).contains($0) }
        let ends = [value.first, value.last]
        let isValue =
            !value.contains { $0 == 0 || $0 == 10 || $0 == 13 }
            && !ends.contains { $0 == 32 || $0 == 9 }
        if !isName || !isValue { problem = "field \(name): \(value)" }
        let text = String(decoding: name, as: UTF8.self)
        if ["connection", "transfer-encoding", "upgrade", "keep-alive"].contains(text) {
            problem = "a field of the connection"
        }
    }

    private mutating func takeContent(_ event: HTTP2Event, _ index: Int) {
        let bytes = session.text(event.bytes).toArray()
        if bytes.count != Int(event.bytes.count) { return problem = "content that is not there" }
        // What was seen is forgotten: a piece is read at once, and holds few heads.
        if event.bytes.upperBound > 400_000 { problem = "what was seen is kept" }
        let before = requests[index].delivered
        let isOverrun = requests[index].held > Self.limits.streamWindow
        guard wire.hasCarried(requests[index].stream, bytes, at: before) else {
            return problem = "other content than DATA carried"
        }
        requests[index].delivered += bytes.count
        requests[index].held += bytes.count
        // nghttp2 resets a stream for its first frame too many, and hands that on.
        if requests[index].held > Self.limits.streamWindow + 16_384 || isOverrun {
            problem = "more than the window"
        }
        if let promised = requests[index].promised, requests[index].delivered > promised {
            problem = "more than promised"
        }
        guard consumes else { return }
        session.consume(bytes.count, of: requests[index].stream)
        requests[index].held = 0
    }
}
