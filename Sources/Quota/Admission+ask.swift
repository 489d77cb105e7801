import Bytes
import Identity
import Redis

/// What an admission sends. Each function writes the commands of one round trip, and returns a
/// verdict only when the link cannot take them.
extension Admission {
    /// The id of a token that was sent without one.
    mutating func askHash(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        let prefix = desk.prefix
        TokenRecord.writeLookup(
            digest: digest, prefix: prefix.span, into: &desk.link.pipeline)
        return expect(.tokenHash, replies: 1, desk: &desk, now: now)
    }

    /// The token's record alone.
    mutating func askToken(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        let prefix = desk.prefix
        TokenRecord.writeLookup(id: tokenID, prefix: prefix.span, into: &desk.link.pipeline)
        return expect(.token, replies: 1, desk: &desk, now: now)
    }

    /// The token's record, and with it the organization's and the debit, for the organization that
    /// the token had when it was verified.
    mutating func askAll(slot: Int, desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        wasVerified = true
        askedOrg.append(desk.verified.org(in: slot))
        debitLimit = likelyLimit(slot: slot, desk: desk)
        let prefix = desk.prefix
        let name = limitName(desk)
        TokenRecord.writeLookup(id: tokenID, prefix: prefix.span, into: &desk.link.pipeline)
        OrganizationRecord.writeLookup(
            org: askedOrg.span, limitName: name.span, prefix: prefix.span,
            into: &desk.link.pipeline)
        guard let debitLimit else {
            return expect(.tokenAndOrg, replies: 2, desk: &desk, now: now)
        }
        debits += 1
        writeDebit(debitLimit, org: askedOrg.span, inFull: false, desk: &desk)
        return expect(.tokenOrgAndDebit, replies: 3, desk: &desk, now: now)
    }

    /// The organization's record and the debit, for the organization that the token was just found
    /// to have.
    mutating func askOrg(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        let slot = desk.verified.find(id: tokenID, digest: digest)
        debitLimit = likelyLimit(slot: slot, desk: desk)
        let prefix = desk.prefix
        let name = limitName(desk)
        OrganizationRecord.writeLookup(
            org: identity.org, limitName: name.span, prefix: prefix.span,
            into: &desk.link.pipeline)
        guard let debitLimit else {
            return expect(.org, replies: 1, desk: &desk, now: now)
        }
        debits += 1
        writeDebit(debitLimit, org: identity.org, inFull: false, desk: &desk)
        return expect(.orgAndDebit, replies: 2, desk: &desk, now: now)
    }

    /// The key of an embed token.
    mutating func askEmbedKey(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        let prefix = desk.prefix
        EmbedKeyRecord.writeLookup(
            org: askedOrg.span, kid: embed.kid.span, prefix: prefix.span,
            into: &desk.link.pipeline)
        return expect(.embedKey, replies: 1, desk: &desk, now: now)
    }

    /// The widget of an embed token that was found good, and with it the organization's record and
    /// the debit.
    mutating func askWidget(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        wasVerified = true
        Self.copyOrg(of: identity, to: &askedOrg)
        debitLimit = likelyEmbedLimit(desk: desk)
        let prefix = desk.prefix
        let name = limitName(desk)
        WidgetRecord.writeLookup(
            org: askedOrg.span, slug: embed.slug.span, prefix: prefix.span,
            into: &desk.link.pipeline)
        OrganizationRecord.writeLookup(
            org: askedOrg.span, limitName: name.span, prefix: prefix.span,
            into: &desk.link.pipeline)
        guard let debitLimit else {
            return expect(.widgetAndOrg, replies: 2, desk: &desk, now: now)
        }
        debits += 1
        writeDebit(debitLimit, org: askedOrg.span, inFull: false, desk: &desk)
        return expect(.widgetOrgAndDebit, replies: 3, desk: &desk, now: now)
    }

    /// The debit alone: with other numbers, or with the script's text since Redis forgot it.
    mutating func askDebit(
        _ limit: QuotaLimit, inFull: Bool, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        if let verdict = refuseWithoutLink(desk) { return verdict }
        debitLimit = limit
        debits += 1
        writeDebit(limit, org: identity.org, inFull: inFull, desk: &desk)
        return expect(.debit, replies: 1, desk: &desk, now: now)
    }

    /// Gives back the debit that travelled with a token's look-up when the token is no longer good,
    /// or no longer that organization's. Without Redis the debit stands, which only admits less.
    mutating func askReturn(
        _ credit: QuotaDebit.Credit, desk: inout AdmissionDesk, now: Moment
    ) -> Bool {
        guard refuseWithoutLink(desk) == nil else { return false }
        let prefix = desk.prefix
        let name = limitName(desk)
        QuotaDebit.writeCredit(
            credit, name: name.span, org: askedOrg.span, prefix: prefix.span,
            script: desk.link.scripts[AdmissionDesk.debitScript], into: &desk.link.pipeline)
        _ = expect(.debitReturn, replies: 1, desk: &desk, now: now)
        return true
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

    /// Both are lent on their own: a span of one would lend out all of self.
    private static func copyOrg(of identity: borrowing Identity, to org: inout ByteBuffer) {
        org.removeAll()
        org.append(identity.org)
    }

    /// The same for an embed token, whose organization's override stands beside its key.
    private func likelyEmbedLimit(desk: borrowing AdmissionDesk) -> QuotaLimit? {
        guard let limitIndex else { return nil }
        return QuotaLimit(desk.embedKeys.note(org: identity.org, limit: limitIndex))
            ?? desk.limits[limitIndex].limit
    }

    // The desk's arrays are copied by reference, since a span of them would keep its link from
    // being written to.

    private func limitName(_ desk: borrowing AdmissionDesk) -> [UInt8] {
        guard let limitIndex else { return [] }
        return desk.limits[limitIndex].name
    }

    private func writeDebit(
        _ limit: QuotaLimit, org: Span<UInt8>, inFull: Bool, desk: inout AdmissionDesk
    ) {
        let prefix = desk.prefix
        let name = limitName(desk)
        let script = desk.link.scripts[AdmissionDesk.debitScript]
        QuotaDebit.write(
            limit, name: name.span, org: org, prefix: prefix.span, script: script,
            inFull: inFull, credit: credit, into: &desk.link.pipeline)
    }
}
