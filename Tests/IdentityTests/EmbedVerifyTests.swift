import Bytes
import Identity
import Testing

/// A payload with everything in it, and what a test changes.
private func payload(_ changes: (String, String)...) -> String {
    var text =
        #"{"iss":"i","org":"acme","slug":"site","sub":"u","ctx":{},"iat":1800000000,"#
        + #""exp":1800000900,"jti":"j","kid":"k1"}"#
    for (old, new) in changes {
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        text = parts.joined(separator: new)
    }
    return text
}

private func signed(_ payload: String) -> String { Embed.sign(Embed.encode(payload)) }

@Suite struct EmbedVerifyTests {
    private let key: EmbedKey
    private let judge = Judge()

    init() throws { key = try #require(Embed.key()) }

    @Test func `a key's holder may write claims in another order and spelling`() throws {
        let token = signed(
            #"{"kid":"k1","exp":1800000900,"extra":[{"org":"x"},"]}"],"iat":1800000000,"#
                + #""jti":"j","sub":"\u00e9","slug":"site","org":"acme","iss":"https:\/\/a"}"#)
        #expect(try judge.hints(token).get() == ["acme", "k1"])
        let claims = try judge.verify(token, key: key).get()
        #expect(claims.issuer == "https://a" && claims.subject == "é" && claims.context == "{}")
    }

    @Test(arguments: [
        (#""iss":"i","#, ""), (#""org":"acme","#, ""), (#""slug":"site","#, ""),
        (#""sub":"u","#, ""), (#""iat":1800000000,"#, ""), (#""exp":1800000900,"#, ""),
        (#""jti":"j","#, ""), (#","kid":"k1""#, ""),
        // Of another kind.
        (#""iss":"i""#, #""iss":7"#), (#""org":"acme""#, #""org":["acme"]"#),
        (#""slug":"site""#, #""slug":null"#), (#""sub":"u""#, #""sub":12345"#),
        (#""ctx":{}"#, #""ctx":"{}""#), (#""ctx":{}"#, #""ctx":[1]"#),
        (#""ctx":{}"#, #""ctx":null"#), ("1800000000", "\"1800000000\""),
        ("1800000900", "1800000900.0"), ("1800000900", "18e8"), ("1800000900", "-1"),
        ("1800000900", "9999999999999999999"), ("1800000900", "true"),
        (#""jti":"j""#, #""jti":{}"#),
        // Empty, or not of its form.
        (#""iss":"i""#, #""iss":"""#), (#""sub":"u""#, #""sub":"""#),
        (#""slug":"site""#, #""slug":"a:b""#), (#""jti":"j""#, #""jti":"""#),
        (#""org":"acme""#, #""org":"a b""#), (#""org":"acme""#, #""org":"""#),
        (#""kid":"k1""#, #""kid":"K1""#),
        // Twice, also when spelled otherwise.
        (#""iss":"i""#, #""iss":"i","iss":"i""#), (#""sub":"u""#, #""sub":"u","sub":"v""#),
        (#""org":"acme""#, #""org":"acme","org":"acme""#),
        (#""kid":"k1""#, #""kid":"k1","\u006bid":"k2""#), (#""ctx":{}"#, #""ctx":[],"ctx":{}"#),
        (#""exp":1800000900"#, #""exp":1800000900,"exp":1800000901"#),
        // Lives too long, or not at all.
        ("1800000900", "1800000000"), ("1800000900", "1799999999"), ("1800000900", "1800086401"),
        // No JSON, or another value.
        (#"{"iss""#, #"{iss"#), (#""k1"}"#, #""k1"},"#), (#""k1"}"#, #""k1""#),
        ("\"u\"", "\"\u{1}\""), ("\"u\"", #""\x""#), ("\"u\"", #""\ud800""#),
    ])
    func `a claim that is missing, twice there or of another kind is refused`(
        old: String, new: String
    ) {
        let fault = judge.fault(signed(payload((old, new))), key: key)
        #expect(fault == .invalidClaims, "\(payload((old, new)))")
        #expect(judge.rest.isEmpty)
    }

    @Test(arguments: [
        ("sub", "u", Bounds.embedSubjectBytesMax), ("jti", "j", Bounds.embedTokenIDBytesMax),
    ])
    func `what becomes a field of the upstream's has a length`(
        claim: String, value: String, most: Int
    ) {
        for (count, fault) in [(most - 1, nil), (most, nil), (most + 1, EmbedFault.invalidClaims)] {
            let long = #""\#(claim)":"\#(String(repeating: "x", count: count))""#
            let token = signed(payload((#""\#(claim)":"\#(value)""#, long)))
            #expect(judge.fault(token, key: key) == fault, "\(count)")
        }
    }

    @Test(arguments: [
        (#""org":"acme""#, #""org":"other""#), (#""kid":"k1""#, #""kid":"k2""#),
    ])
    func `a key is good for its organization and its id only`(old: String, new: String) {
        #expect(judge.fault(signed(payload((old, new))), key: key) == .wrongKey)
    }

    @Test(
        arguments: [
            (-61, .notYetValid), (-60, nil), (0, nil), (899, nil), (900, nil), (959, nil),
            (960, .expired), (100_000, .expired),
        ] as [(Int, EmbedFault?)])
    func `a token is good for its time, give or take a minute`(age: Int, fault: EmbedFault?) {
        #expect(judge.fault(signed(payload()), key: key, at: Embed.now + age) == fault)
    }

    @Test func `a token of others may begin later than it was made`() {
        let token = signed(payload((#""jti""#, #""nbf":1800000100,"jti""#)))
        #expect(judge.fault(token, key: key, at: Embed.now + 39) == .notYetValid)
        #expect(judge.fault(token, key: key, at: Embed.now + 40) == nil)
        let unusable = signed(payload((#""jti""#, #""nbf":"soon","jti""#)))
        #expect(judge.fault(unusable, key: key) == .invalidClaims)
    }

    @Test func `a token is good for its widget only`() {
        let token = signed(payload())
        #expect(judge.fault(token, key: key, slug: "site") == nil)
        for slug in ["Site", "sit", "site2", ""] {
            #expect(judge.fault(token, key: key, slug: slug) == .wrongSlug)
        }
    }

    @Test func `the text is judged before anything of it is read`() {
        let body = Embed.encode(payload())
        let good = Embed.sign(body)
        let mac = good.dropFirst(body.count + 1)
        for text in [
            "", ".", "..", body, body + ".", "." + mac, "\(body).\(mac).", ".\(body).\(mac)",
            "\(body)..\(mac)", "\(body).\(mac)\(mac)", "\(body).\(mac.dropLast())",
            "\(body).\(mac)A", "\(body).\(mac.dropLast())=", "a.b.\(body).\(mac)", good + "\n",
            " " + good,
        ] {
            let fault = judge.fault(text, key: key)
            #expect(fault == .malformed || fault == .forged, "\(text)")
        }
        // Signed by the key's holder, and still not in the one spelling that base64url has.
        for text in [body + "=", body.dropLast() + "*", body + "A" + "A", "+" + body] {
            let fault = judge.fault(Embed.sign(String(text)), key: key)
            #expect(fault == .malformed || fault == .invalidClaims, "\(text)")
        }
    }

    @Test func `a token has its bound`() {
        let padding = { (count: Int) in
            signed(
                payload((#""ctx":{}"#, #""ctx":{"a":"\#(String(repeating: "x", count: count))"}"#)))
        }
        let most = padding(5_993)
        #expect(most.utf8.count == Bounds.embedTokenBytesMax)
        #expect(judge.fault(most, key: key) == nil)
        let over = padding(5_994)
        #expect(over.utf8.count > Bounds.embedTokenBytesMax)
        #expect(judge.fault(over, key: key) == .tooLarge)
        #expect(judge.hints(over) == .failure(.tooLarge))
    }

    @Test(arguments: [
        #"{"alg":"HS256","typ":"JWT","kid":"k1"}"#, #"{"typ":"JWT","alg":"HS256","kid":"k1"}"#,
        #"{"alg":"HS256"}"#, #"{"kid":"k1","alg":"HS256"}"#,
    ])
    func `headers of HS256 are taken`(header: String) {
        let text = Embed.encode(header) + "." + Embed.encode(payload())
        #expect(judge.fault(Embed.sign(text), key: key) == nil)
    }

    @Test(arguments: [
        #"{"alg":"none","typ":"JWT","kid":"k1"}"#, #"{"alg":"hs256"}"#, #"{"alg":"HS512"}"#,
        #"{"alg":"RS256"}"#, #"{"alg":"HS256 "}"#, #"{"alg":["HS256"]}"#, #"{"typ":"JWT"}"#,
        #"{}"#, #"{"alg":"HS256","alg":"HS256"}"#, #"{"alg":"HS256","typ":"jwt"}"#,
        #"{"alg":"HS256","kid":"k2"}"#, #"{"alg":"HS256","crit":["exp"]}"#,
        #"{"alg":"HS256","crit":"exp"}"#, #"{"alg":"HS256","jku":"https://evil.example"}"#,
        #"{"alg":"HS256","b64":false}"#, #"{"\u0061lg":"HS256"}"#, #"{ "alg":"HS256"}"#,
        #"{"alg":"HS256"}}"#, #"{"alg":"HS256""#, "7", #"["HS256"]"#, #"{"alg":"HS256"} "#,
    ])
    func `any other header is refused, signature or not`(header: String) {
        let text = Embed.encode(header) + "." + Embed.encode(payload())
        #expect(judge.fault(Embed.sign(text), key: key) == .unsupportedHeader)
        #expect(judge.fault(text + ".", key: key) == .malformed)
    }

    @Test func `one format's signature is not good for the other`() throws {
        let compact = try Embed.mint(key: key)
        let jwt = try Embed.mint(Embed.Grant(), .jwt, key: key)
        let parts = jwt.split(separator: ".")
        #expect(judge.fault("\(parts[1]).\(parts[2])", key: key) == .forged)
        #expect(judge.fault("\(parts[0]).\(compact)", key: key) == .forged)
        #expect(judge.fault("\(parts[0]).\(parts[1])", key: key) == .malformed)
    }

    @Test(arguments: [
        "", "{}", "{", "7", "null", "[]", #"{"org":"acme"}"#, #"{"kid":"k1"}"#,
        #"{"org":"acme","kid":"k1""#, #"{"org":"acme","kid":"k1"}x"#, #"{"org":"acme","kid":7}"#,
        #"{"org":{},"kid":"k1"}"#, #"{"org":"acme","org":"acme","kid":"k1"}"#,
        #"{"org":"acme","kid":"k1","kid":"k1"}"#, #"{"org":"a b","kid":"k1"}"#,
        #"{"org":"a\"b","kid":"k1"}"#, #"{"org":"acme","kid":"k:1"}"#, #"{"org":"","kid":"k1"}"#,
        #"{"a":{"org":"acme","kid":"k1"}}"#, #"{"org":"acme" ,"kid":"k1"}"#,
        #"{"org":"acme","kid":"k1",}"#, #"{"org":"acme","x":,"kid":"k1"}"#,
        #"{"org":"acme","x":],"kid":"k1"}"#, #"{"org":"acme","x":"\"#, "{\"org\":\"ac\nme\"}",
        #"{"org":"acme","kid":"12345678901234567"}"#,
    ])
    func `hints come from one reading only`(payload: String) {
        let token = Embed.encode(payload) + "." + String(repeating: "A", count: 43)
        #expect(judge.hints(token) == .failure(.malformed), "\(payload)")
        #expect(judge.rest.isEmpty)
    }

    @Test func `hints are those of the outermost object, whoever signed`() throws {
        let payload =
            #"{"ctx":{"org":"inner","kid":"k9","x":["}",{"kid":"k8"}]},"org":"a:b","n":-1.5e+3,"#
            + #""kid":"k1","t":true}"#
        let token = Embed.encode(payload) + "." + String(repeating: "A", count: 43)
        #expect(try judge.hints(token).get() == ["a:b", "k1"])
        #expect(judge.fault(token, key: key) == .forged)
        #expect(judge.rest.isEmpty)
    }

    @Test func `every fault has a reason of its own`() {
        let all: [EmbedFault] = [
            .tooLarge, .malformed, .forged, .unsupportedHeader, .invalidClaims, .wrongKey,
            .notYetValid, .expired, .wrongSlug,
        ]
        #expect(Set(all.map { "\($0.reason)" }).count == all.count)
    }
}
