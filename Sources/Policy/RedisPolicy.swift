/// Where tokens, organizations and quotas are kept.
package struct RedisPolicy: Sendable {
    /// `redis://host:port/db`, `rediss://…` or `unix:///path?db=n`; never holds a password.
    package let url: String
    package let password: Secret?
    /// Stands before every key.
    package let prefix: [UInt8]
    /// How long one look-up may take before the request is refused.
    package let timeoutMilliseconds: Int
    /// Trusted roots of a `rediss://` server, PEM; nil otherwise.
    package let caPEM: [UInt8]?
}
