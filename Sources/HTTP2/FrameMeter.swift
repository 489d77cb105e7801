import Bytes

/// Follows the boundaries of a peer's frames (RFC 9113 §4.1), so that the session knows of each
/// one, also of those that nghttp2 passes over: frames of unknown types, and frames on streams that
/// are closed.
struct FrameMeter {
    /// A frame's first 9 bytes, as far as they matter here.
    struct Header: Equatable {
        static let byteCount = 9

        let type: UInt8
        let stream: Int32
        let payloadCount: Int
    }

    /// Bytes of a client's preface (RFC 9113 §3.4).
    static let prefaceCount = 24

    /// Bytes that belong to what was begun: a client's preface at first, payloads later.
    private var passing: Int
    private var bytes = InlineArray<9, UInt8>(repeating: 0)
    private var count = 0

    init(passing: Int) { self.passing = passing }

    /// Moves `position` to the end of the next frame header in `input`, and reads it; nil, and the
    /// end, when it is not whole.
    mutating func next(_ input: Span<UInt8>, from position: inout Int) -> Header? {
        let passed = min(passing, input.count - position)
        position += passed
        passing -= passed
        while position < input.count {
            bytes[count] = input[position]
            position += 1
            count += 1
            guard count == Header.byteCount else { continue }
            count = 0
            let header = read()
            passing = header.payloadCount
            return header
        }
        return nil
    }

    private func read() -> Header {
        let length = Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | Int(bytes[2])
        // The first bit is reserved, and ignored.
        let stream =
            UInt32(bytes[5] & 0x7F) << 24 | UInt32(bytes[6]) << 16 | UInt32(bytes[7]) << 8
            | UInt32(bytes[8])
        return Header(type: bytes[3], stream: Int32(stream), payloadCount: length)
    }
}

/// The streams that ended last, each side's own: what still comes for one that the peer ended is
/// its fault, what comes for one that we reset was on its way.
struct EndedStreams {
    private var numbers = InlineArray<256, Int32>(repeating: 0)
    private var next = 0

    mutating func insert(_ stream: Int32) {
        numbers[next] = stream
        next = (next + 1) % numbers.count
    }

    /// Through a span: each number that is asked of the array itself copies all of them.
    func contains(_ stream: Int32) -> Bool {
        let all = numbers.span
        for index in all.indices where all[index] == stream { return true }
        return false
    }
}
