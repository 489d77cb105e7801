import Bytes
import Document
import Testing

@Suite struct DiagnosticTests {
    let mark = Mark(file: "g.yaml", line: 3, column: 7)

    @Test func `a finding prints place, severity, message and remedy on one line`() {
        let error = Diagnostic.error("no such limit", at: mark, remedy: "declare it")
        #expect(error.text == "g.yaml:3:7: error: no such limit — declare it")
        #expect(Diagnostic.warning("odd", at: nil).text == "warning: odd")
    }

    @Test func `a finding prints as JSON`() {
        var output = ByteBuffer()
        Diagnostic.error("a \"b\"\n", at: mark, remedy: "c\\d").appendJSON(to: &output)
        let text = output.span.toString()
        #expect(
            text == #"{"severity":"error","file":"g.yaml","line":3,"column":7,"#
                + #""message":"a \"b\"\n","remedy":"c\\d"}"#)
    }

    @Test(arguments: [
        ("[]", "[]"), ("{}", "{}"), ("[1, 1.50, -0, 1e5]", "[1,1.50,-0,1e5]"),
        ("[0x10, +5, .5, 007, 1., .inf]", "[16,5,0.5,7,1.0,null]"),
        ("[~, True, 'x', \"\\u0001\"]", #"[null,true,"x","\u0001"]"#),
        ("{a: {b: [c]}}", #"{"a":{"b":["c"]}}"#),
    ])
    func `a node prints as JSON`(yaml: String, expected: String) throws {
        #expect(json(try read(yaml)) == expected)
    }
}
