import Policy
import Reactor
import Redis
import TLS

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
            tls = redis.isTLS ? try Self.context(policy.redis) : nil
        }
    }

    private static func context(
        _ policy: RedisPolicy
    ) throws(Gateway.StartFault) -> TLSClientContext {
        let trust: TLSTrust = policy.caPEM.map { .authorities(pem: $0, file: "ca_file") } ?? .system
        do throws(TLSError) {
            return try TLSClientContext(trust: trust)
        } catch {
            throw .redis("\(error); \(error.remedy)")
        }
    }
}
