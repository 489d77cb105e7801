import Bytes
package import Crypto

/// What an assertion vouches for: the request as it goes upstream, and who makes it. For a request
/// without an identity the last four are empty.
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

    @_lifetime(
        copy method, copy target, copy requestID, copy org, copy user, copy tokenID,
        copy abilities)
    package init(
        method: Span<UInt8>, target: Span<UInt8>, requestID: Span<UInt8>, org: Span<UInt8>,
        user: Span<UInt8>, tokenID: Span<UInt8>, abilities: Span<UInt8>
    ) {
        self.method = method
        self.target = target
        self.requestID = requestID
        self.org = org
        self.user = user
        self.tokenID = tokenID
        self.abilities = abilities
    }
}
