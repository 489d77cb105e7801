import Bytes
import HTTP
import Testing

@Suite struct HostPatternTests {
    @Test(arguments: [
        ("example.com", "example.com", true), ("Example.COM", "eXample.com", true),
        ("example.com", "example.com.", true), ("example.com.", "example.com", true),
        ("example.com", "www.example.com", false), ("example.com", "xexample.com", false),
        ("*.example.com", "www.example.com", true), ("*.example.com", "WWW.Example.Com", true),
        ("*.example.com", "a.b.example.com", true), ("*.example.com", "example.com", false),
        ("*.example.com", ".example.com", false), ("*.example.com", "xexample.com", false),
        ("*.example.com", "www.example.com.", true), ("*.example.com", "www.example.org", false),
        ("*", "anything", true), ("*", "", true), ("[::1]", "[::1]", true),
        ("127.0.0.1", "127.0.0.1", true),
        ("example.com", "", false), ("*.com", "com", false),
    ])
    func `a pattern means exactly its hosts`(_ pattern: String, _ host: String, _ isMeant: Bool)
        throws
    {
        let bytes = Array(host.utf8)
        let matches = try #require(HostPattern(pattern)).matches(bytes.span)
        #expect(matches == isMeant)
    }

    @Test(arguments: [
        "", "*.", "*example.com", "a.*.com", "example.com:443", "a b", "*.[::1]", "a/b", "*.*",
        "..",
    ])
    func `what is no pattern is refused`(_ text: String) {
        #expect(HostPattern(text) == nil)
    }

    @Test func `a list admits what any of its patterns means, and an empty one everything`() throws
    {
        let patterns = [
            try #require(HostPattern("a.example")), try #require(HostPattern("*.b.example")),
        ]
        for (host, isMeant) in [("a.example", true), ("x.b.example", true), ("b.example", false)] {
            let bytes = Array(host.utf8)
            let admitted = patterns.admits(bytes.span)
            #expect(admitted == isMeant)
            let byNone = [HostPattern]().admits(bytes.span)
            #expect(byNone)
        }
    }
}
