import Bytes
import Reactor

/// Writes moments as RFC 3339 in UTC with milliseconds, `2026-11-22T18:40:17.123Z`. Calendar and
/// clock are worked out once per second: lines of one worker come in order.
struct SecondStamp: ~Copyable {
    private var seconds = Int.min
    /// `2026-11-22T18:40:17.`
    private var text = ByteBuffer()

    mutating func append(unixMilliseconds: Int, to buffer: inout ByteBuffer) {
        let milliseconds = (unixMilliseconds % 1000 + 1000) % 1000
        let second = (unixMilliseconds - milliseconds) / 1000
        if second != seconds { render(second) }
        buffer.append(text.span)
        buffer.append(zeroPadded: milliseconds, digits: 3)
        buffer.append(UInt8(ascii: "Z"))
    }

    private mutating func render(_ second: Int) {
        seconds = second
        let time = CivilTime(unixSeconds: second)
        text.removeAll()
        text.append(zeroPadded: time.year, digits: 4)
        text.append(UInt8(ascii: "-"))
        text.append(zeroPadded: time.month, digits: 2)
        text.append(UInt8(ascii: "-"))
        text.append(zeroPadded: time.day, digits: 2)
        text.append(UInt8(ascii: "T"))
        text.append(zeroPadded: time.hour, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(zeroPadded: time.minute, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(zeroPadded: time.second, digits: 2)
        text.append(UInt8(ascii: "."))
    }
}

extension ByteBuffer {
    /// Appends a number that is not negative in exactly `digits` decimal digits.
    fileprivate mutating func append(zeroPadded value: Int, digits: Int) {
        var scale = 1
        for _ in 1..<digits { scale *= 10 }
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(value / scale % 10))
            scale /= 10
        }
    }
}
