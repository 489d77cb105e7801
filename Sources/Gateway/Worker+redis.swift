import Bytes
import Identity
import Operations
import Policy
import Quota
import Reactor
import Redis
import TLS

/// The worker's connection to Redis and the requests that wait for it.
extension Worker {
    private var moment: Moment {
        Moment(milliseconds: UInt64(clock.milliseconds), unixSeconds: clock.unixSeconds)
    }

    /// Asks who the request is and whether it may. Its commands go out at the end of the turn, with
    /// those of every other request of the turn.
    mutating func admit(_ exchange: Handle) {
        exchanges[exchange].phase = .admitting
        let client = exchanges[exchange].client
        // A look-up may take several round trips; the limit is for all of them together.
        setTimer(exchange: exchange, rules.policy.redis.timeoutMilliseconds)
        let verdict = exchanges[exchange].beginAdmission(
            rules(of: exchange),
            client: ClientNetwork(high: client.subscriber.high, low: client.subscriber.low),
            tag: Token(kind: 0, handle: exchange).raw, desk: &desk, now: moment)
        if let verdict { admitted(exchange, verdict) }
    }

    /// What was decided about the token and the quota.
    private mutating func admitted(_ exchange: Handle, _ verdict: Verdict) {
        exchanges[exchange].mark(.identity, now: clock.monotonicNanoseconds)
        noteUse(exchange)
        switch verdict {
        case .admitted:
            perform(exchanges[exchange].judgeAbilities(rules(of: exchange)), exchange)
        case .unauthenticated(let reason):
            if let detail = reason.detail { exchanges[exchange].detail.append(detail) }
            refuse(exchange, Decision(reason))
        case .limited: refuse(exchange, .rateLimited)
        case .throttled(let decision):
            exchanges[exchange].retryAfterSeconds = decision.retryAfterSeconds
            refuse(exchange, .failedLookups)
        case .suspended: refuse(exchange, .suspended)
        case .refusedOrigin: refuse(exchange, .refusedOrigin)
        case .unreadableKey: refuse(exchange, .embedKeyUnreadable)
        case .redisFault(let fault):
            recorder.add(.redisFailures)
            exchanges[exchange].detail.append(fault.reason)
            refuse(exchange, .redisUnavailable)
        }
    }

    /// Sends the turn's commands in one write, and arms the timer for the oldest answer.
    mutating func flushRedis() {
        // What found no room before.
        if !withdrawals.isEmpty, !withdrawalsAreRefused { withdrawAll() }
        if !desk.link.pipeline.output.isEmpty, redisTransport != nil {
            sendRedis()
            recorder.add(.redisRoundTrips)
        }
        if let deadline = desk.link.deadlineMilliseconds {
            timers.schedule(TimerID.worker(.redis), atMilliseconds: Int(deadline))
        } else {
            timers.cancel(TimerID.worker(.redis))
        }
    }

    private mutating func sendRedis() {
        while !desk.link.pipeline.output.isEmpty {
            let result = Wire.send(&redisTransport, desk.link.pipeline.output)
            switch result {
            case .bytes(let count): desk.link.pipeline.output.consume(count)
            case .wouldBlock: return
            case .closed, .failed:
                loseRedis(.closed)
                return
            }
        }
    }

    /// Something is due: to connect, or to give up waiting.
    mutating func pollRedis() {
        switch desk.link.poll(nowMilliseconds: UInt64(clock.milliseconds)) {
        case .none: break
        case .connect: connectRedis()
        case .disconnect(let fault):
            recorder.add(.redisTimeouts)
            loseRedis(fault)
        }
    }

    private mutating func connectRedis() {
        guard !redisAddresses.isEmpty else {
            resolveRedis()
            return desk.link.lost(nowMilliseconds: UInt64(clock.milliseconds))
        }
        let address = redisAddresses[redisTurn % redisAddresses.count]
        do throws(Errno) {
            let socket = try Socket.connect(to: address)
            let raw = socket.raw
            redisTransport = Transport(connecting: socket)
            redisStage = .connecting
            try poller.add(raw, token: Token(kind: Kind.redis.rawValue))
        } catch {
            loseRedis(.closed)
        }
    }

    mutating func redisEvent(_ event: Event) {
        guard redisTransport != nil else { return }
        redisTransport?.mark(event)
        if redisStage != .established, !establishRedis() { return }
        sendRedis()
        readRedis()
    }

    /// Connecting and, for `rediss://`, the TLS handshake. True when commands can be sent.
    private mutating func establishRedis() -> Bool {
        if redisStage == .connecting {
            guard redisTransport?.canWrite == true else { return false }
            guard redisTransport?.connectError() == nil else {
                loseRedis(.closed)
                return false
            }
            redisStage = .handshake
            if let redisTLS {
                do {
                    try redisTransport?.startTLS(redisTLS, serverName: redisHost)
                } catch {
                    loseRedis(.closed)
                    return false
                }
            }
        }
        switch redisTransport?.handshake() {
        case .done?:
            redisStage = .established
            if desk.link.connections > 0 { recorder.add(.redisReconnections) }
            desk.link.connected(nowMilliseconds: UInt64(clock.milliseconds))
            return true
        case .wouldBlock?:
            return false
        case .failed?, nil:
            loseRedis(.closed)
            return false
        }
    }

    private mutating func readRedis() {
        while redisTransport != nil {
            let result =
                redisTransport?.receive(into: &redisInput, atMost: Bounds.readBytes) ?? .closed
            guard case .bytes = result else {
                redisInput.removeAll()
                if result != .wouldBlock { loseRedis(.closed) }
                return
            }
            do throws(RedisFault) {
                try Self.give(redisInput, to: &desk.link)
                redisInput.removeAll()
                let wasReady = desk.link.isReady
                var demotion: RedisErrorCode?
                while let tag = try desk.link.next() {
                    let code = desk.link.pipeline.reply.errorCode
                    if code == .readOnly || code == .masterDown { demotion = code }
                    takeReply(tag)
                }
                if !wasReady, desk.link.isReady {
                    recorder.set(.redisConnected, 1)
                    withdrawAll()
                }
                if let demotion { leaveReplica(demotion) }
            } catch {
                redisInput.removeAll()
                loseRedis(error)
                return
            }
        }
    }

    /// Redis is a master no more, and need not say so by ending its connections: its name or its
    /// address may lead to another by now. One that stays a replica is not asked at every turn.
    private mutating func leaveReplica(_ code: RedisErrorCode) {
        guard redisTransport != nil, clock.milliseconds >= redisLeaveAt else { return }
        redisLeaveAt = clock.milliseconds + Bounds.redisLeaveMilliseconds
        loseRedis(.refused(code))
    }

    private static func give(
        _ bytes: borrowing ByteBuffer, to link: inout RedisLink
    ) throws(RedisFault) {
        try link.receive(bytes.span)
    }

    /// Gives a reply to the exchange that waits for it, unless that is gone.
    private mutating func takeReply(_ tag: UInt64) {
        if tag == Self.withdrawing { return takeWithdrawalReply() }
        if tag == Self.tellingUses { return takeUsesReply() }
        let exchange = Token(raw: tag).handle
        guard exchanges.isLive(exchange) else { return takeLateReply(tag) }
        // It was asked for before anything that a handler has asked since.
        if exchanges[exchange].isRechecked { return takeRecheck(exchange) }
        switch exchanges[exchange].phase {
        case .admitting:
            let verdict = exchanges[exchange].admission.receive(desk: &desk, now: moment)
            if let verdict { admitted(exchange, verdict) }
        case .handling: takeHandlerReply(exchange)
        default: break
        }
    }

    /// The link is gone: whoever waits is told at once, and the next attempt is due after a pause.
    private mutating func loseRedis(_ fault: RedisFault) {
        redisTransport = nil
        recorder.set(.redisConnected, 0)
        redisTurn += 1
        if redisIsNamed { resolveRedis() }
        desk.link.lost(nowMilliseconds: UInt64(clock.milliseconds))
        while let tag = desk.link.pipeline.popFailed() {
            let exchange = Token(raw: tag).handle
            guard exchanges.isLive(exchange) else { continue }
            // Whether a token is still good is asked again when Redis is back.
            if exchanges[exchange].isRechecked {
                exchanges[exchange].isRechecked = false
                continue
            }
            switch exchanges[exchange].phase {
            case .admitting: admitted(exchange, exchanges[exchange].admission.fail(fault))
            case .handling: failHandler(exchange, fault)
            default: break
            }
        }
        keepWithdrawals()
        keepUses()
        endIfDrained()
    }
}

/// How far the connection to Redis has come.
enum RedisStage {
    case connecting
    case handshake
    case established
}
