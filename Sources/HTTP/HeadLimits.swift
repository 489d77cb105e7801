import Bytes

/// How large a head may be.
package struct HeadLimits: Equatable, Sendable {
    /// The request target in bytes; a longer one is a 414.
    package var targetBytes: Int
    /// The whole head in bytes, its last empty line included; a longer one is a 431.
    package var headBytes: Int
    /// Field lines; more are a 431.
    package var fields: Int

    /// Limits; what is left out is the default of `Bounds`.
    package init(
        targetBytes: Int = Bounds.targetBytesMax, headBytes: Int = Bounds.headBytesMax,
        fields: Int = Bounds.fieldsMax
    ) {
        self.targetBytes = targetBytes
        self.headBytes = headBytes
        self.fields = fields
    }
}
