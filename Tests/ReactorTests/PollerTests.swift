import Bytes
import Reactor
import Testing

@Suite struct PollerTests {
    @Test(arguments: [
        Token(kind: 0, handle: Handle(index: 0, generation: 0)),
        Token(kind: 255, handle: Handle(index: 0xFF_FFFF, generation: .max)),
        Token(kind: 3, handle: Handle(index: 70_000, generation: 9)),
    ])
    func `a token keeps kind, index and generation`(token: Token) {
        let copy = Token(raw: token.raw)
        #expect(copy == token)
        #expect(copy == Token(kind: copy.kind, handle: copy.handle))
        #expect(copy.index == Int(token.handle.index))
        #expect(copy.generation == token.handle.generation)
    }

    @Test func `an edge is told once, a level until it is dealt with`() throws {
        let link = try SocketPair()
        var edge = try Poller(capacity: 4)
        var level = try Poller(capacity: 4)
        try edge.add(link.one.raw, token: Token(kind: 1, index: 5))
        try level.addLevel(link.one.raw, token: Token(kind: 2))
        #expect(try edge.wait(timeoutMilliseconds: 0) == 1)
        #expect(edge.event(0).token == Token(kind: 1, index: 5))
        #expect(edge.event(0).isWritable && !edge.event(0).isReadable)
        #expect(try edge.wait(timeoutMilliseconds: 0) == 0)
        #expect(try level.wait(timeoutMilliseconds: 0) == 0)

        #expect(link.other.send(text: "a") == .bytes(1))
        #expect(try edge.wait(timeoutMilliseconds: 0) == 1)
        #expect(edge.event(0).isReadable)
        #expect(try edge.wait(timeoutMilliseconds: 0) == 0)
        #expect(try level.wait(timeoutMilliseconds: 0) == 1)
        #expect(try level.wait(timeoutMilliseconds: 0) == 1)
        // A second byte is a second edge, although the first was not read.
        #expect(link.other.send(text: "b") == .bytes(1))
        #expect(try edge.wait(timeoutMilliseconds: 0) == 1)
    }

    @Test func `the peer's end is told with the event`() throws {
        var link = try SocketPair()
        var poller = try Poller(capacity: 4)
        try poller.add(link.one.raw, token: Token(kind: 1))
        _ = try poller.wait(timeoutMilliseconds: 0)
        link.other.shutdownWrite()
        #expect(try poller.wait(timeoutMilliseconds: 0) == 1)
        #expect(poller.event(0).isReadable && poller.event(0).isPeerClosed)
        link.other.close()
        #expect(try poller.wait(timeoutMilliseconds: 0) == 1)
        #expect(poller.event(0).isPeerClosed && !poller.event(0).isFailed)
    }

    @Test func `an event for an earlier owner of a slot is recognised`() throws {
        let link = try SocketPair()
        var poller = try Poller(capacity: 4)
        var slab = Slab<Int>(limit: 1) { _ in 0 }
        guard let first = slab.take() else { return }
        try poller.add(link.one.raw, token: Token(kind: 1, handle: first))
        #expect(try poller.wait(timeoutMilliseconds: 0) == 1)
        // The connection ends, and its slot is used again, before the event is looked at.
        slab.free(first)
        guard let second = slab.take() else { return }
        let event = poller.event(0)
        let isStale = !slab.isLive(event.token.handle)
        #expect(isStale)
        #expect(event.token != Token(kind: 1, handle: second))
    }

    @Test func `more events than room come in several waits`() throws {
        let links = [try Wakeup(), try Wakeup(), try Wakeup()] as InlineArray<3, Wakeup>
        var poller = try Poller(capacity: 2)
        for index in 0..<3 {
            try poller.addLevel(links[index].raw, token: Token(kind: 1, index: index))
            links[index].signal()
        }
        var seen: Set<Int> = []
        for _ in 0..<2 {
            let count = try poller.wait(timeoutMilliseconds: 0)
            #expect(count == 2)
            for index in 0..<count {
                let which = poller.event(index).token.index
                seen.insert(which)
                links[which].clear()
                try? poller.remove(links[which].raw)
            }
            if seen.count == 2 { links[0].signal() }
            if seen.count == 3 { break }
            try poller.addLevel(links[0].raw, token: Token(kind: 1, index: 0))
        }
        #expect(seen == [0, 1, 2])
    }

    @Test func `what is no longer watched is silent`() throws {
        let wakeup = try Wakeup()
        var poller = try Poller(capacity: 1)
        try poller.addLevel(wakeup.raw, token: Token(kind: 1))
        wakeup.signal()
        try poller.remove(wakeup.raw)
        #expect(try poller.wait(timeoutMilliseconds: 0) == 0)
        let raw = wakeup.raw
        #expect(throws: Errno.noSuchFile) { try poller.remove(raw) }
    }

    @Test func `a wait lasts until its time is over`() throws {
        var poller = try Poller(capacity: 1)
        let start = Clock.monotonicNanoseconds()
        #expect(try poller.wait(timeoutMilliseconds: 20) == 0)
        #expect(Clock.monotonicNanoseconds() - start >= 19_000_000)
    }

    @Test func `one poller may watch another`() throws {
        let wakeup = try Wakeup()
        var inner = try Poller(capacity: 1)
        try inner.addLevel(wakeup.raw, token: Token(kind: 1))
        let raw = inner.raw
        #expect(try !isReady(raw, milliseconds: 0))
        wakeup.signal()
        #expect(try isReady(raw, milliseconds: 0))
    }
}
