package import Bytes
import Crypto
import JSON

/// What a new token is to say; who asks has judged whether it may.
package struct EmbedGrant: ~Escapable {
    /// Text in UTF-8, such as `https://app.example.com`.
    package var issuer: Span<UInt8>
    package var slug: Span<UInt8>
    /// Text in UTF-8, not JSON: escapes of a request's body are decoded by then.
    package var subject: Span<UInt8>
    /// JSON as the host wrote it: an object. Nothing, `null` and PHP's empty array `[]` all mean
    /// `{}`.
    package var context: Span<UInt8>
    /// Seconds from now.
    package var ttlSeconds: Int

    @_lifetime(copy issuer, copy slug, copy subject, copy context)
    package init(
        issuer: Span<UInt8>, slug: Span<UInt8>, subject: Span<UInt8>, context: Span<UInt8>,
        ttlSeconds: Int
    ) {
        self.issuer = issuer
        self.slug = slug
        self.subject = subject
        self.context = context
        self.ttlSeconds = ttlSeconds
    }
}

/// Makes embed tokens. One worker keeps one: its buffers are reused, so that minting allocates
/// nothing once they have grown.
package struct EmbedMinter: ~Copyable {
    private var payload = ByteBuffer()
    private var tape = Tape()

    package init() {}

    /// Why no token was made: what of the grant is not as it must be.
    package enum Fault: Error, Equatable, Sendable {
        /// Empty, longer than `Bounds.embedIssuerBytesMax`, or no UTF-8.
        case invalidIssuer
        case invalidSlug
        /// Empty or no UTF-8.
        case invalidSubject
        /// More than `Bounds.embedSubjectCharactersMax` characters.
        case subjectTooLong
        /// No JSON, or no object.
        case invalidContext
        /// Outside `Bounds.embedTTLSecondsMin...Bounds.embedTTLSecondsMax`.
        case invalidTTL
        /// The token would be longer than `Bounds.embedTokenBytesMax`, which nobody accepts.
        case tooLarge
    }

    /// Appends a token that `key` signs, for the key's organization. Nothing is appended when it
    /// throws.
    package mutating func mint(
        _ grant: borrowing EmbedGrant, format: EmbedToken.Format, key: EmbedKey, unixSeconds: Int,
        to buffer: inout ByteBuffer
    ) throws(Fault) {
        guard !grant.issuer.isEmpty, grant.issuer.count <= Bounds.embedIssuerBytesMax,
            UTF8Text.isValid(grant.issuer)
        else { throw .invalidIssuer }
        guard EmbedNames.isSlug(grant.slug) else { throw .invalidSlug }
        guard !grant.subject.isEmpty, UTF8Text.isValid(grant.subject) else {
            throw .invalidSubject
        }
        guard UTF8Text.codePointCount(grant.subject) <= Bounds.embedSubjectCharactersMax else {
            throw .subjectTooLong
        }
        let ttl = Bounds.embedTTLSecondsMin...Bounds.embedTTLSecondsMax
        guard ttl.contains(grant.ttlSeconds) else { throw .invalidTTL }
        // Before anything is encoded: each byte of these is written once at least.
        guard grant.subject.count + grant.context.count <= Bounds.embedTokenBytesMax else {
            throw .tooLarge
        }
        let start = buffer.count
        if format == .jwt { appendHeader(key, to: &buffer) }
        do throws(Fault) {
            try writePayload(grant, key, unixSeconds)
        } catch {
            buffer.truncate(to: start)
            throw error
        }
        Base64URL.encode(payload.span, to: &buffer)
        let mac = key.mac.authenticate(buffer.span.extracting(start...))
        buffer.append(".")
        Base64URL.encode(mac.span, to: &buffer)
        guard buffer.count - start <= Bounds.embedTokenBytesMax else {
            buffer.truncate(to: start)
            throw .tooLarge
        }
    }

    private mutating func appendHeader(_ key: EmbedKey, to buffer: inout ByteBuffer) {
        payload.removeAll()
        payload.append("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"")
        payload.append(key.kid)
        payload.append("\"}")
        Base64URL.encode(payload.span, to: &buffer)
        buffer.append(".")
    }

    /// The claims. Organization, slug and kid hold nothing that JSON escapes.
    private mutating func writePayload(
        _ grant: borrowing EmbedGrant, _ key: EmbedKey, _ now: Int
    ) throws(Fault) {
        payload.removeAll()
        payload.append("{\"iss\":")
        payload.appendJSON(string: grant.issuer)
        payload.append(",\"org\":\"")
        payload.append(key.org)
        payload.append("\",\"slug\":\"")
        payload.append(grant.slug)
        payload.append("\",\"sub\":")
        payload.appendJSON(string: grant.subject)
        payload.append(",\"ctx\":")
        try writeContext(grant.context)
        payload.append(",\"iat\":")
        payload.append(decimal: now)
        payload.append(",\"exp\":")
        payload.append(decimal: now + grant.ttlSeconds)
        payload.append(",\"jti\":\"")
        var id = InlineArray<16, UInt8>(repeating: 0)
        var random = id.mutableSpan
        SecureRandom.fill(&random)
        Base64URL.encode(id.span, to: &payload)
        payload.append("\",\"kid\":\"")
        payload.append(key.kid)
        payload.append("\"}")
    }

    /// The context without blanks between its parts. It is parsed here, whoever did before: text
    /// that is more than one object could add claims.
    private mutating func writeContext(_ context: Span<UInt8>) throws(Fault) {
        if context.isEmpty {
            payload.append("{}")
            return
        }
        do throws(JSONFault) {
            try tape.parse(context)
        } catch {
            throw .invalidContext
        }
        switch tape[0].kind {
        case .object: break
        case .null:
            payload.append("{}")
            return
        case .array where tape[0].count == 0:
            payload.append("{}")
            return
        default: throw .invalidContext
        }
        var isInString = false
        var isEscaped = false
        for index in context.indices {
            let byte = context[index]
            if isInString {
                if byte == UInt8(ascii: "\""), !isEscaped { isInString = false }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            } else {
                // Outside strings, the only bytes up to the blank are JSON's white space.
                if byte <= ASCII.space { continue }
                isInString = byte == UInt8(ascii: "\"")
            }
            payload.append(byte)
        }
    }
}
