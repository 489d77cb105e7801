import Bytes
import Testing

@Suite struct SpanScanTests {
    @Test func `a byte is found wherever it stands and whatever stands beside it`() {
        for count in 0..<20 {
            for filler in [UInt8(0x0B), 0x09, 0x8A, 0xFF, 0x00] {
                let none = [UInt8](repeating: filler, count: count)
                #expect(none.span.firstIndex(of: 0x0A) == nil)
                for position in 0..<count {
                    var bytes = none
                    bytes[position] = 0x0A
                    bytes[count - 1] = 0x0A
                    for start in 0...position {
                        let found = bytes.span.firstIndex(of: 0x0A, from: start)
                        #expect(found == position)
                    }
                }
            }
        }
    }

    @Test func `every byte is or is not a control wherever it stands`() {
        for byte in UInt8.min...UInt8.max {
            for position in 0..<18 {
                for filler in [UInt8(ascii: "a"), 0x09, 0x20, 0x80, 0xFF, 0x7E] {
                    var bytes = [UInt8](repeating: filler, count: 18)
                    bytes[position] = byte
                    let found = bytes.span.firstControl()
                    let isControl = (byte < 0x20 && byte != 0x09) || byte == 0x7F
                    if found != (isControl ? position : nil) {
                        Issue.record("byte \(byte) at \(position) among \(filler): \(found ?? -1)")
                    }
                }
            }
        }
    }

    @Test func `the first of several controls is found, from anywhere`() {
        let bytes: [UInt8] = [9, 65, 13, 10, 65, 65, 65, 65, 65, 65, 0x7F, 65]
        let found = (0...bytes.count).map { bytes.span.firstControl(from: $0) }
        #expect(found == [2, 2, 2, 3, 10, 10, 10, 10, 10, 10, 10, nil, nil])
    }

    @Test func `a word has its first byte lowest`() {
        let bytes: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
        let word = bytes.span.word(at: 1)
        #expect(word == 0x0807_0605_0403_0201)
    }
}
