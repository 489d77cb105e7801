import Bytes

/// A field section as it came: where its parts stand in `SessionState.bytes`. Regular fields stand
/// there as HTTP/1.1 writes them, so that whoever passes them on copies them in one run.
struct HeaderBlock {
    let stream: Int32
    /// Where its text begins, and ends once it is whole.
    private(set) var start: Int
    var end = 0
    /// Its lines in `SessionState.lines`.
    private(set) var firstLine: Int
    var endLine = 0

    var method = ByteRange.empty
    var path = ByteRange.empty
    var authority = ByteRange.empty
    var scheme = ByteRange.empty
    /// `:protocol` of an extended CONNECT (RFC 8441).
    var connectProtocol = ByteRange.empty
    var status = ByteRange.empty
    /// Bytes as RFC 9113 §6.5.2 counts them.
    var size = 0
    /// There was more than the limits allow: the rest was not kept.
    var isTooLarge = false
    var hasTooManyFields = false
    /// The peer sends no content.
    var endsStream = false

    init(stream: Int32, start: Int, firstLine: Int) {
        self.stream = stream
        self.start = start
        self.firstLine = firstLine
    }

    /// What stood before it is gone: it begins at 0.
    mutating func moveToFront() {
        method.move(by: start)
        path.move(by: start)
        authority.move(by: start)
        scheme.move(by: start)
        connectProtocol.move(by: start)
        status.move(by: start)
        start = 0
        firstLine = 0
    }
}

/// A regular field's place.
struct HeaderLine {
    private(set) var name: ByteRange
    private(set) var value: ByteRange

    /// So many bytes before it are gone.
    mutating func move(by count: Int) {
        name.move(by: count)
        value.move(by: count)
    }
}

extension ByteRange {
    fileprivate mutating func move(by count: Int) {
        if !isEmpty { start -= UInt32(count) }
    }
}
