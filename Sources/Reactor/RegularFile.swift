import CLinux

/// A regular file, read whole: for set-up, since it waits for the disk and allocates.
package struct RegularFile: Sendable {
    /// Why a file could not be read.
    package enum Fault: Error, Equatable, Sendable {
        case failed(Errno)
        /// A folder, a device, a pipe: reading it might never end.
        case notRegular
        case tooLarge(bytesMax: Int)
    }

    package let bytes: [UInt8]
    /// The low nine bits of the mode (inode(7)). The group's right to read is left out where root
    /// owns the file and the group is this process's own, which is not root: Kubernetes mounts
    /// secrets like this (`fsGroup`), and nobody but root and this process can then read them.
    package let permissions: UInt32

    /// Reads a file, following symbolic links.
    package init(path: String, bytesMax: Int) throws(Fault) {
        // SAFETY: the text is NUL-terminated for the length of the call.
        let opened = try Self.attempt { Int(unsafe bawaba_open_for_reading(path)) }
        let descriptor = Descriptor(taking: Int32(opened))
        var facts = stat()
        // SAFETY: `facts` is a whole `stat` that the kernel fills.
        _ = try Self.attempt { Int(unsafe fstat(descriptor.raw, &facts)) }
        guard facts.st_mode & UInt32(S_IFMT) == UInt32(S_IFREG) else { throw .notRegular }
        permissions = Self.permissions(facts, user: geteuid(), userGroup: getegid())
        bytes = try Self.contents(of: descriptor, bytesMax: bytesMax)
    }

    /// What `permissions` says of a file, for a process of this user and group.
    static func permissions(_ facts: stat, user: uid_t, userGroup: gid_t) -> UInt32 {
        let isOurs = facts.st_uid == 0 && facts.st_gid == userGroup && user != 0
        return facts.st_mode & (isOurs ? 0o737 : 0o777)
    }

    private static func contents(
        of descriptor: borrowing Descriptor, bytesMax: Int
    ) throws(Fault) -> [UInt8] {
        let raw = descriptor.raw
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            // SAFETY: the kernel writes at most `count` bytes into the array's storage.
            let count = try attempt {
                unsafe chunk.withUnsafeMutableBytes { unsafe read(raw, $0.baseAddress, $0.count) }
            }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= bytesMax else { throw .tooLarge(bytesMax: bytesMax) }
        }
    }

    /// Makes a system call, again when a signal came first.
    private static func attempt(_ call: () -> Int) throws(Fault) -> Int {
        while true {
            let result = call()
            if result >= 0 { return result }
            let errno = Errno.last
            if errno != .interrupted { throw .failed(errno) }
        }
    }
}
