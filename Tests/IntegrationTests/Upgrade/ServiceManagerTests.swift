import Glibc
import Testing

/// What systemd is told (sd_notify(3)).
@Suite struct ServiceManagerTests {
    @Test func `start, reload, upgrade and end are told to the service manager`() throws {
        let manager = try NotifySocket()
        let rig = try Rig(.init(workers: 1, wrapper: ["env", "NOTIFY_SOCKET=\(manager.path)"]))
        #expect(try manager.next().hasPrefix("READY=1\n"))
        rig.gateway.signal(SIGHUP)
        let reloading = try manager.next()
        #expect(reloading.hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
        #expect(Int(reloading.split(separator: "=").last ?? "") ?? 0 > 0)
        #expect(try manager.next().hasPrefix("READY=1\n"))

        try rig.replaceProgram(script: "exit 3")
        try rig.upgrade(says: "exit status 3")
        #expect(try manager.next().hasPrefix("STATUS=upgrade: process"))
        try rig.restoreProgram()
        rig.gateway.signal(SIGUSR2)
        let told = try manager.next()
        let new = Replacement(id: rig.lastStarted)
        #expect(told.hasPrefix("MAINPID=\(new.id)\nREADY=1\n"))
        // The old one's end is not the service's.
        #expect(try rig.gateway.wait() == 0)
        try new.stop()
        #expect(try manager.next().hasPrefix("STOPPING=1\n"))
        #expect(manager.isSilent)
    }

    @Test func `a new process that ends while the old one serves says nothing`() throws {
        let manager = try NotifySocket()
        let rig = try Rig(.init(workers: 1, wrapper: ["env", "NOTIFY_SOCKET=\(manager.path)"]))
        #expect(try manager.next().hasPrefix("READY=1\n"))
        let new = try rig.startUnwatched()
        try new.stop()
        #expect(manager.isSilent)
        rig.gateway.signal(SIGCONT)
        #expect(try manager.next().hasPrefix("STATUS=upgrade: process"))
        #expect(try rig.gateway.ask("/readyz").status == 200)
    }
}

/// The service manager's end.
final class NotifySocket: Sendable {
    let path: String
    private let descriptor: Int32

    init() throws {
        path = "/tmp/bawaba-notify-\(UInt64.random(in: 0 ... .max))"
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let bound = unsafe withUnsafePointer(to: &address) { pointer in
            // SAFETY: every socket address begins with its family.
            unsafe bind(
                descriptor, UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                socklen_t(MemoryLayout<sockaddr_un>.size))
        }
        guard bound == 0 else { throw Failure("bind \(path): errno \(errno)") }
    }

    deinit {
        close(descriptor)
        unsafe unlink(path)
    }

    /// The next datagram.
    func next(within milliseconds: Int32 = 60_000) throws -> String {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&waiting, 1, milliseconds) == 1 else { throw Failure("no datagram") }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        // SAFETY: recv writes at most the array's length.
        let count = unsafe recv(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes[..<max(count, 0)], as: UTF8.self)
    }

    /// Whether nothing more has come.
    var isSilent: Bool { (try? next(within: 0)) == nil }
}
