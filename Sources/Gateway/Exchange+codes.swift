import Bytes
import Contract
import Crypto
import HTTP
import Identity
import Reactor
import Redis

/// The exchange of an authorization code for a token, answered here (laravel.md §7).
extension Exchange {
    /// Begins with the fields of the input that was just judged.
    mutating func beginCodeExchange(
        _ judge: inout InputJudge, tag: UInt64, desk: CodeExchange.Desk, link: inout RedisLink,
        failed: borrowing FailedLookups, now: UInt64
    ) -> CodeVerdict? {
        let media = head.value(of: .contentType).map(\.value) ?? .empty
        let encoding = InputEncoding(
            contentType: head.text(media), method: head.text(head.methodText))
        let fields = CodeFields(&judge, encoding, body)
        return codes.begin(
            code: fields.code, redirect: fields.redirect, verifier: fields.verifier,
            client: ClientNetwork(high: client.subscriber.high, low: client.subscriber.low),
            tag: tag, desk: desk, link: &link, failed: failed, nowMilliseconds: now)
    }

    /// Leaves no code, token or key behind in storage that is used again.
    mutating func forgetSecrets() {
        codes.reset()
        minting.reset()
        body.wipe()
    }

    /// Composes the answer that gives the client its token.
    mutating func composeToken(_ rules: Rules, body: inout ByteBuffer) {
        response.reset()
        response.status = 200
        body.removeAll()
        guard let token = codes.token else { return }
        body.append("{\"data\":{\"access_token\":\"")
        body.append(string: token.text)
        body.append("\",\"token_type\":\"Bearer\",\"abilities\":")
        body.append(codes.identity.abilities)
        body.append("}}")
        response.add(.contentType, "application/json")
        addCaching()
        addCORS(rules)
        response.framing = .length(body.count)
    }
}

/// What a client presents to exchange a code. The texts are this value's own.
private struct CodeFields: ~Copyable {
    private var bytes = ByteBuffer()
    private var codeEnd = 0
    private var redirectEnd = 0

    init(_ judge: inout InputJudge, _ encoding: InputEncoding, _ body: borrowing ByteBuffer) {
        // From the body alone: RFC 6749 §3.2 keeps them out of the URI, which proxies log.
        _ = judge.appendText(of: "code", encoding, body: body.span, inQuery: false, to: &bytes)
        codeEnd = bytes.count
        _ = judge.appendText(
            of: "redirect_uri", encoding, body: body.span, inQuery: false, to: &bytes)
        redirectEnd = bytes.count
        let hasVerifier = judge.appendText(
            of: "code_verifier", encoding, body: body.span, inQuery: false, to: &bytes)
        var other = ByteBuffer()
        if !hasVerifier,
            judge.appendJSON(of: "code_verifier", encoding, body: body.span, to: &other),
            !other.span.equals("null")
        {
            // There is one, but it is no text: as wrong as any other.
            bytes.append("!")
        }
    }

    var code: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span.extracting(..<codeEnd) }
    }

    var redirect: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span.extracting(codeEnd..<redirectEnd) }
    }

    /// `code_verifier` of RFC 7636, empty when there is none.
    var verifier: Span<UInt8> {
        @_lifetime(borrow self) get { bytes.span.extracting(redirectEnd...) }
    }
}
