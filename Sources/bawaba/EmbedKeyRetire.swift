import ArgumentParser
import Bytes
import Identity
import Reactor
import Redis

/// `bawaba embed-key retire`
struct EmbedKeyRetire: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Delete a key that signs no longer: what it signed is refused.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The organization's id.")
    var org: String

    @Argument(help: "The key's id, as `embed-key list` shows it.")
    var kid: String

    @Flag(help: "Although tokens that it signed may still be good: end them, too.")
    var now = false

    func run() throws {
        let id = try OrganizationDetails.embedID(org)
        let kidBytes = Array(kid.utf8)
        guard EmbedNames.isKeyID(kidBytes.span) else {
            throw CommandFault(
                "that is no key's id", remedy: "see: bawaba embed-key list \(store.words) \(org)")
        }
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let current = try redis.currentEmbedKey(id, place)
        guard current != kidBytes else {
            throw CommandFault(
                "\(org) signs with the key \(kid)",
                remedy: "make another first: bawaba embed-key rotate \(store.words) \(org)")
        }
        if !now, let current { try checkAge(current) }
        var count = 0
        try redis.ask { pipeline in
            EmbedKeyRecord.writeRetire(
                org: id.span, kid: kidBytes.span, prefix: place.prefix.span, into: &pipeline)
        } read: { (reply) throws(CommandFault) in
            count = reply.integer
        }
        guard count == 1 else {
            throw CommandFault(
                "\(org) has no key \(kid) at \(place.name)",
                remedy: "see: bawaba embed-key list \(store.words) \(org)")
        }
        Terminal.out("retired key \(kid)")
    }

    /// Refuses as long as a token may be good that was signed before the current key took over.
    private func checkAge(_ current: [UInt8]) throws(CommandFault) {
        guard let end = EmbedKeyAge.lastTokenEnds(currentKid: current),
            Clock().unixSeconds < end
        else { return }
        throw CommandFault(
            "tokens that \(kid) signed may be good until \(RFC3339.text(end))",
            remedy: "wait until then, or end them with --now")
    }
}
