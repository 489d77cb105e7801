import Bytes
package import Redis

/// The strings `embed-key:<org>:<kid>`, a sealed secret (`MasterKeys` says its form), and
/// `embed-current:<org>`, the kid to sign with. Names must have the form that `EmbedNames` demands
/// before a key is made of them.
package enum EmbedKeyRecord {
    /// Writes `GET <prefix>embed-key:<org>:<kid>`: one reply, for `readSealed`.
    package static func writeLookup(
        org: Span<UInt8>, kid: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.append(encoded: "*2\r\n$3\r\nGET\r\n")
        pipeline.argument(prefix, "embed-key:", org, kid)
    }

    /// Writes `GET <prefix>embed-current:<org>`: one reply, for `readCurrent`.
    package static func writeCurrentLookup(
        org: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.append(encoded: "*2\r\n$3\r\nGET\r\n")
        pipeline.argument(prefix, "embed-current:", org)
    }

    /// The sealed secret; nil when there is no such key, or it was retired.
    @_lifetime(copy reply)
    package static func readSealed(
        _ reply: borrowing RedisReply
    ) throws(RedisFault) -> Span<UInt8>? {
        switch reply.kind {
        case .null: return nil
        case .string: return reply.bytes
        case .error: throw .refused(RedisErrorCode(reply.bytes))
        case .status, .integer, .array: throw .unexpectedReply
        }
    }

    /// The kid to sign with; nil when the organization has no key. A kid that is none is a fault
    /// (`invalidRecord`), so that it never becomes part of a key.
    @_lifetime(copy reply)
    package static func readCurrent(
        _ reply: borrowing RedisReply
    ) throws(RedisFault) -> Span<UInt8>? {
        guard let kid = try readSealed(reply) else { return nil }
        guard EmbedNames.isKeyID(kid) else { throw .invalidRecord }
        return kid
    }
}

/// Commands for operators: each returns how many replies come, and touches one key.
extension EmbedKeyRecord {
    /// Stores a sealed secret under a kid that is new: the reply is null when there is such a key.
    package static func writeKey(
        sealed: Span<UInt8>, org: Span<UInt8>, kid: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(4)
        pipeline.argument("SET")
        pipeline.argument(prefix, "embed-key:", org, kid)
        pipeline.argument(sealed)
        pipeline.argument("NX")
        return 1
    }

    /// Makes a key the one to sign with. Store the key itself before.
    package static func writeCurrent(
        kid: Span<UInt8>, org: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(3)
        pipeline.argument("SET")
        pipeline.argument(prefix, "embed-current:", org)
        pipeline.argument(kid)
        return 1
    }

    /// Ends a key: tokens that it signed are refused from then on. The reply is 0 when there was
    /// none.
    package static func writeRetire(
        org: Span<UInt8>, kid: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(2)
        pipeline.argument("DEL")
        pipeline.argument(prefix, "embed-key:", org, kid)
        return 1
    }

    /// One step through the keys `embed-key:<org>:…`: as `TokenStore.writeList`.
    package static func writeList(
        cursor: Span<UInt8>, org: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        var name = ByteBuffer()
        name.append(org)
        name.append(":")
        KeyScan.write("embed-key:", below: name.span, cursor, prefix: prefix, into: &pipeline)
        return 1
    }
}
