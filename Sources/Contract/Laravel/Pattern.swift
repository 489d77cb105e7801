import Bytes
import CPCRE2

/// Why a pattern cannot be used.
struct PatternError: Error {
    var message: String
}

/// A compiled PCRE2 pattern. Compiled code is never written again, so threads may share it.
@safe
final class Pattern: @unchecked Sendable {
    // SAFETY: made by `pcre2_compile`, owned by this object alone, read-only until freed in deinit.
    private let code: OpaquePointer

    /// Compiles a pattern as PHP takes it: `/^[a-z]+$/i`, between delimiters, with modifiers.
    convenience init(php text: String) throws(PatternError) {
        guard let first = text.unicodeScalars.first, first.isASCII,
            !first.properties.isAlphabetic, !first.properties.isWhitespace, first != "\\",
            let close = text.unicodeScalars.lastIndex(of: Pattern.closing(first)),
            close > text.unicodeScalars.startIndex
        else {
            throw PatternError(message: "the pattern needs delimiters, such as `/…/`")
        }
        let body = text.unicodeScalars[..<close].dropFirst()
        var options: UInt32 = 0
        for modifier in text.unicodeScalars[close...].dropFirst() {
            guard let option = Pattern.option(modifier) else {
                throw PatternError(message: "the pattern has an unknown modifier `\(modifier)`")
            }
            options |= option
        }
        try self.init(String(body), options: options)
    }

    private init(_ pattern: String, options: UInt32) throws(PatternError) {
        var fault: Int32 = 0
        var offset = 0
        let bytes = Array(pattern.utf8)
        // SAFETY: the pattern's bytes outlive the call, which copies what it needs.
        let made = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe pcre2_compile_8(
                bytes.baseAddress, bytes.count, options, &fault, &offset, nil)
        }
        guard let made = unsafe made else {
            throw PatternError(message: "the pattern is wrong at its byte \(offset)")
        }
        unsafe code = made
        // Without JIT (a build of PCRE2 that lacks it) the interpreter serves.
        _ = unsafe pcre2_jit_compile_8(made, UInt32(PCRE2_JIT_COMPLETE))
    }

    deinit { unsafe pcre2_code_free_8(code) }

    /// Whether `text` matches. Beyond the scratch's limits nothing does, as in PHP.
    func matches(_ text: Span<UInt8>, _ scratch: borrowing MatchScratch) -> Bool {
        let result = unsafe text.withUnsafeBufferPointer { bytes in
            // SAFETY: PCRE2 reads `count` bytes; an empty span may have no pointer, which PCRE2
            // takes as an empty subject. The scratch belongs to the caller alone.
            unsafe pcre2_match_8(
                code, bytes.baseAddress, bytes.count, 0, 0, scratch.data, scratch.context)
        }
        return result >= 0
    }

    private static func closing(_ opening: Unicode.Scalar) -> Unicode.Scalar {
        switch opening {
        case "(": ")"
        case "[": "]"
        case "{": "}"
        case "<": ">"
        default: opening
        }
    }

    private static func option(_ modifier: Unicode.Scalar) -> UInt32? {
        switch modifier {
        case "i": UInt32(PCRE2_CASELESS)
        case "m": UInt32(PCRE2_MULTILINE)
        case "s": UInt32(PCRE2_DOTALL)
        case "x": UInt32(PCRE2_EXTENDED)
        case "u": UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP)
        case "D": UInt32(PCRE2_DOLLAR_ENDONLY)
        case "A": UInt32(PCRE2_ANCHORED)
        case "U": UInt32(PCRE2_UNGREEDY)
        case "n": UInt32(PCRE2_NO_AUTO_CAPTURE)
        default: nil
        }
    }
}

/// What matching writes into, made once per judge.
@safe
struct MatchScratch: ~Copyable {
    // SAFETY: both are made here, owned by this value alone, and freed in deinit. Nil means that
    // there was no memory; PCRE2 then refuses to match.
    fileprivate let data: OpaquePointer?
    fileprivate let context: OpaquePointer?

    init() {
        unsafe data = pcre2_match_data_create_8(1, nil)
        unsafe context = pcre2_match_context_create_8(nil)
        if let context = unsafe context {
            _ = unsafe pcre2_set_match_limit_8(context, UInt32(Bounds.patternStepsMax))
        }
    }

    deinit {
        unsafe pcre2_match_data_free_8(data)
        unsafe pcre2_match_context_free_8(context)
    }
}
