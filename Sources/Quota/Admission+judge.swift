import Bytes
import Identity
import Redis

/// What an admission makes of the replies.
extension Admission {
    /// Takes in one reply, the earliest that is due. Later ones are taken even when the outcome is
    /// known, since they are on their way.
    mutating func take(desk: inout AdmissionDesk, now: Moment) {
        do throws(RedisFault) {
            if due.contains(.embedKey) {
                due.remove(.embedKey)
                try takeEmbedKey(&desk, now: now)
            } else if due.contains(.widget) {
                due.remove(.widget)
                try takeWidget(desk)
            } else if due.contains(.tokenHash) {
                due.remove(.tokenHash)
                try takeTokenHash(desk)
            } else if due.contains(.token) {
                due.remove(.token)
                try takeToken(&desk, now: now)
            } else if due.contains(.org) {
                due.remove(.org)
                try takeOrg(&desk)
            } else if due.contains(.debit) {
                due.remove(.debit)
                try takeDebit(desk, now: now)
            } else if due.contains(.debitReturn) {
                due.remove(.debitReturn)
            }
        } catch {
            // The first fault tells most: later ones may follow from it.
            fault = fault ?? error
        }
    }

    /// What follows once no reply is due: the next round trip, or the verdict. The order is
    /// Laravel's: 401, then 429, then 403; a 401 consumes no quota, so a debit is given back first.
    mutating func proceed(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        if wasVerified, refusal != nil || isOrgStale, let credit {
            self.credit = nil
            if askReturn(credit, desk: &desk, now: now) { return nil }
        }
        if let refusal { return refuse(refusal, desk: &desk, now: now) }
        if let fault { return fail(fault) }
        if embed.isKeyUnreadable { return .unreadableKey }
        guard embed.isInUse || identity.tokenID != 0 else { return askToken(desk: &desk, now: now) }
        guard let organization, !isOrgStale else {
            isOrgStale = false
            decision = nil
            credit = nil
            needsScript = false
            return embed.isInUse
                ? askWidget(desk: &desk, now: now) : askOrg(desk: &desk, now: now)
        }
        if let limitIndex {
            let limit = organization.limit ?? desk.limits[limitIndex].limit
            if needsScript || limit != debitLimit {
                // One debit for the first numbers, one for the right ones, one for NOSCRIPT, and
                // as many for a token that changed its organization meanwhile.
                guard debits < 6 else { return fail(.unexpectedReply) }
                let inFull = needsScript
                needsScript = false
                return askDebit(limit, inFull: inFull, desk: &desk, now: now)
            }
            guard let decision else { return fail(.unexpectedReply) }
            if !decision.isAllowed { return .limited }
        }
        if organization.isSuspended { return .suspended }
        return embed.refusesOrigin ? .refusedOrigin : .admitted
    }

    mutating func refuse(
        _ refusal: Unauthenticated, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict {
        if refusal.countsAsGuess {
            desk.failed.record(client, nowMilliseconds: now.milliseconds)
        }
        // A wrong secret says nothing about the token that others use.
        if wasVerified || refusal != .wrongSecret { desk.verified.forget(id: tokenID) }
        identity.reset()
        decision = nil
        return .unauthenticated(refusal)
    }

    // MARK: One reply each

    private mutating func takeTokenHash(_ desk: borrowing AdmissionDesk) throws(RedisFault) {
        switch try TokenRecord.id(in: desk.link.pipeline.reply) {
        case .some(let id) where id > 0: tokenID = id
        case .some: refusal = .invalidRecord
        case nil: refusal = .unknown
        }
    }

    private mutating func takeToken(
        _ desk: inout AdmissionDesk, now: Moment
    ) throws(RedisFault) {
        let refusal = try TokenRecord.judge(
            desk.link.pipeline.reply, id: tokenID, digest: digest, unixSeconds: now.unixSeconds,
            into: &identity)
        self.refusal = refusal.map(Unauthenticated.init)
        guard refusal == nil else { return }
        isOrgStale = wasVerified && !askedOrg.span.equals(identity.org)
        desk.verified.remember(id: tokenID, digest: digest, org: identity.org)
    }

    private mutating func takeOrg(_ desk: inout AdmissionDesk) throws(RedisFault) {
        let record = try OrganizationRecord(
            desk.link.pipeline.reply, hasLimit: limitIndex != nil)
        organization = record
        guard let limitIndex, refusal == nil, !isOrgStale else { return }
        let note = record.limit?.note ?? TokenNote()
        if embed.isInUse {
            // Beside every key of the organization: only when it is news.
            guard (record.limit ?? desk.limits[limitIndex].limit) != debitLimit else { return }
            desk.embedKeys.note(note, org: identity.org, limit: limitIndex)
        } else {
            desk.verified.note(note, id: tokenID, limit: limitIndex)
        }
    }

    private mutating func takeDebit(
        _ desk: borrowing AdmissionDesk, now: Moment
    ) throws(RedisFault) {
        guard let debitLimit else { throw .unexpectedReply }
        if desk.link.pipeline.reply.errorCode == .noScript, !needsScript {
            needsScript = true
            return
        }
        decision = try QuotaDebit.decision(
            in: desk.link.pipeline.reply, limit: debitLimit, unixSeconds: now.unixSeconds)
        credit = QuotaDebit.credit(in: desk.link.pipeline.reply, limit: debitLimit)
    }
}
