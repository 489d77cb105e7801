extension Span where Element == UInt8 {
    /// Whether the bytes are exactly those of `other`.
    @inlinable public func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var index = 0
        while index <= count - 8 {
            if word(at: index) != other.word(at: index) { return false }
            index += 8
        }
        while index < count {
            if self[index] != other[index] { return false }
            index += 1
        }
        return true
    }

    /// Whether the bytes are exactly the UTF-8 of the literal.
    @inlinable public func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        let other = literalBytes(text)
        for index in indices where self[index] != other[index] { return false }
        return true
    }

    /// Whether the bytes are those of the literal when `A`–`Z` count as `a`–`z`. The literal must
    /// be in lower case.
    @inlinable public func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
        guard count == lowercase.utf8CodeUnitCount else { return false }
        let other = literalBytes(lowercase)
        for index in indices where ASCII.lowercased(self[index]) != other[index] { return false }
        return true
    }

    /// Whether both are the same bytes when `A`–`Z` count as `a`–`z`.
    @inlinable public func equalsIgnoringCase(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where ASCII.lowercased(self[index]) != ASCII.lowercased(other[index]) {
            return false
        }
        return true
    }

    /// Whether the bytes begin with those of the literal.
    @inlinable public func starts(with text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        return count >= length && extracting(first: length).equals(text)
    }

    /// Whether the bytes begin with those of `other`.
    @inlinable public func starts(with other: Span<UInt8>) -> Bool {
        count >= other.count && extracting(first: other.count).equals(other)
    }

    /// The value of one to eighteen decimal digits and nothing else: no sign, no blank, no
    /// overflow.
    @inlinable public func decimalValue() -> Int? {
        guard count > 0, count <= 18 else { return nil }
        var value = 0
        for index in indices {
            guard ASCII.isDigit(self[index]) else { return nil }
            value = value &* 10 &+ Int(self[index] &- 0x30)
        }
        return value
    }

    /// The bytes without spaces and tabs around them (OWS of RFC 9110 §5.6.3).
    @inlinable @_lifetime(copy self)
    public func trimmingWhitespace() -> Span<UInt8> {
        var low = 0
        var high = count
        while low < high, self[low] == ASCII.space || self[low] == ASCII.tab { low += 1 }
        while high > low, self[high - 1] == ASCII.space || self[high - 1] == ASCII.tab { high -= 1 }
        return extracting(low..<high)
    }

    /// A copy as an array. For set-up and error paths: it allocates.
    public func toArray() -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(count)
        for index in indices { copy.append(self[index]) }
        return copy
    }

    /// A copy as a string, invalid UTF-8 replaced. For set-up and error paths: it allocates.
    public func toString() -> String { String(decoding: toArray(), as: UTF8.self) }
}

/// The bytes of a literal, which live as long as the program.
@inlinable @_lifetime(immortal)
public func literalBytes(_ text: StaticString) -> Span<UInt8> {
    // SAFETY: a static string's bytes are constant and never freed.
    let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return unsafe _overrideLifetime(bytes.span, copying: ())
}
