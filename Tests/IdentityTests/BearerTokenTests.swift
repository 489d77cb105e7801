import Bytes
import Identity
import Testing

/// `id/secret`, `/secret` without an id, or the fault.
private func read(_ header: String, isEmbed: Bool = false) -> String {
    let value = Array(header.utf8)
    do {
        let token =
            isEmbed
            ? try BearerToken(embedIn: value.span) : try BearerToken(authorization: value.span)
        let secret = value.span.slice(token.secret).toString()
        return (token.id.map(String.init) ?? "") + "/" + secret
    } catch {
        return "\(error)"
    }
}

@Suite struct BearerTokenTests {
    @Test(arguments: [
        // The table of laravel.md §1, T being 7|abc.
        ("Bearer 7|abc", "7/abc"), ("bearer 7|abc", "7/abc"), ("BEARER 7|abc", "7/abc"),
        ("xBearer 7|abc", "7/abc"), ("Basic abc, Bearer 7|abc", "7/abc"),
        ("Bearer 7|abc, Basic abc", "7/abc"), ("Bearer 7|abc,", "7/abc"),
        ("Bearer Bearer 7|abc", "7/abc"), ("Bearer abc", "/abc"), ("Bearer 07|abc", "7/abc"),
        ("Bearer\t7|abc", "missing"), ("Token 7|abc", "missing"), ("Bearer ", "missing"),
        ("Bearer abc|def", "malformed"), ("Bearer 1|", "malformed"),
        ("Bearer |abc", "malformed"), ("Bearer  7|abc", "malformed"),
        // These have a shape, and fail in the look-up.
        ("Bearer 7|abc|x", "7/abc|x"), ("Bearer 1%7Cabc", "/1%7Cabc"),
        ("Bearer 7|abc ", "7/abc "), ("Bearer  abc", "/ abc"),
        // Around them.
        ("", "missing"), ("Bearer", "missing"), ("Bearer ,7|abc", "missing"),
        ("Bearer 1|a, Bearer 2|b", "2/b"), ("Bearer 1|a,Bearer ", "missing"),
        ("Bearer 1|a Bearer 2|b", "2/b"), ("Bearer 0|abc", "0/abc"), ("Bearer -1|a", "malformed"),
        ("Bearer +1|a", "malformed"), ("Bearer 1 |a", "malformed"), ("Bearer 1e3|a", "malformed"),
    ])
    func `a field's value is read as Laravel reads it`(header: String, token: String) {
        #expect(read(header) == token)
    }

    @Test(arguments: [
        ("9223372036854775806", "9223372036854775806/s"),
        ("9223372036854775807", "9223372036854775807/s"),
        ("9223372036854775808", "malformed"), ("18446744073709551617", "malformed"),
        ("99999999999999999999999999", "malformed"),
        ("00000000000000000000000000000000042", "42/s"),
    ])
    func `an id beyond 64 bits is refused before Redis is asked`(id: String, token: String) {
        #expect(read("Bearer \(id)|s") == token)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `a token is as long as the bound at most`(beyond: Int, isRead: Bool) {
        let secret = String(repeating: "a", count: Bounds.bearerBytesMax + beyond)
        #expect(read("Bearer " + secret) == (isRead ? "/" + secret : "malformed"))
    }

    @Test(arguments: [
        ("Bearer a.b", "/a.b"), ("bearer a.b.c", "/a.b.c"), ("Basic x, Bearer a.b, y", "/a.b"),
        ("Bearer 7|abc", "/7|abc"), ("", "missing"), ("Bearer ", "missing"), ("a.b", "missing"),
    ])
    func `an embed token stands in the same place`(header: String, token: String) {
        #expect(read(header, isEmbed: true) == token)
    }
}
