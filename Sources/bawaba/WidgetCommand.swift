import ArgumentParser

/// `bawaba widget …`: the widgets in Redis.
struct WidgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "widget",
        abstract: "Set, show and list embed widgets.",
        discussion: """
            An embed token is made for a widget: an organization's, known by its slug. Without a \
            record there is no such widget. What these commands write is in force with the next \
            request.
            """,
        subcommands: [WidgetSet.self, WidgetShow.self, WidgetList.self])
}

/// Which widget a command is about.
struct WidgetName: ParsableArguments {
    @Argument(help: "The organization's id.")
    var org: String

    @Argument(help: "The widget's slug.")
    var slug: String
}
