import CLinux

/// A pipe by which a process that this one starts says how it fares (pipe(7)). Reading never waits.
package struct Pipe: ~Copyable {
    private let reading: Descriptor
    private var writing: Descriptor

    /// A pipe with both of its ends.
    package init() throws(Errno) {
        var ends: [Int32] = [-1, -1]
        // SAFETY: the call writes two numbers, for which there is room.
        try checked(unsafe pipe2(&ends, O_CLOEXEC | O_NONBLOCK))
        reading = Descriptor(taking: ends[0])
        writing = Descriptor(taking: ends[1])
    }

    /// Readable when something was written, or when the last writer is gone: for a poller,
    /// level-triggered.
    package var readRaw: Int32 { reading.raw }
    /// The end to be passed on.
    package var writeRaw: Int32 { writing.raw }

    /// Leaves the writing to the other process: its end is then seen.
    package mutating func closeWriting() { writing.close() }

    /// Appends what was written, at most `atMost` bytes.
    package func read(into bytes: inout [UInt8], atMost: Int) -> IOResult {
        var chunk = [UInt8](repeating: 0, count: atMost)
        while true {
            // SAFETY: the kernel writes at most `count` bytes into the array's storage.
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe CLinux.read(reading.raw, $0.baseAddress, $0.count)
            }
            if count > 0 { bytes.append(contentsOf: chunk[..<count]) }
            if count >= 0 { return count == 0 ? .closed : .bytes(count) }
            let errno = Errno.last
            if errno == .wouldBlock { return .wouldBlock }
            if errno != .interrupted { return .failed(errno) }
        }
    }
}

/// The writing end of a pipe that the process was started with.
package struct InheritedPipe: ~Copyable {
    private let descriptor: Descriptor

    /// Takes over the descriptor.
    ///
    /// - Throws: `invalidArgument` when it is no pipe; it is then left alone.
    package init(_ raw: Int32) throws(Errno) {
        var facts = stat()
        // SAFETY: `facts` is a whole `stat` that the kernel fills.
        try checked(unsafe fstat(raw, &facts))
        guard facts.st_mode & UInt32(S_IFMT) == UInt32(S_IFIFO) else { throw .invalidArgument }
        try checked(bawaba_close_on_exec(raw))
        descriptor = Descriptor(taking: raw)
        bawaba_ignore_signal(SIGPIPE)
    }

    /// Whether somebody may still read what is written.
    package var isRead: Bool {
        var end = pollfd(fd: descriptor.raw, events: 0, revents: 0)
        // SAFETY: one `pollfd`, which the kernel fills during the call.
        let count = unsafe poll(&end, 1, 0)
        return count == 0 || Int32(end.revents) & POLLERR == 0
    }

    /// Writes what the pipe has room for. That nobody reads any more is no error.
    package func write(_ text: String) {
        let bytes = Array(text.utf8)
        // SAFETY: the kernel reads the array's bytes during the call only.
        _ = unsafe bytes.withUnsafeBytes {
            unsafe CLinux.write(descriptor.raw, $0.baseAddress, $0.count)
        }
    }
}
