import Bytes
import HTTP2
import Operations
import Policy
import Reactor

/// Storage that is not in use is given back: that of answers that last and are silent, and that of
/// slots that stay free.
extension Worker {
    /// A request has begun: it may last, and what it uses is given back some day.
    mutating func watchStorage() {
        let now = clock.milliseconds
        if !looksForSilence {
            looksForSilence = true
            silenceWalk.begin(at: now + Bounds.restAfterMilliseconds)
            timers.schedule(
                TimerID.worker(.silence), atMilliseconds: now + Bounds.restAfterMilliseconds)
        }
        if !isCooling {
            isCooling = true
            coolsAgain = true
            coolWalk.begin(at: now + coolMilliseconds)
            timers.schedule(TimerID.worker(.cool), atMilliseconds: now + coolMilliseconds)
        }
    }

    /// Lets connections hold as little as they can whose answer lasts (a WebSocket, an event
    /// stream) and has been silent for a while. Time limits go on as they are.
    mutating func restSilent() {
        guard exchanges.count > 0 else {
            looksForSilence = false
            return
        }
        let (slots, nextAt) = silenceWalk.part(
            of: exchanges.slotCount, in: Bounds.restAfterMilliseconds, now: clock.milliseconds)
        timers.schedule(TimerID.worker(.silence), atMilliseconds: nextAt)
        for index in slots {
            guard let exchange = exchanges.handle(at: index) else { continue }
            switch exchanges[exchange].phase {
            case .sent, .relaying:
                guard exchanges[exchange].isSilent() else { continue }
                if isAbandoned(exchange) {
                    closeDownstream(exchanges[exchange].downstream)
                } else {
                    rest(exchange)
                }
            default: continue
            }
        }
    }

    /// Whether nobody waits for an answer any more. A client that has ended its side may have ended
    /// both; one that still reads (RFC 9293 §3.6) is given a while in which nothing comes, and all
    /// the time it takes for what was sent: a reset would lose what the system still holds of it.
    private mutating func isAbandoned(_ exchange: Handle) -> Bool {
        guard exchanges[exchange].silentLooks >= Bounds.abandonedLooks else { return false }
        let downstream = exchanges[exchange].downstream
        let isStream = downstreams[downstream].isStream
        let connection = isStream ? downstreams[downstream].carrier : downstream
        return downstreams[downstream].stage == .waiting && !downstreams[downstream].isStalled
            && exchanges[exchange].tunnel != .open && downstreams[connection].wire.isPeerClosed
            && downstreams[connection].wire.unacknowledgedBytes == 0
    }

    private mutating func rest(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        let link = exchanges[exchange].link
        if !exchanges[exchange].isResting {
            downstreams[downstream].wire.releaseBuffers()
            var kept = downstreams[downstream].wire.capacity
            if links.isLive(link) {
                links[link].wire.releaseBuffers()
                kept += links[link].wire.capacity
            }
            exchanges[exchange].isResting = kept == 0
        }
        // A connection of HTTP/2 has others' bytes, too, and rests when it is silent itself.
        let carrier = downstreams[downstream].carrier
        if downstreams.isLive(carrier),
            clock.milliseconds - downstreams[carrier].progressAt >= Bounds.restAfterMilliseconds
        {
            downstreams[carrier].wire.releaseBuffers()
        }
        guard links.isLive(link), links[link].isStream else { return }
        restCarrier(links[link].carrier)
    }

    private mutating func restCarrier(_ link: Handle) {
        guard links.isLive(link) else { return }
        let silence = (clock.monotonicNanoseconds - links[link].receivedAt) / 1_000_000
        if silence >= Bounds.restAfterMilliseconds { links[link].wire.releaseBuffers() }
    }

    /// For how long a free slot keeps its storage at least: as long as a connection may be idle,
    /// about a minute at most. Who comes again by then needs no new.
    private var coolMilliseconds: Int {
        min(rules.timeouts.idleMilliseconds, Bounds.idleMilliseconds)
    }

    /// Slots that are free keep the storage of their last user, for the next: those that nobody
    /// has used for a while give it up.
    mutating func coolSlots() {
        let count = max(downstreams.slotCount, exchanges.slotCount, links.slotCount)
        let (slots, nextAt) = coolWalk.part(
            of: count, in: coolMilliseconds, now: clock.milliseconds)
        for index in slots where coolSlot(index) { coolsAgain = true }
        if coolWalk.isRound {
            isCooling = coolsAgain || exchanges.count > 0
            coolsAgain = false
            sessionMemory.release()
        }
        if isCooling { timers.schedule(TimerID.worker(.cool), atMilliseconds: nextAt) }
    }

    /// Whether the slots at a place keep storage though they are free.
    private mutating func coolSlot(_ index: Int) -> Bool {
        let slot = Handle(index: UInt32(index), generation: 0)
        var keeps = false
        if downstreams.handle(at: index) == nil, downstreams.isMade(slot.index),
            downstreams[slot].wire.cool()
        {
            keeps = true
        }
        if exchanges.handle(at: index) == nil, exchanges.isMade(slot.index),
            exchanges[slot].cool()
        {
            keeps = true
        }
        if links.handle(at: index) == nil, links.isMade(slot.index), links[slot].wire.cool() {
            keeps = true
        }
        return keeps
    }

    /// Has connections and streams give back what nothing is in, and says whether any had some.
    mutating func giveUpEmpty() -> Bool {
        var before = 0
        var after = 0
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index) else { continue }
            switch downstreams[handle].stage {
            // A handshake is not disturbed.
            case .proxyHeader, .handshake: continue
            case .head, .body, .waiting, .session, .lingering: break
            }
            before += downstreams[handle].wire.capacity
            downstreams[handle].wire.releaseBuffers()
            after += downstreams[handle].wire.capacity
        }
        for index in 0..<links.slotCount {
            guard let link = links.handle(at: index) else { continue }
            switch links[link].stage {
            case .connecting, .handshake: continue
            case .settings, .session, .over, .head, .body, .idle: break
            }
            before += links[link].wire.capacity
            links[link].wire.releaseBuffers()
            after += links[link].wire.capacity
        }
        return after < before
    }
}
