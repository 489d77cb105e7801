import ArgumentParser

/// `bawaba embed …`: embed tokens.
struct EmbedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed", abstract: "Verify embed tokens.", subcommands: [EmbedVerify.self])
}
