import CLinux
import COpenSSL
import Reactor

/// What a session and its BIO know about the socket between them.
///
/// Readiness is edge-triggered: the poller tells once that the socket became readable, and it stays
/// so until a call took less than was asked for. The BIO remembers that, and answers "retry" without
/// a system call until the next event.
struct SocketLink {
    let descriptor: Int32
    /// Whether recv may give something.
    var isReadable = true
    /// Whether send may take something.
    var isWritable = true
    /// Whether the peer has closed: then an end waits behind the data, of which no event will tell
    /// again, and a short read is no reason to stop.
    var isPeerClosed = false
    /// Whether OpenSSL's last read, or write, was answered with "retry".
    var isReadBlocked = false
    var isWriteBlocked = false
    /// Whether recv has reported the end of the stream.
    var isEnded = false
    /// The error that ended the socket, nil while it works.
    var failure: Errno?

    init(descriptor: Int32) { self.descriptor = descriptor }
}

/// The BIO through which OpenSSL reads and writes a socket: `recv` into OpenSSL's own buffer, and
/// `send` that never raises SIGPIPE.
enum SocketBIO {
    // SAFETY: made once, never changed or freed; OpenSSL only reads it.
    nonisolated(unsafe) private static let method: OpaquePointer? = {
        // SAFETY: the functions have the types that OpenSSL calls them with.
        let method = unsafe BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket")
        unsafe BIO_meth_set_read_ex(method, socketRead)
        unsafe BIO_meth_set_write_ex(method, socketWrite)
        unsafe BIO_meth_set_ctrl(method, socketControl)
        return unsafe method
    }()

    /// A BIO over `link`, which must outlive it.
    static func make(_ link: UnsafeMutablePointer<SocketLink>) -> OpaquePointer? {
        guard let bio = unsafe BIO_new(method) else { return nil }
        unsafe BIO_set_data(bio, link)
        unsafe BIO_set_init(bio, 1)
        return unsafe bio
    }
}

// SAFETY: in the three functions, `BIO_get_data` is the link that `make` stored, which the session
// frees after the BIO. OpenSSL gives `count` bytes at `data`. Nobody else uses the link meanwhile:
// they run only within a call of the session that owns it, on its thread.

private func socketRead(
    bio: OpaquePointer?, data: UnsafeMutablePointer<CChar>?, count: Int,
    read: UnsafeMutablePointer<Int>?
) -> Int32 {
    guard let link = unsafe BIO_get_data(bio)?.assumingMemoryBound(to: SocketLink.self) else {
        return 0
    }
    while unsafe link.pointee.isReadable {
        let received = unsafe recv(link.pointee.descriptor, data, count, 0)
        if received > 0 {
            if received < count, unsafe !link.pointee.isPeerClosed {
                unsafe link.pointee.isReadable = false
            }
            unsafe link.pointee.isReadBlocked = false
            unsafe read?.pointee = received
            return 1
        }
        if received == 0 {
            unsafe link.pointee.isEnded = true
            unsafe link.pointee.isReadBlocked = false
            return 0
        }
        let errno = Errno.last
        if errno == .wouldBlock {
            unsafe link.pointee.isReadable = false
        } else if errno != .interrupted {
            unsafe link.pointee.failure = errno
            unsafe link.pointee.isReadBlocked = false
            return 0
        }
    }
    unsafe link.pointee.isReadBlocked = true
    unsafe BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
    return 0
}

private func socketWrite(
    bio: OpaquePointer?, data: UnsafePointer<CChar>?, count: Int,
    written: UnsafeMutablePointer<Int>?
) -> Int32 {
    guard let link = unsafe BIO_get_data(bio)?.assumingMemoryBound(to: SocketLink.self) else {
        return 0
    }
    while unsafe link.pointee.isWritable {
        let sent = unsafe send(link.pointee.descriptor, data, count, Int32(MSG_NOSIGNAL))
        if sent >= 0 {
            if sent < count { unsafe link.pointee.isWritable = false }
            unsafe link.pointee.isWriteBlocked = false
            unsafe written?.pointee = sent
            return 1
        }
        let errno = Errno.last
        if errno == .wouldBlock {
            unsafe link.pointee.isWritable = false
        } else if errno != .interrupted {
            unsafe link.pointee.failure = errno
            unsafe link.pointee.isWriteBlocked = false
            return 0
        }
    }
    unsafe link.pointee.isWriteBlocked = true
    unsafe BIO_set_flags(bio, BIO_FLAGS_WRITE | BIO_FLAGS_SHOULD_RETRY)
    return 0
}

private func socketControl(
    bio: OpaquePointer?, command: Int32, number: Int, data: UnsafeMutableRawPointer?
) -> Int {
    switch command {
    case BIO_CTRL_FLUSH, BIO_CTRL_DUP: 1
    case BIO_CTRL_EOF:
        unsafe BIO_get_data(bio)?.assumingMemoryBound(to: SocketLink.self).pointee.isEnded == true
            ? 1 : 0
    default: 0
    }
}
