package import Bytes
import Crypto

/// What an assertion vouches for: the request as it goes upstream, and who makes it. For a request
/// without an identity the last five are empty.
package struct AssertionClaims: ~Escapable {
    package var method: Span<UInt8>
    /// The request target that is sent: path, and query behind `?`.
    package var target: Span<UInt8>
    /// `X-Request-Id`, `X-Bawaba-Org`, `-User`, `-Token-Id` and `-Abilities` as they are sent.
    package var requestID: Span<UInt8>
    package var org: Span<UInt8>
    package var user: Span<UInt8>
    package var tokenID: Span<UInt8>
    package var abilities: Span<UInt8>
    /// `X-Bawaba-Claims`, which only requests with an embed token have.
    package var embed: Span<UInt8>

    @_lifetime(
        copy method, copy target, copy requestID, copy org, copy user, copy tokenID,
        copy abilities, copy embed)
    package init(
        method: Span<UInt8>, target: Span<UInt8>, requestID: Span<UInt8>, org: Span<UInt8>,
        user: Span<UInt8>, tokenID: Span<UInt8>, abilities: Span<UInt8>, embed: Span<UInt8>
    ) {
        self.method = method
        self.target = target
        self.requestID = requestID
        self.org = org
        self.user = user
        self.tokenID = tokenID
        self.abilities = abilities
        self.embed = embed
    }
}

/// `X-Bawaba-Assertion`: how a back end knows that a request came through the gateway, and that
/// what the gateway says about it was not changed on the way.
///
///     t=<unix seconds>,v1=<64 lower-case hexadecimal digits>
///
/// `v1` is HMAC-SHA-256 (RFC 2104) under the upstream's key over these nine lines, joined with one
/// line feed each and none behind the last:
///
///     v1
///     <unix seconds>
///     <method>
///     <target>
///     <X-Request-Id>
///     <X-Bawaba-Org>
///     <X-Bawaba-User>
///     <X-Bawaba-Token-Id>
///     <X-Bawaba-Abilities>
///
/// and, when `X-Bawaba-Claims` is sent, a tenth:
///
///     <X-Bawaba-Claims>
///
/// Any other field that is not sent is an empty line. None of them can hold a line feed, so that no
/// two requests have the same text; one who knows of nine lines only refuses what has ten. A
/// verifier recomputes it from what it received, compares in constant time, and refuses a timestamp
/// more than `Bounds.assertionAgeSecondsMax` away from its clock.
package struct AssertionKey: Sendable {
    private let key: HMACSHA256Key

    /// A key of at least 32 bytes, as `openssl rand 32` gives them; nil for a shorter one.
    package init?(_ secret: Span<UInt8>) {
        guard secret.count >= 32 else { return nil }
        key = HMACSHA256Key(secret)
    }

    /// Appends the field's value.
    package func append(
        _ claims: borrowing AssertionClaims, unixSeconds: Int, to buffer: inout ByteBuffer
    ) {
        // What is signed stands in the buffer for as long as that takes: one run is hashed faster
        // than its pieces.
        let start = buffer.count
        buffer.append("v1\n")
        buffer.append(decimal: unixSeconds)
        Self.appendLines(claims, to: &buffer)
        let mac = key.authenticate(buffer.span.extracting(start...))
        buffer.truncate(to: start)
        buffer.append("t=")
        buffer.append(decimal: unixSeconds)
        buffer.append(",v1=")
        buffer.append(hex: mac.span)
    }

    /// Why an assertion does not hold.
    package enum Fault: Error, Equatable, Sendable {
        /// Not `t=…,v1=…`, or a claim with a line feed.
        case malformed
        /// Too old, or of a clock that is ahead.
        case stale
        /// Made under another key, or for another request.
        case mismatch
    }

    /// Verifies a field's value against what was received.
    package func verify(
        _ value: Span<UInt8>, _ claims: borrowing AssertionClaims, unixSeconds: Int
    ) throws(Fault) {
        guard value.starts(with: "t="), let comma = value.firstIndex(of: UInt8(ascii: ",")) else {
            throw .malformed
        }
        let timestamp = value.extracting(2..<comma)
        let rest = value.extracting(comma...)
        guard let time = timestamp.decimalValue(), rest.starts(with: ",v1="),
            let stated = SHA256Digest(hex: rest.extracting(4...)), claims.areLines
        else { throw .malformed }
        var text = ByteBuffer()
        text.append("v1\n")
        text.append(timestamp)
        Self.appendLines(claims, to: &text)
        guard key.authenticate(text.span) == stated else { throw .mismatch }
        guard abs(unixSeconds - time) <= Bounds.assertionAgeSecondsMax else { throw .stale }
    }

    /// Appends the lines behind the timestamp's, each with the line feed before it.
    private static func appendLines(
        _ claims: borrowing AssertionClaims, to buffer: inout ByteBuffer
    ) {
        buffer.append("\n")
        buffer.append(claims.method)
        buffer.append("\n")
        buffer.append(claims.target)
        buffer.append("\n")
        buffer.append(claims.requestID)
        buffer.append("\n")
        buffer.append(claims.org)
        buffer.append("\n")
        buffer.append(claims.user)
        buffer.append("\n")
        buffer.append(claims.tokenID)
        buffer.append("\n")
        buffer.append(claims.abilities)
        guard !claims.embed.isEmpty else { return }
        buffer.append("\n")
        buffer.append(claims.embed)
    }
}

extension AssertionClaims {
    /// Whether no claim holds a line feed.
    fileprivate var areLines: Bool {
        let lineFeed = ASCII.lf
        return method.firstIndex(of: lineFeed) == nil && target.firstIndex(of: lineFeed) == nil
            && requestID.firstIndex(of: lineFeed) == nil && org.firstIndex(of: lineFeed) == nil
            && user.firstIndex(of: lineFeed) == nil && tokenID.firstIndex(of: lineFeed) == nil
            && abilities.firstIndex(of: lineFeed) == nil && embed.firstIndex(of: lineFeed) == nil
    }
}
