import Bytes
import Testing

@Suite struct DecimalTests {
    @Test(
        arguments: [
            0, 9, 10, 99, 100, 999_999_999, 9_999_999_999_999_999_999, 10_000_000_000_000_000_000,
            UInt.max,
        ] as [UInt])
    func `numbers of every length are written in full`(value: UInt) {
        var buffer = ByteBuffer()
        buffer.append(decimal: value)
        let text = buffer.span.toString()
        #expect(text == String(value))
    }

    @Test(arguments: [Int.min, -10, -1, 0, Int.max])
    func `negative numbers carry their sign`(value: Int) {
        var buffer = ByteBuffer()
        buffer.append(decimal: value)
        let text = buffer.span.toString()
        #expect(text == String(value))
    }
}
