import Bytes
import Contract
import HTTP
import Identity
import Operations
import Policy
import Reactor

/// Takes an exchange from one chapter to the next, and performs what each asks for.
extension Worker {
    /// The head is whole.
    mutating func judgeHead(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        let client = downstreams[downstream].client
        exchanges[exchange].mark(.head, now: clock.monotonicNanoseconds)
        identify(exchange, isTrusted: rules.isTrusted(client))
        let step = exchanges[exchange].judgeHead(
            rules, listener: downstreams[downstream].listener,
            peerIsTrusted: rules.isTrusted(client))
        perform(step, exchange)
    }

    /// Gives the request its identifier and its place in a trace. A trusted proxy's are kept.
    private mutating func identify(_ exchange: Handle, isTrusted: Bool) {
        exchanges[exchange].takeTrace(&identifiers)
        if isTrusted {
            exchanges[exchange].keepRequestID()
            exchanges[exchange].findClient(rules)
        }
    }

    mutating func perform(_ step: Exchange.Step, _ exchange: Handle) {
        switch step {
        case .answer(let decision): refuse(exchange, decision)
        case .admit: admit(exchange)
        case .hold: hold(exchange)
        case .handle(let handler): handle(exchange, handler)
        case .forward:
            if exchanges[exchange].overridesMethod(rules, &judge) {
                refuse(exchange, .methodOverride)
            } else {
                if exchanges[exchange].streamsMultipart(rules) {
                    downstreams[exchanges[exchange].downstream].wire.scan.start()
                }
                forward(exchange)
            }
        }
    }

    /// Collects the body; the client is told to send it when it asked to be told.
    private mutating func hold(_ exchange: Handle) {
        exchanges[exchange].phase = .holding
        if exchanges[exchange].requestEnded {
            judgeInput(exchange)
        } else {
            welcomeBody(exchange)
        }
    }

    /// Answers `Expect: 100-continue` (RFC 9110 §10.1.1), now that nothing stands against the
    /// request but its body, and lets the body be read.
    mutating func welcomeBody(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        if exchanges[exchange].head.expectsContinue, exchanges[exchange].requestBytes == 0,
            downstreams[downstream].wire.input.isEmpty
        {
            writeContinue(downstream)
        }
        setTimer(downstream, rules.timeouts.bodyMilliseconds)
        enqueueDownstream(downstream)
    }

    /// Whether body bytes have somewhere to go.
    mutating func takesBody(_ exchange: Handle) -> Bool {
        switch exchanges[exchange].phase {
        case .holding: return true
        case .sent, .relaying:
            return links[exchanges[exchange].link].wire.output.count < Bounds.relayBytesMax
        case .head, .admitting, .handling, .connecting, .answered: return false
        }
    }

    /// The cap of the exchange's body: the operation's, or the global one until it is routed.
    mutating func bodyBytesMax(_ exchange: Handle) -> Int {
        guard let route = exchanges[exchange].route else { return rules.bounds.bodyBytesMax }
        return min(rules.table.plans[route].bodyBytesMax, rules.bounds.bodyBytesMax)
    }

    /// A piece of the body was taken in.
    mutating func bodyMoved(_ exchange: Handle) {
        if exchanges[exchange].phase != .holding { sendLink(exchanges[exchange].link) }
    }

    /// The body is whole.
    mutating func bodyEnded(_ exchange: Handle) {
        if exchanges[exchange].phase == .holding {
            judgeInput(exchange)
        } else {
            endRequest(exchange)
        }
    }

    private mutating func judgeInput(_ exchange: Handle) {
        exchanges[exchange].mark(.body, now: clock.monotonicNanoseconds)
        let step = exchanges[exchange].judgeInput(rules, &judge)
        exchanges[exchange].mark(.validation, now: Clock.monotonicNanoseconds())
        noteReported(exchange)
        perform(step, exchange)
    }

    /// Rules in report mode that the request broke are counted, and named in its log line.
    private mutating func noteReported(_ exchange: Handle) {
        let count = judge.reports.count
        guard count > 0 else { return }
        recorder.add(.reportedRules, count)
        exchanges[exchange].noteReports(judge, rules)
    }
}
