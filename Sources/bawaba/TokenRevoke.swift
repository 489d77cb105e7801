import ArgumentParser
import Identity
import Redis

/// `bawaba token revoke`
struct TokenRevoke: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "End tokens: their next request is answered 401.",
        discussion: "A back end that reads the stream `events` deletes their rows as well.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The digits before the | of each token; never the token itself.")
    var id: [TokenID]

    func validate() throws { for id in id { try id.checkSecret() } }

    func run() throws {
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        var missing = false
        for id in id.map(\.number) {
            do throws(CommandFault) {
                try revoke(id, &redis, place)
                Terminal.out("revoked token \(id)")
            } catch {
                // The others are ended all the same.
                Terminal.error("error: \(error)")
                missing = true
            }
        }
        if missing { throw ExitCode(1) }
    }

    private func revoke(
        _ id: Int, _ redis: inout BlockingRedis, _ place: StorePlace
    ) throws(CommandFault) {
        let hash = try redis.token(id, place).hash
        try redis.ask { pipeline in
            TokenStore.writeRevoke(
                id: id, hash: hash.span, prefix: place.prefix.span, into: &pipeline)
        }
    }
}
