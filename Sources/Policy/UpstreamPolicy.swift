package import Document

/// A back end and how it is reached.
package struct UpstreamPolicy: Sendable {
    package let name: String
    /// Never empty.
    package let targets: [TargetPolicy]
    /// nil when the targets are `http://`; all targets of one upstream are alike.
    package let tls: UpstreamTLS?
    /// The Host to send; nil sends the client's.
    package let host: [UInt8]?
    /// Key of the assertion; nil sends none.
    package let assertionKey: Secret?
    /// Idle connections that a worker keeps per target; 0 keeps none.
    package let keptConnections: Int
    package let timeouts: UpstreamTimeouts
    package let mark: Mark
}

/// One address of an upstream.
package struct TargetPolicy: Sendable, Equatable {
    /// A name to resolve, or an address (IPv6 without its brackets).
    package let host: String
    package let port: UInt16
}

/// How an upstream's certificate is judged.
package struct UpstreamTLS: Sendable {
    /// Whether its chain and name must be valid.
    package let verifies: Bool
    /// Sent as SNI and expected in the certificate; nil means the target's own host.
    package let serverName: String?
    /// Trusted roots, PEM; nil only when nothing is verified.
    package let caPEM: [UInt8]?
}

/// Time limits towards an upstream, in milliseconds.
package struct UpstreamTimeouts: Sendable, Equatable {
    /// Resolving, connecting and the TLS handshake together.
    package let connectMilliseconds: Int
    /// From the request's last byte to the answer's head.
    package let responseMilliseconds: Int
    /// Between two pieces of the answer, and between two pieces that the upstream takes.
    package let idleMilliseconds: Int
    /// How long an unused connection is kept.
    package let keepMilliseconds: Int
}
