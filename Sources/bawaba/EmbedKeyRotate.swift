import ArgumentParser
import Bytes
import Identity
import JSON
import Policy
import Reactor
import Redis

/// `bawaba embed-key rotate`
struct EmbedKeyRotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Make a new key and sign with it from now on.",
        discussion: """
            The first key of an organization is made in the same way. Standard output gets the new \
            key's id; nobody gets its secret. The keys before go on verifying what they signed \
            until they are retired.
            """)

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The organization's id.")
    var org: String

    @Option(help: "text prints the new key's id; json an object with the one before, too.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing on standard error.")
    var quiet = false

    func run() throws {
        let id = try OrganizationDetails.embedID(org)
        let (place, embed) = try store.embedPlace()
        var redis = try BlockingRedis.connect(place)
        // One that cannot be read is replaced.
        let previous = (try? redis.currentEmbedKey(id, place)) ?? nil
        let now = Clock().unixSeconds
        let kid = try makeKey(id, embed.masterKeys, now: now, &redis, place)
        try redis.ask { pipeline in
            EmbedKeyRecord.writeCurrent(
                kid: kid.span, org: id.span, prefix: place.prefix.span, into: &pipeline)
        }
        let name = String(decoding: kid, as: UTF8.self)
        let before = previous.map { String(decoding: $0, as: UTF8.self) }
        Terminal.out(format == .text ? name : json(name, before))
        if !quiet { explain(name, before, kid) }
    }

    /// Stores a new secret, sealed, before anybody is told of it.
    private func makeKey(
        _ org: [UInt8], _ masterKeys: MasterKeys, now: Int, _ redis: inout BlockingRedis,
        _ place: StorePlace
    ) throws(CommandFault) -> [UInt8] {
        // Two of the same second have the same id once in 1.7 million times.
        for _ in 0..<3 {
            let kid = EmbedKeyID.make(unixSeconds: now)
            var sealed = ByteBuffer()
            guard masterKeys.sealNewSecret(org: org.span, kid: kid.span, to: &sealed) else {
                throw CommandFault("the new key could not be sealed", remedy: "try again")
            }
            let value = sealed.span.toArray()
            var isNew = false
            try redis.ask { pipeline in
                EmbedKeyRecord.writeKey(
                    sealed: value.span, org: org.span, kid: kid.span, prefix: place.prefix.span,
                    into: &pipeline)
            } read: { (reply) throws(CommandFault) in
                isNew = reply.kind == .status
            }
            if isNew { return kid }
        }
        throw CommandFault("the ids that were drawn are taken", remedy: "try again")
    }

    private func explain(_ name: String, _ before: String?, _ kid: [UInt8]) {
        var text = "\(org) signs with the key \(name) from now on."
        if let before, let end = EmbedKeyAge.lastTokenEnds(currentKid: kid) {
            text +=
                " Tokens of the key before, \(before), end by \(RFC3339.text(end)); after that: "
                + "bawaba embed-key retire \(store.words) \(org) \(before)"
        }
        Terminal.error(text)
    }

    private func json(_ kid: String, _ before: String?) -> String {
        var line = ByteBuffer()
        line.append("{\"org\":")
        line.appendJSON(string: org)
        line.appendJSON(name: "kid", kid)
        line.appendJSON(name: "previous", before)
        line.append("}")
        return line.span.toString()
    }
}
