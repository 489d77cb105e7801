import Bytes
import HTTP2
import Operations
import Policy
import Reactor
import Upstream

/// HTTP/2 connections to upstreams. Each of their streams has a slot among the links and serves one
/// exchange, so that a request's path is the same for both protocols: `Worker+linkStream` says
/// where a stream's bytes go.
extension Worker {
    /// Makes a connection that was begun one of HTTP/2, which the exchange and others wait for.
    mutating func openSession(_ link: Handle, for exchange: Handle) {
        guard takeSession(link) else {
            closeLink(link)
            return refuse(exchange, .overloaded)
        }
        noteRoom(link)
        join(link, exchange)
    }

    /// Gives a connection that is being made a place for its session. False when there is none.
    mutating func takeSession(_ link: Handle) -> Bool {
        guard let slot = sessions.take() else { return false }
        sessions[slot].close()
        links[link].session = slot
        return true
    }

    mutating func setTimer(link: Handle, _ milliseconds: Int) {
        timers.schedule(
            TimerID.link(link), atMilliseconds: clock.milliseconds + milliseconds)
    }

    /// The connection stands: HTTP/2 begins on it.
    mutating func beginLinkSession(_ link: Handle) {
        if links[link].wire.isTLS, !links[link].wire.speaksHTTP2 {
            return linkSpeaksOtherwise(link)
        }
        let limits = HTTP2Limits(
            head: rules.headLimits, streams: 0, streamWindow: Bounds.http2AnswerWindow,
            connectionWindow: Bounds.http2AnswersWindow)
        guard let session = HTTP2Session(calling: limits, memory: sessionMemory) else {
            return linkFailedToConnect(link)
        }
        sessions[links[link].session].session = consume session
        links[link].stage = .settings
    }

    /// Does all that can be done for a connection now.
    mutating func serveLinkSession(_ link: Handle) {
        guard sendFrames(link) else { return }
        for _ in 0..<Bounds.readsPerTurn where links[link].wire.canRead {
            // Frames add little to the output, and that is bounded.
            if links[link].wire.output.count >= 2 * Bounds.relayBytesMax { break }
            switch links[link].wire.receive(spares: &spareInputs) {
            case .bytes: break
            case .wouldBlock: continue
            case .closed, .failed: return loseLink(link)
            }
            links[link].receivedAt = clock.monotonicNanoseconds
            links[link].isPinged = false
            guard readLinkFrames(link) else { return }
        }
        if links[link].wire.canRead { enqueueLink(link) }
        links[link].wire.returnInput(to: &spareInputs)
        if sendFrames(link) { endTurn(link) }
    }

    /// Uses the frames that were read. False when the connection is over.
    private mutating func readLinkFrames(_ link: Handle) -> Bool {
        let slot = links[link].session
        // Sending may have brought some since, which `receive` would forget.
        while sessions[slot].eventCount > 0 {
            takeAnswers(link)
            guard links.isLive(link) else { return false }
        }
        let goesOn = sessions[slot].session?.receive(links[link].wire.input) ?? false
        links[link].wire.input.removeAll()
        // After a GOAWAY requests that it leaves behind must not come back to this connection.
        if links[link].stage == .session { noteRoom(link) }
        takeAnswers(link)
        guard links.isLive(link) else { return false }
        guard goesOn, sessions[slot].isAlive else {
            loseLink(link)
            return false
        }
        if links[link].stage == .settings, sessions[slot].hasSettings { sessionIsReady(link) }
        return links.isLive(link)
    }

    /// Does what the target's frames ask for, in their order, and sends the clients what it brought
    /// them.
    private mutating func takeAnswers(_ link: Handle) {
        let slot = links[link].session
        var index = 0
        while sessions.isLive(slot), index < sessions[slot].eventCount {
            guard let event = sessions[slot].event(index) else { break }
            index += 1
            take(event, on: link, slot)
        }
        if sessions.isLive(slot) { sessions[slot].session?.forgetEvents() }
        while let stream = answeredStreams.popLast() {
            if links.isLive(stream) { finishLinkTurn(stream) }
        }
    }

    private mutating func take(_ event: HTTP2Event, on link: Handle, _ slot: Handle) {
        if event.kind == .window, event.stream == 0 {
            sessions[slot].isWaitedFor = true
            return noteRoom(link)
        }
        let owner = Handle(owner: event.owner)
        guard links.isLive(owner) else { return }
        if links[link].isCheck { return takeCheck(event, link, slot) }
        switch event.kind {
        case .head: takeHead(event, owner, slot)
        case .trailers: takeTrailers(event, of: owner, slot)
        case .data:
            sessions[slot].appendContent(event, to: &links[owner].wire.input)
            relayStream(owner)
        case .ended:
            links[owner].wire.inputEnded = true
            relayStream(owner)
        case .closed: streamClosed(owner, event.code)
        case .window: sendLinkStream(owner)
        }
    }

    /// The target has said what it takes: requests that waited for it go out.
    private mutating func sessionIsReady(_ link: Handle) {
        let slot = links[link].session
        let upstream = links[link].upstream
        links[link].stage = .session
        if links[link].isCheck { return sendCheck(link) }
        setTimer(link: link, Bounds.http2PingMilliseconds)
        let most = sessions[slot].requestsMax
        upstreams[upstream].connected(links[link].target, links[link].address)
        upstreams[upstream].learnStreams(links[link].target, most)
        noteRoom(link)
        var index = 0
        while links.isLive(link), index < sessions[slot].streams.count {
            let stream = sessions[slot].streams[index]
            if links[stream].stage == .connecting {
                if index < sessions[slot].requestsMax {
                    sendRequest(stream, links[stream].exchange)
                } else {
                    moveOn(stream, isFree: most > 0)
                }
            }
            // One that has left has given its place to another.
            let stays =
                sessions.isLive(slot) && index < sessions[slot].streams.count
                && sessions[slot].streams[index] == stream
            if stays { index += 1 }
        }
    }

    /// The connection that the stream waited for has no room for it. As long as each connection
    /// takes some requests, the search for another costs no attempt.
    private mutating func moveOn(_ stream: Handle, isFree: Bool) {
        let exchange = links[stream].exchange
        let upstream = links[stream].upstream
        exchanges[exchange].link = .none
        closeLink(stream)
        if isFree {
            exchanges[exchange].attempts -= 1
        } else if exchanges[exchange].attempts >= Bounds.connectAttemptsMax {
            return refuseOverloaded(exchange, upstream)
        }
        attempt(exchange, fresh: false)
    }

    /// Sends the target what waits for it. False when the connection is over.
    private mutating func sendFrames(_ link: Handle) -> Bool {
        let slot = links[link].session
        while true {
            sessions[slot].session?.flush(
                into: &links[link].wire.output, outputMax: Bounds.relayBytesMax)
            if sessions[slot].eventCount > 0 { takeAnswers(link) }
            guard links.isLive(link) else { return false }
            offerLinkRoom(link)
            if links[link].wire.output.isEmpty { break }
            switch links[link].wire.flush() {
            case .done: continue
            case .pending: return true
            case .failed:
                // What it said before it went may still be there to read.
                guard links[link].wire.canRead else {
                    loseLink(link)
                    return false
                }
                links[link].wire.output.removeAll()
                return true
            }
        }
        if links[link].stage == .connecting || sessions[slot].isAlive { return true }
        loseLink(link)
        return false
    }

    /// Room for requests' content: each stream is offered some, in turn, until there is none.
    private mutating func offerLinkRoom(_ link: Handle) {
        let slot = links[link].session
        guard sessions[slot].isWaitedFor else { return }
        sessions[slot].isWaitedFor = false
        for _ in sessions[slot].streams.indices {
            if sessions[slot].streams.isEmpty { return }
            if links[link].wire.output.count >= Bounds.relayBytesMax {
                sessions[slot].isWaitedFor = true
                return
            }
            let place = sessions[slot].turn % sessions[slot].streams.count
            sessions[slot].turn = place + 1
            sendLinkStream(sessions[slot].streams[place])
        }
    }

    /// Tells the target's group whether the connection takes another request.
    mutating func noteRoom(_ link: Handle) {
        guard !links[link].isCheck else { return }
        let slot = links[link].session
        let upstream = links[link].upstream
        let target = links[link].target
        let most =
            switch links[link].stage {
            case _ where links[link].isLeaving: 0
            case .session where links[link].isPinged: 0
            case .session: sessions[slot].requestsMax
            case .connecting, .handshake, .settings: upstreams[upstream].expectedStreams(target)
            case .head, .body, .idle, .over: 0
            }
        let hasRoom = sessions[slot].streams.count < most
        guard hasRoom != links[link].isOffered else { return }
        links[link].isOffered = hasRoom
        if hasRoom {
            upstreams[upstream].group.offer(link, target: target)
        } else {
            upstreams[upstream].group.forget(link, target: target)
        }
    }

    /// The end of a turn: a connection without streams is kept for a while, unless it takes no more
    /// requests or there are enough.
    private mutating func endTurn(_ link: Handle) {
        noteRoom(link)
        let slot = links[link].session
        guard links[link].stage == .session, !links[link].isCheck,
            sessions[slot].streams.isEmpty, !links[link].isUnused, !links[link].isPinged
        else { return }
        let upstream = links[link].upstream
        let isKept = upstreams[upstream].group.mayKeep(links[link].target)
        guard links[link].isOffered, isKept, !isDraining, !upstreams[upstream].isRetired else {
            return closeLink(link)
        }
        links[link].isUnused = true
        recorder.add(.connectionsIdle, 1, upstream: upstreams[upstream].label)
        setTimer(link: link, upstreams[upstream].keepMilliseconds)
    }

    /// An unused connection has its first request again.
    mutating func beginUse(_ link: Handle) {
        guard links[link].isUnused else { return }
        links[link].isUnused = false
        recorder.add(.connectionsIdle, -1, upstream: upstreams[links[link].upstream].label)
        setTimer(link: link, Bounds.http2PingMilliseconds)
    }
}

/// How HTTP/2 connections to upstreams end.
extension Worker {
    /// The connection was not made in time, was kept long enough, or is silent.
    mutating func sessionTimedOut(_ link: Handle) {
        switch links[link].stage {
        case .session where !links[link].isUnused: break
        case .session: return closeLink(link)
        default: return linkFailedToConnect(link)
        }
        if links[link].isPinged {
            recorder.add(.timeouts, upstream: upstreams[links[link].upstream].label)
            return loseLink(link, or: .upstreamTimeout)
        }
        // Whatever the target sends to keep the connection alive is no flood in this time.
        sessions[links[link].session].session?.forgive()
        let silence = (clock.monotonicNanoseconds - links[link].receivedAt) / 1_000_000
        guard silence >= Bounds.http2PingMilliseconds else {
            return setTimer(link: link, Bounds.http2PingMilliseconds - silence)
        }
        probe(link)
    }

    /// Asks a silent connection for a sign of life. Until it gives one, no requests go there.
    mutating func probe(_ link: Handle) {
        guard links[link].stage == .session, !links[link].isPinged else { return }
        let now = clock.monotonicNanoseconds
        let wasPinged = links[link].pingedAt > 0
        if wasPinged, now - links[link].pingedAt < Bounds.http2PingMilliseconds * 1_000_000 {
            // gRPC's servers would take another for an attack: new requests go elsewhere instead.
            links[link].isLeaving = true
            return noteRoom(link)
        }
        beginUse(link)
        links[link].isPinged = true
        links[link].pingedAt = now
        noteRoom(link)
        sessions[links[link].session].session?.ping()
        setTimer(link: link, Bounds.http2PingTimeoutMilliseconds)
        enqueueLink(link)
    }

    /// The connection has ended with all its streams. An answer that is whole still goes to its
    /// client.
    mutating func loseLink(_ link: Handle, or decision: Decision = .upstreamBroken) {
        let slot = links[link].session
        guard links[link].stage == .session else {
            // Bytes that are not frames tell more than none at all.
            return links[link].receivedAt == 0
                ? linkFailedToConnect(link) : linkSpeaksOtherwise(link)
        }
        if links[link].isCheck { return checkEnded(link, passed: false) }
        links[link].stage = .over
        noteRoom(link)
        while let stream = sessions[slot].streams.last {
            leave(stream)
            links[stream].carrier = .none
            links[stream].session = .none
            links[stream].streamIsGone = true
            if links[stream].wire.inputEnded {
                enqueueLink(stream)
            } else {
                answerBroke(stream, or: decision)
            }
        }
        closeLink(link)
    }

    /// The target speaks, but not HTTP/2.
    mutating func linkSpeaksOtherwise(_ link: Handle) {
        recorder.add(.protocolMismatches, upstream: upstreams[links[link].upstream].label)
        let slot = links[link].session
        if sessions.isLive(slot) {
            for stream in sessions[slot].streams {
                let exchange = links[stream].exchange
                if !exchanges[exchange].detail.isEmpty { exchanges[exchange].detail.append("; ") }
                exchanges[exchange].detail.append("the target does not speak HTTP/2")
            }
        }
        linkFailedToConnect(link)
    }

    /// The connection could not be made: those that waited for it try another.
    mutating func sessionFailedToConnect(_ link: Handle) {
        let slot = links[link].session
        let upstream = links[link].upstream
        let target = links[link].target
        let address = links[link].address
        links[link].stage = .over
        noteRoom(link)
        var waiting: [Handle] = []
        while let stream = sessions[slot].streams.last {
            waiting.append(links[stream].exchange)
            closeLink(stream)
        }
        closeLink(link)
        let hasMore = noteUnreachable(upstream: upstream, target: target, address: address)
        for exchange in waiting {
            tryElsewhere(exchange, upstream: upstream, target: target, hasMore: hasMore)
            enqueueDownstream(exchanges[exchange].downstream)
        }
    }

    /// Frees a connection's session, which has no streams any more. The target is told as far as
    /// it takes that now.
    mutating func endLinkSession(_ link: Handle) {
        let slot = links[link].session
        links[link].session = .none
        if links[link].isUnused {
            links[link].isUnused = false
            recorder.add(.connectionsIdle, -1, upstream: upstreams[links[link].upstream].label)
        }
        if links[link].isOffered {
            links[link].isOffered = false
            upstreams[links[link].upstream].group.forget(link, target: links[link].target)
        }
        if links[link].stage == .session, links[link].wire.output.isEmpty {
            sessions[slot].session?.terminate(.noError)
            sessions[slot].session?.flush(
                into: &links[link].wire.output, outputMax: Bounds.relayBytesMax)
            _ = links[link].wire.flush()
        }
        sessions[slot].close()
        sessions.free(slot)
    }
}
