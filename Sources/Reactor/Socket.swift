package import Bytes
import CLinux

/// What came of reading or writing without waiting.
package enum IOResult: Equatable, Sendable {
    /// So many bytes were moved; 0 only when none were asked for.
    case bytes(Int)
    /// Nothing can be moved until the poller says so.
    case wouldBlock
    /// The peer has sent its last byte.
    case closed
    /// The connection is lost.
    case failed(Errno)
}

/// The identity of the process at the other end of a unix socket, as it was when it connected.
package struct PeerCredentials: Equatable, Sendable {
    /// Its process id, as this process's namespace has it.
    package let processID: Int32
    /// Its effective user.
    package let userID: UInt32
    /// Its effective group.
    package let groupID: UInt32
}

/// A stream socket that never waits, TCP or unix. It is closed when its owner goes away.
package struct Socket: ~Copyable {
    /// The owner of the descriptor.
    package private(set) var descriptor: Descriptor

    /// Takes over a descriptor that is a non-blocking stream socket.
    package init(taking descriptor: consuming Descriptor) { self.descriptor = descriptor }

    /// The descriptor's number, for the poller and for TLS; -1 once closed.
    package var raw: Int32 { descriptor.raw }
    /// Whether `close` has not been called.
    package var isOpen: Bool { descriptor.isOpen }

    /// Starts to connect. The poller tells when it is done: the socket becomes writable, and
    /// `connectError()` says how it went.
    package static func connect(to address: SocketAddress) throws(Errno) -> Socket {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let raw = try checked(socket(address.domain, kind, 0))
        let connecting = Socket(taking: Descriptor(taking: raw))
        if !address.isUnix { connecting.setNoDelay() }
        // SAFETY: the kernel copies the address before it returns.
        let result = unsafe address.withKernelForm { unsafe CLinux.connect(raw, $0, $1) }
        if result < 0 {
            let errno = Errno.last
            // An interrupted connect goes on in the background like one in progress (connect(2)).
            guard errno == .inProgress || errno == .interrupted else { throw errno }
        }
        return connecting
    }

    /// Why the connection attempt failed, nil when it succeeded (SO_ERROR, socket(7)).
    package func connectError() -> Errno? {
        var code: Int32 = 0
        do throws(Errno) {
            try getOption(SOL_SOCKET, SO_ERROR, &code)
        } catch {
            return error
        }
        return code == 0 ? nil : Errno(code: code)
    }

    /// Reads at most `atMost` bytes behind the buffer's tail. Fewer than that means that nothing is
    /// left for now: reading again before the poller's next event is a wasted call.
    package func receive(into buffer: inout ByteBuffer, atMost: Int) -> IOResult {
        guard atMost > 0 else { return .bytes(0) }
        while true {
            // SAFETY: the room has at least `atMost` bytes, and the kernel writes no more.
            let received = unsafe buffer.fill(atLeast: atMost) { free in
                unsafe recv(descriptor.raw, free.baseAddress, atMost, 0)
            }
            if received > 0 { return .bytes(received) }
            if received == 0 { return .closed }
            let errno = Errno.last
            if errno == .wouldBlock { return .wouldBlock }
            if errno != .interrupted { return .failed(errno) }
        }
    }

    /// Writes what the kernel takes of `bytes`, which may be less than all. A lost peer is an
    /// error, never a signal.
    package func send(_ bytes: Span<UInt8>) -> IOResult {
        if bytes.isEmpty { return .bytes(0) }
        while true {
            let sent = unsafe bytes.withUnsafeBufferPointer { source in
                // SAFETY: the kernel reads no more than the span's bytes.
                unsafe CLinux.send(
                    descriptor.raw, source.baseAddress, source.count, Int32(MSG_NOSIGNAL))
            }
            if sent >= 0 { return .bytes(sent) }
            let errno = Errno.last
            if errno == .wouldBlock { return .wouldBlock }
            if errno != .interrupted { return .failed(errno) }
        }
    }

    /// Ends the sending direction: the peer reads an end after what was sent. Errors mean that the
    /// connection is gone already.
    package func shutdownWrite() { _ = shutdown(descriptor.raw, Int32(SHUT_WR)) }

    /// Closes the socket now.
    package mutating func close() { descriptor.close() }

    /// Closes the socket so that the peer sees a reset instead of an orderly end: for an answer
    /// that was cut short and could otherwise pass for whole.
    package mutating func closeWithReset() {
        try? setOption(SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
        descriptor.close()
    }
}
