extension Span where Element == UInt8 {
    /// Eight bytes from `index` on, the first in the lowest bits. Traps when they are not all
    /// there.
    @inlinable @inline(__always)
    public func word(at index: Int) -> UInt64 {
        precondition(index >= 0 && index <= count - 8)
        return unsafe withUnsafeBufferPointer { bytes in
            // SAFETY: index..<index + 8 was just checked to lie inside the span.
            UInt64(
                littleEndian: unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + index)
                    .loadUnaligned(as: UInt64.self))
        }
    }

    /// The index of the first `byte` at or behind `start`.
    @inlinable public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = start
        while index <= count - 8 {
            // The lowest byte that is zero in `rest` is the first with its high bit set in `hits`.
            let rest = word(at: index) ^ pattern
            let hits = (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
            if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// Whether the bytes of the literal, at least one, stand somewhere in it.
    public func contains(_ text: StaticString) -> Bool {
        let pattern = literalBytes(text)
        var start = 0
        while let index = firstIndex(of: pattern[0], from: start) {
            if extracting(index...).starts(with: pattern) { return true }
            start = index + 1
        }
        return false
    }

    /// The index of the first control byte save the tab (0x00–0x08, 0x0A–0x1F, DEL) at or behind
    /// `start`: what RFC 9110 §5.5 keeps out of field values.
    @inlinable @inline(__always)
    public func firstControl(from start: Int = 0) -> Int? {
        var index = start
        while index <= count - 8 {
            let bytes = word(at: index)
            let deletes = bytes ^ 0x7F7F_7F7F_7F7F_7F7F
            let hits =
                ((bytes &- 0x2020_2020_2020_2020) & ~bytes
                    | (deletes &- 0x0101_0101_0101_0101) & ~deletes) & 0x8080_8080_8080_8080
            if hits == 0 {
                index += 8
                continue
            }
            index += hits.trailingZeroBitCount / 8
            if self[index] != ASCII.tab { return index }
            index += 1
        }
        while index < count {
            if ASCII.isControl(self[index]), self[index] != ASCII.tab { return index }
            index += 1
        }
        return nil
    }
}
