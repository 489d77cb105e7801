package import Bytes

/// A `traceparent` as W3C Trace Context §3.2 defines it: which trace a request belongs to and which
/// step of it called us.
package struct TraceContext: Equatable, Sendable {
    /// Length in bytes of a version 00 value.
    package static let textBytes = 55

    /// The trace's 16 bytes, never all zero.
    package var traceHigh: UInt64
    package var traceLow: UInt64
    /// The caller's step, never 0.
    package var parent: UInt64
    /// The caller recorded this trace: the one flag that every version defines.
    package var isSampled: Bool

    package init(traceHigh: UInt64, traceLow: UInt64, parent: UInt64, isSampled: Bool) {
        self.traceHigh = traceHigh
        self.traceLow = traceLow
        self.parent = parent
        self.isSampled = isSampled
    }

    /// Reads a field value; nil where the specification says to ignore it and begin a new trace.
    package init?(_ text: Span<UInt8>) {
        guard text.count >= Self.textBytes, text[2] == Self.dash, text[35] == Self.dash,
            text[52] == Self.dash,
            let version = Self.hex(text, 0..<2), version != 0xFF,
            let high = Self.hex(text, 3..<19), let low = Self.hex(text, 19..<35),
            let parent = Self.hex(text, 36..<52), let flags = Self.hex(text, 53..<55),
            high | low != 0, parent != 0
        else { return nil }
        // A later version may have more behind a dash; this one may not.
        if text.count > Self.textBytes {
            guard version > 0, text[Self.textBytes] == Self.dash else { return nil }
        }
        self.init(traceHigh: high, traceLow: low, parent: parent, isSampled: flags & 1 == 1)
    }

    /// A new trace. `isSampled` decides for upstreams that follow their caller's decision.
    package init(startedBy source: inout IdentifierSource, isSampled: Bool) {
        self.init(
            traceHigh: source.next(), traceLow: source.nextNonZero(), parent: source.nextNonZero(),
            isSampled: isSampled)
    }

    /// The same trace with a step of our own: what the upstream is told.
    package func continued(by source: inout IdentifierSource) -> TraceContext {
        var next = self
        next.parent = source.nextNonZero()
        return next
    }

    /// Appends the value in version 00.
    package func append(to buffer: inout ByteBuffer) {
        buffer.append("00-")
        buffer.append(hex: traceHigh, digits: 16)
        buffer.append(hex: traceLow, digits: 16)
        buffer.append(Self.dash)
        buffer.append(hex: parent, digits: 16)
        buffer.append(isSampled ? "-01" : "-00")
    }

    private static var dash: UInt8 { UInt8(ascii: "-") }

    /// Lower-case hexadecimal digits only (§3.2.2).
    private static func hex(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        var value: UInt64 = 0
        for index in range {
            guard !ASCII.isUpper(text[index]), let digit = ASCII.hexValue(text[index]) else {
                return nil
            }
            value = value << 4 | UInt64(digit)
        }
        return value
    }
}
