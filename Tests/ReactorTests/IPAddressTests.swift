import Bytes
import Reactor
import Testing

@Suite struct IPAddressTests {
    /// Text as it may be written, and as RFC 5952 writes it.
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::1", "2001:db8::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:0db8::0001", "2001:db8::1"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        ("0:0:1:0:0:0:1:0", "0:0:1::1:0"), ("fe80::1:0:0:1", "fe80::1:0:0:1"),
        ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("::ffff:192.0.2.1", "192.0.2.1"),
        ("::ffff:c000:201", "192.0.2.1"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
    ])
    func `an address is read and written in its shortest form`(text: String, shortest: String) {
        var written = ByteBuffer()
        guard let address = IPAddress(text) else {
            Issue.record("not read")
            return
        }
        written.append(address)
        let result = written.span.toString()
        #expect(result == shortest)
        #expect(IPAddress(shortest) == address)
    }

    @Test(arguments: [
        "", ".", "1", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.04", "01.2.3.4", "1.2.3.", "1..2.3",
        " 1.2.3.4", "1.2.3.4 ", "+1.2.3.4", "1.2.3.0x4", "0x7f000001", "2130706433", ":", ":::",
        ":1",
        "1:", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::",
        "g::",
        "::1%eth0", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "1.2.3.4::", "::1.2.3.4:5", "[::1]",
        "1:2:3:4::5:6:7:8",
        "::ffff:1.2.3.256",
    ])
    func `anything else is no address`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `IPv6 counts by its 64-bit network and IPv4 in full`() {
        #expect(IPAddress("2001:db8::1")?.subscriber == IPAddress("2001:db8::ffff")?.subscriber)
        #expect(IPAddress("2001:db8::1")?.subscriber != IPAddress("2001:db8:0:1::1")?.subscriber)
        #expect(IPAddress("192.0.2.1")?.subscriber == IPAddress("192.0.2.1"))
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.8.8.8", true), ("::1", true), ("128.0.0.1", false),
        ("::2", false),
    ])
    func `loopback is 127/8 and ::1`(text: String, isLoopback: Bool) {
        #expect(IPAddress(text)?.isLoopback == isLoopback)
    }
}

@Suite struct CIDRTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("10.0.0.0/8", "9.255.255.255", false), ("192.0.2.7", "192.0.2.7", true),
        ("192.0.2.7", "192.0.2.6", false), ("192.0.2.6/31", "192.0.2.7", true),
        ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "::1", false),
        ("::/0", "2001:db8::1", true), ("::/0", "203.0.113.9", false),
        ("2001:db8::/32", "2001:db8:ffff::", true), ("2001:db8::/32", "2001:db9::", false),
        ("2001:db8:0:8000::/49", "2001:db8:0:ffff::1", true), ("::1", "::1", true),
        ("2001:db8::8000:0:0:0/65", "2001:db8::ffff:0:0:1", true),
        ("2001:db8::8000:0:0:0/65", "2001:db8::7fff:0:0:1", false),
        ("192.0.2.0/24", "::ffff:192.0.2.9", true),
    ])
    func `an address lies in a range or not`(range: String, address: String, inside: Bool) {
        guard let range = CIDR(range), let address = IPAddress(address) else {
            Issue.record("not read")
            return
        }
        #expect(range.contains(address) == inside)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.1/8", "10.0.0.0/8/8", "::/129",
        "2001:db8::1/32", "10.0.0.0/0008", "10.0.0.0/ 8", "example.org/8",
    ])
    func `a range with stray bits or an impossible prefix is refused`(text: String) {
        #expect(CIDR(text) == nil)
    }
}

@Suite struct SocketAddressTests {
    @Test(arguments: [
        "127.0.0.1:80", "0.0.0.0:0", "[::1]:65535", "[2001:db8::1]:443", "unix:/run/bawaba.sock",
    ])
    func `an address reads back as it is written`(text: String) {
        #expect(SocketAddress(text)?.description == text)
    }

    @Test(arguments: [
        "", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:080", "127.0.0.1:+8",
        "::1:80",
        "[::1]", "[::1]80", "[::1]:", "[127.0.0.1]:80", "[::1:80", "localhost:80", "unix:",
        "127.0.0.1:80:80", "127.0.0.1:8a", "127.0.0.1:100000",
    ])
    func `anything else is no address`(text: String) {
        #expect(SocketAddress(text) == nil)
    }

    @Test func `a unix path may have 107 bytes and no NUL`() {
        let longest = "/" + String(repeating: "x", count: 106)
        #expect(SocketAddress(unixPath: longest)?.description == "unix:" + longest)
        #expect(SocketAddress(unixPath: longest + "x") == nil)
        #expect(SocketAddress(unixPath: String(longest.dropLast())) != nil)
        #expect(SocketAddress(unixPath: "/a\0b") == nil)
    }

    @Test func `equal addresses are one key`() {
        let texts = [
            "127.0.0.1:80", "[::ffff:127.0.0.1]:80", "127.0.0.1:81", "unix:/a", "unix:/b",
            "unix:/a",
        ]
        #expect(Set(texts.compactMap { SocketAddress($0) }).count == 4)
    }

    @Test func `another port makes another address`() {
        #expect(SocketAddress("[::1]:1")?.with(port: 2) == SocketAddress("[::1]:2"))
    }
}
