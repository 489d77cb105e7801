import Bytes
import CLinux
import COpenSSL

/// Whose certificates a client believes.
package enum TLSTrust: Sendable {
    /// The authorities in a PEM file's bytes; the file's name is for messages.
    case authorities(pem: [UInt8], file: String)
    /// The authorities where OpenSSL looks for the system's: nowhere, in an empty root.
    case system
    /// Anybody. For tests and development: the connection is private from those who only listen.
    case anyone
}

/// What the TLS sessions towards one upstream have in common.
@safe
package final class TLSClientContext {
    private let context: ContextHandle
    private let isVerifying: Bool

    /// - Parameter protocols: offered in ALPN, the preferred first; none when empty.
    package init(
        trust: TLSTrust, minimumVersion: TLSVersion = .tls12, protocols: [String] = []
    ) throws(TLSError) {
        // SAFETY: OpenSSL's methods are constants; the calls are on the new context.
        context = try unsafe ContextHandle(
            TLS_client_method(), minimumVersion: minimumVersion, groups: ContextHandle.clientGroups)
        let raw = unsafe context.raw
        switch trust {
        case .authorities(let pem, let file):
            try context.trust(pem, file: file)
            isVerifying = true
        case .system:
            try Self.trustSystem(context)
            isVerifying = true
        case .anyone:
            isVerifying = false
        }
        unsafe SSL_CTX_set_verify(raw, isVerifying ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nil)
        try Self.offer(protocols, in: context)
    }

    private static func trustSystem(_ context: ContextHandle) throws(TLSError) {
        // SAFETY: constant strings of OpenSSL, or of this process's environment.
        let file = unsafe String(cString: X509_get_default_cert_file())
        let directory = unsafe String(cString: X509_get_default_cert_dir())
        let variable = unsafe getenv("SSL_CERT_FILE").map { unsafe String(cString: $0) }
        guard unsafe (access(variable ?? file, R_OK) == 0 || access(directory, R_OK) == 0),
            unsafe SSL_CTX_set_default_verify_paths(context.raw) == 1
        else {
            ErrorQueue.clear()
            throw .noSystemAuthorities(file: variable ?? file)
        }
    }

    private static func offer(_ protocols: [String], in context: ContextHandle) throws(TLSError) {
        if protocols.isEmpty { return }
        var list: [UInt8] = []
        for name in protocols {
            guard let count = UInt8(exactly: name.utf8.count), count > 0 else {
                throw .invalidProtocolName(name)
            }
            list.append(count)
            list.append(contentsOf: name.utf8)
        }
        // SAFETY: OpenSSL copies the list. Unlike its other functions, this returns 0 for success.
        guard unsafe SSL_CTX_set_alpn_protos(context.raw, list, UInt32(list.count)) == 0 else {
            throw .library(reason: ErrorQueue.takeReason())
        }
    }

    /// A session over a connection to a server that must prove to be `serverName`: a host name,
    /// which is also sent (RFC 6066 §3), or an IP address, which is not. It does not own the
    /// descriptor.
    package func makeSession(
        _ descriptor: Int32, serverName: String
    ) throws(TLSError) -> TLSSession {
        guard !serverName.isEmpty, serverName.utf8.count <= Bounds.serverNameBytesMax,
            !serverName.utf8.contains(0)
        else { throw .invalidServerName(serverName) }
        let session = try TLSSession(descriptor, context: context, owner: .client(self))
        // SAFETY: the session is live; OpenSSL copies the name.
        let parameters = unsafe SSL_get0_param(session.raw)
        let isAddress = unsafe X509_VERIFY_PARAM_set1_ip_asc(parameters, serverName) == 1
        if !isAddress {
            unsafe SSL_set_hostflags(session.raw, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
            guard unsafe SSL_set1_host(session.raw, serverName) == 1,
                unsafe bawaba_SSL_set_server_name(session.raw, serverName) == 1
            else {
                ErrorQueue.clear()
                throw .invalidServerName(serverName)
            }
        }
        ErrorQueue.clear()
        return session
    }
}
