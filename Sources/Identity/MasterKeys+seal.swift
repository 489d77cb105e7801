package import Bytes
import Crypto

/// How an embed key's secret stands in Redis (`embed-key:<org>:<kid>`): base64url, without padding,
/// of
///
///     1 byte    version, 1
///     1 byte    length of the master key's id
///     1–16      the master key's id
///     12        nonce
///     32        ciphertext
///     16        tag
///
/// by AES-256-GCM under the master key, with the version's byte, the length of the organization's
/// id in one byte, that id, and the kid as associated data: a value that is copied to another key
/// does not open. It is text, a third longer than need be, because it passes through tools that do
/// not keep bytes as they are (redis-cli, JSON dumps, clients with serialisers of their own), and
/// base64url because it has one spelling only.
extension MasterKeys {
    /// Why a value does not open.
    package enum OpenFault: Error, Equatable, Sendable {
        /// Not what `seal` writes, or of a later version.
        case malformed
        /// Sealed under a master key that is not among these.
        case unknownMasterKey
        /// Changed, or sealed for another organization or kid, or under another key of that id.
        case notAuthentic
    }

    private static var version: UInt8 { 1 }

    /// Appends a new random secret, sealed. The secret itself is wiped and given to nobody; `open`
    /// makes the key of it. False, and nothing appended, when the names are none.
    package func sealNewSecret(
        org: Span<UInt8>, kid: Span<UInt8>, to buffer: inout ByteBuffer
    ) -> Bool {
        var secret = InlineArray<32, UInt8>(repeating: 0)
        var bytes = secret.mutableSpan
        SecureRandom.fill(&bytes)
        let isSealed = seal(secret: secret.span, org: org, kid: kid, to: &buffer)
        var rest = secret.mutableSpan
        wipe(&rest)
        return isSealed
    }

    /// Appends a secret of 32 bytes, sealed under the first key. False, and nothing appended, for a
    /// secret of another length or names that are none.
    package func seal(
        secret: Span<UInt8>, org: Span<UInt8>, kid: Span<UInt8>, to buffer: inout ByteBuffer
    ) -> Bool {
        guard let master = keys.first, secret.count == EmbedKey.secretByteCount,
            EmbedNames.isOrganization(org), EmbedNames.isKeyID(kid)
        else { return false }
        var sealed = ByteBuffer()
        sealed.append(Self.version)
        sealed.append(UInt8(master.id.count))
        sealed.append(master.id)
        var associated = ByteBuffer()
        Self.appendAssociated(org: org, kid: kid, to: &associated)
        do throws(AES256GCM.Fault) {
            try AES256GCM.seal(
                secret, key: master.key.span, associatedData: associated.span, to: &sealed)
        } catch {
            return false
        }
        Base64URL.encode(sealed.span, to: &buffer)
        return true
    }

    /// The key that a value of `embed-key:<org>:<kid>` holds.
    package func open(
        _ value: Span<UInt8>, org: Span<UInt8>, kid: Span<UInt8>
    ) throws(OpenFault) -> EmbedKey {
        let secretCount = EmbedKey.secretByteCount
        let countMax = 2 + Bounds.embedKeyIDBytesMax + secretCount + AES256GCM.overheadByteCount
        guard value.count <= Base64URL.encodedCount(countMax) else { throw .malformed }
        var sealed = ByteBuffer()
        guard Base64URL.decode(value, to: &sealed), sealed.count >= 2,
            sealed.span[0] == Self.version
        else { throw .malformed }
        let idEnd = 2 + Int(sealed.span[1])
        guard sealed.count == idEnd + secretCount + AES256GCM.overheadByteCount else {
            throw .malformed
        }
        let id = sealed.span.extracting(2..<idEnd).toArray()
        guard let master = keys.first(where: { $0.id == id }) else { throw .unknownMasterKey }
        var associated = ByteBuffer()
        Self.appendAssociated(org: org, kid: kid, to: &associated)
        var secret = ByteBuffer()
        do throws(AES256GCM.Fault) {
            try AES256GCM.open(
                sealed.span.extracting(idEnd...), key: master.key.span,
                associatedData: associated.span, to: &secret)
        } catch {
            throw .notAuthentic
        }
        let key = EmbedKey(org: org, kid: kid, secret: secret.span)
        secret.wipe()
        guard let key else { throw .malformed }
        return key
    }

    /// The id of the master key that a value says it is sealed under; nil for what is no sealed
    /// value. Once no value names an old master key any more, it can go.
    package static func masterKeyID(of value: Span<UInt8>) -> [UInt8]? {
        var sealed = ByteBuffer()
        guard Base64URL.decode(value, to: &sealed), sealed.count >= 2,
            sealed.span[0] == version
        else { return nil }
        let idEnd = 2 + Int(sealed.span[1])
        guard sealed.count > idEnd else { return nil }
        let id = sealed.span.extracting(2..<idEnd)
        return EmbedNames.isKeyID(id) ? id.toArray() : nil
    }

    /// One reading only: the organization's id has its length in front, the kid is the rest.
    private static func appendAssociated(
        org: Span<UInt8>, kid: Span<UInt8>, to buffer: inout ByteBuffer
    ) {
        buffer.append(version)
        buffer.append(UInt8(truncatingIfNeeded: org.count))
        buffer.append(org)
        buffer.append(kid)
    }
}
