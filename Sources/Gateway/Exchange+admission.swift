import Bytes
import HTTP
import Identity
import Operations
import Quota

extension Exchange {
    /// Begins the admission with the `Authorization` that was found. A verdict comes at once when
    /// nothing has to be asked.
    mutating func beginAdmission(
        limit: Int?, client: ClientNetwork, tag: UInt64, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        Self.begin(
            &admission, head, authorization, limit: limit, client: client, tag: tag, desk: &desk,
            now: now)
    }

    private static func begin(
        _ admission: inout Admission, _ head: borrowing RequestHead, _ authorization: ByteRange,
        limit: Int?, client: ClientNetwork, tag: UInt64, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        admission.begin(
            authorization: head.text(authorization), limitIndex: limit, client: client, tag: tag,
            desk: &desk, now: now)
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
        case .expired: self = .expiredToken
        }
    }
}
