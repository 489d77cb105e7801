import Bytes
import Crypto
import Operations
import Policy
import Quota
import Reactor
import Redis

extension Worker {
    /// Begins at a moment of its own, so that workers do not all ask Redis at once.
    mutating func startRechecking() {
        let pause = UInt64(rules.policy.redis.recheckMilliseconds)
        let first = clock.milliseconds + Int(SecureRandom.uint64() % pause)
        recheckWalk.begin(at: first)
        timers.schedule(TimerID.worker(.recheck), atMilliseconds: first)
    }

    /// Requests and answers that last (WebSockets, event streams, downloads, long polls, uploads)
    /// end with the token that asked for them: every so often it is looked up again. All at once,
    /// they would take Redis longer than a request may wait: some are in each turn.
    mutating func recheckTokens() {
        let pause = rules.policy.redis.recheckMilliseconds
        let (slots, nextAt) = recheckWalk.part(
            of: exchanges.slotCount, in: pause, now: clock.milliseconds)
        timers.schedule(TimerID.worker(.recheck), atMilliseconds: nextAt)
        let since =
            clock.monotonicNanoseconds - min(pause, Bounds.restAfterMilliseconds) * 1_000_000
        for index in slots {
            // Tokens of those that have just begun were looked up a moment ago.
            guard let exchange = exchanges.handle(at: index),
                lasts(exchange), exchanges[exchange].startedAt < since
            else { continue }
            // That needs no Redis.
            if exchanges[exchange].admission.hasVisitorEnded(unixSeconds: clock.unixSeconds) {
                end(exchange, Decision(.expired))
            } else if exchanges[exchange].admission.canAskAgain {
                recheckToken(exchange)
            }
        }
    }

    /// Whether a token has let the request in, and it has not been answered.
    private mutating func lasts(_ exchange: Handle) -> Bool {
        switch exchanges[exchange].phase {
        case .holding, .connecting, .sent, .relaying: true
        case .head, .admitting, .handling, .answered: false
        }
    }

    private mutating func recheckToken(_ exchange: Handle) {
        if !desk.link.isReady {
            if exchanges[exchange].admission.hasTokenEnded(unixSeconds: clock.unixSeconds) {
                end(exchange, Decision(.expired))
            }
        } else if !exchanges[exchange].isRechecked, desk.link.pipeline.hasRoom {
            recheck(exchange)
        }
    }

    private mutating func recheck(_ exchange: Handle) {
        exchanges[exchange].isRechecked = true
        let prefix = desk.prefix
        exchanges[exchange].admission.askAgain(prefix: prefix.span, into: &desk.link.pipeline)
        desk.link.pipeline.expect(
            Token(kind: 0, handle: exchange).raw, replies: 1,
            nowMilliseconds: UInt64(clock.milliseconds))
    }

    /// The token's record has come once more: what is no longer good ends the answer.
    mutating func takeRecheck(_ exchange: Handle) {
        exchanges[exchange].isRechecked = false
        // It may have been answered meanwhile, or a handler of ours has it now.
        guard lasts(exchange) else { return }
        let refusal = exchanges[exchange].admission.judgeAgain(
            desk.link, unixSeconds: clock.unixSeconds)
        if let refusal { return end(exchange, Decision(refusal)) }
        guard let needs = needs(of: exchange) else { return }
        if !needs.areGranted(by: exchanges[exchange].admission.identity) {
            end(exchange, .missingAbility)
        }
    }

    /// The abilities without which an answer does not go on: those that its route asked for when it
    /// began, whatever a reload has made of it.
    private mutating func needs(of exchange: Handle) -> NeededAbilities? {
        if let needs = exchanges[exchange].needs { return needs }
        guard exchanges[exchange].generation == rules.generation,
            let route = exchanges[exchange].route
        else { return nil }
        return rules.table.needs(route)
    }

    /// Notes for all that began under the rules in force what they need of them: those may be gone
    /// when it is asked for.
    mutating func keepNeeds() {
        for index in 0..<exchanges.slotCount {
            guard let exchange = exchanges.handle(at: index),
                exchanges[exchange].generation == rules.generation,
                exchanges[exchange].token != nil, let route = exchanges[exchange].route
            else { continue }
            exchanges[exchange].needs = rules.table.needs(route)
        }
    }

    private mutating func end(_ exchange: Handle, _ decision: Decision) {
        recorder.add(.tokensEnded)
        let downstream = exchanges[exchange].downstream
        refuse(exchange, decision)
        enqueueDownstream(downstream)
    }
}
