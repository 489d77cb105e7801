import Bytes
import HTTP
import HTTP1
import Operations
import Policy
import Reactor
import TLS
import Upstream

/// Towards the upstream: choosing a connection, sending the request, trying again.
extension Worker {
    /// Everything that speaks against the request has been asked: it goes to its upstream.
    mutating func forward(_ exchange: Handle) {
        exchanges[exchange].phase = .connecting
        exchanges[exchange].stageStartedAt = clock.monotonicNanoseconds
        let rules = rules(of: exchange)
        guard let route = exchanges[exchange].route else { return refuse(exchange, .internalFault) }
        let upstream = rules.table.plans[route].upstream
        exchanges[exchange].upstream = upstream
        exchanges[exchange].upstreamLabel = upstreams[upstream].label
        exchanges[exchange].take(rules.table.timeouts[route])
        // Kept: a reload may take the rules away before the request is sent again.
        exchanges[exchange].retriesMax = rules.retriesMax(of: upstream)
        if let source = rules.hashSource(of: upstream) {
            exchanges[exchange].balanceKey = exchanges[exchange].balanceKey(source)
        }
        if exchanges[exchange].retriesMax > 0 { upstreams[upstream].budget.deposit() }
        attempt(exchange, fresh: false)
    }

    /// Takes an idle connection, or opens one. `fresh` passes the idle ones over.
    mutating func attempt(_ exchange: Handle, fresh: Bool) {
        let upstream = exchanges[exchange].upstream
        let choice = upstreams[upstream].group.choose(
            now: clock.milliseconds, key: exchanges[exchange].balanceKey,
            excluding: exchanges[exchange].triedTargets,
            avoiding: exchanges[exchange].failedTargets, fresh: fresh)
        switch choice {
        case .reuse(let link, _) where upstreams[upstream].speaksHTTP2:
            join(link, exchange)
        case .reuse(let link, _):
            recorder.add(.connectionsIdle, -1, upstream: upstreams[upstream].label)
            timers.cancel(TimerID.link(link))
            attach(link, to: exchange)
            links[link].isReused = true
            sendRequest(link, exchange)
        case .connect(let target):
            connect(exchange, upstream: upstream, target: target)
        case .replace(let idle, let target):
            closeLink(idle)
            connect(exchange, upstream: upstream, target: target)
        case .unavailable:
            refuse(exchange, .upstreamUnreachable)
        case .overloaded:
            refuseOverloaded(exchange, upstream)
        }
    }

    /// The upstream has all that it may have.
    mutating func refuseOverloaded(_ exchange: Handle, _ upstream: Int) {
        recorder.add(.overloaded, upstream: upstreams[upstream].label)
        exchanges[exchange].retryAfterSeconds = Bounds.overloadRetrySeconds
        refuse(exchange, .upstreamOverloaded)
    }

    mutating func attach(_ link: Handle, to exchange: Handle) {
        links[link].exchange = exchange
        links[link].isPaused = false
        exchanges[exchange].link = link
        exchanges[exchange].attempts += 1
        links[link].isCounted = true
        upstreams[links[link].upstream].group.requestBegan(links[link].target)
        if !links[link].isStream { countRequest(link, exchange) }
    }

    /// Counts a request that goes to an upstream.
    mutating func countRequest(_ link: Handle, _ exchange: Handle) {
        let label = upstreams[links[link].upstream].label
        recorder.add(.requests, upstream: label)
        if exchanges[exchange].attempts > 1 { recorder.add(.retries, upstream: label) }
    }

    private mutating func connect(_ exchange: Handle, upstream: Int, target: Int) {
        recorder.add(.connections, upstream: upstreams[upstream].label)
        let place = upstreams[upstream].takeAddress(target, now: clock.milliseconds)
        guard let place else {
            exchanges[exchange].attempts += 1
            return tryElsewhere(exchange, upstream: upstream, target: target, hasMore: false)
        }
        let link: Handle
        do throws(OpenFault) {
            link = try openLink(
                place.address, upstream: upstream, target: target, isCheck: false)
        } catch {
            // What we lack says nothing about the target.
            if error == .shortage { return refuseOverloaded(exchange, upstream) }
            exchanges[exchange].attempts += 1
            return connectFailed(
                exchange, upstream: upstream, target: target, address: place.number)
        }
        links[link].address = place.number
        links[link].renewAt = upstreams[upstream].group.renewal(now: clock.milliseconds)
        if upstreams[upstream].speaksHTTP2 { return openSession(link, for: exchange) }
        attach(link, to: exchange)
        setTimer(exchange: exchange, exchanges[exchange].connectMilliseconds)
    }

    /// Begins a connection.
    mutating func openLink(
        _ address: SocketAddress, upstream: Int, target: Int, isCheck: Bool
    ) throws(OpenFault) -> Handle {
        guard let link = links.take() else { throw .shortage }
        links[link].begin(upstream: upstream, target: target)
        do throws(Errno) {
            let socket = try Socket.connect(to: address)
            let raw = socket.raw
            links[link].open(Transport(connecting: socket), upstream: upstream, target: target)
            links[link].isCheck = isCheck
            recorder.add(.connectionsOpen, 1, upstream: upstreams[upstream].label)
            if !isCheck { upstreams[upstream].group.opened(target) }
            try poller.add(raw, token: Token(kind: Kind.link.rawValue, handle: link))
        } catch {
            closeLink(link)
            throw error.isExhaustion ? .shortage : .unreachable
        }
        return link
    }

    /// An address could not be reached: another one, or another target, is tried, or the client is
    /// told.
    mutating func connectFailed(_ exchange: Handle, upstream: Int, target: Int, address: Int) {
        let hasMore = noteUnreachable(upstream: upstream, target: target, address: address)
        tryElsewhere(exchange, upstream: upstream, target: target, hasMore: hasMore)
    }

    /// A connection could not be made, which is one failure however many requests waited for it.
    ///
    /// - Returns: whether another address of the target is worth trying.
    mutating func noteUnreachable(upstream: Int, target: Int, address: Int) -> Bool {
        recorder.add(.connectionFailures, upstream: upstreams[upstream].label)
        let hasMore = upstreams[upstream].connectFailed(target, address, now: clock.milliseconds)
        if !hasMore { noteFailure(upstream: upstream, target: target) }
        return hasMore
    }

    /// Another target is preferred even to one that has more addresses: all may be dead.
    mutating func tryElsewhere(_ exchange: Handle, upstream: Int, target: Int, hasMore: Bool) {
        exchanges[exchange].link = .none
        if hasMore {
            exchanges[exchange].failedTargets |= 1 << UInt64(target)
        } else {
            exchanges[exchange].triedTargets |= 1 << UInt64(target)
        }
        let tried = exchanges[exchange].triedTargets.nonzeroBitCount
        let most = Bounds.connectAttemptsMax + exchanges[exchange].retries
        if exchanges[exchange].attempts < most,
            hasMore || upstreams[upstream].group.targetCount > tried
        {
            attempt(exchange, fresh: false)
        } else {
            refuse(exchange, .upstreamUnreachable)
        }
    }

    /// The connection stands: the request is written and sent.
    mutating func sendRequest(_ link: Handle, _ exchange: Handle) {
        exchanges[exchange].phase = .sent
        links[link].stage = .head
        links[link].expectAnswer()
        links[link].askedAt = clock.monotonicNanoseconds
        if links[link].isStream {
            guard beginStream(link, exchange) else { return }
            beginKeepingBody(exchange)
        } else {
            writeHead(exchange, to: link)
        }
        if !exchanges[exchange].body.isEmpty {
            links[link].wire.output.append(contentsOf: exchanges[exchange].body)
        }
        if exchanges[exchange].requestEnded {
            endRequest(exchange)
        } else {
            setTimer(exchange: exchange, exchanges[exchange].idleMilliseconds)
            sendLink(link)
            if exchanges.isLive(exchange) { welcomeBody(exchange) }
        }
    }

    /// What the upstream is told about the client.
    mutating func forwardFacts(_ exchange: Handle) -> ForwardFacts {
        let downstream = exchanges[exchange].downstream
        let rules = rules(of: exchange)
        return ForwardFacts(
            client: downstreams[downstream].client, isTLS: downstreams[downstream].isTLS,
            unixSeconds: clock.unixSeconds,
            keepsForwarded: rules.isTrusted(downstreams[downstream].client))
    }

    private mutating func writeHead(_ exchange: Handle, to link: Handle) {
        let upstream = links[link].upstream
        let facts = forwardFacts(exchange)
        exchanges[exchange].writeRequest(
            into: &links[link].wire.output, facts, host: upstreams[upstream].host,
            assertionKey: upstreams[upstream].assertionKey, &identifiers)
    }

    /// The client's request is whole: what ends it is sent, and the answer's time begins.
    mutating func endRequest(_ exchange: Handle) {
        let link = exchanges[exchange].link
        if exchanges[exchange].sendsChunked {
            let downstream = exchanges[exchange].downstream
            links[link].wire.output.appendLastChunk(downstreams[downstream].wire.bodyReader)
        }
        if exchanges[exchange].phase == .sent {
            setTimer(exchange: exchange, exchanges[exchange].responseMilliseconds)
        }
        if links[link].isStream { sendLinkStream(link) } else { sendSoon(link) }
    }

    /// Sends the upstream what waits for it.
    mutating func sendLink(_ link: Handle) {
        if links[link].isStream { return sendLinkStream(link) }
        guard !links[link].wire.output.isEmpty else { return finishSending(link) }
        let before = links[link].wire.output.count
        switch links[link].wire.flush() {
        case .done: finishSending(link)
        case .pending: break
        case .failed:
            // The answer may still be there to read: reading decides, once its client has room for
            // it. Nothing is left to send until then, or the worker would try without end.
            links[link].wire.output.removeAll()
            enqueueLink(link)
            return
        }
        upstreamTook(link, before: before)
    }

    /// The upstream took some of the request, or none: its client may go on sending.
    mutating func upstreamTook(_ link: Handle, before: Int) {
        let exchange = links[link].exchange
        guard exchanges.isLive(exchange) else { return }
        if exchanges[exchange].requestEnded { return lastBytesMoved(link, exchange, before) }
        if links[link].wire.output.count < before {
            setTimer(exchange: exchange, idleMilliseconds(exchange))
        }
        if before >= memory.relayBytesMax { enqueueDownstream(exchanges[exchange].downstream) }
    }

    /// The rest of a request may take longer than its answer: as long as some of it waits, the
    /// upstream may only not stop taking it, and the answer is due once it has all.
    private mutating func lastBytesMoved(_ link: Handle, _ exchange: Handle, _ before: Int) {
        guard exchanges[exchange].phase == .sent else { return }
        let left = links[link].wire.output.count
        if left == 0, links[link].isBehind {
            links[link].isBehind = false
            setTimer(exchange: exchange, exchanges[exchange].responseMilliseconds)
        } else if left > 0, left < before || !links[link].isBehind {
            links[link].isBehind = true
            setTimer(exchange: exchange, idleMilliseconds(exchange))
        }
    }

    /// The upstream of a tunnel is told that its client sends no more.
    private mutating func finishSending(_ link: Handle) {
        guard links[link].endsWhenSent else { return }
        links[link].endsWhenSent = false
        links[link].wire.closeWriting()
    }
}

/// Why a connection cannot be begun.
enum OpenFault: Error {
    /// We have no descriptor, slot or memory for it, which says nothing about the target.
    case shortage
    /// The kernel knows of no way to the address.
    case unreachable
}
