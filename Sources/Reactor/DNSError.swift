import CAres

/// Why a name has no addresses.
package enum DNSError: Error, Equatable, Sendable {
    /// The name does not exist (NXDOMAIN).
    case notFound
    /// The name exists and has no address.
    case noAddress
    /// The text is no domain name.
    case badName
    /// No server answered in time.
    case timedOut
    /// No server could be reached, or each of them refused or failed (REFUSED, SERVFAIL, NOTIMP,
    /// FORMERR): c-ares asks the next one then, and does not tell these apart in the end.
    case serverFailure
    /// The answer could not be read.
    case malformedAnswer
    /// The resolver was ended first.
    case cancelled
    /// Anything else, by c-ares's number (ares.h).
    case other(Int32)

    /// Whether the same question may have an answer soon, so that earlier addresses are worth
    /// keeping.
    package var isTransient: Bool {
        switch self {
        case .notFound, .noAddress, .badName: false
        default: true
        }
    }

    init(status: Int32) {
        self =
            switch status {
            case ARES_ENOTFOUND: .notFound
            case ARES_ENODATA: .noAddress
            case ARES_EBADNAME, ARES_ENONAME: .badName
            case ARES_ETIMEOUT: .timedOut
            case ARES_ECONNREFUSED, ARES_ESERVFAIL, ARES_EREFUSED, ARES_ENOTIMP, ARES_EFORMERR:
                .serverFailure
            case ARES_EBADRESP: .malformedAnswer
            case ARES_ECANCELLED, ARES_EDESTRUCTION: .cancelled
            default: .other(status)
            }
    }
}
