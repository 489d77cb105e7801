import CLinux

/// The signals that the gateway acts on.
package enum Signal: Sendable, CaseIterable {
    /// SIGTERM: end after what is in flight.
    case terminate
    /// SIGINT: Ctrl-C.
    case interrupt
    /// SIGHUP: load the policy anew.
    case reload
    /// SIGUSR1 and SIGUSR2, free for operators.
    case user1, user2
    /// SIGCHLD: a child process changed its state.
    case child

    var number: Int32 {
        switch self {
        case .terminate: SIGTERM
        case .interrupt: SIGINT
        case .reload: SIGHUP
        case .user1: SIGUSR1
        case .user2: SIGUSR2
        case .child: SIGCHLD
        }
    }
}

/// Delivers signals as readiness of a descriptor (signalfd(2)) instead of interrupting a thread.
package struct SignalSource: ~Copyable {
    private let descriptor: Descriptor

    /// Takes these signals from the whole process. To be made before any thread is started, because
    /// threads inherit the mask that keeps the signals from their default action. SIGPIPE is
    /// ignored from then on.
    package init(_ signals: [Signal]) throws(Errno) {
        // SAFETY: glibc's functions fill in and read one signal set.
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in signals { unsafe sigaddset(&set, signal.number) }
        let code = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        guard code == 0 else { throw Errno(code: code) }
        bawaba_ignore_signal(SIGPIPE)
        // Ignored by inheritance, ends of processes would be taken before anybody asks for them.
        bawaba_default_signal(SIGCHLD)
        let flags = Int32(SFD_NONBLOCK) | Int32(SFD_CLOEXEC)
        descriptor = Descriptor(taking: try unsafe checked(signalfd(-1, &set, flags)))
    }

    /// Readable while a signal waits; to be watched level-triggered.
    package var raw: Int32 { descriptor.raw }

    /// Takes the next signal, nil when none waits.
    package func next() -> Signal? {
        var info = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        // SAFETY: the kernel writes whole records of this size only.
        guard unsafe read(descriptor.raw, &info, size) == size else { return nil }
        return Signal.allCases.first { $0.number == Int32(info.ssi_signo) }
    }
}
