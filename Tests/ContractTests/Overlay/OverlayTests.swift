import Contract
import Document
import Testing

/// The document that `overlay`'s actions leave, as JSON, and what was said.
private func apply(_ actions: String, to text: String) throws -> (json: String, said: [String]) {
    let overlay = try Overlay(
        try document(
            "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n" + actions, file: "o.yaml"))
    var findings: [Diagnostic] = []
    let result = try overlay.apply(to: try document(text), findings: &findings)
    return (json(result), findings.map(\.text))
}

@Suite struct OverlayTests {
    @Test func `mappings are merged, lists concatenated, other values replaced`() throws {
        let result = try apply(
            "- {target: $.a, update: {x: 2, l: [3], m: {q: 1}, n: ~}}\n",
            to: "a: {x: 1, y: 1, l: [1, 2], m: {p: 0}, n: 5}\nb: {x: 1}\n")
        #expect(
            result.json
                == #"{"a":{"x":2,"y":1,"l":[1,2,3],"m":{"p":0,"q":1},"n":null},"b":{"x":1}}"#)
        #expect(result.said.isEmpty)
    }

    @Test func `a selected list gets the update appended`() throws {
        #expect(
            try apply("- {target: $.a, update: {b: 1}}\n", to: "a: [1]\n").json
                == #"{"a":[1,{"b":1}]}"#)
        #expect(
            try apply("- {target: $.a, update: [2, 3]}\n", to: "a: [1]\n").json == #"{"a":[1,2,3]}"#
        )
    }

    @Test func `what is removed leaves its mapping or list`() throws {
        let result = try apply(
            "- {target: \"$.a[?@.n == 'x' || @.n == 'z']\", remove: true}\n"
                + "- {target: $.b, remove: true}\n",
            to: "a: [{n: x}, {n: y}, {n: z}]\nb: 1\n")
        #expect(result.json == #"{"a":[{"n":"y"}]}"#)
    }

    @Test func `actions see what those before them left`() throws {
        let result = try apply(
            "- {target: $.a, remove: true}\n- {target: $, update: {a: {b: 1}}}\n"
                + "- {target: $.a, update: {c: 2}}\n",
            to: "a: [1]\n")
        #expect(result.json == #"{"a":{"b":1,"c":2}}"#)
    }

    @Test func `one action changes nested targets alike`() throws {
        let result = try apply(
            "- {target: '$..[?@.t]', update: {u: 1}}\n", to: "a: {t: 1, b: {t: 2}}\n")
        #expect(result.json == #"{"a":{"t":1,"b":{"t":2,"u":1},"u":1}}"#)
    }

    @Test func `a target that selects nothing is named`() throws {
        let result = try apply("- {target: $.nope, update: {a: 1}}\n", to: "a: 1\n")
        #expect(result.json == #"{"a":1}"#)
        #expect(
            result.said.first?.hasPrefix("o.yaml:4:12: warning: the target $.nope selects") == true)
    }

    @Test(arguments: [
        (
            "- {target: $.a.x, update: {b: 1}}\n",
            "o.yaml:4:12: error: the target selects the number 1"
        ),
        ("- {target: $.a, update: 5}\n", "o.yaml:4:25: error: the target is a mapping, the update"),
        ("- {target: $.a, update: {m: 5}}\n", "o.yaml:4:29: error: the number 5 cannot be merged"),
        ("- {target: $, remove: true}\n", "o.yaml:4:12: error: the document itself"),
        ("- {target: $.a}\n", "o.yaml:4:3: error: the action does nothing"),
        ("- {update: {a: 1}}\n", "o.yaml:4:3: error: an action needs a \"target\""),
        (
            "- {target: a.b, update: {}}\n",
            "o.yaml:4:12: error: the JSONPath \"a.b\" cannot be read"
        ),
    ])
    func `what cannot be done is refused with its place`(actions: String, start: String) throws {
        let error = #expect(throws: DocumentError.self) {
            try apply(actions, to: "a: {x: 1, m: {p: 0}}\n")
        }
        let said = error?.diagnostic.text ?? ""
        #expect(said.hasPrefix(start), "\(said)")
    }

    @Test(arguments: [
        ("a: 1\n", "this is no overlay"), ("overlay: 2.0.0\n", "overlay 2.0.0 is not supported"),
        ("overlay: 1.0.0\n", "an overlay needs a list of actions"),
        ("overlay: 1.0.0\nactions: []\n", "an overlay needs a list of actions"),
    ])
    func `what is no overlay is refused`(text: String, message: String) throws {
        let error = #expect(throws: DocumentError.self) { try Overlay(try document(text)) }
        #expect(error?.diagnostic.message.hasPrefix(message) == true)
    }

    @Test func `unknown fields are warned of`() throws {
        let overlay = try Overlay(
            try document("overlay: 1.0.1\nactions: [{target: $, update: {}, replace: 1}]\nx-a: 1\n")
        )
        var findings: [Diagnostic] = []
        _ = try overlay.apply(to: try document("a: 1\n"), findings: &findings)
        #expect(findings.map(\.message).contains("\"replace\" is no field of an overlay"))
        #expect(findings.count == 3)
    }
}

/// The query language, through what one update marks.
@Suite struct JSONPathTests {
    private let text =
        "s:\n  b:\n  - {c: r, a: N, t: S, p: 8.95}\n  - {c: f, a: E, t: H, p: 12.99}\n"
        + "  - {c: f, a: M, t: D, i: '0-55', p: 8.99}\n"
        + "  - {c: f, a: J, t: R, i: '0-39', p: 22.99}\n"
        + "  y: {c: red, p: 399}\n"

    private func select(_ query: String) throws -> [String] {
        let action = "- {target: \(quoted(query)), update: {hit: true}}\n"
        let result = try document(try apply(action, to: text).json)
        let books = (result["s"]?["b"]?.sequence ?? []).filter { $0["hit"] != nil }
        let other = result["s"]?["y"]?["hit"] != nil ? ["bike"] : []
        return books.map { $0["a"]?.text ?? "" } + other
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    @Test(arguments: [
        ("$.s.b[*]", "NEMJ"), ("$['s']['b'][0]", "N"), ("$.s.b[-1]", "J"), ("$.s.b[0,2]", "NM"),
        ("$.s.b[1:3]", "EM"), ("$.s.b[:2]", "NE"), ("$.s.b[-2:]", "MJ"), ("$.s.b[::2]", "NM"),
        ("$.s.b[::-2]", "EJ"), ("$.s.b[5]", ""), ("$.s.b[1:1]", ""), ("$.s.b[::0]", ""),
        ("$.s.b[?@.i]", "MJ"), ("$.s.b[?(@.p < 10)]", "NM"), ("$..[?@.p >= 22.99]", "Jbike"),
        ("$.s.b[?@.c == 'f' && @.p<10]", "M"), ("$.s.b[?!@.i]", "NE"),
        ("$.s.b[?@.c != \"f\" || !(@.p <= 12.99)]", "NJ"), ("$.s.*", "bike"),
        ("$..b[?@.a == $.s.b[1].a]", "E"), ("$..[\"y\"]", "bike"), ("$.s.y", "bike"),
        ("$.s['y','b'][?@.x == null]", ""), ("$.s.b[?@.x == @.z]", "NEMJ"),
    ])
    func `a query selects what RFC 9535 says`(query: String, expected: String) throws {
        if query == "$.s.*" {
            // Selects the list as well, to which the update is appended.
            #expect(
                try apply("- {target: $.s.*, update: {k: 1}}\n", to: "s: {a: [], b: {}}\n").json
                    == #"{"s":{"a":[{"k":1}],"b":{"k":1}}}"#)
        } else {
            #expect(try select(query).joined() == expected)
        }
    }

    @Test(arguments: [
        "", "a", "$.", "$[", "$[]", "$['a", "$[a]", "$.a b", "$[?]", "$[?@.a ==]", "$[?(@.a]",
        "$[?1]", "$[?length(@.a) == 1]", "$..", "$['\\x']", "$[1:2",
    ])
    func `what is no query is refused with its place`(query: String) {
        #expect(throws: DocumentError.self) { try select(query) }
    }
}
