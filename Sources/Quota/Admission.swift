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
    /// 503.
    case redisFault(RedisFault)
}

/// Why a request is unauthenticated. For logs: clients see one answer for all of them.
package enum Unauthenticated: Equatable, Sendable {
    case missing, malformed, unknown, wrongSecret, expired, invalidRecord

    package var reason: StaticString {
        switch self {
        case .missing: "token_missing"
        case .malformed: "token_malformed"
        case .unknown: "token_unknown"
        case .wrongSecret: "token_wrong_secret"
        case .expired: "token_expired"
        case .invalidRecord: "token_invalid_record"
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
package struct Admission: ~Copyable {
    /// Replies that are due, in the order in which they arrive.
    struct Steps: OptionSet {
        let rawValue: UInt8
        static let tokenHash = Steps(rawValue: 1)
        static let token = Steps(rawValue: 2)
        static let org = Steps(rawValue: 4)
        static let debit = Steps(rawValue: 8)
        static let debitReturn = Steps(rawValue: 16)
        // Combinations by number: literals of option sets allocate in debug builds.
        static let tokenAndOrg = Steps(rawValue: 6)
        static let orgAndDebit = Steps(rawValue: 12)
        static let tokenOrgAndDebit = Steps(rawValue: 14)
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
    /// Whether the digest was in the desk's table, so that the debit went along.
    var wasVerified = false
    /// The organization that commands were written for before the token's record had arrived.
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
        if let wait = desk.failed.wait(for: client, nowMilliseconds: now.milliseconds) {
            return .throttled(
                QuotaDecision(
                    isAllowed: false, limit: desk.failed.burst, remaining: 0,
                    retryAfterSeconds: Int((wait + 999) / 1_000), unixSeconds: now.unixSeconds))
        }
        return token.id == nil ? askHash(desk: &desk, now: now) : askToken(desk: &desk, now: now)
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
}
