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
    @Test func `eight hexadecimal digits are four bytes, and nothing else is`() {
        func bytes(_ text: [UInt8]) -> UInt32? { ASCII.hexBytes(text.span.word(at: 0)) }
        #expect(bytes(Array("0a1Bc2D3".utf8)) == 0xD3C2_1B0A)
        #expect(bytes(Array("fFeE9900".utf8)) == 0x0099_EEFF)
        for position in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var text = [UInt8](repeating: UInt8(ascii: "0"), count: 8)
                text[position] = byte
                let shift = UInt32(position / 2 * 8 + (position % 2 == 0 ? 4 : 0))
                #expect(bytes(text) == ASCII.hexValue(byte).map { UInt32($0) << shift })
            }
        }
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
