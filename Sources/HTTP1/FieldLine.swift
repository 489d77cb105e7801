import Bytes
import HTTP

/// `field-name ":" OWS field-value OWS CRLF` (RFC 9112 §5).
enum FieldLine {
    /// Reads the whole line that begins at `start` when there is nothing to object to; nil
    /// otherwise, and then `parse` says what it is. Each byte is looked at once.
    @inline(__always)
    static func parseAtOnce(_ input: Span<UInt8>, from start: Int) -> (field: Field, end: Int)? {
        let name = FieldName.scan(input, from: start)
        guard name.end > start, name.end < input.count, input[name.end] == UInt8(ascii: ":"),
            let end = input.firstControl(from: name.end + 1), end + 1 < input.count,
            input[end] == ASCII.cr, input[end + 1] == ASCII.lf
        else { return nil }
        return (field(input, name, start, end), end + 2)
    }

    /// Reads the line without its CRLF; the ranges are offsets into `input`. Nothing stands between
    /// the name and the colon, and the value holds no control byte save the tab.
    static func parse(
        _ input: Span<UInt8>, _ line: Range<Int>
    ) throws(ProtocolFault) -> Field {
        let first = input[line.lowerBound]
        if first == ASCII.space || first == ASCII.tab { throw .obsoleteFold }
        let name = FieldName.scan(input, from: line.lowerBound)
        guard name.end > line.lowerBound, name.end < line.upperBound,
            input[name.end] == UInt8(ascii: ":")
        else { throw .fieldName }
        guard isValue(input.extracting((name.end + 1)..<line.upperBound)) else {
            throw .fieldValue
        }
        return field(input, name, line.lowerBound, line.upperBound)
    }

    @inline(__always)
    private static func field(
        _ input: Span<UInt8>, _ name: ScannedName, _ start: Int, _ end: Int
    ) -> Field {
        var low = name.end + 1
        var high = end
        while low < high, input[low] == ASCII.space || input[low] == ASCII.tab { low += 1 }
        while high > low, input[high - 1] == ASCII.space || input[high - 1] == ASCII.tab {
            high -= 1
        }
        return Field(
            name: ByteRange(start..<name.end), value: ByteRange(low..<high), known: name.known,
            isLookalike: name.isLookalike, hasUnderscore: name.hasUnderscore)
    }

    /// Where the field stands in `bytes` exactly as it would be written: name, `: `, value, CRLF.
    /// Nil when it stands there otherwise.
    static func asWritten(_ field: Field, _ bytes: Span<UInt8>) -> Range<Int>? {
        let colon = field.name.upperBound
        let end = field.value.upperBound
        guard field.value.lowerBound == colon + 2, end + 2 <= bytes.count,
            bytes[colon] == UInt8(ascii: ":"), bytes[colon + 1] == ASCII.space,
            bytes[end] == ASCII.cr, bytes[end + 1] == ASCII.lf
        else { return nil }
        return field.name.lowerBound..<(end + 2)
    }

    /// Whether all bytes may stand in a field value: visible ones, space, tab, and what lies beyond
    /// ASCII (RFC 9110 §5.5).
    static func isValue(_ text: Span<UInt8>) -> Bool { text.firstControl() == nil }
}
