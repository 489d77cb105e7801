import Bytes

/// How requests are spread over the targets of an upstream.
package enum Balance: Equatable, Sendable {
    /// Each in its turn.
    case roundRobin
    /// Of two targets drawn at random, the one with fewer requests in flight (power of two
    /// choices); each worker knows its own.
    case leastRequests
    /// The same key goes to the same target (rendezvous hashing, Thaler and Ravishankar 1998).
    /// Requests without a key go round robin.
    case hash(HashSource)

    /// What is hashed; nil where nothing is.
    package var hashSource: HashSource? {
        if case .hash(let source) = self { return source }
        return nil
    }
}

/// What a request's key is.
package enum HashSource: Equatable, Sendable {
    /// The organization that its token is of.
    case organization
    /// The value of a field, whose name is given in lower case.
    case field([UInt8])
}

/// When a target that fails is ejected: taken out of rotation for a while (Envoy's outlier
/// detection). Never more than half of the targets are.
package struct OutlierDetection: Equatable, Sendable {
    /// Failures in a row: connections that could not be opened or broke, time limits, and the
    /// statuses 502, 503 and 504.
    package var failures = Bounds.outlierFailures
    /// How long the first ejection takes, in milliseconds; the n-th takes n times as long.
    package var baseMilliseconds = Bounds.ejectionMilliseconds
    /// The longest ejection, in milliseconds.
    package var mostMilliseconds = Bounds.ejectionMillisecondsMax

    package init() {}
}

/// When failed requests are sent again.
package struct RetrySettings: Equatable, Sendable {
    /// Repeats of one request; 0 repeats none, but for a reused connection that had died.
    package var most = 0
    /// Repeats of all requests, per hundred of them.
    package var budgetPercent = Bounds.retryBudgetPercent

    package init() {}
}

/// What a policy says about an upstream's targets.
package struct TargetSettings: Equatable, Sendable {
    package var balance = Balance.roundRobin
    /// Idle connections kept per target and worker.
    package var keptConnections = Bounds.keptConnectionsMax
    /// A connection carries several requests at once (HTTP/2).
    package var sharesConnections = false
    /// Connections per target and worker, idle ones included.
    package var connectionsMax = Int.max
    /// Requests in flight per upstream and worker.
    package var requestsMax = Int.max
    /// nil ejects none.
    package var outliers: OutlierDetection? = OutlierDetection()
    /// How long the share of a returning target grows, in milliseconds; 0 gives it all at once.
    package var slowStartMilliseconds = Bounds.slowStartMilliseconds
    package var retries = RetrySettings()
    /// Health checks in a row after which a target is used, and is not.
    package var healthyChecks = Bounds.healthyChecks
    package var unhealthyChecks = Bounds.unhealthyChecks

    package init() {}
}
