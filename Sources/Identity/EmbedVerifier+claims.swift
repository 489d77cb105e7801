import Bytes
import JSON

/// Where claims stand: strings in the verifier's text, without their escapes, the context in its
/// payload. Nil and empty are claims that are missing.
struct EmbedClaimRanges {
    var issuer: ByteRange?
    var org: ByteRange?
    var slug: ByteRange?
    var subject: ByteRange?
    var id: ByteRange?
    var kid: ByteRange?
    /// Empty for `{}`.
    var context: ByteRange?
    var issuedAt = -1
    var expiresAt = -1
    /// `nbf`, which we do not write and others may.
    var notBefore = -1
}

extension EmbedVerifier {
    /// Reads the payload, whose MAC is right, into `found`. Claims that are not ours are stepped
    /// over; ours must be there, once, and be of their kind. `ctx` may be missing, and be an empty
    /// array (PHP's empty object): both are `{}`.
    mutating func readClaims() throws(EmbedFault) {
        do throws(JSONFault) {
            try Self.parse(payload, into: &tape)
        } catch {
            throw .invalidClaims
        }
        guard tape[0].kind == .object else { throw .invalidClaims }
        var index = 1
        for _ in 0..<tape[0].count {
            let name = tape[index]
            // A name has one spelling, so that none is there twice unnoticed.
            guard !name.isEscaped else { throw .invalidClaims }
            try readClaim(name.range, index + 1)
            index = Int(tape[index + 1].next)
        }
        guard hasAllClaims else { throw .invalidClaims }
        if found.context?.isEmpty ?? true {
            found.context = ByteRange(start: payload.count, count: 2)
            payload.append("{}")
        }
    }

    private var hasAllClaims: Bool {
        let claims = claims
        return !claims.issuer.isEmpty && EmbedNames.isOrganization(claims.org)
            && EmbedNames.isSlug(claims.slug)
            && (1...Bounds.embedSubjectBytesMax).contains(claims.subject.count)
            && (1...Bounds.embedTokenIDBytesMax).contains(claims.id.count)
            && EmbedNames.isKeyID(claims.kid) && found.issuedAt >= 0 && found.expiresAt >= 0
    }

    // The buffers are lent one by one: a span of one of them would lend out all of self.

    private static func parse(
        _ payload: borrowing ByteBuffer, into tape: inout Tape
    ) throws(JSONFault) {
        try tape.parse(payload.span)
    }

    private static func decode(
        _ range: ByteRange, of payload: borrowing ByteBuffer, into text: inout ByteBuffer
    ) {
        JSONText.decode(payload.span.slice(range), into: &text)
    }

    private mutating func readClaim(_ name: ByteRange, _ index: Int) throws(EmbedFault) {
        if isNamed(name, "iss") {
            found.issuer = try string(index, unless: found.issuer)
        } else if isNamed(name, "org") {
            found.org = try string(index, unless: found.org)
        } else if isNamed(name, "slug") {
            found.slug = try string(index, unless: found.slug)
        } else if isNamed(name, "sub") {
            found.subject = try string(index, unless: found.subject)
        } else if isNamed(name, "jti") {
            found.id = try string(index, unless: found.id)
        } else if isNamed(name, "kid") {
            found.kid = try string(index, unless: found.kid)
        } else if isNamed(name, "ctx") {
            found.context = try object(index, unless: found.context)
        } else if isNamed(name, "iat") {
            found.issuedAt = try time(index, unless: found.issuedAt)
        } else if isNamed(name, "exp") {
            found.expiresAt = try time(index, unless: found.expiresAt)
        } else if isNamed(name, "nbf") {
            found.notBefore = try time(index, unless: found.notBefore)
        }
    }

    private func isNamed(_ name: ByteRange, _ text: StaticString) -> Bool {
        payload.span.slice(name).equals(text)
    }

    private mutating func string(
        _ index: Int, unless known: ByteRange?
    ) throws(EmbedFault) -> ByteRange {
        let entry = tape[index]
        guard known == nil, entry.kind == .string else { throw .invalidClaims }
        let start = text.count
        Self.decode(entry.range, of: payload, into: &text)
        return ByteRange(start: start, count: text.count - start)
    }

    private func object(_ index: Int, unless known: ByteRange?) throws(EmbedFault) -> ByteRange {
        let entry = tape[index]
        guard known == nil else { throw .invalidClaims }
        if entry.kind == .array, entry.count == 0 { return .empty }
        // A tape says where values begin; the end is looked for, and found in compact text only.
        var scan = CompactScan(payload.span, from: Int(entry.start))
        guard entry.kind == .object, scan.skipValue() else { throw .invalidClaims }
        return ByteRange(Int(entry.start)..<scan.position)
    }

    /// Unix seconds: a whole number of at most 18 digits, no sign.
    private func time(_ index: Int, unless known: Int) throws(EmbedFault) -> Int {
        let entry = tape[index]
        guard known < 0, entry.kind == .integer,
            let time = payload.span.slice(entry.range).decimalValue()
        else { throw .invalidClaims }
        return time
    }
}

extension TapeEntry {
    /// Where a scalar's or a name's bytes stand.
    fileprivate var range: ByteRange { ByteRange(start: Int(start), count: Int(count)) }
}
