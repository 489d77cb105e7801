import Bytes
import HTTP

/// Reads `chunk-size [chunk-ext] CRLF` (RFC 9112 §7.1) byte by byte. Extensions are checked and
/// forgotten; white space around them, which the RFC asks only tolerant parsers to accept, is
/// refused.
struct ChunkLine: Sendable {
    private enum State {
        case size, extensionName, afterName, extensionValue, token, quoted, escaped, afterValue, cr
    }

    private var state: State = .size
    private var count = 0
    private var hasDigit = false
    /// The chunk's size in bytes, once the line is complete.
    private(set) var size = 0

    init() {}

    /// Takes one byte; true when it completes the line.
    mutating func take(_ byte: UInt8) throws(ProtocolFault) -> Bool {
        count += 1
        if count > Bounds.chunkLineBytesMax { throw .chunkLineTooLong }
        switch state {
        case .size: try takeSize(byte)
        case .cr:
            guard byte == ASCII.lf else { throw .lineEnding }
            return true
        default: try takeExtension(byte)
        }
        return false
    }

    private mutating func takeSize(_ byte: UInt8) throws(ProtocolFault) {
        if let digit = ASCII.hexValue(byte) {
            hasDigit = true
            // Fifteen significant digits are far beyond every limit and cannot overflow.
            guard size >> 56 == 0 else { throw .chunkTooLarge }
            size = size << 4 | Int(digit)
            return
        }
        guard hasDigit else { throw .chunkSize }
        switch byte {
        case ASCII.cr: state = .cr
        case UInt8(ascii: ";"): state = .extensionName
        case ASCII.lf: throw .lineEnding
        default: throw .chunkSize
        }
    }

    /// `*( ";" name [ "=" ( token / quoted-string ) ] )` (RFC 9112 §7.1.1).
    private mutating func takeExtension(_ byte: UInt8) throws(ProtocolFault) {
        let isToken = ASCII.isTokenByte(byte)
        switch state {
        case .extensionName:
            guard isToken else { throw .chunkExtension }
            state = .afterName
        case .afterName:
            if isToken { return }
            if byte == UInt8(ascii: "=") { state = .extensionValue } else { try separator(byte) }
        case .extensionValue:
            guard isToken || byte == UInt8(ascii: "\"") else { throw .chunkExtension }
            state = isToken ? .token : .quoted
        case .token:
            if !isToken { try separator(byte) }
        case .quoted:
            if byte == UInt8(ascii: "\"") {
                state = .afterValue
            } else if byte == UInt8(ascii: "\\") {
                state = .escaped
            } else {
                try text(byte)
            }
        case .escaped:
            try text(byte)
            state = .quoted
        default: try separator(byte)
        }
    }

    private mutating func separator(_ byte: UInt8) throws(ProtocolFault) {
        switch byte {
        case UInt8(ascii: ";"): state = .extensionName
        case ASCII.cr: state = .cr
        default: throw .chunkExtension
        }
    }

    private func text(_ byte: UInt8) throws(ProtocolFault) {
        if ASCII.isControl(byte), byte != ASCII.tab { throw .chunkExtension }
    }
}
