package import Bytes
package import HTTP

/// Reading field sections: whatever nghttp2 leaves to be judged is judged here, as for HTTP/1.1.
extension HTTP2Session {
    /// Reads a request's head, which an event of kind `head` named.
    package mutating func readRequest(
        _ block: Int, into head: inout RequestHead
    ) throws(ProtocolFault) {
        // SAFETY: in this file, `box` is the state that this session owns.
        try unsafe box.pointee.readRequest(block, into: &head)
    }

    /// Trailers as HTTP/1.1 writes them, with the empty line behind them.
    package mutating func readTrailers(
        _ block: Int, into output: inout ByteBuffer
    ) throws(ProtocolFault) {
        let found = unsafe box.pointee.blocks[block]
        if found.isTooLarge || found.hasTooManyFields { throw .trailerTooLarge }
        unsafe output.append(found.start..<found.end, of: box.pointee.bytes)
        output.append("\r\n")
    }
}

extension SessionState {
    mutating func readRequest(_ index: Int, into head: inout RequestHead) throws(ProtocolFault) {
        let block = blocks[index]
        head.reset()
        if block.isTooLarge { throw .headTooLarge }
        if block.hasTooManyFields { throw .tooManyFields }
        head.bytes.append(block.start..<block.end, of: bytes)
        head.keepAlive = true
        try readMethod(block, into: &head)
        for line in lines[block.firstLine..<block.endLine] {
            head.fields.append(field(line, from: block.start))
        }
        joinCookies(&head, from: block.start)
        if block.path.count > limits.targetBytes { throw .targetTooLong }
        let path = bytes.span.slice(block.path)
        // An absolute form here would name a second authority (RFC 9113 §8.3.1).
        guard path.count > 0, path[0] == UInt8(ascii: "/") || path.equals("*") else {
            throw .targetForm
        }
        try head.setTarget(path, at: block.path.lowerBound - block.start)
        try readAuthority(block, into: &head)
        try readContent(block, into: &head)
    }

    private func readMethod(
        _ block: HeaderBlock, into head: inout RequestHead
    ) throws(ProtocolFault) {
        let method = bytes.span.slice(block.method)
        if method.count > Bounds.methodBytesMax { throw .method }
        for index in method.indices where !ASCII.isTokenByte(method[index]) { throw .method }
        head.method = Method(method)
        head.methodText = moved(block.method, from: block.start)
        guard head.method == .connect, !block.connectProtocol.isEmpty else { return }
        guard bytes.span.slice(block.connectProtocol).equals("websocket") else { throw .connect }
        head.connectProtocol = moved(block.connectProtocol, from: block.start)
        head.method = .get
        head.methodText = ByteRange(start: head.bytes.count, count: 3)
        head.bytes.append("GET")
    }

    /// A range of the session's bytes in the head's.
    private func moved(_ range: ByteRange, from start: Int) -> ByteRange {
        ByteRange(start: range.lowerBound - start, count: Int(range.count))
    }

    func field(_ line: HeaderLine, from start: Int) -> Field {
        let name = FieldName.scan(bytes.span, from: line.name.lowerBound)
        return Field(
            name: moved(line.name, from: start), value: moved(line.value, from: start),
            known: name.known, isLookalike: name.isLookalike, hasUnderscore: name.hasUnderscore)
    }

    /// Several `Cookie` fields are one value in pieces (RFC 9113 §8.2.3).
    private func joinCookies(_ head: inout RequestHead, from start: Int) {
        guard head.fields.repeated.contains(.cookie) else { return }
        let nameStart = head.bytes.count
        head.bytes.append("cookie: ")
        let valueStart = head.bytes.count
        for index in head.fields.indices {
            let field = head.fields[index]
            guard field.known == .cookie, !field.isLookalike else { continue }
            if head.bytes.count > valueStart { head.bytes.append("; ") }
            let place = field.value.lowerBound + start
            head.bytes.append(place..<(place + Int(field.value.count)), of: bytes)
        }
        let valueCount = head.bytes.count - valueStart
        head.bytes.append("\r\n")
        head.fields.drop(.cookie)
        head.fields.append(
            Field(
                name: ByteRange(start: nameStart, count: 6),
                value: ByteRange(start: valueStart, count: valueCount), known: .cookie))
    }

    /// Reads `:authority`, or `Host` where there is none; with both, they name the same under
    /// `:scheme` (RFC 9113 §8.3.1).
    private func readAuthority(
        _ block: HeaderBlock, into head: inout RequestHead
    ) throws(ProtocolFault) {
        if head.fields.repeated.contains(.host) { throw .repeatedHost }
        let authority = bytes.span.slice(block.authority)
        guard let host = head.value(of: .host) else {
            if authority.isEmpty { throw .missingHost }
            return try head.setAuthority(authority, at: block.authority.lowerBound - block.start)
        }
        let place = ByteRange(
            start: host.value.lowerBound + block.start, count: Int(host.value.count))
        let text = bytes.span.slice(place)
        if authority.isEmpty { return try head.setAuthority(text, at: host.value.lowerBound) }
        try head.setAuthority(authority, at: block.authority.lowerBound - block.start)
        let scheme = Target.Scheme(bytes.span.slice(block.scheme))
        guard try head.hasAuthority(text, under: scheme) else { throw .hostMismatch }
    }

    /// Reads how much content follows. nghttp2 holds the peer to the length that it names.
    private func readContent(
        _ block: HeaderBlock, into head: inout RequestHead
    ) throws(ProtocolFault) {
        if head.fields.repeated.contains(.contentType) { throw .repeatedContentType }
        head.expectsContinue = try head.asksForContinue() && !block.endsStream
        if block.endsStream || !head.connectProtocol.isEmpty {
            head.framing = .none
        } else if let field = head.value(of: .contentLength) {
            guard !head.fields.repeated.contains(.contentLength),
                let length = head.text(field.value).decimalValue()
            else { throw .contentLength }
            head.framing = .length(length)
        } else {
            head.framing = .chunked
        }
    }
}
