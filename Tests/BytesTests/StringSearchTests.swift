import Bytes
import Testing

@Suite struct StringSearchTests {
    @Test(arguments: [
        ("application/json", "/json", true), ("/jso", "/json", false), ("", "x", false),
        ("aab", "ab", true), ("äöü", "ö", true), ("http://a", "://", true), ("a:/b", "://", false),
    ])
    func `a text is found wherever it stands`(text: String, part: String, isThere: Bool) {
        #expect(text.includes(part) == isThere)
        #expect(text.dropFirst(0).includes(part) == isThere)
    }

    @Test(arguments: [
        ("a~1b~1", "~1", "/", "a/b/"), ("~0~0", "~0", "~", "~~"), ("plain", "~1", "/", "plain"),
        ("", "a", "b", ""), ("aaa", "aa", "b", "ba"), ("ä-ö-", "-", "", "äö"),
    ])
    func `each occurrence is replaced once, from the left`(
        text: String, part: String, replacement: String, result: String
    ) {
        #expect(text.substituting(part, with: replacement) == result)
    }
}
