import Bytes
import Policy
import Reactor

/// The PROXY header that a balancer sends before the client's first byte.
extension Worker {
    /// Reads the header and nothing behind it, which may be a TLS handshake that OpenSSL reads from
    /// the socket itself. False while the header is not whole; a connection without a good one, or
    /// whose peer is no trusted proxy, is closed without an answer.
    mutating func readProxyHeader(_ handle: Handle) -> Bool {
        guard rules.isTrusted(downstreams[handle].client) else {
            closeDownstream(handle)
            return false
        }
        switch downstreams[handle].wire.peek() {
        case .bytes: break
        case .wouldBlock: return false
        case .closed, .failed:
            closeDownstream(handle)
            return false
        }
        do throws(ProxyHeaderFault) {
            guard let header = try downstreams[handle].proxyHeader() else { return false }
            downstreams[handle].wire.take(header.byteCount)
            if let source = header.source?.ip {
                downstreams[handle].client = source
                guard admitAddress(handle) else { return false }
            }
        } catch {
            closeDownstream(handle)
            return false
        }
        guard startHandshake(handle) else { return false }
        if downstreams[handle].stage == .head {
            setTimer(handle, rules.timeouts.idleMilliseconds)
        }
        return true
    }
}
