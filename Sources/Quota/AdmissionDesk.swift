import Bytes
package import Identity
package import Redis

/// A moment on the two clocks that admission needs.
package struct Moment: Equatable, Sendable {
    /// Of the monotonic clock, for waiting.
    package var milliseconds: UInt64
    /// Of the wall clock, for expiry and `X-RateLimit-Reset`.
    package var unixSeconds: Int

    package init(milliseconds: UInt64, unixSeconds: Int) {
        self.milliseconds = milliseconds
        self.unixSeconds = unixSeconds
    }
}

/// What all requests of a worker share to be admitted: the link to Redis, the tokens it has
/// verified, the keys of embed tokens, the clients whose look-ups failed, and the policy's limits.
package struct AdmissionDesk: ~Copyable {
    package var link: RedisLink
    package var verified = VerifiedTokens()
    package var failed: FailedLookups
    package var embedKeys = EmbedKeyCache()
    var embedVerifier = EmbedVerifier()
    /// What embed keys are sealed under; nil when the policy has no embed tokens.
    package private(set) var masterKeys: MasterKeys?
    /// What every key begins with, such as `bawaba:`.
    package let prefix: [UInt8]
    package private(set) var limits: [NamedLimit]

    /// The index of `QuotaDebit.script` among the link's scripts.
    static let debitScript = 0
    /// Where `CodeScripts.all` begin among them.
    package static let codeScripts = 1

    /// A desk whose link is not connected yet. `failedBurst` look-ups may fail at once per client,
    /// and one more per `failedIntervalMilliseconds`. `seed` is random.
    package init(
        credentials: RedisCredentials, timeoutMilliseconds: Int, prefix: String,
        limits: [NamedLimit], failedBurst: Int, failedIntervalMilliseconds: Int, seed: UInt64,
        masterKeys: MasterKeys? = nil
    ) {
        link = RedisLink(
            credentials: credentials, scripts: [QuotaDebit.script] + CodeScripts.all,
            timeoutMilliseconds: timeoutMilliseconds, seed: seed)
        failed = FailedLookups(
            burst: failedBurst, intervalMilliseconds: failedIntervalMilliseconds, seed: seed)
        self.prefix = Array(prefix.utf8)
        self.limits = limits
        self.masterKeys = masterKeys
    }

    /// Makes room for a policy's limits: those that are known keep their indices, the others get
    /// free ones, or new ones at the end.
    ///
    /// - Parameter used: indices that requests may still be judged by.
    /// - Returns: the index of each of `wanted`.
    package mutating func adopt(_ wanted: [NamedLimit], used: Set<Int>) -> [Int] {
        var used = used
        for limit in wanted {
            if let index = limits.firstIndex(of: limit) { used.insert(index) }
        }
        return wanted.map { limit in
            if let index = limits.firstIndex(of: limit) {
                used.insert(index)
                return index
            }
            let free = limits.indices.first { !used.contains($0) } ?? limits.count
            if free == limits.count { limits.append(limit) } else { limits[free] = limit }
            used.insert(free)
            return free
        }
    }

    /// Opens embed keys with other master keys from now on.
    package mutating func adopt(_ keys: MasterKeys?) {
        guard keys != masterKeys else { return }
        masterKeys = keys
        embedKeys = EmbedKeyCache()
    }
}
