import HTTP
import Testing

@testable import Policy

/// Which requests a host pattern, a pass-through prefix or a CORS path takes.
@Suite struct PathsAndHostsTests {
    @Test(arguments: [
        ("api.example.com", "api.example.com", true), ("API.example.com", "api.example.com", true),
        ("api.example.com", "xapi.example.com", false),
        ("api.example.com", "api.example.co", false),
        ("api.example.com", "", false), ("*.example.com", "a.example.com", true),
        ("*.example.com", "example.com", false), ("*.example.com", ".example.com", false),
        ("*.example.com", "a.b.example.com", false), ("*.example.com", "aexample.com", false),
        ("*", "whatever", true), ("*", "", true), ("[::1]", "[::1]", true),
    ])
    func `a host pattern takes exactly its hosts`(pattern: String, host: String, taken: Bool) {
        let bytes = Array(host.utf8)
        let matches = HostPattern(pattern).matches(bytes.span)
        #expect(matches == taken)
    }

    @Test(
        arguments: [
            ("api.example.com", nil), ("*", nil), ("*.example.com", nil), ("[::1]", nil),
            ("127.0.0.1", nil), ("localhost", nil), ("my_host", nil),
            ("https://api.example.com", "write the host alone, without scheme and path"),
            ("api.example.com:443", "leave out the port: the listener's own is meant"),
            ("api.*.com", "a `*` may only be the whole first label: \"*.example.com\""),
            ("-x.example.com", "write a host name such as api.example.com"),
            ("", "write a host name such as api.example.com"),
            ("a..b", "write a host name such as api.example.com"),
            ("[::1", "write an IPv6 address in brackets and without a port: \"[::1]\""),
            ("[::1]:443", "write an IPv6 address in brackets and without a port: \"[::1]\""),
        ] as [(String, String?)])
    func `a listener's host is judged`(text: String, remedy: String?) {
        #expect(HostText.fault(in: text) == remedy)
    }

    private func policy(_ lines: String) throws -> Policy {
        let (policy, findings) = Policies.load(Policies.changed(lines))
        #expect(findings == [])
        return try #require(policy)
    }

    @Test(
        arguments: [
            ("/hooks/meta", "POST", 1), ("/hooks/meta/", "POST", 1), ("/hooks/meta/a/b", "GET", 1),
            ("/hooks/meta", "DELETE", 2), ("/hooks/metadata", "POST", 2), ("/hooks", "PURGE", 2),
            ("/hook", "GET", nil), ("/", "GET", nil), ("", "GET", nil),
            ("/api/hooks/bank", "GET", 0), ("/api/hooks/bank/", "BREW", 0),
            ("/api/hooks/bank/x", "GET", nil), ("/api/hooks/bank//", "GET", nil),
        ] as [(String, String, Int?)])
    func `the closest prefix of whole segments takes a request`(
        path: String, method: String, expected: Int?
    ) throws {
        let policy = try policy(
            """
            pass_through:
              - {prefix: /hooks}
              - {prefix: /hooks/meta, methods: [GET, POST], body_max: 3MiB}
            operations: {bankHook: {auth: public, untouched: true}}
            """)
        let (bytes, name) = (Array(path.utf8), Array(method.utf8))
        let found = policy.passThrough.match(bytes.span, Method(name.span))
        #expect(found == expected)
    }

    @Test(arguments: [
        (
            "{prefix: /api}",
            "\"/api\" lies over the contract's GET /api/items and 3 more, which would lose every "
                + "check — name the paths outside the contract; for one operation of it, write "
                + "`untouched: true` there"
        ),
        (
            "{prefix: /api/items/7}",
            "\"/api/items/7\" lies over the contract's GET /api/items/{id}, which would lose every "
                + "check — name the paths outside the contract; for one operation of it, write "
                + "`untouched: true` there"
        ),
        (
            "{prefix: /}",
            "\"/\" lies over the contract's GET /api/items and 3 more, which would lose every "
                + "check — name the paths outside the contract; for one operation of it, write "
                + "`untouched: true` there"
        ),
        ("{prefix: hooks}", "is \"hooks\" — begin with a slash"),
        (
            "{prefix: /hooks/}",
            "is \"/hooks/\" — leave out the last slash: whole segments are meant anyway"
        ),
        (
            "{prefix: /hooks/*}",
            "is \"/hooks/*\" — write fixed segments: everything below them is meant anyway"
        ),
        (
            "{prefix: /a/../b}",
            "is \"/a/../b\" — write the path without . and .. segments"
        ),
        (
            "{prefix: /a%2Fb}",
            "is \"/a%2Fb\" — write the path as it is after normalising: no %, no //, no backslash"
        ),
    ])
    func `a prefix that cannot be is refused`(entry: String, message: String) {
        let complaints = Policies.complaints(about: "pass_through: [\(entry)]")
        #expect(
            complaints == [
                "gateway.yaml:1:25: error: `pass_through[0].prefix` \(message)"
            ])
    }

    @Test func `a prefix beside the contract's paths is accepted`() throws {
        let policy = try policy("pass_through: [{prefix: /api/items/7/history}, {prefix: /apis}]")
        #expect(policy.passThrough.entries.count == 2)
    }

    @Test(arguments: [
        ("/api", true), ("/api/items", true), ("/apix", false), ("/", false), ("/up", false),
    ])
    func `CORS covers its paths in whole segments`(path: String, covered: Bool) throws {
        let policy = try policy("cors: {paths: [/api], origins: [\"*\"]}")
        let bytes = Array(path.utf8)
        let covers = policy.cors?.covers(bytes.span)
        #expect(covers == covered)
    }

    @Test func `without paths CORS covers all, and off means none`() throws {
        let every = try policy("cors: {origins: [\"https://shop.example.com\"]}")
        let bytes = Array("/anything".utf8)
        let covers = every.cors?.covers(bytes.span)
        #expect(covers == true)
        #expect(every.cors?.origins == [Array("https://shop.example.com".utf8)])
        #expect(try policy("cors: off").cors == nil)
    }
}
