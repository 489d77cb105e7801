import Bytes
package import Crypto
package import Redis

/// Why a token ends: what the back end is told.
package enum TokenEnd: Sendable {
    /// Its client did not get it, or an operator ended it.
    case revoked
    /// Its code was presented again.
    case replayed

    fileprivate var event: StaticString {
        switch self {
        case .revoked: "token.revoked"
        case .replayed: "code.replayed"
        }
    }
}

/// Commands of the code exchange, each for one key: `CodeScripts`' calls, and what goes with them.
package enum CodeStore {
    /// Step one: one reply.
    static func writeReserve(
        id: Int, digest: SHA256Digest, script: RedisScript, inFull: Bool, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(script: script, keys: 1, arguments: 2, inFull: inFull)
        pipeline.argument(prefix, "token:", decimal: id)
        pipeline.argument(hex(digest).span)
        pipeline.argument(decimal: Bounds.reservedTokenMilliseconds)
    }

    /// Step two: one reply.
    static func writeRedeem(
        code: SHA256Digest, token: Int, redirect: Span<UInt8>, challenge: Span<UInt8>,
        script: RedisScript, inFull: Bool, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(script: script, keys: 1, arguments: 4, inFull: inFull)
        pipeline.argument(prefix, "code:", hex(code).span)
        pipeline.argument(decimal: token)
        pipeline.argument(redirect)
        pipeline.argument(challenge)
        pipeline.argument(decimal: Bounds.spentCodeSeconds)
    }

    /// Tells the back end of a token that is about to be good: one reply.
    static func writeIssuedEvent(
        id: Int, digest: SHA256Digest, identity: borrowing Identity, name: Span<UInt8>,
        prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        beginEvent("token.issued", id: id, fields: 5, prefix: prefix, into: &pipeline)
        pipeline.argument("hash")
        pipeline.argument(hex(digest).span)
        writeFields(identity, name, into: &pipeline)
    }

    /// Step three: one reply.
    static func writeConfirm(
        id: Int, digest: SHA256Digest, identity: borrowing Identity, name: Span<UInt8>,
        script: RedisScript, inFull: Bool, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(script: script, keys: 1, arguments: 9, inFull: inFull)
        pipeline.argument(prefix, "token:", decimal: id)
        pipeline.argument(hex(digest).span)
        writeFields(identity, name, into: &pipeline)
    }

    /// The index by which a token is found without its id, for as long as an id is reserved: one
    /// reply.
    static func writeIndex(
        digest: SHA256Digest, id: Int, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(5)
        pipeline.argument("SET")
        pipeline.argument(prefix, "token-hash:", hex(digest).span)
        pipeline.argument(decimal: id)
        pipeline.argument("PX")
        pipeline.argument(decimal: Bounds.reservedTokenMilliseconds)
    }

    /// Step four: the index stays. The reply is 1, or 0 when it is gone.
    static func writeKeepIndex(
        digest: SHA256Digest, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(2)
        pipeline.argument("PERSIST")
        pipeline.argument(prefix, "token-hash:", hex(digest).span)
    }

    /// Ends the token that a code was spent on and the one that was reserved. The first reply is
    /// the former's hash, the second 1 when it was there. Three replies.
    static func writeCleanup(
        victim: Int, reserved: Int, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        writeHashQuestion(id: victim, prefix: prefix, into: &pipeline)
        for id in [victim, reserved] {
            pipeline.begin(2)
            pipeline.argument("DEL")
            pipeline.argument(prefix, "token:", decimal: id)
        }
    }

    /// Tells the back end that a code was presented again and its token ended: one reply.
    static func writeReplayEvent(
        id: Int, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        beginEvent(TokenEnd.replayed.event, id: id, fields: 0, prefix: prefix, into: &pipeline)
    }

    static func writeForgetHash(
        _ hash: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(2)
        pipeline.argument("DEL")
        pipeline.argument(prefix, "token-hash:", hash)
    }

    /// Asks when a code was used and for which token: an array of `token_id` and `used_at`.
    package static func writeUse(
        of unanswered: UnansweredCode, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(4)
        pipeline.argument("HMGET")
        pipeline.argument(prefix, "code:", hex(unanswered.code).span)
        pipeline.argument("token_id")
        pipeline.argument("used_at")
    }

    /// Asks for a token's hash: a text, or null where there is no such token.
    package static func writeHashQuestion(
        id: Int, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(3)
        pipeline.argument("HGET")
        pipeline.argument(prefix, "token:", decimal: id)
        pipeline.argument("hash")
    }

    /// Ends a token that the gateway made, and tells the back end why.
    ///
    /// - Returns: how many replies come.
    package static func writeWithdrawal(
        _ token: IssuedToken, because reason: TokenEnd = .revoked, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        writeEnd(
            id: token.id, hash: hex(token.digest).span, because: reason, prefix: prefix,
            into: &pipeline)
    }

    /// Ends a token: three replies, the first of them 1 when there was one.
    static func writeEnd(
        id: Int, hash: Span<UInt8>, because reason: TokenEnd, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(2)
        pipeline.argument("DEL")
        pipeline.argument(prefix, "token:", decimal: id)
        beginEvent(reason.event, id: id, fields: 0, prefix: prefix, into: &pipeline)
        writeForgetHash(hash, prefix: prefix, into: &pipeline)
        return 3
    }

    /// Stores a code for `code issue`, and how long Redis keeps it: two replies.
    package static func writeIssue(
        code: SHA256Digest, fields: [(StaticString, [UInt8])], keptSeconds: Int,
        prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(2 + 2 * fields.count)
        pipeline.argument("HSET")
        pipeline.argument(prefix, "code:", hex(code).span)
        for (field, value) in fields {
            pipeline.argument(field)
            pipeline.argument(value.span)
        }
        pipeline.begin(3)
        pipeline.argument("EXPIRE")
        pipeline.argument(prefix, "code:", hex(code).span)
        pipeline.argument(decimal: keptSeconds)
        return 2
    }

    /// All fields of a code: an array of names and values, empty when there is none.
    package static func writeShow(
        code: SHA256Digest, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        pipeline.begin(2)
        pipeline.argument("HGETALL")
        pipeline.argument(prefix, "code:", hex(code).span)
        return 1
    }

    // MARK: Pieces

    /// Eight arguments: what a token's record says of its owner.
    private static func writeFields(
        _ identity: borrowing Identity, _ name: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.argument("org")
        pipeline.argument(identity.org)
        pipeline.argument("user")
        pipeline.argument(identity.user)
        pipeline.argument("abilities")
        pipeline.argument(identity.abilities)
        pipeline.argument("name")
        pipeline.argument(name)
    }

    /// Opens an entry of the stream, which keeps about as many as `Bounds.eventsKept`.
    private static func beginEvent(
        _ event: StaticString, id: Int, fields: Int, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(6 + 4 + 2 * fields)
        pipeline.argument("XADD")
        pipeline.argument(prefix, "events", literalBytes(""))
        pipeline.argument("MAXLEN")
        pipeline.argument("~")
        pipeline.argument(decimal: Bounds.eventsKept)
        pipeline.argument("*")
        pipeline.argument("event")
        pipeline.argument(event)
        pipeline.argument("token")
        pipeline.argument(decimal: id)
    }

    private static func hex(_ digest: SHA256Digest) -> [UInt8] {
        var buffer = ByteBuffer()
        buffer.append(hex: digest.span)
        return buffer.span.toArray()
    }
}
