/// Every bound of the gateway, with its reason. Policies may lower or raise those marked *default*;
/// the others are what the code is built for.
public enum Bounds {

    // MARK: Buffers

    /// Smallest storage of a buffer: a request head and a small body of this field fit into it.
    @inlinable public static var bufferBytesMin: Int { 2_048 }
    /// Room for one read from a socket: a TLS record's payload (RFC 8446 §5.1) and its overhead.
    @inlinable public static var readBytes: Int { 16_384 + 512 }
    /// Read buffers that a worker keeps for connections in the middle of something: 4 MiB.
    @inlinable public static var spareInputsMax: Int { 256 }
    /// Bytes that may wait for a slow receiver before reading from the sender stops.
    @inlinable public static var relayBytesMax: Int { 65_536 }
    /// Requests that wait for each other to be sent together: an upstream does not stand idle while
    /// more are judged.
    @inlinable public static var requestsPerSend: Int { 32 }

    // MARK: HTTP heads

    /// Request target in bytes, *default*; RFC 9112 §3 asks for at least 8000.
    @inlinable public static var targetBytesMax: Int { 8_192 }
    /// Request or response head in bytes, *default*; browsers' cookies stay below 16 KiB.
    @inlinable public static var headBytesMax: Int { 32_768 }
    /// Request method in bytes: the longest registered one (UPDATEREDIRECTREF) has 17.
    @inlinable public static var methodBytesMax: Int { 24 }
    /// Host in bytes: a domain name's limit (RFC 1035 §2.3.4).
    @inlinable public static var hostBytesMax: Int { 255 }
    /// Options that `Connection` may name: each is compared with every field.
    @inlinable public static var connectionOptionsMax: Int { 32 }
    /// Field lines in a head, *default*.
    @inlinable public static var fieldsMax: Int { 100 }
    /// A chunk's size line with its extensions; longer is an attack (RFC 9112 §7.1.1 allows a
    /// bound).
    @inlinable public static var chunkLineBytesMax: Int { 256 }
    /// A trailer section in bytes.
    @inlinable public static var trailerBytesMax: Int { 8_192 }
    /// Interim (1xx) responses before a final one.
    @inlinable public static var interimResponsesMax: Int { 8 }

    // MARK: Routing

    /// Parameters of one path template; public APIs stay below 10.
    @inlinable public static var pathParametersMax: Int { 16 }

    // MARK: Bodies

    /// Body in bytes where nothing else is said, *default*.
    @inlinable public static var bodyBytesMax: Int { 8_388_608 }
    /// Body that is held for validation, *default*: what an operation with a schema may send.
    @inlinable public static var judgedBodyBytesMax: Int { 1_048_576 }
    /// Nesting of JSON, as PHP's `json_decode` bounds it (laravel.md §3).
    @inlinable public static var jsonDepthMax: Int { 512 }
    /// Bytes of a JSON text up to which its tape grows as its values come: a tape of a larger one
    /// has room from the start. At most 1 MiB, which a worker keeps (`judgeStorageBytesMax`).
    @inlinable public static var jsonGrowthBytesMax: Int { 131_072 }

    // MARK: TLS

    /// Seconds that a session ticket is good for. RFC 8446 §4.6.1 allows seven days; half a day,
    /// because whoever learns a ticket key can read the sessions of TLS 1.2 that it sealed. The
    /// keys are made anew at the same interval and kept for one more.
    @inlinable public static var ticketLifetimeSeconds: Int { 43_200 }
    /// A server name in bytes (RFC 1035 §2.3.4).
    @inlinable public static var serverNameBytesMax: Int { 255 }
    /// Variables in a query or form: PHP's `max_input_vars`, behind which it drops what comes.
    @inlinable public static var inputVariablesMax: Int { 1_000 }
    /// Nesting of a variable's name: PHP's `max_input_nesting_level`.
    @inlinable public static var inputNestingMax: Int { 64 }
    /// Steps of one `pattern` match: PHP's `pcre.backtrack_limit`, what ends a ReDoS.
    @inlinable public static var patternStepsMax: Int { 1_000_000 }
    /// Broken rules that one answer lists: an array of many wrong elements must not make it huge.
    @inlinable public static var violationsMax: Int { 1_000 }

    // MARK: Identity

    /// A bearer token's length in bytes; Sanctum's are 48 behind the pipe.
    @inlinable public static var bearerBytesMax: Int { 512 }

    // MARK: Embed tokens

    /// An embed token's length in bytes: 4 KB of context (the contract's limit) and the other
    /// claims, in base64, with room to spare. Nothing longer is made or looked at.
    @inlinable public static var embedTokenBytesMax: Int { 8_192 }
    /// A widget's slug in bytes; it is part of a Redis key.
    @inlinable public static var embedSlugBytesMax: Int { 64 }
    /// An embed key's id and a master key's id in bytes: each `[0-9a-z]`.
    @inlinable public static var embedKeyIDBytesMax: Int { 16 }
    /// An issuer in bytes: an origin (RFC 6454), of which a host name is 255 at most.
    @inlinable public static var embedIssuerBytesMax: Int { 512 }
    /// A visitor's name (`sub`) in characters when a token is made, which is Laravel's measure of a
    /// string, and in bytes of UTF-8 when one is read: percent-encoded it is three times as long.
    @inlinable public static var embedSubjectCharactersMax: Int { 255 }
    @inlinable public static var embedSubjectBytesMax: Int { 4 * embedSubjectCharactersMax }
    /// A token's own id (`jti`) in bytes: ours have 22, UUIDs 36; encoded as `sub` is.
    @inlinable public static var embedTokenIDBytesMax: Int { 255 }
    /// Seconds that an embed token lives, least and most, and where nobody says (the contract).
    @inlinable public static var embedTTLSecondsMin: Int { 60 }
    @inlinable public static var embedTTLSecondsMax: Int { 86_400 }
    @inlinable public static var embedTTLSecondsDefault: Int { 900 }
    /// How far the clocks of who makes and who verifies a token may be apart, in seconds.
    @inlinable public static var embedClockSkewSeconds: Int { 60 }
    /// Master keys in one file: the one in use, and those that older values are sealed under.
    @inlinable public static var masterKeysMax: Int { 16 }
    /// A widget's list of origins in bytes of text.
    @inlinable public static var widgetOriginsBytesMax: Int { 4_096 }

    // MARK: Upstreams

    /// How long a target is passed over after connecting to it failed, in milliseconds: long enough
    /// to spare its clients, short enough that a restart is noticed. Twice as long each time.
    @inlinable public static var targetRestMilliseconds: Int { 1_000 }
    @inlinable public static var targetRestMillisecondsMax: Int { 8_000 }
    /// How long a connection takes requests, in milliseconds, and up to half as long again, where
    /// its target has several addresses: so long may one that DNS has added go without traffic. A
    /// pool of 64 then costs a handshake every three seconds.
    @inlinable public static var connectionRenewalMilliseconds: Int { 180_000 }
    /// Connections that one request tries to open, to addresses of one or several targets.
    @inlinable public static var connectAttemptsMax: Int { 3 }
    /// How soon a connection that had been idle must end for that to be taken for its being closed
    /// before the request came, in milliseconds: a few round trips.
    @inlinable public static var idleDeathMilliseconds: Int { 1_000 }
    /// Failures in a row after which a target is taken out of rotation, *default*; Envoy's figure.
    @inlinable public static var outlierFailures: Int { 5 }
    /// How long an ejected target stays away, first and most, in milliseconds, *default*: each
    /// worker finds out for itself, so a wrong guess must be cheap; Envoy's ceiling.
    @inlinable public static var ejectionMilliseconds: Int { 10_000 }
    @inlinable public static var ejectionMillisecondsMax: Int { 300_000 }
    /// How long the share of a target grows that returns, in milliseconds, *default*: what PHP
    /// takes to fill its caches.
    @inlinable public static var slowStartMilliseconds: Int { 10_000 }
    /// A returning target's first share, in 256ths: a tenth, as Envoy's, or it would never be
    /// tried.
    @inlinable public static var slowStartShareMin: Int { 26 }
    /// Repeats of one request at most, *default* and ceiling: each costs the client time.
    @inlinable public static var retriesMax: Int { 2 }
    @inlinable public static var retriesCeiling: Int { 10 }
    /// Repeats per hundred requests, *default*: a failing upstream gets a fifth more, not twice as
    /// much (Finagle's figure).
    @inlinable public static var retryBudgetPercent: Int { 20 }
    /// Repeats that a worker may always save up, one per second: so that few requests are repeated
    /// too. And the most that many requests save up, which bounds a burst.
    @inlinable public static var retriesFloor: Int { 10 }
    @inlinable public static var retriesSavedMax: Int { 100 }
    /// Seconds after which a client may ask again whom the upstream's limits refused.
    @inlinable public static var overloadRetrySeconds: Int { 1 }
    /// The highest limit of connections or requests that a policy may name, and of failures or
    /// checks in a row: higher ones would never be reached.
    @inlinable public static var upstreamLoadCeiling: Int { 1_000_000 }
    @inlinable public static var streakCeiling: Int { 1_000 }
    /// Time between two health checks of a target, and for one, in milliseconds, *default*; and the
    /// least of the first: every worker asks.
    @inlinable public static var healthIntervalMilliseconds: Int { 5_000 }
    @inlinable public static var healthTimeoutMilliseconds: Int { 1_000 }
    @inlinable public static var healthIntervalMillisecondsMin: Int { 100 }
    /// Checks in a row that change a target's state, *default*: HAProxy's `rise` and `fall`.
    @inlinable public static var healthyChecks: Int { 2 }
    @inlinable public static var unhealthyChecks: Int { 3 }
    /// The first checks are spread over this time, in milliseconds, so that the workers do not all
    /// ask at once.
    @inlinable public static var firstCheckMilliseconds: Int { 500 }
    /// The target of a check in bytes.
    @inlinable public static var healthPathBytesMax: Int { 1_024 }

    // MARK: Documents (set-up only)

    /// A YAML or JSON document in bytes: the largest public OpenAPI documents have about 12 MiB.
    @inlinable public static var documentBytesMax: Int { 33_554_432 }
    /// Nesting of a document; a tree this deep is walked recursively well within a thread's stack.
    @inlinable public static var documentDepthMax: Int { 200 }
    /// Values in a document, those behind aliases counted each time, so that a few lines of aliases
    /// to aliases cannot occupy a walk for ever.
    @inlinable public static var documentNodesMax: Int { 2_000_000 }

    // MARK: Policies (set-up only)

    /// Bytes of an assertion key: those of its digest, as RFC 2104 §3 asks for.
    @inlinable public static var assertionKeyBytesMin: Int { 32 }
    /// Listeners, resolvers, certificates of a listener and the like: lists that are walked.
    @inlinable public static var policyListMax: Int { 64 }
    /// Requests of a rate, and its burst: more than all gateways serve in a second, so that a slip
    /// of some zeros is noticed.
    @inlinable public static var rateRequestsMax: Int { 1_000_000 }
    /// A rate's period: a day, so that no quota is forgotten by an ordinary restart.
    @inlinable public static var ratePeriodSecondsMax: Int { 86_400 }
    /// A body that an operation with a schema may send at most, since it is held in memory.
    @inlinable public static var judgedBodyBytesCeiling: Int { 67_108_864 }
    /// The highest body cap that a policy may name.
    @inlinable public static var bodyBytesCeiling: Int { 1_099_511_627_776 }
    /// An untouched operation's body, *default* (laravel.md §8: 64 KiB is ample).
    @inlinable public static var untouchedBodyBytesMax: Int { 65_536 }
    /// Worker threads; more than any machine's cores are a mistake.
    @inlinable public static var workersMax: Int { 256 }
    /// Bodies that one worker holds to judge them, all together: 256 MiB. Beyond it 503, so that
    /// many slow senders cost a bounded amount of memory.
    @inlinable public static var heldBytesMax: Int { 256 << 20 }
    /// Reported rules that a request's log line names.
    @inlinable public static var reportsLoggedMax: Int { 8 }
    /// How long a client's connection is idle before it gives its buffers back: longer than a
    /// client in the middle of its work waits between two requests.
    @inlinable public static var restAfterMilliseconds: Int { 1_000 }
    /// How long an address is believed whose name says nothing shorter.
    @inlinable public static var resolveSecondsMax: Int { 86_400 }
    /// Client connections of a worker, *default*. Each relays 64 KiB either way at the most.
    @inlinable public static var connectionsMax: Int { 10_000 }
    /// Requests of a client's connection, *default*: what a connection gathers is given back now
    /// and then, and clients spread anew. A busy client reconnects every few seconds at most.
    @inlinable public static var requestsPerConnectionMax: Int { 10_000 }
    /// Idle upstream connections of a worker per target, *default*.
    @inlinable public static var keptConnectionsMax: Int { 64 }

    // MARK: Times in milliseconds, all *default*

    /// A Redis look-up; a user waits no longer for a refusal (the figure).
    @inlinable public static var redisMilliseconds: Int { 250 }
    /// A TLS handshake: three round trips of the slowest mobile network.
    @inlinable public static var handshakeMilliseconds: Int { 10_000 }
    /// A request's head, first byte to last.
    @inlinable public static var headMilliseconds: Int { 10_000 }
    /// A silence within a request's body.
    @inlinable public static var bodyMilliseconds: Int { 30_000 }
    /// A client that takes nothing of its answer.
    @inlinable public static var writeMilliseconds: Int { 30_000 }
    /// What such a client must take for that time to begin anew, in bytes: more than one who lets
    /// through a byte now and then, far less than the slowest network.
    @inlinable public static var writeProgressBytesMin: Int { 1_024 }
    /// A client connection between two requests; browsers give up after 60 s to 5 min.
    @inlinable public static var idleMilliseconds: Int { 75_000 }
    /// Silence in both directions of a WebSocket: longer than any client's own pings.
    @inlinable public static var tunnelMilliseconds: Int { 3_600_000 }
    /// How soon an answer that lasts learns that its token is no longer good.
    @inlinable public static var recheckMilliseconds: Int { 5_000 }
    /// From SIGTERM to the end; Kubernetes kills after 30 s.
    @inlinable public static var drainMilliseconds: Int { 25_000 }
    /// From an upgrade to the end of the process that was replaced: nobody waits for it, so that
    /// WebSockets and downloads have longer than at a stop. Envoy's drain time.
    @inlinable public static var upgradeDrainMilliseconds: Int { 600_000 }
    /// Reaching an upstream: one lost SYN (1 s) and one lost handshake message.
    @inlinable public static var connectMilliseconds: Int { 3_000 }
    /// An upstream's answer; PHP's `max_execution_time` is 30 s.
    @inlinable public static var responseMilliseconds: Int { 30_000 }
    /// A silence within an upstream's answer.
    @inlinable public static var upstreamIdleMilliseconds: Int { 30_000 }
    /// An unused upstream connection: nginx closes after 75 s, Apache after 5 s; the retry of a
    /// connection that died unused covers the rest.
    @inlinable public static var keepMilliseconds: Int { 30_000 }
    /// The longest time limit that a policy may name.
    @inlinable public static var timeoutMillisecondsMax: Int { 86_400_000 }

    // MARK: Reactor

    /// PROXY protocol v1 header with its CRLF: the specification's own worst case (§2.1).
    @inlinable public static var proxyV1BytesMax: Int { 107 }
    /// PROXY protocol v2 behind its 16 fixed bytes: addresses (216 at most) and TLVs; client
    /// certificates, the largest of these, stay below.
    @inlinable public static var proxyV2PayloadBytesMax: Int { 2_048 }
    /// A name to resolve, in bytes of text (RFC 1035 §2.3.4: 255 on the wire).
    @inlinable public static var domainNameBytesMax: Int { 253 }
    /// Addresses that are kept of one answer; an upstream with more needs a balancer of its own.
    @inlinable public static var addressesPerNameMax: Int { 64 }
    /// First wait for a DNS server's answer; c-ares doubles it with each round.
    @inlinable public static var resolverTimeoutMilliseconds: Int { 1_000 }
    /// Rounds over the DNS servers: 1 + 2 + 4 seconds with one server, less than a client waits.
    @inlinable public static var resolverTries: Int { 3 }
    /// Descriptors that a resolver watches: c-ares opens one UDP and one TCP socket per server.
    @inlinable public static var resolverEventsMax: Int { 16 }

    // MARK: Identifiers

    /// A request id taken over from a trusted proxy: twice the longest in common use (AWS: 64).
    @inlinable public static var requestIDBytesMax: Int { 128 }

    // MARK: Access log

    /// Bytes of log lines that wait for the writer thread, per worker: some 3,000 lines, a tenth of
    /// a second of the highest rate measured and five of the writer's rounds.
    @inlinable public static var logRingBytes: Int { 1_048_576 }
    /// How long a line may wait before the writer looks for it. Workers never wake it: a system
    /// call per request would cost more than the line.
    @inlinable public static var logFlushMilliseconds: Int { 20 }
    /// A text in a log line, before it is escaped; what is longer is cut.
    @inlinable public static var logTextBytesMax: Int { 256 }
    /// One write to a file.
    @inlinable public static var logWriteBytesMax: Int { 65_536 }
    /// One write to a pipe or terminal: PIPE_BUF, which a pipe that polls as writable takes whole
    /// and at once, and which no other writer's lines can split (POSIX write(2)).
    @inlinable public static var logPipeBytesMax: Int { 4_096 }
    /// How long the last lines may take when the gateway stops.
    @inlinable public static var logFinishMilliseconds: Int { 1_000 }
    /// How long until a log file that could not be opened again is tried once more, in
    /// milliseconds.
    @inlinable public static var logReopenMilliseconds: Int { 1_000 }
    /// Fields of one operation's input; above it a schema that branches into itself is at work.
    @inlinable public static var inputFieldsMax: Int { 2_000 }
    /// References that follow one upon the other; real documents have one or two.
    @inlinable public static var referenceHopsMax: Int { 32 }
    /// An organization's or a user's id in bytes: ULIDs have 26, UUIDs 36; both become field
    /// values.
    @inlinable public static var subjectBytesMax: Int { 64 }
    /// A token's abilities in bytes of compact JSON: they become a field value.
    @inlinable public static var abilitiesBytesMax: Int { 4_096 }
    /// Tokens that a worker remembers as verified; a power of two. Beyond it, the least recently
    /// used is forgotten and costs its next request a second round trip.
    @inlinable public static var verifiedTokensMax: Int { 8_192 }
    /// Client addresses whose failed look-ups a worker counts; a power of two.
    @inlinable public static var failedAddressesMax: Int { 4_096 }
    /// Age of an upstream assertion that a verifier accepts, in seconds, either way.
    @inlinable public static var assertionAgeSecondsMax: Int { 300 }

    // MARK: Redis

    /// Requests of one link that wait for an answer: more than a worker has connections in flight.
    @inlinable public static var redisInFlightMax: Int { 16_384 }
    /// One reply in bytes: the largest record is a token's with its abilities.
    @inlinable public static var redisReplyBytesMax: Int { 1_048_576 }
    /// Values in one reply, elements of arrays included.
    @inlinable public static var redisReplyValuesMax: Int { 65_536 }
    /// First pause before connecting again; each further one doubles.
    @inlinable public static var redisRetryMillisecondsMin: UInt64 { 20 }
    /// Longest pause before connecting again: how late service returns at most.
    @inlinable public static var redisRetryMillisecondsMax: UInt64 { 1_000 }
    /// Time for connecting and for the greeting (AUTH, SELECT, SCRIPT LOAD) each.
    @inlinable public static var redisConnectMilliseconds: UInt64 { 2_000 }
    /// How often a connection is given up because Redis is a replica, in milliseconds: soon enough
    /// to follow a name that has moved, and no load on a Redis that stays one.
    @inlinable public static var redisLeaveMilliseconds: Int { 1_000 }

    /// Time for each step of a command that waits for Redis: an operator's patience.
    @inlinable public static var commandMilliseconds: Int { 5_000 }
    /// Keys per step of a command that walks all tokens: each step holds up Redis' other clients.
    @inlinable public static var scanCount: Int { 500 }
    /// How long a token lives that was reserved for a code and not confirmed: longer than an
    /// exchange takes, and the longest that one may live whose client was never given it.
    @inlinable public static var reservedTokenMilliseconds: Int { 60_000 }
    /// How long a code may be redeemed (laravel.md §7), in seconds.
    @inlinable public static var codeSeconds: Int { 300 }
    /// Embed keys that a worker keeps unsealed, and for how many seconds.
    @inlinable public static var embedKeysCached: Int { 256 }
    @inlinable public static var embedKeySeconds: Int { 60 }
    /// Embed keys that were asked for in vain and are not asked for again: how many (a power of
    /// two), and for how many seconds. A new key works at once unless somebody guessed its id.
    @inlinable public static var embedKeysAbsentMax: Int { 1_024 }
    @inlinable public static var embedKeyAbsentSeconds: Int { 10 }
    /// Tokens that an import stores before it waits for Redis, and the bytes that it reads.
    @inlinable public static var importBatch: Int { 200 }
    @inlinable public static var importBytesMax: Int { 268_435_456 }
    /// A redirect URI in bytes, as laravel.md §5 caps it.
    @inlinable public static var redirectBytesMax: Int { 2_048 }
    /// A code or token that a command reads, in bytes.
    @inlinable public static var presentedBytesMax: Int { 65_536 }
    /// How long a spent code is remembered, so that its reuse is told from an unknown one.
    @inlinable public static var spentCodeSeconds: Int { 86_400 }
    /// Entries of the events' stream that Redis keeps, about: what a back end may fall behind.
    @inlinable public static var eventsKept: Int { 10_000 }
    /// Tokens that a worker remembers to withdraw once Redis is back.
    @inlinable public static var withdrawalsMax: Int { 1_024 }
    /// Withdrawals under way at once: requests' own look-ups go on beside them.
    @inlinable public static var withdrawalsSentMax: Int { 64 }
    /// How long a token's use may stay untold: fresh enough for a screen that shows it, and one
    /// command of a worker in thousands.
    @inlinable public static var tokenUsesMilliseconds: Int { 5_000 }
    /// Tokens whose use a worker notes before it tells Redis, a power of two; 128 KiB. When so many
    /// are used between two batches, a batch goes out earlier.
    @inlinable public static var tokenUsesMax: Int { 2_048 }
    /// Tokens that one command tells of: each holds up Redis' other clients.
    @inlinable public static var tokenUsesPerCommand: Int { 512 }
    /// How soon a Redis that refused a withdrawal is asked again: until then the token is good.
    @inlinable public static var withdrawalRetryMilliseconds: Int { 1_000 }
    /// How much earlier than it was presented a code must have been used to count as replayed where
    /// the answer got lost: more than a gateway's clock is ahead of Redis'.
    @inlinable public static var replayClockSkewSeconds: Int { 5 }
    /// Unacknowledged bytes that are the end of a connection and not an answer with a token: TLS'
    /// close_notify (at most 85 with TLS 1.2) and the FIN; such an answer has some 300.
    @inlinable public static var farewellBytesMax: Int { 128 }
    /// Tokens that `token list` shows unless told otherwise: a few screens.
    @inlinable public static var tokensListed: Int { 100 }

    // MARK: Sandbox

    /// Connections that the sandbox serves at once: a development gateway's pools, several times.
    @inlinable public static var sandboxConnectionsMax: Int { 1_024 }
    /// A request's body in bytes; what is larger than the next bound is counted and dropped.
    @inlinable public static var sandboxBodyBytesMax: Int { 64 << 20 }
    /// A body that is held to be read: what a gateway judges at most unless told otherwise.
    @inlinable public static var sandboxHeldBytesMax: Int { judgedBodyBytesMax }
    /// Organizations that have state at once: more than one development has. Full ones take some
    /// 17 MB each.
    @inlinable public static var sandboxOrganizationsMax: Int { 100 }
    /// Contacts, conversations, messages and channels of an organization, each: a hundred of the
    /// longest pages, and few enough to be looked through one by one.
    @inlinable public static var sandboxRecordsMax: Int { 10_000 }
    /// A text that is kept, in characters: WhatsApp's own limit of a message.
    @inlinable public static var sandboxTextCharactersMax: Int { 4_096 }
    /// A free-form field of a contact that is kept, as JSON: what the contract says of a profile.
    @inlinable public static var sandboxBagBytesMax: Int { 4_096 }
    /// Time without a byte after which the sandbox drops a connection: longer than the gateway
    /// keeps one that it does not use, so that it is the gateway that closes.
    @inlinable public static var sandboxIdleMilliseconds: Int { 300_000 }

    // MARK: Quotas

    /// Requests per period and burst of a limit.
    @inlinable public static var limitRequestsMax: Int { 1_000_000_000 }
    /// A limit's period in seconds: 31 days.
    @inlinable public static var limitPeriodSecondsMax: Int { 2_678_400 }
    /// Nanoseconds that a full burst may stand for: what Lua's numbers count exactly, 2^53.
    @inlinable public static var limitDebtNanosecondsMax: Int { 1 << 53 }
    /// Named limits whose overrides are remembered beside a verified token.
    @inlinable public static var limitsRememberedMax: Int { 4 }

    // MARK: HTTP/2

    /// Streams of a client's connection at once: RFC 9113 §6.5.2 asks for at least 100.
    @inlinable public static var http2StreamsMax: Int { 128 }
    /// Streams of a worker beyond the first of each connection, where there are fewer connections:
    /// eight connections with all of theirs.
    @inlinable public static var http2SharedStreamsMin: Int { 1_024 }
    /// Which part of what is left of those one connection may have.
    @inlinable public static var http2SharedStreamsPart: Int { 4 }
    /// Bytes of a request's content that may be on their way or wait here, per stream and per
    /// connection: two relayed pieces, and enough that some stalled uploads leave room for others.
    @inlinable public static var http2StreamWindow: Int { 131_072 }
    @inlinable public static var http2ConnectionWindow: Int { 1_048_576 }
    /// What one stream may add to a connection's output before the next has its turn.
    @inlinable public static var http2QuantumBytes: Int { 32_768 }
    /// From the announcement that a connection ends to the end of taking streams: longer than a
    /// round trip.
    @inlinable public static var goAwayMilliseconds: Int { 1_000 }
    /// Frames that a client may send without anything coming of them (PRIORITY, PING, SETTINGS,
    /// WINDOW_UPDATE, empty DATA), how many each request or piece of content forgives, how many a
    /// message that is small, and when all are: a stream may be silent for hours but for PINGs.
    @inlinable public static var http2IdleFramesMax: Int { 1_000 }
    @inlinable public static var http2FramesPerStep: Int { 16 }
    @inlinable public static var http2FramesPerMessage: Int { 3 }
    @inlinable public static var http2ForgiveMilliseconds: Int { 60_000 }
    /// Streams that a client had us reset, of `http2ResetsMax`, which are forgiven with them: one
    /// connection may carry many users for days.
    @inlinable public static var http2FaultsForgiven: Int { 20 }
    /// Answers to PING and SETTINGS that may wait for a client that does not read.
    @inlinable public static var http2AnswersMax: Int { 100 }
    /// Entries of one SETTINGS frame; nghttp2's own default.
    @inlinable public static var http2SettingsMax: Int { 32 }
    /// CONTINUATION frames of one field section; a head of 32 KiB in 16 KiB frames needs two.
    @inlinable public static var http2ContinuationsMax: Int { 8 }
    /// Streams that a client may reset (CVE-2023-44487): a burst, such as of a page that is left,
    /// and how many come back per second.
    @inlinable public static var http2ResetsMax: UInt64 { 200 }
    @inlinable public static var http2ResetsPerSecond: UInt64 { 20 }
    /// Requests on one connection to an upstream at once, whatever more it would take, and how many
    /// may wait for one whose SETTINGS have not come: RFC 9113 §6.5.2 asks for at least 100.
    @inlinable public static var http2UpstreamStreamsMax: Int { 100 }
    /// Bytes of one answer that may wait here for its client beside a relayed piece: enough for
    /// 1 GB/s at a tenth of a millisecond's distance. Those of a connection are as many as its
    /// streams hold: its own window opens at once, so that a slow client holds up nobody else.
    @inlinable public static var http2AnswerWindow: Int { 131_072 }
    @inlinable public static var http2AnswersWindow: Int { 1_048_576 }
    /// An answer's field section, which was bounded when it was read; fields of ours come on top.
    @inlinable public static var http2HeadBytesMax: Int { 2_097_152 }
    /// Small blocks that a worker keeps for its HTTP/2 sessions' next requests, in bytes: a request
    /// under way takes about 1,000.
    @inlinable public static var http2SpareBytesMax: Int { 262_144 }
    /// Bytes of a body that are kept while it streams to an upstream's HTTP/2 connection, until the
    /// answer begins: what the target says that it has not looked at is sent again. Most unary
    /// calls of gRPC are smaller, and a thousand requests under way keep 16 MiB at most.
    @inlinable public static var keptBodyBytesMax: Int { 16_384 }
    /// Silence of an upstream with open streams after which it is asked for a sign of life: gRPC's
    /// servers take more than one PING in 5 minutes for an attack. One is sent at once when a
    /// request ran into its time limit on a connection that is silent.
    @inlinable public static var http2PingMilliseconds: Int { 310_000 }
    /// Requests that are given up on one connection to an upstream before another is made: servers
    /// take many resets for an attack, nghttp2's more than 1,000.
    @inlinable public static var http2CancelsMax: Int { 100 }
    /// How long the sign of life may take; and how long nothing has come of a connection on which a
    /// request is given up, so that it is asked for one.
    @inlinable public static var http2PingTimeoutMilliseconds: Int { 3_000 }
}
