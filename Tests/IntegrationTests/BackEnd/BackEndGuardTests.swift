import Glibc
import Testing

extension BackEndTests {
    /// Whom the back end believes.
    @Suite(.serialized, .enabled(if: BackEnd.isPossible, "php is not installed"))
    struct Guard {
        private static let target = "/api/v1/channels?page=2&q=a%20b"

        /// The fields of a request that came through the gateway, by name.
        private func forwarded(_ app: BackEnd, _ token: Token) throws -> [String: String] {
            let answer = try app.ask(token, Self.target)
            #expect(answer.status == 200)
            // The answer repeats them: `"fields":{"HTTP_X_BAWABA_ORG":"acme",…}`.
            let text = answer.text.components("\"fields\":{").last ?? ""
            var fields: [String: String] = [:]
            for part in text.dropLast(2).components("\",\"") {
                let pair = part.components("\":\"")
                guard pair.count == 2 else { continue }
                let name = pair[0].drop { $0 == "\"" }.dropFirst("HTTP_".count)
                let value = pair[1].last == "\"" ? String(pair[1].dropLast()) : pair[1]
                fields[String(name).replacing("_", with: "-")] = value.replacing("\\", with: "")
            }
            #expect(fields.count == 6, "\(answer.text)")
            return fields
        }

        private func status(
            _ app: BackEnd, _ fields: [String: String], method: String = "GET",
            target: String = Guard.target
        ) throws -> Int {
            try app.askDirectly(method, target, fields.map { "\($0.key): \($0.value)" }).status
        }

        @Test func `a request is believed as the gateway sent it, and in no other form`() throws {
            let app = try BackEnd.shared
            let fields = try forwarded(app, try app.token("'abilities' => ['read', 'send'],"))
            #expect(fields["X-BAWABA-ORG"] == "acme")
            #expect(try status(app, fields) == 200)
            #expect(try status(app, fields, method: "POST") == 401)
            #expect(try status(app, fields, target: "/api/v1/channels?page=3&q=a%20b") == 401)
            for name in fields.keys {
                var other = fields
                other[name] = nil
                #expect(try status(app, other) == 401, "without \(name)")
                other[name] = (fields[name] ?? "") + "1"
                #expect(try status(app, other) == 401, "with another \(name)")
            }
            var other = fields
            other["X-BAWABA-ABILITIES"] = #"["*"]"#
            #expect(try status(app, other) == 401)
            #expect(try status(app, [:]) == 401)
        }

        @Test func `an old assertion is refused, a future one, and that of an embed token`() throws
        {
            let app = try BackEnd.shared
            var fields = try forwarded(app, try app.token())
            let said = fields
            let signed = { (age: Int, key: String, more: [String]) in
                let time = Int(Glibc.time(nil)) - age
                let values = [
                    "REQUEST-ID", "BAWABA-ORG", "BAWABA-USER", "BAWABA-TOKEN-ID",
                    "BAWABA-ABILITIES",
                ].map { said["X-" + $0] ?? "" }
                let lines = (["v1", "\(time)", "GET", Self.target] + values + more)
                    .joined(separator: "\\n")
                let text = lines.replacing("\"", with: "\\\"")
                let mac = try app.run("echo hash_hmac('sha256', \"\(text)\", '\(key)');")[0]
                return "t=\(time),v1=\(mac)"
            }
            for (age, status) in [(0, 200), (290, 200), (302, 401), (-290, 200), (-310, 401)] {
                fields["X-BAWABA-ASSERTION"] = try signed(age, Rig.assertionKey, [])
                #expect(try self.status(app, fields) == status, "\(age) s")
            }
            fields["X-BAWABA-ASSERTION"] = try signed(0, String(repeating: "x", count: 32), [])
            #expect(try status(app, fields) == 401)
            // A host may call its visitor what a user's id is: `sub` is nobody's.
            fields["X-BAWABA-ASSERTION"] = try signed(0, Rig.assertionKey, ["e30"])
            fields["X-BAWABA-CLAIMS"] = "e30"
            #expect(try status(app, fields) == 401)
        }

        @Test func `a public request through the gateway is nobody's`() throws {
            let answer = try BackEnd.shared.rig.ask("POST", "/api/webhooks/neoleap", body: "[]")
            #expect(answer.status == 401)
        }

        @Test func `a token that was logged out before the drain stays ended`() throws {
            let app = try BackEnd.shared
            let token = try app.issued()
            #expect(try app.ask(token, "/api/v1/channels/logout").status == 200)
            try app.drain()
            #expect(try !app.rows().contains("\(token.id)"))
            // Nor does a row bring it back that was written in that moment.
            try app.run(
                """
                DB::table('personal_access_tokens')->updateOrInsert(['id' => \(token.id)], [
                    'tokenable_type' => 'App\\\\Models\\\\User', 'tokenable_id' => 7,
                    'name' => 'CRM', 'abilities' => '["*"]', 'created_at' => date('Y-m-d H:i:s'),
                    'token' => hash('sha256', '\(token.secret)')]);
                PersonalAccessToken::find(\(token.id))->update(['name' => 'new']);
                """)
            #expect(
                try app.run("artisan(BawabaExport::class);").allSatisfy {
                    !$0.contains("\(token.id)")
                })
            #expect(try app.ask(token).status == 401)
        }

        @Test func `another model's token is nobody's, although a user has its owner's id`() throws
        {
            let app = try BackEnd.shared
            let token = try app.token("'tokenable_type' => 'App\\Models\\Admin',")
            #expect(try app.ask(token).status == 401)
            #expect(
                try app.run("artisan(BawabaExport::class);").allSatisfy {
                    !$0.contains(#""id":\#(token.id),"#)
                })
        }

        @Test(arguments: ["", "ops"])
        func `a token without one of the users is nobody's`(user: String) throws {
            let app = try BackEnd.shared
            let token = try app.token()
            try app.rig.redis.run(["HSET", "bawaba:token:\(token.id)", "user", user])
            #expect(try app.ask(token).status == 401)
        }

        @Test func `a token ends when its owner logs out behind the gateway`() throws {
            let app = try BackEnd.shared
            let token = try app.token()
            #expect(try app.ask(token, "/api/v1/channels/logout").status == 200)
            #expect(try app.ask(token).status == 401)
            #expect(try !app.rows().contains("\(token.id)"))
        }
    }
}

extension StringProtocol {
    /// The parts between the marks.
    fileprivate func components(_ mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
