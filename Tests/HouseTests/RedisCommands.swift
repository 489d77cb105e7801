/// The commands that the house sends to Redis, and those that the ACL for containers allows: a
/// command that is missing there is a gateway that fails in production alone.
enum RedisCommands {
    private static let senders: Set<String> = ["Redis", "Identity", "Quota"]
    private static let callers = ["argument(", "append(encoded:", "redis.call("]
    /// Words in capitals that are no commands: options, and what scripts call their arguments.
    private static let others: Set<String> = ["COUNT", "LOAD", "MATCH", "MAXLEN", "KEYS", "ARGV"]
    /// What Redis lets everybody send.
    private static let free: Set<String> = ["AUTH"]

    /// Words in capitals on lines that write a command or, in a script, call one.
    static func sent(by files: [SourceFile]) -> Set<String> {
        var words = Set<String>()
        for file in files where !file.isTest && senders.contains(file.target) {
            for line in file.lines where callers.contains(where: { line.contains($0) }) {
                words.formUnion(capitals(line.replacing("\\r\\n", with: " ")))
            }
        }
        return words.subtracting(others).subtracting(free)
    }

    private static func capitals(_ line: String) -> [String] {
        let words: [Substring] = line.split { !$0.isASCII || !$0.isLetter }
        return words.filter { $0.count > 2 && $0.allSatisfy(\.isUppercase) }.map(String.init)
    }

    /// Commands behind `+` in the lines of `docker/secrets.sh` that gather them.
    static func allowed(by script: String) -> Set<String> {
        let lines = script.split(separator: "\n").filter { $0.hasPrefix("commands=") }
        let words: [Substring] = lines.flatMap { $0.split { $0 == " " || $0 == "\"" } }
        return Set(
            words.filter { $0.hasPrefix("+") }
                .map { $0.dropFirst().prefix { $0 != "|" }.uppercased() })
    }
}
