package import Document
package import Upstream

/// A back end and how it is reached.
package struct UpstreamPolicy: Sendable {
    package let name: String
    /// Never empty.
    package let targets: [TargetPolicy]
    /// What its targets speak.
    package let speaks: UpstreamProtocol
    /// nil when the targets are `http://`; all targets of one upstream are alike.
    package let tls: UpstreamTLS?
    /// The Host to send; nil sends the client's.
    package let host: [UInt8]?
    /// Key of the assertion; nil sends none.
    package let assertionKey: Secret?
    /// How its targets share the requests, and what they may have.
    package let settings: TargetSettings
    /// How targets are checked; nil when nobody asks them.
    package let health: HealthCheck?
    package let timeouts: UpstreamTimeouts
    package let mark: Mark

    /// Whether connections to the one are as good as to the other: what else a policy says of an
    /// upstream can change while they stay.
    package func hasSameTargets(as other: UpstreamPolicy) -> Bool {
        name == other.name && targets == other.targets && tls == other.tls
            && speaks == other.speaks
    }

    /// What metrics call the targets.
    package var targetNames: [String] {
        targets.map { (tls == nil ? "http://" : "https://") + $0.authority }
    }
}

/// The version of HTTP that an upstream's targets speak.
@usableFromInline package enum UpstreamProtocol: String, CaseIterable, Sendable {
    case http1
    /// Over TLS as ALPN chooses it, in plain text with prior knowledge (RFC 9113 §3.2, §3.3).
    case http2
}

/// One address of an upstream.
package struct TargetPolicy: Sendable, Equatable {
    /// A name to resolve, or an address (IPv6 without its brackets).
    package let host: String
    package let port: UInt16

    /// Host and port as a URL has them.
    package var authority: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}

/// How a target is asked whether it is well: a GET on a connection of its own.
package struct HealthCheck: Sendable, Equatable {
    /// Path, and query if there is one.
    package let path: [UInt8]
    /// From one check to the next, in milliseconds; varied by an eighth.
    package let intervalMilliseconds: Int
    /// For connecting and the answer's head together; not more than the interval.
    package let timeoutMilliseconds: Int
    /// The statuses that say that it is well.
    package let expectedStatus: ClosedRange<Int>
}

/// How an upstream's certificate is judged.
package struct UpstreamTLS: Sendable, Equatable {
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
