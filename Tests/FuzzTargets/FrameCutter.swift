/// A frame as it stands on the wire (RFC 9113 §4.1).
struct Frame {
    static let data: UInt8 = 0
    static let headers: UInt8 = 1
    static let reset: UInt8 = 3
    static let settings: UInt8 = 4
    static let push: UInt8 = 5
    static let ping: UInt8 = 6
    static let window: UInt8 = 8
    static let endStream: UInt8 = 1
    static let ack: UInt8 = 1
    static let padded: UInt8 = 8

    let type: UInt8
    let flags: UInt8
    let stream: Int32
    /// Bytes as the header says.
    let count: Int
    /// Those of them that are there.
    let payload: ArraySlice<UInt8>

    var isWhole: Bool { payload.count == count }

    /// What is there of the content of a DATA frame: padding counts as none.
    var content: ArraySlice<UInt8> {
        guard flags & Self.padded != 0 else { return payload }
        guard let padding = payload.first, Int(padding) < count else { return [] }
        return payload.dropFirst().prefix(count - 1 - Int(padding))
    }

    /// The payload's number at `index`, of so many bytes.
    func number(at index: Int, bytes: Int) -> Int {
        payload.dropFirst(index).prefix(bytes).reduce(0) { $0 << 8 | Int($1) }
    }

    /// The frame that `bytes` begin with; nil when its header is not whole.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= 9 else { return nil }
        let header = Array(bytes.prefix(9))
        count = header[..<3].reduce(0) { $0 << 8 | Int($1) }
        type = header[3]
        flags = header[4]
        stream = header[5...].reduce(0) { $0 << 8 | Int32($1) } & Int32.max
        payload = bytes.dropFirst(9).prefix(count)
    }
}

/// Cuts what goes one way over a connection into frames.
struct FrameCutter {
    /// Bytes ahead of the first frame.
    private var passing: Int
    private var bytes: [UInt8] = []
    private var start = 0

    init(passing: Int = 0) { self.passing = passing }

    mutating func append(_ more: [UInt8]) {
        bytes.removeFirst(start)
        start = 0
        let passed = min(passing, more.count)
        passing -= passed
        bytes += more[passed...]
    }

    /// The next whole frame.
    mutating func next() -> Frame? {
        guard let frame = underWay, frame.isWhole else { return nil }
        start += 9 + frame.count
        return frame
    }

    /// The frame that comes next, as far as it is there.
    var underWay: Frame? { Frame(bytes[start...]) }
}
