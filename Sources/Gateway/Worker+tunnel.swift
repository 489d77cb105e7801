import Bytes
import Crypto
import HTTP
import HTTP1
import HTTP2
import Operations
import Policy
import Reactor

/// WebSocket connections: judged as any request is, and relayed both ways once the upstream has
/// agreed (RFC 9110 §7.8, RFC 6455; over HTTP/2 RFC 8441).
extension Worker {
    /// Whether an answer's head takes the request out of HTTP: a 101, or over HTTP/2 success
    /// (RFC 8441 §5).
    mutating func agreesToTunnel(_ link: Handle, _ exchange: Handle) -> Bool {
        let status = exchanges[exchange].response.status
        guard links[link].isStream else { return status == 101 }
        return exchanges[exchange].tunnel == .wanted && (200..<300).contains(status)
    }

    /// The upstream agrees to a WebSocket. False when it agrees to what was not asked.
    mutating func openTunnel(_ link: Handle, _ exchange: Handle) -> Bool {
        guard exchanges[exchange].tunnel == .wanted,
            links[link].isStream || exchanges[exchange].agreesToWebSocket
        else {
            answerBroke(link)
            return false
        }
        if links[link].isStream { exchanges[exchange].answerKey() }
        noteAnswer(link, exchange)
        let downstream = exchanges[exchange].downstream
        exchanges[exchange].tunnel = .open
        exchanges[exchange].phase = .relaying
        exchanges[exchange].mark(.upstream, now: clock.monotonicNanoseconds)
        exchanges[exchange].completeAnswer(at: clock.date)
        exchanges[exchange].response.keepAlive = false
        exchanges[exchange].requestEnded = false
        writeTunnelHead(exchange)
        links[link].stage = .body
        links[link].wire.bodyReader.start(.untilClose)
        downstreams[downstream].stage = .body
        downstreams[downstream].closesAfterAnswer = true
        downstreams[downstream].wire.bodyReader.start(.untilClose)
        // Who has not taken an earlier answer has no longer for it.
        requestIsWhole(downstream)
        setTimer(exchange: exchange, rules.timeouts.tunnelMilliseconds)
        enqueueDownstream(downstream)
        return true
    }

    private mutating func writeTunnelHead(_ exchange: Handle) {
        let downstream = exchanges[exchange].downstream
        guard downstreams[downstream].isStream else {
            exchanges[exchange].writeUpgrade(to: &downstreams[downstream].wire.output)
            return
        }
        // RFC 8441 §5: success is a 200, and nothing is left of the handshake's key.
        exchanges[exchange].response.status = 200
        exchanges[exchange].dropWebSocketAccept()
        sessions[downstreams[downstream].session].session?.respond(
            downstreams[downstream].stream, exchanges[exchange].response, length: nil,
            hasContent: true)
        downstreams[downstream].answer = .content
        enqueueDownstream(downstreams[downstream].carrier)
    }

    /// Bytes went through: the time that both sides may be silent begins anew.
    mutating func tunnelMoved(_ exchange: Handle) {
        setTimer(exchange: exchange, rules.timeouts.tunnelMilliseconds)
    }

    /// The client of a tunnel sends no more: what it sent goes on, and then the upstream is told.
    mutating func tunnelInputEnded(_ exchange: Handle) {
        let link = exchanges[exchange].link
        links[link].endsWhenSent = true
        sendLink(link)
    }

    /// Neither side has said anything for too long: both are told in order.
    mutating func tunnelTimedOut(_ exchange: Handle) {
        let link = exchanges[exchange].link
        answerEnded(link)
    }
}

extension Exchange {
    /// What an exchange has to do with WebSocket.
    enum Tunnel {
        case none
        /// The client asks for it (RFC 6455 §4.1, or RFC 8441 §4).
        case asked
        /// And the route takes it: the upstream is asked.
        case wanted
        /// The upstream agreed: bytes go both ways.
        case open
    }

    /// Notes that the client asks for a WebSocket, before cleaning takes the fields.
    mutating func noteUpgrade() {
        guard head.method == .get, head.framing == .none else { return }
        if !head.connectProtocol.isEmpty {
            tunnel = .asked
        } else if head.upgrade, let field = head.value(of: .upgrade),
            head.text(field.value).equalsIgnoringCase("websocket")
        {
            tunnel = .asked
        }
    }

    /// Whether the upstream's 101 is for a WebSocket. The answer to a key that was made here is
    /// read here, too (RFC 6455 §4.1); a client reads the answer to its own.
    var agreesToWebSocket: Bool {
        mutating get {
            guard let field = response.value(of: .upgrade),
                response.text(field.value).equalsIgnoringCase("websocket")
            else { return false }
            if head.connectProtocol.isEmpty { return true }
            var key = ByteBuffer()
            appendKey(to: &key)
            let expected = WebSocketKey.answer(to: key.span)
            var answers = 0
            for index in response.fields.indices
            where response.text(response.fields[index].name)
                .equalsIgnoringCase("sec-websocket-accept")
            {
                guard response.text(response.fields[index].value).equals(expected.span) else {
                    return false
                }
                answers += 1
            }
            return answers == 1
        }
    }

    /// An upstream that speaks HTTP/2 answers no key: for a client of HTTP/1.1 that is done here.
    mutating func answerKey() {
        response.status = 101
        for index in head.fields.indices
        where head.text(head.fields[index].name).equalsIgnoringCase("sec-websocket-key") {
            let answer = WebSocketKey.answer(to: head.text(head.fields[index].value))
            response.add(name: "sec-websocket-accept", answer.span)
            return
        }
    }

    /// Writes the fields that ask the upstream for a WebSocket. Over HTTP/2 clients send no key:
    /// the one here is 16 bytes in Base64, as RFC 6455 §4.1 asks for.
    mutating func writeUpgradeRequest(to output: inout ByteBuffer) {
        output.append("Connection: Upgrade\r\nUpgrade: websocket\r\n")
        guard !head.connectProtocol.isEmpty else { return }
        output.append("Sec-WebSocket-Key: ")
        appendKey(to: &output)
        output.append("\r\n")
    }

    private func appendKey(to output: inout ByteBuffer) {
        let start = output.count
        requestID.append(to: &output)
        output.truncate(to: start + 21)
        output.append("A==")
    }

    /// Writes the 101.
    mutating func writeUpgrade(to output: inout ByteBuffer) {
        output.appendStatusLine(101)
        output.appendFields(response)
        output.append("Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
    }

    /// Drops the answer to a key that the client never sent.
    mutating func dropWebSocketAccept() {
        for index in response.fields.indices
        where response.text(response.fields[index].name)
            .equalsIgnoringCase("sec-websocket-accept")
        {
            response.fields.drop(at: index)
        }
    }
}
