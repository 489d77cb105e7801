import Bytes
import Reactor
import TLS
import Testing

@Suite struct ReadinessTests {
    @Test(arguments: [false, true])
    func `events alone move everything, and the end behind it`(isTLS: Bool) throws {
        var pair = try isTLS ? Pair.established() : Pair()
        var poller = try Poller(capacity: 8)
        try poller.add(pair.client.raw, token: Token(kind: 1))
        try poller.add(pair.server.raw, token: Token(kind: 2))
        let message = (0..<1_500_000).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8) }
        var sent = 0
        var received = ByteBuffer()
        var isClosed = false
        while !isClosed {
            let count = try poller.wait(timeoutMilliseconds: 60_000)
            guard count > 0 else { throw Command.Failure(description: "an event was lost") }
            for index in 0..<count {
                let event = poller.event(index)
                if event.token.kind == 1 { pair.client.mark(event) }
                if event.token.kind == 2 { pair.server.mark(event) }
            }
            if sent < message.count {
                while sent < message.count, pair.client.canWrite {
                    let rest = message.span.extracting(sent..<message.count)
                    if case .bytes(let count) = pair.client.send(rest) { sent += count }
                }
                if sent == message.count { pair.client.finishSending() }
            }
            while pair.server.canRead, !isClosed {
                switch pair.server.receive(into: &received, atMost: 16_384) {
                case .bytes, .wouldBlock: break
                case .closed: isClosed = true
                case .failed(let errno): throw errno
                }
            }
        }
        let isSame = received.span.equals(message.span)
        #expect(isSame)
    }

    @Test func `records that arrive in pieces are read when they are whole`() throws {
        // The client's bytes pass through the test's hands on their way to the server.
        var near = try Pair()
        var far = try Pair()
        try near.client.startTLS(makeClient(), serverName: "a.test")
        try far.server.startTLS(makeServer(["a"]))
        var wire = ByteBuffer()
        for _ in 0..<6 {
            _ = near.client.handshake()
            Self.relay(&near.server, &far.client, &wire)
            far.server.markReadable()
            _ = far.server.handshake()
            Self.relay(&far.client, &near.server, &wire)
            near.client.markReadable()
        }
        _ = near.client.send(Array("one".utf8).span)
        _ = near.client.send(Array("two".utf8).span)
        near.server.markReadable()
        _ = near.server.receive(into: &wire, atMost: 1_000)
        // Header, three bytes, content type and tag, twice.
        #expect(wire.count == 2 * (5 + 3 + 1 + 16))
        var plain = ByteBuffer()
        var arrivals: [String] = []
        for index in 0..<wire.count {
            _ = far.client.send(wire.span.extracting(index..<index + 1))
            far.server.markReadable()
            if case .bytes = far.server.receive(into: &plain, atMost: 100) {
                let text = plain.span.toString()
                arrivals.append("\(text) at \(index + 1)")
                plain.removeAll()
            }
            #expect(far.server.canRead == false)
        }
        #expect(arrivals == ["one at 25", "two at 50"])
    }

    private static func relay(
        _ from: inout Transport, _ to: inout Transport, _ wire: inout ByteBuffer
    ) {
        from.markReadable()
        while case .bytes = from.receive(into: &wire, atMost: 65_536) {}
        _ = to.send(wire.span)
        wire.removeAll()
    }

    @Test func `what stands in front of TLS is peeked at and taken away`() throws {
        var pair = try Pair()
        var seen = ByteBuffer()
        let line = Array("PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n".utf8)
        #expect(pair.server.peek(into: &seen, atMost: 107) == .wouldBlock)
        #expect(pair.server.canRead == false)
        _ = pair.client.send(line.span)
        try pair.client.startTLS(makeClient(), serverName: "a.test")
        _ = pair.client.handshake()
        pair.server.markReadable()
        #expect(pair.server.peek(into: &seen, atMost: 107) == .bytes(107))
        #expect(pair.server.peek(into: &seen, atMost: 107) == .bytes(107))
        seen.removeAll()
        #expect(pair.server.receive(into: &seen, atMost: line.count) == .bytes(line.count))
        let text = seen.span.toArray()
        #expect(text == line)
        #expect(pair.server.canRead == true)
        try pair.server.startTLS(makeServer(["a"]))
        let results = pair.handshake()
        #expect(results.client == .done)
        #expect(results.server == .done)
    }
}
