import Bytes
import Testing

@Suite struct ByteBufferTests {
    @Test func `bytes come out in the order they went in`() {
        var buffer = ByteBuffer()
        buffer.append("hello ")
        buffer.append(decimal: -120)
        buffer.consume(2)
        buffer.append(hex: 0xAB, digits: 4)
        let text = buffer.span.toString()
        #expect(text == "llo -12000ab")
    }
    @Test func `a stale handle is recognised`() {
        var slab = Slab<Int>(limit: 2) { Int($0) }
        let a = slab.take(), b = slab.take()
        #expect(slab.take() == nil)
        guard let a, let b else { return }
        slab[b] = 7
        slab.free(a)
        #expect(!slab.isLive(a) && slab.isLive(b))
    }
}
