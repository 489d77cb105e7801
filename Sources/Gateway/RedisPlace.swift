package import Policy
import Reactor
import Redis
package import TLS

/// Where Redis is, as far as the policy says it.
struct RedisPlace {
    let credentials: RedisCredentials
    /// nil when the host is a name that must be resolved.
    let address: SocketAddress?
    let host: String
    let port: UInt16
    let tls: TLSClientContext?

    init(_ policy: Policy) throws(Gateway.StartFault) {
        let redis = policy.redis.address
        credentials = redis.credentials
        switch redis.endpoint {
        case .unix(let path):
            address = SocketAddress(unixPath: path)
            host = path
            port = 0
            tls = nil
        case .tcp(let host, let port):
            self.host = host
            self.port = UInt16(port)
            address = IPAddress(host).map { SocketAddress($0, port: UInt16(port)) }
            do throws(TLSError) {
                tls = redis.isTLS ? try TLSClientContext(policy.redis) : nil
            } catch {
                throw .redis("\(error); \(error.remedy)")
            }
        }
    }
}

extension TLSClientContext {
    /// The context that a `rediss://` policy asks for.
    package convenience init(_ policy: RedisPolicy) throws(TLSError) {
        try self.init(
            trust: policy.caPEM.map { .authorities(pem: $0, file: "ca_file") } ?? .system)
    }
}
