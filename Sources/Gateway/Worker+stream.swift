import Bytes
import HTTP
import HTTP1
import HTTP2
import Operations
import Policy
import Reactor

/// What an HTTP/2 stream does otherwise than a connection: its answer goes into frames.
extension Worker {
    /// Writes the head of an exchange's answer.
    mutating func writeAnswerHead(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        guard downstreams[downstream].isStream else {
            exchanges[exchange].writeAnswerHead(
                to: &downstreams[downstream].wire.output,
                closes: downstreams[downstream].closesAfterAnswer)
            return
        }
        exchanges[exchange].answersChunked = false
        let length: Int? =
            switch exchanges[exchange].response.framing {
            // The upstream's stream ended with its head, and said no length.
            case .length(0) where exchanges[exchange].phase == .relaying:
                exchanges[exchange].response.contentLength
            case .length(let count): count
            case .none: exchanges[exchange].response.contentLength
            case .chunked, .untilClose: nil
            }
        let hasContent =
            exchanges[exchange].response.framing != .none
            && exchanges[exchange].response.framing != .length(0)
            && exchanges[exchange].head.method != .head
        let slot = downstreams[downstream].session
        sessions[slot].session?.respond(
            downstreams[downstream].stream, exchanges[exchange].response, length: length,
            hasContent: hasContent)
        downstreams[downstream].answer = hasContent ? .content : .headOnly
        enqueueDownstream(downstreams[downstream].carrier)
    }

    /// Passes an interim answer on.
    mutating func writeInterim(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        guard downstreams[downstream].isStream else {
            exchanges[exchange].writeInterim(to: &downstreams[downstream].wire.output)
            return
        }
        Cleaning.clean(&exchanges[exchange].response)
        sessions[downstreams[downstream].session].session?.respondInterim(
            downstreams[downstream].stream, exchanges[exchange].response)
        enqueueDownstream(downstreams[downstream].carrier)
    }

    /// Tells a client that waits to be told to send its content.
    mutating func writeContinue(_ downstream: Handle) {
        guard downstreams[downstream].isStream else {
            downstreams[downstream].wire.output.append("HTTP/1.1 100 Continue\r\n\r\n")
            return
        }
        sessions[downstreams[downstream].session].session?.respondContinue(
            downstreams[downstream].stream)
        enqueueDownstream(downstreams[downstream].carrier)
    }

    /// Ends the content of an answer: the last chunk where there are chunks, and trailers.
    mutating func writeAnswerEnd(_ exchange: Handle, from link: Handle) {
        let downstream = exchanges[exchange].downstream
        if exchanges[exchange].answersChunked {
            downstreams[downstream].wire.output.appendLastChunk(links[link].wire.bodyReader)
        } else if downstreams[downstream].isStream, downstreams[downstream].answer == .content {
            downstreams[downstream].keepTrailers(links[link].wire.bodyReader)
        }
    }

    /// Gives the session what waits on a stream, as far as windows and the connection allow.
    mutating func sendStream(_ handle: Handle) {
        if downstreams[handle].hasSentAll { return }
        let connection = downstreams[handle].carrier
        let slot = downstreams[handle].session
        switch downstreams[handle].answer {
        case .none: return
        case .headOnly:
            if downstreams[handle].isAnswered { finishStream(handle) }
            return
        case .content: break
        }
        let before = downstreams[handle].wire.output.count
        let ends = downstreams[handle].isAnswered
        guard before > 0 || ends else { return }
        // The connection and the stream stand in the same table: what one gives the other goes
        // through the session's own buffer.
        swap(&sessions[slot].output, &downstreams[connection].wire.output)
        let sent = Self.offer(&sessions[slot], &downstreams[handle], ends: ends)
        swap(&sessions[slot].output, &downstreams[connection].wire.output)
        downstreams[handle].wire.output.consume(sent.count)
        enqueueDownstream(connection)
        if sent.hasEnded {
            finishStream(handle)
        } else if downstreams[handle].wire.output.isEmpty, !ends {
            sentAll(handle)
        } else {
            // Nothing taken where there was room: it is the client that has to give some.
            downstreams[handle].isBlockedByClient = !sent.isCut
            if sent.isCut { sessions[slot].isWaitedFor = true }
            sentSome(handle, before: before)
        }
    }

    private static func offer(
        _ slot: inout SessionSlot, _ stream: inout Downstream, ends: Bool
    ) -> HTTP2Session.Sent {
        let most = min(slot.output.count + Bounds.http2QuantumBytes, Bounds.relayBytesMax)
        let id = stream.stream
        let sent = slot.session?.send(
            id, stream.wire.output, ends: ends, hasTrailers: stream.trailers.count > 0,
            into: &slot.output, outputMax: most)
        guard let sent else { return .nothing }
        if sent.hasEnded, stream.trailers.count > 0 {
            slot.session?.sendTrailers(id, stream.trailers, stream.trailerBytes)
        }
        return sent
    }

    /// Content of a stream has gone on: its client may send as much again.
    mutating func contentMoved(_ handle: Handle, _ count: Int) {
        guard downstreams[handle].isStream else { return }
        let slot = downstreams[handle].session
        sessions[slot].session?.consume(count, of: downstreams[handle].stream)
        enqueueDownstream(downstreams[handle].carrier)
    }

    /// The session has the whole answer. The stream's slot is free when its client has ended its
    /// side, too.
    private mutating func finishStream(_ handle: Handle) {
        guard !downstreams[handle].wire.inputEnded else {
            downstreams[handle].streamIsGone = true
            return releaseStream(handle)
        }
        // The rest of the request is of no use. It is taken for a while all the same: some clients
        // make a fault of a reset, although RFC 9113 §8.1 asks for it.
        downstreams[handle].hasSentAll = true
        downstreams[handle].stage = .lingering
        // No more time to take the answer is due.
        downstreams[handle].isStalled = false
        keepUnsent(handle, on: downstreams[handle].carrier)
        setTimer(handle, Bounds.lingerMilliseconds)
    }

    /// Whether a stream's whole answer is on its way to its client, so that a reset takes nothing
    /// of it away: its end may wait in the session while the connection is slow, whose own time
    /// limit runs then.
    mutating func hasWrittenAll(_ handle: Handle) -> Bool {
        downstreams[handle].hasSentAll
            && sessions[downstreams[handle].session].hasWrittenEnd(of: downstreams[handle].stream)
    }

    /// The exchange is over: what comes of the request is thrown away, and its answer goes out.
    mutating func endStream(_ handle: Handle) {
        downstreams[handle].isAnswered = true
        if downstreams[handle].stage == .body { downstreams[handle].stage = .lingering }
        // Of a tunnel that was refused, too, whose client did not wait for the consent.
        let unread = downstreams[handle].wire.input.count
        downstreams[handle].wire.input.removeAll()
        if unread > 0 { contentMoved(handle, unread) }
        sendStream(handle)
    }

    /// Throws away content behind an answer, up to a bound.
    mutating func discard(_ count: Int, _ handle: Handle) {
        downstreams[handle].lingeredBytes += count
        contentMoved(handle, count)
        // An answer that is still on its way is not cut for it: its own time limit runs.
        if downstreams[handle].lingeredBytes > Bounds.lingerBytesMax, hasWrittenAll(handle) {
            releaseStream(handle)
        }
    }

    /// Room for answers: each stream is offered some, in turn, until there is none.
    mutating func offerRoom(_ connection: Handle) {
        let slot = downstreams[connection].session
        guard sessions[slot].isWaitedFor else { return }
        sessions[slot].isWaitedFor = false
        var left = sessions[slot].streams.count
        while left > 0, !sessions[slot].streams.isEmpty {
            if downstreams[connection].wire.output.count >= Bounds.relayBytesMax {
                sessions[slot].isWaitedFor = true
                return
            }
            left -= 1
            let place = sessions[slot].turn % sessions[slot].streams.count
            let stream = sessions[slot].streams[place]
            sendStream(stream)
            // A stream that is over has left its place to another, whose turn it is.
            let stays =
                place < sessions[slot].streams.count && sessions[slot].streams[place] == stream
            sessions[slot].turn = stays ? place + 1 : place
        }
    }

    /// Frees a stream's slot. A stream that is not over is reset.
    mutating func releaseStream(_ handle: Handle) {
        let slot = downstreams[handle].session
        let connection = downstreams[handle].carrier
        let id = downstreams[handle].stream
        keepUnsent(handle, on: connection)
        timers.cancel(TimerID.downstream(handle))
        sessions[slot].session?.consume(downstreams[handle].wire.input.count, of: id)
        _ = sessions[slot].session?.setOwner(0, of: id)
        if !downstreams[handle].streamIsGone {
            let isComplete = downstreams[handle].hasSentAll
            sessions[slot].session?.reset(id, isComplete ? .noError : .internalError)
        }
        let place = downstreams[handle].place
        let last = sessions[slot].streams.removeLast()
        if last != handle {
            sessions[slot].streams[place] = last
            downstreams[last].place = place
        }
        downstreams[handle].wire.closeStream()
        downstreams.free(handle)
        if !sessions[slot].streams.isEmpty {
            sharedStreams -= 1
        } else if downstreams[connection].stage == .session {
            timeSession(connection)
        }
        enqueueDownstream(connection)
    }

    /// A token in an answer is given once its frames have left the connection.
    private mutating func keepUnsent(_ stream: Handle, on connection: Handle) {
        while let token = downstreams[stream].unsentTokens.popLast() {
            if downstreams[stream].isAnswered, downstreams[stream].wire.output.isEmpty {
                let end =
                    downstreams[connection].sentBytes
                    + downstreams[connection].wire.output.count
                downstreams[connection].framedTokens.append((token, end))
            } else {
                withdraw(.token(token))
            }
        }
    }

    /// Counts what a connection has sent: tokens that were in it are given.
    mutating func countSent(_ handle: Handle, _ count: Int) {
        guard count > 0 else { return }
        downstreams[handle].sentBytes += count
        downstreams[handle].progressAt = clock.milliseconds
        if downstreams[handle].framedTokens.isEmpty { return }
        let sent = downstreams[handle].sentBytes
        downstreams[handle].framedTokens.removeAll { $0.end <= sent }
    }
}
