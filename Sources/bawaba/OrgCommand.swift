import ArgumentParser

/// `bawaba org …`: the organizations in Redis.
struct OrgCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "org",
        abstract: "Suspend and activate organizations, and set limits of their own.",
        discussion: """
            An organization needs no record: without one it is active, with the policy's limits. \
            What these commands write is in force with the next request.
            """,
        subcommands: [OrgSet.self, OrgShow.self])
}
