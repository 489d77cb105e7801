/// A field name that the gateway gives a meaning to; every other name is `other`.
///
/// At most 64 cases, so that a `FieldNameSet` is one word.
@usableFromInline package enum FieldName: UInt8, CaseIterable, Sendable {
    case other

    // What frames a message and belongs to one connection (RFC 9110 §7.6.1, RFC 9112).
    case host, connection, keepAlive, proxyConnection, te, trailer, transferEncoding, upgrade
    case contentLength, expect, proxyAuthorization, proxyAuthenticate, http2Settings

    // What describes content.
    case contentType, contentEncoding, contentRange

    // Who asks, and with which right.
    case authorization, cookie, setCookie, wwwAuthenticate, origin, referer, userAgent
    case xRequestedWith, xCSRFToken

    // What is asked and answered.
    case accept, acceptEncoding, cacheControl, date, server, location, vary, allow, range
    case retryAfter, xRateLimitLimit, xRateLimitRemaining, xRateLimitReset
    case accessControlRequestMethod, accessControlRequestHeaders, accessControlAllowOrigin

    // What the gateway tells the back end, and so nobody else may.
    case xRequestID, traceparent, tracestate
    case xForwardedFor, xForwardedProto, xForwardedHost, xForwardedPort
    /// Any other `X-Forwarded-…`.
    case xForwardedOther
    case forwarded
    /// `X-Real-IP`.
    case xRealIP
    /// `Client-IP`, and `X-Client-IP` and `X-Cluster-Client-IP`, which say the same.
    case clientIP
    /// `True-Client-IP`.
    case trueClientIP
    /// A verified client's certificate (RFC 9440).
    case clientCert, clientCertChain
    case xOriginalURL, xRewriteURL
    /// `Proxy`, which CGI turns into `HTTP_PROXY` ("httpoxy", CVE-2016-5385).
    case proxy
    /// `X-HTTP-Method-Override`, `X-HTTP-Method`, `X-Method-Override`.
    case methodOverride
    /// Any `X-Bawaba-…`.
    case xBawaba
}
