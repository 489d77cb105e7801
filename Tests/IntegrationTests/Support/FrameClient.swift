/// A client of HTTP/2 that writes its frames itself. It sends fields as literals, and reads those
/// that come with a decoder of what it needs: the gateway's own are told by `curl` and `h2load`.
struct FrameClient {
    enum Kind: UInt8 {
        case data, headers, priority, reset, settings, push, ping, goAway, window, continuation
    }

    struct Frame {
        let kind: UInt8
        let flags: UInt8
        let stream: UInt32
        let payload: [UInt8]

        var endsStream: Bool { flags & 1 == 1 }
        /// The last four bytes: an error code.
        var code: Int { payload.suffix(4).reduce(0) { $0 << 8 | Int($1) } }

        func isA(_ kind: Kind) -> Bool { self.kind == kind.rawValue }
    }

    private var client: Client

    /// Connects in plain text, with prior knowledge (RFC 9113 §3.3). `window` is what a stream may
    /// send before it is allowed more.
    init(_ address: Address, window: UInt32 = 65_535, receiveBytes: Int32? = nil) throws {
        try self.init(Client(address, receiveBytes: receiveBytes), window: window)
    }

    /// Begins HTTP/2 on a connection.
    init(_ client: Client, window: UInt32 = 65_535) throws {
        self.client = client
        try client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        try send(.settings, 0, 0, [0, 4] + Self.bytes(window))
        while true {
            let frame = try read()
            if frame.isA(.settings), frame.flags & 1 == 0 { break }
        }
        try send(.settings, 1, 0)
    }

    static func bytes(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }

    static func frame(
        _ kind: Kind, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8] = []
    ) -> [UInt8] {
        let size = Self.bytes(UInt32(payload.count))[1...]
        var bytes = Array(size)
        bytes += [kind.rawValue, flags]
        bytes += Self.bytes(stream)
        return bytes + payload
    }

    func send(
        _ kind: Kind, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8] = []
    ) throws {
        try client.send(Self.frame(kind, flags, stream, payload))
    }

    /// A field section of literals without indexing (RFC 7541 §6.2.2).
    static func section(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { [0] + text($0.0) + text($0.1) }
    }

    private static func text(_ value: String) -> [UInt8] {
        let bytes = [UInt8](value.utf8)
        if bytes.count < 127 { return [UInt8(bytes.count)] + bytes }
        return [127, UInt8((bytes.count - 127) % 128 | 128), UInt8((bytes.count - 127) / 128)]
            + bytes
    }

    /// Sends a request's head. Fields are given as for HTTP/1.1.
    func ask(
        _ method: String, _ path: String, stream: UInt32 = 1, fields: [String] = [],
        ends: Bool = true
    ) throws {
        var list = [
            (":method", method), (":scheme", "http"), (":path", path), (":authority", "api.test"),
        ]
        for field in fields {
            let parts = field.split(separator: ": ", maxSplits: 1)
            list.append((parts[0].lowercased(), String(parts[1])))
        }
        try send(.headers, ends ? 5 : 4, stream, Self.section(list))
    }

    /// Asks for a WebSocket (RFC 8441).
    func connect(_ path: String, stream: UInt32 = 1, fields: [String]) throws {
        var list = [
            (":method", "CONNECT"), (":protocol", "websocket"), (":scheme", "http"),
            (":path", path), (":authority", "api.test"),
        ]
        for field in fields {
            let parts = field.split(separator: ": ", maxSplits: 1)
            list.append((parts[0].lowercased(), String(parts[1])))
        }
        try send(.headers, 4, stream, Self.section(list))
    }

    mutating func read() throws -> Frame {
        let head = client.bytes(9)
        guard head.count == 9 else { throw Failure("no frame, but \(client.awaitEnd())") }
        let size = head[..<3].reduce(0) { $0 << 8 | Int($1) }
        let payload = client.bytes(size)
        guard payload.count == size else { throw Failure("half a frame") }
        let stream = head[5...].reduce(0) { $0 << 8 | UInt32($1) }
        return Frame(kind: head[3], flags: head[4], stream: stream, payload: payload)
    }

    /// The next frame of one of these kinds.
    mutating func read(_ kinds: Kind...) throws -> Frame {
        while true {
            let frame = try read()
            if kinds.contains(where: { frame.isA($0) }) { return frame }
        }
    }

    /// A stream's answer to its end: how many bytes of content, and whether it ended in order.
    mutating func answer(_ stream: UInt32 = 1) throws -> (count: Int, reset: Int?) {
        var count = 0
        while true {
            let frame = try read(.headers, .data, .reset, .goAway)
            if frame.isA(.goAway) { continue }
            guard frame.stream == stream else { continue }
            if frame.isA(.reset) { return (count, frame.code) }
            if frame.isA(.data) { count += frame.payload.count }
            if frame.endsStream { return (count, nil) }
        }
    }

    /// Whether the connection still answers.
    mutating func lives() throws -> Bool {
        try send(.ping, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])
        return try read(.ping, .goAway).isA(.ping)
    }

    mutating func awaitEnd() -> Arrival { client.awaitEnd() }

    func close() { client.socket.close() }

    func finishSending() { client.socket.finishSending() }

    /// Whether anything has come, after waiting for a short time.
    mutating func hasNews(within milliseconds: Int32) -> Bool {
        client.hasNews(within: milliseconds)
    }
}
