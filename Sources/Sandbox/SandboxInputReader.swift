import Bytes
import Contract
import JSON

/// Reads bodies and queries, in storage that is kept from request to request.
struct SandboxInputReader: ~Copyable {
    private var tape = Tape()
    private var text = ByteBuffer()
    private var form = FormReader()

    /// What cannot be read has no fields, as what is no JSON has none for Laravel.
    mutating func read(
        _ encoding: InputEncoding, body: Span<UInt8>, query: Span<UInt8>
    ) -> SandboxInput {
        var input = SandboxInput()
        switch encoding {
        case .json:
            if (try? tape.parse(body)) != nil { input.body = Self.members(tape, body) }
        case .form: input.body = fields(body)
        case .multipart, .other: break
        }
        if query.count > 0 { input.query = fields(query) }
        return input
    }

    private mutating func fields(_ form: Span<UInt8>) -> [String: SandboxInput.Value] {
        tape.removeAll()
        text.removeAll()
        guard self.form.read(form, text: &text, tape: &tape) == nil else { return [:] }
        return Self.members(tape, text.span)
    }

    /// The members of the tape's object; of a name twice the last counts.
    private static func members(
        _ tape: borrowing Tape, _ text: Span<UInt8>
    ) -> [String: SandboxInput.Value] {
        guard !tape.isEmpty, tape[0].kind == .object else { return [:] }
        var members: [String: SandboxInput.Value] = [:]
        var index = 1
        while index < Int(tape[0].next) {
            members[string(tape[index], text)] = value(tape, at: index + 1, text)
            index = Int(tape[index + 1].next)
        }
        return members
    }

    private static func value(
        _ tape: borrowing Tape, at index: Int, _ text: Span<UInt8>
    ) -> SandboxInput.Value {
        let entry = tape[index]
        switch entry.kind {
        case .null: return .null
        case .string: return trimmed(entry, text).map { .text($0) } ?? .null
        case .array, .object:
            // PHP makes no difference between the two: an object's names are passed over.
            let step = entry.kind == .object ? 1 : 0
            var elements: [String?] = []
            var element = index + 1 + step
            while element < Int(entry.next) {
                let isText = tape[element].kind == .string
                elements.append(isText ? trimmed(tape[element], text) : nil)
                element = Int(tape[element].next) + step
            }
            return .list(elements)
        case .true, .false, .integer, .real, .key: return .other
        }
    }

    /// A text without blanks around it; nil where nothing is left.
    private static func trimmed(_ entry: TapeEntry, _ text: Span<UInt8>) -> String? {
        let bytes = Array(string(entry, text).utf8)
        let range = LaravelTrim.range(bytes.span, isUTF8: true)
        return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }

    private static func string(_ entry: TapeEntry, _ text: Span<UInt8>) -> String {
        let raw = text.extracting(Int(entry.start)..<Int(entry.start) + Int(entry.count))
        guard entry.isEscaped else { return raw.toString() }
        var decoded = ByteBuffer()
        JSONText.decode(raw, into: &decoded)
        return decoded.span.toString()
    }
}
