import Bytes
import HTTP
import HTTP1
import Operations
import Policy
import Reactor

/// Answering here, and the end of an exchange.
extension Worker {
    /// The client's bytes are not a request that may be judged.
    mutating func refuse(_ exchange: Handle, _ fault: ProtocolFault) {
        forgetPartialHead(exchange)
        exchanges[exchange].fault = fault
        refuse(exchange, Decision(fault))
    }

    /// A head that never became whole names bytes that were not copied: nothing in it may be read.
    mutating func forgetPartialHead(_ exchange: Handle) {
        if downstreams[exchanges[exchange].downstream].stage == .head {
            exchanges[exchange].head.reset()
        }
    }

    /// Answers with a refusal or a preflight. In the middle of an answer it can only be cut.
    mutating func refuse(_ exchange: Handle, _ decision: Decision) {
        if exchanges[exchange].phase == .relaying { return cutAnswer(exchange, decision) }
        dropLink(exchange)
        exchanges[exchange].decision = decision
        if decision == .preflight {
            scratch.removeAll()
            exchanges[exchange].composePreflight(rules(of: exchange))
        } else {
            let isFramed = downstreams[exchanges[exchange].downstream].isStream
            exchanges[exchange].composeRefusal(
                decision, rules(of: exchange), &judge, isFramed: isFramed, body: &scratch)
        }
        exchanges[exchange].addQuota()
        exchanges[exchange].addRequestID()
        answer(exchange)
    }

    /// Writes our own answer, its body in `scratch`, and ends the exchange.
    mutating func answer(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        exchanges[exchange].phase = .answered
        exchanges[exchange].response.add(.date, clock.date)
        noteClosing(exchange)
        if exchanges[exchange].fault != nil {
            downstreams[downstream].closesAfterAnswer = true
        }
        writeAnswerHead(exchange)
        if exchanges[exchange].head.method != .head {
            downstreams[downstream].wire.output.append(contentsOf: scratch)
            exchanges[exchange].responseBytes = scratch.count
        }
        endExchange(exchange)
        exchangeEnded(downstream)
        enqueueDownstream(downstream)
    }

    /// Counts and logs an exchange, and frees its slot.
    mutating func endExchange(_ exchange: Handle) {
        timers.cancel(TimerID.exchange(exchange))
        withdrawUnknown(exchange)
        if exchanges[exchange].phase != .head || exchanges[exchange].fault != nil {
            record(exchange)
        }
        exchanges[exchange].phase = .head
        exchanges[exchange].identity = nil
        // It would keep names of a policy that may be replaced.
        exchanges[exchange].needs = nil
        if exchanges[exchange].edge != nil { exchanges[exchange].forgetSecrets() }
        forgetBody(exchange)
        heldBytes -= exchanges[exchange].heldBytes
        if exchanges[exchange].body.capacity > Bounds.relayBytesMax {
            exchanges[exchange].body.releaseStorage()
        }
        exchanges.free(exchange)
        recorder.set(.requestsInFlight, exchanges.count)
    }

    private mutating func record(_ exchange: Handle) {
        let now = clock.monotonicNanoseconds
        exchanges[exchange].mark(.response, now: now)
        exchanges[exchange].times[.total] = now - exchanges[exchange].startedAt
        var facts = RequestFacts()
        facts.unixMilliseconds =
            (clock.unixNanoseconds - (now - exchanges[exchange].startedAt)) / 1_000_000
        facts.route = exchanges[exchange].routeLabel
        if exchanges[exchange].attempts > 0 {
            facts.upstream = exchanges[exchange].upstreamLabel
        }
        facts.status = exchanges[exchange].response.status
        facts.decision = exchanges[exchange].decision
        facts.wouldBe = exchanges[exchange].wouldBe
        facts.bytesIn = exchanges[exchange].requestBytes
        facts.bytesOut = exchanges[exchange].responseBytes
        facts.retries = max(exchanges[exchange].attempts - 1, 0)
        facts.times = exchanges[exchange].times
        exchanges[exchange].record(facts, to: &recorder)
    }
}
