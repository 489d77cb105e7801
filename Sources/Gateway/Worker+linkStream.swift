import Bytes
import HTTP
import HTTP1
import HTTP2
import Operations
import Policy
import Reactor
import Upstream

/// What a request's HTTP/2 stream does otherwise than a connection of its own: its bytes go into
/// the frames of a connection that it shares, and come from them.
extension Worker {
    /// Lets a request wait for a connection that is being made, or begins it on one that stands.
    mutating func join(_ link: Handle, _ exchange: Handle) {
        let slot = links[link].session
        let upstream = links[link].upstream
        guard let stream = links.take() else { return refuse(exchange, .overloaded) }
        links[stream].openStream(
            of: link, session: slot, upstream: upstream, target: links[link].target,
            place: sessions[slot].streams.count)
        links[stream].isReused = links[link].isUnused
        sessions[slot].streams.append(stream)
        attach(stream, to: exchange)
        beginUse(link)
        if isOld(link), upstreams[upstream].group.mayOpen(links[link].target) {
            links[link].isLeaving = true
        }
        noteRoom(link)
        if links[link].stage == .session {
            sendRequest(stream, exchange)
        } else {
            awaitSession(link, exchange)
        }
    }

    /// Everybody waits for the connection as long as they want to; it has the longest of these
    /// times.
    private mutating func awaitSession(_ link: Handle, _ exchange: Handle) {
        let most = exchanges[exchange].connectMilliseconds
        setTimer(exchange: exchange, most)
        let end = clock.milliseconds + most
        guard end > links[link].connectEndsAt else { return }
        links[link].connectEndsAt = end
        setTimer(link: link, most)
    }

    /// Begins the request's stream. False when it cannot be begun, and that was seen to.
    mutating func beginStream(_ link: Handle, _ exchange: Handle) -> Bool {
        let slot = links[link].session
        let upstream = links[link].upstream
        if exchanges[exchange].tunnel == .wanted, !sessions[slot].takesWebSockets {
            exchanges[exchange].detail.append("the target takes no WebSockets over HTTP/2")
            refuse(exchange, .upstreamBroken)
            return false
        }
        countRequest(link, exchange)
        let facts = forwardFacts(exchange)
        var request = exchanges[exchange].composeRequest(
            into: &scratch, facts, host: upstreams[upstream].host,
            assertionKey: upstreams[upstream].assertionKey, &identifiers)
        request.isTLS = links[links[link].carrier].wire.isTLS
        request.hasContent =
            request.asksForWebSocket || !exchanges[exchange].requestEnded
            || !exchanges[exchange].body.isEmpty || requestTrailers(exchange)
        request.owner = link.owner
        guard let stream = sessions[slot].session?.request(request, in: scratch) else {
            answerBroke(link, after: .notProcessed)
            return false
        }
        links[link].stream = stream
        links[link].hasSentAll = !request.hasContent
        enqueueLink(links[link].carrier)
        return true
    }

    /// Whether trailers came behind the client's content.
    private mutating func requestTrailers(_ exchange: Handle) -> Bool {
        exchanges[exchange].requestEnded
            && downstreams[exchanges[exchange].downstream].wire.bodyReader.hasTrailers
    }

    /// Gives the session what waits of a request, as far as windows and the connection allow.
    mutating func sendLinkStream(_ link: Handle) {
        let exchange = links[link].exchange
        guard links[link].stream != 0, !links[link].hasSentAll, !links[link].streamIsGone,
            exchanges.isLive(exchange)
        else { return }
        let carrier = links[link].carrier
        let slot = links[link].session
        let before = links[link].wire.output.count
        let ends =
            switch exchanges[exchange].tunnel {
            case .none, .asked: exchanges[exchange].requestEnded
            case .wanted, .open: links[link].endsWhenSent
            }
        guard before > 0 || ends else { return }
        let hasTrailers = ends && requestTrailers(exchange)
        // The connection and the stream stand in the same table: what one gives the other goes
        // through the session's own buffer.
        swap(&sessions[slot].output, &links[carrier].wire.output)
        let sent = Self.offer(
            &sessions[slot], &links[link], ends: ends, hasTrailers: hasTrailers)
        swap(&sessions[slot].output, &links[carrier].wire.output)
        links[link].wire.output.consume(sent.count)
        enqueueLink(carrier)
        if sent.hasEnded {
            links[link].hasSentAll = true
            if hasTrailers { sendTrailers(link, exchange) }
        }
        if sent.isCut { sessions[slot].isWaitedFor = true }
        upstreamTook(link, before: before)
    }

    private static func offer(
        _ slot: inout SessionSlot, _ link: inout UpstreamLink, ends: Bool, hasTrailers: Bool
    ) -> HTTP2Session.Sent {
        let most = min(slot.output.count + Bounds.http2QuantumBytes, Bounds.relayBytesMax)
        let sent = slot.session?.send(
            link.stream, link.wire.output, ends: ends, hasTrailers: hasTrailers,
            into: &slot.output, outputMax: most)
        return sent ?? .nothing
    }

    private mutating func sendTrailers(_ link: Handle, _ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        let slot = links[link].session
        sessions[slot].session?.sendTrailers(
            links[link].stream, downstreams[downstream].wire.bodyReader.trailers,
            downstreams[downstream].wire.bodyReader.trailerBytes)
    }

    /// An answer's head has come.
    mutating func takeHead(_ event: HTTP2Event, _ link: Handle, _ slot: Handle) {
        let exchange = links[link].exchange
        guard exchanges.isLive(exchange), links[link].stage == .head else { return }
        links[link].hasAnswered = true
        do throws(ProtocolFault) {
            try sessions[slot].session?.readResponse(
                event.block, answering: exchanges[exchange].head.method,
                into: &exchanges[exchange].response)
        } catch {
            return answerBroke(link)
        }
        guard takeAnswerHead(link, exchange) == true, links.isLive(link) else { return }
        // An interim answer goes out with this turn, too.
        if answeredStreams.last != link { answeredStreams.append(link) }
        relayStream(link)
    }

    mutating func takeTrailers(_ event: HTTP2Event, of link: Handle, _ slot: Handle) {
        guard links[link].stage == .body else { return }
        scratch.removeAll()
        do throws(ProtocolFault) {
            try sessions[slot].session?.readTrailers(event.block, into: &scratch)
            try links[link].wire.bodyReader.keepTrailers(scratch, isAnswer: true)
        } catch {
            answerBroke(link)
        }
    }

    /// Moves what has come of an answer to its client; that it is sent is for the end of the turn.
    mutating func relayStream(_ link: Handle) {
        guard links[link].stage == .body, exchanges.isLive(links[link].exchange) else { return }
        if answeredStreams.last != link { answeredStreams.append(link) }
        _ = relayBody(link)
    }

    /// A stream may go on: its client has room again, or its request has more to send.
    mutating func serveLinkStream(_ link: Handle) {
        sendLinkStream(link)
        guard links.isLive(link), links[link].stage == .body else { return }
        _ = relayBody(link)
        finishLinkTurn(link)
    }

    /// So much of an answer has gone on: as much may come again.
    mutating func answerMoved(_ link: Handle, _ count: Int) {
        let slot = links[link].session
        guard count > 0, sessions.isLive(slot) else { return }
        sessions[slot].session?.consume(count, of: links[link].stream)
        enqueueLink(links[link].carrier)
    }

    /// The target has ended a stream, or the session has for its fault.
    mutating func streamClosed(_ link: Handle, _ code: HTTP2Code) {
        links[link].streamIsGone = true
        // RFC 9113 §8.1: a whole answer may come before the request has.
        if links[link].wire.inputEnded { return }
        links[link].isReused = false
        // RFC 9113 §8.7; who has begun to answer has looked at the request.
        let isRefused = code == .refusedStream && !links[link].hasAnswered
        if isRefused { noteRefusal(link) }
        answerBroke(link, after: isRefused ? .notProcessed : nil)
    }

    /// A target that still takes requests has refused this one, which will prefer another. A GOAWAY
    /// speaks of the connection alone.
    private mutating func noteRefusal(_ link: Handle) {
        guard sessions[links[link].session].requestsMax > 0 else { return }
        exchanges[links[link].exchange].failedTargets |= 1 << UInt64(links[link].target)
    }

    /// The answer is whole and given to its client.
    mutating func finishLinkStream(_ link: Handle) {
        closeLink(link)
    }

    /// Frees a stream's slot. A stream that is not over is reset.
    mutating func releaseLinkStream(_ link: Handle) {
        timers.cancel(TimerID.link(link))
        endCount(link)
        let slot = links[link].session
        let id = links[link].stream
        if sessions.isLive(slot) {
            if id != 0 {
                _ = sessions[slot].session?.setOwner(0, of: id)
                let isWhole = links[link].wire.inputEnded
                if !links[link].streamIsGone, !isWhole || !links[link].hasSentAll {
                    sessions[slot].session?.reset(id, isWhole ? .noError : .cancel)
                    if !isWhole { noteCancel(link) }
                }
            }
            let carrier = links[link].carrier
            leave(link)
            enqueueLink(carrier)
        }
        links[link].wire.closeStream()
        links.free(link)
    }

    /// A request was given up. Its connection is asked for a sign of life if nothing has come of it
    /// for a while, and replaced before its target takes our resets for an attack.
    private mutating func noteCancel(_ link: Handle) {
        let carrier = links[link].carrier
        guard links.isLive(carrier) else { return }
        links[carrier].cancelCount += 1
        if links[carrier].cancelCount >= Bounds.http2CancelsMax { links[carrier].isLeaving = true }
        let since = max(links[link].askedAt, links[carrier].receivedAt)
        let silence = (clock.monotonicNanoseconds - since) / 1_000_000
        if !links[link].hasAnswered, silence >= Bounds.http2PingTimeoutMilliseconds {
            probe(carrier)
        }
    }

    /// Takes a stream off its connection's list.
    mutating func leave(_ link: Handle) {
        let slot = links[link].session
        let place = links[link].place
        let last = sessions[slot].streams.removeLast()
        if last != link {
            sessions[slot].streams[place] = last
            links[last].place = place
        }
        noteRoom(links[link].carrier)
    }
}
