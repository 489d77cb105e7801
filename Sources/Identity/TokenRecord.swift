import Bytes
package import Crypto
package import Redis

/// The record `token:<id>` in Redis, and its judgement.
package enum TokenRecord {
    /// Fields in the order in which `writeLookup` asks for them.
    private enum Position {
        static let hash = 0
        static let org = 1
        static let abilities = 2
        static let user = 3
        static let expiresAt = 4
        static let count = 5
    }

    /// Why a token does not authenticate. Clients see one answer for all of them (401), so that
    /// nothing tells revoked, expired and unknown apart; logs see the reason.
    package enum Refusal: Error, Equatable, Sendable {
        case unknown, wrongSecret, expired
        /// The record lacks `hash` or `org`, or one of its fields is not what it should be.
        case invalidRecord
    }

    /// Writes `HMGET <prefix>token:<id> hash org abilities user expires_at`: one reply.
    package static func writeLookup(
        id: Int, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.append(encoded: "*7\r\n$5\r\nHMGET\r\n")
        pipeline.argument(prefix, "token:", decimal: id)
        pipeline.append(
            encoded: """
                $4\r\nhash\r\n$3\r\norg\r\n$9\r\nabilities\r\n$4\r\nuser\r\n$10\r\nexpires_at\r\n
                """)
    }

    /// Writes `GET <prefix>token-hash:<hex>`: one reply, the id.
    package static func writeLookup(
        digest: SHA256Digest, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        var hex = InlineArray<64, UInt8>(repeating: 0)
        let bytes = digest.span
        for index in bytes.indices {
            hex[2 * index] = ASCII.hexDigit(bytes[index] >> 4)
            hex[2 * index + 1] = ASCII.hexDigit(bytes[index] & 15)
        }
        pipeline.begin(2)
        pipeline.argument("GET")
        pipeline.argument(prefix, "token-hash:", hex.span)
    }

    /// The id in the reply to the look-up by hash; nil when the hash is not known.
    package static func id(in reply: borrowing RedisReply) throws(RedisFault) -> Int? {
        switch reply.kind {
        case .null: return nil
        case .string: return reply.bytes.decimalValue()
        case .error: throw .refused(RedisErrorCode(reply.bytes))
        case .status, .integer, .array: throw .unexpectedReply
        }
    }

    /// Judges the reply to the look-up by id against the digest of the presented secret, and copies
    /// who it is into `identity`. Only `expires_at` in the future, or none, is good.
    package static func judge(
        _ reply: borrowing RedisReply, id: Int, digest: SHA256Digest, unixSeconds: Int,
        into identity: inout Identity
    ) throws(RedisFault) -> Refusal? {
        if let code = reply.errorCode { throw .refused(code) }
        guard reply.kind == .array, reply.count == Position.count, reply.holdsStrings else {
            throw .unexpectedReply
        }
        if isEmpty(reply) { return .unknown }
        guard let stored = SHA256Digest(hex: reply.element(Position.hash).bytes) else {
            return .invalidRecord
        }
        // Digests are compared in constant time.
        guard stored == digest else { return .wrongSecret }
        let expiry = reply.element(Position.expiresAt)
        var endsAt = 0
        if expiry.kind == .string, !expiry.bytes.isEmpty {
            guard let expiresAt = expiry.bytes.decimalValue() else { return .invalidRecord }
            guard expiresAt > unixSeconds else { return .expired }
            endsAt = expiresAt
        }
        let isCopied = identity.set(
            id: id, org: reply.element(Position.org).bytes,
            user: reply.element(Position.user).bytes,
            abilities: reply.element(Position.abilities).bytes)
        identity.endsAt = endsAt
        return isCopied ? nil : .invalidRecord
    }

    /// No field at all: the key does not exist.
    private static func isEmpty(_ reply: borrowing RedisReply) -> Bool {
        for index in 0..<Position.count where reply.element(index).kind != .null { return false }
        return true
    }
}
