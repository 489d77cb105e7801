import Bytes
import Reactor
import TLS
import Testing

@Suite struct StreamTests {
    /// Both kinds of transport, to show that the gateway need not know which it has.
    private static func pair(isTLS: Bool) throws -> Pair {
        try isTLS ? Pair.established() : Pair()
    }

    private struct Received: Equatable {
        let result: IOResult
        let text: String

        init(_ result: IOResult, _ text: String) {
            self.result = result
            self.text = text
        }
    }

    private static func receive(_ transport: inout Transport, atMost: Int) -> Received {
        var buffer = ByteBuffer()
        let result = transport.receive(into: &buffer, atMost: atMost)
        return Received(result, buffer.span.toString())
    }

    @Test(arguments: [false, true])
    func `what one end sends the other receives, until nothing is left`(isTLS: Bool) throws {
        var pair = try Self.pair(isTLS: isTLS)
        let text = Array("hello, world".utf8)
        #expect(pair.client.send(text.span) == .bytes(12))
        #expect(pair.server.canRead == true)
        let first = Self.receive(&pair.server, atMost: 5)
        #expect(first == Received(.bytes(5), "hello"))
        // The rest makes no event: the flag must say that it is there.
        #expect(pair.server.canRead == true)
        let rest = Self.receive(&pair.server, atMost: 100)
        #expect(rest == Received(.bytes(7), ", world"))
        #expect(pair.server.canRead == false)
    }

    @Test(arguments: [false, true])
    func `after a short read the socket is left alone until it is marked`(isTLS: Bool) throws {
        var pair = try Self.pair(isTLS: isTLS)
        _ = pair.client.send([65].span)
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.bytes(1), "A"))
        _ = pair.client.send([66].span)
        #expect(pair.server.canRead == false)
        if isTLS { #expect(Self.receive(&pair.server, atMost: 100) == Received(.wouldBlock, "")) }
        pair.server.markReadable()
        #expect(pair.server.canRead == true)
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.bytes(1), "B"))
        pair.server.markReadable()
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.wouldBlock, ""))
        #expect(pair.server.canRead == false)
    }

    @Test func `several records are read in one go`() throws {
        var pair = try Pair.established()
        for byte in UInt8(ascii: "a")...UInt8(ascii: "e") { _ = pair.client.send([byte].span) }
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.bytes(5), "abcde"))
        #expect(pair.server.canRead == false)
    }

    @Test(arguments: [false, true])
    func `an orderly end behind the data is found without another event`(isTLS: Bool) throws {
        var pair = try Self.pair(isTLS: isTLS)
        _ = pair.client.send([65].span)
        pair.client.finishSending()
        pair.server.markReadable(peerClosed: true)
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.bytes(1), "A"))
        #expect(pair.server.canRead == true)
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.closed, ""))
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.closed, ""))
        // The other direction still works.
        #expect(pair.server.send([66].span) == .bytes(1))
        #expect(Self.receive(&pair.client, atMost: 100) == Received(.bytes(1), "B"))
    }

    @Test func `a stream that is cut under TLS is not an orderly end`() throws {
        var pair = try Pair.established()
        _ = pair.client.send([65].span)
        pair.client.closeWithReset()
        pair.server.markReadable(peerClosed: true)
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.bytes(1), "A"))
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.failed(.connectionReset), ""))
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.failed(.connectionReset), ""))
    }

    @Test(arguments: [false, true])
    func `what a slow receiver does not take is sent later, in order`(isTLS: Bool) throws {
        var pair = try Self.pair(isTLS: isTLS)
        let message = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 ^ $0 >> 8 ^ $0 >> 16) }
        var sent = 0
        var cutShort = 0
        var received = ByteBuffer()
        while received.count < message.count {
            while sent < message.count, pair.client.canWrite {
                switch pair.client.send(message.span.extracting(sent..<message.count)) {
                case .bytes(let count): sent += count
                case .wouldBlock: break
                default: throw Command.Failure(description: "send")
                }
                if sent < message.count { cutShort += 1 }
            }
            pair.server.markReadable()
            while pair.server.canRead {
                let result = pair.server.receive(into: &received, atMost: 10_000)
                if case .failed(let errno) = result { throw errno }
            }
            pair.client.markWritable()
        }
        let isSame = received.span.equals(message.span)
        #expect(isSame)
        #expect(sent == message.count)
        #expect(cutShort > 1)
    }

    @Test(arguments: [1, 16_383, 16_384, 16_385, 40_000])
    func `a message of any size arrives whole`(count: Int) throws {
        var pair = try Pair.established()
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(pair.client.send(message.span) == .bytes(count))
        var received = ByteBuffer()
        var calls = 0
        while pair.server.canRead, calls < 10 {
            let result = pair.server.receive(into: &received, atMost: 65_536)
            if case .failed(let errno) = result { throw errno }
            calls += 1
        }
        let isSame = received.span.equals(message.span)
        #expect(isSame)
        #expect(calls <= 2)
    }

    @Test func `the bytes of an unfinished send may move and grow`() throws {
        var pair = try Pair.established()
        let block = [UInt8](repeating: 1, count: 16_384)
        var accepted = 0
        while case .bytes(let count) = pair.client.send(block.span) { accepted += count }
        #expect(pair.client.canWrite == false)
        var received = ByteBuffer()
        let longer = block + [2, 3]
        var rest = 0
        for _ in 0..<100 where rest < longer.count {
            pair.mark()
            while pair.server.canRead {
                let result = pair.server.receive(into: &received, atMost: 65_536)
                if case .failed(let errno) = result { throw errno }
            }
            let result = pair.client.send(longer.span.extracting(rest..<longer.count))
            if case .bytes(let count) = result { rest += count }
        }
        pair.server.markReadable()
        while pair.server.canRead {
            _ = pair.server.receive(into: &received, atMost: 65_536)
        }
        #expect(rest == longer.count)
        let total = received.count
        #expect(total == accepted + longer.count)
        let end = received.span.extracting(total - 3..<total).toArray()
        #expect(end == [1, 2, 3])
    }

    @Test func `nobody is told of an orderly end in the middle of a record`() throws {
        var pair = try Pair.established()
        let block = [UInt8](repeating: 1, count: 16_384)
        while case .bytes = pair.client.send(block.span) {}
        pair.client.close()
        pair.server.markReadable(peerClosed: true)
        var received = ByteBuffer()
        var result = IOResult.wouldBlock
        while pair.server.canRead {
            result = pair.server.receive(into: &received, atMost: 65_536)
            if case .bytes = result { continue }
            break
        }
        #expect(result == .failed(.connectionReset))
    }

    /// A server whose client lets the test write past its session.
    private static func forgeable() throws -> Forgeable {
        let client = try makeClient()
        var pair = try Pair()
        try pair.server.startTLS(makeServer(["a"]))
        var session = try client.makeSession(pair.client.raw, serverName: "a.test")
        for _ in 0..<4 {
            session.markReadable()
            pair.server.markReadable()
            _ = session.handshake()
            _ = pair.server.handshake()
        }
        #expect(session.isEstablished == true)
        return Forgeable(pair: pair, session: session)
    }

    private struct Forgeable: ~Copyable {
        var pair: Pair
        var session: TLSSession

        init(pair: consuming Pair, session: consuming TLSSession) {
            self.pair = pair
            self.session = session
        }

        /// Has the server read a record of application data that nobody sealed, which it answers
        /// with the alert bad_record_mac.
        mutating func forgeRecord() -> IOResult {
            let forged: [UInt8] = [23, 3, 3, 0, 32] + [UInt8](repeating: 0, count: 32)
            #expect(pair.client.send(forged.span) == .bytes(37))
            pair.server.markReadable()
            var buffer = ByteBuffer()
            return pair.server.receive(into: &buffer, atMost: 100)
        }
    }

    @Test(arguments: [false, true])
    func `a fatal alert is not an orderly end, alone or behind data`(isBehindData: Bool) throws {
        var forgeable = try Self.forgeable()
        if isBehindData { #expect(forgeable.pair.server.send([65].span) == .bytes(1)) }
        _ = forgeable.forgeRecord()
        var buffer = ByteBuffer()
        forgeable.session.markReadable()
        if isBehindData {
            #expect(forgeable.session.receive(into: &buffer, atMost: 100) == .bytes(1))
            #expect(forgeable.session.canRead == true)
            // A failure of another session on this thread between the two.
            var other = try Self.forgeable()
            guard case .failed = other.forgeRecord() else {
                throw Command.Failure(description: "accepted")
            }
        }
        let result = forgeable.session.receive(into: &buffer, atMost: 100)
        guard case .failed(let errno) = result else {
            throw Command.Failure(description: "\(result)")
        }
        #expect(errno.name == "EPROTO")
    }

    @Test func `an alert behind data leaves the end of another session in order`() throws {
        var other = try Pair.established()
        var forgeable = try Self.forgeable()
        #expect(forgeable.pair.server.send([65].span) == .bytes(1))
        _ = forgeable.forgeRecord()
        var buffer = ByteBuffer()
        forgeable.session.markReadable()
        #expect(forgeable.session.receive(into: &buffer, atMost: 100) == .bytes(1))
        other.client.finishSending()
        other.server.markReadable(peerClosed: true)
        #expect(Self.receive(&other.server, atMost: 100) == Received(.closed, ""))
    }

    @Test(arguments: [false, true])
    func `what the peer said before it closed is read after sending failed`(isTLS: Bool) throws {
        var pair = try Self.pair(isTLS: isTLS)
        _ = pair.server.send([65, 66].span)
        pair.server.finishSending()
        pair.server.close()
        let block = [UInt8](repeating: 1, count: 1_000)
        guard case .failed = pair.client.send(block.span) else {
            throw Command.Failure(description: "sent to a closed socket")
        }
        guard case .failed = pair.client.send(block.span) else {
            throw Command.Failure(description: "sent after a failure")
        }
        pair.client.markReadable(peerClosed: true)
        #expect(Self.receive(&pair.client, atMost: 100) == Received(.bytes(2), "AB"))
        #expect(Self.receive(&pair.client, atMost: 100) == Received(.closed, ""))
    }

    @Test func `a record that breaks the protocol ends the connection`() throws {
        var forgeable = try Self.forgeable()
        guard case .failed(let errno) = forgeable.forgeRecord() else {
            throw Command.Failure(description: "accepted")
        }
        #expect(errno.name == "EPROTO")
    }

    @Test func `buffers that an idle connection gave back are there when it wakes`() throws {
        var pair = try Pair.established()
        for byte in UInt8(ascii: "a")...UInt8(ascii: "c") {
            pair.mark()
            pair.client.releaseBuffers()
            pair.server.releaseBuffers()
            #expect(pair.client.send([byte].span) == .bytes(1))
            let text = String(Character(Unicode.Scalar(byte)))
            #expect(Self.receive(&pair.server, atMost: 100) == Received(.bytes(1), text))
        }
    }

    @Test(arguments: [false, true])
    func `moving nothing is no error`(isTLS: Bool) throws {
        var pair = try Self.pair(isTLS: isTLS)
        #expect(pair.client.send([UInt8]().span) == .bytes(0))
        #expect(Self.receive(&pair.server, atMost: 0) == Received(.bytes(0), ""))
    }

    @Test func `a closed transport names no descriptor`() throws {
        var pair = try Pair.established()
        pair.client.close()
        #expect(pair.client.isOpen == false)
        #expect(pair.client.raw == -1)
        pair.server.markReadable(peerClosed: true)
        #expect(Self.receive(&pair.server, atMost: 100) == Received(.closed, ""))
    }
}
