import Glibc
import Reactor
import Testing

/// In processes of their own, because these settings are for good.
@Suite struct ProcessLimitsTests {
    @Test func `the descriptor limit is raised as far as it may be and never lowered`() async {
        await #expect(processExitsWith: .success) {
            var limit = rlimit(rlim_cur: 64, rlim_max: 128)
            // SAFETY: the call reads one structure.
            guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
                exit(2)
            }
            guard try ProcessLimits.raiseDescriptors(to: 32) == 64 else { exit(3) }
            guard try ProcessLimits.raiseDescriptors(to: 100) == 100 else { exit(4) }
            // Beyond the hard limit only a privileged process gets what it wants.
            let result = try ProcessLimits.raiseDescriptors(to: 256)
            exit(result == 256 || result == 128 ? EXIT_SUCCESS : 5)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "needs root"))
    func `root is given up for good`() async {
        await #expect(processExitsWith: .success) {
            try ProcessLimits.becomeUser(65_534, group: 65_533)
            guard getuid() == 65_534, geteuid() == 65_534, getegid() == 65_533 else { exit(2) }
            guard setuid(0) != 0, setgid(0) != 0 else { exit(3) }
            exit(getgroups(0, nil) == 0 ? EXIT_SUCCESS : 4)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "needs root"))
    func `another user cannot be taken without the right to it`() async {
        await #expect(processExitsWith: .success) {
            try ProcessLimits.becomeUser(65_534, group: 65_534)
            // Oneself is always allowed.
            try ProcessLimits.becomeUser(65_534, group: 65_534)
            do {
                try ProcessLimits.becomeUser(65_533, group: 65_533)
            } catch let error as Errno {
                exit(error.code == EPERM ? EXIT_SUCCESS : 2)
            }
            exit(3)
        }
    }
}
