/// What a value of a JSON text is (RFC 8259 §3). Integers are told from other numbers by their
/// spelling: without fraction and exponent.
package enum JSONKind: UInt8, Sendable {
    case null, `true`, `false`, integer, real, string, array, object, key
}

/// One value, or one member's name, of a parsed text: where it stands and how to step over it.
package struct TapeEntry: Sendable {
    package var kind: JSONKind
    /// Whether a string or name contains escapes, so that its bytes are not yet its text.
    package var isEscaped: Bool
    /// Offset in the text: of the first byte between the quotes for strings and names, of the first
    /// byte for everything else.
    package var start: UInt32
    /// Bytes of a scalar, between the quotes for strings; for containers the number of elements or
    /// members, duplicates included.
    package var count: UInt32
    /// Index of the entry behind this value and all that it contains.
    package var next: UInt32

    package init(
        _ kind: JSONKind, start: Int, count: Int, next: Int, isEscaped: Bool = false
    ) {
        self.kind = kind
        self.isEscaped = isEscaped
        self.start = UInt32(start)
        self.count = UInt32(count)
        self.next = UInt32(next)
    }

    /// Whether it is an array or an object.
    @inline(__always) package var isContainer: Bool { kind == .array || kind == .object }
}

/// Why a text is not JSON, with the offset in bytes at which that showed.
package enum JSONFault: Error, Equatable {
    /// The text ends inside a value, or holds none.
    case truncated
    /// A byte that RFC 8259 does not allow there.
    case unexpected(offset: Int)
    /// A string that is not UTF-8 (§8.1), or an escaped surrogate without its other half (§8.2).
    case invalidUnicode(offset: Int)
    /// `Bounds.jsonDepthMax` containers or more inside one another.
    case tooDeep(offset: Int)
    /// More bytes than offsets can count.
    case tooLarge
}
