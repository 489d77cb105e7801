import Bytes
import HTTP

extension RequestHead {
    /// Reads `Host` (RFC 9112 §3.2): exactly one on HTTP/1.1, at most one on HTTP/1.0. An
    /// absolute-form's authority goes before it (§3.2.2), and it has to name the same.
    mutating func resolveHost(_ input: Span<UInt8>) throws(ProtocolFault) {
        if fields.repeated.contains(.host) { throw .repeatedHost }
        guard let field = fields.first(.host) else {
            if versionMinor > 0 { throw .missingHost }
            return
        }
        let value = input.slice(field.value)
        guard !authority.isEmpty else {
            return try setAuthority(value, at: field.value.lowerBound)
        }
        guard try hasAuthority(value, under: target.scheme) else { throw .hostMismatch }
    }

    /// Reads `Connection`, `Upgrade` and `Expect`.
    mutating func resolveConnection(_ input: Span<UInt8>) throws(ProtocolFault) {
        let options = try ConnectionOptions(fields, input)
        keepAlive = versionMinor == 0 ? options.keepAlive && !options.close : !options.close
        upgrade = versionMinor > 0 && options.upgrade && fields.first(.upgrade) != nil
        // RFC 9110 §10.1.1: it means nothing in an HTTP/1.0 request.
        expectsContinue = try asksForContinue() && versionMinor > 0
    }

    /// Reads where the content ends (RFC 9112 §6.3), and refuses whatever leaves a choice.
    mutating func resolveFraming(_ input: Span<UInt8>) throws(ProtocolFault) {
        if fields.repeated.contains(.contentType) { throw .repeatedContentType }
        let length = try fields.contentLength(input)
        if try fields.isChunked(input) {
            if versionMinor == 0 { throw .encodingInHTTP10 }
            if length != nil { throw .lengthAndEncoding }
            framing = .chunked
        } else if let length, length > 0 {
            framing = .length(length)
        } else {
            framing = .none
            expectsContinue = false
        }
    }
}

extension FieldList {
    /// The value of `Content-Length`: one field, one number without sign or blank (RFC 9110 §8.6).
    /// Leading zeros, which some parsers take for octal, are for answers only.
    func contentLength(
        _ input: Span<UInt8>, isAnswer: Bool = false
    ) throws(ProtocolFault) -> Int? {
        guard let field = first(.contentLength) else { return nil }
        if repeated.contains(.contentLength) { throw .repeatedContentLength }
        let text = input.slice(field.value)
        guard let value = text.decimalValue() else { throw .contentLength }
        guard isAnswer || text.count == 1 || text[0] != UInt8(ascii: "0") else {
            throw .contentLength
        }
        return value
    }

    /// Whether there is a `Transfer-Encoding`, which has to be `chunked` and nothing else
    /// (RFC 9112 §6.1).
    func isChunked(_ input: Span<UInt8>) throws(ProtocolFault) -> Bool {
        guard let field = first(.transferEncoding) else { return false }
        guard !repeated.contains(.transferEncoding),
            input.slice(field.value).equalsIgnoringCase("chunked")
        else { throw .transferEncoding }
        return true
    }
}

/// What the `Connection` fields of a message say (RFC 9110 §7.6.1).
struct ConnectionOptions {
    var close = false
    var keepAlive = false
    var upgrade = false

    /// Reads the lists of tokens. Empty elements are allowed; anything else that is not a token is
    /// not, nor are more than `Bounds.connectionOptionsMax`.
    init(_ fields: FieldList, _ input: Span<UInt8>) throws(ProtocolFault) {
        guard let first = fields.first(.connection) else { return }
        if !fields.repeated.contains(.connection) {
            // What nearly all clients send.
            let value = input.slice(first.value)
            keepAlive = value.equalsIgnoringCase("keep-alive")
            close = value.equalsIgnoringCase("close")
            if keepAlive || close { return }
        }
        var count = 0
        for index in fields.indices {
            let field = fields[index]
            guard field.known == .connection, !field.isLookalike else { continue }
            var list = TokenList(input.slice(field.value))
            while let token = list.next() {
                count += 1
                guard list.isToken, count <= Bounds.connectionOptionsMax else {
                    throw .connectionField
                }
                switch token.count {
                case 5: if token.equalsIgnoringCase("close") { close = true }
                case 7: if token.equalsIgnoringCase("upgrade") { upgrade = true }
                case 10: if token.equalsIgnoringCase("keep-alive") { keepAlive = true }
                default: break
                }
            }
        }
    }
}
