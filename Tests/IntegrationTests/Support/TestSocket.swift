import Glibc
import Synchronization

/// A test's own part of the machine failed, or did not answer in time.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// An IPv4 loopback address and a port.
struct Address: Sendable, CustomStringConvertible {
    let host: String
    let port: UInt16

    var description: String { "\(host):\(port)" }

    fileprivate func withSocketAddress<Result>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        unsafe inet_pton(AF_INET, host, &address.sin_addr)
        return unsafe withUnsafePointer(to: &address) { pointer in
            // SAFETY: every socket address begins with its family.
            unsafe body(
                UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}

/// How a wait for bytes ended.
enum Arrival: Equatable {
    case bytes([UInt8])
    /// The peer ended the connection in order.
    case ended
    case reset
    /// Nothing came in time.
    case nothing
}

/// A TCP socket whose every wait has a deadline, so that a test may fail but never hangs.
final class TestSocket: Sendable {
    static let patience: Int32 = 15_000

    let descriptor: Int32
    private let isClosed = Atomic(false)

    private init(_ descriptor: Int32) throws {
        guard descriptor >= 0 else { throw Failure("socket: errno \(errno)") }
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close() }

    /// Listens at a port, a free one unless it is said.
    static func listening(at host: String = "127.0.0.1", port: UInt16 = 0) throws -> TestSocket {
        let made = try TestSocket(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        let bound = unsafe Address(host: host, port: port).withSocketAddress {
            unsafe bind(made.descriptor, $0, $1)
        }
        guard bound == 0, listen(made.descriptor, 64) == 0 else {
            throw Failure("listen: errno \(errno)")
        }
        return made
    }

    /// The two ends of a connection.
    static func pair() throws -> (near: TestSocket, far: TestSocket) {
        var ends: [Int32] = [-1, -1]
        // SAFETY: the call writes two numbers, for which there is room.
        guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw Failure("socketpair: errno \(errno)")
        }
        return (try TestSocket(ends[0]), try TestSocket(ends[1]))
    }

    /// Takes datagrams at a free port.
    static func datagrams() throws -> TestSocket {
        let made = try TestSocket(socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0))
        let bound = unsafe Address(host: "127.0.0.1", port: 0).withSocketAddress {
            unsafe bind(made.descriptor, $0, $1)
        }
        guard bound == 0 else { throw Failure("bind: errno \(errno)") }
        return made
    }

    /// The next datagram and its sender; nil when the socket was interrupted.
    func receiveDatagram() -> ([UInt8], sockaddr_in)? {
        var sender = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 512) { buffer, filled in
            unsafe withUnsafeMutablePointer(to: &sender) { pointer in
                // SAFETY: at most the buffer's and the address's lengths are written.
                count = unsafe recvfrom(
                    descriptor, buffer.baseAddress, buffer.count, 0,
                    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                    &length)
            }
            filled = max(count, 0)
        }
        return count > 0 ? (bytes, sender) : nil
    }

    func send(_ bytes: [UInt8], to receiver: sockaddr_in) {
        unsafe withUnsafePointer(to: receiver) { pointer in
            // SAFETY: the kernel reads the array's bytes and the address.
            _ = unsafe sendto(
                descriptor, bytes, bytes.count, 0,
                UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }

    /// Connects, from an address of the loopback network when one is given. `receiveBytes` bounds
    /// the kernel's buffer, for clients that are slow to read.
    static func connected(
        to address: Address, from source: String? = nil, receiveBytes: Int32? = nil
    ) throws -> TestSocket {
        let made = try TestSocket(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        if let source {
            let bound = unsafe Address(host: source, port: 0).withSocketAddress {
                unsafe bind(made.descriptor, $0, $1)
            }
            guard bound == 0 else { throw Failure("bind \(source): errno \(errno)") }
        }
        if let receiveBytes { made.set(SO_RCVBUF, receiveBytes) }
        let status = unsafe address.withSocketAddress { unsafe connect(made.descriptor, $0, $1) }
        guard status == 0 else { throw Failure("connect \(address): errno \(errno)") }
        var one: Int32 = 1
        unsafe setsockopt(
            made.descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(4))
        return made
    }

    private func set(_ option: Int32, _ value: Int32) {
        var value = value
        unsafe setsockopt(descriptor, SOL_SOCKET, option, &value, socklen_t(4))
    }

    /// The port that the socket is bound to.
    var port: UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            // SAFETY: the kernel writes at most `length` bytes.
            _ = unsafe getsockname(
                descriptor,
                UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sockaddr.self), &length)
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The next connection; nil when the socket was closed.
    func accept() -> TestSocket? {
        while true {
            let taken = Glibc.accept(descriptor, nil, nil)
            if taken >= 0 { return try? TestSocket(taken) }
            if errno != EINTR { return nil }
        }
    }

    private func waits(for events: Int, _ milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        return unsafe poll(&waiting, 1, milliseconds) == 1
    }

    /// Sends everything.
    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            guard waits(for: Int(POLLOUT), Self.patience) else {
                throw Failure("send: nobody reads")
            }
            let count = unsafe bytes.withUnsafeBytes { all in
                // SAFETY: what is left of the array.
                unsafe Glibc.send(
                    descriptor, all.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0, errno == EAGAIN { continue }
            guard count > 0 else { throw Failure("send: errno \(errno)") }
            sent += count
        }
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    /// Waits for bytes.
    func receive(atMost: Int = 65_536, within milliseconds: Int32 = patience) -> Arrival {
        guard waits(for: Int(POLLIN), milliseconds) else { return .nothing }
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: atMost) { buffer, filled in
            // SAFETY: recv writes at most the buffer's length.
            count = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
            filled = max(count, 0)
        }
        if count > 0 { return .bytes(bytes) }
        return count == 0 ? .ended : .reset
    }

    /// Says that nothing more will be sent.
    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Ends the connection with a reset.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    /// Wakes whoever waits at the socket.
    func interrupt() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    func close() {
        if !isClosed.exchange(true, ordering: .relaxed) { _ = Glibc.close(descriptor) }
    }
}

/// Ports that were given out: whoever got one may not listen yet.
private let givenPorts = Mutex<Set<UInt16>>([])

/// A port of `host` that nobody listens at, and that nobody else was given. It lies below those
/// that the kernel gives to clients' sockets, or one of them might have taken it before it is used.
func freePort(at host: String) throws -> UInt16 {
    for _ in 0..<100 {
        let port = UInt16.random(in: 10_000..<32_000)
        guard givenPorts.withLock({ $0.insert(port).inserted }) else { continue }
        if (try? TestSocket.listening(at: host, port: port)) != nil { return port }
    }
    throw Failure("no free port at \(host)")
}
