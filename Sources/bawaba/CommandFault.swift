/// Why a command ends without having done what it was told: what is wrong, and what to do about it.
struct CommandFault: Error, Equatable, CustomStringConvertible {
    let message: String
    let remedy: String

    init(_ message: String, remedy: String) {
        self.message = message
        self.remedy = remedy
    }

    var description: String { "\(message); \(remedy)" }
}
