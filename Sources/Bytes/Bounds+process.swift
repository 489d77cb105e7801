/// Bounds of the process and of those who operate it; those of requests and connections stand in
/// `Bounds.swift`.
extension Bounds {
    // MARK: Workers

    /// Events that one wait of a worker returns: enough that a busy turn is one system call, few
    /// enough that the first of them is not served late.
    @inlinable public static var pollerEvents: Int { 256 }
    /// How many events at once make a worker let more gather before it sleeps, and for how long, in
    /// microseconds, to which the kernel may add 50 (`timerslack_ns`). Forwarding for 64
    /// connections goes from 0.22 sleeps a request to 0.04 by it, with a tenth less CPU and 15 %
    /// more requests; one client alone is never kept waiting.
    @inlinable public static var gatherEvents: Int { 4 }
    @inlinable public static var gatherMicroseconds: Int { 50 }
    /// How often a turn asks for more events before it sends what those it has had brought.
    @inlinable public static var pollsBeforeSending: Int { 4 }
    /// Connections accepted per turn and listener, so that a flood does not starve those open.
    @inlinable public static var acceptsPerTurn: Int { 64 }
    /// Slots of a table that are looked through in one turn, where all have to be by and by.
    @inlinable public static var slotsPerTurn: Int { 64 }
    /// How long idle connections are not looked for after none was found to be closed, in
    /// milliseconds: that takes a look at each.
    @inlinable public static var reusePauseMilliseconds: Int { 50 }
    /// How long accepting pauses when descriptors ran out, in milliseconds.
    @inlinable public static var acceptPauseMilliseconds: Int { 100 }
    /// Connections that may wait to be accepted; the kernel lowers it to `somaxconn`.
    @inlinable public static var listenBacklog: Int { 4_096 }
    /// Reads of one connection per turn, so that a fast sender does not starve the others.
    @inlinable public static var readsPerTurn: Int { 8 }
    /// Messages that other threads may leave for a worker.
    @inlinable public static var mailboxMessagesMax: Int { 64 }
    /// How long a client may be silent after its last answer before it is closed, in milliseconds,
    /// and how long what it still sends is read and thrown away in all: nginx's `lingering_time`.
    /// Who is closed while sending loses the answer to a reset, so bytes are not counted.
    @inlinable public static var lingerMilliseconds: Int { 2_000 }
    @inlinable public static var lingerAllMilliseconds: Int { 30_000 }
    /// Looks, `restAfterMilliseconds` apart, in a row that find nothing moved of an answer whose
    /// client has ended its side, until it is given up: a script that ends its own side on purpose
    /// is mostly answered by then, and who is gone holds a place at the back end no longer.
    @inlinable public static var abandonedLooks: Int { 5 }
    /// Content of a stream that is thrown away behind its answer before the stream is reset, which
    /// takes nothing away: RFC 9113 §8.1 asks for it.
    @inlinable public static var lingerBytesMax: Int { 1_048_576 }
    /// How long an idle connection may still bring a request while the gateway drains, in
    /// milliseconds: a client that is just sending one must not find the door shut.
    @inlinable public static var drainIdleMilliseconds: Int { 2_000 }
    /// How soon a name is asked for again that was not found or has a short time to live, seconds.
    @inlinable public static var resolveRetrySeconds: Int { 5 }

    // MARK: Memory

    /// Shares of the policy's memory ceiling, in percent, from which on idle connections are
    /// closed, new work is refused, and what holds the most is cut. Envoy's own for the first two
    /// are 92 and 95; a burst within a turn of the loop must fit in between.
    @inlinable public static var memoryReclaimPercent: Int { 80 }
    @inlinable public static var memoryRefusePercent: Int { 90 }
    @inlinable public static var memoryShedPercent: Int { 95 }
    /// How far below its share each of these ends, in percent of the ceiling, so that none begins
    /// and ends all the time.
    @inlinable public static var memoryHysteresisPercent: Int { 5 }
    /// What may wait for a slow receiver while new work is refused, in place of `relayBytesMax`: an
    /// answer that was asked for before then does not fill memory, and a quick client does not
    /// notice. HAProxy's buffers have this size at all times.
    @inlinable public static var memoryRelayBytesMax: Int { 16_384 }
    /// Beyond this share, nobody waits for long for what pausing brings.
    @inlinable public static var memoryCutPercent: Int { 97 }
    /// How long that has to last for a measure to end, in milliseconds, so that an attack that goes
    /// on does not fill the log; and how long memory has to be below the share itself for it to end
    /// all the same: what nobody can give back must not keep clients out for ever.
    @inlinable public static var memorySettleMilliseconds: Int { 1_000 }
    @inlinable public static var memoryCalmMilliseconds: Int { 5_000 }
    /// Seconds after which a client may ask again that was refused: after that time.
    @inlinable public static var memoryRetrySeconds: Int { 5 }
    /// How often a worker looks at least and at most, in milliseconds. The first is Envoy's; in
    /// between it is how fast memory could fill up.
    @inlinable public static var memoryLookMilliseconds: Int { 250 }
    @inlinable public static var memoryLookMillisecondsMin: Int { 1 }
    /// What a process can take in within a millisecond, in bytes: twice of what a line of 10 Gbit/s
    /// brings.
    @inlinable public static var memoryGrowthPerMillisecond: Int { 2_621_440 }
    /// Events of one turn after which a worker looks at the time again.
    @inlinable public static var memoryLookEvents: Int { 16 }
    /// What a worker may hold more of bodies in any case before it looks again, in bytes.
    @inlinable public static var memoryHoldBytesMin: Int { 262_144 }
    /// From one return of free memory to the kernel to the next, in milliseconds: it holds up
    /// whoever allocates meanwhile.
    @inlinable public static var memoryTrimMilliseconds: Int { 500 }
    /// Storage for reading an input that a worker keeps for the next, in bytes: 65,536 values.
    @inlinable public static var judgeStorageBytesMax: Int { 1 << 20 }
    /// How long pausing has to show what it brings, in milliseconds.
    @inlinable public static var memoryPauseMilliseconds: Int { 50 }
    /// The same, and from one cut to the next, where memory is nearly at the ceiling: long enough
    /// for all workers to say what they hold, and for the last cut to show.
    @inlinable public static var memoryCutMilliseconds: Int { 10 }
    /// Idle connections that are closed at once; and the pause between two times is that of
    /// `reusePauseMilliseconds`.
    @inlinable public static var memoryIdleClosedMax: Int { 256 }
    /// What a process takes without any client, in bytes, for the least ceiling that a policy may
    /// name: the program with its libraries, a worker with its log and caches, and an operation of
    /// a worker's policy, of which there are two while a reload is under way.
    @inlinable public static var memoryOfProcess: Int { 16 << 20 }
    @inlinable public static var memoryOfWorker: Int { 8 << 20 }
    @inlinable public static var memoryOfOperation: Int { 20 << 10 }
    /// How many times its size the values of a JSON body take while they are judged, at most: an
    /// entry of 16 bytes for each two bytes of `[1,1,1]`.
    @inlinable public static var memoryOfValues: Int { 8 }
    /// What a connection or a stream with its request takes beside its buffers, and a connection's
    /// TLS, about, in bytes: for finding those that hold the most.
    @inlinable public static var memoryOfRequest: Int { 8 << 10 }
    @inlinable public static var memoryOfTLS: Int { 32 << 10 }

    // MARK: Reload

    /// Rules that a worker keeps for requests that began under them: a policy of 100 operations
    /// takes 2 MB. Somebody who sends a slow body under each of them does not make it more: the
    /// oldest's requests are refused.
    @inlinable public static var retiredRulesMax: Int { 16 }
    /// How often a worker looks whether what was replaced is still in use, in milliseconds.
    @inlinable public static var retiredSweepMilliseconds: Int { 250 }
    /// Listeners of a worker, with those that were removed and whose connections have yet to end.
    @inlinable public static var listenerSlotsMax: Int { 1_024 }
    /// Cells of a worker's row of counters: 64 MiB, 120,000 routes in all policies together.
    @inlinable public static var metricCellsMax: Int { 8_388_608 }
    /// How soon a worker tries again to tell the reloading thread something: a sender holds its
    /// mailbox's lock for less than a microsecond.
    @inlinable public static var untoldMilliseconds: Int { 1 }
    /// How long names of new upstreams may take to be resolved: c-ares gives up before.
    @inlinable public static var reloadResolveMilliseconds: Int { 10_000 }
    /// How long workers may take to take a policy over: they do it within a turn.
    @inlinable public static var reloadTakeoverMilliseconds: Int { 10_000 }
    /// How long `bawaba reload` waits, in milliseconds: for those, and for the policy to be read.
    @inlinable public static var reloadMilliseconds: Int { 120_000 }
    /// Requests for a reload that may wait: they are all answered by the next one.
    @inlinable public static var reloadRequestsMax: Int { 4_096 }

    // MARK: Upgrades

    /// How long a new process may take until it is ready, *default*: to load the policy, and for
    /// the next.
    @inlinable public static var upgradeStartMilliseconds: Int { 60_000 }
    /// How long it serves beside the old one before that lets go: what a new binary or policy
    /// crashes on comes with the first requests.
    @inlinable public static var upgradeProofMilliseconds: Int { 1_000 }
    /// How long it tries to be as ready as the process that it replaces; and how long where that is
    /// not ready itself, since it may be what the upgrade is to mend.
    @inlinable public static var settleMilliseconds: Int { 15_000 }
    @inlinable public static var unsettledMilliseconds: Int { 5_000 }
    /// How often it looks whether it is.
    @inlinable public static var settlePollMilliseconds: Int { 10 }
    /// How long one that failed may take to end before it is killed.
    @inlinable public static var failedUpgradeMilliseconds: Int { 5_000 }
    /// How long a message to a service manager waits for room in its queue, in seconds.
    @inlinable public static var serviceManagerSeconds: Int { 1 }
    /// What is handed over, in bytes: a line of some 60 for each of 256 workers' sockets at 64
    /// addresses.
    @inlinable public static var handoverBytesMax: Int { 1_048_576 }
    /// A new process's words on why it failed, in bytes.
    @inlinable public static var upgradeReportBytesMax: Int { 16_384 }

    // MARK: Operators

    /// Connections to the admin listener and the control socket together.
    @inlinable public static var adminConnectionsMax: Int { 64 }
    /// How long one of them may take, in milliseconds.
    @inlinable public static var adminMilliseconds: Int { 5_000 }
    /// Time for the whole of `bawaba health`, less than the 3 s that probes usually wait.
    @inlinable public static var healthMilliseconds: Int { 2_000 }
    /// What `bawaba health` reads of an answer: the gateway's own has a hundred bytes.
    @inlinable public static var healthBytesMax: Int { 65_536 }
}
