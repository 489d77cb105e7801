package import Bytes

/// Where the values of a template's parameters stand in the path that was matched, in the
/// template's order. A value of fixed size, so that matching allocates nothing.
package struct Captures: Sendable {
    private var ranges: InlineArray<16, ByteRange>
    package private(set) var count: Int

    package init() {
        ranges = InlineArray(repeating: .empty)
        count = 0
    }

    /// The range of parameter `index`, still escaped as in the path. Traps beyond `count`.
    package subscript(_ index: Int) -> ByteRange {
        precondition(index < count)
        return ranges[index]
    }

    /// Adds the next parameter's range. The compiler refuses templates with more than fit.
    mutating func append(_ range: ByteRange) {
        precondition(count < Bounds.pathParametersMax)
        ranges[count] = range
        count += 1
    }

    /// Forgets all but the first `count` ranges.
    mutating func truncate(to count: Int) {
        precondition(count <= self.count)
        self.count = count
    }
}
