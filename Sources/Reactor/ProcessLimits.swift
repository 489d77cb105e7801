import Bytes
import CLinux

/// What the process may do and use, settled once at the start.
package enum ProcessLimits {
    /// Raises the number of descriptors that the process may open to `wanted`, or as near to it as
    /// the hard limit allows (setrlimit(2)). It is never lowered.
    ///
    /// - Returns: the limit now in force.
    package static func raiseDescriptors(to wanted: Int) throws(Errno) -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        // SAFETY: both calls work on one whole structure.
        try checked(unsafe getrlimit(resource, &limit))
        let current = Int(clamping: limit.rlim_cur)
        guard current < wanted else { return current }
        // With CAP_SYS_RESOURCE the hard limit can be raised as well; without, it is the most.
        var raised = rlimit(rlim_cur: rlim_t(wanted), rlim_max: max(limit.rlim_max, rlim_t(wanted)))
        if unsafe setrlimit(resource, &raised) == 0 { return wanted }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
        try checked(unsafe setrlimit(resource, &limit))
        return Int(clamping: limit.rlim_cur)
    }

    /// Gives blocks of `Bounds.ownMappingBytesMin` and more a mapping of their own, so that the
    /// kernel has them back the moment they are freed (mallopt(3)). In the heap they would stay:
    /// small blocks that live on stand behind them. Call it before any thread is made.
    package static func separateLargeBlocks() {
        mallopt(M_MMAP_THRESHOLD, Int32(Bounds.ownMappingBytesMin))
        mallopt(M_MMAP_MAX, Int32(Bounds.ownMappingsMax))
    }

    /// Gives up root for good: supplementary groups, group, user, in this order, by number (names
    /// need files that a static binary's root does not have). Applies to all threads.
    package static func becomeUser(_ user: UInt32, group: UInt32) throws(Errno) {
        if geteuid() == 0 { try checked(setgroups(0, nil)) }
        try checked(setresgid(group, group, group))
        try checked(setresuid(user, user, user))
    }

    /// The process's number: 1 for the first of a container.
    package static var processID: Int32 { getpid() }

    /// Sends SIGHUP to a process, as long as it is the one that started this one: another that has
    /// got its number is not.
    package static func hangUp(parent id: Int32) {
        if id > 1, getppid() == id { _ = kill(id, SIGHUP) }
    }

    /// The user that the process acts as: who may talk to its control socket.
    package static var effectiveUser: UInt32 { geteuid() }
}
