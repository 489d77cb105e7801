package import HTTP

/// When a request may be sent a second time.
package enum RetryRule {
    /// Why an attempt ended without an answer.
    package enum Failure: Sendable {
        /// The connection ended after (part of) the request was sent and before a byte of the
        /// answer.
        case closedBeforeAnswer
        /// A part of the answer arrived, or a time limit passed.
        case other
    }

    /// Whether the request may go to another connection.
    ///
    /// What was sent may be repeated only when the
    /// connection was an idle one (it may have been closing while we wrote, RFC 9112 §9.3.1), the
    /// method is idempotent (RFC 9110 §9.2.2) and the whole body is still at hand.
    package static func mayRepeat(
        after failure: Failure, method: Method, wasReused: Bool, bodyAtHand: Bool, attempts: Int
    ) -> Bool {
        guard bodyAtHand else { return false }
        switch failure {
        case .closedBeforeAnswer: return wasReused && method.isIdempotent && attempts < 2
        case .other: return false
        }
    }
}
