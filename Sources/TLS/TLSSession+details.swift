import Bytes
import COpenSSL

extension TLSSession {
    /// Whether the handshake resumed an earlier session, so that no certificate was verified anew.
    package var isResumed: Bool {
        // SAFETY: asks a live session.
        unsafe SSL_session_reused(raw) == 1
    }

    /// The version that was agreed on, such as `TLSv1.3`.
    package var versionText: StaticString {
        // SAFETY: asks a live session.
        switch unsafe SSL_version(raw) {
        case TLS1_3_VERSION: "TLSv1.3"
        case TLS1_2_VERSION: "TLSv1.2"
        default: "unknown"
        }
    }

    /// The name of the cipher suite, such as `TLS_AES_128_GCM_SHA256`. It allocates.
    package var cipherName: String {
        // SAFETY: OpenSSL returns a constant string, or nil before the handshake.
        guard let name = unsafe SSL_CIPHER_get_name(SSL_get_current_cipher(raw)) else { return "" }
        return unsafe String(cString: name)
    }

    /// The protocol that ALPN selected, such as `h2`; empty when none was.
    package var selectedProtocol: Span<UInt8> {
        @_lifetime(borrow self) get {
            var bytes: UnsafePointer<UInt8>?
            var count: UInt32 = 0
            unsafe SSL_get0_alpn_selected(raw, &bytes, &count)
            // SAFETY: the bytes belong to the session and do not change after the handshake.
            let name = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
            return unsafe _overrideLifetime(name.span, borrowing: self)
        }
    }

    /// The name that the client asked for (SNI), or that we asked the server for; empty when none.
    package var serverName: Span<UInt8> {
        @_lifetime(borrow self) get {
            // SAFETY: a string that belongs to the session and does not change after the handshake.
            guard let text = unsafe SSL_get_servername(raw, TLSEXT_NAMETYPE_host_name) else {
                return literalBytes("")
            }
            let count = unsafe strlen(text)
            let bytes = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            let name = unsafe UnsafeBufferPointer(start: bytes, count: count)
            return unsafe _overrideLifetime(name.span, borrowing: self)
        }
    }
}
