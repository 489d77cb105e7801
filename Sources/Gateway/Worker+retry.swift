import Bytes
import HTTP
import Operations
import Policy
import Reactor
import Upstream

/// How targets do, as requests find out, and what is tried again.
extension Worker {
    /// The final head of an answer has come. True when the request goes elsewhere because of it.
    mutating func judgeAnswer(_ link: Handle, _ exchange: Handle) -> Bool {
        guard exchanges[exchange].response.saysUnavailable else { return false }
        noteFailure(exchange, on: link)
        guard mayRetry(exchange, after: .unavailable, wasReused: links[link].isReused) else {
            return false
        }
        let downstream = exchanges[exchange].downstream
        // The rest of the answer is of no use to anybody.
        dropLink(exchange)
        exchanges[exchange].phase = .connecting
        attempt(exchange, fresh: false)
        enqueueDownstream(downstream)
        return true
    }

    /// An answer is whole: its target is well unless it said otherwise.
    mutating func noteAnswer(_ link: Handle, _ exchange: Handle) {
        guard !exchanges[exchange].response.saysUnavailable else { return }
        upstreams[links[link].upstream].group.succeeded(links[link].target)
    }

    /// Sends the request again elsewhere when that is safe; otherwise the client is told.
    mutating func retry(
        _ exchange: Handle, after failure: RetryRule.Failure, wasReused: Bool, or decision: Decision
    ) {
        guard mayRetry(exchange, after: failure, wasReused: wasReused) else {
            return refuse(exchange, decision)
        }
        exchanges[exchange].phase = .connecting
        attempt(exchange, fresh: true)
    }

    /// Asks the rule and, where a repeat costs something, the budget. What speaks against a repeat
    /// that the policy asks for stands in the log.
    private mutating func mayRetry(
        _ exchange: Handle, after failure: RetryRule.Failure, wasReused: Bool
    ) -> Bool {
        let upstream = exchanges[exchange].upstream
        let verdict = RetryRule.judge(
            after: failure, method: exchanges[exchange].head.method, wasReused: wasReused,
            bodyAtHand: failure == .notProcessed
                ? exchanges[exchange].canBeginAnew : exchanges[exchange].bodyIsAtHand,
            attempts: exchanges[exchange].attempts,
            retries: exchanges[exchange].retries,
            retriesMax: exchanges[exchange].retriesMax)
        switch verdict {
        case .final: return false
        case .free: return true
        case .charged:
            guard upstreams[upstream].budget.withdraw(now: clock.milliseconds) else {
                noteRefusedRetry(exchange, .budget)
                return false
            }
            exchanges[exchange].retries += 1
            return true
        case .refused(let obstacle):
            noteRefusedRetry(exchange, obstacle)
            return false
        }
    }

    private mutating func noteRefusedRetry(_ exchange: Handle, _ obstacle: RetryRule.Obstacle) {
        recorder.add(.retriesRefused, upstream: exchanges[exchange].upstreamLabel)
        if !exchanges[exchange].detail.isEmpty { exchanges[exchange].detail.append("; ") }
        exchanges[exchange].detail.append(obstacle.text)
    }

    /// A target failed an exchange, which will prefer another from now on. A request is one
    /// failure, also where it is told that none can be served and the answer then breaks off.
    mutating func noteFailure(_ exchange: Handle, on link: Handle) {
        guard !links[link].isFailureNoted else { return }
        links[link].isFailureNoted = true
        let target = links[link].target
        exchanges[exchange].failedTargets |= 1 << UInt64(target)
        noteFailure(upstream: links[link].upstream, target: target)
    }

    mutating func noteFailure(upstream: Int, target: Int) {
        guard upstreams[upstream].group.failed(target, now: clock.milliseconds) else { return }
        recorder.add(.ejections, upstream: upstreams[upstream].label)
        showTargets(upstream)
        armTargets()
    }
}

/// What is sent of a body to an HTTP/2 stream is kept while it is little and the answer has not
/// begun: the target may say that it has not looked at the request, which is then sent again, from
/// what was kept and with what is still to come.
extension Worker {
    /// Decides with a request's first attempt whether its body, which streams, is kept.
    mutating func beginKeepingBody(_ exchange: Handle) {
        guard !exchanges[exchange].requestEnded, exchanges[exchange].requestBytes == 0 else {
            return
        }
        exchanges[exchange].keepsBody =
            switch exchanges[exchange].head.framing {
            case .length(let count): count <= Bounds.keptBodyBytesMax
            default: true
            }
    }

    /// Keeps so many bytes that were just given to the request's stream. More than may be kept are
    /// of no use in part; and bodies that are to be judged, which must be held, have half of what
    /// may be held for themselves.
    mutating func keepBody(_ exchange: Handle, _ count: Int) {
        guard exchanges[exchange].body.count + count <= Bounds.keptBodyBytesMax,
            heldBytes + count <= Bounds.heldBytesMax / 2
        else {
            forgetBody(exchange)
            return exchanges[exchange].body.releaseStorage()
        }
        let link = exchanges[exchange].link
        let end = links[link].wire.output.count
        exchanges[exchange].body.append((end - count)..<end, of: links[link].wire.output)
        exchanges[exchange].heldBytes += count
        heldBytes += count
    }

    /// The request will not be sent again, or not all of it could be: what was kept goes. The slot
    /// keeps its storage for the next request.
    mutating func forgetBody(_ exchange: Handle) {
        guard exchanges[exchange].keepsBody else { return }
        exchanges[exchange].keepsBody = false
        heldBytes -= exchanges[exchange].heldBytes
        exchanges[exchange].heldBytes = 0
        exchanges[exchange].body.removeAll()
    }
}

extension Exchange {
    /// What the client has sent so far can be sent once more, and what is to come behind it.
    fileprivate var canBeginAnew: Bool { bodyIsAtHand || keepsBody || requestBytes == 0 }
}

extension ResponseHead {
    /// The statuses with which a server, or what stands before it, says that it cannot serve
    /// (RFC 9110 §15.6.3 to §15.6.5). 500 is a fault in one request.
    fileprivate var saysUnavailable: Bool { (502...504).contains(status) }
}
