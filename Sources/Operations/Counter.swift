/// What a worker counts that belongs to no route and no upstream.
@usableFromInline package enum Counter: Int, CaseIterable, Sendable {
    case connectionsAccepted
    case connectionsRefused
    case streamsRefused
    case connectionsOverAddressBound
    case connectionsReused
    case connectionsOpen
    case requestsInFlight
    case handshakes
    case handshakesResumed
    case bytesReceived
    case bytesSent
    case redisRoundTrips
    case redisFailures
    case redisTimeouts
    case redisReconnections
    case redisConnected
    case resolverFailures
    case namesUnanswered
    case namesUnresolved
    case requestsCut
    case reportedRules
    case logLinesDropped
    case logReopenFailures
    case tokensEnded
    case withdrawalsDropped
    case memoryPressures
    case memoryConnectionsRefused
    case memoryRequestsRefused
    case memoryIdleClosed
    case memoryConnectionsCut

    /// How many there are.
    package static let count = 30

    /// Set rather than added to: what is there now.
    package var isGauge: Bool {
        switch self {
        case .connectionsOpen, .requestsInFlight, .redisConnected, .namesUnanswered,
            .namesUnresolved:
            true
        default: false
        }
    }

    /// The metric's name, as Prometheus' conventions have it.
    package var name: StaticString {
        switch self {
        case .connectionsAccepted: "bawaba_connections_accepted_total"
        case .connectionsRefused: "bawaba_connections_refused_total"
        case .streamsRefused: "bawaba_streams_refused_total"
        case .connectionsOverAddressBound: "bawaba_connections_over_address_bound_total"
        case .connectionsReused: "bawaba_connections_reused_total"
        case .connectionsOpen: "bawaba_connections_open"
        case .requestsInFlight: "bawaba_requests_in_flight"
        case .handshakes: "bawaba_handshakes_total"
        case .handshakesResumed: "bawaba_handshakes_resumed_total"
        case .bytesReceived: "bawaba_received_bytes_total"
        case .bytesSent: "bawaba_sent_bytes_total"
        case .redisRoundTrips: "bawaba_redis_round_trips_total"
        case .redisFailures: "bawaba_redis_failures_total"
        case .redisTimeouts: "bawaba_redis_timeouts_total"
        case .redisReconnections: "bawaba_redis_reconnections_total"
        case .redisConnected: "bawaba_redis_connected"
        case .resolverFailures: "bawaba_resolver_failures_total"
        case .namesUnanswered: "bawaba_upstream_names_unanswered"
        case .namesUnresolved: "bawaba_upstream_names_unresolved"
        case .requestsCut: "bawaba_requests_cut_total"
        case .reportedRules: "bawaba_reported_rules_total"
        case .logLinesDropped: "bawaba_log_lines_dropped_total"
        case .logReopenFailures: "bawaba_log_reopen_failures_total"
        case .tokensEnded: "bawaba_answers_ended_with_token_total"
        case .withdrawalsDropped: "bawaba_withdrawals_dropped_total"
        case .memoryPressures: "bawaba_memory_pressures_total"
        case .memoryConnectionsRefused: "bawaba_memory_connections_refused_total"
        case .memoryRequestsRefused: "bawaba_memory_requests_refused_total"
        case .memoryIdleClosed: "bawaba_memory_idle_connections_closed_total"
        case .memoryConnectionsCut: "bawaba_memory_connections_cut_total"
        }
    }

    /// The metric's help text.
    package var help: StaticString {
        switch self {
        case .connectionsAccepted: "Client connections accepted."
        case .connectionsRefused: "Client connections closed at once because all slots were taken."
        case .streamsRefused:
            "HTTP/2 streams refused because their worker had too many, or their connection ends."
        case .connectionsOverAddressBound:
            "Client connections closed at once because their client had too many."
        case .connectionsReused: "Idle client connections closed to make room for others."
        case .connectionsOpen: "Client connections open."
        case .requestsInFlight: "Requests being judged, forwarded or answered."
        case .handshakes: "TLS handshakes completed."
        case .handshakesResumed: "TLS handshakes completed that resumed a session."
        case .bytesReceived: "Bytes of request bodies."
        case .bytesSent: "Bytes of response bodies."
        case .redisRoundTrips: "Round trips to Redis for requests."
        case .redisFailures: "Redis replies that were errors, and connections to it that broke."
        case .redisTimeouts: "Redis replies that did not come in time."
        case .redisReconnections: "Connections made to Redis after the first."
        case .redisConnected: "Connections to Redis that are ready, one per worker."
        case .resolverFailures: "Upstream names that DNS did not resolve."
        case .namesUnanswered: "Upstream names that DNS has not answered for since the start."
        case .namesUnresolved: "Upstream names without an address."
        case .requestsCut: "Requests cut off when the time for ending was over."
        case .reportedRules: "Field rules in report mode that a request broke."
        case .logLinesDropped: "Access log lines dropped because the log's reader was too slow."
        case .logReopenFailures: "Attempts to open the access log again that failed."
        case .tokensEnded:
            "Answers that lasted, such as WebSockets, cut because their token was no longer good."
        case .withdrawalsDropped:
            "Tokens that were to end, or codes to be asked for, forgotten for want of room."
        case .memoryPressures: "Times that memory came near its ceiling and work was refused."
        case .memoryConnectionsRefused:
            "Client connections closed at once because memory was near its ceiling."
        case .memoryRequestsRefused: "Requests refused because memory was near its ceiling."
        case .memoryIdleClosed: "Idle client connections closed because memory was short."
        case .memoryConnectionsCut:
            "Client connections that held much and were cut or answered 503 at the memory ceiling."
        }
    }
}

/// What a worker counts for each upstream.
@usableFromInline package enum UpstreamCounter: Int, CaseIterable, Sendable {
    case requests
    case retries
    case connections
    case connectionFailures
    case brokenAnswers
    case timeouts
    case overloaded
    case retriesRefused
    case ejections
    case failedChecks
    case protocolMismatches
    case connectionsOpen
    case connectionsIdle

    /// How many there are.
    package static let count = 13

    /// Set rather than added to: what is there now.
    package var isGauge: Bool { self == .connectionsOpen || self == .connectionsIdle }

    /// The metric's name, as Prometheus' conventions have it.
    package var name: StaticString {
        switch self {
        case .requests: "bawaba_upstream_requests_total"
        case .retries: "bawaba_upstream_retries_total"
        case .connections: "bawaba_upstream_connections_total"
        case .connectionFailures: "bawaba_upstream_connection_failures_total"
        case .brokenAnswers: "bawaba_upstream_broken_answers_total"
        case .timeouts: "bawaba_upstream_timeouts_total"
        case .overloaded: "bawaba_upstream_overloaded_total"
        case .retriesRefused: "bawaba_upstream_retries_refused_total"
        case .ejections: "bawaba_upstream_ejections_total"
        case .failedChecks: "bawaba_upstream_health_check_failures_total"
        case .protocolMismatches: "bawaba_upstream_protocol_mismatches_total"
        case .connectionsOpen: "bawaba_upstream_connections_open"
        case .connectionsIdle: "bawaba_upstream_connections_idle"
        }
    }

    /// The metric's help text.
    package var help: StaticString {
        switch self {
        case .requests: "Requests sent to the upstream, repeated ones included."
        case .retries: "Requests sent to the upstream again."
        case .connections: "Connections opened to the upstream."
        case .connectionFailures: "Connections to the upstream that could not be opened."
        case .brokenAnswers: "Answers that ended early or were not HTTP."
        case .timeouts: "Answers that did not come in time."
        case .overloaded: "Requests refused because the upstream had all that its limits allow."
        case .retriesRefused: "Failed requests that were not sent again: see the log's detail."
        case .ejections: "Targets taken out of rotation after failures in a row."
        case .failedChecks: "Health checks that failed."
        case .protocolMismatches: "Connections whose target does not speak the HTTP/2 it should."
        case .connectionsOpen: "Connections open to the upstream."
        case .connectionsIdle: "Connections to the upstream that wait in the pool."
        }
    }
}

/// Why a TLS handshake of a client failed.
package enum HandshakeFailure: Int, CaseIterable, Sendable {
    case closed, timeout, alert, plainText, version, cipher, applicationProtocol
    case missingCertificate, unknownAuthority, expiredCertificate, revokedCertificate
    case badCertificate, violation

    /// How many there are.
    package static let count = 13
    /// The metric that counts them.
    static let name: StaticString = "bawaba_handshake_failures_total"

    /// The value of its label.
    package var text: StaticString {
        switch self {
        case .closed: "closed"
        case .timeout: "timeout"
        case .alert: "alert"
        case .plainText: "plain_text"
        case .version: "version"
        case .cipher: "cipher"
        case .applicationProtocol: "application_protocol"
        case .missingCertificate: "missing_certificate"
        case .unknownAuthority: "unknown_authority"
        case .expiredCertificate: "expired_certificate"
        case .revokedCertificate: "revoked_certificate"
        case .badCertificate: "bad_certificate"
        case .violation: "violation"
        }
    }
}
