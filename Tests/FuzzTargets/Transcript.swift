import Bytes
package import HTTP
import HTTP1

/// What a connection's bytes were read as: the story that two ways of delivery must tell alike.
package struct Transcript: Equatable {
    /// One request that was read whole, as it would be written for the upstream.
    package struct Request: Equatable {
        package var head: String
        package var body: [UInt8]
    }

    package var requests: [Request] = []
    /// Why reading stopped, nil when the end of the input was reached.
    package var fault: ProtocolFault?
    /// Whether reading ended within a request, or within a head.
    package var isWaiting = false
    /// Whether anything of a head was read but not all of it.
    package var isWithinHead = false

    /// Reads `pieces` as they would arrive on one connection.
    package init(_ pieces: [[UInt8]], limits: HeadLimits = HeadLimits()) {
        var connection = Connection(limits: limits)
        do throws(ProtocolFault) {
            for piece in pieces { try connection.receive(piece, &self) }
        } catch {
            fault = error
        }
        isWaiting = connection.isWithinBody || connection.hasWaitingBytes
        isWithinHead = !connection.isWithinBody && connection.hasWaitingBytes
    }
}

/// The receiving side of a connection without its socket.
private struct Connection: ~Copyable {
    private let limits: HeadLimits
    private var input = ByteBuffer()
    private var parser = RequestParser()
    private var head = RequestHead()
    private var reader = BodyReader()
    private var body = ByteBuffer()
    private(set) var isWithinBody = false
    private var isUpgraded = false

    init(limits: HeadLimits) { self.limits = limits }

    var hasWaitingBytes: Bool { !input.isEmpty }

    mutating func receive(_ piece: [UInt8], _ story: inout Transcript) throws(ProtocolFault) {
        input.append(piece)
        // What follows a request for another protocol waits for the answer.
        while !isUpgraded {
            if !isWithinBody {
                guard let count = try parser.parse(input, limits: limits, into: &head) else {
                    return
                }
                input.consume(count)
                reader.start(head.framing)
                body.removeAll()
                isWithinBody = true
            }
            guard try readBody() else { return }
            isWithinBody = false
            isUpgraded = head.upgrade
            Cleaning().clean(&head)
            story.requests.append(.init(head: Self.forwarded(head), body: body.span.toArray()))
        }
    }

    private mutating func readBody() throws(ProtocolFault) -> Bool {
        var consumed = 0
        var step = BodyReader.Step.needMore
        repeat {
            step = try reader.next(input, consumed: &consumed)
            if case .data(let range) = step { body.append(range, of: input) }
        } while step != .end && step != .needMore
        input.consume(consumed)
        return step == .end
    }

    private static func forwarded(_ head: borrowing RequestHead) -> String {
        var output = ByteBuffer()
        output.appendRequestLine(head)
        if !head.authority.isEmpty {
            output.appendField("Host", head.text(head.authority))
        }
        output.appendFields(head)
        output.appendFraming(head.framing)
        output.appendHeadEnd()
        return output.span.toArray().map { String(UnicodeScalar($0)) }.joined()
    }
}
