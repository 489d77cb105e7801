import Bytes
import HTTP
import Testing

@Suite struct TargetTests {
    /// What a target was read as; nil for the parts that do not apply.
    private struct Reading: Equatable {
        var path: String
        var query: String?
        var raw: String
    }

    private static func read(
        _ target: String, _ method: Method = .get
    ) throws(ProtocolFault) -> (reading: Reading, target: Target, host: String) {
        var head = RequestHead()
        let bytes = Array(target.utf8)
        head.method = method
        head.bytes.append(bytes)
        try head.setTarget(bytes.span, at: 0)
        let target = head.target
        let query = target.hasQuery ? head.text(target.query).toString() : nil
        let path = head.text(target.path).toString()
        let raw = head.text(target.raw).toString()
        return (
            Reading(path: path, query: query, raw: raw), target, head.text(head.host).toString()
        )
    }

    @Test(arguments: [
        ("/", "/"), ("/api/v1/contacts", "/api/v1/contacts"), ("/a/", "/a/"),
        ("/%41%62c", "/Abc"), ("/a%2db%2Ec%5f%7e", "/a-b.c_~"), ("/%c3%a9", "/%C3%A9"),
        ("/a%20b", "/a%20b"), ("/a%3fb", "/a%3Fb"), ("/%25%32%46", "/%252F"), ("/a%0ab", "/a%0Ab"),
        ("/a;v=1,2:@!$&'()*+=", "/a;v=1,2:@!$&'()*+="), ("/...", "/..."), ("/.a", "/.a"),
        ("/..a/b..", "/..a/b.."), ("/a.", "/a."), ("/%e2%82%ac", "/%E2%82%AC"),
        ("/%F0%9F%98%80/x", "/%F0%9F%98%80/x"), ("/%7F", "/%7F"),
    ])
    func `a path has one normalised form`(_ target: String, _ path: String) throws {
        let read = try Self.read(target)
        #expect(read.reading == Reading(path: path, query: nil, raw: target))
        #expect(read.target.form == .origin)
    }

    @Test(arguments: [
        ("//", ProtocolFault.emptySegment), ("//a", .emptySegment), ("/a//b", .emptySegment),
        ("/a//", .emptySegment), ("/.", .dotSegment), ("/..", .dotSegment), ("/./", .dotSegment),
        ("/a/..", .dotSegment), ("/a/../b", .dotSegment), ("/a/./b", .dotSegment),
        ("/%2e", .dotSegment), ("/%2E%2e/b", .dotSegment), ("/.%2e", .dotSegment),
        ("/..;a=b/c", .dotSegment), ("/.;/c", .dotSegment), ("/a\\b", .backslash),
        ("/a%5cb", .backslash), ("/a%5Cb", .backslash), ("/a%2fb", .encodedSlash),
        ("/a%2Fb", .encodedSlash), ("/a%00b", .nulByte), ("/a%", .encodedByte),
        ("/a%4", .encodedByte), ("/a%4g", .encodedByte), ("/%zz", .encodedByte),
        ("/%%41", .encodedByte), ("/a\"b", .targetBytes), ("/a<b", .targetBytes),
        ("/a#b", .targetBytes), ("/a[b]", .targetBytes), ("/a{b}", .targetBytes),
        ("/a|b", .targetBytes), ("/a^b", .targetBytes), ("/a`b", .targetBytes),
        ("/caf\u{e9}", .targetBytes), ("/a b", .targetBytes), ("/a\u{7f}", .targetBytes),
    ])
    func `what two parsers could read differently is refused`(
        _ target: String, _ fault: ProtocolFault
    ) {
        #expect(throws: fault) { try Self.read(target) }
        #expect(fault.status == 400)
    }

    @Test(arguments: [
        "/%ff", "/%c3", "/%c3/%a9", "/%c3a", "/%c3%41", "/%80", "/%c0%80", "/%c1%bf", "/%e0%80%80",
        "/%ed%a0%80", "/%f0%80%80%80", "/%f4%90%80%80", "/%f5%80%80%80", "/%e2%82", "/%fe",
    ])
    func `escapes that are not UTF-8 are a malformed URL`(_ target: String) {
        #expect(throws: ProtocolFault.malformedURL) { try Self.read(target) }
    }

    @Test(arguments: [
        ("/a?", "/a", ""), ("/a?b=c", "/a", "b=c"), ("/a?b?c=//..", "/a", "b?c=//.."),
        ("/a?x=%2e%2e%2f%00%zz", "/a", "x=%2e%2e%2f%00%zz"),
        ("/?f[a]={\"b\"}|c\\d", "/", "f[a]={\"b\"}|c\\d"),
        ("/%41?%41", "/A", "%41"),
    ])
    func `a query stays as it is`(_ target: String, _ path: String, _ query: String) throws {
        let reading = try Self.read(target).reading
        #expect(reading.path == path)
        #expect(reading.query == query)
    }

    @Test(arguments: ["/a?b#c", "/a?\u{e9}", "/a?\u{1}", "/a?b c", "/a?\u{7f}"])
    func `a query holds no fragment, blank, control or byte beyond ASCII`(_ target: String) {
        #expect(throws: ProtocolFault.targetBytes) { try Self.read(target) }
    }

    @Test(arguments: [
        ("http://example.com/a?b", Target.Scheme.http, "example.com", "/a", "b" as String?),
        ("HTTPS://Example.COM:8443/%41", .https, "example.com", "/A", nil),
        ("http://example.com", .http, "example.com", "/", nil),
        ("http://example.com?b", .http, "example.com", "/", "b"),
        ("http://[::1]:80/", .http, "[::1]", "/", nil),
    ])
    func `an absolute-form names scheme, authority and path`(
        _ target: String, _ scheme: Target.Scheme, _ host: String, _ path: String, _ query: String?
    ) throws {
        let read = try Self.read(target)
        #expect(read.target.form == .absolute)
        #expect(read.target.scheme == scheme)
        #expect(read.host == host)
        #expect(read.reading.path == path)
        #expect(read.reading.query == query)
    }

    @Test(arguments: [
        ("http://user@example.com/", ProtocolFault.invalidHost), ("http:///a", .invalidHost),
        ("http://", .targetForm), ("ftp://example.com/", .targetForm), ("a", .targetForm),
        ("example.com:80", .targetForm), ("", .targetForm), ("?a", .targetForm),
        ("http:/a", .targetForm), ("http://a\\b/", .invalidHost), ("http://a/../b", .dotSegment),
    ])
    func `other forms are refused`(_ target: String, _ fault: ProtocolFault) {
        #expect(throws: fault) { try Self.read(target) }
    }

    @Test func `the asterisk belongs to OPTIONS`() throws {
        let read = try Self.read("*", .options)
        #expect(read.target.form == .asterisk)
        #expect(read.reading.path == "*")
        #expect(throws: ProtocolFault.targetForm) { try Self.read("*", .get) }
        #expect(throws: ProtocolFault.targetForm) { try Self.read("*a", .options) }
    }

    @Test func `without a path OPTIONS is for the server itself`() throws {
        for target in ["http://a.test", "http://a.test:80"] {
            let read = try Self.read(target, .options)
            #expect(read.target.form == .asterisk)
            #expect(read.reading.path == "*")
        }
        for target in ["http://a.test/", "http://a.test?x"] {
            #expect(try Self.read(target, .options).reading.path == "/")
        }
        #expect(try Self.read("http://a.test", .get).reading.path == "/")
    }

    @Test(arguments: ["example.com:443", "/", "*"])
    func `CONNECT is refused`(_ target: String) {
        #expect(throws: ProtocolFault.connect) { try Self.read(target, .connect) }
        #expect(ProtocolFault.connect.status == 501)
    }

    @Test func `a normalised path is its own normalised form`() throws {
        for target in ["/%41b%20/%c3%a9", "/a%3Fb/c;d", "/%25%32%46"] {
            let path = try Self.read(target).reading.path
            #expect(try Self.read(path).reading.path == path)
        }
    }
}
