import CLinux

/// Standard output, or a file that is appended to: what one thread of its own writes to. Writing
/// may wait, so no worker owns one.
package struct OutputFile: ~Copyable {
    private let descriptor: Descriptor
    /// A file on a disk always takes what it is given; a pipe, terminal or socket takes what the
    /// poller said it has room for.
    package let isRegular: Bool

    /// A descriptor of our own for standard output. From then on a reader that goes away is an
    /// error of the next write and no longer a signal to the process.
    package static func standardOutput() throws(Errno) -> OutputFile {
        OutputFile(try checked(bawaba_duplicate(STDOUT_FILENO)))
    }

    /// The file at `path`, made when it is not there, readable by its group.
    package static func appending(to path: String) throws(Errno) -> OutputFile {
        // Non-blocking for the sake of a FIFO without a reader, which is an error instead of a
        // wait.
        let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
        // SAFETY: the kernel copies the path before it returns.
        return OutputFile(try unsafe checked(bawaba_open(path, flags, 0o640)))
    }

    /// Makes a file that is appended to another user's, who opens it again when it was rotated.
    /// Only root can: a process that another user's process started has what it may write to.
    package static func give(_ path: String, to user: UInt32, group: UInt32) throws(Errno) {
        let file = try appending(to: path)
        guard file.isRegular, geteuid() == 0 else { return }
        try checked(fchown(file.descriptor.raw, user, group))
    }

    private init(_ raw: Int32) {
        bawaba_ignore_signal(SIGPIPE)
        descriptor = Descriptor(taking: raw)
        var status = stat()
        // SAFETY: the kernel writes a whole `stat`.
        isRegular =
            unsafe fstat(raw, &status) == 0 && status.st_mode & UInt32(S_IFMT) == UInt32(S_IFREG)
    }

    /// The number for a poller; regular files cannot be polled.
    package var raw: Int32 { descriptor.raw }

    /// Writes what the kernel takes of `bytes`, waiting when it has no room at all.
    ///
    /// - Returns: `.bytes` or `.failed`; `.wouldBlock` from a FIFO, and where someone else made
    ///   standard output non-blocking.
    package func write(_ bytes: Span<UInt8>) -> IOResult {
        if bytes.isEmpty { return .bytes(0) }
        while true {
            let written = unsafe bytes.withUnsafeBufferPointer { source in
                // SAFETY: the kernel reads no more than the span's bytes.
                unsafe CLinux.write(descriptor.raw, source.baseAddress, source.count)
            }
            if written >= 0 { return .bytes(written) }
            let errno = Errno.last
            if errno == .wouldBlock { return .wouldBlock }
            if errno != .interrupted { return .failed(errno) }
        }
    }
}
