import Bytes
import HTTP

/// `field-name ":" OWS field-value OWS` (RFC 9112 §5).
enum FieldLine {
    /// Reads the line, whose ranges stay offsets into `input`. Nothing stands between the name and
    /// the colon, and the value holds no control byte save the tab.
    static func parse(
        _ input: Span<UInt8>, _ line: Range<Int>
    ) throws(ProtocolFault) -> Field {
        let first = input[line.lowerBound]
        if first == ASCII.space || first == ASCII.tab { throw .obsoleteFold }
        let name = FieldName.scan(input, from: line.lowerBound)
        guard name.end > line.lowerBound, name.end < line.upperBound,
            input[name.end] == UInt8(ascii: ":")
        else { throw .fieldName }
        var low = name.end + 1
        var high = line.upperBound
        while low < high, input[low] == ASCII.space || input[low] == ASCII.tab { low += 1 }
        while high > low, input[high - 1] == ASCII.space || input[high - 1] == ASCII.tab {
            high -= 1
        }
        guard isValue(input.extracting(low..<high)) else { throw .fieldValue }
        return Field(
            name: ByteRange(line.lowerBound..<name.end), value: ByteRange(low..<high),
            known: name.known, isLookalike: name.isLookalike, hasUnderscore: name.hasUnderscore)
    }

    /// Whether all bytes may stand in a field value: visible ones, space, tab, and what lies beyond
    /// ASCII (RFC 9110 §5.5).
    static func isValue(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            if byte < 0x20 && byte != ASCII.tab || byte == 0x7F { return false }
        }
        return true
    }
}
