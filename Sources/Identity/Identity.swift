import Bytes

/// Who makes a request: what a token's record or an embed token says, copied into bytes of its own
/// that are reused. Everything in it may become a field value: visible ASCII only.
package struct Identity: ~Copyable {
    /// The id of a token that has a record; 0 for nobody and for a widget's visitor.
    package private(set) var tokenID = 0
    /// Whether it is a widget's visitor, with an embed token.
    package private(set) var isVisitor = false
    /// When the token ends as its record said last, Unix seconds; 0 when it said nothing.
    package internal(set) var endsAt = 0
    private var bytes = ByteBuffer()
    private var orgRange = ByteRange.empty
    private var userRange = ByteRange.empty
    private var abilitiesRange = ByteRange.empty
    private var tokenRange = ByteRange.empty

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

    /// The token's id as text: a number, or an embed token's `jti`. Empty for nobody.
    package var tokenText: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span.slice(tokenRange) }
    }

    /// Whether the token may do this: its list holds `*` or exactly `ability`. No case folding, no
    /// patterns, no hierarchy (laravel.md §1).
    package func grants(_ ability: Ability) -> Bool {
        AbilityList.contains(abilities, ability)
    }

    /// Forgets who it was, keeping storage.
    package mutating func reset() {
        tokenID = 0
        isVisitor = false
        endsAt = 0
        tokenRange = .empty
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
        let tokenStart = bytes.count
        bytes.append(decimal: id)
        tokenRange = ByteRange(tokenStart..<bytes.count)
        return true
    }

    /// Takes over what a verified embed token says: the host's name for its visitor as the user,
    /// `jti` as the token's id, and no abilities. Both are texts of the host's making: what is no
    /// visible ASCII in them, and `%`, is percent-encoded (RFC 3986 §2.1).
    package mutating func set(visitor claims: borrowing EmbedClaims) {
        reset()
        isVisitor = true
        bytes.append(claims.org)
        orgRange = ByteRange(0..<bytes.count)
        userRange = append(percentEncoded: claims.subject)
        tokenRange = append(percentEncoded: claims.id)
        abilitiesRange = ByteRange(start: bytes.count, count: 2)
        bytes.append("[]")
    }

    private mutating func append(percentEncoded text: Span<UInt8>) -> ByteRange {
        let start = bytes.count
        for index in text.indices {
            let byte = text[index]
            if byte > ASCII.space, byte < 0x7F, byte != UInt8(ascii: "%") {
                bytes.append(byte)
            } else {
                bytes.append("%")
                bytes.append(Self.upperDigit(byte >> 4))
                bytes.append(Self.upperDigit(byte & 15))
            }
        }
        return ByteRange(start..<bytes.count)
    }

    private static func upperDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
    }

    /// Visible ASCII of bounded length: nothing that could end a field's line or a key's part.
    static func isSubject(_ text: Span<UInt8>) -> Bool {
        guard text.count <= Bounds.subjectBytesMax else { return false }
        for index in text.indices where text[index] <= 0x20 || text[index] >= 0x7F { return false }
        return true
    }
}
