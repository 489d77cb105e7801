import Bytes

extension RequestHead {
    /// Reads the request target and keeps its one normalised reading.
    ///
    /// `raw` stands in `bytes` at `offset`; the normalised path is appended to `bytes` where it
    /// differs. `method` must be set. An absolute-form's authority becomes `authority` (RFC 9112
    /// §3.2.2), and a `Host` field has to name the same.
    ///
    /// What two parsers could read differently is refused: dot segments (also `%2e`), `//`, `\`
    /// (also `%5c`), NUL, encoded slashes, invalid escapes, bytes outside the URI grammar. Escapes
    /// of unreserved bytes are decoded, all others get upper-case digits (RFC 3986 §6.2.2). A
    /// trailing slash stays.
    package mutating func setTarget(
        _ raw: Span<UInt8>, at offset: Int
    ) throws(ProtocolFault) {
        if method == .connect { throw .connect }
        target = Target()
        guard raw.count > 0 else { throw .targetForm }
        if raw[0] == UInt8(ascii: "/") {
            try setPathAndQuery(raw, at: offset)
        } else if raw.equals("*") {
            guard method == .options else { throw .targetForm }
            target.form = .asterisk
            target.raw = ByteRange(start: offset, count: 1)
            target.path = target.raw
        } else {
            try setAbsoluteForm(raw, at: offset)
        }
    }

    private mutating func setAbsoluteForm(
        _ raw: Span<UInt8>, at offset: Int
    ) throws(ProtocolFault) {
        target.form = .absolute
        var start = 0
        if raw.count > 7, raw.extracting(first: 7).equalsIgnoringCase("http://") {
            target.scheme = .http
            start = 7
        } else if raw.count > 8, raw.extracting(first: 8).equalsIgnoringCase("https://") {
            target.scheme = .https
            start = 8
        } else {
            throw .targetForm
        }
        var end = start
        while end < raw.count, raw[end] != UInt8(ascii: "/"), raw[end] != UInt8(ascii: "?") {
            end += 1
        }
        try setAuthority(raw.extracting(start..<end), at: offset + start)
        if end == raw.count, method == .options {
            // RFC 9112 §3.2.4: without a path it is for the server itself.
            target.form = .asterisk
            target.raw = ByteRange(start: bytes.count, count: 1)
            target.path = target.raw
            bytes.append(UInt8(ascii: "*"))
            return
        }
        try setPathAndQuery(raw.extracting(end..<raw.count), at: offset + end)
    }

    private mutating func setPathAndQuery(
        _ raw: Span<UInt8>, at offset: Int
    ) throws(ProtocolFault) {
        let end = raw.firstIndex(of: UInt8(ascii: "?")) ?? raw.count
        if end < raw.count {
            let query = raw.extracting((end + 1)..<raw.count)
            for index in query.indices where !URIBytes.isQuery(query[index]) { throw .targetBytes }
            target.hasQuery = true
            target.query = ByteRange(start: offset + end + 1, count: query.count)
        }
        target.raw = ByteRange(start: offset, count: end)
        guard end > 0 else {
            // RFC 9112 §3.2.1: an empty path is sent as "/".
            target.path = ByteRange(start: bytes.count, count: 1)
            bytes.append(UInt8(ascii: "/"))
            return
        }
        let path = raw.extracting(first: end)
        if PathNormaliser.isPlain(path) {
            target.path = target.raw
        } else {
            let start = bytes.count
            try PathNormaliser.append(path, to: &bytes)
            target.path = ByteRange(start: start, count: bytes.count - start)
        }
    }
}
