import Crypto
import RedisServer
import Synchronization

/// A gateway with everything around it: a Redis of its own, an upstream of the tests' own, and the
/// OktaWa policy with these addresses.
final class Rig: Sendable {
    /// What differs between the rigs.
    struct Options {
        var workers = 2
        var timeouts = "{head: 10s, body: 10s, idle: 30s, write: 10s, drain: 20s}"
        var redisTimeout = "5s"
        /// Added to the command line of redis-server, and how the gateway reaches it then.
        var redisArguments: [String] = []
        var redisURL: String?
        var redisMore = ""
        /// Whether the gateway can reach all it needs.
        var isReady = true
        var bounds = "{body: 128MiB}"
        /// The cap of bodies to `/open`.
        var openBody = "128MiB"
        /// Added to `embed`.
        var embed = ""
        var failedLookups = "{rate: 1 per minute, burst: 3}"
        var assumed = "report"
        var mode = "enforce"
        var errors = "laravel"
        /// Lines of `defaults`, `upstreams` and `pass_through`.
        var defaults = ""
        var upstreams = ""
        /// Where requests go unless their operation says otherwise.
        var upstream = "main"
        var passThrough = ""
        var accessLog = "access.log"
        /// Lines of the TLS listener's `tls`, and its first certificate in place of the usual.
        var tls = ""
        var certificate: String?
        var http2 = true
        /// What stands before the gateway on its command line.
        var wrapper: [String] = []
        /// Whole keys of the policy.
        var more = ""
    }

    /// The rig of the tests that break nothing.
    static var main: Rig { get throws { try shared.get() } }
    /// The rig whose clients must hurry.
    static var hurried: Rig { get throws { try sharedHurried.get() } }

    private static let shared = Result { try Rig() }
    private static let sharedHurried = Result {
        try Rig(
            Options(
                workers: 1, timeouts: "{head: 400ms, body: 400ms, idle: 600ms, write: 600ms}",
                redisTimeout: "250ms",
                bounds: "{body: 128MiB, target: 1KiB, head: 4KiB, fields: 20}"))
    }

    /// The content of the master key file.
    static let masterKey = "m1 " + String(repeating: "5a", count: 32)

    let place: Workplace
    let redis: SharedRedis
    let upstream: TestUpstream
    let gateway: Gateway
    /// Listeners: plaintext, TLS, and plaintext behind a balancer that speaks the PROXY protocol.
    let plain: Address
    let tls: Address
    let proxied: Address
    private let lastNumber = Atomic(0)

    /// - Parameter files: beside the policy, by name.
    init(_ options: Options = Options(), files: [String: String] = [:]) throws {
        place = try Workplace()
        redis = try SharedRedis(options.redisArguments)
        place.adopt(redis.folder)
        upstream = try TestUpstream()
        let certificates = try Certificates.shared.get()
        // A loopback address of its own: nothing else on the machine listens there.
        let host = "127.\(Int.random(in: 64..<250)).\(Int.random(in: 1..<255)).7"
        plain = Address(host: host, port: try freePort(at: host))
        tls = Address(host: host, port: try freePort(at: host))
        proxied = Address(host: host, port: try freePort(at: host))
        let admin = Address(host: host, port: try freePort(at: host))
        try place.write(Self.assertionKey, to: "assertion.key")
        try place.write(Self.masterKey, to: "master.key")
        for (name, text) in files { try place.write(text, to: name) }
        let policy = try Rig.policy(
            options, place: place, redis: redis, upstream: upstream.address,
            listeners: (plain, tls, proxied), admin: admin, certificates: certificates)
        gateway = try Gateway(
            place, policy: policy, admin: admin, isReady: options.isReady,
            wrapper: options.wrapper)
    }

    static let assertionKey = "0123456789abcdef0123456789abcdef"

    private static func policy(
        _ options: Options, place: Workplace, redis: SharedRedis, upstream: Address,
        listeners: (plain: Address, tls: Address, proxied: Address), admin: Address,
        certificates: Certificates
    ) throws -> String {
        let dead = try freePort(at: "127.0.0.1")
        let hosts = "[api.test, \"*.wild.test\", 127.0.0.1, localhost]"
        let usual =
            "certificate_file: \(certificates.file("api.pem")), key_file: "
            + certificates.file("api.key")
        let redisURL = options.redisURL ?? "unix://\(redis.socketPath)"
        return """
            extends: \(Gateway.root)/policies/oktawa/gateway.yaml
            errors: \(options.errors)
            workers: \(options.workers)
            listeners:
              - {address: "\(listeners.plain)", hosts: \(hosts), http2: \(options.http2)}
              - address: "\(listeners.tls)"
                hosts: [api.test, "*.wild.test", other.test, localhost]
                http2: \(options.http2)
                tls:
            \(options.tls)
                  certificates:
                    - {\(options.certificate ?? usual)}
                    - {certificate_file: \(certificates.file("other.pem")), \
            key_file: \(certificates.file("other.key"))}
              - {address: "\(listeners.proxied)", hosts: \(hosts), proxy_protocol: true}
            trusted_proxies: ["127.0.0.9"]
            redis: {url: "\(redisURL)", timeout: \(options.redisTimeout)\(options.redisMore)}
            upstreams:
              main:
                targets: ["http://\(upstream)"]
                assertion_key_file: assertion.key
              named: {targets: ["http://\(upstream)"], host: "backend.internal"}
              dead: {targets: ["http://127.0.0.1:\(dead)"]}
              pair: {targets: ["http://127.0.0.1:\(dead)", "http://\(upstream)"]}
            \(options.upstreams)
            limits:
              standard: {rate: 600 per minute, burst: 100}
              sending: {rate: 120 per minute, burst: 40}
            embed: {issuer: "https://issuer.test", master_key_file: master.key\(options.embed)}
            failed_lookups: \(options.failedLookups)
            defaults:
              upstream: \(options.upstream)
              limit: standard
              mode: \(options.mode)
              assumed: \(options.assumed)
            \(options.defaults)
            pass_through:
              - {prefix: /open, body_max: \(options.openBody), timeouts: {response: 20s, idle: 20s}}
              - {prefix: /brisk, timeouts: {response: 400ms, idle: 400ms}}
              - {prefix: /named, upstream: named}
              - {prefix: /dead, upstream: dead}
              - {prefix: /pair, upstream: pair}
              - {prefix: /read-only, methods: [GET]}
              - {prefix: /small, body_max: 1KiB}
            \(options.passThrough)
            timeouts: \(options.timeouts)
            bounds: \(options.bounds)
            admin: {address: "\(admin)"}
            \(options.more)
            control: {socket: \(place.file("control.sock"))}
            access_log: \(options.accessLog == "off" ? "off" : place.file(options.accessLog))
            """ + "\n"
    }

    /// A number that no other test of this rig has.
    func number() -> Int { lastNumber.add(1, ordering: .relaxed).newValue }

    /// A client address that no other test has: failed look-ups are counted by it.
    func source() -> String {
        let number = number()
        return "127.1.\(number / 250).\(number % 250 + 1)"
    }

    /// The requests' log lines, as far as they have been written, that name a request.
    func logLines(of answer: Answer) throws -> [String] {
        let id = answer["x-request-id"] ?? "none"
        var found: [String] = []
        try eventually("a log line of request \(id)") {
            found = place.text(of: "access.log").split(separator: "\n").map(String.init)
                .filter { $0.contains("\"id\":\"\(id)\"") }
            return !found.isEmpty
        }
        return found
    }
}

/// A redis-server that tests on several threads may use.
final class SharedRedis: Sendable {
    private let server: Mutex<RedisServer>
    let socketPath: String
    let folder: String

    init(_ arguments: [String] = []) throws {
        let server = try RedisServer(arguments: arguments)
        socketPath = server.socketPath
        folder = server.folder
        self.server = Mutex(server)
    }

    @discardableResult
    func run(_ command: [String]) throws -> String {
        try RedisConnection(unixPath: socketPath).run([command])
    }

    func freeze() { server.withLock { $0.freeze() } }
    func thaw() { server.withLock { $0.thaw() } }
    func stop() { server.withLock { $0.stop() } }
    func start() throws { try server.withLock { try $0.start() } }
}

/// Certificates as `openssl` makes them, once for all tests.
final class Certificates: Sendable {
    static let shared = Result { try Certificates() }

    private let place: Workplace

    private init() throws {
        place = try Workplace()
        for name in ["authority", "stranger"] {
            try openssl(
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-days", "2", "-subj", "/CN=\(name)", "-keyout", file("\(name).key"), "-out",
                file("\(name).pem"))
        }
        try leaf("api", "DNS:api.test,DNS:localhost,DNS:*.wild.test")
        try leaf("other", "DNS:other.test")
        try leaf("upstream", "DNS:upstream.test,IP:127.0.0.1")
    }

    private func leaf(_ name: String, _ names: String) throws {
        try openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "2", "-subj", "/CN=\(name)", "-CA", file("authority.pem"), "-CAkey",
            file("authority.key"), "-addext", "basicConstraints=critical,CA:FALSE", "-addext",
            "subjectAltName=\(names)", "-keyout", file("\(name).key"), "-out",
            file("\(name).pem"))
    }

    private func openssl(_ arguments: String...) throws {
        let (status, output) = try Program.run(["openssl"] + arguments, in: place)
        guard status == 0 else { throw Failure("openssl: \(output)") }
    }

    func file(_ name: String) -> String { place.file(name) }
}
