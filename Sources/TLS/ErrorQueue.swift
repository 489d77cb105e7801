import COpenSSL

/// This thread's queue of OpenSSL errors. It is asked for the reason of a failure only, and emptied
/// whenever it was: see `TLSSession.stop()`.
enum ErrorQueue {
    /// The code of the newest error, 0 when there is none.
    static var newest: UInt { ERR_peek_last_error() }

    static func clear() { ERR_clear_error() }

    /// The newest error's reason as text; the queue is emptied.
    static func takeReason() -> String {
        let code = newest
        clear()
        return reason(of: code)
    }

    static func reason(of code: UInt) -> String {
        // SAFETY: OpenSSL returns a constant string, or nil for a code it does not know.
        if let text = unsafe ERR_reason_error_string(code) { return unsafe String(cString: text) }
        return code == 0 ? "no reason given" : "error \(code)"
    }

    /// The alert that a peer's fatal alert was reported with, nil for any other error.
    static func alert(in code: UInt) -> UInt8? {
        let number = reasonNumber(of: code) - SSL_AD_REASON_OFFSET
        return library(of: code) == ERR_LIB_SSL ? UInt8(exactly: number) : nil
    }

    /// The library that an error came from (ERR_LIB_*).
    static func library(of code: UInt) -> Int32 { bawaba_ERR_GET_LIB(code) }

    /// The library's number for an error.
    static func reasonNumber(of code: UInt) -> Int32 { bawaba_ERR_GET_REASON(code) }
}
