import Bytes
package import HTTP

/// When a request may be sent a second time.
package enum RetryRule {
    /// Why an attempt did not bring the answer that was hoped for.
    package enum Failure: Sendable {
        /// The connection ended after (part of) the request was sent and before a byte of the
        /// answer.
        case closedBeforeAnswer
        /// The target said that it has not looked at the request (RFC 9113 §8.7), or never got it.
        case notProcessed
        /// The target said 502, 503 or 504.
        case unavailable
        /// A part of the answer arrived, or a time limit passed.
        case other
    }

    /// What is done about it.
    package enum Verdict: Equatable, Sendable {
        /// The request goes to another connection.
        case free
        /// It does so when the budget has a repeat left.
        case charged
        /// It would have, but for this.
        case refused(Obstacle)
        /// Nothing was to be repeated.
        case final
    }

    /// Why a failed request is not repeated although the policy asks for repeats.
    package enum Obstacle: Sendable {
        case method
        case streamedBody
        case most
        case budget
        case refusals

        /// The text in logs.
        package var text: StaticString {
            switch self {
            case .method: "not retried: the method is not idempotent"
            case .streamedBody: "not retried: the body was not held"
            case .most: "not retried: retries.max"
            case .budget: "not retried: retries.budget"
            case .refusals: "not retried: refused by every target that was asked"
            }
        }
    }

    /// Whether the request may go to another connection.
    ///
    /// What was sent may be repeated only when the method is idempotent (RFC 9110 §9.2.2) and the
    /// whole body is still at hand. A connection that had been idle may have been closing while we
    /// wrote (RFC 9112 §9.3.1): that is repeated once whatever the policy says, and costs nothing.
    ///
    /// What its target never looked at is safe to repeat whatever the method, and a few times costs
    /// nothing either: a target refuses before it has done any work, and a graceful restart refuses
    /// a hundred streams at once, which would empty any budget. Who refuses for ever is asked no
    /// more often than connections are tried; beyond that the policy and its budget count.
    ///
    /// - Parameters:
    ///   - bodyAtHand: the whole body can be sent again; after `notProcessed`, what has come of it.
    ///   - attempts: connections that were tried.
    ///   - retries: repeats that were charged to the budget.
    ///   - retriesMax: how many of these the policy allows; 0 asks for none.
    package static func judge(
        after failure: Failure, method: Method, wasReused: Bool, bodyAtHand: Bool, attempts: Int,
        retries: Int, retriesMax: Int
    ) -> Verdict {
        if failure == .other { return .final }
        if failure == .notProcessed {
            guard bodyAtHand else { return .refused(.streamedBody) }
            if attempts < Bounds.connectAttemptsMax { return .free }
            return retries < retriesMax ? .charged : .refused(.refusals)
        }
        let isSafe = method.isIdempotent && bodyAtHand
        if failure == .closedBeforeAnswer, wasReused, isSafe, attempts < 2 { return .free }
        guard retriesMax > 0 else { return .final }
        guard method.isIdempotent else { return .refused(.method) }
        guard bodyAtHand else { return .refused(.streamedBody) }
        return retries < retriesMax ? .charged : .refused(.most)
    }
}
