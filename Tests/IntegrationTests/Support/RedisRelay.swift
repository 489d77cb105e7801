import Synchronization

/// A command on its way to Redis.
struct RedisCommand: Sendable {
    let words: [String]

    var name: String { words.first ?? "" }
    private var isScript: Bool { name == "EVALSHA" || name == "EVAL" }
    private var key: String { words.count > (isScript ? 3 : 1) ? words[isScript ? 3 : 1] : "" }

    /// The steps of a code's exchange.
    var isRedemption: Bool { isScript && key.hasPrefix("bawaba:code:") }
    var isConfirmation: Bool { isScript && key.hasPrefix("bawaba:token:") && words.count > 6 }
    var isIndexKept: Bool { name == "PERSIST" }
    /// The end of a token: of one that was reserved, replayed or withdrawn.
    var isDeletion: Bool { name == "DEL" && key.hasPrefix("bawaba:token:") }
}

/// Stands between a gateway and Redis. Commands go through one by one, each reply before the next
/// command, so that a test can stop the traffic between any two of them.
final class RedisRelay: Sendable {
    /// What becomes of a command.
    enum Treatment: Sendable {
        /// Redis carries it out; its reply waits until the stop's gate is opened.
        case hold
        /// Redis carries it out, and the connection is cut in place of its reply.
        case cut
        /// The connection is cut before Redis sees it.
        case swallow
    }

    /// A command that is waited for.
    final class Stop: Sendable {
        fileprivate let treatment: Treatment
        fileprivate let matches: @Sendable (RedisCommand) -> Bool
        fileprivate let met = Inbox<Bool>()
        private let gate = Gate()

        fileprivate init(
            _ treatment: Treatment, _ matches: @escaping @Sendable (RedisCommand) -> Bool
        ) {
            self.treatment = treatment
            self.matches = matches
        }

        /// Waits until the command has been treated, but for the reply that is held.
        func arrival() throws { _ = try met.take("the command at the relay") }

        func open() { gate.open() }

        fileprivate func pass() throws { try gate.wait() }
    }

    private struct State {
        var stops: [Stop] = []
        var log: [RedisCommand] = []
        var isShut = false
    }

    let port: UInt16
    private let listener: TestSocket
    private let server: Address
    private let state = Mutex(State())

    /// Relays to a redis-server that listens at `port`.
    init(to port: UInt16) throws {
        server = Address(host: "127.0.0.1", port: port)
        listener = try TestSocket.listening()
        self.port = listener.port
        let listener = listener
        try TestUpstream.begin { [weak self] in
            while let socket = listener.accept() {
                guard let self else { return }
                try? TestUpstream.begin { [weak self] in
                    try? self?.serve(socket)
                    socket.close()
                }
            }
        }
    }

    deinit { listener.interrupt() }

    /// Stops the next command that matches, once.
    func stop(
        _ treatment: Treatment, at matches: @escaping @Sendable (RedisCommand) -> Bool
    ) -> Stop {
        let stop = Stop(treatment, matches)
        state.withLock { $0.stops.append(stop) }
        return stop
    }

    /// Whether connections are refused: those that come while it is shut are closed.
    func shut(_ isShut: Bool) { state.withLock { $0.isShut = isShut } }

    /// The commands that Redis was given.
    var log: [RedisCommand] { state.withLock(\.log) }

    private func serve(_ client: TestSocket) throws {
        guard !state.withLock(\.isShut) else { return }
        let socket = try TestSocket.connected(to: server)
        var commands = Reader(client)
        var replies = Reader(socket)
        while let (bytes, command) = try Self.command(&commands) {
            let stop = state.withLock { state in
                let index = state.stops.firstIndex { $0.matches(command) }
                return index.map { state.stops.remove(at: $0) }
            }
            if stop?.treatment == .swallow { return stop?.met.put(true) ?? () }
            state.withLock { $0.log.append(command) }
            try socket.send(bytes)
            let reply = try Self.reply(&replies)
            if let stop {
                stop.met.put(true)
                if stop.treatment == .cut { return }
                try stop.pass()
            }
            try client.send(reply)
        }
    }

    /// The next command, an array of bulk strings; nil at the end.
    private static func command(_ reader: inout Reader) throws -> ([UInt8], RedisCommand)? {
        // A gateway that has nothing to ask is silent for as long as it likes.
        while reader.buffer.isEmpty { if !reader.more(), reader.end != nil { return nil } }
        var bytes = try line(&reader)
        var words: [String] = []
        for _ in 0..<number(bytes) {
            let head = try line(&reader)
            let word = reader.take(number(head) + 2)
            words.append(String(decoding: word.dropLast(2), as: UTF8.self))
            bytes += head + word
        }
        return (bytes, RedisCommand(words: words))
    }

    /// A whole reply in RESP2.
    private static func reply(_ reader: inout Reader) throws -> [UInt8] {
        var bytes = try line(&reader)
        let count = number(bytes)
        switch bytes[0] {
        case UInt8(ascii: "$"): if count >= 0 { bytes += reader.take(count + 2) }
        case UInt8(ascii: "*"):
            for _ in 0..<max(count, 0) { bytes += try reply(&reader) }
        default: break
        }
        return bytes
    }

    /// A line with its end.
    private static func line(_ reader: inout Reader) throws -> [UInt8] {
        guard let line = reader.take(through: "\r\n"), !line.isEmpty else {
            throw Failure("the relay's peer is gone")
        }
        return line + [13, 10]
    }

    /// The number behind a line's first byte.
    private static func number(_ line: [UInt8]) -> Int {
        Int(String(decoding: line.dropFirst().dropLast(2), as: UTF8.self)) ?? 0
    }
}
