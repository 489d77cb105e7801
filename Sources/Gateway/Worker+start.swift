import Bytes
import Crypto
import HTTP
import Identity
import Operations
import Policy
import Quota
import Reactor
import Redis
import TLS
import Upstream

extension Worker {
    /// A worker with its listeners open, which has the snapshot for itself alone.
    static func make(
        _ snapshot: sending Snapshot, _ sockets: [[ListeningSocket]], _ parts: CommonParts,
        number: Int
    ) throws(Gateway.StartFault) -> Worker {
        let poller: Poller
        do throws(Errno) {
            poller = try Poller(capacity: Bounds.pollerEvents)
        } catch {
            throw .system("cannot make a poller", error)
        }
        var worker = Worker(snapshot, parts, poller: poller, number: number)
        for (index, item) in snapshot.policy.listeners.enumerated() {
            _ = worker.placeListener(item, sockets[index], context: snapshot.contexts[index])
        }
        try worker.watch(snapshot.policy)
        return worker
    }

    private init(
        _ snapshot: Snapshot, _ parts: CommonParts, poller: consuming Poller, number: Int
    ) {
        let policy = snapshot.policy
        let redis = snapshot.redis
        self.number = number
        mailbox = parts.mailboxes[number]
        reloads = parts.reloads
        memory = MemoryWatch(parts)
        ticketKeys = parts.tickets.keys
        clock = Clock()
        timers = TimerWheel(nowMilliseconds: clock.milliseconds)
        listeners = Slab(limit: Bounds.listenerSlotsMax) { _ in ListenerSlot() }
        downstreams = Slab(limit: Self.downstreamsMax(policy)) { _ in Downstream() }
        exchanges = Slab(limit: policy.bounds.requestsMax) { _ in Exchange() }
        links = Slab(limit: Self.linksMax(policy)) { _ in UpstreamLink() }
        sessions = Slab(limit: Self.sessionsMax(policy)) { _ in SessionSlot() }
        upstreams = snapshot.upstreams
        recorder = Recorder(metrics: parts.metrics, worker: number, log: parts.log)
        identifiers = IdentifierSource(
            seed: (
                SecureRandom.uint64(), SecureRandom.uint64(), SecureRandom.uint64(),
                SecureRandom.uint64() | 1
            ))
        var desk = Self.desk(policy, redis)
        let limits = desk.adopt(Self.limits(policy), used: [])
        self.desk = desk
        redisHost = redis.host
        redisPort = redis.port
        redisAddresses = redis.address.map { [$0] } ?? []
        redisIsNamed = redis.address == nil
        redisTLS = redis.tls
        self.poller = poller
        rules = Rules(snapshot, upstreams: Array(upstreams.indices), limits: limits)
    }

    /// Connections, and as many streams as there may be requests.
    static func downstreamsMax(_ policy: Policy) -> Int {
        policy.bounds.connectionsMax + policy.bounds.requestsMax
    }

    /// One for each request, and one for the connection that it may have for itself.
    static func linksMax(_ policy: Policy) -> Int {
        2 * policy.bounds.requestsMax + keptMax(policy)
    }

    /// Connections of clients and of upstreams that speak HTTP/2.
    static func sessionsMax(_ policy: Policy) -> Int {
        policy.bounds.connectionsMax + policy.bounds.requestsMax + keptMax(policy)
    }

    /// Connections that are kept, and a health check for each target.
    private static func keptMax(_ policy: Policy) -> Int {
        policy.upstreams.reduce(0) {
            $0 + $1.targets.count * ($1.settings.keptConnections + 1)
        }
    }

    static func limits(_ policy: Policy) -> [NamedLimit] {
        policy.limits.map { NamedLimit(name: $0.name, limit: $0.quota) }
    }

    private static func desk(_ policy: Policy, _ redis: RedisPlace) -> AdmissionDesk {
        AdmissionDesk(
            credentials: redis.credentials,
            timeoutMilliseconds: policy.redis.timeoutMilliseconds,
            prefix: String(decoding: policy.redis.prefix, as: UTF8.self),
            limits: [],
            failedBurst: policy.failedLookups.burst,
            failedIntervalMilliseconds: policy.failedLookups.intervalMilliseconds,
            seed: SecureRandom.uint64(), masterKeys: policy.embed?.masterKeys)
    }

    private mutating func watch(_ policy: Policy) throws(Gateway.StartFault) {
        do throws(Errno) {
            try poller.addLevel(mailbox.raw, token: Token(kind: Kind.mailbox.rawValue))
        } catch {
            throw .system("cannot watch the mailbox", error)
        }
        // Before its thread begins: the main thread waits for the answers.
        showUnanswered()
        do throws(ResolverError) {
            if needsNames { try makeResolver(policy) }
        } catch {
            throw .resolver("\(error)")
        }
    }

    /// Makes a resolver, which takes the place of the one that there is.
    mutating func makeResolver(_ policy: Policy) throws(ResolverError) {
        let made = try Resolver(servers: policy.resolvers)
        do throws(Errno) {
            try poller.addLevel(made.raw, token: Token(kind: Kind.resolver.rawValue))
        } catch {
            throw .system(error)
        }
        resolver = consume made
    }

    var needsNames: Bool {
        if redisIsNamed { return true }
        for upstream in upstreams {
            for name in upstream.names where name != nil { return true }
        }
        return false
    }
}

extension RatePolicy {
    /// From one failed look-up that is forgiven to the next.
    var intervalMilliseconds: Int { max(periodSeconds * 1_000 / requests, 1) }
}
