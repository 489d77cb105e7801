import Bytes
import Glibc
import Reactor
import Testing

/// What a process hands to one that it starts.
@Suite struct HandingOverTests {
    /// A second descriptor of the same file or socket, as another process would have it.
    private func passed(_ raw: Int32) -> Int32 { dup(raw) }

    @Test func `a listening socket is taken over, and nothing else is`() throws {
        let listener = try Listener(
            SocketAddress(.loopback, port: 0), reusePort: true, backlog: 1)
        let number = passed(listener.raw)
        let taken = try Listener(inherited: number, at: listener.address)
        #expect(taken.address == listener.address)
        #expect(fcntl(taken.raw, F_GETFD) == FD_CLOEXEC)

        let other = passed(listener.raw)
        defer { close(other) }
        let wrong = listener.address.with(port: 1)
        #expect(throws: Errno.invalidArgument) { _ = try Listener(inherited: other, at: wrong) }
        let bound = try Listener(bound: SocketAddress(.loopback, port: 0), reusePort: true)
        let address = bound.address
        #expect(throws: Errno.invalidArgument) {
            _ = try Listener(inherited: other, at: address)
        }
        let pipe = try Pipe()
        #expect(throws: Errno.self) { _ = try Listener(inherited: pipe.readRaw, at: wrong) }
    }

    @Test func `a socket that is only bound gets no connection before it listens`() throws {
        let bound = try Listener(bound: SocketAddress(.loopback, port: 0), reusePort: true)
        let early = try Socket.connect(to: bound.address)
        #expect(try isReady(early.raw))
        #expect(early.connectError() == .connectionRefused)
        try bound.start(backlog: 1)
        let late = try Socket.connect(to: bound.address)
        #expect(try isReady(bound.raw))
        #expect(late.connectError() == nil)
    }

    @Test func `sealed memory is read whole by who gets it`() throws {
        let bytes = (0..<100_000).map { UInt8($0 % 251) }
        let memory = try SealedMemory(bytes)
        #expect(try SealedMemory.read(inherited: passed(memory.raw), bytesMax: 100_000) == bytes)
        let other = passed(memory.raw)
        #expect(throws: Errno.invalidArgument) {
            try SealedMemory.read(inherited: other, bytesMax: 99_999)
        }
        let raw = memory.raw
        #expect(unsafe write(raw, "x", 1) == -1)
        #expect(ftruncate(raw, 0) == -1)
        let pipe = try Pipe()
        let end = pipe.readRaw
        #expect(throws: Errno.self) { try SealedMemory.read(inherited: end, bytesMax: 1) }
    }

    @Test func `a pipe tells what was written, and that nobody writes any more`() throws {
        var pipe = try Pipe()
        var said: [UInt8] = []
        #expect(pipe.read(into: &said, atMost: 10) == .wouldBlock)
        let number = passed(pipe.writeRaw)
        let other = try InheritedPipe(number)
        pipe.closeWriting()
        other.write("ready\n")
        #expect(try isReady(pipe.readRaw))
        #expect(pipe.read(into: &said, atMost: 10) == .bytes(6))
        #expect(said == Array("ready\n".utf8))
        _ = consume other
        #expect(pipe.read(into: &said, atMost: 10) == .closed)
        let listener = try Listener(
            SocketAddress(.loopback, port: 0), reusePort: false, backlog: 1)
        let raw = listener.raw
        #expect(throws: Errno.invalidArgument) { _ = try InheritedPipe(raw) }
    }

    /// A service manager's socket at a path, abstract or not.
    private func receiver(at path: String, isAbstract: Bool = false) -> Descriptor {
        let receiver = Descriptor(taking: socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        if isAbstract { bytes[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let raw = receiver.raw
        let bound = unsafe withUnsafePointer(to: &address) { pointer in
            // SAFETY: every socket address begins with its family.
            unsafe bind(
                raw, UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                socklen_t(2 + bytes.count))
        }
        #expect(bound == 0)
        return receiver
    }

    /// The next message, nil when there is none.
    private func message(_ raw: Int32) -> String? {
        var text = [UInt8](repeating: 0, count: 200)
        // SAFETY: recv writes at most the array's length.
        let count = unsafe recv(raw, &text, text.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : String(decoding: text[..<count], as: UTF8.self)
    }

    @Test(arguments: [true, false])
    func `a service manager is told over its socket, abstract or not`(isAbstract: Bool) throws {
        let path = temporaryPath("manager")
        let receiver = receiver(at: path, isAbstract: isAbstract)
        defer { if !isAbstract { unsafe unlink(path) } }
        let name = isAbstract ? "@" + path.dropFirst() : path
        ServiceManager(path: name).handOver(to: 42)
        #expect(try isReady(receiver.raw))
        #expect(message(receiver.raw)?.hasPrefix("MAINPID=42\nREADY=1\n") == true)
        ServiceManager(path: "relative").stopping()
        ServiceManager(path: "/nowhere/at/all").stopping()
    }

    @Test func `a manager whose queue is full is waited for, though not for ever`() throws {
        let path = temporaryPath("busy-manager")
        let receiver = receiver(at: path)
        defer { unsafe unlink(path) }
        let manager = ServiceManager(path: path)
        // The queue takes some hundred messages at most (net.unix.max_dgram_qlen), and the first
        // that finds it full gives up after a second.
        let start = Clock.monotonicNanoseconds()
        var sent = 0
        while Clock.monotonicNanoseconds() - start < 900_000_000 {
            manager.status("\(sent)")
            sent += 1
        }
        let duration = Clock.monotonicNanoseconds() - start
        #expect(duration < 30_000_000_000)
        var received = 0
        while message(receiver.raw) != nil { received += 1 }
        #expect(received == sent - 1)
        manager.handOver(to: 42)
        #expect(message(receiver.raw)?.hasPrefix("MAINPID=42") == true)
    }
}
