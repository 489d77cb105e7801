/// Why a message was refused before anything was judged. After any of them the connection is
/// closed: where the next message begins is not known, or not to be trusted.
package enum ProtocolFault: Error, Equatable, CaseIterable, Sendable {
    // The start line.
    case requestLine, method, version, unsupportedVersion, targetTooLong, statusLine

    // The target.
    case targetBytes, targetForm, connect, encodedByte, dotSegment, emptySegment, backslash
    case encodedSlash, nulByte, malformedURL, ambiguousSegment

    // The fields.
    case lineEnding, obsoleteFold, fieldName, fieldValue, headTooLarge, tooManyFields
    case connectionField, repeatedContentType, expectation

    // The host.
    case missingHost, repeatedHost, invalidHost, hostMismatch, unsecuredScheme

    // The framing.
    case contentLength, repeatedContentLength, transferEncoding, lengthAndEncoding
    case encodingInHTTP10

    // The content.
    case chunkSize, chunkTooLarge, chunkExtension, chunkLineTooLong, chunkEnd
    case trailer, trailerTooLarge, truncated

    /// The status that a client gets for it; from an upstream each of them is a 502.
    package var status: Int {
        switch self {
        case .unsupportedVersion: 505
        case .method, .connect: 501
        case .targetTooLong: 414
        case .headTooLarge, .tooManyFields: 431
        case .chunkTooLarge: 413
        case .expectation: 417
        case .unsecuredScheme: 421
        default: 400
        }
    }
}
