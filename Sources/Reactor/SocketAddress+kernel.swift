import Bytes
import CLinux

/// The kernel's form of addresses (ip(7), ipv6(7), unix(7)).
extension SocketAddress {
    /// The protocol family for socket(2).
    var domain: Int32 {
        guard let ip else { return AF_UNIX }
        return ip.isV4 ? AF_INET : AF_INET6
    }

    /// Lends the kernel's form of the address to a system call.
    func withKernelForm(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        // SAFETY: the address that is lent is whole, and its length is right, in each of the forms.
        if let ip { return unsafe ip.isV4 ? withV4(ip.v4, body) : withV6(ip, body) }
        var form = sockaddr_un()
        form.sun_family = sa_family_t(AF_UNIX)
        let count = unixPath.count
        // SAFETY: `sun_path` has 108 bytes, one more than the longest path, and is all zeros; the
        // pointers do not outlive the closures.
        return unsafe withUnsafeMutablePointer(to: &form) { form in
            let base = UnsafeMutableRawPointer(form)
            let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
            for index in 0..<count {
                unsafe base.storeBytes(
                    of: unixPath[index], toByteOffset: offset + index, as: UInt8.self)
            }
            let length = socklen_t(offset + count + 1)
            return unsafe body(base.assumingMemoryBound(to: sockaddr.self), length)
        }
    }

    private func withV4(
        _ bits: UInt32, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var form = sockaddr_in()
        form.sin_family = sa_family_t(AF_INET)
        form.sin_port = port.bigEndian
        form.sin_addr.s_addr = bits.bigEndian
        // SAFETY: every kernel form begins like `sockaddr`; the pointer does not outlive the
        // closure.
        return unsafe withUnsafePointer(to: &form) { form in
            unsafe body(
                UnsafeRawPointer(form).assumingMemoryBound(to: sockaddr.self),
                socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }

    private func withV6(
        _ ip: IPAddress, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var form = sockaddr_in6()
        form.sin6_family = sa_family_t(AF_INET6)
        form.sin6_port = port.bigEndian
        form.sin6_scope_id = scope
        // SAFETY: as `withV4`; an in6_addr is 16 bytes, most significant first.
        unsafe withUnsafeMutableBytes(of: &form.sin6_addr) { bytes in
            unsafe bytes.storeBytes(of: ip.high.bigEndian, as: UInt64.self)
            unsafe bytes.storeBytes(of: ip.low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return unsafe withUnsafePointer(to: &form) { form in
            unsafe body(
                UnsafeRawPointer(form).assumingMemoryBound(to: sockaddr.self),
                socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
    }

    /// Reads the kernel's form. nil for families other than IPv4, IPv6 and unix.
    ///
    /// SAFETY: `form` points at `length` initialised bytes, aligned as an address is.
    @unsafe init?(form: UnsafeRawPointer, length: Int) {
        guard length >= MemoryLayout<sa_family_t>.size else { return nil }
        // SAFETY: each load is behind a check of `length`.
        switch Int32(unsafe form.load(as: sa_family_t.self)) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            let form = unsafe form.load(as: sockaddr_in.self)
            let ip = IPAddress(v4: UInt32(bigEndian: form.sin_addr.s_addr))
            self.init(ip, port: UInt16(bigEndian: form.sin_port))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            let bits = unsafe form.advanced(
                by: MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 8)
            let ip = IPAddress(
                high: UInt64(bigEndian: unsafe bits.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: unsafe (bits + 8).loadUnaligned(as: UInt64.self)))
            let form = unsafe form.load(as: sockaddr_in6.self)
            self.init(ip, port: UInt16(bigEndian: form.sin6_port), scope: form.sin6_scope_id)
        case AF_UNIX:
            let path = unsafe UnsafeRawBufferPointer(start: form, count: length)
                .dropFirst(MemoryLayout<sa_family_t>.size).prefix { $0 != 0 }
            // A path of 108 bytes without a NUL can be bound by others; its end is cut here.
            let bytes = unsafe Array(path.prefix(Self.pathBytesMax))
            self.init(unixPath: bytes.span)
        default: return nil
        }
    }

    /// Asks a system call such as getpeername(2) to fill in an address.
    static func filled(
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) throws(Errno) -> SocketAddress {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        var result: Int32 = 0
        // SAFETY: the storage holds every family's form, and the call is told its size; the kernel
        // reports the full length even when it had to cut, hence the `min`.
        let address = unsafe withUnsafeMutableBytes(of: &storage) { bytes -> SocketAddress? in
            guard let base = bytes.baseAddress else { return nil }
            result = unsafe call(base.assumingMemoryBound(to: sockaddr.self), &length)
            if result < 0 { return nil }
            return unsafe SocketAddress(form: base, length: min(Int(length), bytes.count))
        }
        try checked(result)
        guard let address else { throw .invalidArgument }
        return address
    }
}
