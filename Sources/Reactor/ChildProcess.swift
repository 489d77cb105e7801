import CLinux

/// How a process ended.
package enum ExitStatus: Sendable, Equatable, CustomStringConvertible {
    case status(Int32)
    case signal(Int32)

    package var description: String {
        switch self {
        case .status(let code): "exit status \(code)"
        case .signal(let number): "signal \(number)"
        }
    }
}

/// A process that this one has started.
package struct ChildProcess: ~Copyable {
    /// Its number. Once it has been waited for, another process may have it.
    package let id: Int32
    private var status: ExitStatus?

    fileprivate init(id: Int32) { self.id = id }

    /// How it ended, nil while it runs. To be asked until it has ended, or it stays a zombie.
    package mutating func exitStatus() -> ExitStatus? {
        if let status { return status }
        var word: Int32 = 0
        // SAFETY: the call writes one number.
        guard unsafe waitpid(id, &word, WNOHANG) == id else { return nil }
        let signal = word & 0x7f
        status = signal == 0 ? .status((word >> 8) & 0xff) : .signal(signal)
        return status
    }

    /// Asks it to end (SIGTERM).
    package mutating func terminate() { send(SIGTERM) }

    /// Has it read its policy anew (SIGHUP).
    package mutating func reload() { send(SIGHUP) }

    /// Ends it at once (SIGKILL).
    package mutating func kill() { send(SIGKILL) }

    private mutating func send(_ signal: Int32) {
        if exitStatus() == nil { _ = CLinux.kill(id, signal) }
    }
}

extension ProcessStart {
    /// Starts the program once more: the path by which this process was started is looked up anew,
    /// so that a file that was replaced, or a link that was moved, is what runs. Arguments and
    /// environment are the same but for one variable. No descriptor is passed on but the standard
    /// streams and those that are named; all others are close-on-exec throughout the house. Signals
    /// are as a program expects them, whatever this process blocks.
    package static func again(
        setting variable: String, to value: String, passing descriptors: [Int32]
    ) throws(Errno) -> ChildProcess {
        // SAFETY: glibc's functions initialise and read the two structures, which live until they
        // are destroyed behind the call; the strings of vector and environment live as long.
        guard let arguments = unsafe vector, let program = unsafe arguments[0] else {
            throw .invalidArgument
        }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for descriptor in descriptors {
            // A descriptor that is duplicated onto itself only loses its close-on-exec flag.
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, descriptor)
        }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        let setting = unsafe strdup("\(variable)=\(value)")
        defer { unsafe free(setting) }
        var environment = unsafe environment(without: variable) + [setting, nil]
        var id: pid_t = 0
        let code = unsafe posix_spawnp(
            &id, program, &actions, &attributes, arguments, &environment)
        guard code == 0 else { throw Errno(code: code) }
        return ChildProcess(id: id)
    }

    /// The environment's entries but for one variable.
    ///
    /// SAFETY: nobody changes the environment after the start.
    @unsafe private static func environment(
        without variable: String
    ) -> [UnsafeMutablePointer<CChar>?] {
        var entries: [UnsafeMutablePointer<CChar>?] = unsafe []
        let prefix = "\(variable)="
        guard var next = unsafe bawaba_environment() else { return unsafe entries }
        while let entry = unsafe next.pointee {
            if unsafe strncmp(entry, prefix, prefix.utf8.count) != 0 {
                unsafe entries.append(entry)
            }
            unsafe next += 1
        }
        return unsafe entries
    }
}
