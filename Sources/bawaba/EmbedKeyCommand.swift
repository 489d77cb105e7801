import ArgumentParser
import Bytes
import Identity
import Redis

/// `bawaba embed-key …`: the keys that sign embed tokens.
struct EmbedKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed-key",
        abstract: "Make, list and retire the keys that sign embed tokens.",
        discussion: """
            Each organization has keys of its own. One of them signs, all of them verify. Redis \
            keeps their secrets sealed under the master keys of the policy (embed.master_key_file).
            """,
        subcommands: [EmbedKeyRotate.self, EmbedKeyList.self, EmbedKeyRetire.self])
}

extension BlockingRedis {
    /// The kid that an organization signs with; nil when it has none.
    mutating func currentEmbedKey(
        _ org: [UInt8], _ place: StorePlace
    ) throws(CommandFault) -> [UInt8]? {
        var kid: [UInt8]?
        let unexpected = unexpected()
        try ask { pipeline in
            EmbedKeyRecord.writeCurrentLookup(
                org: org.span, prefix: place.prefix.span, into: &pipeline)
            return 1
        } read: { (reply) throws(CommandFault) in
            do throws(RedisFault) {
                if let current = try EmbedKeyRecord.readCurrent(reply) { kid = current.toArray() }
            } catch {
                guard error == .invalidRecord else { throw unexpected }
                throw CommandFault(
                    "embed-current of that organization names no key",
                    remedy: "make a new key: bawaba embed-key rotate")
            }
        }
        return kid
    }

    /// What is stored under a kid, sealed; nil when there is no such key.
    mutating func sealedEmbedKey(
        _ org: [UInt8], _ kid: [UInt8], _ place: StorePlace
    ) throws(CommandFault) -> [UInt8]? {
        var sealed: [UInt8]?
        let unexpected = unexpected()
        try ask { pipeline in
            EmbedKeyRecord.writeLookup(
                org: org.span, kid: kid.span, prefix: place.prefix.span, into: &pipeline)
            return 1
        } read: { (reply) throws(CommandFault) in
            do throws(RedisFault) {
                if let value = try EmbedKeyRecord.readSealed(reply) { sealed = value.toArray() }
            } catch {
                throw unexpected
            }
        }
        return sealed
    }
}

/// When the last token ends that a replaced key has signed.
enum EmbedKeyAge {
    /// Unix seconds; nil when the current key's id does not say when it took over.
    static func lastTokenEnds(currentKid: [UInt8]) -> Int? {
        EmbedKeyID.madeAt(currentKid.span).map {
            $0 + Bounds.embedTTLSecondsMax + Bounds.embedClockSkewSeconds
        }
    }
}
