import ArgumentParser

/// `bawaba token …`: the tokens in Redis.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Create, show, list and revoke tokens.",
        discussion: """
            Tokens have Sanctum's form, id|secret. Redis keeps the SHA-256 of the secret only, so \
            that a token's text can be shown once, when it is made. What these commands write is \
            in force with the next request.
            """,
        subcommands: [
            TokenCreate.self, TokenShow.self, TokenList.self, TokenRevoke.self,
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

    init?(argument: String) {
        guard let number = Int(argument), number > 0, String(number) == argument else { return nil }
        self.number = number
    }
}
