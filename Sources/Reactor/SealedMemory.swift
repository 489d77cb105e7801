import CLinux

/// Bytes that a process hands to one that it starts, in memory that nobody can change any more
/// (memfd_create(2), sealed). Secrets can be among them: neither a file on a disk nor the
/// environment, which others may read, ever has them.
package struct SealedMemory: ~Copyable {
    private let descriptor: Descriptor

    /// Memory with these bytes.
    package init(_ bytes: [UInt8]) throws(Errno) {
        // MFD_CLOEXEC and MFD_ALLOW_SEALING.
        // SAFETY: the name is a C string for the length of the call.
        let memory = Descriptor(taking: try checked(unsafe memfd_create("bawaba", 0x1 | 0x2)))
        try Self.write(bytes, to: memory)
        try checked(bawaba_add_seals(memory.raw))
        descriptor = memory
    }

    private static func write(
        _ bytes: [UInt8], to memory: borrowing Descriptor
    ) throws(Errno) {
        let raw = memory.raw
        var rest = bytes[...]
        while !rest.isEmpty {
            // SAFETY: the kernel reads `count` bytes of the slice's storage during the call only.
            let count = unsafe rest.withUnsafeBytes {
                unsafe CLinux.write(raw, $0.baseAddress, $0.count)
            }
            if count < 0, Errno.last != .interrupted { throw .last }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// The descriptor's number, to be passed on.
    package var raw: Int32 { descriptor.raw }

    /// Takes over the memory that another process made, and reads all of it.
    ///
    /// - Throws: `invalidArgument` when the descriptor is anything else or larger than `bytesMax`;
    ///   it is then left alone.
    package static func read(inherited raw: Int32, bytesMax: Int) throws(Errno) -> [UInt8] {
        // There may be more: F_SEAL_EXEC, where the kernel wants it (vm.memfd_noexec).
        let seals = Int32(bawaba_all_seals)
        guard try checked(bawaba_get_seals(raw)) & seals == seals else {
            throw .invalidArgument
        }
        let descriptor = Descriptor(taking: raw)
        // Shared with who wrote it, whose position is the end.
        guard lseek(descriptor.raw, 0, SEEK_SET) == 0 else { throw .last }
        var bytes = [UInt8](repeating: 0, count: bytesMax + 1)
        // SAFETY: the kernel writes at most `count` bytes into the array's storage. Memory is read
        // whole, by one call.
        let count = unsafe bytes.withUnsafeMutableBytes {
            unsafe CLinux.read(descriptor.raw, $0.baseAddress, $0.count)
        }
        guard count >= 0 else { throw .last }
        guard count <= bytesMax else { throw .invalidArgument }
        return Array(bytes[..<count])
    }
}
