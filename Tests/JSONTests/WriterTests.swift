import Bytes
import JSON
import Testing

@Suite struct WriterTests {
    @Test(arguments: [
        ("a/b", #""a\/b""#), ("Größe", #""Gr\u00f6\u00dfe""#), ("😀", #""\ud83d\ude00""#),
        ("\"\\\n\u{1}\u{7F}", "\"\\\"\\\\\\n\\u0001\u{7F}\""),
        ("مرحبا", #""\u0645\u0631\u062d\u0628\u0627""#),
    ])
    func `strings are spelled as PHP spells them`(_ text: String, _ expected: String) {
        var fromString = ByteBuffer()
        fromString.appendJSON(string: text, style: .php)
        var fromBytes = ByteBuffer()
        let bytes = Array(text.utf8)
        fromBytes.appendJSON(string: bytes.span, style: .php)
        let first = fromString.span.toString()
        let second = fromBytes.span.toString()
        #expect(first == expected)
        #expect(second == expected)
    }

    @Test func `the plain style escapes what it must and nothing else`() {
        var buffer = ByteBuffer()
        buffer.appendJSON(string: "a/ö\t\"")
        let text = buffer.span.toString()
        #expect(text == "\"a/ö\\t\\\"\"")
    }

    @Test func `bytes that are not UTF-8 are replaced`() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62]
        var buffer = ByteBuffer()
        buffer.appendJSON(string: bytes.span, style: .php)
        let text = buffer.span.toString()
        #expect(text == #""a\ufffdb""#)
    }

    @Test(arguments: [
        (#"a\n\"\/\\"#, "a\n\"/\\"), (#"\u00e9\ud83d\ude00"#, "é😀"), ("plain", "plain"),
    ])
    func `escapes are decoded`(_ raw: String, _ expected: String) {
        let bytes = Array(raw.utf8)
        var buffer = ByteBuffer()
        JSONText.decode(bytes.span, into: &buffer)
        let text = buffer.span.toString()
        #expect(text == expected)
        let plain = Array(expected.utf8)
        let means = JSONText.means(bytes.span, plain.span)
        #expect(means)
        let meansMore = JSONText.means(bytes.span, Array((expected + "x").utf8).span)
        #expect(!meansMore)
    }
}
