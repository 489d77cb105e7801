import Bytes
import HTTP
import Testing

@Suite struct AuthorityTests {
    private static func read(
        _ text: String
    ) throws(ProtocolFault) -> (host: String, authority: String, port: UInt16?) {
        var head = RequestHead()
        let bytes = Array(text.utf8)
        head.bytes.append(bytes)
        try head.setAuthority(bytes.span, at: 0)
        let authority = head.text(head.authority).toString()
        return (head.text(head.host).toString(), authority, head.port)
    }

    @Test(arguments: [
        ("example.com", "example.com", nil as UInt16?), ("Example.COM:8443", "example.com", 8443),
        ("localhost:0", "localhost", 0), ("a:65535", "a", 65_535), ("a:00080", "a", 80),
        ("127.0.0.1:80", "127.0.0.1", 80), ("a_b-c.d", "a_b-c.d", nil), ("a.", "a.", nil),
        ("[::1]", "[::1]", nil), ("[2001:DB8::1]:443", "[2001:db8::1]", 443),
        ("[::ffff:1.2.3.4]", "[::ffff:1.2.3.4]", nil),
        ("[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8]", nil),
        ("[1::]", "[1::]", nil), ("[::]", "[::]", nil),
        ("[1:2:3:4:5:6:1.2.3.4]:1", "[1:2:3:4:5:6:1.2.3.4]", 1),
    ])
    func `a host is lower-cased and parted from its port`(
        _ text: String, _ host: String, _ port: UInt16?
    ) throws {
        let read = try Self.read(text)
        #expect(read.host == host)
        #expect(read.authority == text)
        #expect(read.port == port)
    }

    @Test(arguments: [
        "", ":80", "user@example.com", "user:pw@example.com", "a::", "a:b", "a:65536", "a:080000",
        "a:-1", "a:+1", "a b", "a,b", "a/b", "a?b", "a#b", "a\\b", "a%41", ".", ".a", "a..b",
        "a:1:2",
        "[::1", "::1", "[::1]x", "[::1]::", "[]", "[:]", "[:::]", "[1::2::3]", "[12345::]",
        "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[1:2:3:4:5:6:7:8::]", "[::1%eth0]", "[g::]",
        "[::1.2.3]", "[::1.2.3.4.5]", "[::256.1.1.1]", "[::1.2.3.]", "[1:]", "[:1::]", "a\u{e9}",
        "[::1.2.3.4:5]", "[::0001.2.3.4]",
    ])
    func `what is no host with an optional port is refused`(_ text: String) {
        #expect(throws: ProtocolFault.invalidHost) { try Self.read(text) }
    }

    @Test(arguments: [
        ("Example.com:", "example.com", "Example.com"), ("[::1]:", "[::1]", "[::1]"),
        ("a.:", "a.", "a."),
    ])
    func `an empty port is none and goes no further`(
        _ text: String, _ host: String, _ authority: String
    ) throws {
        let read = try Self.read(text)
        #expect(read.host == host)
        #expect(read.authority == authority)
        #expect(read.port == nil)
    }

    @Test func `a host has at most 255 bytes`() throws {
        let name = String(repeating: "a", count: Bounds.hostBytesMax)
        #expect(try Self.read(name).host == name)
        #expect(try Self.read(String(name.dropLast())).port == nil)
        #expect(throws: ProtocolFault.invalidHost) { try Self.read(name + "a") }
    }
}
