import Glibc
import Synchronization

/// A DNS server on a loopback port: it answers for IPv4 with the addresses that the test says and
/// for a second (RFC 1035), and is silent about names that it was told nothing of.
final class Names: Sendable {
    private struct State {
        var addresses: [String: [String]] = [:]
        var failing: Set<String> = []
        var ignored = 0
        var questions: [String: Int] = [:]
    }

    private let socket: TestSocket
    private let state = Mutex(State())

    init() throws {
        socket = try TestSocket.datagrams()
        try TestUpstream.begin { [socket, weak self] in
            while let (question, sender) = socket.receiveDatagram() {
                guard let answer = self?.answer(question) else { continue }
                socket.send(answer, to: sender)
            }
        }
    }

    deinit { socket.interrupt() }

    /// For `resolvers:`.
    var address: Address { Address(host: "127.0.0.1", port: socket.port) }

    func set(_ name: String, _ addresses: [String]) {
        state.withLock { $0.addresses[name] = addresses }
    }

    /// From now on the name is answered with SERVFAIL.
    func fail(_ name: String) { state.withLock { _ = $0.failing.insert(name) } }

    /// So many questions get no answer.
    func ignore(_ count: Int) { state.withLock { $0.ignored = count } }

    /// How often the name was asked for.
    func count(_ name: String) -> Int { state.withLock { $0.questions[name] ?? 0 } }

    /// The reply to a query of one question; nil for names that nothing is known of.
    private func answer(_ query: [UInt8]) -> [UInt8]? {
        var labels: [String] = []
        var index = 12
        while index < query.count, query[index] != 0 {
            let end = index + 1 + Int(query[index])
            guard end < query.count else { return nil }
            labels.append(String(decoding: query[(index + 1)..<end], as: UTF8.self))
            index = end
        }
        guard index + 4 < query.count else { return nil }
        let isIPv4 = query[index + 2] == 1
        let name = labels.joined(separator: ".")
        let (known, fails) = state.withLock { state -> ([String]?, Bool) in
            state.questions[name, default: 0] += 1
            state.ignored -= 1
            if state.ignored >= 0 { return (nil, false) }
            return (state.addresses[name], state.failing.contains(name))
        }
        guard let known else { return nil }
        if fails {
            let head = query[0..<2] + [0x81, 0x82, 0, 1, 0, 0, 0, 0, 0, 0]
            return Array(head + query[12..<(index + 5)])
        }
        let found = isIPv4 ? known : []
        // The question comes back; then each address points to its name, with one second to live.
        var reply = query[0..<2] + [0x81, 0x80, 0, 1, 0, UInt8(found.count), 0, 0, 0, 0]
        reply += query[12..<(index + 5)]
        for address in found {
            reply += [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4]
            reply += address.split(separator: ".").compactMap { UInt8($0) }
        }
        return Array(reply)
    }
}
