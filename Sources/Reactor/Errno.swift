import CLinux

/// The error number of a failed system call (errno(3)).
package struct Errno: Error, Equatable, Hashable, Sendable, CustomStringConvertible {
    /// The number as the kernel gave it, never 0.
    package let code: Int32

    /// The error with this number.
    package init(code: Int32) { self.code = code }

    /// The error of the system call that this thread made last.
    package static var last: Errno {
        // SAFETY: glibc's pointer to this thread's errno is always valid.
        unsafe Errno(code: __errno_location().pointee)
    }

    /// A signal came first (EINTR).
    package static var interrupted: Errno { Errno(code: EINTR) }
    /// Nothing can be done without waiting (EAGAIN).
    package static var wouldBlock: Errno { Errno(code: EAGAIN) }
    /// A connection attempt has only begun (EINPROGRESS).
    package static var inProgress: Errno { Errno(code: EINPROGRESS) }
    /// EINVAL.
    package static var invalidArgument: Errno { Errno(code: EINVAL) }
    /// Somebody listens there already (EADDRINUSE).
    package static var addressInUse: Errno { Errno(code: EADDRINUSE) }
    /// Nobody listens there (ECONNREFUSED).
    package static var connectionRefused: Errno { Errno(code: ECONNREFUSED) }
    /// The peer has dropped the connection (ECONNRESET).
    package static var connectionReset: Errno { Errno(code: ECONNRESET) }
    /// The peer no longer takes anything (EPIPE).
    package static var brokenPipe: Errno { Errno(code: EPIPE) }
    /// No answer in time (ETIMEDOUT).
    package static var timedOut: Errno { Errno(code: ETIMEDOUT) }
    /// ENOENT.
    package static var noSuchFile: Errno { Errno(code: ENOENT) }
    /// The path is something else (EEXIST).
    package static var fileExists: Errno { Errno(code: EEXIST) }

    /// Whether descriptors, watches (epoll_ctl(2)) or kernel memory ran out: closing something, or
    /// waiting, helps.
    package var isExhaustion: Bool {
        code == EMFILE || code == ENFILE || code == ENOBUFS || code == ENOMEM
            || code == ENOSPC
    }

    /// Whether the process lacks the right to do it (EACCES).
    package var isDenied: Bool { code == EACCES }

    /// Whether only the connection that was being accepted is lost, so that the next one may be
    /// taken at once (accept(2), "Error handling").
    var isLostConnection: Bool {
        switch code {
        case EINTR, ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, ENONET, EHOSTUNREACH,
            EOPNOTSUPP, ENETUNREACH:
            true
        default: false
        }
    }

    /// The symbolic name, such as `ECONNREFUSED`.
    package var name: String {
        // SAFETY: glibc returns a constant string, or nil for a number it does not know.
        guard let text = unsafe strerrorname_np(code) else { return "errno \(code)" }
        return unsafe String(cString: text)
    }

    /// Name and meaning, such as `ECONNREFUSED: Connection refused`.
    package var description: String {
        // SAFETY: as `name`.
        guard let text = unsafe strerrordesc_np(code) else { return name }
        return unsafe "\(name): \(String(cString: text))"
    }
}

/// Throws the last error when a system call returned a negative result.
@inline(__always) @discardableResult
func checked(_ result: Int32) throws(Errno) -> Int32 {
    if result < 0 { throw Errno.last }
    return result
}
