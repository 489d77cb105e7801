import Bytes
import Crypto
import HTTP
import Identity
import Operations
package import Policy
import Quota
import Reactor
import Redis
package import TLS
import Upstream

extension Worker {
    /// A worker with its listeners open. It compiles the policy and the contract for itself, so
    /// that no two workers share a reference count.
    static func make(
        _ source: PolicySource, _ parts: CommonParts, number: Int
    ) throws(Gateway.StartFault) -> Worker {
        let policy = try Gateway.load(source)
        let redis = try RedisPlace(policy)
        let poller: Poller
        do throws(Errno) {
            poller = try Poller(capacity: Bounds.pollerEvents)
        } catch {
            throw .system("cannot make a poller", error)
        }
        var worker = Worker(policy, redis, parts, poller: poller, number: number)
        try worker.openListeners(policy, parts)
        try worker.prepareUpstreams(policy)
        return worker
    }

    private init(
        _ policy: Policy, _ redis: RedisPlace, _ parts: CommonParts, poller: consuming Poller,
        number: Int
    ) {
        let limit = policy.bounds.connectionsMax
        mailbox = parts.mailboxes[number]
        clock = Clock()
        timers = TimerWheel(nowMilliseconds: clock.milliseconds)
        listeners = Slab(limit: policy.listeners.count) { _ in ListenerSlot() }
        // Connections, and as many streams as there may be requests.
        downstreams = Slab(limit: 2 * limit) { _ in Downstream() }
        exchanges = Slab(limit: 2 * limit) { _ in Exchange() }
        // One for each request, those that are kept, and a health check for each target.
        let kept = policy.upstreams.reduce(0) {
            $0 + $1.targets.count * ($1.settings.keptConnections + 1)
        }
        // Each may be a stream, and have a connection for itself.
        links = Slab(limit: 4 * limit + kept) { _ in UpstreamLink() }
        sessions = Slab(limit: 3 * limit + kept) { _ in SessionSlot() }
        upstreams = []
        recorder = Recorder(metrics: parts.metrics, worker: number, log: parts.log)
        identifiers = IdentifierSource(
            seed: (
                SecureRandom.uint64(), SecureRandom.uint64(), SecureRandom.uint64(),
                SecureRandom.uint64() | 1
            ))
        desk = Self.desk(policy, redis)
        redisHost = redis.host
        redisPort = redis.port
        redisAddresses = redis.address.map { [$0] } ?? []
        redisIsNamed = redis.address == nil
        redisTLS = redis.tls
        self.poller = poller
        rules = Rules(policy)
    }

    private static func desk(_ policy: Policy, _ redis: RedisPlace) -> AdmissionDesk {
        let failed = policy.failedLookups
        return AdmissionDesk(
            credentials: redis.credentials,
            timeoutMilliseconds: policy.redis.timeoutMilliseconds,
            prefix: String(decoding: policy.redis.prefix, as: UTF8.self),
            limits: policy.limits.map { NamedLimit(name: $0.name, limit: $0.quota) },
            failedBurst: failed.burst,
            failedIntervalMilliseconds: max(failed.periodSeconds * 1_000 / failed.requests, 1),
            seed: SecureRandom.uint64(), masterKeys: policy.embed?.masterKeys)
    }

    private mutating func openListeners(
        _ policy: Policy, _ parts: CommonParts
    ) throws(Gateway.StartFault) {
        for (index, item) in policy.listeners.enumerated() {
            guard let slot = listeners.take() else { break }
            let name = "\(item.address)"
            do throws(TLSError) {
                if let tls = item.tls {
                    listeners[slot].tls = try TLSServerContext(
                        tls, listener: name, ticketKeys: parts.ticketKeys)
                }
            } catch {
                throw .tls(listener: name, error)
            }
            listeners[slot].proxyProtocol = item.proxyProtocol
            do throws(Errno) {
                let listener = try Listener(
                    item.address, reusePort: true, backlog: Bounds.listenBacklog)
                try poller.addLevel(
                    listener.raw, token: Token(kind: Kind.listener.rawValue, index: index))
                listeners[slot].listener = consume listener
            } catch {
                throw .listen(address: name, error)
            }
        }
    }

    private mutating func prepareUpstreams(_ policy: Policy) throws(Gateway.StartFault) {
        for item in policy.upstreams {
            do throws(TLSError) {
                let state = try UpstreamState(
                    item, seed: SecureRandom.uint64(), now: clock.milliseconds)
                upstreams.append(state)
            } catch {
                throw .upstream(item.name, error)
            }
        }
        do throws(Errno) {
            try poller.addLevel(mailbox.raw, token: Token(kind: Kind.mailbox.rawValue))
        } catch {
            throw .system("cannot watch the mailbox", error)
        }
        guard needsNames else { return }
        do {
            let made = try Resolver(servers: policy.resolvers)
            try poller.addLevel(made.raw, token: Token(kind: Kind.resolver.rawValue))
            resolver = consume made
        } catch {
            throw .resolver("\(error)")
        }
    }

    private var needsNames: Bool {
        if redisIsNamed { return true }
        for upstream in upstreams {
            for name in upstream.names where name != nil { return true }
        }
        return false
    }
}

extension TLSServerContext {
    /// The context that a listener's policy asks for.
    package convenience init(
        _ policy: ListenerTLS, listener: String, ticketKeys: TicketKeys
    ) throws(TLSError) {
        try self.init(
            credentials: policy.certificates.map {
                TLSCredentials(
                    certificatePEM: $0.certificatePEM, keyPEM: $0.keyPEM.bytes,
                    certificateFile: $0.certificateFile, keyFile: $0.keyFile)
            },
            minimumVersion: policy.minimumVersion == .tls13 ? .tls13 : .tls12,
            protocols: ["h2", "http/1.1"], ticketKeys: ticketKeys,
            scope: TLSSessionScope(listener: listener))
    }
}
