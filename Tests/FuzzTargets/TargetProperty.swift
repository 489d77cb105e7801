import Bytes
import HTTP

/// A target that is taken has one reading: its path in normal form means what was sent, holds
/// nothing that a second parser could read otherwise, and is its own normal form.
enum TargetProperty {
    static func problem(_ input: [UInt8]) -> String? {
        for method in [Method.get, .options] {
            guard let target = Reading(input, method) else { continue }
            if let problem = problem(target, method) { return "\(problem): \(target)" }
        }
        return nil
    }

    private static func problem(_ target: Reading, _ method: Method) -> String? {
        if target.path == [UInt8(ascii: "*")] { return method == .options ? nil : "asterisk" }
        guard target.path.first == UInt8(ascii: "/") else { return "no path" }
        if target.path.contains(where: { $0 <= 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\\") }) {
            return "a byte that no path has"
        }
        let segments = target.path.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if segments.dropFirst().dropLast().contains(where: \.isEmpty) { return "empty segment" }
        for segment in segments {
            let name = decoded(Array(segment.prefix { $0 != UInt8(ascii: ";") }))
            if name == Array(".".utf8) || name == Array("..".utf8) { return "dot segment" }
            let bytes = decoded(Array(segment))
            if bytes.contains(0) || bytes.contains(UInt8(ascii: "\\")) { return "hidden byte" }
            if bytes.contains(UInt8(ascii: "/")) { return "hidden slash" }
        }
        if !target.raw.isEmpty, decoded(target.raw) != decoded(target.path) {
            return "another path"
        }
        guard let again = Reading(target.path, method) else { return "refused again" }
        return again.path == target.path ? nil : "not its own normal form"
    }

    /// The bytes with their escapes decoded.
    private static func decoded(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2,
                let value = UInt8(digits, radix: 16)
            {
                output.append(value)
                rest = rest.dropFirst(2)
            } else {
                output.append(byte)
            }
        }
        return output
    }
}

/// A target as it was read; nil when it was refused.
private struct Reading {
    var path: [UInt8] = []
    var raw: [UInt8] = []

    init?(_ input: [UInt8], _ method: Method) {
        var head = RequestHead()
        head.method = method
        head.bytes.append(input)
        guard (try? head.setTarget(input.span, at: 0)) != nil else { return nil }
        path = head.text(head.target.path).toArray()
        raw = head.text(head.target.raw).toArray()
    }
}
