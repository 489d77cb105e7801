import Bytes
import Contract
import HTTP
import JSON
import Operations
import Policy

/// Our own answers: the head in `response`, the body in a buffer, in the policy's dialect.
extension Exchange {
    /// Composes the answer to a refusal.
    mutating func composeRefusal(
        _ decision: Decision, _ rules: Rules, _ judge: inout InputJudge, isFramed: Bool,
        body: inout ByteBuffer
    ) {
        let refusal = Refusal(decision)
        let status = fault?.status ?? refusal.status
        // Whoever speaks gRPC does so over HTTP/2; others could only hide from whoever counts.
        if isFramed, edge == nil, isGRPC {
            return composeGRPC(refusal, status, decision, rules, message: &body)
        }
        response.reset()
        response.status = status
        body.removeAll()
        switch rules.policy.errors {
        case .laravel:
            if decision == .invalidInput, let program = program(rules) {
                judge.append422(to: &body, program)
            } else if decision == .invalidHandlerInput, let inputFault {
                inputFault.append(to: &body)
            } else {
                appendLaravel(refusal, decision, to: &body)
            }
            response.add(.contentType, "application/json")
        case .problem:
            appendProblem(refusal, status, decision, to: &body)
            if decision == .invalidInput, let program = program(rules) {
                body.append(",\"errors\":")
                judge.appendErrors(to: &body, program)
            } else if decision == .invalidHandlerInput, let inputFault {
                body.append(",\"errors\":")
                inputFault.appendErrors(to: &body)
            }
            body.append("}")
            response.add(.contentType, "application/problem+json")
        }
        addCaching()
        addCORS(rules)
        addRefusalFields(decision)
        response.framing = .length(body.count)
    }

    /// RFC 6749 §5.1: no answer about a token is kept anywhere.
    mutating func addCaching() {
        if edge == nil {
            response.add(.cacheControl, "no-cache, private")
        } else {
            response.add(.cacheControl, "no-store")
            response.add(name: "pragma", "no-cache")
        }
    }

    mutating func program(_ rules: Rules) -> InputProgram? {
        guard let route, let operation = rules.table.plans[route].operation else { return nil }
        return rules.table.inputs[operation]?.program
    }

    /// Fields that particular refusals carry.
    mutating func addRefusalFields(_ decision: Decision) {
        switch decision {
        case .methodNotAllowed:
            let start = response.bytes.count
            allowed.append(to: &response.bytes, separator: ", ")
            response.addField(.allow, from: start)
        case .failedLookups, .redisUnavailable, .overloaded, .embedKeyMissing,
            .embedKeyUnreadable, .upstreamOverloaded:
            response.add(.retryAfter, decimal: max(retryAfterSeconds, 1))
        case .encodedBody:
            // RFC 9110 §12.5.3: what would have been taken instead.
            response.add(.acceptEncoding, "identity")
        default: break
        }
    }

    /// Laravel's error body (laravel.md §1, §3, §4).
    private mutating func appendLaravel(
        _ refusal: Refusal, _ decision: Decision, to body: inout ByteBuffer
    ) {
        if decision == .methodOverride {
            body.append(
                """
                {"message":"The  method field is prohibited.",\
                "errors":{"_method":["The  method field is prohibited."]}}
                """)
            return
        }
        if decision == .invalidGrant || decision == .codeReplayed {
            // RFC 6749 §5.2, in the contract's form.
            body.append("{\"error\":\"invalid_grant\",\"message\":\"")
            body.append(refusal.message)
            body.append("\"}")
            return
        }
        body.append(refusal.isCompact ? "{\"message\":\"" : "{\n    \"message\": \"")
        appendMessage(refusal, decision, to: &body)
        body.append(refusal.isCompact ? "\"}" : "\"\n}")
    }

    /// The message of a refusal; those of routes name the route as the client sent it.
    mutating func appendMessage(
        _ refusal: Refusal, _ decision: Decision, to body: inout ByteBuffer
    ) {
        switch decision {
        case .notFound:
            body.append("The route ")
            appendRoute(to: &body)
            body.append(" could not be found.")
        case .methodNotAllowed:
            body.append("The ")
            body.append(head.text(head.methodText))
            body.append(" method is not supported for route ")
            appendRoute(to: &body)
            body.append(". Supported methods: ")
            allowed.append(to: &body, separator: ", ")
            body.append(".")
        case .malformedRequest:
            body.append("Bad Request")
            appendFault(to: &body)
        case .misdirected where fault != nil:
            body.append("Misdirected Request")
            appendFault(to: &body)
        default:
            body.append(refusal.message)
        }
    }

    private func appendFault(to body: inout ByteBuffer) {
        guard let fault else { return }
        body.append(": ")
        body.append(fault.reason)
        body.append(".")
    }

    /// The path as sent, without the slashes around it. It holds no byte that JSON would escape but
    /// the quote, which the target's grammar excludes.
    private mutating func appendRoute(to body: inout ByteBuffer) {
        let raw = head.text(head.target.raw)
        var low = 0
        var high = raw.count
        while low < high, raw[low] == UInt8(ascii: "/") { low += 1 }
        while high > low, raw[high - 1] == UInt8(ascii: "/") { high -= 1 }
        if low == high {
            body.append("/")
        } else {
            body.append(raw.extracting(low..<high))
        }
    }

    /// Problem details, RFC 9457: `detail` is the message, `decision` our own word for the reason.
    private mutating func appendProblem(
        _ refusal: Refusal, _ status: Int, _ decision: Decision, to body: inout ByteBuffer
    ) {
        body.append("{\"type\":\"about:blank\",\"title\":\"")
        body.append(Status.reason(status))
        body.append("\",\"status\":")
        body.append(decimal: status)
        body.append(",\"detail\":\"")
        appendMessage(refusal, decision, to: &body)
        body.append("\",\"decision\":\"")
        body.append(decision.text)
        body.append("\",\"request_id\":\"")
        appendRequestID(to: &body)
        body.append("\"")
    }
}
