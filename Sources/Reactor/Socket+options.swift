import CLinux

extension Socket {
    /// Sends segments at once (TCP_NODELAY): we write whole messages. Not an error on unix sockets.
    package func setNoDelay() { try? setOption(Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1)) }

    /// Where the other end is.
    package func peerAddress() throws(Errno) -> SocketAddress {
        // SAFETY: `filled` lends room for any address and says how large it is.
        try unsafe SocketAddress.filled { unsafe getpeername(raw, $0, $1) }
    }

    /// Where this end is.
    package func localAddress() throws(Errno) -> SocketAddress {
        // SAFETY: `filled` lends room for any address and says how large it is.
        try unsafe SocketAddress.filled { unsafe getsockname(raw, $0, $1) }
    }

    /// Bytes that the peer's kernel has not acknowledged (SIOCOUTQ, tcp(7)); 0 where that is not
    /// known. After a reset they are those that were not before it.
    package var unacknowledgedBytes: Int { max(Int(bawaba_unacknowledged(raw)), 0) }

    /// Which process is at the other end of a unix socket (SO_PEERCRED, unix(7)).
    package func peerCredentials() throws(Errno) -> PeerCredentials {
        var credentials = bawaba_credentials()
        try getOption(SOL_SOCKET, SO_PEERCRED, &credentials)
        return PeerCredentials(
            processID: credentials.process, userID: credentials.user,
            groupID: credentials.group)
    }

    func getOption<Value: BitwiseCopyable>(
        _ level: Int32, _ name: Int32, _ value: inout Value
    ) throws(Errno) {
        try descriptor.getOption(level, name, &value)
    }

    func setOption<Value: BitwiseCopyable>(
        _ level: Int32, _ name: Int32, _ value: Value
    ) throws(Errno) {
        try descriptor.setOption(level, name, value)
    }
}

extension Descriptor {
    func getOption<Value: BitwiseCopyable>(
        _ level: Int32, _ name: Int32, _ value: inout Value
    ) throws(Errno) {
        try Self.getOption(raw, level, name, &value)
    }

    /// getsockopt(2) into a plain value.
    static func getOption<Value: BitwiseCopyable>(
        _ raw: Int32, _ level: Int32, _ name: Int32, _ value: inout Value
    ) throws(Errno) {
        var length = socklen_t(MemoryLayout<Value>.size)
        // SAFETY: the kernel writes at most `length` bytes into a value that has no invalid bits.
        let result = unsafe withUnsafeMutablePointer(to: &value) {
            unsafe getsockopt(raw, level, name, $0, &length)
        }
        try checked(result)
    }

    /// setsockopt(2) from a plain value.
    func setOption<Value: BitwiseCopyable>(
        _ level: Int32, _ name: Int32, _ value: Value
    ) throws(Errno) {
        let length = socklen_t(MemoryLayout<Value>.size)
        // SAFETY: the kernel reads the value's bytes and keeps no pointer.
        let result = unsafe withUnsafePointer(to: value) {
            unsafe setsockopt(raw, level, name, $0, length)
        }
        try checked(result)
    }
}
