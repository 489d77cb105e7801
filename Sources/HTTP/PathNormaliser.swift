import Bytes

/// Gives a path its one reading, or refuses it. See `RequestHead.setTarget`.
struct PathNormaliser: ~Copyable {
    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    /// Where the current segment begins in the output.
    private var segmentStart: Int
    private var utf8 = UTF8Check()

    /// Whether the path, which begins with `/`, is its own normalised form.
    static func isPlain(_ path: Span<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for index in path.indices {
            let byte = path[index]
            switch URIBytes.classOf(byte) {
            case UInt8(ascii: "u"):
                if byte == dot, previous == slash { return false }
            case UInt8(ascii: "p"): break
            case slash:
                if previous == slash { return false }
            default: return false
            }
            previous = byte
        }
        return true
    }

    /// Appends the normalised form of `path`, which begins with `/`.
    static func append(_ path: Span<UInt8>, to output: inout ByteBuffer) throws(ProtocolFault) {
        output.append(slash)
        var normaliser = PathNormaliser(segmentStart: output.count)
        var index = 1
        while index < path.count {
            index = try normaliser.step(path, index, &output)
        }
        guard normaliser.utf8.isComplete else { throw .malformedURL }
        try normaliser.checkSegment(output)
    }

    private init(segmentStart: Int) { self.segmentStart = segmentStart }

    /// Takes one byte or escape; returns where the next begins.
    private mutating func step(
        _ path: Span<UInt8>, _ index: Int, _ output: inout ByteBuffer
    ) throws(ProtocolFault) -> Int {
        let byte = path[index]
        switch URIBytes.classOf(byte) {
        case UInt8(ascii: "%"):
            try escape(path, index, &output)
            return index + 3
        case Self.slash:
            if output.count == segmentStart { throw .emptySegment }
            try checkSegment(output)
            output.append(byte)
            segmentStart = output.count
        case UInt8(ascii: "u"), UInt8(ascii: "p"):
            output.append(byte)
        default:
            throw byte == UInt8(ascii: "\\") ? .backslash : .targetBytes
        }
        guard utf8.isComplete else { throw .malformedURL }
        return index + 1
    }

    private mutating func escape(
        _ path: Span<UInt8>, _ index: Int, _ output: inout ByteBuffer
    ) throws(ProtocolFault) {
        guard index + 2 < path.count, let high = ASCII.hexValue(path[index + 1]),
            let low = ASCII.hexValue(path[index + 2])
        else { throw .encodedByte }
        let byte = high << 4 | low
        switch byte {
        case 0: throw .nulByte
        case Self.slash: throw .encodedSlash
        case UInt8(ascii: "\\"): throw .backslash
        default: break
        }
        guard utf8.accept(byte) else { throw .malformedURL }
        if URIBytes.isUnreserved(byte) {
            output.append(byte)
        } else {
            output.append(UInt8(ascii: "%"))
            output.append(Self.upperHexDigit(high))
            output.append(Self.upperHexDigit(low))
        }
    }

    private static func upperHexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x41 - 10 + value
    }

    /// Refuses `.` and `..`, and the same with parameters behind them (`..;a=b`), which some
    /// servers take for dot segments too.
    private func checkSegment(_ output: borrowing ByteBuffer) throws(ProtocolFault) {
        let segment = output.span.extracting(segmentStart..<output.count)
        var dots = 0
        while dots < segment.count, segment[dots] == Self.dot { dots += 1 }
        guard dots == 1 || dots == 2 else { return }
        if dots == segment.count || segment[dots] == UInt8(ascii: ";") { throw .dotSegment }
    }
}
