import Bytes
package import Crypto
package import Redis

/// What became of a code.
package enum CodeVerdict: Equatable, Sendable {
    /// `CodeExchange.token` is good; the client is to get it.
    case issued
    /// 400 `invalid_grant`: the one answer for codes that are unknown, expired, issued for another
    /// redirect or verifier, or were used before.
    case invalidGrant(isReplay: Bool)
    /// 429: too many codes of this client's failed.
    case throttled(retryAfterSeconds: Int)
    /// 503.
    case redisFault(RedisFault)
}

/// A token that is to end: one whose client may not have got it, or one whose code was replayed.
package struct IssuedToken: Sendable {
    package let id: Int
    /// Of its secret.
    package let digest: SHA256Digest

    init(id: Int, digest: SHA256Digest) {
        self.id = id
        self.digest = digest
    }

    /// Nil when the text is not a hash in hexadecimal digits: there is no such token.
    package init?(id: Int, hash: Span<UInt8>) {
        guard let digest = SHA256Digest(hex: hash) else { return nil }
        self.init(id: id, digest: digest)
    }
}

/// The exchange of one authorization code for a token: a state machine without I/O, as `Admission`
/// is, in three round trips. `CodeScripts` says what each step does and why in this order.
///
///     begin ──reserve, redeem──▶ confirm ──▶ keep the index ──▶ issued
///                                └─ or ────▶ clean up ────────▶ invalidGrant
///
/// Whatever the reason of a failure, the same commands are sent and waited for, so that answers are
/// alike in time as well.
package struct CodeExchange: ~Copyable {
    private enum Stage {
        case idle, redeeming, confirming, indexing, cleaning
    }

    /// Who an authorization code is exchanged with: what is shared by all of a worker's requests.
    package struct Desk {
        /// Where `CodeScripts.all` begin among the link's scripts.
        package let firstScript: Int
        /// What every key begins with.
        package let prefix: [UInt8]
        /// The tag of replies that nobody waits for.
        package let nobody: UInt64

        package init(firstScript: Int, prefix: [UInt8], nobody: UInt64) {
            self.firstScript = firstScript
            self.prefix = prefix
            self.nobody = nobody
        }
    }

    private var stage = Stage.idle
    private var tag: UInt64 = 0
    private var client = ClientNetwork.unknown
    private var repliesDue = 0
    /// The new token; nil when idle.
    package private(set) var token: NewToken?
    private var digest = SHA256Digest.zero
    /// For whom the token is.
    package private(set) var identity = Identity()
    private var name = ByteBuffer()
    /// What was presented: the code's digest, the redirect and the challenge, for NOSCRIPT.
    private var code = SHA256Digest.zero
    private var redirect = ByteBuffer()
    private var challenge = ByteBuffer()
    private var isInFull = false
    private var needsScripts = false
    private var isReserved = false
    private var redemption = Redemption.invalid
    private var isConfirmed = false
    private var isIndexed = false
    /// The hash of the token that a replayed code was spent on.
    private var victimHash = ByteBuffer()
    private var victimWasThere = false
    private var fault: RedisFault?

    private enum Redemption: Equatable {
        case invalid, granted
        case replayed(token: Int)
    }

    package init() {}

    /// The token that was made, to be withdrawn when its client cannot be given it.
    package var issued: IssuedToken? { token.map { IssuedToken(id: $0.id, digest: digest) } }

    /// Begins with what the client presented. The replies come under `tag`. A verdict comes at once
    /// when Redis cannot be asked, or the client has failed too often.
    ///
    /// - Parameter verifier: `code_verifier` (RFC 7636 §4.5), empty when there is none.
    package mutating func begin(
        code: Span<UInt8>, redirect: Span<UInt8>, verifier: Span<UInt8>, client: ClientNetwork,
        tag: UInt64, desk: Desk, link: inout RedisLink, failed: borrowing FailedLookups,
        nowMilliseconds: UInt64
    ) -> CodeVerdict? {
        reset()
        self.tag = tag
        self.client = client
        if let wait = failed.wait(for: client, nowMilliseconds: nowMilliseconds) {
            return .throttled(retryAfterSeconds: Int((wait + 999) / 1_000))
        }
        self.code = SHA256.digest(of: code)
        self.redirect.append(redirect)
        PKCE.appendChallenge(of: verifier, to: &challenge)
        return redeem(desk, &link, nowMilliseconds)
    }

    /// Takes the reply that the link has just given out under this exchange's tag.
    package mutating func receive(
        desk: Desk, link: inout RedisLink, failed: inout FailedLookups, nowMilliseconds: UInt64
    ) -> CodeVerdict? {
        do throws(RedisFault) {
            try take(link.pipeline.reply)
        } catch {
            fault = fault ?? error
        }
        repliesDue -= 1
        guard repliesDue == 0 else { return nil }
        switch stage {
        case .idle: return .redisFault(.unexpectedReply)
        case .redeeming: return proceed(desk, &link, nowMilliseconds)
        case .confirming:
            if let fault { return .redisFault(fault) }
            return isConfirmed
                ? keepIndex(desk, &link, nowMilliseconds) : cleanUp(desk, &link, nowMilliseconds)
        case .indexing:
            if let fault { return .redisFault(fault) }
            return isIndexed ? .issued : cleanUp(desk, &link, nowMilliseconds)
        case .cleaning:
            forgetVictim(desk, &link, nowMilliseconds)
            failed.record(client, nowMilliseconds: nowMilliseconds)
            if let fault { return .redisFault(fault) }
            return .invalidGrant(isReplay: isReplay)
        }
    }

    /// Whether the token may be good although nobody was told: what is left undone when an exchange
    /// ends early. `CodeStore.writeWithdrawal` undoes it.
    package var mayHaveIssued: Bool { stage == .confirming || stage == .indexing }

    /// The code while Redis may yet answer that it was a replay, nil otherwise: what must not be
    /// missed when an exchange ends early.
    package var unanswered: UnansweredCode? {
        guard stage == .redeeming, repliesDue > 0, let token else { return nil }
        return UnansweredCode(code: code, reserved: token.id, repliesDue: repliesDue)
    }

    /// The id of the token that must end because its code was replayed, once that is known.
    package var replayedToken: Int? {
        guard case .replayed(let id) = redemption, id > 0 else { return nil }
        return id
    }

    /// The id of the token that a late reply to `CodeScripts.redeem` says a replayed code was spent
    /// on.
    package static func replayedToken(in reply: borrowing RedisReply) -> Int? {
        guard reply.kind == .array, reply.count == 2, reply.element(0).integer == 2,
            let id = reply.element(1).bytes.decimalValue(), id > 0
        else { return nil }
        return id
    }

    /// Forgets everything, keeping storage.
    package mutating func reset() {
        stage = .idle
        token = nil
        identity.reset()
        name.removeAll()
        redirect.removeAll()
        challenge.removeAll()
        isInFull = false
        forgetReplies()
    }

    private mutating func forgetReplies() {
        needsScripts = false
        isReserved = false
        redemption = .invalid
        isConfirmed = false
        isIndexed = false
        victimHash.removeAll()
        victimWasThere = false
        fault = nil
    }

    private var isReplay: Bool {
        if case .replayed = redemption { return true }
        return false
    }

    // MARK: Steps

    /// Steps one and two travel together; Redis performs them in this order.
    private mutating func redeem(
        _ desk: Desk, _ link: inout RedisLink, _ now: UInt64
    ) -> CodeVerdict? {
        forgetReplies()
        let made = NewToken()
        token = made
        digest = made.digest
        if let verdict = refuseWithoutLink(link) { return verdict }
        CodeStore.writeReserve(
            id: made.id, digest: digest, script: link.scripts[desk.firstScript],
            inFull: isInFull, prefix: desk.prefix.span, into: &link.pipeline)
        CodeStore.writeRedeem(
            code: code, token: made.id, redirect: redirect.span, challenge: challenge.span,
            script: link.scripts[desk.firstScript + 1], inFull: isInFull,
            prefix: desk.prefix.span, into: &link.pipeline)
        expect(.redeeming, 2, &link, now)
        return nil
    }

    private mutating func proceed(
        _ desk: Desk, _ link: inout RedisLink, _ now: UInt64
    ) -> CodeVerdict? {
        if needsScripts, !isInFull, fault == nil, redemption != .granted {
            // Redis forgot them: once more, with another token, in full.
            isInFull = true
            return redeem(desk, &link, now)
        }
        if let fault { return .redisFault(fault) }
        guard redemption == .granted else { return cleanUp(desk, &link, now) }
        // A collision of 52 random bits, or a script that was forgotten between the two.
        guard isReserved else { return .redisFault(.unexpectedReply) }
        return confirm(desk, &link, now)
    }

    /// Step three: the back end is told, then the token becomes good.
    private mutating func confirm(
        _ desk: Desk, _ link: inout RedisLink, _ now: UInt64
    ) -> CodeVerdict? {
        if let verdict = refuseWithoutLink(link) { return verdict }
        guard let token else { return .redisFault(.unexpectedReply) }
        let prefix = desk.prefix
        CodeStore.writeIssuedEvent(
            id: token.id, digest: digest, identity: identity, name: name.span,
            prefix: prefix.span, into: &link.pipeline)
        CodeStore.writeConfirm(
            id: token.id, digest: digest, identity: identity, name: name.span,
            script: link.scripts[desk.firstScript + 2], inFull: isInFull, prefix: prefix.span,
            into: &link.pipeline)
        CodeStore.writeIndex(
            digest: digest, id: token.id, prefix: prefix.span, into: &link.pipeline)
        expect(.confirming, 3, &link, now)
        return nil
    }

    /// Step four: the index by hash stays as well. Only now, since whoever dies before must not
    /// leave one for ever that leads to a token which a replay has ended.
    private mutating func keepIndex(
        _ desk: Desk, _ link: inout RedisLink, _ now: UInt64
    ) -> CodeVerdict? {
        if let verdict = refuseWithoutLink(link) { return verdict }
        CodeStore.writeKeepIndex(digest: digest, prefix: desk.prefix.span, into: &link.pipeline)
        expect(.indexing, 1, &link, now)
        return nil
    }

    /// A failure ends the token that was reserved, and the one that a replayed code was spent on.
    private mutating func cleanUp(
        _ desk: Desk, _ link: inout RedisLink, _ now: UInt64
    ) -> CodeVerdict? {
        if let verdict = refuseWithoutLink(link) { return verdict }
        guard let token, let issued else { return .redisFault(.unexpectedReply) }
        if redemption == .granted {
            // A replay was quicker than we were; the back end has been told of the token.
            let replies = CodeStore.writeWithdrawal(
                issued, prefix: desk.prefix.span, into: &link.pipeline)
            expect(.cleaning, replies, &link, now)
            return nil
        }
        var victim = token.id
        if case .replayed(let id) = redemption, id > 0 { victim = id }
        CodeStore.writeCleanup(
            victim: victim, reserved: token.id, prefix: desk.prefix.span, into: &link.pipeline)
        expect(.cleaning, 3, &link, now)
        return nil
    }

    /// The deleted token's index is of no use any more, and the back end is told, once for each
    /// token; nobody waits for either.
    private mutating func forgetVictim(_ desk: Desk, _ link: inout RedisLink, _ now: UInt64) {
        guard let victim = replayedToken, victimWasThere, victimHash.count == 64,
            link.pipeline.hasRoom
        else { return }
        CodeStore.writeForgetHash(victimHash.span, prefix: desk.prefix.span, into: &link.pipeline)
        CodeStore.writeReplayEvent(
            id: victim, prefix: desk.prefix.span, into: &link.pipeline)
        link.pipeline.expect(desk.nobody, replies: 2, nowMilliseconds: now)
    }

    private func refuseWithoutLink(_ link: borrowing RedisLink) -> CodeVerdict? {
        guard link.isReady else { return .redisFault(.unavailable) }
        guard link.pipeline.hasRoom else { return .redisFault(.overloaded) }
        return nil
    }

    private mutating func expect(
        _ stage: Stage, _ replies: Int, _ link: inout RedisLink, _ now: UInt64
    ) {
        self.stage = stage
        repliesDue = replies
        link.pipeline.expect(tag, replies: replies, nowMilliseconds: now)
    }

    // MARK: Replies

    private mutating func take(_ reply: borrowing RedisReply) throws(RedisFault) {
        if let code = reply.errorCode {
            guard code == .noScript, stage == .redeeming else { throw .refused(code) }
            needsScripts = true
            return
        }
        switch (stage, repliesDue) {
        case (.redeeming, 2): isReserved = reply.integer == 1
        case (.redeeming, _): try takeRedemption(reply)
        // The event, the confirmation, the index.
        case (.confirming, 2): isConfirmed = reply.integer == 1
        // A replay that ended the token took its index along.
        case (.indexing, _): isIndexed = reply.integer == 1
        // The hash of the victim comes first, then whether it was there.
        case (.cleaning, 3): victimHash.append(reply.bytes)
        case (.cleaning, 2): victimWasThere = reply.integer == 1
        default: break
        }
    }

    private mutating func takeRedemption(_ reply: borrowing RedisReply) throws(RedisFault) {
        guard reply.kind == .array, reply.count > 0 else { throw .unexpectedReply }
        switch (reply.element(0).integer, reply.count) {
        case (1, 5):
            redemption = .granted
            let isValid = identity.set(
                id: token?.id ?? 0, org: reply.element(1).bytes, user: reply.element(2).bytes,
                abilities: reply.element(3).bytes)
            guard isValid else { throw .invalidRecord }
            name.append(reply.element(4).bytes)
        case (2, 2):
            let id = reply.element(1).bytes
            redemption = .replayed(token: id.decimalValue() ?? 0)
        case (0, 1): redemption = .invalid
        default: throw .unexpectedReply
        }
    }
}
