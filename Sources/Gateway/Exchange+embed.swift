import Bytes
import Contract
import HTTP
import Identity
import Policy
import Quota
import Redis

/// Minting an embed token, answered here (laravel.md §6).
extension Exchange {
    /// Begins with the fields of the input that was just judged, for the token's organization.
    mutating func beginMinting(
        _ judge: inout InputJudge, tag: UInt64, prefix: [UInt8], link: inout RedisLink, now: UInt64
    ) -> EmbedVerdict? {
        let media = head.value(of: .contentType).map(\.value) ?? .empty
        let encoding = InputEncoding(
            contentType: head.text(media), method: head.text(head.methodText))
        minting.reset()
        Self.fill(&minting, &judge, encoding, body)
        Self.takeOrigin(&minting, head)
        return Self.begin(&minting, admission.identity, tag, prefix, &link, now)
    }

    private static func fill(
        _ minting: inout EmbedMinting, _ judge: inout InputJudge, _ encoding: InputEncoding,
        _ body: borrowing ByteBuffer
    ) {
        _ = judge.appendText(of: "slug", encoding, body: body.span, to: &minting.slug)
        _ = judge.appendText(of: "subject", encoding, body: body.span, to: &minting.subject)
        _ = judge.appendJSON(of: "context", encoding, body: body.span, to: &minting.context)
        if let seconds = judge.integer(of: "ttl_seconds", encoding, body: body.span) {
            minting.ttlSeconds = seconds
        }
    }

    private static func takeOrigin(_ minting: inout EmbedMinting, _ head: borrowing RequestHead) {
        if let field = head.value(of: .origin) { minting.origin.append(head.text(field.value)) }
    }

    private static func begin(
        _ minting: inout EmbedMinting, _ identity: borrowing Identity, _ tag: UInt64,
        _ prefix: [UInt8], _ link: inout RedisLink, _ now: UInt64
    ) -> EmbedVerdict? {
        minting.begin(
            org: identity.org, tag: tag, prefix: prefix, link: &link, nowMilliseconds: now)
    }

    /// Composes the answer with the token. False when the grant cannot become one, and then the
    /// field that is to blame is in `inputFault`.
    mutating func composeEmbedToken(
        _ rules: Rules, _ embed: EmbedPolicy, _ minter: inout EmbedMinter, unixSeconds: Int,
        body: inout ByteBuffer
    ) -> Bool {
        body.removeAll()
        body.append("{\"data\":{\"token\":\"")
        do throws(EmbedMinter.Fault) {
            try minting.mint(
                &minter, issuer: embed.issuer.span, format: embed.format,
                unixSeconds: unixSeconds, to: &body)
        } catch {
            inputFault = InputFault(error)
            return false
        }
        body.append("\",\"expires_in\":")
        body.append(decimal: minting.lifetimeSeconds)
        body.append(",\"slug\":\"")
        body.append(contentsOf: minting.slug)
        body.append("\"}}")
        response.reset()
        response.status = 200
        response.add(.contentType, "application/json")
        addCaching()
        addCORS(rules)
        response.framing = .length(body.count)
        return true
    }
}

/// A field that a handler of ours cannot take although the contract's rules let it pass: a 422 in
/// Laravel's form.
struct InputFault: Equatable {
    let field: StaticString
    let message: StaticString
    /// Between the message and its full stop.
    var number: Int?

    init(_ field: StaticString, _ message: StaticString, number: Int? = nil) {
        self.field = field
        self.message = message
        self.number = number
    }

    init(_ fault: EmbedMinter.Fault) {
        switch fault {
        case .invalidContext:
            self.init("context", "The context field must be an object")
        case .invalidSubject:
            self.init("subject", "The subject field is invalid")
        case .subjectTooLong:
            self.init("subject", "The subject field must not be greater than 255 characters")
        case .tooLarge:
            self.init("subject", "The subject and context fields are too long together")
        case .invalidTTL:
            self.init("ttl_seconds", "The ttl seconds field is invalid")
        case .invalidIssuer, .invalidSlug:
            self.init("slug", "The selected slug is invalid")
        }
    }

    static func == (left: InputFault, right: InputFault) -> Bool {
        literalBytes(left.field).equals(right.field)
            && literalBytes(left.message).equals(right.message) && left.number == right.number
    }

    /// Appends the whole body.
    func append(to body: inout ByteBuffer) {
        body.append("{\"message\":")
        appendMessage(to: &body)
        body.append(",\"errors\":")
        appendErrors(to: &body)
        body.append("}")
    }

    /// Appends what `errors` holds.
    func appendErrors(to body: inout ByteBuffer) {
        body.append("{\"")
        body.append(field)
        body.append("\":[")
        appendMessage(to: &body)
        body.append("]}")
    }

    private func appendMessage(to body: inout ByteBuffer) {
        body.append("\"")
        body.append(message)
        if let number {
            body.append(" ")
            body.append(decimal: number)
        }
        body.append(".\"")
    }
}
