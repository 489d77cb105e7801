import Bytes
import HTTP
import HTTP1
import Operations
import Policy
import Reactor
import TLS
import Upstream

/// From the upstream: reading answers and relaying them to the client.
extension Worker {
    mutating func linkEvent(_ event: Event) {
        let link = event.token.handle
        guard links.isLive(link) else { return }
        links[link].wire.transport?.mark(event)
        serveLink(link)
    }

    /// Does all that can be done for a connection to an upstream now.
    mutating func serveLink(_ link: Handle) {
        if links[link].isStream { return serveLinkStream(link) }
        guard establish(link) else { return }
        if !links[link].session.isNone { return serveLinkSession(link) }
        if links[link].isCheck { return serveCheck(link) }
        sendLink(link)
        for _ in 0..<Bounds.readsPerTurn {
            guard links.isLive(link), useAnswer(link), readLink(link) else {
                return finishLinkTurn(link)
            }
        }
        enqueueLink(link)
        finishLinkTurn(link)
    }

    mutating func finishLinkTurn(_ link: Handle) {
        guard links.isLive(link) else { return }
        // A stream's is small, and kept: it is filled by a session, not by reading.
        if !links[link].isStream { links[link].wire.returnInput(to: &spareInputs) }
        let exchange = links[link].exchange
        if exchanges.isLive(exchange) { sendDownstream(exchanges[exchange].downstream) }
    }

    /// Connecting and the TLS handshake. True when the connection can carry requests.
    private mutating func establish(_ link: Handle) -> Bool {
        switch links[link].stage {
        case .head, .body, .idle, .settings, .session: return true
        case .over: return false
        case .connecting:
            guard links[link].wire.canWrite else { return false }
            guard links[link].wire.connectError() == nil else {
                linkFailedToConnect(link)
                return false
            }
            return startLink(link)
        case .handshake:
            return continueLinkHandshake(link)
        }
    }

    private mutating func startLink(_ link: Handle) -> Bool {
        let upstream = links[link].upstream
        let target = links[link].target
        guard let context = upstreams[upstream].tls else {
            linkIsReady(link)
            return links.isLive(link)
        }
        do {
            let name = upstreams[upstream].serverName(target)
            try links[link].wire.transport?.startTLS(context, serverName: name)
        } catch {
            linkFailedToConnect(link)
            return false
        }
        links[link].stage = .handshake
        return continueLinkHandshake(link)
    }

    private mutating func continueLinkHandshake(_ link: Handle) -> Bool {
        switch links[link].wire.handshake() {
        case .done?:
            linkIsReady(link)
            return links.isLive(link)
        case .wouldBlock?:
            return false
        case .failed(.alert(TLSFault.noApplicationProtocol, _))?:
            linkSpeaksOtherwise(link)
            return false
        case .failed?, nil:
            linkFailedToConnect(link)
            return false
        }
    }

    private mutating func linkIsReady(_ link: Handle) {
        if upstreams[links[link].upstream].speaksHTTP2 { return beginLinkSession(link) }
        if links[link].isCheck { return }
        upstreams[links[link].upstream].connected(links[link].target, links[link].address)
        sendRequest(link, links[link].exchange)
    }

    mutating func linkFailedToConnect(_ link: Handle) {
        if links[link].isCheck { return checkEnded(link, passed: false) }
        if !links[link].session.isNone { return sessionFailedToConnect(link) }
        let exchange = links[link].exchange
        let upstream = links[link].upstream
        let target = links[link].target
        let address = links[link].address
        closeLink(link)
        guard exchanges.isLive(exchange) else { return }
        connectFailed(exchange, upstream: upstream, target: target, address: address)
        enqueueDownstream(exchanges[exchange].downstream)
    }

    /// Reads once. False when nothing came, or the connection is over.
    private mutating func readLink(_ link: Handle) -> Bool {
        if isPaused(link: link) { return false }
        switch links[link].wire.receive(spares: &spareInputs) {
        case .bytes: return true
        case .wouldBlock: return false
        case .closed:
            linkEnded(link, inOrder: !links[link].wire.wasReset)
            return false
        case .failed:
            linkEnded(link, inOrder: false)
            return false
        }
    }

    /// Uses what was read. True when more must be read before anything can go on.
    private mutating func useAnswer(_ link: Handle) -> Bool {
        while links.isLive(link) {
            switch links[link].stage {
            case .connecting, .handshake, .settings, .session, .over: return false
            case .idle:
                if links[link].wire.input.isEmpty { return true }
                // Nobody asked for anything: what it says would be taken for the next answer.
                closeLink(link)
                return false
            case .head:
                if links[link].wire.input.isEmpty { return true }
                links[link].hasAnswered = true
                guard let isWhole = readAnswerHead(link) else { return false }
                if !isWhole { return true }
            case .body:
                guard let isOver = relayBody(link) else { return false }
                return !isOver
            }
        }
        return false
    }

    /// Parses an answer's head. True when it was whole, nil when it was not HTTP.
    private mutating func readAnswerHead(_ link: Handle) -> Bool? {
        let exchange = links[link].exchange
        do throws(ProtocolFault) {
            let isWhole = try links[link].parseHead(
                limits: rules.headLimits, method: exchanges[exchange].head.method,
                into: &exchanges[exchange].response)
            guard isWhole else { return false }
        } catch {
            answerBroke(link)
            return nil
        }
        return takeAnswerHead(link, exchange)
    }

    /// Does what an answer's head asks for. Nil when the answer does not go on here.
    mutating func takeAnswerHead(_ link: Handle, _ exchange: Handle) -> Bool? {
        if agreesToTunnel(link, exchange) { return openTunnel(link, exchange) ? true : nil }
        guard exchanges[exchange].response.status >= 200 else {
            return relayInterim(link, exchange) ? true : nil
        }
        if judgeAnswer(link, exchange) { return nil }
        let framing = exchanges[exchange].response.framing
        links[link].wire.bodyReader.start(
            links[link].isStream ? .untilClose : framing, isAnswer: true)
        // nghttp2 compares a stream's content with its length but for answers to CONNECT.
        if case .length = framing, exchanges[exchange].tunnel == .wanted {
            links[link].wire.bodyReader.start(framing, isAnswer: true)
        }
        links[link].stage = .body
        relayHead(exchange)
        return true
    }

    /// An interim answer (RFC 9110 §15.2): 100 was ours to give already; others go to
    /// clients that know them. False when the answer cannot be believed.
    private mutating func relayInterim(_ link: Handle, _ exchange: Handle) -> Bool {
        links[link].interimCount += 1
        let status = exchanges[exchange].response.status
        guard links[link].interimCount <= Bounds.interimResponsesMax else {
            answerBroke(link)
            return false
        }
        if status != 100, exchanges[exchange].head.versionMinor == 1 {
            writeInterim(exchange)
        }
        exchanges[exchange].response.reset()
        return true
    }

    private mutating func relayHead(_ exchange: Handle) {
        exchanges[exchange].phase = .relaying
        forgetBody(exchange)
        exchanges[exchange].mark(.upstream, now: clock.monotonicNanoseconds)
        exchanges[exchange].completeAnswer(at: clock.date)
        noteClosing(exchange)
        writeAnswerHead(exchange)
    }

    /// Decides whether the connection goes on after this answer, which says so. Behind one that
    /// comes before its request is whole, what comes next could not be told from the rest of it.
    mutating func noteClosing(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        if isDraining || isRemoved(downstreams[downstream].listener)
            || !exchanges[exchange].head.keepAlive || !exchanges[exchange].requestEnded
            || exchanges[exchange].answersUntilClose || downstreams[downstream].wire.inputEnded
            || downstreams[downstream].requests >= rules.bounds.requestsPerConnectionMax
        {
            downstreams[downstream].closesAfterAnswer = true
        }
    }

    /// Moves what was read of the body to the client. True when the answer is over, false when more
    /// must be read, nil when the client must take some first, or the answer was not HTTP.
    mutating func relayBody(_ link: Handle) -> Bool? {
        let exchange = links[link].exchange
        let downstream = exchanges[exchange].downstream
        let waiting = links[link].wire.input.count
        do throws(ProtocolFault) {
            let progress = try links[link].wire.moveBody(
                into: &downstreams[downstream].wire.output, sinkMax: memory.relayBytesMax,
                chunked: exchanges[exchange].answersChunked,
                moved: &exchanges[exchange].responseBytes)
            if links[link].isStream { answerMoved(link, waiting - links[link].wire.input.count) }
            switch progress {
            case .needsInput:
                setTimer(exchange: exchange, idleMilliseconds(exchange))
                return false
            case .full:
                sendDownstream(downstream)
                if exchanges.isLive(exchange),
                    downstreams[downstream].wire.output.count < memory.relayBytesMax
                {
                    enqueueLink(link)
                }
                return nil
            case .ended:
                answerEnded(link)
                return true
            case .refused:
                answerBroke(link)
                return nil
            }
        } catch {
            answerBroke(link)
            return nil
        }
    }

    /// How long the exchange's upstream may be silent.
    mutating func idleMilliseconds(_ exchange: Handle) -> Int {
        if exchanges[exchange].tunnel == .open { return rules.timeouts.tunnelMilliseconds }
        return exchanges[exchange].idleMilliseconds
    }

    /// The answer is whole.
    mutating func answerEnded(_ link: Handle) {
        let exchange = links[link].exchange
        let downstream = exchanges[exchange].downstream
        writeAnswerEnd(exchange, from: link)
        noteAnswer(link, exchange)
        exchanges[exchange].link = .none
        if links[link].isStream {
            finishLinkStream(link)
            endExchange(exchange)
            exchangeEnded(downstream)
            return sendDownstream(downstream)
        }
        // What can still be read is the connection's end, which may come along with the answer and
        // of which no event will tell again, or bytes that nobody asked for.
        let isReusable =
            exchanges[exchange].response.keepAlive && exchanges[exchange].requestEnded
            && links[link].wire.output.isEmpty && links[link].wire.input.isEmpty
            && !links[link].wire.canRead && !isDraining
        if isReusable { parkLink(link) } else { closeLink(link) }
        endExchange(exchange)
        exchangeEnded(downstream)
        sendDownstream(downstream)
    }

    /// The upstream ended its connection.
    private mutating func linkEnded(_ link: Handle, inOrder: Bool) {
        let exchange = links[link].exchange
        guard exchanges.isLive(exchange), links[link].stage != .idle else {
            return closeLink(link)
        }
        if inOrder, links[link].stage == .body {
            do throws(ProtocolFault) {
                try links[link].wire.bodyReader.finish()
                exchanges[exchange].response.keepAlive = false
                answerEnded(link)
                return
            } catch {}
        }
        answerBroke(link)
    }

    /// The answer ended early or was not HTTP. Half of one is never presented as whole: the
    /// client's connection is cut when a part of it has gone out.
    ///
    /// `failure` says more than what of the answer has come, and `decision` what the client is
    /// told.
    mutating func answerBroke(
        _ link: Handle, after failure: RetryRule.Failure? = nil,
        or decision: Decision = .upstreamBroken
    ) {
        let exchange = links[link].exchange
        let hasAnswered = links[link].hasAnswered
        // Only a connection that died while it was idle says nothing about the request: that shows
        // at once.
        let taken = clock.monotonicNanoseconds - links[link].askedAt
        let wasReused =
            links[link].isReused && taken < Bounds.idleDeathMilliseconds * 1_000_000
        let downstream = exchanges[exchange].downstream
        if failure != .notProcessed, !wasReused || hasAnswered {
            recorder.add(.brokenAnswers, upstream: upstreams[links[link].upstream].label)
            // How a WebSocket ends says nothing about requests.
            if exchanges[exchange].tunnel != .open { noteFailure(exchange, on: link) }
        }
        dropLink(exchange)
        if exchanges[exchange].phase == .relaying {
            cutAnswer(exchange, decision)
        } else {
            retry(
                exchange, after: failure ?? (hasAnswered ? .other : .closedBeforeAnswer),
                wasReused: wasReused, or: decision)
            enqueueDownstream(downstream)
        }
    }

    /// Ends an exchange in the middle of its answer. What there is of it goes out first: a client
    /// that gets nothing at all takes its request for one that was never looked at.
    mutating func cutAnswer(_ exchange: Handle, _ decision: Decision) {
        let downstream = exchanges[exchange].downstream
        exchanges[exchange].decision = decision
        dropLink(exchange)
        sendDownstream(downstream)
        guard exchanges.isLive(exchange) else { return }
        endExchange(exchange)
        downstreams[downstream].exchange = .none
        resetDownstream(downstream)
    }
}
