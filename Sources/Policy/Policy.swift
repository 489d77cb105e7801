package import Contract
package import Reactor

/// What one `gateway.yaml` says, validated and complete: every default is filled in, every name is
/// resolved to an index, every file it names is read. Immutable; each worker compiles its own.
package struct Policy: Sendable {
    /// The OpenAPI document with its overlays, compiled.
    package let contract: Contract
    /// Addresses to listen at; never empty.
    package let listeners: [ListenerPolicy]
    /// Keys for session tickets that gateways share, 80 bytes each, the sealing one first; nil when
    /// the gateway makes its own.
    package let ticketKeys: [Secret]?
    /// Worker threads; 0 means one per core.
    package let workers: Int
    /// Networks whose `X-Forwarded-*` fields and PROXY headers are believed.
    package let trustedProxies: [CIDR]
    /// Addresses of DNS servers; empty means those of `/etc/resolv.conf`.
    package let resolvers: [SocketAddress]
    package let redis: RedisPolicy
    /// Back ends; an operation names one by its index.
    package let upstreams: [UpstreamPolicy]
    /// Named limits of an organization; an operation names one by its index.
    package let limits: [LimitPolicy]
    /// Parallel to the contract's operations: same count, same order.
    package let operations: [OperationPolicy]
    /// Paths outside the contract that are forwarded as they are, and the untouched operations.
    package let passThrough: PassThroughTable
    /// In whose words a refusal is told.
    package let errors: ErrorDialect
    /// What browsers of other origins may do; nil when the gateway answers no CORS request.
    package let cors: CORSPolicy?
    /// Name of the cookie that `bearer-or-session` operations accept; nil when there is none.
    package let sessionCookie: [UInt8]?
    package let bounds: RequestBounds
    package let timeouts: ClientTimeouts
    /// Whether fields whose names contain `_` are kept (unless they imitate a field of ours).
    package let keepsUnderscoreFields: Bool
    /// Embed tokens; nil when the gateway neither makes nor verifies any.
    package let embed: EmbedPolicy?
    /// Failed token look-ups that one client address may cause.
    package let failedLookups: RatePolicy
    /// Address of health, readiness and metrics; nil when there is no admin listener.
    package let adminAddress: SocketAddress?
    /// Path of the control socket; nil when there is none.
    package let controlSocket: String?
    package let accessLog: AccessLogDestination
    /// Numeric user to become once the sockets are open; nil keeps the one that started it.
    package let uid: UInt32?
    /// Numeric group to become once the sockets are open; nil keeps the one that started it.
    package let gid: UInt32?
}

/// In whose words the gateway tells a refusal.
package enum ErrorDialect: String, Sendable, CaseIterable {
    /// The exact bytes that Laravel answers.
    case laravel
    /// Problem details, RFC 9457.
    case problem
}

/// Where access log lines go.
package enum AccessLogDestination: Sendable, Equatable {
    case off
    case standardOutput
    /// A path, appended to.
    case file(String)
}
