import Bytes
import HTTP

/// Reads `chunk-size [chunk-ext] CRLF` (RFC 9112 §7.1) byte by byte. Extensions are checked and
/// forgotten. White space between its parts is refused in a request; in an answer, where some
/// servers pad the size, it is passed over (§7.1.1 asks for that).
struct ChunkLine: Sendable {
    private enum State {
        case size, padding, extensionName, afterName, extensionValue, token, quoted, escaped
        case afterValue, cr
    }

    private var state: State = .size
    private var count = 0
    private var hasDigit = false
    /// The chunk's size in bytes, once the line is complete.
    private(set) var size = 0
    private let isAnswer: Bool

    init(isAnswer: Bool = false) { self.isAnswer = isAnswer }

    /// Takes one byte; true when it completes the line.
    mutating func take(_ byte: UInt8) throws(ProtocolFault) -> Bool {
        count += 1
        if count > Bounds.chunkLineBytesMax { throw .chunkLineTooLong }
        switch state {
        case .size: try takeSize(byte)
        case .padding: try endSize(byte)
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
        try endSize(byte)
    }

    private mutating func endSize(_ byte: UInt8) throws(ProtocolFault) {
        switch byte {
        case ASCII.cr: state = .cr
        case UInt8(ascii: ";"): state = .extensionName
        case ASCII.lf: throw .lineEnding
        case ASCII.space where isAnswer, ASCII.tab where isAnswer: state = .padding
        default: throw .chunkSize
        }
    }

    /// `*( ";" name [ "=" ( token / quoted-string ) ] )` (RFC 9112 §7.1.1).
    private mutating func takeExtension(_ byte: UInt8) throws(ProtocolFault) {
        let isBlank = byte == ASCII.space || byte == ASCII.tab
        if isAnswer, isBlank, state != .quoted, state != .escaped { return }
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
