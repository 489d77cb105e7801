/// A plain reading of the frames of a connection to a server: what the server's frames carried, and
/// whether ours keep to what it allows.
struct CallWire {
    struct Stream {
        /// Bytes that the server takes yet.
        var window: Int
        /// Content that came up to the stream's end.
        var carried: [UInt8] = []
        var isEndedByServer = false
        var isEndedByUs = false
        var isReset = false
        /// Content that went out.
        var sent = 0

        var isOpen: Bool { !isReset && !(isEndedByServer && isEndedByUs) }
    }

    private var incoming = FrameCutter()
    private var outgoing = FrameCutter(passing: 24)
    private(set) var streams: [Int32: Stream] = [:]
    private var lastStream: Int32 = 0
    private var window = 65_535
    private var firstWindow = 65_535
    private var frameMax = 16_384
    private(set) var streamsMax = Int.max
    /// Answers that the server may expect.
    private var settingsDue = 0
    private var pingsDue = 0
    /// The server wanted to push, which is refused.
    private var hasPushed = false
    /// Bytes of content that the server may send at once, by our first window and updates.
    private(set) var granted = 65_535

    var openCount: Int { streams.values.count(where: \.isOpen) }

    /// Any content's bytes.
    static let bytes = (0..<100_000).map { UInt8($0 % 251) }

    /// Whether so many bytes of a stream's content came, and from `start` on they are `bytes`.
    func hasCarried(_ stream: Int32, _ bytes: [UInt8], at start: Int) -> Bool {
        guard let known = streams[stream] else { return false }
        var rest = bytes[...]
        let whole = known.carried.dropFirst(start).prefix(rest.count)
        guard rest.starts(with: whole) else { return false }
        rest = rest.dropFirst(whole.count)
        if rest.isEmpty { return true }
        // The others are of a frame that is under way.
        guard let frame = incoming.underWay, frame.type == Frame.data, frame.stream == stream,
            !known.isEndedByServer
        else { return false }
        let passed = max(0, start - known.carried.count)
        return frame.content.dropFirst(passed).starts(with: rest)
    }

    // MARK: From the server

    mutating func receive(_ bytes: [UInt8]) {
        incoming.append(bytes)
        while let frame = incoming.next() { receive(frame) }
        if incoming.underWay?.type == Frame.push { hasPushed = true }
    }

    private mutating func receive(_ frame: Frame) {
        switch frame.type {
        case Frame.data:
            granted -= frame.count
            take(frame)
        case Frame.headers: take(frame)
        case Frame.reset: streams[frame.stream]?.isReset = true
        case Frame.push: hasPushed = true
        case Frame.settings where frame.flags & Frame.ack == 0:
            settingsDue += 1
            for at in stride(from: 0, to: frame.count - 5, by: 6) {
                set(frame.number(at: at, bytes: 2), frame.number(at: at + 2, bytes: 4))
            }
        case Frame.ping where frame.flags & Frame.ack == 0: pingsDue += 1
        case Frame.window:
            let more = frame.number(at: 0, bytes: 4) & Int(Int32.max)
            if frame.stream == 0 {
                window += more
            } else {
                streams[frame.stream]?.window += more
            }
        default: break
        }
    }

    private mutating func take(_ frame: Frame) {
        guard let known = streams[frame.stream], !known.isEndedByServer else { return }
        if frame.type == Frame.data { streams[frame.stream]?.carried += frame.content }
        if frame.flags & Frame.endStream != 0 { streams[frame.stream]?.isEndedByServer = true }
    }

    private mutating func set(_ name: Int, _ value: Int) {
        switch name {
        case 3: streamsMax = value
        case 4:
            for stream in streams.keys { streams[stream]?.window += value - firstWindow }
            firstWindow = value
        case 5: frameMax = max(16_384, value)
        default: break
        }
    }

    // MARK: From us

    /// Takes what was sent. What is wrong with it, nil when nothing is.
    mutating func send(_ bytes: [UInt8]) -> String? {
        outgoing.append(bytes)
        while let frame = outgoing.next() {
            if frame.count > frameMax { return "a frame of \(frame.count) bytes" }
            if let problem = send(frame) { return problem }
        }
        return nil
    }

    private mutating func send(_ frame: Frame) -> String? {
        switch frame.type {
        case Frame.data: return sendData(frame)
        case Frame.headers: return sendHead(frame)
        case Frame.reset:
            let isPushed = hasPushed && frame.stream % 2 == 0
            guard isPushed || streams[frame.stream] != nil else {
                return "a reset of stream \(frame.stream), never begun"
            }
            streams[frame.stream]?.isReset = true
        case Frame.settings where frame.flags & Frame.ack != 0:
            settingsDue -= 1
            if settingsDue < 0 { return "SETTINGS that nobody sent are acknowledged" }
        case Frame.ping where frame.flags & Frame.ack != 0:
            pingsDue -= 1
            if pingsDue < 0 { return "a PING that nobody sent is answered" }
        case Frame.window:
            let more = frame.number(at: 0, bytes: 4)
            if more == 0 { return "a window opens by nothing" }
            if frame.stream == 0 { granted += more }
            if frame.stream != 0, streams[frame.stream] == nil { return "a window of no stream" }
        default: break
        }
        return nil
    }

    private mutating func sendHead(_ frame: Frame) -> String? {
        let ends = frame.flags & Frame.endStream != 0
        if let known = streams[frame.stream] {
            if !ends || known.isEndedByUs || known.isReset { return "a second head" }
            streams[frame.stream]?.isEndedByUs = true
            return nil
        }
        guard frame.stream > lastStream, frame.stream % 2 == 1 else {
            return "stream \(frame.stream) behind \(lastStream)"
        }
        lastStream = frame.stream
        if openCount >= streamsMax { return "more streams than the server takes" }
        streams[frame.stream] = Stream(window: firstWindow, isEndedByUs: ends)
        return nil
    }

    private mutating func sendData(_ frame: Frame) -> String? {
        guard let known = streams[frame.stream] else { return "content of no stream" }
        if known.isEndedByUs || known.isReset { return "content behind a stream's end" }
        if frame.count > 0, frame.count > min(known.window, window) {
            return "\(frame.count) bytes into windows of \(known.window) and \(window)"
        }
        guard frame.payload.elementsEqual(Self.bytes[known.sent...].prefix(frame.count)) else {
            return "other content than was given"
        }
        window -= frame.count
        streams[frame.stream]?.window -= frame.count
        streams[frame.stream]?.sent += frame.count
        if frame.flags & Frame.endStream != 0 { streams[frame.stream]?.isEndedByUs = true }
        return nil
    }
}
