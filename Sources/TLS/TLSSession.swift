package import Bytes
import CLinux
import COpenSSL
package import Reactor

/// Where a handshake stands.
package enum HandshakeResult: Equatable, Sendable {
    case done
    /// The peer has to say something first, or to read: go on after the next event.
    case wouldBlock
    /// The connection is of no more use.
    case failed(TLSFault)
}

/// One TLS connection over a socket that somebody else owns and closes later.
///
/// Reading and writing allocate nothing here; OpenSSL itself makes a few small allocations per
/// record.
@safe
package struct TLSSession: ~Copyable {
    /// The context whose callbacks OpenSSL calls: kept alive for as long as the session.
    enum Owner {
        case server(TLSServerContext)
        case client(TLSClientContext)
    }

    // SAFETY: `raw` is owned by this value alone and freed once, in `deinit`; its BIO points into
    // `box` for the length of a call.
    let raw: OpaquePointer
    private let box: SocketLinkBox
    private let owner: Owner
    /// Whether the handshake or the receiving direction has failed.
    private var isBroken = false
    /// Whether the sending direction has failed. What the peer said before is still read: a server
    /// that answers early may close before it has taken the whole request.
    private var isSendBroken = false
    /// What follows the bytes that the last `receive` gave.
    private var readFailure: Errno?
    /// Whether OpenSSL holds a record that the socket did not take yet.
    private var hasUnsentRecord = false

    /// Whether a read waits until the socket is writable: it has to answer a key update first
    /// (RFC 8446 §4.6.3).
    private var isReadAnswering = false

    /// What kind of failure ended the handshake.
    package private(set) var failure = TLSFailure.closed

    /// Whether the handshake is done.
    package private(set) var isEstablished = false
    /// Whether `receive` may give something: from the socket, or from what OpenSSL holds already.
    package private(set) var canRead = true
    /// Whether `send` may take something.
    package private(set) var canWrite = true

    init(_ descriptor: Int32, context: ContextHandle, owner: Owner) throws(TLSError) {
        // SAFETY: makes a session that is ours, freed on every way out.
        guard let raw = unsafe SSL_new(context.raw) else {
            throw .library(reason: ErrorQueue.takeReason())
        }
        let box = SocketLinkBox(SocketLink(descriptor: descriptor))
        unsafe context.bio.attach(to: raw)
        switch owner {
        case .server: unsafe SSL_set_accept_state(raw)
        case .client: unsafe SSL_set_connect_state(raw)
        }
        unsafe self.raw = raw
        self.box = box
        self.owner = owner
    }

    deinit { unsafe SSL_free(raw) }

    /// The poller says that the socket is readable. `peerClosed` when it also says that the peer
    /// will send no more (EPOLLRDHUP): then reading goes on past a short read, up to the end.
    package mutating func markReadable(peerClosed: Bool = false) {
        box.link.isReadable = true
        if peerClosed { box.link.isPeerClosed = true }
        canRead = true
    }

    /// The poller says that the socket is writable.
    package mutating func markWritable() {
        box.link.isWritable = true
        canWrite = true
        if isReadAnswering { canRead = true }
        isReadAnswering = false
    }

    /// Goes on with the handshake.
    package mutating func handshake() -> HandshakeResult {
        if isEstablished { return .done }
        if isBroken { return .failed(.closed) }
        beginCall()
        // SAFETY: a live session, used by no other call.
        if unsafe SSL_do_handshake(raw) == 1 {
            isEstablished = true
            // Verification and tickets may leave errors behind that were none.
            ErrorQueue.clear()
            return .done
        }
        switch stop() {
        case .wantsToRead:
            canRead = false
            return .wouldBlock
        case .wantsToWrite:
            canWrite = false
            return .wouldBlock
        case .closed, .failed:
            isBroken = true
            return .failed(takeFault())
        }
    }

    /// Reads at most `atMost` bytes of plain text behind the buffer's tail: all that OpenSSL and
    /// the socket hold, up to that.
    ///
    /// - Returns: `.closed` after the peer's close_notify only. An end without one is
    ///   `.failed(.connectionReset)`, since anybody on the way could have cut the stream there
    ///   (RFC 8446 §6.1); what breaks the protocol is `.failed` with EPROTO.
    package mutating func receive(into buffer: inout ByteBuffer, atMost: Int) -> IOResult {
        guard atMost > 0 else { return .bytes(0) }
        guard isEstablished, !isBroken else { return .failed(.connectionReset) }
        if let readFailure {
            isBroken = true
            return .failed(readFailure)
        }
        beginCall()
        var total = 0
        while total < atMost {
            let wanted = atMost - total
            var count = 0
            let isRead = unsafe buffer.fill(atLeast: min(wanted, room())) { free in
                // SAFETY: OpenSSL writes at most the length that it is given.
                unsafe SSL_read_ex(raw, free.baseAddress, min(wanted, free.count), &count) == 1
                    ? count : 0
            }
            if isRead == 0 { return stopReading(total) }
            total += isRead
            // SAFETY: asks a live session.
            if !box.link.isReadable, unsafe SSL_has_pending(raw) == 0 {
                canRead = false
                break
            }
        }
        return .bytes(total)
    }

    /// How much room to make for the next read: what is decrypted already, or a typical request.
    private func room() -> Int {
        // SAFETY: asks a live session.
        let pending = unsafe Int(SSL_pending(raw))
        return pending > 0 ? pending : 1_024
    }

    private mutating func stopReading(_ total: Int) -> IOResult {
        switch stop() {
        case .wantsToRead:
            canRead = false
        case .wantsToWrite:
            isReadAnswering = true
            canRead = false
            canWrite = false
        case .closed:
            // What came before the end is handed out first; the next call reports the end.
            if total == 0 { return .closed }
        case .failed:
            let isOutOfReads = box.link.isOutOfReads
            let errno = takeErrno()
            if total == 0 {
                isBroken = true
                return .failed(errno)
            }
            // As with the end. OpenSSL would not tell again: an alert's is in its queue alone.
            if !isOutOfReads { readFailure = errno }
        }
        return total > 0 ? .bytes(total) : .wouldBlock
    }

    /// Encrypts and writes `bytes`, in records of up to 16 KiB, until the socket takes no more.
    ///
    /// After less than all were taken, the next call must begin with the first byte that was not:
    /// OpenSSL may have encrypted it already. More bytes may follow behind, and the bytes may have
    /// moved in memory.
    package mutating func send(_ bytes: Span<UInt8>) -> IOResult {
        if bytes.isEmpty { return .bytes(0) }
        guard isEstablished, !isBroken, !isSendBroken else { return .failed(.brokenPipe) }
        beginCall()
        var total = 0
        while total < bytes.count {
            var count = 0
            let isWritten = unsafe bytes.extracting(total..<bytes.count).withUnsafeBytes { rest in
                // SAFETY: OpenSSL reads at most the length that it is given.
                unsafe SSL_write_ex(raw, rest.baseAddress, rest.count, &count) == 1
            }
            if !isWritten { return stopWriting(total) }
            hasUnsentRecord = false
            total += count
        }
        if !box.link.isWritable { canWrite = false }
        return .bytes(total)
    }

    private mutating func stopWriting(_ total: Int) -> IOResult {
        switch stop() {
        case .wantsToWrite:
            hasUnsentRecord = true
            canWrite = false
            return total > 0 ? .bytes(total) : .wouldBlock
        case .wantsToRead:
            // Only a renegotiation would read here, and there is none.
            canWrite = false
            return total > 0 ? .bytes(total) : .wouldBlock
        case .closed, .failed:
            isSendBroken = true
            return .failed(takeErrno())
        }
    }

    /// Tells the peer that no more will come (close_notify), as far as the socket takes it at once.
    /// Nothing is told in the middle of a record or after a failure: the peer must not take that
    /// for an orderly end.
    package mutating func closeNotify() {
        guard isEstablished, !isBroken, !isSendBroken, !hasUnsentRecord else { return }
        beginCall()
        // SAFETY: a live session after its handshake; a failure changes nothing that follows.
        if unsafe SSL_shutdown(raw) < 0 { ErrorQueue.clear() }
    }

    /// Gives back OpenSSL's two buffers, 34 KiB of address space and about 15 KiB of memory, of a
    /// connection that falls idle. They are allocated again by the next read and write. Does
    /// nothing while they hold bytes.
    package mutating func releaseBuffers() {
        // SAFETY: OpenSSL frees what is empty and refuses otherwise.
        if !hasUnsentRecord { _ = unsafe SSL_free_buffers(raw) }
    }
}

extension TLSSession {
    private enum Stop { case wantsToRead, wantsToWrite, closed, failed }

    /// Why OpenSSL's last call did not succeed.
    ///
    /// SSL_get_error(3) would consult the thread's error queue first, so that the queue would have
    /// to be cleared before every call. It is not needed: OpenSSL says that it wants to read
    /// exactly when its last step was a read of the BIO that did not succeed, and our BIO says
    /// whether that was for want of bytes. A stale error in the queue can therefore never turn
    /// "wait" into "failed". Whether the peer's end was an alert is for the queue alone to say, and
    /// that is emptied by every call that fails. An alert of ours that the socket does not take at
    /// once reads as "wait", and the failure is reported by the next call.
    private func stop() -> Stop {
        // SAFETY: asks a live session.
        let want = unsafe SSL_want(raw)
        if want == SSL_READING, box.link.isReadBlocked { return .wantsToRead }
        if want == SSL_WRITING, box.link.isWriteBlocked { return .wantsToWrite }
        // OpenSSL marks the peer's direction as shut down by a fatal alert too, and reports that.
        let isShutDown = unsafe SSL_get_shutdown(raw) & SSL_RECEIVED_SHUTDOWN != 0
        return isShutDown && ErrorQueue.alert(in: ErrorQueue.newest) == nil ? .closed : .failed
    }

    /// Forgets what earlier calls were answered with, and has OpenSSL use this session's socket.
    private func beginCall() {
        unsafe box.lend(to: raw)
        box.link.readsLeft = Bounds.readsPerTLSCall
        box.link.isReadBlocked = false
        box.link.isWriteBlocked = false
        box.link.isOutOfReads = false
        box.link.failure = nil
    }

    /// The end of the stream goes first: OpenSSL may have failed to send an alert about it.
    private func takeErrno() -> Errno {
        ErrorQueue.clear()
        if box.link.isEnded { return .connectionReset }
        return box.link.failure ?? Errno(code: EPROTO)
    }

    private mutating func takeFault() -> TLSFault {
        let code = ErrorQueue.newest
        ErrorQueue.clear()
        // SAFETY: asks a live session; the text is a constant of OpenSSL.
        let verdict = unsafe SSL_get_verify_result(raw)
        if verdict != Int(X509_V_OK), unsafe SSL_get_verify_mode(raw) != SSL_VERIFY_NONE {
            failure = TLSFailure(verdict: verdict)
            return unsafe .untrusted(
                reason: String(cString: X509_verify_cert_error_string(verdict)))
        }
        let reason = ErrorQueue.reason(of: code)
        if let number = ErrorQueue.alert(in: code) {
            failure = .alert
            return .alert(number, reason: reason)
        }
        if box.link.isEnded { return .closed }
        if code != 0 {
            failure = TLSFailure(error: code)
            return .violation(reason: reason)
        }
        return box.link.failure.map { .socket($0) } ?? .closed
    }
}
