import ArgumentParser

/// `bawaba token …`: the tokens in Redis.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Create, show, list, revoke and import tokens.",
        discussion: """
            Tokens have Sanctum's form, id|secret. Redis keeps the SHA-256 of the secret only, so \
            that a token's text can be shown once, when it is made. What these commands write is \
            in force with the next request.
            """,
        subcommands: [
            TokenCreate.self, TokenShow.self, TokenList.self, TokenRevoke.self, TokenImport.self,
        ])
}

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs: one object a line.
    case json
}

/// A token's id as operators write it.
struct TokenID: ExpressibleByArgument {
    let number: Int
    /// Whether the whole token was given, secret included.
    private let hasSecret: Bool

    init?(argument: String) {
        let digits = argument.prefix { $0 != "|" }
        guard let number = Int(digits), number > 0, String(number) == digits else { return nil }
        self.number = number
        hasSecret = digits.count < argument.count
    }

    /// Refuses an id that came with its secret: arguments are in the shell's history, and every
    /// user of the machine can see them. The message does not repeat it.
    func checkSecret() throws {
        guard hasSecret else { return }
        throw ValidationError(
            "give the id alone, \(number), the digits before the |. The token's secret is in your "
                + "shell's history now: revoke it and make another")
    }
}
