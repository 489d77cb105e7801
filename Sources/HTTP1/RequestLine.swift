import Bytes
import HTTP

/// `method SP request-target SP HTTP-version` (RFC 9112 §3).
enum RequestLine {
    /// Bytes of a line beside its target: an empty line before it, method, two spaces, version,
    /// CRLF.
    static let otherBytesMax = 2 + Bounds.methodBytesMax + 2 + 8 + 2

    /// Reads method and version into `head`; returns where the target stands.
    static func parse(
        _ input: Span<UInt8>, _ line: Range<Int>, _ limits: HeadLimits, into head: inout RequestHead
    ) throws(ProtocolFault) -> Range<Int> {
        var index = line.lowerBound
        while index < line.upperBound, ASCII.isTokenByte(input[index]) { index += 1 }
        let method = line.lowerBound..<index
        guard index > line.lowerBound, index < line.upperBound, input[index] == ASCII.space else {
            throw .requestLine
        }
        index += 1
        let targetStart = index
        while index < line.upperBound, input[index] > ASCII.space, input[index] < 0x7F {
            index += 1
        }
        let target = targetStart..<index
        guard index < line.upperBound else { throw .requestLine }
        guard input[index] == ASCII.space else { throw .targetBytes }
        let version = input.extracting((index + 1)..<line.upperBound)
        head.versionMinor = try HTTPVersion.minor(version)
        if method.count > Bounds.methodBytesMax { throw .method }
        if target.count > limits.targetBytes { throw .targetTooLong }
        head.method = Method(input.extracting(method))
        head.methodText = ByteRange(method)
        return target
    }
}

/// `HTTP-version` (RFC 9112 §2.3).
enum HTTPVersion {
    /// The minor version, 0 or 1. A higher minor version counts as 1 (RFC 9110 §2.5); another major
    /// version is refused.
    static func minor(_ text: Span<UInt8>) throws(ProtocolFault) -> Int {
        guard text.count == 8 else { throw .version }
        // "HTTP/1.1", its first byte lowest.
        if text.word(at: 0) == 0x312E_312F_5054_5448 { return 1 }
        guard text.starts(with: "HTTP/"), text[6] == UInt8(ascii: "."),
            ASCII.isDigit(text[5]), ASCII.isDigit(text[7])
        else { throw .version }
        guard text[5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
        return text[7] == UInt8(ascii: "0") ? 0 : 1
    }
}
