import Bytes
import Identity
import Testing

/// What widgets' back ends run: the very code of `policies/README.md`.
@Suite struct EmbedLanguageTests {
    private static let digits = String(repeating: "0a", count: 32)

    /// Behind the README's code: a line for each token, its subject or `null`.
    private static let verifiers = [
        "php": """

        [, $sealed, $org, $kid, $slug, $now] = $argv;
        $secretOf = fn ($o, $k) => "$o/$k" === "$org/$kid"
            ? openEmbedKey($sealed, $o, $k, ['m1' => hex2bin('\(digits)')]) : null;
        foreach (array_slice($argv, 6) as $token) {
            $claims = verifyEmbedToken($token, $slug, $secretOf, (int) $now);
            echo $claims === null ? 'null' : $claims['sub'] . ' ' . $claims['iss'], "\\n";
        }
        """,
        "node": """

        const [sealed, org, kid, slug, now, ...tokens] = process.argv.slice(2);
        const keys = new Map([['m1', Buffer.from('\(digits)', 'hex')]]);
        const secretOf = (o, k) =>
          o === org && k === kid ? openEmbedKey(sealed, o, k, keys) : null;
        for (const token of tokens) {
          const claims = verifyEmbedToken(token, slug, secretOf, Number(now));
          console.log(claims === null ? 'null' : claims.sub + ' ' + claims.iss);
        }
        """,
    ]

    /// Programs that make a compact token and a JWT of a secret in hexadecimal digits.
    private static let minters = [
        "php": """
        <?php
        [, $secret, $now] = $argv;
        $encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
        $sign = fn ($text) =>
            $text . '.' . $encode(hash_hmac('sha256', $text, hex2bin($secret), true));
        $payload = $encode(json_encode([
            'iss' => 'https://app.example.com', 'org' => 'acme', 'slug' => 'site',
            'sub' => 'زائر/1', 'ctx' => [], 'iat' => (int) $now, 'exp' => $now + 60,
            'jti' => 'x', 'kid' => 'k1']));
        $header = $encode('{"typ":"JWT","alg":"HS256","kid":"k1"}');
        echo $sign($payload), "\\n", $sign("$header.$payload"), "\\n";
        """,
        "node": """
        const crypto = require('node:crypto');
        const [secret, now] = process.argv.slice(2);
        const encode = (text) => Buffer.from(text).toString('base64url');
        const sign = (text) => text + '.' + crypto.createHmac('sha256',
          Buffer.from(secret, 'hex')).update(text).digest('base64url');
        const payload = encode(JSON.stringify({
          iss: 'https://app.example.com', org: 'acme', slug: 'site', sub: 'زائر/1',
          ctx: {}, iat: Number(now), exp: Number(now) + 60, jti: 'x', kid: 'k1' }));
        const header = encode(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: 'k1' }));
        console.log(sign(payload));
        console.log(sign(header + '.' + payload));
        """,
    ]

    private func verifyElsewhere(_ interpreter: String, _ language: String) throws {
        let master = Array("m1 \(Self.digits)".utf8)
        let keys = try MasterKeys(master.span)
        let (org, kid, secret) = (Array("acme".utf8), Array("k1".utf8), Embed.secret(7))
        var sealed = ByteBuffer()
        _ = keys.seal(secret: secret.span, org: org.span, kid: kid.span, to: &sealed)
        let key = try #require(Embed.key())
        let grant = Embed.Grant(slug: "site", subject: "زائر/1", context: #"{"a":"ü/"}"#)
        let compact = try Embed.mint(grant, key: key)
        let jwt = try Embed.mint(grant, .jwt, key: key)
        let other = compact.dropLast(7).last == "A" ? "B" : "A"
        let none = Embed.encode(#"{"alg":"none"}"#) + "." + compact.prefix { $0 != "." }
        let bad = [
            "", "x", compact + "\n", "." + compact, compact + ".", String(compact.dropLast()),
            Embed.sign(String(compact.prefix { $0 != "." }), 8), none + ".", Embed.sign(none),
            Embed.sign(Embed.encode("7")), Embed.sign(Embed.encode("[]")),
            "\(compact.dropLast(8))\(other)\(compact.suffix(7))",
            try Embed.mint(Embed.Grant(slug: "other"), key: key),
            try Embed.mint(grant, key: key, at: Embed.now - 961),
            try Embed.mint(grant, key: key, at: Embed.now + 61),
            try Embed.mint(grant, key: try #require(Embed.key(kid: "k2"))),
            try Embed.mint(grant, key: try #require(Embed.key(org: "other"))),
            String(repeating: "a", count: 8_150) + "." + String(repeating: "a", count: 43),
        ]
        let text = sealed.span.toString()
        let program = try Script.example(language) + (Self.verifiers[interpreter] ?? "")
        let lines = try Script.run(
            interpreter, program,
            [text, "acme", "k1", "site", "\(Embed.now)", compact, jwt] + bad)
        let good = "زائر/1 https://app.example.com"
        #expect(lines == [good, good] + bad.map { _ in "null" })
        // Without the right master key nothing opens; with a copy from elsewhere neither.
        let copied = try Script.run(
            interpreter, program, [text, "acme", "k2", "site", "\(Embed.now)", compact])
        #expect(copied == ["null"])
    }

    private func verifyTheirs(_ interpreter: String) throws {
        var digits = ByteBuffer()
        let secret = Embed.secret(7)
        digits.append(hex: secret.span)
        let text = digits.span.toString()
        let tokens = try Script.run(
            interpreter, Self.minters[interpreter] ?? "", [text, "\(Embed.now)"])
        #expect(tokens.count == 2)
        let key = try #require(Embed.key())
        for token in tokens {
            #expect(try Judge().hints(token).get() == ["acme", "k1"])
            let claims = try Judge().verify(token, key: key, slug: "site").get()
            #expect(claims.subject == "زائر/1" && claims.issuer == "https://app.example.com")
            #expect(claims.context == "{}" && claims.expiresAt == Embed.now + 60)
        }
    }

    @Test(.enabled(if: Script.isInstalled("php"), "php is not installed"))
    func `PHP verifies our tokens with the code of the README`() throws {
        try verifyElsewhere("php", "php")
    }

    @Test(.enabled(if: Script.isInstalled("node"), "node is not installed"))
    func `Node verifies our tokens with the code of the README`() throws {
        try verifyElsewhere("node", "js")
    }

    @Test(.enabled(if: Script.isInstalled("php"), "php is not installed"))
    func `we verify what PHP signs`() throws { try verifyTheirs("php") }

    @Test(.enabled(if: Script.isInstalled("node"), "node is not installed"))
    func `we verify what Node signs`() throws { try verifyTheirs("node") }
}
