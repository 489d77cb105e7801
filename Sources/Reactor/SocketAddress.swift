package import Bytes
import CLinux

/// Where a socket is or connects to: an IP address and port, or the path of a unix socket. A plain
/// value of fixed size: copying one allocates and retains nothing.
package struct SocketAddress: Sendable {
    /// The longest path of a unix socket, in bytes: `sun_path` with its final NUL (unix(7)).
    package static var pathBytesMax: Int { 107 }

    /// nil for a unix socket.
    package let ip: IPAddress?
    /// The port, 0 for a unix socket.
    package let port: UInt16
    /// The interface of a link-local IPv6 address (RFC 4007), else 0.
    let scope: UInt32
    private var path: InlineArray<108, UInt8>
    private var pathCount: UInt8

    /// The address of a TCP socket.
    package init(_ ip: IPAddress, port: UInt16) { self.init(ip, port: port, scope: 0) }

    init(_ ip: IPAddress, port: UInt16, scope: UInt32) {
        self.ip = ip
        self.port = port
        self.scope = scope
        path = .init(repeating: 0)
        pathCount = 0
    }

    /// The address of a unix socket; nil when the path is too long or holds a NUL. An empty path is
    /// the address of an unbound unix socket.
    package init?(unixPath bytes: Span<UInt8>) {
        guard bytes.count <= Self.pathBytesMax, bytes.firstIndex(of: 0) == nil else { return nil }
        ip = nil
        port = 0
        scope = 0
        path = .init(repeating: 0)
        pathCount = UInt8(bytes.count)
        for index in bytes.indices { path[index] = bytes[index] }
    }

    /// The same from a string, for set-up paths.
    package init?(unixPath: String) {
        let bytes = Array(unixPath.utf8)
        self.init(unixPath: bytes.span)
    }

    /// Whether this is a unix socket's path.
    package var isUnix: Bool { ip == nil }
    /// Whether it is of IPv4's family.
    package var isIPv4: Bool { ip?.isV4 ?? false }

    /// The bytes of a unix socket's path, empty for an IP address.
    package var unixPath: Span<UInt8> {
        @_lifetime(borrow self) get { path.span.extracting(first: Int(pathCount)) }
    }

    /// The same address with another port.
    package func with(port: UInt16) -> SocketAddress {
        guard let ip else { return self }
        return SocketAddress(ip, port: port, scope: scope)
    }
}

extension SocketAddress: Hashable {
    package static func == (one: SocketAddress, other: SocketAddress) -> Bool {
        one.ip == other.ip && one.port == other.port && one.scope == other.scope
            && one.unixPath.equals(other.unixPath)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ip)
        hasher.combine(port)
        for index in unixPath.indices { hasher.combine(unixPath[index]) }
    }
}

extension SocketAddress: CustomStringConvertible {
    /// Reads `127.0.0.1:80`, `[::1]:80` or `unix:/run/x.sock`. A port is required, without sign or
    /// leading zero.
    package init?(_ text: Span<UInt8>) {
        if text.starts(with: "unix:") {
            let path = text.extracting(5..<text.count)
            guard !path.isEmpty else { return nil }
            self.init(unixPath: path)
            return
        }
        var end = 0
        var host = text
        if text.count > 1, text[0] == UInt8(ascii: "[") {
            guard let closing = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = text.extracting(1..<closing)
            guard host.firstIndex(of: UInt8(ascii: ":")) != nil else { return nil }
            end = closing + 1
        } else {
            guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            host = text.extracting(0..<colon)
            end = colon
        }
        guard end < text.count, text[end] == UInt8(ascii: ":"), let ip = IPAddress(host),
            let port = Self.port(text.extracting((end + 1)..<text.count))
        else { return nil }
        self.init(ip, port: port)
    }

    /// The same from a string, for set-up paths.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    /// A port in decimal digits, 0 to 65535, without leading zeros.
    package static func port(_ digits: Span<UInt8>) -> UInt16? {
        guard digits.count <= 5, let value = digits.decimalValue() else { return nil }
        if digits[0] == UInt8(ascii: "0"), digits.count > 1 { return nil }
        return UInt16(exactly: value)
    }

    /// As the initialiser reads it. For set-up and error paths: it allocates.
    package var description: String {
        var text = ByteBuffer()
        text.append(self)
        return text.span.toString()
    }
}

extension ByteBuffer {
    /// Appends an address as `SocketAddress.init(_:)` reads it.
    package mutating func append(_ address: SocketAddress) {
        guard let ip = address.ip else {
            append("unix:")
            append(address.unixPath)
            return
        }
        if !ip.isV4 { append(UInt8(ascii: "[")) }
        append(ip)
        append(ip.isV4 ? ":" : "]:")
        append(decimal: UInt(address.port))
    }
}
