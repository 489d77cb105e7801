import Bytes
import Crypto

/// A key that signs and verifies one organization's embed tokens. It cannot be printed.
package struct EmbedKey: Sendable {
    /// The organization whose key it is; a token that names another one is refused.
    package let org: [UInt8]
    /// The key's id within the organization.
    package let kid: [UInt8]
    let mac: HMACSHA256Key

    /// Length of a secret in bytes: that of the digest, as RFC 2104 §3 asks for.
    package static var secretByteCount: Int { 32 }

    /// A key of a secret of 32 bytes; nil for one of another length, or names that are none. The
    /// caller wipes its copy of the secret.
    package init?(org: Span<UInt8>, kid: Span<UInt8>, secret: Span<UInt8>) {
        guard EmbedNames.isOrganization(org), EmbedNames.isKeyID(kid),
            secret.count == Self.secretByteCount
        else { return nil }
        self.org = org.toArray()
        self.kid = kid.toArray()
        mac = HMACSHA256Key(secret)
    }

    func belongs(to org: Span<UInt8>) -> Bool { self.org.span.equals(org) }

    func isNamed(_ kid: Span<UInt8>) -> Bool { self.kid.span.equals(kid) }
}

extension EmbedKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(embed key)" }
    package var debugDescription: String { "(embed key)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
