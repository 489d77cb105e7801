import Reactor

/// What commands say to people and programs.
enum Terminal {
    /// A line on standard output.
    static func out(_ text: String) { print(text) }

    /// A line on standard error.
    static func error(_ text: String) {
        var stream = StandardError()
        print(text, to: &stream)
    }
}

/// Standard error as a text stream.
private struct StandardError: TextOutputStream {
    mutating func write(_ string: String) { StandardStream.writeError(string) }
}
