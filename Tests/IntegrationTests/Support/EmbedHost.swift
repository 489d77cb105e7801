import Bytes
import Crypto
import Glibc
import Identity

/// An organization that shows widgets: its embed key, which Redis has, and what that signs.
struct EmbedHost {
    let org: String
    let kid: String
    let key: EmbedKey
    /// The key as Redis holds it.
    let sealed: String

    /// - Parameter master: the line of the key under which it is sealed.
    init(_ org: String, kid: String = "k1", master: String = Rig.masterKey) throws {
        let masters = try MasterKeys(Array(master.utf8).span)
        let (orgBytes, kidBytes) = (Array(org.utf8), Array(kid.utf8))
        var buffer = ByteBuffer()
        guard masters.sealNewSecret(org: orgBytes.span, kid: kidBytes.span, to: &buffer) else {
            throw Failure("no key was sealed")
        }
        key = try masters.open(buffer.span, org: orgBytes.span, kid: kidBytes.span)
        sealed = buffer.span.toString()
        self.org = org
        self.kid = kid
    }

    var keyName: String { "bawaba:embed-key:\(org):\(kid)" }

    /// A token for the widget `site`, made `age` seconds ago to live for 900.
    func token(
        subject: String = "u1", format: EmbedToken.Format = .compact, age: Int = 0
    ) throws -> String {
        var minter = EmbedMinter()
        var buffer = ByteBuffer()
        let (issuer, subject) = (Array("https://issuer.test".utf8), Array(subject.utf8))
        try minter.mint(
            EmbedGrant(
                issuer: issuer.span, slug: literalBytes("site"), subject: subject.span,
                context: literalBytes(#"{"plan":"gold"}"#), ttlSeconds: 900),
            format: format, key: key, unixSeconds: Int(Glibc.time(nil)) - age, to: &buffer)
        return buffer.span.toString()
    }
}

extension Rig {
    /// A new organization with the widget `site` and a key to sign with.
    func embedHost(widget: [String] = ["enabled", "1"]) throws -> EmbedHost {
        let host = try EmbedHost(organization())
        try put(host, widget: widget)
        return host
    }

    func put(_ host: EmbedHost, widget: [String] = ["enabled", "1"]) throws {
        try redis.run(["HSET", "bawaba:widget:\(host.org):site"] + widget)
        try redis.run(["SET", host.keyName, host.sealed])
        try redis.run(["SET", "bawaba:embed-current:\(host.org)", host.kid])
    }
}
