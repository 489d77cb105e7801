import Bytes
import COpenSSL
import Crypto

/// The keys that seal session tickets (RFC 5077 §4, RFC 8446 §4.6.1): a current one, and the one
/// before, whose tickets are still opened and then renewed. A plain value: every worker of every
/// listener holds a copy, which is what makes a session resumable on another worker.
package struct TicketKeys: Sendable {
    let current: TicketKey
    let previous: TicketKey?

    /// A new random key, and no previous one.
    package static func generate() -> TicketKeys {
        TicketKeys(current: .generate(), previous: nil)
    }

    /// A new random key in front of the current one; the previous one is forgotten. Call it at
    /// intervals of `Bounds.ticketLifetimeSeconds` or less often, or tickets end before their time.
    package func rotated() -> TicketKeys {
        TicketKeys(current: .generate(), previous: current)
    }

    /// The key that a ticket names, and whether it should be replaced by a new ticket.
    func key(named name: Span<UInt8>) -> (key: TicketKey, isPrevious: Bool)? {
        if current.name.span.equals(name) { return (current, false) }
        if let previous, previous.name.span.equals(name) { return (previous, true) }
        return nil
    }
}

/// One key: AES-256-CBC for the ticket, HMAC-SHA-256 over it, and a name in front of both.
struct TicketKey: Sendable {
    var name = InlineArray<16, UInt8>(repeating: 0)
    var cipherKey = InlineArray<32, UInt8>(repeating: 0)
    var macKey = InlineArray<32, UInt8>(repeating: 0)

    init() {}

    static func generate() -> TicketKey {
        var key = TicketKey()
        var name = key.name.mutableSpan
        SecureRandom.fill(&name)
        var cipherKey = key.cipherKey.mutableSpan
        SecureRandom.fill(&cipherKey)
        var macKey = key.macKey.mutableSpan
        SecureRandom.fill(&macKey)
        return key
    }
}

extension TicketKey {
    /// Keys OpenSSL's two contexts for sealing or opening one ticket.
    func prepare(
        cipher: OpaquePointer, mac: OpaquePointer, vector: UnsafeMutablePointer<UInt8>,
        isSealing: Bool
    ) -> Bool {
        let isKeyed = unsafe macKey.span.withUnsafeBufferPointer { key in
            // SAFETY: OpenSSL copies key and digest's name before EVP_MAC_init returns.
            unsafe bawaba_EVP_MAC_init_sha256(mac, key.baseAddress, key.count) == 1
        }
        guard isKeyed else { return false }
        return unsafe cipherKey.span.withUnsafeBufferPointer { key in
            // SAFETY: the key has the 32 bytes and the vector the 16 that AES-256-CBC reads.
            unsafe EVP_CipherInit_ex(
                cipher, EVP_aes_256_cbc(), nil, key.baseAddress, vector, isSealing ? 1 : 0) == 1
        }
    }
}

/// OpenSSL's ticket callback: SSL_CTX_set_tlsext_ticket_key_evp_cb(3).
///
/// - Returns: 1 to go on, 2 to go on and renew the ticket, 0 for a ticket of nobody's key, -1 on
///   failure.
func ticketKeyCallback(
    session: OpaquePointer?, name: UnsafeMutablePointer<UInt8>?,
    vector: UnsafeMutablePointer<UInt8>?, cipher: OpaquePointer?, mac: OpaquePointer?,
    isSealing: Int32
) -> Int32 {
    // SAFETY: the context's first slot holds the TLSServerContext, which every session retains.
    guard let name = unsafe name, let vector = unsafe vector, let cipher = unsafe cipher,
        let mac = unsafe mac,
        let owner = unsafe SSL_CTX_get_ex_data(SSL_get_SSL_CTX(session), 0)
    else { return -1 }
    let context = unsafe Unmanaged<TLSServerContext>.fromOpaque(owner).takeUnretainedValue()
    if isSealing == 1 {
        let key = context.ticketKeys.current
        // SAFETY: OpenSSL gives room for a name of 16 bytes and a vector of EVP_MAX_IV_LENGTH, 16.
        for index in 0..<16 { unsafe name[index] = key.name[index] }
        guard unsafe RAND_bytes(vector, 16) == 1 else { return -1 }
        return unsafe key.prepare(cipher: cipher, mac: mac, vector: vector, isSealing: true)
            ? 1 : -1
    }
    // SAFETY: a ticket's name has 16 bytes; OpenSSL checks the length before it calls.
    let presented = unsafe UnsafeBufferPointer(start: name, count: 16).span
    guard let (key, isPrevious) = context.ticketKeys.key(named: presented) else { return 0 }
    guard unsafe key.prepare(cipher: cipher, mac: mac, vector: vector, isSealing: false) else {
        return -1
    }
    return isPrevious ? 2 : 1
}
