import Bytes

extension Router {
    /// Whether a segment that no text of `node` equals does equal one in another reading.
    ///
    /// Servers differ in what they route by: some cut a segment's parameters off (RFC 3986 §3.3:
    /// `export;v=1` is `export`), many decode escapes first (`42%3Apurge` is `42:purge`). Where
    /// such a reading leads to other text than the bytes do, the request would be judged as one
    /// operation and served as another.
    func isMisread(_ segment: Span<UInt8>, below node: Int) -> Bool {
        guard nodes[node].hasEdges || nodes[node].mixedCount > 0 else { return false }
        let own = textChild(of: node, segment)
        let decoded = Self.decoded(segment)
        let cut = Self.decoded(Self.withoutParameters(segment))
        return leads(decoded.span, below: node, elsewhereThan: own)
            || leads(Self.withoutParameters(decoded.span), below: node, elsewhereThan: own)
            || leads(cut.span, below: node, elsewhereThan: own)
    }

    private func leads(
        _ reading: Span<UInt8>, below node: Int, elsewhereThan own: Int
    ) -> Bool {
        let child = textChild(of: node, reading)
        return child != 0 && child != own
    }

    /// The node behind the text or the mixed segment that matches, as `walk` prefers them; 0, the
    /// root, for none.
    private func textChild(of node: Int, _ segment: Span<UInt8>) -> Int {
        if let child = child(of: node, segment) { return child }
        let place = nodes[node]
        var captures = Captures()
        for index in Int(place.mixedStart)..<Int(place.mixedStart + place.mixedCount) {
            if capture(mixed[index], segment, 0..<segment.count, &captures) {
                return Int(mixed[index].child)
            }
            captures.truncate(to: 0)
        }
        return 0
    }

    @_lifetime(copy segment)
    private static func withoutParameters(_ segment: Span<UInt8>) -> Span<UInt8> {
        for index in segment.indices where segment[index] == UInt8(ascii: ";") {
            return segment.extracting(0..<index)
        }
        return segment
    }

    /// The segment with the escapes decoded that a template spells bare (RFC 3986 §3.3, `pchar`);
    /// all others a template has escaped, too. Normalised paths have whole escapes only.
    private static func decoded(_ segment: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(segment.count)
        var index = 0
        while index < segment.count {
            if segment[index] == UInt8(ascii: "%"), index + 2 < segment.count,
                let high = ASCII.hexValue(segment[index + 1]),
                let low = ASCII.hexValue(segment[index + 2]),
                PathTemplate.standsBare(high << 4 | low)
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(segment[index])
                index += 1
            }
        }
        return result
    }
}
