import Bytes
import HTTP
import HTTP1
import Operations
import Quota

/// Writing answers to the client: the upstream's, cleaned and completed, and our own.
extension Exchange {
    /// The client learns the answer's end from the connection's: an HTTP/1.0 client that no length
    /// can be told.
    var answersUntilClose: Bool {
        // Not `get` alone: the call would copy all of the exchange.
        mutating get {
            guard head.versionMinor == 0, head.method != .head else { return false }
            return response.framing == .chunked || response.framing == .untilClose
        }
    }

    /// Cleans the upstream's head and adds what the gateway tells. Who relays an answer without
    /// `Date` notes when it came (RFC 9110 §6.6.1).
    mutating func completeAnswer(at date: Span<UInt8>) {
        Cleaning.clean(&response)
        if response.value(of: .date) == nil { response.add(.date, date) }
        addQuota()
        addRequestID()
    }

    /// Writes the answer's head. `closes` says that the connection ends behind the answer.
    mutating func writeAnswerHead(to output: inout ByteBuffer, closes: Bool) {
        output.appendStatusLine(response.status)
        output.appendFields(response)
        answersChunked = false
        switch response.framing {
        case .chunked, .untilClose:
            if !answersUntilClose {
                answersChunked = true
                output.appendFraming(.chunked)
            }
        case .length(let count):
            output.appendFraming(.length(count))
        case .none:
            // HEAD and 304 tell the length of what they do not send (RFC 9110 §8.6).
            if let length = response.contentLength {
                output.appendField("Content-Length", decimal: length)
            }
        }
        let isOffered = offerWebSocket(to: &output)
        if closes {
            output.appendField("Connection", isOffered ? "close, Upgrade" : "close")
        } else if isOffered {
            output.appendField("Connection", "Upgrade")
        } else if head.versionMinor == 0 {
            output.appendField("Connection", "keep-alive")
        }
        output.appendHeadEnd()
    }

    /// An upstream's 426 names the protocol to ask for (RFC 9110 §15.5.22), if it is one that is
    /// relayed.
    private mutating func offerWebSocket(to output: inout ByteBuffer) -> Bool {
        guard response.status == 426, head.versionMinor > 0 else { return false }
        for index in response.fields.indices where response.fields[index].known == .upgrade {
            guard response.text(response.fields[index].value).equalsIgnoringCase("websocket")
            else { continue }
            output.appendField("Upgrade", "websocket")
            return true
        }
        return false
    }

    /// Writes an interim answer.
    mutating func writeInterim(to output: inout ByteBuffer) {
        Cleaning.clean(&response)
        output.appendStatusLine(response.status)
        output.appendFields(response)
        output.appendHeadEnd()
    }

    /// `X-RateLimit-*` on whatever Laravel puts them on: every answer to a request that was
    /// counted. When the upstream limits too, the pair with the smaller Remaining is the client's,
    /// and the upstream's where both are equal: its Reset and Retry-After belong to it.
    mutating func addQuota() {
        guard let quota = admission.decision else { return }
        if let field = response.value(of: .xRateLimitRemaining),
            let theirs = response.text(field.value).decimalValue(), theirs <= quota.remaining
        {
            return
        }
        response.fields.drop(.xRateLimitLimit)
        response.fields.drop(.xRateLimitRemaining)
        response.fields.drop(.xRateLimitReset)
        response.add(.xRateLimitLimit, decimal: quota.limit)
        response.add(.xRateLimitRemaining, decimal: quota.remaining)
        if !quota.isAllowed {
            response.fields.drop(.retryAfter)
            response.add(.retryAfter, decimal: quota.retryAfterSeconds)
            response.add(.xRateLimitReset, decimal: quota.resetUnix)
        }
    }

    /// Our identifier of the request, for whoever asks about it later; the upstream's own stays.
    mutating func addRequestID() {
        guard response.value(of: .xRequestID) == nil else { return }
        if givenID.isEmpty {
            let start = response.bytes.count
            requestID.append(to: &response.bytes)
            response.addField(.xRequestID, from: start)
        } else {
            response.add(.xRequestID, from: head, givenID)
        }
    }
}
