import Bytes
import COpenSSL
import Crypto

/// A server's certificate chain and private key as the bytes of their PEM files, and the files'
/// names for messages.
package struct TLSCredentials: Sendable {
    package let certificatePEM: [UInt8]
    package let keyPEM: [UInt8]
    package let certificateFile: String
    package let keyFile: String
    /// An OCSP response to be stapled (RFC 6066 §8), in DER.
    package let ocspResponse: (der: [UInt8], file: String)?

    package init(
        certificatePEM: [UInt8], keyPEM: [UInt8], certificateFile: String, keyFile: String,
        ocspResponse: (der: [UInt8], file: String)? = nil
    ) {
        self.certificatePEM = certificatePEM
        self.keyPEM = keyPEM
        self.certificateFile = certificateFile
        self.keyFile = keyFile
        self.ocspResponse = ocspResponse
    }
}

/// What a listener's sessions are bound to: a ticket is good for the same listener, the same server
/// name and the same client authorities only. Without that, a client could resume where it would
/// not have been let in.
private struct TLSSessionScope: Sendable {
    let hash: SHA256

    init(listener: String, clientAuthorities: SHA256Digest) {
        var hash = SHA256()
        let name = Array(listener.utf8)
        hash.update(SHA256.digest(of: name.span).span)
        hash.update(clientAuthorities.span)
        self.hash = hash
    }
}

/// What the TLS sessions of one listener on one worker have in common.
///
/// Sessions are resumed from tickets alone, nothing is kept between connections; no early data is
/// taken (RFC 8446 §8: it could be replayed).
@safe
package final class TLSServerContext {
    // SAFETY: each has its own certificate; the first also begins every session.
    private let contexts: [ContextHandle]
    private let protocols: [[UInt8]]
    private let scope: TLSSessionScope

    /// The keys for tickets from now on. Tickets under keys that are no longer here are ignored,
    /// and their sessions begin anew.
    package var ticketKeys: TicketKeys

    /// - Parameters:
    ///   - credentials: the first serves clients that send no name or an unknown one.
    ///   - protocols: for ALPN, the preferred first. A client that offers only others is refused.
    ///   - clients: how clients prove who they are, whatever name they ask for; nil asks none to.
    ///   - listener: what tells the listener from others, such as its address in the policy.
    package init(
        credentials: [TLSCredentials], minimumVersion: TLSVersion, protocols: [String],
        ticketKeys: TicketKeys, clients: TLSClientVerification? = nil, listener: String
    ) throws(TLSError) {
        guard !credentials.isEmpty else { throw .noCertificates }
        var contexts: [ContextHandle] = []
        for one in credentials {
            // SAFETY: OpenSSL's methods are constants.
            let context = try unsafe ContextHandle(
                TLS_server_method(), minimumVersion: minimumVersion,
                groups: ContextHandle.serverGroups)
            try context.use(one)
            if let clients { try context.verifyClients(clients) }
            contexts.append(context)
        }
        var names: [[UInt8]] = []
        for name in protocols {
            guard 1...255 ~= name.utf8.count else { throw .invalidProtocolName(name) }
            names.append(Array(name.utf8))
        }
        self.contexts = contexts
        self.protocols = names
        scope = TLSSessionScope(
            listener: listener, clientAuthorities: clients?.digest ?? .zero)
        self.ticketKeys = ticketKeys
        for context in contexts { install(context) }
    }

    /// Files with OCSP responses that are too old to be handed out.
    package var expiredResponses: [String] {
        contexts.compactMap { $0.stapled.flatMap { $0.isExpired ? $0.file : nil } }
    }

    /// A session for an accepted connection. It does not own the descriptor.
    package func makeSession(_ descriptor: Int32) throws(TLSError) -> TLSSession {
        try TLSSession(descriptor, context: contexts[0], owner: .server(self))
    }

    private func install(_ context: ContextHandle) {
        // SAFETY: the callbacks run within calls on a session, and a session retains this object.
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        let raw = unsafe context.raw
        unsafe SSL_CTX_set_ex_data(raw, 0, owner)
        _ = unsafe bawaba_SSL_CTX_set_session_cache_mode(raw, Int(SSL_SESS_CACHE_OFF))
        _ = unsafe SSL_CTX_set_timeout(raw, Bounds.ticketLifetimeSeconds)
        // One for each connection, resumed ones included. OpenSSL's two cost a write of their own.
        _ = unsafe SSL_CTX_set_num_tickets(raw, 1)
        _ = unsafe SSL_CTX_set_tlsext_ticket_key_evp_cb(raw, ticketKeyCallback)
        _ = unsafe SSL_CTX_set_max_early_data(raw, 0)
        _ = unsafe SSL_CTX_set_recv_max_early_data(raw, 0)
        unsafe SSL_CTX_set_client_hello_cb(raw, clientHelloCallback, owner)
        // Its presence makes OpenSSL keep the name with the session and acknowledge it.
        unsafe bawaba_SSL_CTX_set_servername_callback(raw) { _, _, _ in SSL_TLSEXT_ERR_OK }
        if !protocols.isEmpty {
            unsafe SSL_CTX_set_alpn_select_cb(raw, protocolCallback, owner)
        }
    }

    /// Chooses the certificate for `name`: the first that has the very name, else the first that
    /// has a matching wildcard, else the first of all.
    fileprivate func context(for name: Span<UInt8>) -> ContextHandle {
        guard !name.isEmpty, contexts.count > 1 else { return contexts[0] }
        for context in contexts where context.isCertificate(for: name, allowWildcard: false) {
            return context
        }
        for context in contexts where context.isCertificate(for: name, allowWildcard: true) {
            return context
        }
        return contexts[0]
    }

    /// The session id context of a client that asks for `name`: 32 bytes, which is OpenSSL's limit.
    fileprivate func scopeDigest(for name: Span<UInt8>) -> SHA256Digest {
        var hash = scope.hash
        var lowercased = InlineArray<255, UInt8>(repeating: 0)
        for index in name.indices { lowercased[index] = ASCII.lowercased(name[index]) }
        hash.update(lowercased.span.extracting(first: name.count))
        return hash.finish()
    }

    fileprivate func selectProtocol(_ offered: Span<UInt8>) -> ByteRange {
        ClientHello.selectProtocol(protocols, offered: offered)
    }
}

/// Runs before OpenSSL looks at tickets, unlike the server-name callback: the session id context
/// that is set here decides whether a ticket may be used.
private func clientHelloCallback(
    session: OpaquePointer?, alert: UnsafeMutablePointer<Int32>?, owner: UnsafeMutableRawPointer?
) -> Int32 {
    // SAFETY: only asks whether there are pointers.
    guard let session = unsafe session, let owner = unsafe owner else {
        return SSL_CLIENT_HELLO_ERROR
    }
    // SAFETY: `owner` is the context that installed this callback; the session retains it.
    let context = unsafe Unmanaged<TLSServerContext>.fromOpaque(owner).takeUnretainedValue()
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    let isNamed =
        unsafe SSL_client_hello_get0_ext(
            session, UInt32(TLSEXT_TYPE_server_name), &bytes, &count) == 1
    // SAFETY: OpenSSL lends the extension's bytes until the callback returns.
    let `extension` = unsafe UnsafeBufferPointer(start: bytes, count: isNamed ? count : 0).span
    let name = `extension`.slice(ClientHello.hostName(`extension`))
    let chosen = context.context(for: name)
    let scope = context.scopeDigest(for: name)
    // SAFETY: both are live; OpenSSL retains the context and copies the scope's 32 bytes.
    guard unsafe SSL_set_SSL_CTX(session, chosen.raw) != nil else { return SSL_CLIENT_HELLO_ERROR }
    let isScoped = unsafe scope.span.withUnsafeBufferPointer {
        unsafe SSL_set_session_id_context(session, $0.baseAddress, UInt32($0.count)) == 1
    }
    return isScoped ? SSL_CLIENT_HELLO_SUCCESS : SSL_CLIENT_HELLO_ERROR
}

private func protocolCallback(
    session: OpaquePointer?, selected: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    selectedCount: UnsafeMutablePointer<UInt8>?, offered: UnsafePointer<UInt8>?,
    offeredCount: UInt32, owner: UnsafeMutableRawPointer?
) -> Int32 {
    // SAFETY: only asks whether there are pointers.
    guard let owner = unsafe owner, let offered = unsafe offered else {
        return SSL_TLSEXT_ERR_ALERT_FATAL
    }
    // SAFETY: as for the other callback. OpenSSL copies the selected bytes, which are part of the
    // client's list.
    let context = unsafe Unmanaged<TLSServerContext>.fromOpaque(owner).takeUnretainedValue()
    let list = unsafe UnsafeBufferPointer(start: offered, count: Int(offeredCount)).span
    let range = context.selectProtocol(list)
    if range.isEmpty { return SSL_TLSEXT_ERR_ALERT_FATAL }
    unsafe selected?.pointee = offered + range.lowerBound
    unsafe selectedCount?.pointee = UInt8(range.count)
    return SSL_TLSEXT_ERR_OK
}
