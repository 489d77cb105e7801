import Bytes
import HTTP2
import Operations
import Policy
import Reactor

/// Who gets a connection when there are many.
extension Worker {
    /// Whether there is room for one more connection. When all are taken, those that have been idle
    /// for the longest are closed: they can come again, and a client with a request cannot wait.
    mutating func hasRoom() -> Bool {
        if connectionCount < rules.bounds.connectionsMax { return true }
        // Looking through all of them costs something: not for each client of a flood.
        guard clock.milliseconds >= nextReuseAt else { return false }
        closeIdle(for: 0, atMost: Bounds.acceptsPerTurn, as: .connectionsReused)
        guard connectionCount >= rules.bounds.connectionsMax else { return true }
        nextReuseAt = clock.milliseconds + Bounds.reusePauseMilliseconds
        return false
    }

    /// Closes an eighth of the connections that have been idle for so long, at least one and at
    /// most so many, those that have been for the longest.
    mutating func closeIdle(
        for milliseconds: Int, atMost most: Int, as counter: Counter
    ) {
        let since = clock.milliseconds - milliseconds
        var idle: [(since: Int, handle: Handle)] = []
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index), isReusable(handle),
                downstreams[handle].idleSince <= since
            else { continue }
            idle.append((downstreams[handle].idleSince, handle))
        }
        idle.sort { $0.since < $1.since }
        let count = min(max(idle.count / 8, 1), most)
        for one in idle.prefix(count) {
            recorder.add(counter)
            closeWithNotice(one.handle)
        }
    }

    /// Closes an idle connection at once; over HTTP/2 its client is told, so that it may send again
    /// what is on its way (RFC 9113 §6.8).
    private mutating func closeWithNotice(_ handle: Handle) {
        if downstreams[handle].stage == .session { terminateSession(handle) }
        if downstreams.isLive(handle) { closeDownstream(handle) }
    }

    /// Whether nothing is on its way on a connection, nor has been for a moment.
    private mutating func isReusable(_ handle: Handle) -> Bool {
        !downstreams[handle].isStream && awaitsRequest(handle) && downstreams[handle].isResting
            && !downstreams[handle].isStalled && !downstreams[handle].wire.canRead
    }

    /// Whether a connection has no request at work, and nothing of an answer to take.
    mutating func awaitsRequest(_ handle: Handle) -> Bool {
        downstreams[handle].exchange.isNone && isIdle(handle)
            && downstreams[handle].wire.output.isEmpty
    }

    /// Counts a connection for its client, as soon as that is known. False when the client has as
    /// many as one may have: it is closed, before TLS costs anything. Trusted proxies are not
    /// counted, since many clients are behind each.
    mutating func admitAddress(_ handle: Handle) -> Bool {
        guard let most = rules.bounds.connectionsPerAddressMax else { return true }
        let client = downstreams[handle].client
        if rules.isTrusted(client) { return true }
        guard addresses.admit(client, most: most) else {
            recorder.add(.connectionsOverAddressBound)
            closeDownstream(handle)
            return false
        }
        downstreams[handle].isCounted = true
        return true
    }

    /// Whether an HTTP/2 connection may have one more stream. Its first has a place of its own, as
    /// each connection's request has. Of those that all share, none has more than a part of what is
    /// left, so that who takes much leaves something for others, however many do (dynamic
    /// thresholds: Choudhury and Hahne, 1998).
    mutating func hasRoomForStream(_ slot: Handle) -> Bool {
        let held = sessions[slot].streams.count
        let left = rules.bounds.sharedStreamsMax - sharedStreams
        return held == 0 || held <= left / Bounds.http2SharedStreamsPart
    }

    /// A request has come over a connection of HTTP/2: behind so many of them it ends. Its client
    /// learns of that early enough to ask over another; what it still sends is served, as much as
    /// can be on its way.
    mutating func countStream(_ connection: Handle) {
        downstreams[connection].requests += 1
        let beyond = downstreams[connection].requests - rules.bounds.requestsPerConnectionMax
        if beyond == 0 {
            sessions[downstreams[connection].session].session?.announceEnd()
            enqueueDownstream(connection)
        } else if beyond >= Bounds.http2StreamsMax {
            refuseStreams(connection)
        }
    }
}
