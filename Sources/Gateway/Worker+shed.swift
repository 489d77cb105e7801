import Bytes
import HTTP
import Operations
import Policy
import Reactor

/// At the memory ceiling: what holds the most is not read any more; where that is not enough, it
/// ends. Small requests under way go on: they finish, and give back what they hold.
extension Worker {
    private typealias Holder = (bytes: Int, since: Int, handle: Handle)

    /// Pauses the connections that hold the most, or ends them when pausing has not helped.
    mutating func shed(_ resident: Int, _ limit: MemoryCeiling, _ now: Int) {
        guard let pausedAt = memory.pausedAt else {
            pause(holders())
            memory.pausedAt = now
            memory.pausedResident = resident
            return
        }
        let isUrgent = resident >= limit.cutStart
        guard isUrgent || now - pausedAt >= Bounds.memoryPauseMilliseconds else { return }
        if isUrgent || resident >= memory.pausedResident {
            let excess = resident - limit.end(of: .shedding)
            if excess > 0 { cut(excess) }
        }
        memory.pausedAt = now
        memory.pausedResident = resident
    }

    /// All connections, those that hold the most first; of those that hold as much, the ones whose
    /// request has been under way for the longest.
    private mutating func holders() -> [Holder] {
        var found: [Holder] = []
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index), !downstreams[handle].isStream else {
                continue
            }
            let exchange = downstreams[handle].exchange
            let since =
                exchanges.isLive(exchange)
                ? exchanges[exchange].startedAt : downstreams[handle].acceptedAt
            found.append((footprint(handle), since, handle))
        }
        found.sort { $0.bytes == $1.bytes ? $0.since < $1.since : $0.bytes > $1.bytes }
        return found
    }

    /// What a connection holds here, with its requests and their connections to upstreams.
    private mutating func footprint(_ handle: Handle) -> Int {
        var bytes = requestFootprint(handle)
        if downstreams[handle].isTLS { bytes += Bounds.memoryOfTLS }
        let slot = downstreams[handle].session
        guard downstreams[handle].stage == .session, sessions.isLive(slot) else { return bytes }
        for index in sessions[slot].streams.indices {
            bytes += requestFootprint(sessions[slot].streams[index])
        }
        return bytes
    }

    private mutating func requestFootprint(_ handle: Handle) -> Int {
        var bytes = Bounds.memoryOfRequest + downstreams[handle].wire.capacity
        let exchange = downstreams[handle].exchange
        guard exchanges.isLive(exchange) else { return bytes }
        bytes += exchanges[exchange].body.count
        let link = exchanges[exchange].link
        if links.isLive(link) { bytes += links[link].wire.capacity }
        return bytes
    }

    /// Stops reading what holds the most, up to half of all that is held, from its client and for
    /// it.
    private mutating func pause(_ holders: [Holder]) {
        let held = holders.reduce(0) { $0 + $1.bytes }
        _ = memory.record.hold(held, worker: number)
        var paused = 0
        for holder in holders where paused < held / 2 {
            paused += holder.bytes
            downstreams[holder.handle].isPaused = true
            let exchange = downstreams[holder.handle].exchange
            guard exchanges.isLive(exchange), links.isLive(exchanges[exchange].link) else {
                continue
            }
            links[exchanges[exchange].link].isPaused = true
        }
    }

    /// Everything is read again.
    mutating func resumePaused() {
        memory.pausedAt = nil
        _ = memory.record.hold(0, worker: number)
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index), downstreams[handle].isPaused else {
                continue
            }
            downstreams[handle].isPaused = false
            enqueueDownstream(handle)
        }
        for index in 0..<links.slotCount {
            guard let link = links.handle(at: index), links[link].isPaused else { continue }
            links[link].isPaused = false
            enqueueLink(link)
        }
    }

    /// Ends connections until this worker's share of so many bytes is free: as large as what its
    /// own hold is of what all workers' hold.
    private mutating func cut(_ excess: Int) {
        let holders = holders()
        let held = holders.reduce(0) { $0 + $1.bytes }
        let all = memory.record.hold(held, worker: number)
        guard all > 0 else { return }
        var left = Int(Double(excess) * Double(held) / Double(all))
        for holder in holders where left > 0 {
            left -= holder.bytes
            guard downstreams.isLive(holder.handle) else { continue }
            recorder.add(.memoryConnectionsCut)
            end(holder.handle)
        }
        giveUpStorage()
        ResidentMemory.trim()
    }

    /// Ends a connection. A request that can still be told is told 503.
    private mutating func end(_ handle: Handle) {
        let slot = downstreams[handle].session
        if downstreams[handle].stage == .session, sessions.isLive(slot) {
            for stream in sessions[slot].streams where downstreams.isLive(stream) {
                let exchange = downstreams[stream].exchange
                if exchanges.isLive(exchange) { overload(exchange) }
            }
            sendDownstream(handle)
        } else {
            let exchange = downstreams[handle].exchange
            if exchanges.isLive(exchange), exchanges[exchange].phase != .head {
                return overload(exchange)
            }
        }
        if downstreams.isLive(handle) { closeDownstream(handle) }
    }
}
