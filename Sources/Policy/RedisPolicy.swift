package import Document
package import Redis

/// Where tokens, organizations and quotas are kept.
package struct RedisPolicy: Sendable {
    /// With the credentials, the password file's included.
    package let address: RedisAddress
    /// Stands before every key.
    package let prefix: [UInt8]
    /// How long one look-up may take before the request is refused.
    package let timeoutMilliseconds: Int
    /// How soon an answer that lasts learns that its token is no longer good.
    package let recheckMilliseconds: Int
    /// Trusted roots of a `rediss://` server, PEM; nil otherwise.
    package let caPEM: [UInt8]?
    package let mark: Mark
}
