import Bytes
import Document
import Testing

func read(_ text: String) throws -> Node { try parseYAML(Array(text.utf8), file: "a.yaml") }

func json(_ node: Node) -> String {
    var buffer = ByteBuffer()
    node.appendJSON(to: &buffer)
    return buffer.span.toString()
}

@Suite struct YAMLTests {
    @Test func `keys keep their order and know their places`() throws {
        let node = try read("b: 1\na:\n  - x\n  - y: 2\n")
        let entries = try #require(node.mapping)
        #expect(entries.map(\.key) == ["b", "a"])
        #expect(entries[1].keyMark == Mark(file: "a.yaml", line: 2, column: 1))
        #expect(node["a"]?.sequence?[1]["y"]?.mark == Mark(file: "a.yaml", line: 4, column: 8))
        #expect(node["a"]?.sequence?[1]["y"]?.int == 2)
    }

    @Test func `integer keys become their text`() throws {
        #expect(try read("200:\n  ok: true\n")["200"]?["ok"]?.bool == true)
    }

    @Test func `a mapping with many keys finds each`() throws {
        let node = try read((0..<50).map { "k\($0): \($0)\n" }.joined())
        for index in 0..<50 { #expect(node["k\(index)"]?.int == index) }
        #expect(node["k50"] == nil)
    }

    @Test(arguments: [
        ("yes", ScalarKind.string), ("on", .string), ("12:30", .string), ("'5'", .string),
        ("\"true\"", .string), ("2026-05-01", .string), ("1.2.3", .string), ("--", .string),
        (".", .string), ("1e", .string), ("0x", .string), ("e5", .string), ("0xg", .string),
        ("true", .boolean), ("False", .boolean), ("null", .null), ("~", .null), ("", .null),
        ("5", .integer), ("-5", .integer), ("+5", .integer), ("0x1F", .integer), ("0o17", .integer),
        ("007", .integer), ("5.5", .number), ("1e3", .number), (".5", .number), ("-.inf", .number),
        ("!!str 5", .string), ("!!int '5'", .integer), ("|-\n  5", .string),
    ])
    func `a scalar means what YAML 1.2 says`(text: String, kind: ScalarKind) throws {
        #expect(try read("k: \(text)\n")["k"]?.scalarKind == kind)
    }

    @Test func `typed readers give values and refuse other types`() throws {
        let node = try read("i: 0x1F\no: 0o17\nn: .5\ns: '7'\nz: ~\nb: True\ninf: -.inf\n")
        #expect(node["i"]?.int == 31)
        #expect(node["o"]?.int == 15)
        #expect(node["n"]?.number == 0.5)
        #expect(node["s"]?.int == nil)
        #expect(node["s"]?.string == "7")
        #expect(node["i"]?.string == nil)
        #expect(node["i"]?.text == "0x1F")
        #expect(node["z"]?.isNull == true)
        #expect(node["b"]?.bool == true)
        #expect(node["inf"]?.number == -.infinity)
        #expect(node["missing"] == nil)
        #expect(try read("k: 99999999999999999999")["k"]?.int == nil)
    }

    @Test func `JSON is read with its escapes`() throws {
        let node = try read(#"{"a": ["\/", "\ud83d\ude00", "\u00e9", "\\ud83d"], "b": {"c":1}}"#)
        #expect(node["a"]?.sequence?.map(\.string) == ["/", "😀", "é", "\\ud83d"])
        #expect(node["b"]?["c"]?.int == 1)
    }

    @Test func `an anchor is shared and a merge key adds what is not there`() throws {
        let node = try read("base: &b {x: 1, y: 2}\nuse: {y: 3, <<: *b}\nlist: [*b]\n")
        #expect(node["base"] === node["list"]?.sequence?[0])
        #expect(json(try #require(node["use"])) == #"{"y":3,"x":1}"#)
    }

    @Test(arguments: [
        ("a: 1\na: 2\n", "a.yaml:2:1: error: the key \"a\" stands twice"),
        ("a: [1, 2\n", "a.yaml:2:1: error: not YAML: "),
        ("a: b: c\n", "a.yaml:1:5: error: not YAML: "),
        ("", "a.yaml:1:1: error: the document is empty"),
        ("# only a comment\n", "a.yaml:1:1: error: the document is empty"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1: error: a second document begins here"),
        ("a: *x\n", "a.yaml:1:4: error: no anchor &x"),
        ("a: &x [*x]\n", "a.yaml:1:8: error: no anchor &x"),
        ("? [a]\n: 1\n", "a.yaml:1:3: error: a key must be a text"),
        ("&k {a: 1}: 2\n", "a.yaml:1:1: error: a key must be a text"),
        ("a: &k {b: 1}\n*k : 2\n", "a.yaml:2:1: error: a key must be a text"),
        ("a: !include x.yaml\n", "a.yaml:1:4: error: the tag !include has no meaning here"),
        ("a: !!set {b}\n", "a.yaml:1:4: error: the tag tag:yaml.org,2002:set has no meaning"),
        ("<<: 5\n", "a.yaml:1:1: error: the merge key << takes"),
    ])
    func `what cannot be read is refused with its place`(text: String, start: String) {
        let error = #expect(throws: DocumentError.self) { try read(text) }
        let said = error?.diagnostic.text ?? ""
        #expect(said.hasPrefix(start), "\(said)")
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        let error = #expect(throws: DocumentError.self) {
            try parseYAML(Array("a: 1\nb: \"".utf8) + [0xFF, 0x22], file: "a.yaml")
        }
        #expect(error?.diagnostic.mark?.line == 2)
    }

    @Test func `nesting is bounded`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(Bounds.documentDepthMax - 1))
        _ = try read(nested(Bounds.documentDepthMax))
        #expect(throws: DocumentError.self) { try read(nested(Bounds.documentDepthMax + 1)) }
    }

    @Test func `aliases of aliases are counted, not walked`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let alias = "*a\(level - 1), "
            text += "a\(level): &a\(level) [\(String(repeating: alias, count: 10))]\n"
        }
        let error = #expect(throws: DocumentError.self) { try read(text) }
        #expect(error?.diagnostic.message.hasPrefix("more than") == true)
    }

    @Test func `a document beyond the size bound is refused unread`() {
        let bytes = [UInt8](repeating: 0x20, count: Bounds.documentBytesMax + 1)
        let error = #expect(throws: DocumentError.self) { try parseYAML(bytes, file: "a.yaml") }
        #expect(error?.diagnostic.mark == nil)
    }
}
