package import Bytes

/// Hexadecimal text to bytes; the other way is `ByteBuffer.append(hex:)`.
package enum Hex {
    /// Appends the bytes that an even number of hexadecimal digits of either case names. False, and
    /// nothing appended, for any other text.
    package static func decode(_ text: Span<UInt8>, to buffer: inout ByteBuffer) -> Bool {
        guard text.count % 2 == 0 else { return false }
        let before = buffer.count
        var index = 0
        while index < text.count {
            guard let high = ASCII.hexValue(text[index]), let low = ASCII.hexValue(text[index + 1])
            else {
                buffer.truncate(to: before)
                return false
            }
            buffer.append(high << 4 | low)
            index += 2
        }
        return true
    }
}
