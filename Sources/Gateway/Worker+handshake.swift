import Bytes
import HTTP
import HTTP1
import Operations
import Reactor
import TLS

/// What becomes of connections whose TLS handshake is over.
extension Worker {
    /// The handshake is done: the connection learns who its client is.
    mutating func handshakeIsDone(_ handle: Handle) {
        recorder.add(.handshakes)
        if downstreams[handle].wire.isResumed { recorder.add(.handshakesResumed) }
        downstreams[handle].handshakeNanoseconds =
            clock.monotonicNanoseconds - downstreams[handle].acceptedAt
        downstreams[handle].identity = downstreams[handle].wire.clientCertificate
            .map(ClientIdentity.init)
    }

    /// The handshake came to nothing. What the client sent meanwhile is read for a while: closing
    /// at once would reset the connection and could take the alert away from it, which says why.
    mutating func handshakeFailed(_ handle: Handle) {
        let failure = HandshakeFailure(downstreams[handle].wire.handshakeFailure)
        guard failure != .closed else { return closeDownstream(handle) }
        count(failure, handle)
        downstreams[handle].wire.transport?.abandonTLS()
        downstreams[handle].wire.input.removeAll()
        if failure == .plainText { answerInPlainText(handle) }
        downstreams[handle].stage = .lingering
        linger(handle)
    }

    /// Who forgot the `s` of `https` is told, in the words of HTTP/1.1. A new connection has room
    /// for it.
    private mutating func answerInPlainText(_ handle: Handle) {
        let body: StaticString =
            "{\"message\":\"Bad Request: this port speaks TLS; ask with https.\"}"
        downstreams[handle].wire.output.appendStatusLine(400)
        downstreams[handle].wire.output.appendField("Date", clock.date)
        downstreams[handle].wire.output.appendField("Content-Type", "application/json")
        downstreams[handle].wire.output.appendFraming(.length(body.utf8CodeUnitCount))
        downstreams[handle].wire.output.appendField("Connection", "close")
        downstreams[handle].wire.output.appendHeadEnd()
        downstreams[handle].wire.output.append(body)
        _ = downstreams[handle].wire.flush()
        downstreams[handle].wire.output.removeAll()
    }

    /// The client did not finish its handshake in time. False for any other connection.
    mutating func handshakeTimedOut(_ handle: Handle) -> Bool {
        guard downstreams[handle].stage == .handshake else { return false }
        count(.timeout, handle)
        downstreams[handle].stage = .lingering
        closeDownstream(handle)
        return true
    }

    /// Counts a handshake that failed, and logs the first few of a second.
    mutating func count(_ failure: HandshakeFailure, _ handle: Handle) {
        var client = ByteBuffer()
        swap(&client, &scratch)
        client.removeAll()
        client.append(downstreams[handle].client)
        recorder.record(
            failure, unixMilliseconds: clock.unixNanoseconds / 1_000_000, client: client.span)
        swap(&client, &scratch)
    }
}

extension HandshakeFailure {
    init(_ failure: TLSFailure) {
        self =
            switch failure {
            case .closed: .closed
            case .alert: .alert
            case .plainText: .plainText
            case .version: .version
            case .cipher: .cipher
            case .applicationProtocol: .applicationProtocol
            case .missingCertificate: .missingCertificate
            case .unknownAuthority: .unknownAuthority
            case .expiredCertificate: .expiredCertificate
            case .revokedCertificate: .revokedCertificate
            case .badCertificate: .badCertificate
            case .violation: .violation
            }
    }
}

extension Wire {
    /// The certificate by which the client proved who it is, nil when it gave none.
    var clientCertificate: TLSClientCertificate? {
        switch transport {
        case .some(let transport): transport.withSession { $0.clientCertificate } ?? nil
        case nil: nil
        }
    }

    /// Why the handshake failed.
    var handshakeFailure: TLSFailure {
        switch transport {
        case .some(let transport): transport.withSession { $0.failure } ?? .closed
        case nil: .closed
        }
    }
}
