import Bytes
import Contract
import HTTP
import HTTP2
import Operations
import Policy
import Reactor

/// Keeping the process below `bounds.memory`. Each worker looks at what is resident, in time before
/// that could have filled up; what one of them finds out holds for all.
extension Worker {
    /// Looks at memory within a long turn: after some events, and when many bytes of bodies came.
    mutating func watchMemory(after events: Int) {
        guard heldBytes > memory.heldMax || events % Bounds.memoryLookEvents == 0,
            memory.nextAt != .max
        else { return }
        let now = Clock.monotonicNanoseconds() / 1_000_000
        if heldBytes > memory.heldMax || now >= memory.nextAt { lookAtMemory() }
    }

    /// Looks at what is resident and does what that asks for. It comes again by a timer, and
    /// earlier in a worker that is busy.
    mutating func lookAtMemory() {
        let now = Clock.monotonicNanoseconds() / 1_000_000
        guard let bytes = rules.bounds.memoryBytesMax else { return forgetMemory() }
        let limit = MemoryCeiling(bytes: bytes)
        guard var resident = memory.residentBytes else { return complain(now) }
        if resident >= limit.start(of: .reclaiming), giveBack(resident, limit, now) {
            resident = memory.residentBytes ?? resident
        }
        if let (before, after) = memory.record.note(resident, of: limit, now: now) {
            tell(from: before, to: after, resident, limit)
        }
        follow()
        memory.refusesRequests =
            memory.pressure == .shedding
            || memory.isRefusing && resident >= limit.start(of: .refusing)
        if memory.pressure != .none, resident >= limit.start(of: .reclaiming) {
            closeIdleForMemory(now)
        }
        if memory.pressure == .shedding { shed(resident, limit, now) }
        let room = limit.start(of: .shedding) - resident
        // Half of it: what comes with bodies takes some, too.
        memory.heldMax =
            heldBytes + max(room / (2 * memory.mailboxes.count), Bounds.memoryHoldBytesMin)
        memory.nextAt = now + limit.pause(at: memory.pressure, resident: resident)
        scheduleLook(
            memory.pressure == .shedding
                ? limit.cutPause(resident: resident) : Bounds.memoryLookMilliseconds)
    }

    private mutating func scheduleLook(_ milliseconds: Int) {
        timers.schedule(
            TimerID.worker(.memory), atMilliseconds: clock.milliseconds + milliseconds)
    }

    /// There is no ceiling, or no more.
    private mutating func forgetMemory() {
        guard memory.nextAt != .max else { return }
        memory.nextAt = .max
        memory.heldMax = Bounds.heldBytesMax
        if memory.record.forget() != nil { tell(.forgotten) }
        // Not what the record says: a worker that still has the former policy may write to it.
        let before = memory.pressure
        memory.pressure = .none
        memory.refusesRequests = false
        ease(from: before)
    }

    /// This worker cannot tell what is resident, which is said once. It does what those do who can.
    private mutating func complain(_ now: Int) {
        follow()
        memory.refusesRequests = memory.isRefusing
        memory.nextAt = now + Bounds.memoryLookMilliseconds
        scheduleLook(Bounds.memoryLookMilliseconds)
        if memory.record.beginComplaint() { tell(.unmeasured) }
    }

    private mutating func tell(
        from before: MemoryPressure, to now: MemoryPressure, _ resident: Int,
        _ limit: MemoryCeiling
    ) {
        if now.rawValue >= MemoryPressure.refusing.rawValue,
            before.rawValue < MemoryPressure.refusing.rawValue
        {
            recorder.add(.memoryPressures)
        }
        tell(.changed(from: before, to: now, resident: resident, ceiling: limit.bytes))
        guard now == .shedding else { return }
        // Those that have nothing else to do may be the ones that hold the most.
        for (worker, mailbox) in memory.mailboxes.enumerated() where worker != number {
            _ = mailbox.tryPost(.lookAtMemory)
        }
    }

    /// Does from now on what all workers do.
    private mutating func follow() {
        let before = memory.pressure
        memory.pressure = memory.record.pressure
        ease(from: before)
    }

    /// Lets go on what a measure that has ended held up.
    private mutating func ease(from before: MemoryPressure) {
        if before == .shedding, memory.pressure != .shedding { resumePaused() }
        if before.rawValue >= MemoryPressure.refusing.rawValue, !memory.isRefusing { widenRelays() }
    }

    /// Gives up storage that nothing uses, and has malloc give what is free to the kernel. False
    /// when that was done a moment ago.
    private mutating func giveBack(_ resident: Int, _ limit: MemoryCeiling, _ now: Int) -> Bool {
        // Where memory stays short of refusing anybody, seldom: it costs those who are served.
        let pause =
            resident < limit.start(of: .refusing)
            ? Bounds.memoryCalmMilliseconds : Bounds.memoryTrimMilliseconds
        guard now - memory.gaveBackAt >= pause else { return false }
        memory.gaveBackAt = now
        giveUpStorage()
        // Once for the whole process.
        if memory.record.beginTrim(now: now) { ResidentMemory.trim() }
        return true
    }

    /// Slots that are free keep the storage of their last user, for the next.
    mutating func giveUpStorage() {
        spareInputs.release()
        spareOutputs.release()
        sessionMemory.release()
        judge.releaseStorage()
        if scratch.capacity > Bounds.relayBytesMax { scratch.releaseStorage() }
        downstreams.releaseFreeChunks()
        exchanges.releaseFreeChunks()
        links.releaseFreeChunks()
        sessions.releaseFreeChunks()
        for index in 0..<downstreams.slotCount where downstreams.handle(at: index) == nil {
            let slot = Handle(index: UInt32(index), generation: 0)
            if downstreams.isMade(slot.index) { downstreams[slot].wire.releaseStorage() }
        }
        for index in 0..<exchanges.slotCount where exchanges.handle(at: index) == nil {
            let slot = Handle(index: UInt32(index), generation: 0)
            if exchanges.isMade(slot.index) { exchanges[slot].releaseStorage() }
        }
        for index in 0..<links.slotCount where links.handle(at: index) == nil {
            let slot = Handle(index: UInt32(index), generation: 0)
            if links.isMade(slot.index) { links[slot].wire.releaseStorage() }
        }
    }

    private mutating func closeIdleForMemory(_ now: Int) {
        // A drain has promised those that are left some time.
        guard !isDraining, now - memory.closedIdleAt >= Bounds.reusePauseMilliseconds else {
            return
        }
        memory.closedIdleAt = now
        closeIdle(
            for: Bounds.restAfterMilliseconds, atMost: Bounds.memoryIdleClosedMax,
            as: .memoryIdleClosed)
    }

    /// Answers a new request while memory is near its ceiling: before anything is judged, since
    /// that would take some.
    mutating func refuseForMemory(_ exchange: Handle) {
        recorder.add(.memoryRequestsRefused)
        overload(exchange)
    }

    /// Refuses a request for want of memory; what has begun of its answer is cut.
    mutating func overload(_ exchange: Handle) {
        exchanges[exchange].retryAfterSeconds = Bounds.memoryRetrySeconds
        exchanges[exchange].detail.removeAll()
        exchanges[exchange].detail.append("memory is near bounds.memory")
        refuse(exchange, .overloaded)
    }
}
