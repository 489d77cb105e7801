import Bytes
import CLinux

/// What came of accepting a connection.
package enum AcceptResult: ~Copyable {
    case accepted(Socket)
    /// No connection waits.
    case wouldBlock
    /// Descriptors or memory ran out (`isExhaustion`: accepting should pause), or the listener is
    /// broken.
    case failed(Errno)
}

/// A socket that accepts connections, TCP or unix.
package struct Listener: ~Copyable {
    private let descriptor: Descriptor
    /// The address as it was bound: with the port that the kernel chose when 0 was asked for.
    package let address: SocketAddress

    /// Listens on an address. An IPv6 wildcard accepts IPv4 as well.
    ///
    /// - Parameters:
    ///   - reusePort: Lets each worker have a listener of its own on the same address, among which
    ///     the kernel spreads the connections (SO_REUSEPORT, socket(7)).
    ///   - backlog: Connections that may wait to be accepted; the kernel lowers it to `somaxconn`.
    package init(_ address: SocketAddress, reusePort: Bool, backlog: Int) throws(Errno) {
        let bound = try Listener(bound: address, reusePort: reusePort)
        try bound.start(backlog: backlog)
        self = bound
    }

    /// Binds to an address without listening: the kernel gives it no connection before `start`.
    ///
    /// - Parameter owner: whose other processes may bind to the same address with SO_REUSEPORT. The
    ///   kernel asks that all sockets of an address have one owner, by default who opened them, and
    ///   compares at each bind.
    package init(
        bound address: SocketAddress, reusePort: Bool, owner: (user: UInt32, group: UInt32)? = nil
    ) throws(Errno) {
        let opened = try Self.open(address)
        let raw = opened.raw
        if !address.isUnix {
            try opened.setOption(SOL_SOCKET, SO_REUSEADDR, Int32(1))
            if reusePort { try opened.setOption(SOL_SOCKET, SO_REUSEPORT, Int32(1)) }
            if address.domain == AF_INET6 {
                try opened.setOption(Int32(IPPROTO_IPV6), IPV6_V6ONLY, Int32(0))
            }
            // Connections inherit it, and cost no call of their own.
            try opened.setOption(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
        }
        if let owner { try checked(fchown(raw, owner.user, owner.group)) }
        try Self.bind(raw, address)
        // SAFETY: `filled` lends room for any address and says how large it is.
        self.address = try unsafe SocketAddress.filled { unsafe getsockname(raw, $0, $1) }
        descriptor = opened
    }

    /// Listens on a unix socket that only its owner may connect to, by default. A socket that an
    /// earlier process left there is replaced; one that somebody still listens on is not.
    ///
    /// - Throws: `addressInUse` when somebody listens there, `fileExists` when the path is
    ///   something else than a socket.
    package init(unix address: SocketAddress, mode: UInt32 = 0o600, backlog: Int) throws(Errno) {
        precondition(address.isUnix)
        try Self.removeStale(address)
        let opened = try Self.open(address)
        // The mode of the socket before bind(2) becomes the mode of the file, so that there is no
        // moment at which others could connect.
        try checked(fchmod(opened.raw, mode))
        try Self.bind(opened.raw, address)
        // The umask may have taken away bits that others are meant to have.
        // SAFETY: the path is a C string for the length of the call.
        try checked(unsafe chmod(address.unixPath.toString(), mode))
        try checked(listen(opened.raw, Int32(clamping: backlog)))
        self.address = address
        descriptor = opened
    }

    /// Takes over a socket that another process opened and listens on, and closes it when a program
    /// is started.
    ///
    /// - Throws: `invalidArgument` when the descriptor is anything else than a stream socket that
    ///   listens at `address`.
    package init(inherited raw: Int32, at address: SocketAddress) throws(Errno) {
        // SAFETY: `filled` lends room for any address and says how large it is.
        let bound = try unsafe SocketAddress.filled { unsafe getsockname(raw, $0, $1) }
        var (isListening, kind): (Int32, Int32) = (0, 0)
        try Descriptor.getOption(raw, SOL_SOCKET, SO_ACCEPTCONN, &isListening)
        try Descriptor.getOption(raw, SOL_SOCKET, SO_TYPE, &kind)
        guard bound == address, isListening == 1, kind == Int32(SOCK_STREAM.rawValue) else {
            throw .invalidArgument
        }
        try checked(bawaba_close_on_exec(raw))
        self.address = address
        descriptor = Descriptor(taking: raw)
    }

    /// Begins to listen, when that was not done at once.
    package func start(backlog: Int) throws(Errno) {
        try checked(listen(descriptor.raw, Int32(clamping: backlog)))
    }

    /// The descriptor's number, for the poller, level-triggered.
    package var raw: Int32 { descriptor.raw }

    /// Accepts one connection; its peer's address goes to `peer`.
    package func accept(peer: inout SocketAddress) -> AcceptResult {
        let flags = Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        while true {
            var accepted: Int32 = -1
            do throws(Errno) {
                // SAFETY: `filled` lends room for any address and says how large it is.
                peer = try unsafe SocketAddress.filled {
                    accepted = unsafe accept4(descriptor.raw, $0, $1, flags)
                    return accepted
                }
            } catch {
                if error == .wouldBlock { return .wouldBlock }
                if error.isLostConnection { continue }
                return .failed(error)
            }
            return .accepted(Socket(taking: Descriptor(taking: accepted)))
        }
    }

    /// Gives the file of a unix listener to another user, who may then connect to it.
    package func give(to user: UInt32, group: UInt32) throws(Errno) {
        // SAFETY: the path is lent as a C string for the length of the call.
        try checked(unsafe chown(address.unixPath.toString(), user, group))
    }

    /// Removes the file of a unix listener. Not done by itself, because a successor may have taken
    /// the path over already.
    package func unlinkPath() {
        // SAFETY: the path is lent as a C string for the length of the call.
        _ = unsafe unlink(address.unixPath.toString())
    }

    private static func open(_ address: SocketAddress) throws(Errno) -> Descriptor {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        return Descriptor(taking: try checked(socket(address.domain, kind, 0)))
    }

    private static func bind(_ raw: Int32, _ address: SocketAddress) throws(Errno) {
        // SAFETY: the kernel copies the address before it returns.
        try checked(unsafe address.withKernelForm { unsafe CLinux.bind(raw, $0, $1) })
    }

    private static func removeStale(_ address: SocketAddress) throws(Errno) {
        let path = address.unixPath.toString()
        var status = stat()
        // SAFETY: the path is a C string for the length of the calls; one status is written.
        guard unsafe lstat(path, &status) == 0 else { return }
        guard status.st_mode & mode_t(S_IFMT) == mode_t(S_IFSOCK) else { throw .fileExists }
        do throws(Errno) {
            _ = try Socket.connect(to: address)
        } catch {
            guard error == .connectionRefused else { throw .addressInUse }
            try checked(unsafe unlink(path))
            return
        }
        throw .addressInUse
    }
}
