import Crypto
import Glibc

extension Rig {
    /// Where the tests' codes lead.
    static let redirect = "https://crm.example.com/callback"

    /// Stores a code as a back end's consent screen does, and returns it.
    func code(
        org: String? = nil, expiresIn seconds: Int = 300, fields: [String] = []
    ) throws -> String {
        let code = "code-\(number())-\(Int.random(in: 0 ..< .max))"
        try redis.run(
            [
                "HSET", Self.codeKey(code), "redirect_uri", Self.redirect, "org",
                org ?? organization(), "user", "7", "abilities", #"["read","send"]"#, "expires_at",
                "\(Int(Glibc.time(nil)) + seconds)",
            ] + fields)
        return code
    }

    static func codeKey(_ code: String) -> String { "bawaba:code:" + hash(code) }

    /// The token that a code was spent on.
    func tokenID(of code: String) throws -> String {
        try redis.run(["HGET", Self.codeKey(code), "token_id"])
    }

    /// The request that exchanges a code. `more` are further members of its JSON.
    func codeRequest(
        _ code: String, _ redirect: String = Rig.redirect, more: String = ""
    ) -> String {
        request(
            "POST", "/api/v1/oauth/token", fields: ["Content-Type: application/json"],
            body: #"{"code":"\#(code)","redirect_uri":"\#(redirect)"\#(more)}"#)
    }

    /// Exchanges a code over a connection of its own.
    func exchange(
        _ code: String, _ redirect: String = Rig.redirect, more: String = "",
        from source: String? = nil
    ) throws -> Answer {
        var client = try client(from: source)
        try client.send(codeRequest(code, redirect, more: more))
        return try client.answer(to: "POST")
    }
}

extension Answer {
    /// The token that a code was exchanged for; nil in any other answer.
    var token: String? {
        let start = #"{"data":{"access_token":""#
        let end = #"","token_type":"Bearer","abilities":["read","send"]}}"#
        guard text.hasPrefix(start), text.hasSuffix(end) else { return nil }
        return String(text.dropFirst(start.count).dropLast(end.count))
    }
}
