import Bytes
import Testing

@testable import Policy

/// Every bound of a policy: accepted at it, refused beyond it.
@Suite struct PolicyBoundsTests {
    @Test(arguments: [
        ("workers: 0", "workers: -1"), ("workers: 256", "workers: 257"),
        ("bounds: {target: 256B}", "bounds: {target: 255B}"),
        ("bounds: {target: 64KiB}", "bounds: {target: 65537B}"),
        ("bounds: {head: 1KiB}", "bounds: {head: 1023B}"),
        ("bounds: {head: 1MiB}", "bounds: {head: 1048577B}"),
        ("bounds: {fields: 8}", "bounds: {fields: 7}"),
        ("bounds: {fields: 1000}", "bounds: {fields: 1001}"),
        ("bounds: {body: 0B}", "bounds: {body: 0}"),
        ("bounds: {body: 1024GiB}", "bounds: {body: 1025GiB}"),
        ("bounds: {connections: 1}", "bounds: {connections: 0}"),
        ("bounds: {connections_per_address: 1}", "bounds: {connections_per_address: 0}"),
        ("bounds: {requests_per_connection: 1}", "bounds: {requests_per_connection: 0}"),
        ("bounds: {memory: 1024GiB}", "bounds: {memory: 1025GiB}"),
        // 16 MiB, 8 a worker, its operations, and a body of 8 MiB nine times, with its values:
        // three quarters of it. The bank's hook has no schema, and is held all the same.
        ("workers: 1\nbounds: {memory: 129MiB}", "workers: 1\nbounds: {memory: 128MiB}"),
        ("workers: 2\nbounds: {memory: 140MiB}", "workers: 2\nbounds: {memory: 139MiB}"),
        (
            "workers: 1\nbounds: {body: 1MiB, memory: 45MiB}",
            "workers: 1\nbounds: {body: 1MiB, memory: 44MiB}"
        ),
        // A body that goes through as it comes does not count, nor does one that is no POST's.
        (
            """
            workers: 1
            bounds: {memory: 45MiB}
            defaults: {auth: bearer, abilities: [read], body_max: 1MiB}
            pass_through:
              - {prefix: /files, methods: [GET, PUT]}
            """,
            """
            workers: 1
            bounds: {memory: 45MiB}
            defaults: {auth: bearer, abilities: [read], body_max: 1MiB}
            pass_through:
              - {prefix: /files, methods: [GET, POST]}
            """
        ),
        (
            """
            workers: 1
            bounds: {memory: 45MiB}
            operations:
              bankHook: {auth: public, untouched: true, body_max: 8MiB}
              createItem: {body_max: 1MiB}
            """,
            """
            workers: 1
            bounds: {memory: 45MiB}
            operations:
              bankHook: {auth: public, body_max: 8MiB}
              createItem: {body_max: 1MiB}
            """
        ),
        ("timeouts: {upgrade_drain: 1d}", "timeouts: {upgrade_drain: 25h}"),
        ("timeouts: {upgrade_start: 1ms}", "timeouts: {upgrade_start: 0s}"),
        ("timeouts: {head: 1ms}", "timeouts: {head: 0ms}"),
        ("timeouts: {head: 1d}", "timeouts: {head: 25h}"),
        (
            "failed_lookups: {rate: 1000000 per second}",
            "failed_lookups: {rate: 1000001 per second}"
        ),
        ("failed_lookups: {rate: 1 per day}", "failed_lookups: {rate: 1 per 86401s}"),
        (
            "failed_lookups: {rate: 1 per day, burst: 1}",
            "failed_lookups: {rate: 1 per day, burst: 0}"
        ),
        (
            "limits: {slow: {rate: 1 per day, burst: 104}}",
            "limits: {slow: {rate: 1 per day, burst: 105}}"
        ),
        (
            "operations: {createItem: {body_max: 8MiB}}",
            "operations: {createItem: {body_max: 9MiB}}"
        ),
        ("uid: 2147483647", "uid: 2147483648"),
        ("cors: {origins: [\"*\"], max_age: 1d}", "cors: {origins: [\"*\"], max_age: 25h}"),
    ])
    func `a value is accepted at its bound and refused beyond it`(within: String, beyond: String) {
        #expect(Policies.complaints(about: within) == [])
        #expect(Policies.complaints(about: beyond).count == 1)
    }

    @Test(arguments: [(63, true), (64, true), (65, false)])
    func `a list has 64 elements at most`(count: Int, isAccepted: Bool) {
        let networks = (0..<count).map { "10.0.\($0).0/24" }.joined(separator: ", ")
        let complaints = Policies.complaints(about: "trusted_proxies: [\(networks)]")
        #expect(complaints.isEmpty == isAccepted)
    }

    @Test(arguments: [(106, true), (107, true), (108, false)])
    func `the control socket's path fits its address`(count: Int, isAccepted: Bool) {
        let path = String(repeating: "s", count: count)
        let complaints = Policies.complaints(about: "control: {socket: \(path)}")
        #expect(complaints.isEmpty == isAccepted)
    }

    @Test(arguments: [(32, true), (33, false)])
    func `a limit's name has 32 bytes at most`(count: Int, isAccepted: Bool) {
        let name = String(repeating: "n", count: count)
        let complaints = Policies.complaints(about: "limits: {\(name): {rate: 1 per second}}")
        #expect(complaints.isEmpty == isAccepted)
    }
}
