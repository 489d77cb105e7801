import Bytes
import HTTP
import HTTP1
import Operations
import Policy

/// Our own answers to clients of gRPC, which look for a status of their own: HTTP's would tell
/// them less. They are the fields alone ("Trailers-Only" in gRPC's specification of its use of
/// HTTP/2).
extension Exchange {
    /// Whether the request is gRPC's: `application/grpc`, perhaps with what its messages are
    /// written in. gRPC-Web is another protocol.
    var isGRPC: Bool {
        mutating get {
            guard let field = head.value(of: .contentType) else { return false }
            let text = head.text(field.value)
            let name = literalBytes("application/grpc")
            guard text.count >= name.count, text.extracting(first: name.count).equals(name) else {
                return false
            }
            return text.count == name.count || text[name.count] == UInt8(ascii: "+")
                || text[name.count] == UInt8(ascii: ";")
        }
    }

    mutating func composeGRPC(
        _ refusal: Refusal, _ status: Int, _ decision: Decision, _ rules: Rules,
        message: inout ByteBuffer
    ) {
        response.reset()
        response.status = 200
        message.removeAll()
        appendMessage(refusal, decision, to: &message)
        response.add(.contentType, "application/grpc")
        response.add(name: "grpc-status", decimal: Self.statusOfGRPC(status))
        let start = response.bytes.count
        Self.encode(message, to: &response.bytes)
        response.addField(name: "grpc-message", from: start)
        message.removeAll()
        addCORS(rules)
        addRefusalFields(decision)
        response.framing = .length(0)
    }

    /// The status for a client that has none of gRPC's, as its specification maps HTTP's
    /// ("HTTP to gRPC Status Code Mapping").
    private static func statusOfGRPC(_ status: Int) -> Int {
        switch status {
        case 400: 13  // INTERNAL
        case 401: 16  // UNAUTHENTICATED
        case 403: 7  // PERMISSION_DENIED
        case 404: 12  // UNIMPLEMENTED
        case 429, 502, 503, 504: 14  // UNAVAILABLE
        default: 2  // UNKNOWN
        }
    }

    /// Appends a message as `grpc-message` has it: percent-encoded but for visible ASCII, blanks
    /// among it.
    private static func encode(_ text: borrowing ByteBuffer, to output: inout ByteBuffer) {
        let bytes = text.span
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "%") {
                output.append(byte)
            } else {
                output.append("%")
                for digit in [byte >> 4, byte & 15] {
                    output.append(digit < 10 ? 48 + digit : 55 + digit)
                }
            }
        }
    }
}
