import Bytes
import Identity
import Redis

/// What an admission sends. Each function writes the commands of one round trip, and returns a verdict
/// only when the link cannot take them.
extension Admission {
    /// The id of a token that was sent without one.
    mutating func askHash(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        TokenRecord.writeLookup(
            digest: digest, prefix: desk.prefix.span, into: &desk.link.pipeline)
        return expect(.tokenHash, replies: 1, desk: &desk, now: now)
    }

    /// The token's record alone.
    mutating func askToken(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        TokenRecord.writeLookup(id: tokenID, prefix: desk.prefix.span, into: &desk.link.pipeline)
        return expect(.token, replies: 1, desk: &desk, now: now)
    }

    /// The token's record, and with it the organization's and the debit, for the organization that
    /// the token had when it was verified.
    mutating func askAll(slot: Int, desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        wasVerified = true
        askedOrg.append(desk.verified.org(in: slot))
        debitLimit = likelyLimit(slot: slot, desk: desk)
        TokenRecord.writeLookup(id: tokenID, prefix: desk.prefix.span, into: &desk.link.pipeline)
        Self.writeOrg(
            askedOrg.span, name: limitName(desk), prefix: desk.prefix.span, link: &desk.link)
        guard let debitLimit else {
            return expect([.token, .org], replies: 2, desk: &desk, now: now)
        }
        Self.writeDebit(
            debitLimit, org: askedOrg.span, name: limitName(desk), prefix: desk.prefix.span,
            inFull: false, link: &desk.link)
        debits += 1
        return expect([.token, .org, .debit], replies: 3, desk: &desk, now: now)
    }

    /// The organization's record and the debit, for the organization that the token was just found
    /// to have.
    mutating func askOrg(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        let slot = desk.verified.find(id: tokenID, digest: digest)
        debitLimit = likelyLimit(slot: slot, desk: desk)
        Self.writeOrg(
            identity.org, name: limitName(desk), prefix: desk.prefix.span, link: &desk.link)
        guard let debitLimit else {
            return expect(.org, replies: 1, desk: &desk, now: now)
        }
        Self.writeDebit(
            debitLimit, org: identity.org, name: limitName(desk), prefix: desk.prefix.span,
            inFull: false, link: &desk.link)
        debits += 1
        return expect([.org, .debit], replies: 2, desk: &desk, now: now)
    }

    /// The debit alone: with other numbers, or with the script's text since Redis forgot it.
    mutating func askDebit(
        _ limit: QuotaLimit, inFull: Bool, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        debitLimit = limit
        Self.writeDebit(
            limit, org: identity.org, name: limitName(desk), prefix: desk.prefix.span,
            inFull: inFull, link: &desk.link)
        debits += 1
        return expect(.debit, replies: 1, desk: &desk, now: now)
    }

    // MARK: Pieces

    private func refuseWithoutLink(_ desk: borrowing AdmissionDesk) -> Verdict? {
        guard desk.link.isReady else { return .redisFault(.unavailable) }
        guard desk.link.pipeline.hasRoom else { return .redisFault(.overloaded) }
        return nil
    }

    private mutating func expect(
        _ steps: Steps, replies: Int, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        due = steps
        desk.link.pipeline.expect(tag, replies: replies, nowMilliseconds: now.milliseconds)
        return nil
    }

    /// The numbers to debit before the organization's record has arrived: what it said last, else
    /// the policy's.
    private func likelyLimit(slot: Int?, desk: borrowing AdmissionDesk) -> QuotaLimit? {
        guard let limitIndex else { return nil }
        if let slot, let last = QuotaLimit(desk.verified.note(in: slot, limit: limitIndex)) {
            return last
        }
        return desk.limits[limitIndex].limit
    }

    @_lifetime(borrow desk)
    private func limitName(_ desk: borrowing AdmissionDesk) -> Span<UInt8> {
        guard let limitIndex else { return literalBytes("") }
        return desk.limits[limitIndex].name.span
    }

    private static func writeOrg(
        _ org: Span<UInt8>, name: Span<UInt8>, prefix: Span<UInt8>, link: inout RedisLink
    ) {
        OrganizationRecord.writeLookup(
            org: org, limitName: name, prefix: prefix, into: &link.pipeline)
    }

    private static func writeDebit(
        _ limit: QuotaLimit, org: Span<UInt8>, name: Span<UInt8>, prefix: Span<UInt8>,
        inFull: Bool, link: inout RedisLink
    ) {
        QuotaDebit.write(
            limit, name: name, org: org, prefix: prefix,
            script: link.scripts[AdmissionDesk.debitScript], inFull: inFull, into: &link.pipeline)
    }
}
