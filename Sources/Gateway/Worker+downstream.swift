import Bytes
import Contract
import HTTP
import HTTP1
import Operations
import Policy
import Reactor
import TLS

/// The client's side: reading requests, delivering bodies, sending answers, closing.
extension Worker {
    mutating func downstreamEvent(_ event: Event) {
        let handle = event.token.handle
        guard downstreams.isLive(handle) else { return }
        downstreams[handle].wire.transport?.mark(event)
        if event.isFailed {
            closeDownstream(handle)
            return
        }
        serveDownstream(handle)
    }

    /// Does all that can be done for a client's connection now: sends what waits, uses what was
    /// read, reads more, until somebody else must move first.
    mutating func serveDownstream(_ handle: Handle) {
        sendDownstream(handle)
        guard downstreams.isLive(handle) else { return }
        if downstreams[handle].isStream {
            _ = useInput(handle)
            sendDownstream(handle)
            return
        }
        if downstreams[handle].stage == .proxyHeader, !readProxyHeader(handle) { return }
        if downstreams[handle].stage == .handshake, !continueHandshake(handle) { return }
        for _ in 0..<Bounds.readsPerTurn {
            guard useInput(handle) else { return finishTurn(handle) }
            guard read(handle) else { return finishTurn(handle) }
        }
        enqueueDownstream(handle)
        finishTurn(handle)
    }

    /// The end of a turn of a connection: what it was given is sent, what it does not need is lent
    /// on.
    private mutating func finishTurn(_ handle: Handle) {
        guard downstreams.isLive(handle) else { return }
        downstreams[handle].wire.returnInput(to: &spareInputs)
        sendDownstream(handle)
    }

    /// Reads once. False when nothing came.
    private mutating func read(_ handle: Handle) -> Bool {
        if downstreams[handle].wire.inputEnded {
            inputEnded(handle)
            return false
        }
        if memory.pressure == .shedding, downstreams[handle].isPaused { return false }
        switch downstreams[handle].wire.receive(spares: &spareInputs) {
        case .bytes:
            if downstreams[handle].stage == .lingering { lingerOn(handle) }
            return true
        case .wouldBlock:
            return false
        case .closed:
            downstreams[handle].wire.inputEnded = true
            inputEnded(handle)
            return false
        case .failed:
            closeDownstream(handle)
            return false
        }
    }

    /// The client sends no more. A whole request is still answered; part of one never will be.
    private mutating func inputEnded(_ handle: Handle) {
        switch downstreams[handle].stage {
        case .waiting: downstreams[handle].closesAfterAnswer = true
        case .head:
            guard !downstreams[handle].wire.output.isEmpty || awaitsReceipt(handle) else {
                return closeDownstream(handle)
            }
            // The last answer is still on its way.
            let exchange = downstreams[handle].exchange
            downstreams[handle].exchange = .none
            if exchanges.isLive(exchange) { endExchange(exchange) }
            endWithOutput(handle)
        case .lingering:
            if downstreams[handle].wire.output.isEmpty, !awaitsReceipt(handle) {
                closeDownstream(handle)
            }
        case .body where isTunnel(handle):
            // What it sent goes on, and then the upstream is told.
            downstreams[handle].wire.endsWithInput = true
            enqueueDownstream(handle)
        case .session:
            let slot = downstreams[handle].session
            if sessions[slot].streams.isEmpty, downstreams[handle].wire.output.isEmpty {
                closeDownstream(handle)
            } else {
                refuseStreams(handle)
            }
        case .proxyHeader, .handshake, .body:
            closeDownstream(handle)
        }
    }

    /// Whether the connection is a WebSocket's.
    private mutating func isTunnel(_ handle: Handle) -> Bool {
        let exchange = downstreams[handle].exchange
        return exchanges.isLive(exchange) && exchanges[exchange].tunnel == .open
    }

    private mutating func continueHandshake(_ handle: Handle) -> Bool {
        if memory.isRefusing {
            refuseHandshake(handle)
            return false
        }
        guard let result = downstreams[handle].wire.handshake() else { return false }
        switch result {
        case .wouldBlock:
            return false
        case .done:
            handshakeIsDone(handle)
            downstreams[handle].stage = .head
            downstreams[handle].idleSince = clock.milliseconds
            if downstreams[handle].wire.speaksHTTP2 {
                beginSession(handle)
            } else {
                setTimer(handle, idleMilliseconds(atMost: rules.timeouts.headMilliseconds))
            }
            return downstreams.isLive(handle)
        case .failed:
            handshakeFailed(handle)
            return false
        }
    }

    /// Uses the bytes that were read. True when more must be read before anything can go on.
    private mutating func useInput(_ handle: Handle) -> Bool {
        while downstreams.isLive(handle) {
            switch downstreams[handle].stage {
            case .proxyHeader, .handshake:
                return true
            case .head:
                if downstreams[handle].wire.input.isEmpty { return true }
                if downstreams[handle].wire.output.count >= Bounds.relayBytesMax { return false }
                // Until a token's answer is sent, no other may stand behind it.
                if !downstreams[handle].unsentTokens.isEmpty { return false }
                if downstreams[handle].mayBeSession {
                    guard let isSession = findPreface(handle) else {
                        timePreface(handle)
                        return true
                    }
                    if isSession { continue }
                }
                if downstreams[handle].exchange.isNone, downstreams[handle].isBetweenHeads() {
                    return true
                }
                if !readHead(handle) { return true }
            case .body:
                guard let wantsMore = readBody(handle) else { return false }
                if wantsMore { return true }
            case .waiting:
                return false
            case .session:
                return readFrames(handle)
            case .lingering:
                downstreams[handle].wire.input.removeAll()
                return true
            }
        }
        return false
    }

    /// What may become HTTP/2's preface has as long as a head.
    private mutating func timePreface(_ handle: Handle) {
        guard !downstreams[handle].hasBegunPreface, !downstreams[handle].wire.input.isEmpty else {
            return
        }
        downstreams[handle].hasBegunPreface = true
        setTimer(handle, rules.timeouts.headMilliseconds)
    }

    /// Parses the next request's head and begins to judge it. False when it is not whole.
    private mutating func readHead(_ handle: Handle) -> Bool {
        guard let exchange = exchangeForHead(handle) else { return true }
        do throws(ProtocolFault) {
            let isWhole = try downstreams[handle].parseHead(
                limits: rules.headLimits, into: &exchanges[exchange].head)
            guard isWhole else { return false }
        } catch {
            refuse(exchange, error)
            return true
        }
        let framing = exchanges[exchange].head.framing
        downstreams[handle].requests += 1
        downstreams[handle].wire.bodyReader.start(framing)
        downstreams[handle].wire.scan = MultipartScan()
        downstreams[handle].stage = framing == .none ? .waiting : .body
        exchanges[exchange].requestEnded = framing == .none
        if framing == .none { requestIsWhole(handle) }
        if exchanges[exchange].head.upgrade, framing == .none,
            !downstreams[handle].wire.input.isEmpty
        {
            // Whether they are HTTP or the other protocol's, nobody knows before a 101.
            downstreams[handle].closesAfterAnswer = true
            refuse(exchange, .malformedRequest)
        } else {
            judgeHead(exchange)
        }
        return true
    }

    /// Nothing more is due from the client but that it takes what an earlier answer left.
    mutating func requestIsWhole(_ handle: Handle) {
        if downstreams[handle].isStalled {
            setTimer(handle, rules.timeouts.writeMilliseconds)
        } else {
            timers.cancel(TimerID.downstream(handle))
        }
    }

    /// The exchange that takes the head being read: made with its first byte.
    mutating func exchangeForHead(_ handle: Handle) -> Handle? {
        let current = downstreams[handle].exchange
        if !current.isNone { return current }
        guard let exchange = exchanges.take() else {
            // There is one for each connection, whatever streams take: only a fault of ours gets
            // here.
            closeDownstream(handle)
            return nil
        }
        exchanges[exchange].begin(for: handle, now: clock.monotonicNanoseconds)
        if !looksForSilence || !isCooling { watchStorage() }
        // Known before the head is whole, so that one that never becomes whole is told apart, too.
        exchanges[exchange].requestID = identifiers.nextRequestID()
        exchanges[exchange].client = downstreams[handle].client
        exchanges[exchange].identity = downstreams[handle].identity
        recorder.set(.requestsInFlight, exchanges.count)
        exchanges[exchange].times[.handshake] = downstreams[handle].handshakeNanoseconds
        downstreams[handle].handshakeNanoseconds = 0
        downstreams[handle].exchange = exchange
        downstreams[handle].sentToken = nil
        if downstreams[handle].wire.output.capacity == 0 {
            spareOutputs.lend(to: &downstreams[handle].wire.output)
        }
        setTimer(handle, rules.timeouts.headMilliseconds)
        return exchange
    }

    /// Moves body bytes to where the exchange wants them. True when more must be read, false when
    /// the connection has left the body behind, nil when the exchange cannot take more now.
    private mutating func readBody(_ handle: Handle) -> Bool? {
        let exchange = downstreams[handle].exchange
        guard exchanges.isLive(exchange), takesBody(exchange) else { return nil }
        let progress: Wire.BodyProgress
        do throws(ProtocolFault) {
            progress = try moveBody(handle, exchange)
        } catch {
            refuse(exchange, error)
            return false
        }
        if exchanges[exchange].tunnel == .open {
            if progress == .ended {
                downstreams[handle].stage = .waiting
                tunnelInputEnded(exchange)
                return false
            }
            tunnelMoved(exchange)
            bodyMoved(exchange)
            return progress == .needsInput ? true : nil
        }
        if exchanges[exchange].requestBytes > exchanges[exchange].bodyBytesMax {
            refuse(exchange, .bodyTooLarge)
            return false
        }
        if progress == .refused {
            refuse(exchange, .methodOverride)
            return false
        }
        if heldBytes > Bounds.heldBytesMax, exchanges[exchange].phase == .holding {
            refuse(exchange, .overloaded)
            return false
        }
        if progress == .ended {
            downstreams[handle].stage = .waiting
            requestIsWhole(handle)
            exchanges[exchange].requestEnded = true
            bodyEnded(exchange)
            return false
        }
        setTimer(handle, rules.timeouts.bodyMilliseconds)
        bodyMoved(exchange)
        return progress == .needsInput ? true : nil
    }

    private mutating func moveBody(
        _ handle: Handle, _ exchange: Handle
    ) throws(ProtocolFault) -> Wire.BodyProgress {
        var moved = 0
        defer {
            exchanges[exchange].requestBytes += moved
            contentMoved(handle, moved)
        }
        if exchanges[exchange].phase == .holding {
            defer {
                exchanges[exchange].heldBytes += moved
                heldBytes += moved
            }
            exchanges[exchange].makeRoomForBody()
            // One byte more than allowed is enough to know.
            let most = exchanges[exchange].bodyBytesMax + 1
            return try downstreams[handle].wire.moveBody(
                into: &exchanges[exchange].body, sinkMax: most,
                chunked: false, moved: &moved)
        }
        let link = exchanges[exchange].link
        let progress = try downstreams[handle].wire.moveBody(
            into: &links[link].wire.output, sinkMax: memory.relayBytesMax,
            chunked: exchanges[exchange].sendsChunked, moved: &moved)
        if moved > 0, exchanges[exchange].keepsBody { keepBody(exchange, moved) }
        return progress
    }

    /// Sends the client what waits for it, and does what had to wait for that.
    mutating func sendDownstream(_ handle: Handle) {
        guard downstreams.isLive(handle) else { return }
        if downstreams[handle].isStream { return sendStream(handle) }
        if downstreams[handle].stage == .session, !gatherFrames(handle) { return }
        let before = downstreams[handle].wire.output.count
        guard before > 0 else { return }
        let result = downstreams[handle].wire.flush()
        // The last frames may go out when the session is over already.
        if downstreams[handle].stage == .session || !downstreams[handle].framedTokens.isEmpty {
            countSent(handle, before - downstreams[handle].wire.output.count)
        }
        switch result {
        case .done: sentAll(handle)
        case .pending: sentSome(handle, before: before)
        case .failed: closeDownstream(handle)
        }
    }

    /// The client took everything: the answer may be over, or its sender may go on.
    mutating func sentAll(_ handle: Handle) {
        let wasStalled = downstreams[handle].isStalled
        downstreams[handle].isStalled = false
        if !downstreams[handle].unsentTokens.isEmpty, !downstreams[handle].isStream {
            downstreams[handle].sentToken = downstreams[handle].unsentTokens.last
            downstreams[handle].unsentTokens.removeAll()
            enqueueDownstream(handle)
        }
        let exchange = downstreams[handle].exchange
        if downstreams[handle].stage == .lingering {
            linger(handle)
        } else if exchanges.isLive(exchange) {
            guard wasStalled else { return }
            resumeTimer(handle)
            enqueueLink(exchanges[exchange].link)
        } else if downstreams[handle].stage == .session {
            if wasStalled { timeSession(handle) }
            offerRoom(handle)
        } else {
            if wasStalled { beginIdling(handle) }
            downstreams[handle].wire.returnOutput(to: &spareOutputs)
        }
    }

    /// The time limit that counts again once the client has taken an earlier answer.
    mutating func resumeTimer(_ handle: Handle) {
        switch downstreams[handle].stage {
        case .head: setTimer(handle, rules.timeouts.headMilliseconds)
        case .body: setTimer(handle, rules.timeouts.bodyMilliseconds)
        case .waiting: timers.cancel(TimerID.downstream(handle))
        case .proxyHeader, .handshake, .session, .lingering: break
        }
    }

    /// The client is slower than its answer: it gets a limited time for the next piece. Only what
    /// it takes begins that time anew, and lets the upstream's side go on where that had to stop.
    mutating func sentSome(_ handle: Handle, before: Int) {
        let count = downstreams[handle].wire.output.count
        let isFirst = !downstreams[handle].isStalled
        downstreams[handle].takenBytes += before - count
        if isFirst || downstreams[handle].takenBytes >= Bounds.writeProgressBytesMin {
            downstreams[handle].takenBytes = 0
            setTimer(handle, rules.timeouts.writeMilliseconds)
        }
        downstreams[handle].isStalled = true
        let exchange = downstreams[handle].exchange
        let most = memory.relayBytesMax
        if exchanges.isLive(exchange), before >= most, count < most {
            enqueueLink(exchanges[exchange].link)
        }
        if downstreams[handle].stage == .session { offerRoom(handle) }
    }
}
