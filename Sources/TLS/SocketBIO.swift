import CLinux
import COpenSSL
import Reactor

/// What a session and its BIO know about the socket between them.
///
/// Readiness is edge-triggered: the poller tells once that the socket became readable, and it stays
/// so until a call took less than was asked for. The BIO remembers that, and answers "retry"
/// without a system call until the next event.
struct SocketLink {
    let descriptor: Int32
    /// Whether recv may give something.
    var isReadable = true
    /// Whether send may take something.
    var isWritable = true
    /// Whether the peer has closed: then an end waits behind the data, of which no event will tell
    /// again, and a short read is no reason to stop.
    var isPeerClosed = false
    /// How often OpenSSL's present call may still read. One that finds no data in so many bytes is
    /// being fed key updates or empty records, and would not come back as long as they last.
    var readsLeft = 0
    /// Whether it ended for want of reads: no failure if it has read something.
    var isOutOfReads = false
    /// Whether OpenSSL's last read, or write, was answered with "retry".
    var isReadBlocked = false
    var isWriteBlocked = false
    /// Whether recv has reported the end of the stream.
    var isEnded = false
    /// The error that ended the socket, nil while it works.
    var failure: Errno?

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Reads into `room`: how many bytes, 0 when the stream has ended or failed, nil when it must
    /// wait.
    mutating func receive(_ room: UnsafeMutableRawBufferPointer) -> Int? {
        while isReadable {
            guard readsLeft > 0 else {
                isOutOfReads = true
                failure = Errno(code: EPROTO)
                return 0
            }
            readsLeft -= 1
            // SAFETY: the kernel writes no more than the room.
            let received = unsafe recv(descriptor, room.baseAddress, room.count, 0)
            if received > 0 {
                if received < room.count && !isPeerClosed { isReadable = false }
                return received
            }
            if received == 0 {
                isEnded = true
                return 0
            }
            let errno = Errno.last
            if errno == .wouldBlock {
                isReadable = false
            } else if errno != .interrupted {
                failure = errno
                return 0
            }
        }
        isReadBlocked = true
        return nil
    }

    /// Writes from `bytes`: how many were taken, 0 when the socket has failed, nil when it must
    /// wait.
    mutating func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        while isWritable {
            // SAFETY: the kernel reads no more than the bytes.
            let sent = unsafe CLinux.send(
                descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if sent >= 0 {
                if sent < bytes.count { isWritable = false }
                return sent
            }
            let errno = Errno.last
            if errno == .wouldBlock {
                isWritable = false
            } else if errno != .interrupted {
                failure = errno
                return 0
            }
        }
        isWriteBlocked = true
        return nil
    }
}

/// Owns a link, at an address that OpenSSL can hold.
@safe
struct SocketLinkBox: ~Copyable {
    // SAFETY: one initialised link, owned by this value alone and freed once, in `deinit`.
    private let pointer: UnsafeMutablePointer<SocketLink>

    init(_ link: SocketLink) {
        unsafe pointer = .allocate(capacity: 1)
        unsafe pointer.initialize(to: link)
    }

    deinit { unsafe pointer.deallocate() }

    var link: SocketLink {
        _read { yield unsafe pointer.pointee }
        nonmutating _modify { yield unsafe &pointer.pointee }
    }

    /// Lets the BIO of a session read and write through this link in the call that follows.
    func lend(to session: OpaquePointer) {
        // SAFETY: a live session, whose BIO is a `SocketBIO`: during a handshake OpenSSL puts one
        // of its own in front for writing, but never for reading.
        unsafe BIO_set_data(SSL_get_rbio(session), pointer)
    }
}

/// Owns the one BIO of a context, which all its sessions use in turn: each lends it its link for
/// the length of a call. One for each session would be two allocations and 200 bytes more.
@safe
struct SocketBIO: ~Copyable {
    // SAFETY: one reference to a BIO, given back once, here; sessions have references of their own.
    private let raw: OpaquePointer

    init() throws(TLSError) {
        guard let raw = unsafe BIO_new(socketMethod) else {
            throw .library(reason: ErrorQueue.takeReason())
        }
        unsafe BIO_set_init(raw, 1)
        unsafe self.raw = raw
    }

    deinit { unsafe BIO_free(raw) }

    /// Gives a session the BIO for both directions.
    func attach(to session: OpaquePointer) {
        // SAFETY: both are live; the session takes over one reference, which is made for it.
        unsafe BIO_up_ref(raw)
        unsafe SSL_set_bio(session, raw, raw)
    }
}

// SAFETY: made once, never changed or freed; OpenSSL only reads it. The functions have the types
// that OpenSSL calls them with.
nonisolated(unsafe) private let socketMethod: OpaquePointer? = {
    let method = unsafe BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket")
    unsafe BIO_meth_set_read_ex(method, socketRead)
    unsafe BIO_meth_set_write_ex(method, socketWrite)
    unsafe BIO_meth_set_ctrl(method, socketControl)
    return unsafe method
}()

// SAFETY: in the three functions, `BIO_get_data` is the link that `lend` stored at the beginning of
// the call, and OpenSSL gives `count` bytes at `data`. Nobody else uses the link meanwhile: they
// run only within a call of the session that owns it, on its thread, while it holds no access to
// the link. Outside of such a call OpenSSL sends the BIO only commands that do not touch the link.

private let retryFlags = BIO_FLAGS_READ | BIO_FLAGS_WRITE | BIO_FLAGS_SHOULD_RETRY

private func socketRead(
    bio: OpaquePointer?, data: UnsafeMutablePointer<CChar>?, count: Int,
    read: UnsafeMutablePointer<Int>?
) -> Int32 {
    let link = unsafe BIO_get_data(bio).assumingMemoryBound(to: SocketLink.self)
    let room = unsafe UnsafeMutableRawBufferPointer(start: data, count: count)
    unsafe BIO_clear_flags(bio, retryFlags)
    guard let received = unsafe link.pointee.receive(room) else {
        unsafe BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
        return 0
    }
    unsafe read?.pointee = received
    return received > 0 ? 1 : 0
}

private func socketWrite(
    bio: OpaquePointer?, data: UnsafePointer<CChar>?, count: Int,
    written: UnsafeMutablePointer<Int>?
) -> Int32 {
    let link = unsafe BIO_get_data(bio).assumingMemoryBound(to: SocketLink.self)
    let bytes = unsafe UnsafeRawBufferPointer(start: data, count: count)
    unsafe BIO_clear_flags(bio, retryFlags)
    guard let sent = unsafe link.pointee.send(bytes) else {
        unsafe BIO_set_flags(bio, BIO_FLAGS_WRITE | BIO_FLAGS_SHOULD_RETRY)
        return 0
    }
    unsafe written?.pointee = sent
    return sent > 0 ? 1 : 0
}

private func socketControl(
    bio: OpaquePointer?, command: Int32, number: Int, data: UnsafeMutableRawPointer?
) -> Int {
    switch command {
    case BIO_CTRL_FLUSH, BIO_CTRL_DUP: 1
    case BIO_CTRL_EOF:
        unsafe BIO_get_data(bio).assumingMemoryBound(to: SocketLink.self).pointee.isEnded ? 1 : 0
    default: 0
    }
}
