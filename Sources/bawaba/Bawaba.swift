import ArgumentParser
import Reactor

/// The command line: one binary for operators and for the gateway itself.
@main
struct Bawaba: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bawaba",
        abstract:
            "An edge gateway: tokens, abilities, quotas and an OpenAPI contract before a back end.",
        version: Version.text,
        subcommands: [
            Serve.self, ReloadCommand.self, Check.self, HealthCommand.self, TokenCommand.self,
            CodeCommand.self,
            OrgCommand.self, WidgetCommand.self, EmbedKeyCommand.self, EmbedCommand.self,
            SandboxCommand.self, VersionCommand.self,
        ])

    /// `CommandLine` does not know the arguments in an empty root.
    static func main() { main(Array(ProcessStart.arguments.dropFirst())) }
}

/// The version of this build.
enum Version {
    static let text = "0.1.0"
}

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "Print the version.")

    func run() { Terminal.out("bawaba \(Version.text)") }
}
