import CLinux

/// What of the process is in memory, as the kernel counts it (proc_pid_statm(5)): the heap with
/// what malloc keeps for later, stacks, and pages of the program itself. What the kernel holds for
/// its sockets is not in it.
package struct ResidentMemory: ~Copyable {
    private let descriptor: Descriptor
    private let pageBytes: Int

    /// Opens the kernel's account: /proc has to be mounted, but need not be writable.
    package init() throws(Errno) {
        // SAFETY: the text is NUL-terminated for the length of the call.
        let raw = try checked(unsafe bawaba_open_for_reading("/proc/self/statm"))
        descriptor = Descriptor(taking: raw)
        pageBytes = sysconf(Int32(_SC_PAGESIZE))
    }

    /// Bytes that are resident now: one system call. nil when the kernel does not say.
    package var bytes: Int? {
        var text: InlineArray<64, UInt8> = .init(repeating: 0)
        var space = text.mutableSpan
        // SAFETY: the kernel writes at most the array's bytes.
        let count = unsafe space.withUnsafeMutableBytes {
            unsafe pread(descriptor.raw, $0.baseAddress, $0.count, 0)
        }
        guard count > 0, count <= text.count else { return nil }
        return Self.residentPages(text.span.extracting(first: count)).map { $0 * pageBytes }
    }

    /// The second number of the kernel's line: pages that are resident.
    static func residentPages(_ text: Span<UInt8>) -> Int? {
        var index = 0
        while index < text.count, text[index] != UInt8(ascii: " ") { index += 1 }
        index += 1
        let start = index
        var pages = 0
        while index < text.count, text[index] &- UInt8(ascii: "0") < 10, index - start < 12 {
            pages = pages * 10 + Int(text[index] &- UInt8(ascii: "0"))
            index += 1
        }
        return index > start ? pages : nil
    }

    /// Gives what malloc keeps for later back to the kernel (malloc_trim(3)). It takes milliseconds
    /// where there is much, and threads that allocate meanwhile may wait.
    package static func trim() { malloc_trim(0) }
}
