import Bytes
import Crypto
import Identity
import Quota
import Redis
import RedisServer

/// A desk whose link leads to a redis-server of its own, and one request at a time before it.
struct Gate: ~Copyable {
    let server: RedisServer
    var connection: RedisConnection
    var desk: AdmissionDesk
    var admission = Admission()
    /// Sends that the last `admit` needed.
    var roundTrips = 0

    /// `limits` are in `QuotaLimit`'s text form, by name.
    init(limits: KeyValuePairs<String, String> = ["messages": "60/60:5"], failedBurst: Int = 100)
        throws
    {
        let server = try RedisServer()
        var desk = newDesk(limits: limits, failedBurst: failedBurst)
        let connection: RedisConnection
        do {
            connection = try server.connect(&desk.link)
        } catch {
            throw error
        }
        self.server = server
        self.connection = connection
        self.desk = desk
    }

    /// Stores a token with abilities `["read"]`; `fields` are added to its record.
    func store(
        token id: Int, secret: String, org: String = "acme", fields: [String] = []
    ) throws {
        let hash = hex(of: secret)
        try server.run(
            ["HSET", "b:token:\(id)", "hash", hash, "org", org, "abilities", #"["read"]"#] + fields,
            ["SET", "b:token-hash:\(hash)", "\(id)"])
    }

    mutating func admit(
        _ authorization: String, limit: Int? = 0, client: ClientNetwork = .unknown,
        unixSeconds: Int = 1_000, milliseconds: UInt64 = 0
    ) throws -> Verdict {
        let now = Moment(milliseconds: milliseconds, unixSeconds: unixSeconds)
        let header = Array(authorization.utf8)
        let verdict = admission.begin(
            authorization: header.span, limitIndex: limit, client: client, tag: 77, desk: &desk,
            now: now)
        return try finish(verdict, now)
    }

    /// Carries commands and replies until there is a verdict.
    mutating func finish(_ early: Verdict?, _ now: Moment) throws -> Verdict {
        var verdict = early
        roundTrips = 0
        while verdict == nil {
            roundTrips += 1
            guard connection.send(&desk.link.pipeline) else { throw RedisFault.closed }
            let bytes = connection.receive()
            guard !bytes.isEmpty else { throw RedisFault.closed }
            try desk.link.receive(bytes.span)
            while verdict == nil, let tag = try desk.link.next() {
                guard tag == 77 else { throw RedisFault.unexpectedReply }
                verdict = admission.receive(desk: &desk, now: now)
            }
        }
        return verdict ?? .redisFault(.closed)
    }
}

func newDesk(limits: KeyValuePairs<String, String>, failedBurst: Int = 100) -> AdmissionDesk {
    AdmissionDesk(
        credentials: RedisCredentials(), timeoutMilliseconds: 250, prefix: "b:",
        limits: limits.compactMap { name, text in
            limit(text).map { NamedLimit(name: name, limit: $0) }
        },
        failedBurst: failedBurst, failedIntervalMilliseconds: 1_000, seed: 1,
        masterKeys: EmbedHost.masters)
}

func limit(_ text: String) -> QuotaLimit? {
    let bytes = Array(text.utf8)
    return QuotaLimit(bytes.span)
}

func hex(of secret: String) -> String {
    let bytes = Array(secret.utf8)
    let digest = SHA256.digest(of: bytes.span)
    var buffer = ByteBuffer()
    buffer.append(hex: digest.span)
    return buffer.span.toString()
}
