package import Bytes
import CLinux
package import Reactor

/// A connection as the gateway reads and writes it: a socket, in plain text or under TLS.
///
/// Readiness is edge-triggered. `canRead` and `canWrite` say whether a call may move something;
/// they begin as true, become false when a call finds that nothing more can be moved, and true
/// again by `mark(_:)`. Bytes that TLS has buffered keep `canRead` true although no event will tell
/// of them: whoever stops reading early comes back for the rest without waiting.
package struct Transport: ~Copyable {
    private var socket: Socket
    private var session: TLSSession?
    private var isReadable = true
    private var isWritable = true
    /// The peer has ended its side (EPOLLRDHUP): nothing comes behind what waits to be read.
    package private(set) var isPeerClosed = false

    /// A connection in plain text.
    package init(_ socket: consuming Socket) { self.socket = socket }

    /// A connection that is being made: an event tells when it can be written to.
    package init(connecting socket: consuming Socket) {
        self.socket = socket
        isWritable = false
    }

    /// The descriptor's number, for the poller; -1 once closed.
    package var raw: Int32 { socket.raw }
    package var isOpen: Bool { socket.isOpen }
    package var isTLS: Bool { session != nil }

    /// Whether `receive` may give something.
    package var canRead: Bool {
        switch session {
        case .some(let session): session.canRead
        case nil: isReadable
        }
    }

    /// Whether `send` may take something.
    package var canWrite: Bool {
        switch session {
        case .some(let session): session.canWrite
        case nil: isWritable
        }
    }

    /// Takes notice of what the poller says about this connection.
    package mutating func mark(_ event: Event) {
        if event.isReadable { markReadable(peerClosed: event.isPeerClosed) }
        if event.isWritable { markWritable() }
    }

    /// The socket is readable. With `peerClosed` (EPOLLRDHUP), an end waits behind the data, and
    /// reading goes on past a short read, since no event will tell of the end again.
    package mutating func markReadable(peerClosed: Bool = false) {
        isReadable = true
        if peerClosed { isPeerClosed = true }
        session?.markReadable(peerClosed: peerClosed)
    }

    /// The socket is writable.
    package mutating func markWritable() {
        isWritable = true
        session?.markWritable()
    }

    /// Reads at most `atMost` bytes behind the buffer's tail.
    ///
    /// - Returns: `.closed` at an orderly end: the socket's in plain text, close_notify under TLS.
    package mutating func receive(into buffer: inout ByteBuffer, atMost: Int) -> IOResult {
        if let result = session?.receive(into: &buffer, atMost: atMost) { return result }
        let result = socket.receive(into: &buffer, atMost: atMost)
        switch result {
        case .bytes(let count):
            if count < atMost && !isPeerClosed { isReadable = false }
        case .wouldBlock:
            isReadable = false
        case .closed, .failed:
            break
        }
        return result
    }

    /// Copies at most `atMost` bytes behind the buffer's tail and leaves them to be received: for
    /// what stands in front of TLS, such as the PROXY protocol. Only before `startTLS`. When more
    /// must come first, wait for the next event and peek again; then receive exactly what was
    /// understood.
    package mutating func peek(into buffer: inout ByteBuffer, atMost: Int) -> IOResult {
        precondition(!isTLS && atMost > 0)
        while true {
            // SAFETY: the room has at least `atMost` bytes, and the kernel writes no more.
            let count = unsafe buffer.fill(atLeast: atMost) { free in
                unsafe recv(socket.raw, free.baseAddress, atMost, Int32(MSG_PEEK))
            }
            if count > 0 { return .bytes(count) }
            if count == 0 { return .closed }
            let errno = Errno.last
            if errno == .wouldBlock {
                isReadable = false
                return .wouldBlock
            }
            if errno != .interrupted { return .failed(errno) }
        }
    }

    /// Writes what the connection takes of `bytes`. After less than all, the next call must begin
    /// with the first byte that was not taken (see `TLSSession.send(_:)`).
    package mutating func send(_ bytes: Span<UInt8>) -> IOResult {
        if let result = session?.send(bytes) { return result }
        let result = socket.send(bytes)
        switch result {
        case .bytes(let count):
            if count < bytes.count { isWritable = false }
        case .wouldBlock:
            isWritable = false
        case .closed, .failed:
            break
        }
        return result
    }

    /// Says that no more will be sent: close_notify under TLS, then the end of the socket's sending
    /// direction. The peer's bytes are still read.
    package mutating func finishSending() {
        session?.closeNotify()
        socket.shutdownWrite()
    }

    /// Bytes on the wire that the peer has not acknowledged (`Socket.unacknowledgedBytes`).
    package var unacknowledgedBytes: Int { socket.unacknowledgedBytes }

    /// Gives back what an idle connection does not need (`TLSSession.releaseBuffers()`).
    package mutating func releaseBuffers() { session?.releaseBuffers() }

    /// Gives TLS up after a handshake that failed: what still comes is read as it is, to be thrown
    /// away.
    package mutating func abandonTLS() { session = nil }

    /// Closes the connection now. Under TLS the peer is told that the end is orderly.
    package mutating func close() {
        session?.closeNotify()
        session = nil
        socket.close()
    }

    /// Closes the connection so that the peer sees that it was cut: for an answer that could
    /// otherwise pass for whole.
    package mutating func closeWithReset() {
        session = nil
        socket.closeWithReset()
    }
}

extension Transport {
    /// Begins TLS as the server, with the next byte.
    package mutating func startTLS(_ context: TLSServerContext) throws(TLSError) {
        start(try context.makeSession(socket.raw))
    }

    /// Begins TLS as the client of a server that must prove to be `serverName`.
    package mutating func startTLS(
        _ context: TLSClientContext, serverName: String
    ) throws(TLSError) {
        start(try context.makeSession(socket.raw, serverName: serverName))
    }

    private mutating func start(_ session: consuming TLSSession) {
        if isPeerClosed { session.markReadable(peerClosed: true) }
        self.session = consume session
    }

    /// Goes on with the handshake; done at once in plain text.
    package mutating func handshake() -> HandshakeResult { session?.handshake() ?? .done }

    /// Lends the TLS session's details, nil in plain text.
    package func withSession<Result>(_ body: (borrowing TLSSession) -> Result) -> Result? {
        switch session {
        case .some(let session): body(session)
        case nil: nil
        }
    }

    /// Why the connection attempt failed, nil when it succeeded.
    package func connectError() -> Errno? { socket.connectError() }
}
