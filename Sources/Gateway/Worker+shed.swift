import Bytes
import HTTP
import Operations
import Policy
import Reactor

/// At the memory ceiling: what holds the most is not read any more; where that is not enough, it
/// ends. Small requests under way go on while there is time: they finish, and give back what they
/// hold.
extension Worker {
    private typealias Holder = (bytes: Int, buffers: Int, since: Int, handle: Handle)

    /// Pauses the connections that hold the most, or ends them when pausing has not helped.
    mutating func shed(_ found: Int, _ limit: MemoryCeiling, _ now: Int) {
        var resident = found
        let isUrgent = found >= limit.cutStart
        if memory.pausedAt == nil { endHandshakes() }
        if let pausedAt = memory.pausedAt, memory.isAllPaused || !isUrgent {
            guard now - pausedAt >= limit.cutPause(resident: found) else { return }
            resident = giveUpEmpty(found, now)
            let remains = resident >= limit.cutStart
            if remains || resident >= memory.pausedResident {
                let excess = resident - limit.end(of: .shedding)
                if excess > 0 { cut(excess, now) }
            }
            // What has come to hold something since.
            if remains { pause(holders(), all: true) }
        } else {
            // Near the ceiling everything is paused before anything else, since that is what ends
            // the growth at once.
            if !isUrgent { resident = giveUpEmpty(found, now) }
            guard resident >= limit.start(of: .shedding) else { return }
            pause(holders(), all: isUrgent)
            memory.isAllPaused = isUrgent
        }
        memory.pausedAt = now
        memory.pausedResident = resident
    }

    /// New work ends before any that has begun: a handshake may make OpenSSL keep 128 KiB for what
    /// its client only announces. Those that go on meanwhile end by themselves.
    private mutating func endHandshakes() {
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index),
                downstreams[handle].stage == .handshake
            else { continue }
            refuseHandshake(handle)
        }
    }

    /// A connection that is still in its handshake is refused like one that comes anew.
    mutating func refuseHandshake(_ handle: Handle) {
        recorder.add(.memoryConnectionsRefused)
        closeDownstream(handle)
    }

    /// What is empty is nobody's fault: who holds the most is told by what cannot be given back.
    /// Returns what is resident then.
    private mutating func giveUpEmpty(_ resident: Int, _ now: Int) -> Int {
        guard now - memory.emptiedAt >= Bounds.memoryPauseMilliseconds else { return resident }
        memory.emptiedAt = now
        return giveUpEmpty() ? memory.residentBytes ?? resident : resident
    }

    /// All connections with something at work, those that hold the most first; of those that hold
    /// as much, the ones whose request has been under way for the longest.
    private mutating func holders() -> [Holder] {
        var found: [Holder] = []
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index), !downstreams[handle].isStream,
                !awaitsRequest(handle)
            else { continue }
            let exchange = downstreams[handle].exchange
            let since =
                exchanges.isLive(exchange)
                ? exchanges[exchange].startedAt : downstreams[handle].acceptedAt
            let buffers = buffers(handle)
            found.append((buffers + fixedBytes(handle), buffers, since, handle))
        }
        found.sort { $0.bytes == $1.bytes ? $0.since < $1.since : $0.bytes > $1.bytes }
        return found
    }

    /// The streams of a connection, none for HTTP/1.1.
    private mutating func streams(_ handle: Handle) -> [Handle] {
        let slot = downstreams[handle].session
        guard downstreams[handle].stage == .session, sessions.isLive(slot) else { return [] }
        return sessions[slot].streams
    }

    /// What a connection takes here whatever its requests are.
    private mutating func fixedBytes(_ handle: Handle) -> Int {
        (1 + streams(handle).count) * Bounds.memoryOfRequest
            + (downstreams[handle].isTLS ? Bounds.memoryOfTLS : 0)
    }

    /// What its requests hold beside, with their connections to upstreams.
    private mutating func buffers(_ handle: Handle) -> Int {
        var bytes = requestBuffers(handle)
        if downstreams[handle].stage == .session {
            bytes += sessions[downstreams[handle].session].capacity
        }
        for stream in streams(handle) { bytes += requestBuffers(stream) }
        return bytes
    }

    private mutating func requestBuffers(_ handle: Handle) -> Int {
        var bytes = downstreams[handle].wire.capacity
        let exchange = downstreams[handle].exchange
        guard exchanges.isLive(exchange) else { return bytes }
        bytes += exchanges[exchange].body.count
        let link = exchanges[exchange].link
        if links.isLive(link) { bytes += links[link].wire.capacity }
        return bytes
    }

    /// Stops reading what holds the most, up to half of all that requests hold or all of it, from
    /// its client and for it. Who only lingers holds nothing that reading would add to.
    private mutating func pause(_ holders: [Holder], all: Bool) {
        _ = memory.record.hold(holders.reduce(0) { $0 + $1.bytes }, worker: number)
        let held = holders.reduce(0) { $0 + $1.buffers }
        let most = all ? held : held / 2
        var paused = 0
        for holder in holders where paused < most {
            guard holder.buffers > 0, downstreams[holder.handle].stage != .lingering else {
                continue
            }
            paused += holder.buffers
            downstreams[holder.handle].isPaused = true
            pauseAnswer(to: holder.handle)
            for stream in streams(holder.handle) { pauseAnswer(to: stream) }
        }
    }

    /// Streams of an upstream's connection are not paused, which would hold up others: their
    /// windows bound them.
    private mutating func pauseAnswer(to handle: Handle) {
        let exchange = downstreams[handle].exchange
        guard exchanges.isLive(exchange) else { return }
        switch exchanges[exchange].phase {
        case .sent, .relaying:
            let link = exchanges[exchange].link
            if links.isLive(link), !links[link].isStream { links[link].isPaused = true }
        default: break
        }
    }

    /// Whether a connection to an upstream is not read for want of memory.
    mutating func isPaused(link: Handle) -> Bool {
        memory.pressure == .shedding && links.isLive(link) && links[link].isPaused
    }

    /// Whether an upstream's answer is not read for want of memory: its time limits do not run.
    mutating func isPaused(exchange: Handle) -> Bool {
        switch exchanges[exchange].phase {
        case .sent, .relaying: isPaused(link: exchanges[exchange].link)
        default: false
        }
    }

    /// Whether a client's request is not read for want of memory: that it does not come is not the
    /// client's fault.
    mutating func isPaused(_ handle: Handle) -> Bool {
        guard memory.pressure == .shedding, exchanges.isLive(downstreams[handle].exchange),
            !downstreams[handle].isStalled
        else { return false }
        let connection = downstreams[handle].isStream ? downstreams[handle].carrier : handle
        return downstreams[connection].isPaused
    }

    /// The same for a head that has begun on a connection of HTTP/2.
    mutating func isBlockPaused(_ handle: Handle) -> Bool {
        memory.pressure == .shedding && downstreams[handle].isPaused
            && downstreams[handle].blockStream != 0 && !downstreams[handle].isStalled
    }

    /// Everything is read again.
    mutating func resumePaused() {
        memory.pausedAt = nil
        memory.isAllPaused = false
        _ = memory.record.hold(0, worker: number)
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index), downstreams[handle].isPaused else {
                continue
            }
            downstreams[handle].isPaused = false
            renewTimer(handle)
            if downstreams[handle].blockStream != 0, !downstreams[handle].isStalled {
                setTimer(handle, rules.timeouts.headMilliseconds)
            }
            for stream in streams(handle) { renewTimer(stream) }
            enqueueDownstream(handle)
        }
        for index in 0..<links.slotCount {
            guard let link = links.handle(at: index), links[link].isPaused else { continue }
            let exchange = links[link].exchange
            if exchanges.isLive(exchange), exchanges[exchange].link == link {
                setTimer(exchange: exchange, idleMilliseconds(exchange))
            }
            links[link].isPaused = false
            enqueueLink(link)
        }
    }

    /// What waits may be more again: who stopped at less goes on.
    mutating func widenRelays() {
        for index in 0..<exchanges.slotCount {
            guard let exchange = exchanges.handle(at: index) else { continue }
            switch exchanges[exchange].phase {
            case .sent, .relaying:
                enqueueLink(exchanges[exchange].link)
                enqueueDownstream(exchanges[exchange].downstream)
            default: continue
            }
        }
    }

    /// The time limit of a request that was not read begins anew.
    private mutating func renewTimer(_ handle: Handle) {
        guard exchanges.isLive(downstreams[handle].exchange), !downstreams[handle].isStalled
        else { return }
        resumeTimer(handle)
    }

    /// Ends connections until this worker's share of so many bytes is free: as large as what its
    /// own hold is of what all workers' hold. Those that only linger come last: they hold little,
    /// and their clients may still have to read why they were refused.
    private mutating func cut(_ excess: Int, _ now: Int) {
        let holders = holders()
        let held = holders.reduce(0) { $0 + $1.bytes }
        let all = memory.record.hold(held, worker: number)
        guard all > 0 else { return }
        var left = Int(Double(excess) * Double(held) / Double(all))
        var hasEnded = false
        let lingering = holders.filter { downstreams[$0.handle].stage == .lingering }
        let others = holders.filter { downstreams[$0.handle].stage != .lingering }
        for holder in others + lingering where left > 0 {
            left -= holder.bytes
            guard downstreams.isLive(holder.handle) else { continue }
            recorder.add(.memoryConnectionsCut)
            end(holder.handle)
            hasEnded = true
        }
        guard hasEnded else { return }
        giveUpStorage()
        // What was cut shows only once malloc has given it back.
        if memory.record.beginTrim(now: now, after: Bounds.memoryCutMilliseconds) {
            ResidentMemory.trim()
        }
    }

    /// Ends a connection. A request that can still be told is told 503.
    private mutating func end(_ handle: Handle) {
        for stream in streams(handle) where downstreams.isLive(stream) {
            let exchange = downstreams[stream].exchange
            if exchanges.isLive(exchange) { overload(exchange) }
            sendDownstream(stream)
        }
        guard downstreams.isLive(handle) else { return }
        if downstreams[handle].stage == .session { return terminateSession(handle) }
        let exchange = downstreams[handle].exchange
        if exchanges.isLive(exchange), exchanges[exchange].phase != .head {
            return overload(exchange)
        }
        closeDownstream(handle)
    }
}
