import HTTP2

/// Whatever a server sends over HTTP/2, each request has one answer that can be, or none: it ends
/// once, its content is what DATA carried, its fields are such as RFC 9113 §8.2.1 allows; and what
/// goes to the server keeps to the protocol and to its windows.
enum ClientProperty {
    /// What the gateway does in between stands among the server's frames: headers of types that
    /// there are not. The first byte chooses how it does it.
    private enum Act: UInt8 {
        /// Begins a request; flags: content, HEAD, a WebSocket, held back.
        case ask = 0xF0
        /// Offers content of the frame's length; flags: the end, trailers.
        case send, cancel, consume, ping, flush
        /// The server sends DATA of this length, which the input need not have; flags as they are.
        case flood
        /// The server sends what stands behind it, as often as the flags say.
        case repeated
    }

    /// The server's SETTINGS, and that it has taken ours: until then it may fill larger windows.
    private static let start: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0]
    /// What is fed in all: an input may ask for much.
    private static let fedMax = 80_000

    static func problem(_ input: [UInt8]) -> String? {
        guard let choice = input.first,
            var client = Client(HTTP2Session(calling: Client.limits), choice)
        else { return nil }
        client.feed(start)
        client.ask(flags: choice >> 6)
        var rest = input.dropFirst()
        var fed = 0
        var times = 1
        while !rest.isEmpty, client.isAlive, fed < fedMax {
            let frame = Frame(rest)
            guard let frame, let act = Act(rawValue: frame.type) else {
                let piece = Array(rest.prefix(9 + (frame?.count ?? 0)))
                rest = rest.dropFirst(piece.count)
                fed += piece.count * times
                let all = repeatElement(piece, count: fed < fedMax ? times : 1)
                client.feed(Array(all.joined()))
                times = 1
                continue
            }
            rest = rest.dropFirst(9)
            switch act {
            case .ask: client.ask(flags: frame.flags)
            case .send: client.offer(frame.stream, frame.count, flags: frame.flags)
            case .cancel: client.cancel(frame.stream)
            case .consume: client.consume(frame.stream, frame.count)
            case .ping: client.ping()
            case .flush: client.flush()
            case .flood:
                let count = min(frame.count, 16_384)
                fed += count
                var bytes = [0, UInt8(count >> 8), UInt8(count & 255), 0, frame.flags, 0, 0, 0]
                bytes.append(UInt8(truncatingIfNeeded: frame.stream))
                client.feed(bytes + CallWire.bytes.prefix(count))
            case .repeated: times = max(1, Int(frame.flags))
            }
        }
        return client.problem
    }
}
