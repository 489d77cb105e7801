package import Bytes

/// A bearer token as Sanctum reads it out of an `Authorization` field (laravel.md §1), as
/// ranges into that field's value.
package struct BearerToken: Equatable, Sendable {
    /// The row's id of `id|secret`, without leading zeros; nil for a token that is looked up by
    /// hash.
    package let id: Int?
    /// What is hashed: all behind the first `|`, or the whole token when there is none.
    package let secret: ByteRange

    /// Why a field's value holds no token that could be looked up.
    package enum Fault: Error, Equatable, Sendable {
        /// No `Bearer ` in it, or nothing behind it.
        case missing
        /// Not digits before the `|`, nothing behind it, an id beyond 2^63 - 1, or too long.
        case malformed
    }

    /// Reads a field's value. As `bearerToken()` does: the last `Bearer `, in any case and
    /// anywhere, begins the token, and the next comma ends it.
    package init(authorization value: Span<UInt8>) throws(Fault) {
        let (start, end) = try Self.bounds(in: value)
        guard end - start <= Bounds.bearerBytesMax else { throw .malformed }
        guard let pipe = value.firstIndex(of: UInt8(ascii: "|"), from: start), pipe < end else {
            id = nil
            secret = ByteRange(start..<end)
            return
        }
        // PHP calls the string "0" empty as well; no secret is that short, so it needs no case
        // here.
        guard pipe > start, pipe + 1 < end else { throw .malformed }
        var number = 0
        for index in start..<pipe {
            let byte = value[index]
            guard ASCII.isDigit(byte) else { throw .malformed }
            let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(byte - 0x30))
            guard !overflow, !carry else { throw .malformed }
            number = sum
        }
        id = number
        secret = ByteRange((pipe + 1)..<end)
    }

    /// Finds an embed token, which stands in the same place. Only `missing` is thrown: how long it
    /// may be and of which form is the verifier's to say.
    package init(embedIn value: Span<UInt8>) throws(Fault) {
        let (start, end) = try Self.bounds(in: value)
        id = nil
        secret = ByteRange(start..<end)
    }

    private static func bounds(in value: Span<UInt8>) throws(Fault) -> (start: Int, end: Int) {
        guard let start = lastScheme(in: value) else { throw .missing }
        let end = value.firstIndex(of: UInt8(ascii: ","), from: start) ?? value.count
        guard end > start else { throw .missing }
        return (start, end)
    }

    /// Where the last `Bearer ` ends.
    private static func lastScheme(in value: Span<UInt8>) -> Int? {
        let length = 7
        // Nearly always it stands in front, and no other blank follows.
        if value.count >= length, value.firstIndex(of: ASCII.space) == length - 1,
            value.extracting(first: length).equalsIgnoringCase("bearer "),
            value.firstIndex(of: ASCII.space, from: length) == nil
        {
            return length
        }
        var start = value.count - length
        while start >= 0 {
            if value[start] | 0x20 == UInt8(ascii: "b"),
                value.extracting(start..<(start + length)).equalsIgnoringCase("bearer ")
            {
                return start + length
            }
            start -= 1
        }
        return nil
    }
}
