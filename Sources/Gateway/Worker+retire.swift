import Bytes
import Operations
import Policy
import Reactor
import Upstream

/// What a reload has replaced is given up when nothing uses it any more: rules when the requests
/// that are still judged by them have gone on to their upstream, upstreams when their last
/// connection is gone, listeners when theirs are. An answer that lasts holds none of the rules.
extension Worker {
    /// Whether a listener is no longer in the policy.
    mutating func isRemoved(_ index: Int) -> Bool {
        guard removedListeners > 0, let slot = listeners.handle(at: index) else { return false }
        return listeners[slot].endsAt != nil
    }

    /// Gives up what is no longer in use, and looks again later while something is left.
    mutating func sweepRetired() {
        if !retired.isEmpty { sweepRules() }
        sweepUpstreams()
        if removedListeners > 0 { endRemovedListeners(now: clock.milliseconds) }
        let isOver =
            retired.isEmpty && removedListeners == 0
            && !upstreams.contains { $0.isRetired && !$0.isReleased }
        guard !isOver else { return }
        timers.schedule(
            TimerID.worker(.sweep),
            atMilliseconds: clock.milliseconds + Bounds.retiredSweepMilliseconds)
    }

    private mutating func sweepRules() {
        var used: Set<Int> = []
        for index in 0..<exchanges.slotCount {
            guard let exchange = exchanges.handle(at: index), isJudged(exchange) else { continue }
            used.insert(exchanges[exchange].generation)
        }
        var kept: [Rules] = []
        for rules in retired {
            if used.contains(rules.generation) { kept.append(rules) } else { giveBack(rules) }
        }
        retired = kept
        while retired.count > Bounds.retiredRulesMax { refuseOldest() }
    }

    /// Whether a request still needs the rules under which it began.
    private mutating func isJudged(_ exchange: Handle) -> Bool {
        switch exchanges[exchange].phase {
        case .admitting, .holding, .handling, .connecting: true
        case .head, .sent, .relaying, .answered: false
        }
    }

    /// Requests that have outlived so many policies are refused: somebody sends bodies very slowly.
    private mutating func refuseOldest() {
        let oldest = retired[0]
        for index in 0..<exchanges.slotCount {
            guard let exchange = exchanges.handle(at: index),
                exchanges[exchange].generation == oldest.generation, isJudged(exchange)
            else { continue }
            refuse(exchange, .overloaded)
        }
        retired.removeFirst()
        giveBack(oldest)
    }

    /// Freeing thousands of routes takes a while: another thread does it.
    private mutating func giveBack(_ rules: Rules) { tellReloader(.retired(rules)) }

    /// Tells the reloading thread something. Where its mailbox is in use, that is tried again.
    mutating func tellReloader(_ message: ReloadMessage) {
        untold.append(message)
        tellUntold()
    }

    /// As `tellReloader`, for the operator.
    mutating func tell(_ note: OperatorNote) {
        guard memory.untold.count < Bounds.mailboxMessagesMax else { return }
        memory.untold.append(note)
        tellUntold()
    }

    mutating func tellUntold() {
        while let message = untold.first, reloads.tryPost(message) { untold.removeFirst() }
        while let note = memory.untold.first, memory.notes.tryPost(note) {
            memory.untold.removeFirst()
        }
        guard !untold.isEmpty || !memory.untold.isEmpty else { return }
        timers.schedule(
            TimerID.worker(.untold),
            atMilliseconds: clock.milliseconds + Bounds.untoldMilliseconds)
    }

    private mutating func sweepUpstreams() {
        guard upstreams.contains(where: { $0.isRetired && !$0.isReleased }) else { return }
        var used = Set(rules.upstreams)
        for rules in retired { used.formUnion(rules.upstreams) }
        for index in 0..<links.slotCount {
            if let link = links.handle(at: index) { used.insert(links[link].upstream) }
        }
        for index in 0..<exchanges.slotCount {
            // Before its first attempt an exchange has no upstream yet.
            guard let exchange = exchanges.handle(at: index), exchanges[exchange].attempts > 0
            else { continue }
            used.insert(exchanges[exchange].upstream)
        }
        for place in upstreams.indices where upstreams[place].isRetired && !used.contains(place) {
            upstreams[place].release()
        }
    }

    /// Ends removed listeners whose connections are gone, and at their time's end those that are
    /// left.
    mutating func endRemovedListeners(now: Int) {
        var used: Set<Int> = []
        let decision = closingDecision
        closingDecision = .drainOver
        defer { closingDecision = decision }
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index) else { continue }
            let listener = downstreams[handle].listener
            guard let slot = listeners.handle(at: listener), let end = listeners[slot].endsAt else {
                continue
            }
            if end <= now { closeDownstream(handle) } else { used.insert(listener) }
        }
        for index in 0..<listeners.slotCount {
            guard let slot = listeners.handle(at: index), listeners[slot].endsAt != nil,
                !used.contains(index)
            else { continue }
            listeners[slot].tls = nil
            listeners[slot].hosts = []
            listeners.free(slot)
            removedListeners -= 1
        }
    }
}
