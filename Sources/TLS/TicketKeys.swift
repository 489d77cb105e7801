import Bytes
import COpenSSL
import Crypto

/// The keys that seal session tickets (RFC 5077 §4, RFC 8446 §4.6.1): the first seals, and all of
/// them open; what an older one opened is sealed anew. A plain value: every worker of every
/// listener holds a copy, which is what makes a session resumable on another worker.
package struct TicketKeys: Sendable {
    /// Bytes of a key in a file: its name, the key of its HMAC-SHA-256, its AES-256 key, as nginx
    /// has them.
    package static let keyBytes = 80

    let current: TicketKey
    private var older = InlineArray<3, TicketKey?>(repeating: nil)

    private init(_ current: TicketKey) { self.current = current }

    /// A new random key, and no older one.
    package static func generate() -> TicketKeys { TicketKeys(.generate()) }

    /// Keys that several gateways share, the sealing one first; nil unless each has `keyBytes`
    /// bytes and there are 1 to `Bounds.ticketKeysMax`.
    package init?(shared keys: [[UInt8]]) {
        guard let first = keys.first, keys.count <= Bounds.ticketKeysMax,
            keys.allSatisfy({ $0.count == Self.keyBytes })
        else { return nil }
        self.init(TicketKey(first))
        for (index, key) in keys.dropFirst().enumerated() { older[index] = TicketKey(key) }
    }

    /// A new random key in front of the current one; older ones are forgotten. Call it at intervals
    /// of `Bounds.ticketLifetimeSeconds` or less often, or tickets end before their time.
    package func rotated() -> TicketKeys {
        var keys = TicketKeys.generate()
        keys.older[0] = current
        return keys
    }

    /// The keys in order.
    var all: [TicketKey] {
        var keys = [current]
        for index in older.indices {
            guard let key = older[index] else { break }
            keys.append(key)
        }
        return keys
    }

    /// The key that a ticket names, and whether it should be replaced by a new ticket.
    func key(named name: Span<UInt8>) -> (key: TicketKey, isPrevious: Bool)? {
        if current.name.span.equals(name) { return (current, false) }
        for index in older.indices {
            guard let key = older[index] else { break }
            if key.name.span.equals(name) { return (key, true) }
        }
        return nil
    }
}

/// One key: AES-256-CBC for the ticket, HMAC-SHA-256 over it, and a name in front of both.
struct TicketKey: Sendable {
    var name = InlineArray<16, UInt8>(repeating: 0)
    var cipherKey = InlineArray<32, UInt8>(repeating: 0)
    var macKey = InlineArray<32, UInt8>(repeating: 0)

    init() {}

    /// A key of `TicketKeys.keyBytes` bytes.
    init(_ bytes: [UInt8]) {
        for index in name.indices { name[index] = bytes[index] }
        for index in macKey.indices { macKey[index] = bytes[16 + index] }
        for index in cipherKey.indices { cipherKey[index] = bytes[48 + index] }
    }

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
