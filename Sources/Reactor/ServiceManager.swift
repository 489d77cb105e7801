import Bytes
import CLinux

/// Tells a service manager how the process fares: systemd's protocol (sd_notify(3)), datagrams to
/// the unix socket that `NOTIFY_SOCKET` names. Where nobody asked to be told, nothing is done.
package struct ServiceManager: Sendable {
    /// The socket's path; a leading `@` stands for the NUL of an abstract one (unix(7)).
    private let path: [UInt8]

    /// The manager that the environment names.
    package init() { self.init(path: ProcessStart.variable("NOTIFY_SOCKET") ?? "") }

    /// The manager behind a socket; none for a path that is neither absolute nor abstract.
    package init(path text: String) {
        let bytes = Array(text.utf8)
        let isKnown = bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "@")
        path = isKnown && bytes.count <= SocketAddress.pathBytesMax ? bytes : []
    }

    /// Requests are served.
    package func ready(_ status: String) { tell("READY=1\nSTATUS=\(status)") }

    /// The policy is being loaded anew; `ready` follows, or `status` where it was refused.
    package func reloading() {
        tell("RELOADING=1\nMONOTONIC_USEC=\(Clock.monotonicNanoseconds() / 1_000)")
    }

    /// What is going on, in words.
    package func status(_ text: String) { tell("STATUS=\(text)") }

    /// The process ends when what is in flight is finished.
    package func stopping() { tell("STOPPING=1\nSTATUS=finishing what is in flight") }

    /// Another process is the service's main one from now on.
    package func handOver(to process: Int32) {
        tell("MAINPID=\(process)\nREADY=1\nSTATUS=process \(process) serves since an upgrade")
    }

    /// Sends one datagram, and waits for a second at most where the manager's queue is full: it
    /// would take the old process's end for the service's if it missed `MAINPID`. That nobody takes
    /// it then is not our fault.
    private func tell(_ state: String) {
        guard !path.isEmpty else { return }
        let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard let raw = try? checked(socket(AF_UNIX, kind, 0)) else { return }
        let descriptor = Descriptor(taking: raw)
        try? descriptor.setOption(
            SOL_SOCKET, SO_SNDTIMEO,
            timeval(tv_sec: Bounds.serviceManagerSeconds, tv_usec: 0))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
        let text = Array(state.split(separator: "\0").joined().utf8)
        // SAFETY: `sun_path` has room for the path, which was measured, and is all zeros; the
        // kernel reads the path's and the text's bytes during the call only.
        unsafe withUnsafeMutableBytes(of: &address) { form in
            for index in path.indices { unsafe form[offset + index] = path[index] }
            if path[0] == UInt8(ascii: "@") { unsafe form[offset] = 0 }
            guard let base = form.baseAddress else { return }
            _ = unsafe text.withUnsafeBytes {
                unsafe sendto(
                    descriptor.raw, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL),
                    base.assumingMemoryBound(to: sockaddr.self), socklen_t(offset + path.count))
            }
        }
    }
}
