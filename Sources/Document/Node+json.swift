package import Bytes

extension Node {
    /// Appends the node as compact JSON. Numbers keep their text where it is JSON's own; infinities
    /// and NaN, which JSON lacks, become null.
    package func appendJSON(to output: inout ByteBuffer) {
        switch content {
        case .mapping(let entries):
            output.append("{")
            for (position, entry) in entries.enumerated() {
                if position > 0 { output.append(",") }
                output.appendJSON(text: entry.key)
                output.append(":")
                entry.value.appendJSON(to: &output)
            }
            output.append("}")
        case .sequence(let elements):
            output.append("[")
            for (position, element) in elements.enumerated() {
                if position > 0 { output.append(",") }
                element.appendJSON(to: &output)
            }
            output.append("]")
        case .scalar(let text, _):
            appendScalar(text, to: &output)
        }
    }

    private func appendScalar(_ text: String, to output: inout ByteBuffer) {
        switch scalarKind {
        case .null: output.append("null")
        case .boolean: output.append(bool == true ? "true" : "false")
        case .integer, .number:
            if isJSONNumber(text) {
                output.append(string: text)
            } else if let int {
                output.append(decimal: int)
            } else if let number, number.isFinite {
                output.append(string: "\(number)")
            } else {
                output.append("null")
            }
        default: output.appendJSON(text: text)
        }
    }

    /// RFC 8259 §6, for a text already known to be a number of YAML: no plus, no leading zero,
    /// digits on both sides of the point, no radix.
    private func isJSONNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
        guard let first = digits.first, first &- 0x30 < 10 else { return false }
        if first == 0x30, let second = digits.dropFirst().first,
            second != UInt8(ascii: "."), second | 0x20 != UInt8(ascii: "e")
        {
            return false
        }
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else { return true }
        return point + 1 < digits.endIndex && digits[point + 1] &- 0x30 < 10
    }
}

extension ByteBuffer {
    /// Appends a JSON string (RFC 8259 §7): quotes, backslashes and controls escaped, all else as
    /// is.
    package mutating func appendJSON(text: String) {
        append("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x00..<0x20:
                append("\\u")
                append(hex: UInt64(byte), digits: 4)
            default: append(byte)
            }
        }
        append("\"")
    }
}
