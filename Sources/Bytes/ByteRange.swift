/// A run of bytes inside some buffer, as offsets rather than pointers, so that it stays valid when
/// the buffer's storage moves. It says nothing about which buffer: its owner knows.
public struct ByteRange: Equatable, Sendable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Length in bytes.
    public var count: UInt32

    @inlinable public init(start: Int, count: Int) {
        self.start = UInt32(count == 0 ? 0 : start)
        self.count = UInt32(count)
    }

    @inlinable public init(_ range: Range<Int>) {
        self.init(start: range.lowerBound, count: range.count)
    }

    /// The range of nothing.
    public static var empty: ByteRange { ByteRange(start: 0, count: 0) }

    @inlinable public var isEmpty: Bool { count == 0 }
    @inlinable public var lowerBound: Int { Int(start) }
    @inlinable public var upperBound: Int { Int(start) + Int(count) }
    @inlinable public var range: Range<Int> { lowerBound..<upperBound }
}

extension Span where Element == UInt8 {
    /// The bytes of `range`. Traps when the range does not lie inside the span.
    @inlinable @_lifetime(copy self)
    public func slice(_ range: ByteRange) -> Span<UInt8> {
        extracting(range.range)
    }
}
