import Bytes
import Glibc
import Reactor

/// A DNS server on a loopback port, UDP and TCP, that runs inside the test's own loop. What it does
/// is told by the name that is asked for.
struct NameServer: ~Copyable {
    private let datagrams: Descriptor
    private let listener: Listener
    private var stream: Socket?
    private var streamInput = ByteBuffer()
    let address: SocketAddress
    /// How often each name was asked for, by type.
    private(set) var questions: [String: Int] = [:]

    init() throws {
        let listening = try Listener(
            SocketAddress(.loopback, port: 0), reusePort: false, backlog: 4)
        let address = listening.address
        let raw = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        let opened = Descriptor(taking: raw)
        var form = sockaddr_in()
        form.sin_family = sa_family_t(AF_INET)
        form.sin_port = address.port.bigEndian
        form.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        // SAFETY: the kernel reads a whole address of the family that it says.
        let result = unsafe withUnsafePointer(to: &form) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(raw, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Errno.last }
        listener = listening
        datagrams = opened
        self.address = address
    }

    func watch(_ poller: inout Poller) throws {
        try poller.addLevel(datagrams.raw, token: Token(kind: 1))
        try poller.addLevel(listener.raw, token: Token(kind: 2))
    }

    /// Answers what has come.
    mutating func answer(_ poller: inout Poller) throws {
        while answerDatagram() {}
        var peer = address
        if case .accepted(let socket) = listener.accept(peer: &peer) {
            try poller.addLevel(socket.raw, token: Token(kind: 4))
            stream = consume socket
            streamInput.removeAll()
        }
        answerStream()
    }

    private mutating func answerDatagram() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 512)
        var from = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let raw = datagrams.raw
        // SAFETY: the kernel is told the room for the bytes and for the address.
        let count = unsafe withUnsafeMutablePointer(to: &from) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe recvfrom(raw, &bytes, 512, 0, $0, &length)
            }
        }
        guard count > 0 else { return false }
        for reply in replies(to: Array(bytes.prefix(count)), isStream: false) {
            // SAFETY: as above.
            _ = unsafe withUnsafePointer(to: &from) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe sendto(raw, reply, reply.count, 0, $0, length)
                }
            }
        }
        return true
    }

    /// Over TCP a message follows its length (RFC 1035 §4.2.2).
    private mutating func answerStream() {
        guard let link = stream.take() else { return }
        let result = link.receive(into: &streamInput, atMost: 512)
        var input = streamInput.span.toArray()
        while input.count > 2, input.count >= Int(input[0]) << 8 + Int(input[1]) + 2 {
            let end = Int(input[0]) << 8 + Int(input[1]) + 2
            for reply in replies(to: Array(input[2..<end]), isStream: true) {
                let framed = [UInt8(reply.count >> 8), UInt8(reply.count & 255)] + reply
                _ = link.send(framed.span)
            }
            streamInput.consume(end)
            input.removeFirst(end)
        }
        if result != .closed { stream = consume link }
    }

    private mutating func replies(to message: [UInt8], isStream: Bool) -> [[UInt8]] {
        var labels: [String] = []
        var position = 12
        while message[position] != 0 {
            let end = position + 1 + Int(message[position])
            labels.append(String(decoding: message[(position + 1)..<end], as: UTF8.self))
            position = end
        }
        let type = message[position + 2]
        let question = Array(message[12..<(position + 5)])
        let name = labels.joined(separator: ".")
        questions[name, default: 0] += 1
        let reply = Reply(id: Array(message[0..<2]), question: question, isV6: type == 28)
        let isFirst = questions[name] ?? 0 <= 2
        return reply.messages(for: name, isStream: isStream, isFirstRound: isFirst)
    }
}

/// Makes the answer to one question (RFC 1035 §4.1).
private struct Reply {
    let id: [UInt8]
    let question: [UInt8]
    let isV6: Bool

    func messages(for name: String, isStream: Bool, isFirstRound: Bool) -> [[UInt8]] {
        switch name {
        case "both.test": [isV6 ? message([v6(30)]) : message([v4(60, 1)])]
        case "four.test": [isV6 ? message([]) : message([v4(300, 1), v4(200, 2), v4(300, 1)])]
        case "alias.test": [isV6 ? message([]) : message(alias(20))]
        case "empty.test": [message([])]
        case "silent.test": []
        case "late.test": isFirstRound ? [] : [message([isV6 ? v6(5) : v4(5, 1)])]
        case "half.test": [isV6 ? message([]) : message([], code: 2)]
        case "other.test": [isV6 ? message([v6(30)]) : message([], code: 2)]
        case "six.test": [isV6 ? message([v6(30)]) : message([])]
        case "failing.test": [message([], code: 2)]
        case "refused.test": [message([], code: 5)]
        // An answer is promised, and its bytes end in the middle.
        case "broken.test": [Array(message([isV6 ? v6(5) : v4(5, 1)]).dropLast(3))]
        // Neither an empty datagram nor noise is an answer; the real one comes behind them.
        case "noise.test":
            [[], [1, 2, 3], id + [0xFF], message([isV6 ? v6(5) : v4(5, 1)])]
        case "large.test" where !isStream: [message([], truncated: true)]
        case "large.test":
            [isV6 ? message([]) : message((1...100).map { v4(60, $0) })]
        default: [message([], code: 3)]
        }
    }

    private func message(
        _ records: [[UInt8]], code: UInt8 = 0, truncated: Bool = false
    ) -> [UInt8] {
        // A response, recursion desired and available.
        let flags: [UInt8] = [truncated ? 0x83 : 0x81, 0x80 | code]
        let counts: [UInt8] = [0, 1, 0, UInt8(records.count), 0, 0, 0, 0]
        return id + flags + counts + question + records.flatMap { $0 }
    }

    /// A record: the name (by default a pointer to the question's), type, class IN, TTL, data.
    private func record(
        _ type: UInt8, _ ttl: Int, _ data: [UInt8], owner: [UInt8] = [0xC0, 12]
    ) -> [UInt8] {
        let seconds = [0, 0, UInt8(ttl >> 8), UInt8(ttl & 255)] as [UInt8]
        return owner + [0, type, 0, 1] + seconds + [0, UInt8(data.count)] + data
    }

    private func v4(_ ttl: Int, _ last: UInt8) -> [UInt8] {
        record(1, ttl, [192, 0, 2, last])
    }

    private func v6(_ ttl: Int) -> [UInt8] {
        record(28, ttl, [0x20, 1, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [1])
    }

    /// The name is another one's alias (CNAME), and that one's address comes along.
    private func alias(_ ttl: Int) -> [[UInt8]] {
        let name = [4] + Array("real".utf8) + [4] + Array("test".utf8) + [0]
        return [record(5, ttl, name), record(1, 300, [192, 0, 2, 9], owner: name)]
    }
}
