import Bytes
import HTTP
import HTTP1

/// What a server of HTTP/1.1 sends is one answer, or none: the same however it arrives, with
/// content where it may have some and as much as it promised.
enum AnswerProperty {
    /// The first byte chooses what was asked, the limits, and where the bytes are cut.
    static func problem(_ input: [UInt8]) -> String? {
        guard let choice = input.first else { return nil }
        let bytes = Array(input.dropFirst())
        let method: Method = choice & 1 == 0 ? .get : .head
        let limits = choice & 2 == 0 ? HeadLimits() : HeadProperty.narrow
        let whole = Answer([bytes], method, limits)
        if let problem = whole.problem { return problem }
        let cut = Int(choice >> 2) * bytes.count / 64
        for pieces in [[Array(bytes[..<cut]), Array(bytes[cut...])], bytes.map { [$0] }] {
            let other = Answer(pieces, method, limits)
            if other != whole { return "whole: \(whole), in \(pieces.count) pieces: \(other)" }
        }
        return nil
    }
}

/// What some bytes were read as, by the steps that the gateway takes.
private struct Answer: Equatable {
    var heads: [String] = []
    var content: [UInt8] = []
    var trailers: [UInt8] = []
    var consumed = 0
    var isComplete = false
    var fault: ProtocolFault?
    /// What may not be, of whatever bytes.
    var problem: String?

    init(_ pieces: [[UInt8]], _ method: Method, _ limits: HeadLimits) {
        var parser = ResponseParser()
        var head = ResponseHead()
        var reader = BodyReader()
        var input = ByteBuffer()
        var hasHead = false
        do throws(ProtocolFault) {
            for piece in pieces where !isComplete {
                input.append(piece)
                while !hasHead {
                    guard
                        let count = try parser.parse(
                            input, answering: method, limits: limits, into: &head)
                    else { break }
                    input.consume(count)
                    consumed += count
                    note(head, method)
                    hasHead = !head.isInterim
                    if hasHead { reader.start(head.framing) }
                }
                if hasHead { try read(&input, &reader) }
            }
            if hasHead, head.framing == .untilClose {
                try reader.finish()
                isComplete = true
            }
        } catch {
            fault = error
            // How far it came within a piece is nobody's business.
            content = []
            consumed = 0
            heads = []
        }
        if fault == nil { trailers = reader.trailerBytes.span.toArray() }
        guard isComplete, let promised = head.contentLength, head.framing != .none else { return }
        if promised != content.count { problem = "\(content.count) bytes of \(promised)" }
    }

    private mutating func read(
        _ input: inout ByteBuffer, _ reader: inout BodyReader
    ) throws(ProtocolFault) {
        var position = 0
        steps: while true {
            switch try reader.next(input, consumed: &position) {
            case .data(let range): content += input.span.toArray()[range]
            case .needMore: break steps
            case .end:
                isComplete = true
                break steps
            }
        }
        input.consume(position)
        consumed += position
    }

    private mutating func note(_ head: borrowing ResponseHead, _ method: Method) {
        var text = "\(head.status) \(head.framing) \(head.keepAlive)"
        text += " \(head.text(head.reason).toArray())"
        for index in head.fields.indices {
            let name = head.text(head.fields[index].name).toArray()
            let value = head.text(head.fields[index].value).toArray()
            if name.isEmpty || !name.allSatisfy(ASCII.isTokenByte) { problem = "name \(name)" }
            let ends = [value.first, value.last]
            if ends.contains(32) || ends.contains(9) || value.contains(where: { $0 == 0 }) {
                problem = "value \(value)"
            }
            if value.contains(10) || value.contains(13) { problem = "two lines \(value)" }
            text += " \(name)=\(value)"
        }
        heads.append(text)
        if !(100...599).contains(head.status) { problem = "status \(head.status)" }
        let isBare = method == .head || head.status < 200 || [204, 304].contains(head.status)
        if isBare, head.framing != .none { problem = "content of a \(head.status)" }
    }
}
