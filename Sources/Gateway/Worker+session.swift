import Bytes
import HTTP
import HTTP1
import HTTP2
import Operations
import Policy
import Reactor
import TLS

/// HTTP/2 connections. Each of their streams has a slot among the downstreams, so that a request's
/// path is the same for both protocols: `Worker+stream` says where a stream's bytes go.
extension Worker {
    /// Begins HTTP/2 on a connection.
    mutating func beginSession(_ handle: Handle) {
        let limits = HTTP2Limits(
            head: rules.headLimits, streams: Bounds.http2StreamsMax,
            streamWindow: Bounds.http2StreamWindow,
            connectionWindow: Bounds.http2ConnectionWindow)
        guard let slot = sessions.take() else { return closeDownstream(handle) }
        guard let session = HTTP2Session(serving: limits, memory: sessionMemory) else {
            sessions.free(slot)
            return closeDownstream(handle)
        }
        sessions[slot].open(session)
        downstreams[handle].session = slot
        downstreams[handle].stage = .session
        // What the client has sent with its preface is served.
        if isDraining || isRemoved(downstreams[handle].listener) { drainSession(handle) }
        beginIdling(handle)
    }

    /// Uses the frames that were read. False when nothing more can be done for now.
    mutating func readFrames(_ handle: Handle) -> Bool {
        if downstreams[handle].wire.input.isEmpty { return true }
        // Frames add little to the output, and that is bounded: they are read while answers fill
        // what answers may.
        if downstreams[handle].wire.output.count >= 2 * Bounds.relayBytesMax { return false }
        let slot = downstreams[handle].session
        // Sending may have brought some since, which `receive` would forget.
        while sessions[slot].eventCount > 0 {
            takeEvents(handle)
            guard downstreams.isLive(handle), downstreams[handle].stage == .session else {
                return false
            }
        }
        if clock.milliseconds - sessions[slot].forgivenAt >= Bounds.http2ForgiveMilliseconds {
            sessions[slot].forgivenAt = clock.milliseconds
            sessions[slot].session?.forgive()
        }
        let goesOn = sessions[slot].session?.receive(downstreams[handle].wire.input) ?? false
        downstreams[handle].wire.input.removeAll()
        guard goesOn else {
            closeSession(handle)
            return false
        }
        takeEvents(handle)
        guard downstreams.isLive(handle), downstreams[handle].stage == .session else {
            return false
        }
        timeBlock(handle)
        return true
    }

    /// Does what the peer's frames ask for, in their order.
    private mutating func takeEvents(_ handle: Handle) {
        let slot = downstreams[handle].session
        var index = 0
        // Taking one may bring more: streams that end while their answers are sent.
        while sessions.isLive(slot), index < sessions[slot].eventCount {
            guard let event = sessions[slot].event(index) else { break }
            index += 1
            take(event, handle, slot)
        }
        guard sessions.isLive(slot) else { return }
        sessions[slot].session?.forgetEvents()
        offerRoom(handle)
    }

    private mutating func take(_ event: HTTP2Event, _ connection: Handle, _ slot: Handle) {
        switch event.kind {
        case .head:
            openStream(event, connection, slot)
        case .trailers:
            takeTrailers(event, slot)
        case .data:
            takeContent(event, slot)
        case .ended:
            let stream = sessions[slot].owner(of: event.stream)
            guard downstreams.isLive(stream) else { return }
            downstreams[stream].wire.inputEnded = true
            if downstreams[stream].hasSentAll {
                downstreams[stream].streamIsGone = true
                return releaseStream(stream)
            }
            serveDownstream(stream)
        case .closed:
            let stream = Handle(owner: event.owner)
            guard downstreams.isLive(stream) else { return }
            downstreams[stream].streamIsGone = true
            closeDownstream(stream)
        case .window:
            if event.stream == 0 {
                sessions[slot].isWaitedFor = true
                return
            }
            let stream = sessions[slot].owner(of: event.stream)
            if downstreams.isLive(stream) { sendStream(stream) }
        }
    }

    private mutating func takeContent(_ event: HTTP2Event, _ slot: Handle) {
        let stream = sessions[slot].owner(of: event.stream)
        if downstreams.isLive(stream), downstreams[stream].stage == .lingering {
            return discard(Int(event.bytes.count), stream)
        }
        if downstreams.isLive(stream), isAskingForTunnel(stream) {
            // It waits for the upstream's consent, within the stream's window.
            return sessions[slot].appendContent(event, to: &downstreams[stream].wire.input)
        }
        guard downstreams.isLive(stream), downstreams[stream].stage == .body else {
            // Nobody waits for it: the connection's window opens again all the same.
            sessions[slot].session?.consume(Int(event.bytes.count), of: event.stream)
            return
        }
        sessions[slot].appendContent(event, to: &downstreams[stream].wire.input)
        serveDownstream(stream)
    }

    /// Whether a stream waits for the upstream to agree to a WebSocket.
    private mutating func isAskingForTunnel(_ stream: Handle) -> Bool {
        let exchange = downstreams[stream].exchange
        return downstreams[stream].stage == .waiting && exchanges.isLive(exchange)
            && exchanges[exchange].tunnel == .wanted
    }

    private mutating func takeTrailers(_ event: HTTP2Event, _ slot: Handle) {
        let stream = sessions[slot].owner(of: event.stream)
        guard downstreams.isLive(stream), downstreams[stream].stage == .body,
            exchanges.isLive(downstreams[stream].exchange)
        else { return }
        scratch.removeAll()
        do throws(ProtocolFault) {
            try sessions[slot].session?.readTrailers(event.block, into: &scratch)
            try downstreams[stream].wire.bodyReader.keepTrailers(scratch)
        } catch {
            refuse(downstreams[stream].exchange, error)
        }
    }

    /// A request's head is whole: its stream gets a slot, and is judged.
    private mutating func openStream(_ event: HTTP2Event, _ connection: Handle, _ slot: Handle) {
        // Our GOAWAY may still wait behind other output, and nghttp2 passes them on until it went.
        if let last = sessions[slot].session?.lastTaken, event.stream > last {
            return refuseStream(event, slot)
        }
        guard hasRoomForStream(slot), let stream = downstreams.take() else {
            return refuseStream(event, slot)
        }
        guard let exchange = exchanges.take() else {
            downstreams.free(stream)
            return refuseStream(event, slot)
        }
        guard sessions[slot].session?.setOwner(stream.owner, of: event.stream) == true else {
            // It was reset in the same breath.
            exchanges.free(exchange)
            downstreams.free(stream)
            return
        }
        adopt(stream, event.stream, connection, slot)
        countStream(connection)
        timeSession(connection)
        exchanges[exchange].begin(for: stream, now: clock.monotonicNanoseconds)
        if !looksForSilence || !isCooling { watchStorage() }
        exchanges[exchange].requestID = identifiers.nextRequestID()
        exchanges[exchange].client = downstreams[connection].client
        exchanges[exchange].identity = downstreams[connection].identity
        exchanges[exchange].times[.handshake] = downstreams[connection].handshakeNanoseconds
        downstreams[connection].handshakeNanoseconds = 0
        downstreams[stream].exchange = exchange
        recorder.set(.requestsInFlight, exchanges.count)
        do throws(ProtocolFault) {
            try sessions[slot].session?.readRequest(
                event.block, into: &exchanges[exchange].head)
        } catch {
            return refuse(exchange, error)
        }
        let hasContent = exchanges[exchange].head.framing != .none
        downstreams[stream].wire.bodyReader.start(hasContent ? .untilClose : .none)
        downstreams[stream].stage = hasContent ? .body : .waiting
        exchanges[exchange].requestEnded = !hasContent
        // The client of an extended CONNECT has not ended its side.
        downstreams[stream].wire.inputEnded =
            !hasContent && exchanges[exchange].head.connectProtocol.isEmpty
        if hasContent { setTimer(stream, rules.timeouts.bodyMilliseconds) }
        judgeHead(exchange)
    }

    private mutating func adopt(
        _ stream: Handle, _ id: Int32, _ connection: Handle, _ slot: Handle
    ) {
        let listener = downstreams[connection].listener
        let client = downstreams[connection].client
        let isTLS = downstreams[connection].isTLS
        downstreams[stream].openStream(
            id, of: connection, session: slot, listener: listener, client: client, isTLS: isTLS,
            place: sessions[slot].streams.count)
        if !sessions[slot].streams.isEmpty { sharedStreams += 1 }
        sessions[slot].streams.append(stream)
    }

    /// There is no room: the client may send it again (RFC 9113 §8.7).
    private mutating func refuseStream(_ event: HTTP2Event, _ slot: Handle) {
        recorder.add(.streamsRefused)
        sessions[slot].session?.reset(event.stream, .refusedStream)
    }

    /// A head that has begun has a limited time to become whole.
    private mutating func timeBlock(_ handle: Handle) {
        let stream = sessions[downstreams[handle].session].blockStream
        guard stream != downstreams[handle].blockStream else { return }
        downstreams[handle].blockStream = stream
        if stream == 0 {
            timeSession(handle)
        } else if !downstreams[handle].isStalled {
            setTimer(handle, rules.timeouts.headMilliseconds)
        }
    }

    /// Sets the time limit of a connection that is not held up: while it has no streams, it idles.
    mutating func timeSession(_ handle: Handle) {
        if downstreams[handle].isStalled || downstreams[handle].blockStream != 0 { return }
        if sessions[downstreams[handle].session].streams.isEmpty {
            beginIdling(handle)
        } else {
            timers.cancel(TimerID.downstream(handle))
        }
    }

    /// Gathers what the session has for its client. False when the connection is over and was
    /// ended.
    mutating func gatherFrames(_ handle: Handle) -> Bool {
        let slot = downstreams[handle].session
        sessions[slot].session?.flush(
            into: &downstreams[handle].wire.output, outputMax: Bounds.relayBytesMax)
        if sessions[slot].eventCount > 0 { takeEvents(handle) }
        guard downstreams.isLive(handle), downstreams[handle].stage == .session else {
            return false
        }
        if sessions[slot].isAlive { return true }
        closeSession(handle)
        return downstreams.isLive(handle)
    }

    /// The session has nothing more to say: the connection ends when its client has taken all.
    private mutating func closeSession(_ handle: Handle) {
        sessions[downstreams[handle].session].session?.flush(
            into: &downstreams[handle].wire.output, outputMax: 2 * Bounds.relayBytesMax)
        endSession(handle)
        endWithOutput(handle)
    }

    /// Ends a connection with all its streams, and says so (RFC 9113 §6.8): what they were answered
    /// goes out first.
    mutating func terminateSession(_ handle: Handle) {
        sendDownstream(handle)
        guard downstreams.isLive(handle), downstreams[handle].stage == .session else { return }
        sessions[downstreams[handle].session].session?.terminate(.noError)
        closeSession(handle)
        sendDownstream(handle)
    }

    /// Ends all streams of a connection, and its session.
    mutating func endSession(_ handle: Handle) {
        let slot = downstreams[handle].session
        guard sessions.isLive(slot) else { return }
        downstreams[handle].session = .none
        downstreams[handle].stage = .lingering
        while let stream = sessions[slot].streams.last {
            downstreams[stream].streamIsGone = true
            closeDownstream(stream)
        }
        sessions[slot].close()
        sessions.free(slot)
    }

    /// Tells the client that its connection ends soon (RFC 9113 §6.8): requests that it sends
    /// before it knows are served.
    mutating func drainSession(_ handle: Handle) {
        sessions[downstreams[handle].session].session?.announceEnd()
        enqueueDownstream(handle)
        timers.schedule(
            TimerID.worker(.goAway),
            atMilliseconds: clock.milliseconds + Bounds.goAwayMilliseconds)
    }

    /// Clients have had time to learn of the end: connections end with their last stream.
    mutating func endSessions() {
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index),
                downstreams[handle].stage == .session,
                isDraining || isRemoved(downstreams[handle].listener)
            else { continue }
            refuseStreams(handle)
        }
    }

    /// Takes no new streams.
    mutating func refuseStreams(_ handle: Handle) {
        let slot = downstreams[handle].session
        guard !sessions[slot].isRefusing else { return }
        sessions[slot].isRefusing = true
        sessions[slot].session?.refuseNew()
        enqueueDownstream(handle)
    }
}

extension Worker {
    /// Looks for HTTP/2's preface where a connection in plain text begins (RFC 9113 §3.4). Nil
    /// while it may still become one; true when it is and the session has begun.
    mutating func findPreface(_ handle: Handle) -> Bool? {
        switch downstreams[handle].wire.beginsWithPreface {
        case .none: return nil
        case .some(let isPreface):
            downstreams[handle].mayBeSession = false
            if isPreface { beginSession(handle) }
            return isPreface
        }
    }
}

extension Wire {
    /// Whether ALPN chose HTTP/2.
    var speaksHTTP2: Bool {
        switch transport {
        case .some(let transport):
            transport.withSession { $0.selectedProtocol.equals("h2") } ?? false
        case nil: false
        }
    }

    /// Whether the input begins with HTTP/2's preface; nil while that cannot be told.
    var beginsWithPreface: Bool? {
        let preface = literalBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        let count = min(preface.count, input.count)
        guard input.span.extracting(first: count).equals(preface.extracting(first: count)) else {
            return false
        }
        return count == preface.count ? true : nil
    }
}
