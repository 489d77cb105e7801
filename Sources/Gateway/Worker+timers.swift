import Bytes
import HTTP2
import Operations
import Policy
import Reactor
import Redis

/// What happens when something takes too long.
extension Worker {
    mutating func setTimer(_ downstream: Handle, _ milliseconds: Int) {
        timers.schedule(
            TimerID.downstream(downstream), atMilliseconds: clock.milliseconds + milliseconds)
    }

    mutating func setTimer(exchange: Handle, _ milliseconds: Int) {
        timers.schedule(
            TimerID.exchange(exchange), atMilliseconds: clock.milliseconds + milliseconds)
    }

    mutating func expireTimers() {
        while let id = timers.expire(now: clock.milliseconds) {
            let index = Int(id / 4)
            switch id % 4 {
            case 0:
                if let handle = downstreams.handle(at: index) { downstreamTimedOut(handle) }
            case 1:
                if let handle = exchanges.handle(at: index) { exchangeTimedOut(handle) }
            case 2:
                if let handle = links.handle(at: index) { linkTimedOut(handle) }
            default:
                if let timer = WorkerTimer(rawValue: UInt32(index)) { workerTimedOut(timer) }
            }
        }
    }

    private mutating func workerTimedOut(_ timer: WorkerTimer) {
        switch timer {
        case .redis: pollRedis()
        case .resolver: pollResolver()
        case .targets: pollTargets()
        case .drain: finishDraining()
        case .accept: resumeAccepting()
        case .uses: usesAreDue()
        case .withdrawals: retryWithdrawals()
        case .recheck: recheckTokens()
        case .silence: restSilent()
        case .cool: coolSlots()
        case .goAway: endSessions()
        case .sweep: sweepRetired()
        case .memory: lookAtMemory()
        case .untold: tellUntold()
        }
    }

    /// A client took too long. Where a request has begun it is told 408 (RFC 9110 §15.5.9).
    private mutating func downstreamTimedOut(_ handle: Handle) {
        let exchange = downstreams[handle].exchange
        if isSharingProgress(handle) { return setTimer(handle, rules.timeouts.writeMilliseconds) }
        if downstreams[handle].hasSentAll, !hasWrittenAll(handle) {
            return setTimer(handle, Bounds.lingerMilliseconds)
        }
        if handshakeTimedOut(handle) { return }
        if isPaused(handle) { return resumeTimer(handle) }
        if isBlockPaused(handle) { return setTimer(handle, rules.timeouts.headMilliseconds) }
        if downstreams[handle].hasBegunPreface, downstreams[handle].mayBeSession {
            // As if it had been a request's head.
            downstreams[handle].mayBeSession = false
            if let exchange = exchangeForHead(handle) { refuse(exchange, .requestTimeout) }
            return
        }
        guard exchanges.isLive(exchange), !downstreams[handle].isStalled else {
            if !rest(handle) { endSilent(handle) }
            return
        }
        switch exchanges[exchange].phase {
        case .head, .holding:
            forgetPartialHead(exchange)
            refuse(exchange, .requestTimeout)
        case .sent where exchanges[exchange].requestEnded:
            break
        case .sent:
            // An upstream that takes no more of the body is slow itself; its own time limit runs.
            guard takesBody(exchange) else {
                return setTimer(handle, rules.timeouts.bodyMilliseconds)
            }
            refuse(exchange, .requestTimeout)
        case .relaying:
            // The rest of a body that nobody waits for: the answer is on its way already.
            setTimer(handle, rules.timeouts.bodyMilliseconds)
        case .admitting, .handling, .connecting, .answered:
            break
        }
    }

    /// Ends a connection whose client has been silent, or slow, for too long. A request that is on
    /// its way must not be lost without a word (RFC 9113 §6.8).
    private mutating func endSilent(_ handle: Handle) {
        if downstreams[handle].stage == .session, !downstreams[handle].isStalled {
            terminateSession(handle)
        } else {
            closeDownstream(handle)
        }
    }

    /// Lets a connection that has been idle for a moment hold as little as it can, until its idle
    /// time is over. False when it rests already, or is not idle.
    private mutating func rest(_ handle: Handle) -> Bool {
        let remaining = idleMilliseconds(atMost: .max) - Bounds.restAfterMilliseconds
        guard isIdle(handle), !downstreams[handle].isStalled, !downstreams[handle].isResting,
            remaining > 0
        else { return false }
        downstreams[handle].isResting = true
        downstreams[handle].wire.releaseBuffers()
        if downstreams[handle].stage == .session {
            sessions[downstreams[handle].session].session?.releaseBuffers()
        }
        setTimer(handle, remaining)
        return true
    }

    /// Whether a stream waits only because its connection is slow, and that goes on: its turn
    /// comes.
    private mutating func isSharingProgress(_ handle: Handle) -> Bool {
        guard downstreams[handle].isStream, downstreams[handle].isStalled,
            !downstreams[handle].isBlockedByClient
        else { return false }
        let since = clock.milliseconds - rules.timeouts.writeMilliseconds
        return downstreams[downstreams[handle].carrier].progressAt > since
    }

    /// Whether a connection waits for a request.
    mutating func isIdle(_ handle: Handle) -> Bool {
        switch downstreams[handle].stage {
        case .head: true
        case .session:
            downstreams[handle].blockStream == 0
                && sessions[downstreams[handle].session].streams.isEmpty
        case .proxyHeader, .handshake, .body, .waiting, .lingering: false
        }
    }

    /// How long a connection may be idle: less while somebody waits for the drain's end.
    mutating func idleMilliseconds(atMost limit: Int) -> Int {
        let idle = min(limit, rules.timeouts.idleMilliseconds)
        return isDraining && !isReplaced ? min(idle, Bounds.drainIdleMilliseconds) : idle
    }

    /// Redis or the upstream took too long.
    private mutating func exchangeTimedOut(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        if isPaused(exchange: exchange) {
            return setTimer(exchange: exchange, idleMilliseconds(exchange))
        }
        switch exchanges[exchange].phase {
        case .head, .holding, .answered:
            break
        case .admitting:
            recorder.add(.redisTimeouts)
            refuse(exchange, .redisUnavailable)
        case .handling:
            recorder.add(.redisTimeouts)
            failHandler(exchange, .timedOut)
        case .connecting:
            connectTimedOut(exchange)
        case .sent:
            let link = exchanges[exchange].link
            if !exchanges[exchange].requestEnded, links[link].wire.output.isEmpty {
                // The client is the slow one; its own time limit runs.
                setTimer(exchange: exchange, idleMilliseconds(exchange))
            } else {
                upstreamTimedOut(exchange)
            }
        case .relaying where exchanges[exchange].tunnel == .open:
            tunnelTimedOut(exchange)
        case .relaying:
            let link = exchanges[exchange].link
            if downstreams[downstream].isStalled {
                setTimer(exchange: exchange, idleMilliseconds(exchange))
            } else if !exchanges[exchange].requestEnded, links[link].wire.output.isEmpty {
                // Its client has fallen silent, and the target may be waiting for it.
                refuse(exchange, .requestTimeout)
            } else {
                upstreamTimedOut(exchange)
            }
        }
    }

    private mutating func upstreamTimedOut(_ exchange: Handle) {
        let link = exchanges[exchange].link
        recorder.add(.timeouts, upstream: upstreams[links[link].upstream].label)
        noteFailure(exchange, on: link)
        let carrier = links[link].carrier
        let taken = clock.monotonicNanoseconds - links[link].askedAt
        refuse(exchange, .upstreamTimeout)
        guard links.isLive(carrier) else { return }
        // Nothing for half that time: the connection itself may be dead.
        let silence = clock.monotonicNanoseconds - links[carrier].receivedAt
        if silence >= taken / 2 { probe(carrier) }
    }

    private mutating func connectTimedOut(_ exchange: Handle) {
        let link = exchanges[exchange].link
        guard links.isLive(link) else { return refuse(exchange, .upstreamUnreachable) }
        let upstream = links[link].upstream
        let target = links[link].target
        let carrier = links[link].isStream ? links[link].carrier : link
        let address = links[carrier].address
        exchanges[exchange].link = .none
        closeLink(link)
        if links.isLive(carrier) {
            // Others wait for it longer. Nobody joins them.
            links[carrier].isLeaving = true
            noteRoom(carrier)
        }
        connectFailed(exchange, upstream: upstream, target: target, address: address)
    }
}
