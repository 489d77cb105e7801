import Bytes
import HTTP
import HTTP1
import Identity
import Operations
import Policy
import Quota
import Reactor

/// What the worker knows about a request besides its head, for the upstream.
struct ForwardFacts {
    /// The client's address.
    let client: IPAddress
    /// The client's connection is TLS.
    let isTLS: Bool
    let unixSeconds: Int
    /// The peer is a trusted proxy: what it forwarded is continued.
    let keepsForwarded: Bool
}

/// Writing the request to the upstream: always serialised anew from what was judged.
extension Exchange {
    /// The body can be sent once more: there is none, or it is held or kept whole.
    var bodyIsAtHand: Bool {
        requestEnded
            && (head.framing == .none || phase == .connecting || !body.isEmpty
                || requestBytes == 0)
    }

    /// Writes the request's head, with the framing of the body that follows.
    mutating func writeRequest(
        into output: inout ByteBuffer, _ facts: ForwardFacts, host: [UInt8]?,
        assertionKey: AssertionKey?, _ identifiers: inout IdentifierSource
    ) {
        // The key is made here: over HTTP/2 a client's is of no use (RFC 8441 §5).
        if tunnel == .wanted, !head.connectProtocol.isEmpty { dropField("sec-websocket-key") }
        output.appendRequestLine(head)
        output.append("Host: ")
        if let host { output.append(host) } else { output.append(head.text(head.authority)) }
        output.append("\r\n")
        writeFields(into: &output, facts, assertionKey: assertionKey, &identifiers)
        if tunnel == .wanted { writeUpgradeRequest(to: &output) }
        writeFraming(into: &output)
        output.appendHeadEnd()
    }

    /// Writes the fields that go to every upstream: the client's, and ours.
    mutating func writeFields(
        into output: inout ByteBuffer, _ facts: ForwardFacts, assertionKey: AssertionKey?,
        _ identifiers: inout IdentifierSource
    ) {
        var own = facts.keepsForwarded ? FieldNameSet.forwardedAnew : .forwarded
        own.insert(.xRequestID)
        own.insert(.traceparent)
        if token != nil { own.insert(.authorization) }
        let accepts = acceptsAnything
        if accepts { own.insert(.accept) }
        output.appendFields(head, except: own)
        if accepts { output.append("Accept: application/json\r\n") }
        writeToken(into: &output)
        writeForwarded(into: &output, facts)
        output.append("X-Request-Id: ")
        appendRequestID(to: &output)
        output.append("\r\ntraceparent: ")
        trace.continued(by: &identifiers).append(to: &output)
        output.append("\r\n")
        if let identity { output.append(identity.fields) }
        let claims = embedClaims
        writeIdentity(into: &output, claims: claims)
        if let assertionKey { writeAssertion(into: &output, facts, assertionKey, claims: claims) }
    }

    /// Laravel redirects or renders HTML for clients that do not ask for JSON: whoever takes
    /// anything is said to ask for it (laravel.md §1, "expects JSON").
    private var acceptsAnything: Bool {
        mutating get {
            guard let accept = head.value(of: .accept) else { return true }
            return head.text(accept.value).equals("*/*")
        }
    }

    /// The token as it was judged, whatever stood around it.
    private mutating func writeToken(into output: inout ByteBuffer) {
        guard let token else { return }
        output.append("Authorization: Bearer ")
        if let id = token.id {
            output.append(decimal: id)
            output.append("|")
        }
        output.append(head.text(authorization).slice(token.secret))
        output.append("\r\n")
    }

    private mutating func writeForwarded(into output: inout ByteBuffer, _ facts: ForwardFacts) {
        output.append("X-Forwarded-For: ")
        if facts.keepsForwarded, head.value(of: .xForwardedFor) != nil {
            head.appendJoined(.xForwardedFor, to: &output)
            output.append(", ")
        }
        output.append(facts.client)
        output.append("\r\nX-Forwarded-Proto: ")
        if facts.keepsForwarded, let proto = head.value(of: .xForwardedProto) {
            output.append(head.text(proto.value))
        } else {
            output.append(facts.isTLS ? "https" : "http")
        }
        output.append("\r\nX-Forwarded-Host: ")
        if facts.keepsForwarded, let host = head.value(of: .xForwardedHost) {
            output.append(head.text(host.value))
        } else {
            output.append(head.text(head.authority))
        }
        output.append("\r\n")
    }

    private mutating func writeIdentity(into output: inout ByteBuffer, claims: ByteRange) {
        guard !admission.identity.tokenText.isEmpty else { return }
        output.append("X-Bawaba-Org: ")
        output.append(admission.identity.org)
        output.append("\r\n")
        if !admission.identity.user.isEmpty {
            output.append("X-Bawaba-User: ")
            output.append(admission.identity.user)
            output.append("\r\n")
        }
        output.append("X-Bawaba-Token-Id: ")
        output.append(admission.identity.tokenText)
        output.append("\r\nX-Bawaba-Abilities: ")
        output.append(admission.identity.abilities)
        output.append("\r\n")
        guard !claims.isEmpty else { return }
        output.append("X-Bawaba-Claims: ")
        output.append(head.text(claims))
        output.append("\r\n")
    }

    /// The assertion: what was just written, vouched for.
    private mutating func writeAssertion(
        into output: inout ByteBuffer, _ facts: ForwardFacts, _ key: AssertionKey,
        claims: ByteRange
    ) {
        var parts = ByteBuffer()
        swap(&parts, &assertionText)
        parts.removeAll()
        parts.append(head.text(head.target.path))
        if head.target.hasQuery {
            parts.append("?")
            parts.append(head.text(head.target.query))
        }
        let targetEnd = parts.count
        appendRequestID(to: &parts)
        output.append("X-Bawaba-Assertion: ")
        Self.append(
            key, head, admission.identity, parts, targetEnd, claims,
            unixSeconds: facts.unixSeconds, to: &output)
        output.append("\r\n")
        swap(&parts, &assertionText)
    }

    /// Appends the assertion's value. `parts` holds the target and the request's identifier, which
    /// end at `targetEnd` and its own end.
    private static func append(
        _ key: AssertionKey, _ head: borrowing RequestHead, _ identity: borrowing Identity,
        _ parts: borrowing ByteBuffer, _ targetEnd: Int, _ embed: ByteRange, unixSeconds: Int,
        to output: inout ByteBuffer
    ) {
        let text = parts.span
        let claims = AssertionClaims(
            method: head.text(head.methodText), target: text.extracting(..<targetEnd),
            requestID: text.extracting(targetEnd...), org: identity.org, user: identity.user,
            tokenID: identity.tokenText, abilities: identity.abilities, embed: head.text(embed))
        key.append(claims, unixSeconds: unixSeconds, to: &output)
    }

    /// The body's framing: what was held has a length; what streams keeps its own.
    private mutating func writeFraming(into output: inout ByteBuffer) {
        sendsChunked = false
        switch head.framing {
        case .none, .untilClose:
            // An empty body that was announced stays announced: some servers ask for the length.
            if head.fields.present.contains(.contentLength) { output.appendFraming(.length(0)) }
        case .length(let count):
            output.appendFraming(.length(count))
        case .chunked:
            if requestEnded {
                output.appendFraming(.length(body.count))
            } else {
                sendsChunked = true
                output.appendFraming(.chunked)
            }
        }
    }
}
