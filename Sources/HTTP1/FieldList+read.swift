import HTTP

extension FieldList {
    /// Reads field lines as long as they are whole and there is nothing to object to. The line at
    /// which it stops is judged by the caller.
    mutating func appendAtOnce(
        _ input: Span<UInt8>, _ lines: inout LineReader, _ limits: HeadLimits
    ) throws(ProtocolFault) {
        while lines.isFresh, let (field, end) = FieldLine.parseAtOnce(input, from: lines.start) {
            if end > limits.headBytes { throw .headTooLarge }
            guard count < limits.fields else { throw .tooManyFields }
            append(field)
            lines.skip(to: end)
        }
    }

    /// Reads one field line, which is given without its CRLF.
    mutating func append(
        _ input: Span<UInt8>, _ line: Range<Int>, _ limits: HeadLimits
    ) throws(ProtocolFault) {
        guard count < limits.fields else { throw .tooManyFields }
        append(try FieldLine.parse(input, line))
    }
}
