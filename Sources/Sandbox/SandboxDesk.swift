package import Bytes
package import Contract
package import HTTP
import HTTP1
package import Identity
import JSON

/// Decides what each request is answered, and writes it. No I/O.
package struct SandboxDesk: ~Copyable {
    private let contract: Contract
    private let answers: [SandboxAnswer]
    private let key: AssertionKey?
    /// For a contract that is OktaWa's: its operations with state.
    private var oktaWa: OktaWa?
    private var body = ByteBuffer()
    private var target = ByteBuffer()

    /// A desk for a contract. With a key it refuses every request that the gateway did not vouch
    /// for. `randomSeed` decides about the ids that it makes.
    package init(_ contract: Contract, key: AssertionKey?, randomSeed: UInt64 = 0) {
        self.contract = contract
        self.key = key
        oktaWa = OktaWa(contract, randomSeed: randomSeed)
        answers = SandboxAnswer.all(of: contract)
    }

    /// Writes the answer to a request whose content has been read.
    ///
    /// - Parameters:
    ///   - content: how much of it there was, `X-Sandbox-Body-Bytes` tells.
    ///   - keepsConnection: false adds `Connection: close`.
    package mutating func answer(
        _ head: borrowing RequestHead, _ content: borrowing SandboxContent, keepsConnection: Bool,
        unixSeconds: Int, into output: inout ByteBuffer
    ) {
        body.removeAll()
        let verdict = judge(head, content, unixSeconds: unixSeconds)
        let status = verdict.status
        output.appendStatusLine(status)
        if let type = verdict.contentType { output.append(string: "Content-Type: \(type)\r\n") }
        output.appendField("Cache-Control", "no-cache, private")
        if !verdict.allowed.isEmpty {
            output.append("Allow: ")
            verdict.allowed.append(to: &output, separator: ", ")
            output.append("\r\n")
        }
        if let count = verdict.notifications {
            output.appendField("X-Sandbox-Notifications", decimal: count)
        }
        appendSeen(head, content.count, to: &output)
        finish(
            status, isHead: head.method == .head, keepsConnection: keepsConnection, into: &output)
    }

    /// Writes the answer to what is no request, or one that is too large.
    package mutating func refuse(
        _ status: Int, _ reason: StaticString, into output: inout ByteBuffer
    ) {
        body.removeAll()
        append(message: literalBytes(reason))
        output.appendStatusLine(status)
        output.appendField("Content-Type", "application/json")
        finish(status, isHead: false, keepsConnection: false, into: &output)
    }

    private func finish(
        _ status: Int, isHead: Bool, keepsConnection: Bool, into output: inout ByteBuffer
    ) {
        // RFC 9110 §8.6: no length beside a 204.
        if status != 204 { output.appendFraming(.length(body.count)) }
        if !keepsConnection { output.appendField("Connection", "close") }
        output.appendHeadEnd()
        if !isHead { output.append(contentsOf: body) }
    }

    /// What the sandbox saw of who asks.
    private func appendSeen(
        _ head: borrowing RequestHead, _ bodyBytes: Int, to output: inout ByteBuffer
    ) {
        let seen = SandboxIdentity(head)
        if !seen.org.isEmpty { output.appendField("X-Sandbox-Org", head.text(seen.org)) }
        if !seen.requestID.isEmpty {
            output.appendField("X-Sandbox-Request-Id", head.text(seen.requestID))
        }
        output.appendField("X-Sandbox-Body-Bytes", decimal: bodyBytes)
    }
}

/// Assertions and errors.
extension SandboxDesk {
    private struct Verdict {
        var status: Int
        var contentType: String? = "application/json"
        var allowed = MethodSet()
        var notifications: Int?
    }

    /// Decides, and writes the content to `body`.
    private mutating func judge(
        _ head: borrowing RequestHead, _ content: borrowing SandboxContent, unixSeconds: Int
    ) -> Verdict {
        if let fault = assertionFault(head, unixSeconds: unixSeconds) {
            append401(fault)
            return Verdict(status: 401)
        }
        let route = SandboxRoute(head)
        var captures = Captures()
        let path = head.text(head.target.path)
        switch contract.router.match(path, head.method, captures: &captures) {
        case .operation(let index):
            let id = captures.count > 0 ? path.slice(captures[0]).toString() : ""
            let org = head.text(SandboxIdentity(head).org).toString()
            let answer =
                oktaWa?.answer(
                    index, head, org: org, id: id, content: content, unixSeconds: unixSeconds)
                ?? answers[index]
            body.append(answer.body)
            return Verdict(
                status: answer.status, contentType: answer.contentType,
                notifications: answer.notifications)
        case .methodNotAllowed(let methods):
            var text = ByteBuffer()
            text.append("The ")
            text.append(head.text(head.methodText))
            text.append(" method is not supported for route ")
            text.append(head.text(route.path))
            text.append(". Supported methods: ")
            methods.append(to: &text, separator: ", ")
            text.append(".")
            append(message: text.span)
            return Verdict(status: 405, allowed: methods)
        case .notFound, .ambiguous:
            var text = ByteBuffer()
            text.append("The route ")
            text.append(head.text(route.path))
            text.append(" could not be found.")
            append(message: text.span)
            return Verdict(status: 404)
        }
    }

    /// Why a request is not from the gateway; nil when it is, or when nobody asks.
    private mutating func assertionFault(
        _ head: borrowing RequestHead, unixSeconds: Int
    ) -> AssertionKey.Fault? {
        guard let key else { return nil }
        let seen = SandboxIdentity(head)
        target.removeAll()
        target.append(head.text(head.target.raw))
        if head.target.hasQuery {
            target.append("?")
            target.append(head.text(head.target.query))
        }
        let claims = AssertionClaims(
            method: head.text(head.methodText), target: target.span,
            requestID: head.text(seen.requestID), org: head.text(seen.org),
            user: head.text(seen.user), tokenID: head.text(seen.tokenID),
            abilities: head.text(seen.abilities), embed: head.text(seen.claims))
        do throws(AssertionKey.Fault) {
            try key.verify(head.text(seen.assertion), claims, unixSeconds: unixSeconds)
            return nil
        } catch {
            return error
        }
    }

    private mutating func append401(_ fault: AssertionKey.Fault) {
        let reason: StaticString =
            switch fault {
            case .malformed:
                "X-Bawaba-Assertion is missing or malformed: send requests through the gateway."
            case .stale: "X-Bawaba-Assertion is stale: compare the two clocks."
            case .mismatch:
                "X-Bawaba-Assertion does not match this request: both need the same key."
            }
        append(message: literalBytes(reason))
    }

    /// Writes an error as Laravel prints those that it renders itself (laravel.md §4).
    private mutating func append(message: Span<UInt8>) {
        body.append("{\n    \"message\": ")
        body.appendJSON(string: message)
        body.append("\n}")
    }
}

/// A path as Laravel's messages name it: as sent, without outer slashes.
private struct SandboxRoute {
    let path: ByteRange

    init(_ head: borrowing RequestHead) {
        let bytes = head.bytes.span
        var range = head.target.raw.range
        while let first = range.first, bytes[first] == UInt8(ascii: "/") {
            range = range.dropFirst()
        }
        while let last = range.last, bytes[last] == UInt8(ascii: "/") { range = range.dropLast() }
        path = range.isEmpty ? head.target.raw : ByteRange(range)
    }
}

/// Where a head holds what the gateway says about the request; empty for what is not there.
private struct SandboxIdentity {
    var requestID = ByteRange.empty
    var org = ByteRange.empty
    var user = ByteRange.empty
    var tokenID = ByteRange.empty
    var abilities = ByteRange.empty
    var claims = ByteRange.empty
    var assertion = ByteRange.empty

    init(_ head: borrowing RequestHead) {
        for index in head.fields.indices {
            let field = head.fields[index]
            guard !field.isLookalike else { continue }
            let name = head.text(field.name)
            if field.known == .xRequestID {
                requestID = field.value
            } else if field.known != .xBawaba {
                continue
            } else if name.equalsIgnoringCase("x-bawaba-org") {
                org = field.value
            } else if name.equalsIgnoringCase("x-bawaba-user") {
                user = field.value
            } else if name.equalsIgnoringCase("x-bawaba-token-id") {
                tokenID = field.value
            } else if name.equalsIgnoringCase("x-bawaba-abilities") {
                abilities = field.value
            } else if name.equalsIgnoringCase("x-bawaba-claims") {
                claims = field.value
            } else if name.equalsIgnoringCase("x-bawaba-assertion") {
                assertion = field.value
            }
        }
    }
}
