extension ByteBuffer {
    @inlinable public mutating func append(_ byte: UInt8) {
        reserve(1)
        // SAFETY: `reserve` made room for one byte at `tail`.
        unsafe base.unsafelyUnwrapped[tail] = byte
        tail += 1
    }

    /// Appends a copy of `bytes`, which must not be part of this buffer. One function for all the
    /// program, which stays in the processor's cache. Most pieces are names and values of a few
    /// bytes, for which a call of memcpy costs more than the copy.
    @inline(never) public mutating func append(_ bytes: Span<UInt8>) {
        reserve(bytes.count)
        put(bytes)
    }

    /// Appends a field line as HTTP/1.1 writes it (RFC 9112 §5): name, `: `, value, CRLF. Neither
    /// may be part of this buffer. Room is made once.
    @inline(never) public mutating func append(line name: Span<UInt8>, _ value: Span<UInt8>) {
        reserve(name.count + value.count + 4)
        put(name)
        append(": ")
        put(value)
        append("\r\n")
    }

    /// Copies bytes for which there is room.
    @inline(__always)
    private mutating func put(_ bytes: Span<UInt8>) {
        let count = bytes.count
        precondition(count <= capacity - tail)
        if count == 0 { return }
        unsafe bytes.withUnsafeBufferPointer { source in
            // SAFETY: there is room for `count` bytes, as was just asked; the source is another
            // buffer.
            let from = unsafe UnsafeRawPointer(source.baseAddress.unsafelyUnwrapped)
            let to = unsafe UnsafeMutableRawPointer(base.unsafelyUnwrapped + tail)
            unsafe Self.copy(count, from, to)
        }
        tail += count
    }

    /// Copies as two words that may overlap what fits them. Both runs hold `count` bytes.
    @inline(__always)
    private static func copy(
        _ count: Int, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer
    ) {
        if count > 32 { return unsafe to.copyMemory(from: from, byteCount: count) }
        if count >= 16 { return unsafe copyEnds(SIMD16<UInt8>.self, count - 16, from, to) }
        if count >= 8 { return unsafe copyEnds(UInt64.self, count - 8, from, to) }
        if count >= 4 { return unsafe copyEnds(UInt32.self, count - 4, from, to) }
        if count >= 2 { return unsafe copyEnds(UInt16.self, count - 2, from, to) }
        unsafe to.copyMemory(from: from, byteCount: 1)
    }

    @inline(__always)
    private static func copyEnds<Word: BitwiseCopyable>(
        _ type: Word.Type, _ last: Int, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer
    ) {
        // SAFETY: a word begins at 0 and at `last`, and both end within the run.
        let first = unsafe from.loadUnaligned(as: type)
        let second = unsafe from.loadUnaligned(fromByteOffset: last, as: type)
        unsafe to.storeBytes(of: first, as: type)
        unsafe to.storeBytes(of: second, toByteOffset: last, as: type)
    }

    /// Appends a copy of a range of another buffer's waiting bytes.
    @inlinable public mutating func append(_ range: Range<Int>, of other: borrowing ByteBuffer) {
        append(other.span.extracting(range))
    }

    /// Appends the UTF-8 of a literal, without making a String of it. Always inlined: the length is
    /// then known, and a few bytes are stored instead of copied.
    @inlinable @inline(__always) public mutating func append(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        if count == 0 { return }
        reserve(count)
        // SAFETY: `reserve` made room; a static string of several bytes has a pointer.
        unsafe (base.unsafelyUnwrapped + tail).update(from: text.utf8Start, count: count)
        tail += count
    }

    /// Appends the UTF-8 of a string. For set-up and error paths: it may allocate.
    public mutating func append(string: String) {
        var text = string
        text.withUTF8 { bytes in append(unsafe bytes.span) }
    }

    /// Appends a copy of what waits in another buffer.
    @inlinable public mutating func append(contentsOf other: borrowing ByteBuffer) {
        append(other.span)
    }

    /// Appends a copy of an array's bytes.
    @inlinable public mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

    /// Appends `value` in decimal digits.
    @inlinable public mutating func append(decimal value: Int) {
        if value < 0 {
            append(UInt8(ascii: "-"))
        }
        append(decimal: value.magnitude)
    }

    /// Appends `value` in decimal digits.
    public mutating func append(decimal value: UInt) {
        // Most numbers are lengths of a digit or two.
        if value < 100 {
            if value >= 10 { append(UInt8(ascii: "0") + UInt8(value / 10)) }
            return append(UInt8(ascii: "0") + UInt8(value % 10))
        }
        var digits = 3
        var bound: UInt = 1_000
        while digits < 20, value >= bound {
            digits += 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            bound = overflow ? .max : next
        }
        reserve(digits)
        var rest = value
        var position = tail + digits
        repeat {
            position -= 1
            let quotient = rest / 10
            // SAFETY: position stays in tail..<tail + digits, which `reserve` made room for.
            unsafe base.unsafelyUnwrapped[position] =
                UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest &- quotient &* 10)
            rest = quotient
        } while position > tail
        tail += digits
    }

    /// Appends `value` in lower-case hexadecimal digits, padded with zeros to `digits`, 16 at most.
    public mutating func append(hex value: UInt64, digits: Int) {
        precondition(digits >= 0 && digits <= 16)
        reserve(16)
        // The digits that are asked for stand in front; what follows them is not counted.
        store(ASCII.hexDigits(value << UInt64(64 - 4 * digits)), at: tail)
        tail += digits
    }

    /// Appends each byte as two lower-case hexadecimal digits.
    public mutating func append(hex bytes: Span<UInt8>) {
        reserve(bytes.count * 2)
        var index = 0
        while index + 8 <= bytes.count {
            store(ASCII.hexDigits(bytes.word(at: index).byteSwapped), at: tail)
            tail += 16
            index += 8
        }
        while index < bytes.count {
            append(hex: UInt64(bytes[index]), digits: 2)
            index += 1
        }
    }

    /// Writes sixteen bytes. There is room for them.
    private mutating func store(_ bytes: SIMD16<UInt8>, at position: Int) {
        precondition(position + 16 <= capacity)
        // SAFETY: position..<position + 16 lies inside the storage, as was just asked.
        unsafe UnsafeMutableRawPointer(base.unsafelyUnwrapped + position)
            .storeBytes(of: bytes, as: SIMD16<UInt8>.self)
    }
}
