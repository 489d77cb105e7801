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

    @Test func `large blocks go back to the kernel though small ones stand behind them`() async {
        await #expect(processExitsWith: .success) {
            ProcessLimits.separateLargeBlocks()
            var small: [[UInt8]] = []
            let before = residentPages()
            for _ in 0..<8 {
                var large: [[UInt8]] = []
                for _ in 0..<200 {
                    large.append([UInt8](repeating: 1, count: 17_000))
                    small.append([UInt8](repeating: 1, count: 100))
                }
            }
            // 200 large blocks are 830 pages, all the small ones 60: left to itself, malloc keeps
            // 920 in the end. It still fills what its heap has room for anyway.
            exit(residentPages() - before < 450 ? EXIT_SUCCESS : 2)
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

/// Pages of this process that are in memory (proc(5), statm).
private func residentPages() -> Int {
    guard let file = try? RegularFile(path: "/proc/self/statm", bytesMax: 4_096) else { return 0 }
    return Int(String(decoding: file.bytes, as: UTF8.self).split(separator: " ")[1]) ?? 0
}
