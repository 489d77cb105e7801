import Bytes
import Reactor

/// The PROXY header that a balancer sends before the client's first byte.
extension Worker {
    /// Reads the header. False while it is not whole; a connection without a good one, or whose peer
    /// is no trusted proxy, is closed without an answer.
    mutating func readProxyHeader(_ handle: Handle) -> Bool {
        guard rules.isTrusted(downstreams[handle].client) else {
            closeDownstream(handle)
            return false
        }
        do throws(ProxyHeaderFault) {
            guard let header = try downstreams[handle].proxyHeader() else {
                return false
            }
            downstreams[handle].wire.input.consume(header.byteCount)
            if let source = header.source?.ip { downstreams[handle].client = source }
        } catch {
            closeDownstream(handle)
            return false
        }
        return startHandshake(handle)
    }
}
