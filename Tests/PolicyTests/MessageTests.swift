import Policy
import Testing

/// What an author reads on a bad night. The complete policy of `Policies` with some lines changed
/// gives exactly these messages.
@Suite struct MessageTests {
    private static let tooLong = String(repeating: "s", count: 108)

    @Test(arguments: [
        (
            "listener: 3",
            "1:1: error: a policy has no key `listener` — did you mean `listeners`?"
        ),
        (
            "redis: {url: \"redis://127.0.0.1\", prefx: x}",
            "1:35: error: `redis` has no key `prefx` — did you mean `prefix`?"
        ),
        (
            "redis: {url: \"redis://:hunter2@127.0.0.1\"}",
            "1:14: error: `redis.url` holds a password, which anybody who reads the policy sees — "
                + "move it to a file: `password_file: secrets/redis`, mode 600"
        ),
        (
            "redis: {url: \"http://127.0.0.1\"}",
            "1:14: error: `redis.url` is no Redis address — begin with redis://, rediss:// or "
                + "unix:///"
        ),
        (
            "redis: {url: \"redis://127.0.0.1\", timeout: 30}",
            "1:44: error: `redis.timeout` is the number 30, not a duration — say the unit: `30s` "
                + "or `30ms`"
        ),
        (
            "bounds: {body: 8MB}",
            "1:16: error: `bounds.body` is the text \"8MB\", not a size — write `8MiB`"
        ),
        (
            "timeouts: {head: 0s}",
            "1:18: error: `timeouts.head` is 0s and must be from 1ms to 1d — write 1ms or more"
        ),
        (
            "workers: many",
            "1:10: error: `workers` is the text \"many\" — write `auto` (one per core) or a number"
        ),
        (
            "access_log: stdot",
            "1:13: error: `access_log` is \"stdot\" — did you mean `stdout`?"
        ),
        (
            "uid: www-data",
            "1:6: error: `uid` is the text \"www-data\" — write the number (`id -u NAME`): a "
                + "static binary cannot look up names"
        ),
        (
            "session_cookie:",
            "1:1: error: `session_cookie` has no value — write its value behind the colon, or "
                + "remove the line"
        ),
        (
            "errors: larvel",
            "1:9: error: `errors` is the text \"larvel\" — did you mean `laravel`?"
        ),
        (
            "admin: {address: \"0.0.0.0:9901\"}",
            "1:9: warning: `admin.address` 0.0.0.0:9901 is not loopback: whoever reaches it reads "
                + "the metrics — write \"127.0.0.1:9901\", or close the port to the outside"
        ),
        (
            "admin: {address: \"127.0.0.1:8080\"}",
            "1:9: error: `admin.address` is a listener's address — give it a port of its own, such "
                + "as \"127.0.0.1:9901\""
        ),
        (
            "trusted_proxies: [10.1.2.3/16]",
            "1:19: error: `trusted_proxies` holds \"10.1.2.3/16\", not a network — the bits behind "
                + "the prefix must be 0: \"10.1.0.0/16\", not \"10.1.2.3/16\""
        ),
        (
            "cors: {origins: [\"*\"], credentials: true}",
            "1:24: error: `cors` allows credentials to every origin: any site could act for its "
                + "visitors — list the origins, or remove `credentials`"
        ),
        (
            "cors: {origins: [shop.example.com/]}",
            "1:18: error: `cors.origins` holds \"shop.example.com/\" — begin with the scheme: "
                + "\"https://shop.example.com/\""
        ),
        (
            "limits: {Fast: {rate: 60 per minute}}",
            "1:10: error: \"Fast\" cannot be the name of a limit — it becomes part of a Redis key: "
                + "lower-case letters, digits, - and _ only"
        ),
        (
            "limits: {fast: {rate: 60/minute}}",
            "1:23: error: `limits.fast.rate` is \"60/minute\" — write a number of requests and a "
                + "period: `60 per minute` or `100 per 10s`"
        ),
        (
            "limits: {fast: {burst: 5}}",
            "1:10: error: `limits.fast` has no `rate` — say how many: `rate: 60 per minute`"
        ),
        (
            "redis: {url: \"redis://edge@127.0.0.1\"}",
            "1:14: error: `redis.url` names the user `edge`, but there is no password to log in "
                + "with — add `password_file`, or leave the user out to be Redis' default user"
        ),
        (
            "gid: 1000",
            "1:1: error: `gid` without `uid` would change nothing — add `uid`, the user to become, "
                + "or remove `gid`"
        ),
        (
            "limits: {slow: {rate: 1 per day, burst: 105}}",
            "1:34: error: `limits.slow.burst` is 105, which at this rate takes 105 days to come "
                + "back (burst × period / requests); at most 104 can be counted — write `burst: "
                + "104` or less, or raise the rate"
        ),
        (
            "control: {socket: \"\(tooLong)\"}",
            "1:19: error: `control.socket` is 108 bytes long: \(tooLong) — a unix socket's path "
                + "has 1 to 107 bytes"
        ),
    ])
    func `one mistake gives one message with its place and remedy`(lines: String, message: String) {
        #expect(Policies.complaints(about: lines) == ["gateway.yaml:" + message])
    }

    @Test func `all problems are reported at once, in reading order`() {
        let complaints = Policies.complaints(
            about: """
                errors: html
                workers: -1
                timeouts: {head: 1w, idl: 5s}
                resolvers: [dns.example.com]
                """)
        #expect(
            complaints == [
                "gateway.yaml:1:9: error: `errors` is the text \"html\" — write `laravel` or "
                    + "`problem`",
                "gateway.yaml:2:10: error: `workers` is -1 and must be from 0 to 256 — write 0 or "
                    + "more",
                "gateway.yaml:3:18: error: `timeouts.head` is the text \"1w\", not a duration — "
                    + "write a whole number and a unit: 250ms, 30s, 5m, 2h or 1d",
                "gateway.yaml:3:22: error: `timeouts` has no key `idl` — did you mean `idle`?",
                "gateway.yaml:4:13: error: `resolvers` holds \"dns.example.com\", not a DNS "
                    + "server's address — write an IP address, with a port if it is not 53: "
                    + "\"10.0.0.2\"",
            ])
    }

    @Test func `an empty policy is told all that it lacks`() {
        let (policy, findings) = Policies.load("x-empty: true")
        #expect(policy == nil)
        #expect(
            findings == [
                "gateway.yaml:1:1: error: the policy has no `contract`, the OpenAPI document that "
                    + "it serves — add `contract: {document: openapi.yaml}`",
                "gateway.yaml:1:1: error: the policy has no `listeners` — add one: `- {address: "
                    + "\"0.0.0.0:8443\", hosts: [api.example.com], tls: …}`",
                "gateway.yaml:1:1: error: the policy has no `redis`, where tokens and quotas are — "
                    + "add `redis: {url: \"redis://127.0.0.1:6379\"}`",
                "gateway.yaml:1:1: error: the policy has no `upstreams` — add one: `upstreams: "
                    + "{app: {targets: [\"http://app.internal:8080\"]}}`",
            ])
    }

    @Test(arguments: ["- a list", "just text", "5"])
    func `a policy that is no mapping is said to be none`(text: String) {
        let (policy, findings) = Policies.load(text)
        #expect(policy == nil)
        #expect(findings.first?.contains("not a mapping of keys") ?? false)
    }

    @Test func `a policy that is no YAML is reported where it breaks`() {
        let (policy, findings) = Policies.load("listeners: [\nworkers: 3")
        #expect(policy == nil)
        #expect(findings.count == 1)
        let start = findings.first?.prefix(33)
        #expect(start == "gateway.yaml:3:1: error: not YAML")
    }
}
