import Bytes

/// The life of one link to Redis, without its socket: connect, greet (AUTH, SELECT, SCRIPT LOAD),
/// serve, and after a loss pause and connect again. The shell performs what `poll` returns, reports
/// what happened, and moves the bytes of `pipeline`.
///
///     down ──poll: connect──▶ connecting ──connected──▶ greeting ──replies──▶ ready
///      ▲                          │                         │                   │
///      └────────lost──────────────┴──────────lost───────────┴───────lost────────┘
package struct RedisLink: ~Copyable {
    package enum State: Equatable, Sendable {
        /// No connection; the next attempt is due at this time.
        case down(untilMilliseconds: UInt64)
        case connecting(untilMilliseconds: UInt64)
        case greeting(untilMilliseconds: UInt64)
        case ready
    }

    /// What the shell has to do.
    package enum Action: Equatable, Sendable {
        case none
        /// Open a connection (with TLS first, where the address says so), then report `connected`
        /// or `lost`.
        case connect
        /// Close the connection, call `lost`, then fail whoever waits with this.
        case disconnect(RedisFault)
    }

    package var pipeline: RedisPipeline
    package private(set) var state: State = .down(untilMilliseconds: 0)
    /// The scripts in the order in which they were given, each with its digest once `ready`.
    package private(set) var scripts: [RedisScript]
    /// Connections lost, or not got, since the link was last ready.
    package private(set) var failures = 0
    /// Times that the link became ready.
    package private(set) var connections = 0

    private var credentials: RedisCredentials
    private var timeoutMilliseconds: UInt64
    private var greetingRepliesSeen = 0
    private var jitter: UInt64

    /// `timeoutMilliseconds` is how long an answer may take. `seed` spreads the workers' attempts
    /// to connect again, so that a Redis that returns is not met by all at once.
    package init(
        credentials: RedisCredentials, scripts: [RedisScript], timeoutMilliseconds: Int,
        seed: UInt64 = 1, capacity: Int = Bounds.redisInFlightMax
    ) {
        self.credentials = credentials
        self.scripts = scripts
        self.timeoutMilliseconds = UInt64(max(timeoutMilliseconds, 1))
        jitter = seed | 1
        pipeline = RedisPipeline(capacity: capacity)
    }

    package var isReady: Bool { state == .ready }

    /// Greets with these credentials from the next connection on; the present one stays.
    package mutating func adopt(_ credentials: RedisCredentials, timeoutMilliseconds: Int) {
        self.credentials = credentials
        self.timeoutMilliseconds = UInt64(max(timeoutMilliseconds, 1))
    }

    /// When `poll` has something to do next, nil while only bytes can change anything.
    package var deadlineMilliseconds: UInt64? {
        switch state {
        case .down(let time), .connecting(let time), .greeting(let time): time
        case .ready: pipeline.oldestSinceMilliseconds.map { $0 + timeoutMilliseconds }
        }
    }

    /// What is due at this time. One answer that is late ends the connection: all behind it are
    /// late as well, and a connection that swallows requests is not to be told from a dead one.
    package mutating func poll(nowMilliseconds now: UInt64) -> Action {
        guard let deadline = deadlineMilliseconds, now >= deadline else { return .none }
        switch state {
        case .down:
            state = .connecting(untilMilliseconds: now + Bounds.redisConnectMilliseconds)
            return .connect
        case .connecting, .greeting, .ready:
            return .disconnect(.timedOut)
        }
    }

    /// The connection stands: the greeting is written to `pipeline.output`.
    package mutating func connected(nowMilliseconds now: UInt64) {
        precondition(pipeline.inFlight == 0)
        pipeline.reset()
        greetingRepliesSeen = 0
        state = .greeting(untilMilliseconds: now + Bounds.redisConnectMilliseconds)
        credentials.writeGreeting(into: &pipeline)
        for script in scripts {
            pipeline.begin(3)
            pipeline.argument("SCRIPT")
            pipeline.argument("LOAD")
            pipeline.argument(script.source)
        }
        if greetingCount == 0 {
            becomeReady()
        } else {
            pipeline.expect(0, replies: greetingCount, nowMilliseconds: now)
        }
    }

    /// The connection is gone, or could not be had. Those who wait are then taken out with
    /// `pipeline.popFailed()`.
    package mutating func lost(nowMilliseconds now: UInt64) {
        if state != .ready, greetingCount > 0, pipeline.inFlight > 0 {
            _ = pipeline.popFailed()
        }
        pipeline.output.removeAll()
        state = .down(untilMilliseconds: now + pause())
        failures += 1
    }

    /// Takes bytes that arrived. On a fault the connection is to be closed and `lost` to be called.
    package mutating func receive(_ bytes: Span<UInt8>) throws(RedisFault) {
        try pipeline.receive(bytes)
    }

    /// The tag of whoever waits for the next whole reply, which is `pipeline.reply`; nil when there
    /// is none yet. The greeting's replies are dealt with here: `isReady` may turn true, and a
    /// greeting that Redis refuses is a fault.
    package mutating func next() throws(RedisFault) -> UInt64? {
        while let tag = try pipeline.next() {
            if state == .ready { return tag }
            try greet()
        }
        return nil
    }

    // MARK: Greeting

    private var greetingCount: Int { credentials.greetingCount + scripts.count }

    private mutating func greet() throws(RedisFault) {
        if let code = pipeline.reply.errorCode { throw .refused(code) }
        let script = greetingRepliesSeen - credentials.greetingCount
        greetingRepliesSeen += 1
        if script >= 0 {
            guard let digest = RedisScript.digest(in: pipeline.reply.bytes) else {
                throw .unexpectedReply
            }
            scripts[script].digest = digest
        }
        if greetingRepliesSeen == greetingCount { becomeReady() }
    }

    private mutating func becomeReady() {
        state = .ready
        failures = 0
        connections += 1
    }

    /// Doubles with each failure up to the bound; the last quarter of it is random.
    private mutating func pause() -> UInt64 {
        let doubled = Bounds.redisRetryMillisecondsMin << UInt64(min(failures, 10))
        let pause = min(doubled, Bounds.redisRetryMillisecondsMax)
        // xorshift64: spreading needs no secrecy.
        jitter ^= jitter << 13
        jitter ^= jitter >> 7
        jitter ^= jitter << 17
        return pause - pause / 4 + jitter % (pause / 4 + 1)
    }
}
