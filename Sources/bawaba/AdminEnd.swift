import Bytes
import HTTP
import HTTP1
import Reactor

/// A running gateway as a command reaches it, by its admin listener or its control socket, and one
/// question to it.
struct AdminEnd {
    let address: SocketAddress
    /// Method and path.
    let line: String
    /// How messages speak of it, and how long it may take.
    let peer: BlockingWire.Peer
    /// What to do when it does not speak HTTP as a gateway does.
    let ifStrange: String

    struct Answer {
        let status: Int
        /// The content, without what a terminal would obey.
        let lines: [String]
    }

    /// Asks, and waits for the whole answer.
    func ask() throws(CommandFault) -> Answer {
        let deadline = BlockingWire.deadline(after: peer.milliseconds)
        var wire = try BlockingWire.connect(address, peer, deadline)
        let host = address.isUnix ? "localhost" : "\(address)"
        var request = ByteBuffer()
        request.append(
            string: "\(line) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
        while !request.isEmpty { request.consume(try wire.send(request, deadline)) }
        do {
            return try receive(&wire, deadline)
        } catch let fault as CommandFault {
            throw fault
        } catch {
            let kind = address.isUnix ? "control socket" : "admin listener"
            throw CommandFault("what answers at \(address) is no \(kind)", remedy: ifStrange)
        }
    }

    /// Reads the head and the content that it announces.
    private func receive(_ wire: inout BlockingWire, _ deadline: Int) throws -> Answer {
        var input = ByteBuffer()
        var parser = ResponseParser()
        var head = ResponseHead()
        var consumed: Int?
        while consumed == nil {
            try wire.receive(into: &input, deadline)
            consumed = try parser.parse(
                input, answering: .get, limits: HeadLimits(), into: &head)
        }
        input.consume(consumed ?? 0)
        var body = BodyReader(head.framing)
        var content = ByteBuffer()
        while true {
            var count = 0
            let step = try body.next(input, consumed: &count)
            if case .data(let range) = step { content.append(input.span.extracting(range)) }
            input.consume(count)
            guard content.count <= Bounds.healthBytesMax else { throw ProtocolFault.truncated }
            switch step {
            case .data: continue
            case .needMore: try wire.receive(into: &input, deadline)
            case .end: return Answer(status: head.status, lines: Self.lines(content))
            }
        }
    }

    private static func lines(_ content: borrowing ByteBuffer) -> [String] {
        content.span.toString().split(whereSeparator: \.isNewline).map { Terminal.clean("\($0)") }
    }
}
