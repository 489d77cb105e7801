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
    @Test(arguments: [UInt64(0), 9, 10, 0xABCD, 0x0123_4567_89AB_CDEF, .max], 0...16)
    func `hexadecimal digits are the last ones, padded with zeros`(value: UInt64, digits: Int) {
        var buffer = ByteBuffer()
        buffer.append(hex: value, digits: digits)
        buffer.append("|")
        let text = buffer.span.toString()
        let padded = String(repeating: "0", count: 16) + String(value, radix: 16)
        #expect(text == padded.suffix(digits) + "|")
    }
    @Test(arguments: 0...9)
    func `each byte becomes two hexadecimal digits`(count: Int) {
        let bytes = (0..<count).map { UInt8($0 * 31) }
        var buffer = ByteBuffer()
        buffer.append(hex: bytes.span)
        let text = buffer.span.toString()
        let expected = "001f3e5d7c9bbad9f817".prefix(2 * count)
        #expect(text == expected)
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
