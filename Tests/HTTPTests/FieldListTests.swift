import Bytes
import HTTP
import Testing

@Suite struct FieldListTests {
    @Test func `repeated fields are seen and joined as servers join them`() {
        let head = makeHead([
            ("Authorization", "Basic abc"), ("Accept", "*/*"), ("authorization", "Bearer T"),
            ("Cookie", "a=1"), ("Cookie", "b=2"),
        ])
        var joined = ByteBuffer()
        head.appendJoined(.authorization, to: &joined)
        let text = joined.span.toString()
        #expect(text == "Basic abc, Bearer T")
        #expect(head.fields.repeated.contains(.authorization))
        #expect(head.fields.count(of: .cookie) == 2)
        #expect(!head.fields.repeated.contains(.accept))
        #expect(head.fields.count(of: .origin) == 0)
    }

    @Test func `the first field of a name is found`() throws {
        let head = makeHead([("X-A", "1"), ("Origin", "o1"), ("Origin", "o2")])
        let found = head.value(of: .origin)
        let value = try #require(found?.value)
        let text = head.text(value).toString()
        #expect(text == "o1")
        #expect(head.fields.first(.referer) == nil)
    }

    @Test func `look-alikes are not read`() {
        let head = makeHead([("Content_Type", "text/plain"), ("Content.Type", "a")])
        #expect(head.fields.first(.contentType) == nil)
        #expect(!head.fields.present.contains(.contentType))
        #expect(head.fields.count(of: .contentType) == 0)
    }

    @Test func `dropped fields are not read`() {
        var head = makeHead([("Cookie", "a=1"), ("Cookie", "b=2"), ("Accept", "x")])
        head.fields.drop(.cookie)
        var joined = ByteBuffer()
        head.appendJoined(.cookie, to: &joined)
        #expect(head.fields.first(.cookie) == nil)
        #expect(head.fields.count(of: .cookie) == 0)
        #expect(joined.count == 0)
        let kept = keptNames(head)
        #expect(kept == ["Accept"])
    }

    @Test func `a head that is reset is empty`() {
        var head = makeHead([("Cookie", "a=1"), ("Cookie", "b=2")])
        head.keepAlive = true
        head.framing = .chunked
        head.reset()
        #expect(head.bytes.count == 0)
        #expect(head.fields.count == 0)
        #expect(!head.fields.present.contains(.cookie))
        #expect(!head.fields.repeated.contains(.cookie))
        #expect(head.framing == .none)
        #expect(head.keepAlive == false)
    }
}
