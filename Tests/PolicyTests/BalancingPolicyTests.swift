import Policy
import Testing
import Upstream

/// How targets share requests, and what becomes of those that fail.
@Suite struct BalancingPolicyTests {
    private func lines(_ more: String, targets: String = "http://a, http://b") -> String {
        "upstreams: {app: {targets: [\(targets)], assertion_key_file: keys/assertion, \(more)}}"
    }

    private func upstream(_ more: String) throws -> UpstreamPolicy {
        let (policy, findings) = Policies.load(Policies.changed(lines(more)))
        #expect(findings == [])
        return try #require(policy?.upstreams.first)
    }

    @Test func `an upstream that says nothing goes round, ejects and does not retry`() throws {
        let settings = try upstream("kept_connections: 1").settings
        #expect(settings.balance == .roundRobin && settings.outliers == OutlierDetection())
        #expect(settings.connectionsMax == .max && settings.requestsMax == .max)
        #expect(settings.retries.most == 0 && settings.slowStartMilliseconds == 10_000)
    }

    @Test(arguments: [
        ("round_robin", Balance.roundRobin), ("least_requests", .leastRequests),
        ("{hash: org}", .hash(.organization)),
        ("{hash: X-User-Id}", .hash(.field(Array("x-user-id".utf8)))),
    ])
    func `every kind of balance is read`(text: String, balance: Balance) throws {
        #expect(try upstream("balance: \(text)").settings.balance == balance)
    }

    @Test func `limits, ejection and retries are read`() throws {
        let settings = try upstream(
            """
            max_connections: 20, max_requests: 100, slow_start: 0s, retries: {budget: 5%}, \
            outlier_detection: {consecutive_failures: 3, base_ejection_time: 1s, \
            max_ejection_time: 9s}
            """
        ).settings
        #expect(settings.connectionsMax == 20 && settings.requestsMax == 100)
        #expect(settings.slowStartMilliseconds == 0)
        #expect(settings.retries.most == 2 && settings.retries.budgetPercent == 5)
        #expect(settings.outliers?.failures == 3 && settings.outliers?.baseMilliseconds == 1_000)
        #expect(settings.outliers?.mostMilliseconds == 9_000)
        #expect(try upstream("outlier_detection: off").settings.outliers == nil)
    }

    @Test func `a health check is read`() throws {
        let policy = try upstream(
            "health: {path: /up?deep=1, interval: 2s, timeout: 2s, healthy: 4, unhealthy: 5, "
                + "expected_status: 204}")
        let health = try #require(policy.health)
        #expect(health.path == Array("/up?deep=1".utf8) && health.intervalMilliseconds == 2_000)
        #expect(health.timeoutMilliseconds == 2_000 && health.expectedStatus == 204...204)
        #expect(policy.settings.healthyChecks == 4 && policy.settings.unhealthyChecks == 5)
        let short = try #require(try upstream("health: {path: /, interval: 500ms}").health)
        #expect(short.timeoutMilliseconds == 500 && short.expectedStatus == 200...299)
    }

    @Test(arguments: [
        ("balance: hash", "`upstreams.app.balance` does not say what to hash — write "),
        ("balance: random", "`upstreams.app.balance` is the text \"random\" — write "),
        ("balance: {hash: \"a b\"}", "`upstreams.app.balance.hash` is no field's name — write "),
        (
            "balance: {hash: X-Real-IP}",
            "`upstreams.app.balance.hash` is \"X-Real-IP\", which is dropped before "
        ),
        ("balance: {}", "`upstreams.app.balance` has no `hash` — write "),
        ("max_connections: 0", "`upstreams.app.max_connections` is 0 and must be from 1 to "),
        ("max_requests: 1000001", "`upstreams.app.max_requests` is 1000001 and must be from 1 to "),
        ("retries: {max: 11}", "`upstreams.app.retries.max` is 11 and must be from 0 to 10"),
        (
            "retries: {budget: 20}",
            "`upstreams.app.retries.budget` is the number 20, not a share of the requests — "
        ),
        ("retries: {budget: 101%}", "`upstreams.app.retries.budget` is the text \"101%\", not "),
        (
            "outlier_detection: {base_ejection_time: 2s, max_ejection_time: 1s}",
            "`upstreams.app.outlier_detection.max_ejection_time` is shorter than the first "
        ),
        ("outlier_detection: {failures: 2}", "`upstreams.app.outlier_detection` has no key "),
        ("health: {interval: 1s}", "`upstreams.app.health` has no `path` — name a path "),
        ("health: {path: up}", "`upstreams.app.health.path` is \"up\", not a path — "),
        (
            "health: {path: /up, interval: 1s, timeout: 2s}",
            "`upstreams.app.health.timeout` is longer than the time between two checks — write 1s "
        ),
        (
            "health: {path: /up, expected_status: 2xx}",
            "`upstreams.app.health.expected_status` is \"2xx\", not a status — "
        ),
        (
            "health: {path: /up, expected_status: 299-200}",
            "`upstreams.app.health.expected_status` is \"299-200\", not a status — "
        ),
        ("health: {path: /up, interval: 99ms}", "`upstreams.app.health.interval` is 99ms and "),
    ])
    func `what cannot be meant is said with its place and a remedy`(more: String, message: String) {
        let complaints = Policies.complaints(about: lines(more))
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains("error: \(message)") == true, "\(complaints)")
    }

    @Test func `a target that is listed twice is a mistake`() {
        let complaints = Policies.complaints(
            about: lines("kept_connections: 1", targets: "http://a, http://a:80"))
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains("lists \"http://a:80\" twice") == true)
    }
}
