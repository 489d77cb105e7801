import ArgumentParser
import Identity
import Reactor
import Redis

/// `bawaba token show`
struct TokenShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what is stored of a token. Its secret is not stored.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The digits before the | of the token; never the token itself.")
    var id: TokenID

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func validate() throws { try id.checkSecret() }

    func run() throws {
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let details = try redis.token(id.number, place)
        let now = Clock().unixSeconds
        Terminal.out(format == .text ? details.text(now: now) : details.json(now: now))
    }
}

extension BlockingRedis {
    /// What is stored of a token.
    mutating func token(_ id: Int, _ place: StorePlace) throws(CommandFault) -> TokenDetails {
        var details: TokenDetails?
        try ask { pipeline in
            TokenStore.writeShow(id: id, prefix: place.prefix.span, into: &pipeline)
        } read: { (reply) throws(CommandFault) in
            details = TokenDetails(id: id, reply)
        }
        if let details { return details }
        throw CommandFault(
            "there is no token \(id) at \(place.name)",
            remedy: "it never was, expired or was revoked; `bawaba token list` shows all")
    }
}
