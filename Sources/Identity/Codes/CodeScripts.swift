package import Redis

/// The scripts of the code exchange. Each touches one key.
///
/// A code becomes a token in steps, so that whoever is cut off between any two of them leaves
/// neither two tokens nor one that lives on unknown to its client: (1) the token's id is reserved
/// for a minute, (2) the code is spent on that id, (3) the token becomes good and stays, if it is
/// still there, and (4) so does its index by hash, which was made for a minute with the third step.
/// A replay of the code deletes the token, before or after the third step.
package enum CodeScripts {
    /// Key 1: `token:<id>`. Arguments: the digest of the token's secret in hexadecimal, and
    /// milliseconds to live. Returns 1, or 0 when there is such a token already. A record without
    /// an organization admits nobody.
    package static let reserve = RedisScript(
        source: """
            if redis.call('HSETNX', KEYS[1], 'hash', ARGV[1]) == 0 then return 0 end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1
            """)

    /// Key 1: `code:<digest>`. Arguments: the token's id, the presented `redirect_uri`, the S256
    /// challenge of the presented verifier (empty without one), and seconds for which a spent code
    /// is remembered. Returns {1, org, user, abilities, name} and the code is spent on the id;
    /// {0} when it is unknown, expired, or burnt by this very request because redirect or verifier
    /// are not those it was issued for; {2, id} when it was used before: `id` is the token that it
    /// was spent on, empty when it was burnt.
    package static let redeem = RedisScript(
        source: """
            local code = redis.call('HMGET', KEYS[1], 'redirect_uri', 'expires_at', 'used_at',
              'token_id', 'code_challenge', 'org', 'user', 'abilities', 'name')
            if code[3] then return {2, code[4] or ''} end
            if not code[1] or not code[6] then return {0} end
            local now = tonumber(redis.call('TIME')[1])
            if (tonumber(code[2] or '') or 0) <= now then return {0} end
            redis.call('HSET', KEYS[1], 'used_at', string.format('%.0f', now))
            redis.call('EXPIRE', KEYS[1], ARGV[4])
            if code[1] ~= ARGV[2] or (code[5] or '') ~= ARGV[3] then return {0} end
            redis.call('HSET', KEYS[1], 'token_id', ARGV[1])
            return {1, code[6], code[7] or '', code[8] or '[]', code[9] or ''}
            """)

    /// Key 1: `token:<id>`. Arguments: the digest it was reserved with, then fields and values.
    /// Returns 1 when the token is good and stays; 0 when it is gone, and nothing was done.
    package static let confirm = RedisScript(
        source: """
            if redis.call('HGET', KEYS[1], 'hash') ~= ARGV[1] then return 0 end
            redis.call('HSET', KEYS[1], unpack(ARGV, 2))
            redis.call('PERSIST', KEYS[1])
            return 1
            """)

    /// All of them, in the order of `CodeExchange`'s indexes into a link's scripts.
    package static let all = [reserve, redeem, confirm]
}
