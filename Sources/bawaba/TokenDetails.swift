import Bytes
import Identity
import JSON
import Redis

/// What Redis holds of a token, except its digest.
struct TokenDetails {
    let id: Int
    var org = ""
    var user: String?
    var name: String?
    /// A compact JSON array; nil when the record has none that can be read.
    var abilities: String?
    /// Unix seconds; nil means never.
    var expiresAt: Int?
    /// Whether the gateway can use the record at all.
    var isUsable = true
    /// The digest in hexadecimal: the name of the second key. Never printed.
    private(set) var hash: [UInt8] = []

    /// What is being stored.
    init(id: Int, _ fields: TokenFields) {
        self.id = id
        org = fields.org
        user = fields.user
        name = fields.name
        abilities = String(decoding: fields.abilitiesJSON, as: UTF8.self)
        expiresAt = fields.expiresAt
    }

    /// Reads the reply of `TokenStore.writeShow`; nil when there is no such token.
    init?(id: Int, _ reply: borrowing RedisReply) {
        guard reply.kind == .array, reply.count > 0 else { return nil }
        self.id = id
        for index in stride(from: 0, to: reply.count - 1, by: 2) {
            take(reply.element(index), reply.element(index + 1))
        }
        if hash.isEmpty || org.isEmpty { isUsable = false }
    }

    private mutating func take(_ field: borrowing RedisReply, _ value: borrowing RedisReply) {
        let bytes = value.bytes
        if field.bytes.equals("hash") {
            hash = bytes.toArray()
        } else if field.bytes.equals("org") {
            org = bytes.toString()
        } else if field.bytes.equals("user") {
            user = bytes.isEmpty ? nil : bytes.toString()
        } else if field.bytes.equals("name") {
            name = bytes.isEmpty ? nil : bytes.toString()
        } else if field.bytes.equals("abilities") {
            var list = ByteBuffer()
            if AbilityList.appendCanonical(bytes, to: &list) { abilities = list.span.toString() }
        } else if field.bytes.equals("expires_at"), !bytes.isEmpty {
            expiresAt = bytes.decimalValue()
            if expiresAt == nil { isUsable = false }
        }
    }

    /// `active`, `expired`, or `unusable` when the gateway refuses the record itself.
    func status(now: Int) -> String {
        guard isUsable else { return "unusable" }
        guard let expiresAt else { return "active" }
        return expiresAt > now ? "active" : "expired"
    }

    /// The abilities for people.
    var abilityText: String {
        guard let abilities, abilities != "[]" else { return "none" }
        return abilities.dropFirst().dropLast().split(separator: ",")
            .map { Terminal.clean(String($0.filter { $0 != "\"" })) }.joined(separator: ", ")
    }

    /// One line per property.
    func text(now: Int) -> String {
        var lines = ["id         \(id)", "org        \(Terminal.clean(org))"]
        if let user { lines.append("user       \(Terminal.clean(user))") }
        if let name { lines.append("name       \(Terminal.clean(name))") }
        lines.append("abilities  \(abilityText)")
        lines.append("expires    \(expiresAt.map(RFC3339.text) ?? "never")")
        lines.append("status     \(status(now: now))")
        return lines.joined(separator: "\n")
    }

    /// One object on one line. `token` is the token's text, when it has just been made.
    func json(now: Int, token: String? = nil) -> String {
        var line = ByteBuffer()
        line.append("{\"id\":")
        line.append(decimal: id)
        if let token { line.appendJSON(name: "token", token) }
        line.appendJSON(name: "org", org)
        line.appendJSON(name: "user", user)
        line.appendJSON(name: "name", name)
        line.append(",\"abilities\":")
        line.append(string: abilities ?? "[]")
        line.append(",\"expires_at\":")
        line.append(string: expiresAt.map { String($0) } ?? "null")
        line.appendJSON(name: "status", status(now: now))
        line.append("}")
        return line.span.toString()
    }
}

extension ByteBuffer {
    /// Appends `,"name":"value"`, or `null` for no value.
    mutating func appendJSON(name: StaticString, _ value: String?) {
        append(",\"")
        append(name)
        append("\":")
        if let value { appendJSON(string: value) } else { append("null") }
    }
}
