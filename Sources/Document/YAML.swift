import Bytes

/// Reads one YAML 1.2 document, or a JSON one, which is YAML too. Integer keys become their text.
///
/// Refused with a located error: what is not YAML, more or less than one document, a key twice in
/// one mapping, a key that is no scalar, unknown tags and aliases, and what exceeds the bounds in
/// size, nesting or (through aliases) number of nodes.
package func parseYAML(_ bytes: [UInt8], file: String) throws(DocumentError) -> Node {
    guard bytes.count <= Bounds.documentBytesMax else {
        throw DocumentError(
            "\(file) has \(bytes.count) bytes; at most \(Bounds.documentBytesMax) are read",
            at: nil, remedy: "split it, or leave out what the gateway does not need")
    }
    var events = try YAMLEvents(joiningSurrogates(bytes), file: file)
    var builder = NodeBuilder()
    while true {
        let (event, mark) = try events.next()
        if case .streamEnd = event { break }
        try builder.take(event, at: mark)
    }
    guard let root = builder.root else {
        throw DocumentError(
            "the document is empty", at: Mark(file: file, line: 1, column: 1),
            remedy: "is it the right file?")
    }
    return root
}

/// JSON writes characters beyond U+FFFF as two escapes (RFC 8259 §7), which libyaml refuses: such a
/// pair becomes YAML's one escape, `\U` and eight digits. YAML itself has no pairs, so that nothing
/// that it allows is changed.
private func joiningSurrogates(_ bytes: [UInt8]) -> [UInt8] {
    func unit(at index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt32 = 0
        for digit in bytes[(index + 2)..<(index + 6)] {
            guard let digit = ASCII.hexValue(digit) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
    let isJSON = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard isJSON == UInt8(ascii: "{") || isJSON == UInt8(ascii: "[") else { return bytes }
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
            joined.append(bytes[index])
            index += 1
            continue
        }
        if let high = unit(at: index), high >> 10 == 0x36, let low = unit(at: index + 6),
            low >> 10 == 0x37
        {
            let scalar = 0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF)
            let digits = String(scalar, radix: 16)
            joined.append(contentsOf: "\\U".utf8)
            joined.append(contentsOf: String(repeating: "0", count: 8 - digits.count).utf8)
            joined.append(contentsOf: digits.utf8)
            index += 12
        } else {
            joined.append(bytes[index])
            joined.append(bytes[index + 1])
            index += 2
        }
    }
    return joined
}
