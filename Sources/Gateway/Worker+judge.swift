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
        exchanges[exchange].generation = rules.generation
        if memory.refusesRequests { return refuseForMemory(exchange) }
        let hosts = hosts(at: downstreams[downstream].listener)
        let step = exchanges[exchange].judgeHead(
            rules, hosts: hosts, peerIsTrusted: rules.isTrusted(client),
            isSecured: downstreams[downstream].wire.isTLS)
        exchanges[exchange].bodyBytesMax = rules.bounds.bodyBytesMax
        if let route = exchanges[exchange].route {
            exchanges[exchange].routeLabel = rules.table.labels[route]
            exchanges[exchange].bodyBytesMax = min(
                rules.table.plans[route].bodyBytesMax, rules.bounds.bodyBytesMax)
        }
        perform(step, exchange)
    }

    private mutating func hosts(at listener: Int) -> [HostPattern] {
        listeners.handle(at: listener).map { listeners[$0].hosts } ?? []
    }

    /// The rules under which a request began; the present ones where it has outlived its own.
    mutating func rules(of exchange: Handle) -> Rules {
        let generation = exchanges[exchange].generation
        if generation == rules.generation { return rules }
        return retired.first { $0.generation == generation } ?? rules
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
            if exchanges[exchange].overridesMethod(rules(of: exchange), &judge) {
                refuse(exchange, .methodOverride)
            } else {
                if exchanges[exchange].streamsMultipart(rules(of: exchange)) {
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
            // A request that is sent again welcomes its body once.
            exchanges[exchange].head.expectsContinue = false
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
            return links[exchanges[exchange].link].wire.output.count < memory.relayBytesMax
        case .head, .admitting, .handling, .connecting, .answered: return false
        }
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
        let step = exchanges[exchange].judgeInput(rules(of: exchange), &judge)
        exchanges[exchange].mark(.validation, now: Clock.monotonicNanoseconds())
        noteReported(exchange)
        perform(step, exchange)
        // An input of very many values is seldom: what reading it took is not kept for the next.
        if judge.storageBytes > Bounds.judgeStorageBytesMax { judge.releaseStorage() }
    }

    /// Rules in report mode that the request broke are counted, and named in its log line.
    private mutating func noteReported(_ exchange: Handle) {
        let count = judge.reports.count
        guard count > 0 else { return }
        recorder.add(.reportedRules, count)
        exchanges[exchange].noteReports(judge, rules(of: exchange))
    }
}
