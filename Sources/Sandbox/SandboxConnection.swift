import Bytes
import HTTP
import HTTP1
import Reactor

/// One connection to the sandbox: requests one after the other, each answered when its content has
/// been read.
struct SandboxConnection: ~Copyable {
    /// Whether to go on.
    enum Progress: Equatable {
        /// Nothing can be moved until the poller says so.
        case waiting
        case ended
    }

    private var socket: Socket?
    private var parser = RequestParser()
    private var head = RequestHead()
    private var reader = BodyReader()
    private var input = ByteBuffer()
    private var output = ByteBuffer()
    private var content = SandboxContent()
    private var isInBody = false
    /// What waits is sent, and then the connection closed.
    private var isLast = false

    init() {}

    mutating func open(_ socket: consuming Socket) {
        self.socket = consume socket
        parser.reset()
        input.removeAll()
        output.removeAll()
        content.removeAll()
        isInBody = false
        isLast = false
    }

    mutating func close() {
        socket = nil
        input.releaseStorage()
        output.releaseStorage()
        content.removeAll()
    }

    /// Reads, answers and writes until the kernel has nothing more to give or to take.
    mutating func serve(_ desk: inout SandboxDesk, unixSeconds: Int) -> Progress {
        while true {
            guard flush() else { return .ended }
            // A peer that does not read its answers is not read from either.
            guard output.isEmpty else { return .waiting }
            if isLast { return .ended }
            switch receive() {
            case .bytes: break
            case .wouldBlock: return .waiting
            case .closed, .failed: return .ended
            }
            while !isLast, advance(&desk, unixSeconds: unixSeconds) {}
        }
    }

    private mutating func receive() -> IOResult {
        switch socket {
        case .some(let socket): socket.receive(into: &input, atMost: Bounds.readBytes)
        case nil: .closed
        }
    }

    /// False when the connection is lost.
    private mutating func flush() -> Bool {
        while !output.isEmpty {
            switch send() {
            case .bytes(let count): output.consume(count)
            case .wouldBlock: return true
            case .closed, .failed: return false
            }
        }
        return true
    }

    private func send() -> IOResult {
        switch socket {
        case .some(let socket): socket.send(output.span)
        case nil: .closed
        }
    }

    /// Takes one step through the input. False when more of it is needed.
    private mutating func advance(_ desk: inout SandboxDesk, unixSeconds: Int) -> Bool {
        do throws(ProtocolFault) {
            guard isInBody else { return try begin() }
            guard try readBody() else { return false }
        } catch {
            desk.refuse(error.status, error.reason, into: &output)
            isLast = true
            return false
        }
        isInBody = false
        isLast = !head.keepAlive
        desk.answer(
            head, content, keepsConnection: head.keepAlive, unixSeconds: unixSeconds,
            into: &output)
        content.removeAll()
        return true
    }

    /// Reads a head. False when it is not whole.
    private mutating func begin() throws(ProtocolFault) -> Bool {
        guard !input.isEmpty,
            let count = try parser.parse(input, limits: HeadLimits(), into: &head)
        else { return false }
        input.consume(count)
        parser.reset()
        reader.start(head.framing)
        isInBody = true
        if head.expectsContinue, input.isEmpty {
            output.appendStatusLine(100)
            output.appendHeadEnd()
            _ = flush()
        }
        return true
    }

    /// Reads content. True when the request is to be answered.
    private mutating func readBody() throws(ProtocolFault) -> Bool {
        while true {
            var consumed = 0
            let step = try reader.next(input, consumed: &consumed)
            if case .data(let range) = step { content.append(range, of: input) }
            input.consume(consumed)
            guard content.count <= Bounds.sandboxBodyBytesMax else { throw .chunkTooLarge }
            switch step {
            case .needMore: return false
            case .end: return true
            case .data: continue
            }
        }
    }
}
