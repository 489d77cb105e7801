/// Recognises well-formed UTF-8 byte by byte (Unicode 15, table 3-7).
struct UTF8Check {
    /// Continuation bytes that are still to come.
    private var pending = 0
    /// What the next continuation byte may be.
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF

    init() {}

    /// Whether no character is left unfinished.
    var isComplete: Bool { pending == 0 }

    /// Takes one byte; false when no well-formed text goes on like this.
    mutating func accept(_ byte: UInt8) -> Bool {
        if pending > 0 {
            guard byte >= lower, byte <= upper else { return false }
            pending -= 1
            lower = 0x80
            upper = 0xBF
            return true
        }
        switch byte {
        case 0..<0x80: return true
        case 0xC2...0xDF: pending = 1
        case 0xE0...0xEF:
            pending = 2
            // No overlong forms, no surrogates.
            if byte == 0xE0 { lower = 0xA0 } else if byte == 0xED { upper = 0x9F }
        case 0xF0...0xF4:
            pending = 3
            // No overlong forms, nothing beyond U+10FFFF.
            if byte == 0xF0 { lower = 0x90 } else if byte == 0xF4 { upper = 0x8F }
        default: return false
        }
        return true
    }
}
