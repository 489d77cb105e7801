import Bytes

/// A field section as it came: where its parts stand in `SessionState.bytes`. Regular fields stand
/// there as HTTP/1.1 writes them, so that whoever passes them on copies them in one run.
struct HeaderBlock {
    let stream: Int32
    /// Where its text begins, and ends once it is whole.
    let start: Int
    var end = 0
    /// Its lines in `SessionState.lines`.
    let firstLine: Int
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
}

/// A regular field's place.
struct HeaderLine {
    let name: ByteRange
    let value: ByteRange
}
