import Bytes

/// Who makes a request: what a token's record says, copied into bytes of its own that are reused.
/// Everything in it may become a field value: visible ASCII only.
package struct Identity: ~Copyable {
    /// The token's id; 0 for nobody.
    package private(set) var tokenID = 0
    private var bytes = ByteBuffer()
    private var orgRange = ByteRange.empty
    private var userRange = ByteRange.empty
    private var abilitiesRange = ByteRange.empty

    /// Nobody.
    package init() {}

    /// The organization's id; empty for nobody.
    package var org: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span.slice(orgRange) }
    }

    /// The user's id; empty when the token names none.
    package var user: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span.slice(userRange) }
    }

    /// The abilities as a compact JSON array of strings in ASCII. `[]` when the record has none or
    /// what it has is not a list of strings: it then grants nothing.
    package var abilities: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span.slice(abilitiesRange) }
    }

    /// Whether the token may do this: its list holds `*` or exactly `ability`. No case folding, no
    /// patterns, no hierarchy (laravel.md §1).
    package func grants(_ ability: Ability) -> Bool {
        AbilityList.contains(abilities, ability)
    }

    /// Forgets who it was, keeping storage.
    package mutating func reset() {
        tokenID = 0
        bytes.removeAll()
        orgRange = .empty
        userRange = .empty
        abilitiesRange = .empty
    }

    /// Takes over a record's fields. False, and nobody, when an id could not become a field value.
    package mutating func set(
        id: Int, org: Span<UInt8>, user: Span<UInt8>, abilities: Span<UInt8>
    ) -> Bool {
        reset()
        guard !org.isEmpty, Self.isSubject(org), Self.isSubject(user) else { return false }
        tokenID = id
        orgRange = ByteRange(start: 0, count: org.count)
        bytes.append(org)
        userRange = ByteRange(start: bytes.count, count: user.count)
        bytes.append(user)
        let start = bytes.count
        if !AbilityList.appendCanonical(abilities, to: &bytes)
            || bytes.count - start > Bounds.abilitiesBytesMax
        {
            bytes.truncate(to: start)
            bytes.append("[]")
        }
        abilitiesRange = ByteRange(start: start, count: bytes.count - start)
        return true
    }

    /// Visible ASCII of bounded length: nothing that could end a field's line or a key's part.
    static func isSubject(_ text: Span<UInt8>) -> Bool {
        guard text.count <= Bounds.subjectBytesMax else { return false }
        for index in text.indices where text[index] <= 0x20 || text[index] >= 0x7F { return false }
        return true
    }
}
