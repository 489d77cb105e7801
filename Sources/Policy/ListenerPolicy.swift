package import Document
package import Reactor

/// An address that the gateway listens at.
package struct ListenerPolicy: Sendable {
    /// An IP address and port.
    package let address: SocketAddress
    /// Whose requests it takes; any other Host is answered 421. Never empty.
    package let hosts: [HostPattern]
    /// nil for a plaintext listener.
    package let tls: ListenerTLS?
    /// Whether every connection starts with a PROXY header (v1 or v2), sent by a trusted proxy.
    package let proxyProtocol: Bool
    /// Whether HTTP/2 is spoken beside HTTP/1.1.
    package let http2: Bool
    /// Where the policy says it, for messages about its certificates.
    package let mark: Mark
}

/// How a listener speaks TLS.
package struct ListenerTLS: Sendable, Equatable {
    /// Never empty; the server name chooses, the first is for clients that name none of them.
    package let certificates: [CertificatePolicy]
    package let minimumVersion: TLSVersion
    /// How clients prove who they are; nil asks none to.
    package let clients: ClientCertificatePolicy?
}

/// How a listener asks clients for certificates, and which it takes.
package struct ClientCertificatePolicy: Sendable, Equatable {
    /// PEM files and their names for messages.
    package let authorities: NamedFile
    package let revocation: NamedFile?
    package let mode: Mode
    /// Authorities between a client's certificate and its root.
    package let depth: Int

    package enum Mode: String, Sendable, CaseIterable {
        /// A client without a certificate is refused.
        case required
        /// It is served; with one that is not good it is refused.
        case optional
    }
}

/// A file's bytes, with its name for messages.
package struct NamedFile: Sendable, Equatable {
    package let bytes: [UInt8]
    package let file: String
}

/// A certificate chain and its private key, both PEM.
package struct CertificatePolicy: Sendable, Equatable {
    package let certificatePEM: [UInt8]
    package let keyPEM: Secret
    /// The files' names, for messages only.
    package let certificateFile: String
    package let keyFile: String
    /// An OCSP response in DER, to be stapled.
    package let ocspResponse: NamedFile?
}

/// The oldest version of TLS that is spoken.
package enum TLSVersion: String, Sendable, CaseIterable {
    case tls12 = "1.2"
    case tls13 = "1.3"
}

/// A host name, or `*.` and a parent domain whose direct children match, or `*` for every host.
package struct HostPattern: Sendable, Equatable {
    private enum Shape: Sendable, Equatable { case any, exact, child }

    private let shape: Shape
    /// Lower-cased; of a wildcard what follows the `*`, with its dot.
    private let name: [UInt8]

    /// Takes text that the reader has found valid.
    init(_ text: String) {
        let bytes = text.lowercased().utf8
        if text == "*" {
            shape = .any
            name = []
        } else if text.hasPrefix("*.") {
            shape = .child
            name = Array(bytes.dropFirst())
        } else {
            shape = .exact
            name = Array(bytes)
        }
    }

    /// - Parameter host: lower-cased, without its port.
    package func matches(_ host: Span<UInt8>) -> Bool {
        switch shape {
        case .any:
            return true
        case .exact:
            return host.count == name.count && ends(host)
        case .child:
            let label = host.count - name.count
            guard label > 0, ends(host) else { return false }
            for index in 0..<label where host[index] == 0x2E { return false }
            return true
        }
    }

    private func ends(_ host: Span<UInt8>) -> Bool {
        let start = host.count - name.count
        for index in name.indices where host[start + index] != name[index] { return false }
        return true
    }
}
