import Bytes
import HTTP
import Operations
import Policy
import Reactor

/// How connections of clients end.
extension Worker {
    /// The exchange of a connection is over and its answer written: go on with the next request, or
    /// end the connection in order.
    mutating func exchangeEnded(_ handle: Handle) {
        downstreams[handle].exchange = .none
        if downstreams[handle].isStream {
            return endStream(handle)
        }
        // What it held is gone: the next request is read, or what a refused one still sends.
        downstreams[handle].isPaused = false
        if downstreams[handle].stage != .waiting { downstreams[handle].closesAfterAnswer = true }
        if downstreams[handle].closesAfterAnswer { return endWithOutput(handle) }
        downstreams[handle].stage = .head
        // A client that has yet to take the answer is not idle: its time limit to do so goes on.
        if !downstreams[handle].isStalled { beginIdling(handle) }
        downstreams[handle].wire.returnOutput(to: &spareOutputs)
        if !downstreams[handle].wire.input.isEmpty || downstreams[handle].wire.canRead {
            enqueueDownstream(handle)
        }
    }

    /// Takes nothing more of a client's connection, which ends when what waits for it is sent.
    mutating func endWithOutput(_ handle: Handle) {
        downstreams[handle].stage = .lingering
        downstreams[handle].isPaused = false
        downstreams[handle].wire.input.removeAll()
        setTimer(handle, rules.timeouts.writeMilliseconds)
        if downstreams[handle].wire.output.isEmpty { linger(handle) }
    }

    /// Nothing is on its way to or from the client.
    mutating func beginIdling(_ handle: Handle) {
        downstreams[handle].isResting = false
        downstreams[handle].idleSince = clock.milliseconds
        setTimer(handle, idleMilliseconds(atMost: Bounds.restAfterMilliseconds))
    }

    /// The last answer is sent. What the client still sends is read for a while: closing at once
    /// would reset the connection and could take the answer away from it (RFC 9112 §9.6).
    mutating func linger(_ handle: Handle) {
        downstreams[handle].wire.closeWriting()
        guard !downstreams[handle].wire.inputEnded || awaitsReceipt(handle) else {
            closeDownstream(handle)
            return
        }
        downstreams[handle].lingersUntil = clock.milliseconds + Bounds.lingerAllMilliseconds
        setTimer(handle, Bounds.lingerMilliseconds)
        enqueueDownstream(handle)
    }

    /// A client goes on sending behind its last answer. Until that is sent, its own time limit
    /// runs.
    mutating func lingerOn(_ handle: Handle) {
        let until = downstreams[handle].lingersUntil
        guard until > 0 else { return }
        setTimer(handle, max(min(Bounds.lingerMilliseconds, until - clock.milliseconds), 0))
    }

    /// Whether the client ended its sending and has not acknowledged the token that it was sent.
    /// Either it still will, or it is gone altogether, which its reset tells. (A reset alone tells
    /// nothing: who has read an answer may reset the connection before it is acknowledged.)
    func awaitsReceipt(_ handle: Handle) -> Bool {
        downstreams[handle].sentToken != nil && downstreams[handle].wire.inputEnded
            && downstreams[handle].wire.unacknowledgedBytes > Bounds.farewellBytesMax
    }

    /// Closes a client's connection at once, with whatever exchange is at work.
    mutating func closeDownstream(_ handle: Handle) {
        if downstreams[handle].stage == .session { endSession(handle) }
        if downstreams[handle].stage == .handshake { count(.closed, handle) }
        let exchange = downstreams[handle].exchange
        downstreams[handle].exchange = .none
        if exchanges.isLive(exchange) {
            // Half an answer must not pass for a whole one.
            if exchanges[exchange].phase == .relaying { downstreams[handle].wire.reset() }
            // A connection that never finished a head had no request to speak of.
            if exchanges[exchange].phase != .head {
                exchanges[exchange].decision = closingDecision
                if closingDecision == .drainOver { recorder.add(.requestsCut) }
            }
            dropLink(exchange)
            endExchange(exchange)
        }
        release(handle)
    }

    /// Cuts a connection so that what it got so far cannot pass for a whole answer.
    mutating func resetDownstream(_ handle: Handle) {
        downstreams[handle].wire.reset()
        release(handle)
    }

    private mutating func release(_ handle: Handle) {
        if downstreams[handle].isStream { return releaseStream(handle) }
        if let token = downstreams[handle].sentToken, awaitsReceipt(handle) {
            withdraw(.token(token))
        }
        while let token = downstreams[handle].unsentTokens.popLast() { withdraw(.token(token)) }
        while let framed = downstreams[handle].framedTokens.popLast() {
            withdraw(.token(framed.token))
        }
        if downstreams[handle].isCounted { addresses.leave(downstreams[handle].client) }
        timers.cancel(TimerID.downstream(handle))
        downstreams[handle].wire.close()
        downstreams[handle].identity = nil
        downstreams.free(handle)
        connectionCount -= 1
        recorder.set(.connectionsOpen, connectionCount)
        endIfDrained()
    }
}
