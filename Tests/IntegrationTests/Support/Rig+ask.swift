import Crypto

/// A token as its owner has it.
struct Token: Sendable, CustomStringConvertible {
    let id: Int
    let secret: String

    var description: String { "\(id)|\(secret)" }
    var field: String { "Authorization: Bearer \(self)" }
}

extension Rig {
    /// A new organization's name.
    func organization() -> String { "org-\(number())" }

    /// A token in Redis, as the back end's mirror puts it there.
    func token(
        org: String? = nil, abilities: [String] = ["*"], fields: [String] = []
    ) throws -> Token {
        let number = number()
        let token = Token(
            id: 1_000 + number, secret: "secret\(number)ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef")
        let list = "[" + abilities.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        try put(token, ["org", org ?? organization(), "abilities", list] + fields)
        return token
    }

    /// Writes a token's record with these fields, and what leads from its hash to its id.
    func put(_ token: Token, _ fields: [String]) throws {
        let hash = Self.hash(token.secret)
        let words = ["HSET", "bawaba:token:\(token.id)", "hash", hash] + fields
        try redis.run(words)
        try redis.run(["SET", "bawaba:token-hash:\(hash)", "\(token.id)"])
    }

    static func hash(_ secret: String) -> String {
        let bytes = [UInt8](secret)
        return hex(SHA256.digest(of: bytes.span))
    }

    static func hex(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        let span = digest.span
        for index in span.indices {
            text.append(digits[Int(span[index] >> 4)])
            text.append(digits[Int(span[index] & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A request's bytes. The body's length is told unless a field frames it.
    func request(
        _ method: String, _ target: String, fields: [String] = [], body: String? = nil
    ) -> String {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: api.test"] + fields
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }

    /// Asks over a connection of its own, from an address of its own.
    func ask(
        _ method: String, _ target: String, token: Token? = nil, fields: [String] = [],
        body: String? = nil, from source: String? = nil
    ) throws -> Answer {
        var client = try client(from: source)
        let all = (token.map { [$0.field] } ?? []) + fields
        try client.send(request(method, target, fields: all, body: body))
        return try client.answer(to: method)
    }

    /// Asks with a JSON body.
    func post(
        _ target: String, token: Token? = nil, fields: [String] = [], json: String
    ) throws -> Answer {
        try ask(
            "POST", target, token: token, fields: ["Content-Type: application/json"] + fields,
            body: json)
    }

    /// A connection to the plaintext listener.
    func client(from source: String? = nil) throws -> Client {
        try Client(plain, from: source ?? self.source())
    }
}
