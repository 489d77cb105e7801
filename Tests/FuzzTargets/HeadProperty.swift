import Bytes
package import HTTP
import HTTP1

/// Bytes over HTTP/1.1 have one reading, however they arrive, and what goes on has the same.
package enum HeadProperty {
    /// So small that random bytes reach them.
    package static let narrow = HeadLimits(targetBytes: 60, headBytes: 160, fields: 6)

    /// What does not hold of `input` read as requests and as an answer. The first byte chooses the
    /// limits, and where the bytes are cut.
    static func problem(_ input: [UInt8]) -> String? {
        guard let choice = input.first else { return nil }
        let bytes = Array(input.dropFirst())
        let limits = choice & 1 == 0 ? HeadLimits() : narrow
        let cut = Int(choice >> 1) * bytes.count / 128
        return ambiguity(bytes, limits, cuts: cut...cut) ?? answerAmbiguity(bytes, limits)
    }

    /// Nil when the bytes tell the same story whole, in two pieces cut at each of `cuts`, and byte
    /// by byte, and what is forwarded of it is read as what was meant.
    package static func ambiguity(
        _ bytes: [UInt8], _ limits: HeadLimits, cuts: ClosedRange<Int>
    ) -> String? {
        let whole = Transcript([bytes], limits: limits)
        for cut in cuts {
            let pieces = [Array(bytes[..<cut]), Array(bytes[cut...])]
            if Transcript(pieces, limits: limits) != whole { return "cut at \(cut): \(bytes)" }
        }
        let single = Transcript(bytes.map { [$0] }, limits: limits)
        if single != whole { return "byte by byte: \(bytes)" }
        return forwardingProblem(whole)
    }

    private static func forwardingProblem(_ story: Transcript) -> String? {
        for request in story.requests where !request.head.contains("Transfer-Encoding") {
            let head = request.head.unicodeScalars.map { UInt8($0.value) }
            let again = Transcript([head + request.body])
            if again.requests == [request], again.fault == nil, !again.isWaiting { continue }
            // An HTTP/1.0 request may name no host; what goes on is HTTP/1.1 and the gateway's
            // to name.
            if again.fault == .missingHost { continue }
            return "forwarded with another reading: \(request.head)"
        }
        return nil
    }

    /// An answer's head is read alike whole and byte by byte.
    private static func answerAmbiguity(_ bytes: [UInt8], _ limits: HeadLimits) -> String? {
        let whole = answer([bytes], limits)
        let single = answer(bytes.map { [$0] }, limits)
        return whole == single ? nil : "an answer: \(whole), byte by byte \(single)"
    }

    private static func answer(_ pieces: [[UInt8]], _ limits: HeadLimits) -> String {
        var parser = ResponseParser()
        var head = ResponseHead()
        var input = ByteBuffer()
        for piece in pieces {
            input.append(piece)
            do throws(ProtocolFault) {
                let count = try parser.parse(input, answering: .get, limits: limits, into: &head)
                guard let count else { continue }
                return describe(head, count)
            } catch {
                return "\(error)"
            }
        }
        return "incomplete"
    }

    private static func describe(_ head: borrowing ResponseHead, _ count: Int) -> String {
        var text = "\(count) \(head.status) \(head.framing) \(head.keepAlive)"
        text += " \(head.text(head.reason).toArray())"
        for index in head.fields.indices {
            let field = head.fields[index]
            text += " \(head.text(field.name).toString())=\(head.text(field.value).toArray())"
        }
        return text
    }
}
