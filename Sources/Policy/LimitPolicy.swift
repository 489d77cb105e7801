package import Quota

/// A named limit of an organization, as it is counted.
package struct LimitPolicy: Sendable, Equatable {
    /// Part of a Redis key: lower-case letters, digits, `-` and `_`.
    package let name: String
    package let quota: QuotaLimit
}

/// A rate with a burst. In any span of T seconds at most `burst + T * requests / periodSeconds`
/// requests pass.
package struct RatePolicy: Sendable, Equatable {
    package let requests: Int
    package let periodSeconds: Int
    package let burst: Int
}
