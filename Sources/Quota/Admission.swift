import Bytes
import Crypto
package import Identity
package import Redis

/// What was decided about a request's token and quota.
package enum Verdict: Equatable, Sendable {
    /// `identity` says who; `decision` what the limit said, nil where none applies.
    case admitted
    /// 401.
    case unauthenticated(Unauthenticated)
    /// 429: the organization's limit, in `decision`.
    case limited
    /// 429: too many look-ups of this client failed; its tokens were not judged.
    case throttled(QuotaDecision)
    /// 403: the organization is suspended; `identity` says which.
    case suspended
    /// 403: the widget may not be used by pages of the request's `Origin`.
    case refusedOrigin
    /// 503: the embed token's key is sealed under a master key that this gateway does not have, or
    /// was changed.
    case unreadableKey
    /// 503.
    case redisFault(RedisFault)
}

/// Why a request is unauthenticated. For logs: clients see one answer for all of them.
package enum Unauthenticated: Equatable, Sendable {
    case missing, malformed, unknown, wrongSecret, expired, invalidRecord
    /// An embed token names a key that there is not, or not any more.
    case unknownKey
    /// An embed token is for a widget that there is not, or that is disabled.
    case unavailableWidget
    /// An embed token is not good by itself.
    case embed(EmbedFault)

    init(_ refusal: TokenRecord.Refusal) {
        switch refusal {
        case .unknown: self = .unknown
        case .wrongSecret: self = .wrongSecret
        case .expired: self = .expired
        case .invalidRecord: self = .invalidRecord
        }
    }

    /// What the log says beside the decision; nil where the decision says it all.
    package var detail: StaticString? {
        switch self {
        case .missing, .malformed, .unknown, .wrongSecret, .expired, .invalidRecord: nil
        case .unknownKey: "unknown key"
        case .unavailableWidget: "unknown or disabled widget"
        case .embed(let fault): fault.reason
        }
    }

    /// Whether it counts among the client's failed look-ups: somebody is guessing. Tokens that a
    /// key's holder did sign do not: pages that stay open present them when they have expired.
    var countsAsGuess: Bool {
        switch self {
        case .missing, .malformed, .unknown, .wrongSecret, .expired, .invalidRecord, .unknownKey,
            .embed(.forged):
            true
        case .unavailableWidget, .embed: false
        }
    }
}

/// The admission of one request: who it is, whether its organization may go on, and the debit of
/// its quota. A state machine without I/O that is kept and used again: `begin` and each `receive`
/// either write commands into the desk's link and return nil, or return the verdict.
///
/// A token whose secret this worker has verified before takes one round trip: its record, the
/// organization's and the debit travel together. Any other takes two (three without an id): nothing
/// is debited before the secret was found right, for ids are sequential and nobody may drain an
/// organization by presenting `5|x`. When the organization's record overrides the numbers that a
/// debit used, it is repeated with the right ones and the first is credited, so that what is
/// admitted was always counted by the limit in force. A token that was revoked, or given to another
/// organization, since this worker verified it costs the first nothing: its debit is returned.
///
/// An embed token takes one round trip while its key is at hand, else two; see `beginEmbed`.
package struct Admission: ~Copyable {
    /// Replies that are due, in the order in which they arrive.
    struct Steps: OptionSet {
        let rawValue: UInt8
        static let tokenHash = Steps(rawValue: 1)
        static let token = Steps(rawValue: 2)
        static let org = Steps(rawValue: 4)
        static let debit = Steps(rawValue: 8)
        static let debitReturn = Steps(rawValue: 16)
        static let embedKey = Steps(rawValue: 32)
        static let widget = Steps(rawValue: 64)
        // Combinations by number: literals of option sets allocate in debug builds.
        static let tokenAndOrg = Steps(rawValue: 6)
        static let orgAndDebit = Steps(rawValue: 12)
        static let tokenOrgAndDebit = Steps(rawValue: 14)
        static let widgetAndOrg = Steps(rawValue: 68)
        static let widgetOrgAndDebit = Steps(rawValue: 76)
    }

    /// Who it is once verified; nobody before, and nobody after a 401.
    package internal(set) var identity = Identity()
    /// What the limit said. It also rides on answers to requests that are refused later.
    package internal(set) var decision: QuotaDecision?

    var tag: UInt64 = 0
    var limitIndex: Int?
    var client = ClientNetwork.unknown
    var digest = SHA256Digest.zero
    var tokenID = 0

    var due: Steps = []
    /// Whether the token is one whose debit went along with the look-up of its record or widget.
    var wasVerified = false
    /// The organization that commands were written for before that record had arrived.
    var askedOrg = ByteBuffer()
    /// Whether that is no longer the token's.
    var isOrgStale = false
    var organization: OrganizationRecord?
    /// The numbers of the debit under way or done last.
    var debitLimit: QuotaLimit?
    /// What the debit done last is worth when it has to be repeated.
    var credit: QuotaDebit.Credit?
    var needsScript = false
    var debits = 0
    var refusal: Unauthenticated?
    var fault: RedisFault?
    /// What it takes to admit an embed token; not in use for others.
    var embed = EmbedCheck()
    /// When an embed token ends, Unix seconds; 0 for others.
    var visitorEndsAt = 0

    package init() {}

    /// Whether replies are due.
    package var isWaiting: Bool { !due.isEmpty }

    /// Forgets the request, keeping storage.
    package mutating func reset() {
        identity.reset()
        decision = nil
        limitIndex = nil
        digest = .zero
        tokenID = 0
        due = []
        wasVerified = false
        askedOrg.removeAll()
        isOrgStale = false
        organization = nil
        debitLimit = nil
        credit = nil
        needsScript = false
        debits = 0
        refusal = nil
        fault = nil
        embed.reset()
        visitorEndsAt = 0
    }

    /// Begins with the value of the request's `Authorization` field, empty when it has none. The
    /// replies come under `tag`. `limitIndex` is one of the desk's limits, nil where none applies.
    package mutating func begin(
        authorization: Span<UInt8>, limitIndex: Int?, client: ClientNetwork, tag: UInt64,
        desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        reset()
        self.tag = tag
        self.limitIndex = limitIndex
        self.client = client
        let token: BearerToken
        do {
            token = try BearerToken(authorization: authorization)
        } catch {
            return .unauthenticated(error == .missing ? .missing : .malformed)
        }
        digest = SHA256.digest(of: authorization.slice(token.secret))
        let slot =
            if let id = token.id {
                desk.verified.find(id: id, digest: digest)
            } else {
                desk.verified.find(digest: digest)
            }
        tokenID = token.id ?? 0
        if let slot {
            tokenID = desk.verified.id(in: slot)
            return askAll(slot: slot, desk: &desk, now: now)
        }
        if let verdict = throttle(desk, now: now) { return verdict }
        return token.id == nil ? askHash(desk: &desk, now: now) : askToken(desk: &desk, now: now)
    }

    /// The refusal of a client too many of whose look-ups failed.
    func throttle(_ desk: borrowing AdmissionDesk, now: Moment) -> Verdict? {
        guard let wait = desk.failed.wait(for: client, nowMilliseconds: now.milliseconds) else {
            return nil
        }
        return .throttled(
            QuotaDecision(
                isAllowed: false, limit: desk.failed.burst, remaining: 0,
                retryAfterSeconds: Int((wait + 999) / 1_000), unixSeconds: now.unixSeconds))
    }

    /// Takes the reply that the desk's link has just given out under this admission's tag.
    package mutating func receive(desk: inout AdmissionDesk, now: Moment) -> Verdict? {
        take(desk: &desk, now: now)
        guard due.isEmpty else { return nil }
        return proceed(desk: &desk, now: now)
    }

    /// Ends an admission whose replies will not come: the link was lost, or the answer is late.
    package mutating func fail(_ fault: RedisFault) -> Verdict {
        due = []
        identity.reset()
        return .redisFault(fault)
    }

    /// Whether an embed token admitted the request that has ended since.
    package func hasVisitorEnded(unixSeconds: Int) -> Bool {
        visitorEndsAt > 0 && unixSeconds >= visitorEndsAt
    }

    /// Whether the token's record named an end, which has come. Redis knows better where it
    /// answers: the end may have been moved.
    package func hasTokenEnded(unixSeconds: Int) -> Bool {
        identity.endsAt > 0 && unixSeconds >= identity.endsAt
    }

    /// Whether a token of Redis admitted the request, which can be looked up again.
    package var canAskAgain: Bool { tokenID != 0 && !embed.isInUse }

    /// Writes the look-up of the token's record once more, for an answer that lasts: one reply.
    package func askAgain(prefix: Span<UInt8>, into pipeline: inout RedisPipeline) {
        TokenRecord.writeLookup(id: tokenID, prefix: prefix, into: &pipeline)
    }

    /// Why the token of the reply that the link has just given out is no longer good; nil when it
    /// is, or when Redis cannot say.
    package mutating func judgeAgain(
        _ link: borrowing RedisLink, unixSeconds: Int
    ) -> Unauthenticated? {
        do throws(RedisFault) {
            let org = identity.org.toArray()
            let refusal = try TokenRecord.judge(
                link.pipeline.reply, id: tokenID, digest: digest, unixSeconds: unixSeconds,
                into: &identity)
            if refusal == nil, !org.span.equals(identity.org) { return .unknown }
            return refusal.map(Unauthenticated.init)
        } catch {
            return nil
        }
    }
}
