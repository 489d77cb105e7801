import Bytes
import JSON

/// The answer to a broken rule, in the bytes of Laravel's `ValidationException`.
extension RuleEvaluation {
    /// Appends `{"message":…,"errors":{…}}`, compact, as PHP's `json_encode` writes it.
    func append422(to buffer: inout ByteBuffer, _ program: borrowing InputProgram) {
        buffer.append("{\"message\":\"")
        guard let first = violations.first else {
            buffer.append("The given data was invalid.\",\"errors\":[]}")
            return
        }
        append(first, to: &buffer, program)
        let more = violations.count - 1
        if more > 0 {
            buffer.append(" (and ")
            buffer.append(decimal: more)
            buffer.append(more == 1 ? " more error)" : " more errors)")
        }
        buffer.append("\",\"errors\":")
        appendErrors(to: &buffer, program)
        buffer.append("}")
    }

    /// Appends the messages by attribute: a JSON object of lists.
    func appendErrors(to buffer: inout ByteBuffer, _ program: borrowing InputProgram) {
        guard !violations.isEmpty else {
            buffer.append("{}")
            return
        }
        buffer.append("{")
        for index in violations.indices {
            if index > 0, isSameAttribute(violations[index - 1], violations[index]) {
                buffer.append(",\"")
            } else {
                if index > 0 { buffer.append("],") }
                buffer.append("\"")
                append(attribute: violations[index], to: &buffer, program)
                buffer.append("\":[\"")
            }
            append(violations[index], to: &buffer, program)
            buffer.append("\"")
        }
        buffer.append("]}")
    }

    private func isSameAttribute(_ left: Violation, _ right: Violation) -> Bool {
        left.field == right.field && left.key == right.key
    }

    /// The attribute's dotted path.
    private func append(
        attribute violation: Violation, to buffer: inout ByteBuffer,
        _ program: borrowing InputProgram
    ) {
        if violation.key.isEmpty {
            let path = program.fields[Int(violation.field)].path
            buffer.appendJSON(unquoted: program.bytes.span.slice(path), style: .php)
        } else {
            buffer.appendJSON(unquoted: keys.span.slice(violation.key), style: .php)
        }
    }

    /// A broken rule's message.
    private func append(
        _ violation: Violation, to buffer: inout ByteBuffer, _ program: borrowing InputProgram
    ) {
        let op = program.rules[Int(violation.rule)]
        for index in op.message {
            switch program.pieces[Int(index)] {
            case .text(let range): buffer.append(program.bytes.span.slice(range))
            case .attribute: append(attribute: violation, to: &buffer, program)
            case .otherValue:
                buffer.appendJSON(unquoted: keys.span.slice(violation.other), style: .php)
            }
        }
    }
}
