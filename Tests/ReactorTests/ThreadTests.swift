import Bytes
import Glibc
import Reactor
import Synchronization
import Testing

@Suite struct ThreadTests {
    @Test func `a thread runs, has a name and is joined`() throws {
        let name = Mutex("")
        try withThread("a name that is longer") {
            // SAFETY: the path is a C string for the length of the call.
            let comm = Descriptor(taking: unsafe open("/proc/thread-self/comm", O_RDONLY))
            var bytes = ByteBuffer()
            // SAFETY: the call is told how much room there is.
            _ = unsafe bytes.fill(atLeast: 32) { unsafe read(comm.raw, $0.baseAddress, 32) }
            let value = bytes.span.toString()
            name.withLock { $0 = value }
        }
        #expect(name.withLock { $0 } == "a name that is \n")
    }

    @Test func `there is at least one processor to run on`() {
        #expect(!Thread.availableProcessors().isEmpty)
    }

    @Test func `signals come as readiness`() throws {
        let seen = Mutex<[Signal]>([])
        // On a thread of its own, whose signal mask ends with it.
        try withThread("signals") {
            guard let source = try? SignalSource([.user1, .reload]) else { return }
            if source.next() != nil { return }
            // `raise` directs the signal at this thread only.
            raise(SIGUSR1)
            raise(SIGHUP)
            guard (try? isReady(source.raw)) == true else { return }
            while let signal = source.next() { seen.withLock { $0.append(signal) } }
        }
        #expect(Set(seen.withLock { $0 }) == [.user1, .reload])
        #expect(seen.withLock { $0.count } == 2)
    }

    @Test func `a wakeup is seen once, however often it was given`() throws {
        let wakeup = try Wakeup()
        #expect(try !isReady(wakeup.raw, milliseconds: 0))
        wakeup.signal()
        wakeup.signal()
        #expect(try isReady(wakeup.raw, milliseconds: 0))
        wakeup.clear()
        #expect(try !isReady(wakeup.raw, milliseconds: 0))
    }
}

/// Runs `body` on a thread of its own and waits for its end.
func withThread(_ name: String, _ body: @escaping @Sendable () -> Void) throws {
    try Thread.spawn(name: name, body).join()
}

@Suite struct MailboxTests {
    @Test func `messages come in order, up to the bound`() throws {
        let mailbox = try Mailbox<Int>(capacity: 2)
        var batch: [Int] = [9]
        #expect(mailbox.take(into: &batch) && batch == [])
        #expect(mailbox.post(1))
        #expect(mailbox.post(2))
        #expect(!mailbox.post(3))
        #expect(!mailbox.tryPost(3))
        #expect(try isReady(mailbox.raw, milliseconds: 0))
        #expect(mailbox.take(into: &batch) && batch == [1, 2])
        #expect(try !isReady(mailbox.raw, milliseconds: 0))
        #expect(mailbox.tryPost(4))
        #expect(mailbox.take(into: &batch) && batch == [4])
    }

    @Test func `nothing is lost between threads`() throws {
        let mailbox = try Mailbox<Int>(capacity: 8)
        let count = 5_000
        for sender in 0...1 {
            _ = try Thread.spawn(name: "sender") {
                for value in 0..<count {
                    let message = value * 2 + sender
                    // One that waits for the lock, and one that never does.
                    while sender == 0 ? !mailbox.post(message) : !mailbox.tryPost(message) {
                        sched_yield()
                    }
                }
            }
        }
        var poller = try Poller(capacity: 1)
        try poller.addLevel(mailbox.raw, token: Token(kind: 1))
        var next = [0, 0]
        var batch: [Int] = []
        var inOrder = true
        while next != [count, count] {
            guard try poller.wait(timeoutMilliseconds: 10_000) == 1 else { break }
            // A sender that holds the lock makes this try fail, and an event follows.
            guard mailbox.take(into: &batch) else { continue }
            for message in batch {
                inOrder = inOrder && next[message % 2] == message / 2
                next[message % 2] += 1
            }
        }
        #expect(next == [count, count])
        #expect(inOrder)
    }
}
