import Bytes
import HTTP
import Identity
import Operations
import Policy
import Quota

extension Exchange {
    /// Begins the admission with the `Authorization` that was found. A verdict comes at once when
    /// nothing has to be asked.
    mutating func beginAdmission(
        _ rules: Rules, client: ClientNetwork, tag: UInt64, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        guard let route, let token else { return .unauthenticated(.missing) }
        let limit = rules.table.plans[route].limit
        guard rules.table.plans[route].auth == .embed else {
            return Self.begin(
                &admission, head, authorization, limit: limit, client: client, tag: tag,
                desk: &desk, now: now)
        }
        return Self.beginEmbed(
            &admission, head, authorization.part(token.secret), slug: slug, limit: limit,
            client: client, tag: tag, desk: &desk, now: now)
    }

    private static func begin(
        _ admission: inout Admission, _ head: borrowing RequestHead, _ authorization: ByteRange,
        limit: Int?, client: ClientNetwork, tag: UInt64, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        admission.begin(
            authorization: head.text(authorization), limitIndex: limit, client: client, tag: tag,
            desk: &desk, now: now)
    }

    private static func beginEmbed(
        _ admission: inout Admission, _ head: borrowing RequestHead, _ token: ByteRange,
        slug: ByteRange, limit: Int?, client: ClientNetwork, tag: UInt64,
        desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        admission.beginEmbed(
            token: head.text(token), slug: head.text(slug),
            origin: head.text(head.value(of: .origin)?.value ?? .empty), limitIndex: limit,
            client: client, tag: tag, desk: &desk, now: now)
    }

    /// Where an embed token's claims stand in the head; empty where another token or none was
    /// admitted.
    var embedClaims: ByteRange {
        mutating get {
            guard admission.identity.isVisitor, let token else { return .empty }
            let range = authorization.part(token.secret)
            return range.part(EmbedToken.payload(of: head.text(range)))
        }
    }
}

extension ByteRange {
    /// A part of this range, where it stands in what this range is of.
    fileprivate func part(_ inner: ByteRange) -> ByteRange {
        ByteRange(start: lowerBound + inner.lowerBound, count: Int(inner.count))
    }
}

extension Decision {
    /// The decision that a token's fault leads to: one answer for clients, several words for the
    /// log.
    init(_ fault: Unauthenticated) {
        switch fault {
        case .missing: self = .missingToken
        case .malformed: self = .malformedToken
        case .unknown, .invalidRecord: self = .unknownToken
        case .wrongSecret: self = .wrongSecret
        case .expired, .embed(.expired): self = .expiredToken
        case .unknownKey: self = .unknownToken
        case .unavailableWidget: self = .unavailableWidget
        case .embed(.tooLarge), .embed(.malformed): self = .malformedToken
        case .embed(.forged): self = .forgedToken
        case .embed: self = .invalidToken
        }
    }
}
