import Testing

/// Every row of the back end's table of `Authorization` fields, and its look-up of tokens.
@Suite struct AuthorizationTests {
    /// `T` stands for the token, `S` for its secret, `I` for its id.
    private func answer(_ pattern: String, abilities: [String] = ["read"]) throws -> Answer {
        let rig = try Rig.main
        let token = try rig.token(abilities: abilities)
        let value = pattern.replacing("<T>", with: "\(token)").replacing("<S>", with: token.secret)
            .replacing("<I>", with: "\(token.id)")
        return try rig.ask(
            "GET", "/api/v1/channels", fields: value.isEmpty ? [] : ["Authorization: \(value)"])
    }

    @Test(arguments: [
        "Bearer <T>", "bearer <T>", "BEARER <T>", "xBearer <T>", "Basic abc, Bearer <T>",
        "Bearer <T>, Basic abc", "Bearer <T>,", "Bearer Bearer <T>", "Bearer <S>", "Bearer 0<T>",
        "Bearer 000<T>", "Bearer <T>  ",
    ])
    func `accepted`(value: String) throws {
        #expect(try answer(value).status == 200, "\(value)")
    }

    @Test(arguments: [
        "", "Bearer  <T>", "Bearer\t<T>", "Token <T>", "Bearer ", "Bearer abc|<S>", "Bearer <I>|",
        "Bearer |<S>", "Bearer <T>|x", "Bearer <I>%7C<S>", "Bearer <I>", "Bearer <T>x",
        "Bearer 99999999999999999999|<S>", "Bearer 9223372036854775808|<S>", "Bearer -<T>",
        "Basic <T>", "<T>",
    ])
    func `refused with the one 401`(value: String) throws {
        let answer = try answer(value)
        #expect(answer.status == 401, "\(value)")
        #expect(answer.text == #"{"message":"Unauthenticated."}"#)
    }

    @Test(arguments: ["token", "api_token", "access_token"])
    func `a token in the query is nobody's`(name: String) throws {
        let rig = try Rig.main
        let token = try rig.token()
        let query = "\(name)=\(token.id)%7C\(token.secret)"
        #expect(try rig.ask("GET", "/api/v1/channels?\(query)").status == 401)
    }

    @Test func `of two lines the last bearer decides`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["read"])
        let both = ["Authorization: Basic abc", token.field]
        #expect(try rig.ask("GET", "/api/v1/channels", fields: both).status == 200)
        let wrong = [token.field, "Authorization: Bearer 5|wrong"]
        #expect(try rig.ask("GET", "/api/v1/channels", fields: wrong).status == 401)
    }

    @Test func `the upstream gets the token as it was judged`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["read"])
        let scene = rig.upstream.scene()
        let fields = [scene.field, "Authorization: Basic abc, bearer 00\(token), Digest x"]
        #expect(try rig.ask("GET", "/api/v1/channels", fields: fields).status == 200)
        #expect(try scene.request().head.all("authorization") == ["Bearer \(token)"])
    }

    @Test func `another token's secret does not open an id`() throws {
        let rig = try Rig.main
        let (first, second) = (try rig.token(), try rig.token())
        let field = "Authorization: Bearer \(first.id)|\(second.secret)"
        #expect(try rig.ask("GET", "/api/v1/channels", fields: [field]).status == 401)
    }

    @Test(arguments: [("1", 401), ("4102444800", 200), ("", 200)])
    func `a token is good until it expires`(expiresAt: String, status: Int) throws {
        let rig = try Rig.main
        let token = try rig.token(fields: ["expires_at", expiresAt])
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == status)
    }

    @Test(
        arguments: [
            (["read"], 200), (["*"], 200), (["write", "read"], 200), ([], 403), (["READ"], 403),
            (["read:*"], 403), (["admin"], 403), (["re"], 403), (["reader"], 403),
        ] as [([String], Int)])
    func `abilities are compared as they stand`(abilities: [String], status: Int) throws {
        #expect(try answer("Bearer <T>", abilities: abilities).status == status)
    }

    @Test func `a token without abilities may nothing`() throws {
        let rig = try Rig.main
        let token = Token(id: 90_000 + rig.number(), secret: "noabilities\(rig.number())")
        try rig.put(token, ["org", rig.organization()])
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 403)
    }

    @Test func `a revoked token is refused at the next request`() throws {
        let rig = try Rig.main
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        try rig.redis.run(["DEL", "bawaba:token:\(token.id)"])
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 401)
    }

    @Test func `an ability taken away is missing at the next request`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["read"])
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        try rig.redis.run(["HSET", "bawaba:token:\(token.id)", "abilities", "[\"write\"]"])
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 403)
    }

    @Test func `who guesses too often is refused, and a token seen valid still passes`() throws {
        let rig = try Rig(.init(workers: 1))
        let source = rig.source()
        let token = try rig.token(abilities: ["read"])
        #expect(try rig.ask("GET", "/api/v1/channels", token: token, from: source).status == 200)
        func guess() throws -> Answer {
            let field = "Authorization: Bearer \(token.id)|guess\(rig.number())"
            return try rig.ask("GET", "/api/v1/channels", fields: [field], from: source)
        }
        for _ in 0..<3 { #expect(try guess().status == 401) }
        let refused = try guess()
        #expect(refused.status == 429)
        #expect(refused.text == "{\n    \"message\": \"Too Many Attempts.\"\n}")
        #expect(Int(refused["retry-after"] ?? "") ?? 0 > 0)
        #expect(try rig.ask("GET", "/api/v1/channels", token: token, from: source).status == 200)
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
    }
}
