import Bytes
package import Crypto
package import Redis

/// What is stored of a token beside its hash. Valid once constructed.
package struct TokenFields: Sendable {
    package let org: String
    package let user: String?
    package let abilities: [String]
    /// For people; the gateway does not read it.
    package let name: String?
    /// Unix seconds; nil means never.
    package let expiresAt: Int?

    /// Nil when the organization's or the user's id could not become a field value: visible ASCII
    /// of at most `Bounds.subjectBytesMax` bytes.
    package init?(
        org: String, user: String? = nil, abilities: [String], name: String? = nil,
        expiresAt: Int? = nil
    ) {
        guard !org.isEmpty, Self.isSubject(org), Self.isSubject(user ?? "") else { return nil }
        self.org = org
        self.user = user
        self.abilities = abilities
        self.name = name
        self.expiresAt = expiresAt
    }

    private static func isSubject(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Identity.isSubject(bytes.span)
    }

    /// The abilities as the JSON array that Sanctum stores.
    package var abilitiesJSON: [UInt8] {
        var buffer = ByteBuffer()
        buffer.append("[")
        for (index, ability) in abilities.enumerated() {
            if index > 0 { buffer.append(",") }
            buffer.append("\"")
            buffer.append(Ability(ability).canonical)
            buffer.append("\"")
        }
        buffer.append("]")
        return buffer.span.toArray()
    }
}

/// Commands that write and read tokens for operators: each writes into a pipeline and returns how
/// many replies come. Every command touches one key.
package enum TokenStore {
    /// Takes the id for a minute: the reply is 1 when no token had it. A record with a hash alone
    /// admits nobody.
    package static func writeReserve(
        id: Int, digest: SHA256Digest, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        CodeStore.writeReserve(
            id: id, digest: digest, script: CodeScripts.reserve, inFull: true, prefix: prefix,
            into: &pipeline)
        return 1
    }

    /// Stores the rest of a token whose id was reserved; from then on it is good.
    package static func writeFields(
        _ fields: TokenFields, id: Int, digest: SHA256Digest, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        var pairs: [(StaticString, [UInt8])] = [
            ("org", Array(fields.org.utf8)), ("abilities", fields.abilitiesJSON),
        ]
        if let user = fields.user { pairs.append(("user", Array(user.utf8))) }
        if let name = fields.name { pairs.append(("name", Array(name.utf8))) }
        if let time = fields.expiresAt { pairs.append(("expires_at", Array(String(time).utf8))) }
        CodeStore.writeIndex(digest: digest, id: id, prefix: prefix, into: &pipeline)
        pipeline.begin(2 + 2 * pairs.count)
        pipeline.argument("HSET")
        pipeline.argument(prefix, "token:", decimal: id)
        for (field, value) in pairs {
            pipeline.argument(field)
            pipeline.argument(value.span)
        }
        writeLife(fields, id: id, digest: digest, prefix: prefix, into: &pipeline)
        return 4
    }

    /// The minute's end is taken off both keys, the token's first: whoever is cut off in between
    /// leaves no index for ever. One that has expired is forgotten by Redis; it is `expires_at`
    /// that ends the token. Two replies.
    private static func writeLife(
        _ fields: TokenFields, id: Int, digest: SHA256Digest, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(fields.expiresAt == nil ? 2 : 3)
        pipeline.argument(fields.expiresAt == nil ? "PERSIST" : "EXPIREAT")
        pipeline.argument(prefix, "token:", decimal: id)
        if let time = fields.expiresAt { pipeline.argument(decimal: time) }
        pipeline.begin(fields.expiresAt == nil ? 2 : 3)
        pipeline.argument(fields.expiresAt == nil ? "PERSIST" : "EXPIREAT")
        pipeline.argument(prefix, "token-hash:", hex(digest).span)
        if let time = fields.expiresAt { pipeline.argument(decimal: time) }
    }

    /// Stores a token that a back end has, in place of whatever had its id.
    package static func writeImport(
        _ fields: TokenFields, id: Int, digest: SHA256Digest, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(2)
        pipeline.argument("DEL")
        pipeline.argument(prefix, "token:", decimal: id)
        pipeline.begin(4)
        pipeline.argument("HSET")
        pipeline.argument(prefix, "token:", decimal: id)
        pipeline.argument("hash")
        pipeline.argument(hex(digest).span)
        return 2 + writeFields(fields, id: id, digest: digest, prefix: prefix, into: &pipeline)
    }

    /// All fields of a token: an array of names and values, empty when there is no such token.
    package static func writeShow(
        id: Int, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(2)
        pipeline.argument("HGETALL")
        pipeline.argument(prefix, "token:", decimal: id)
        return 1
    }

    /// Ends a token and tells the back end, whose row would bring it back with the next export. Its
    /// hash, which `writeShow` tells, names the second key; the reply that counts is the first: 1
    /// when there was such a token.
    package static func writeRevoke(
        id: Int, hash: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        CodeStore.writeEnd(
            id: id, hash: hash, because: .revoked, prefix: prefix, into: &pipeline)
    }

    /// One step through the keys of all tokens: an array of the next cursor, `0` at the end, and of
    /// keys. Begins with the cursor `0`; a key may come twice (SCAN's guarantee).
    package static func writeList(
        cursor: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        KeyScan.write("token:", below: literalBytes(""), cursor, prefix: prefix, into: &pipeline)
        return 1
    }

    private static func hex(_ digest: SHA256Digest) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.append(hex: digest.span)
        return buffer.span.toArray()
    }
}
