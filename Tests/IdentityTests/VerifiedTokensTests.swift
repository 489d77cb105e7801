import Bytes
import Crypto
import Identity
import Testing

private func digest(_ text: String) -> SHA256Digest {
    let bytes = Array(text.utf8)
    return SHA256.digest(of: bytes.span)
}

private let acme = Array("acme".utf8)

@Suite struct VerifiedTokensTests {
    @Test func `a token is found by its id with its own secret only`() {
        var tokens = VerifiedTokens(capacity: 16)
        tokens.remember(id: 7, digest: digest("s"), org: acme.span)
        let right = tokens.find(id: 7, digest: digest("s"))
        let wrongSecret = tokens.find(id: 7, digest: digest("x"))
        let wrongID = tokens.find(id: 8, digest: digest("s"))
        let bySecret = tokens.find(digest: digest("s"))
        #expect(right != nil && wrongSecret == nil && wrongID == nil && bySecret == right)
        let org = tokens.org(in: right ?? 0).toString()
        let id = tokens.id(in: right ?? 0)
        #expect(org == "acme" && id == 7)
    }

    @Test func `a new secret replaces the old one, and a forgotten token is gone`() {
        var tokens = VerifiedTokens(capacity: 16)
        tokens.remember(id: 7, digest: digest("old"), org: acme.span)
        tokens.remember(id: 7, digest: digest("new"), org: acme.span)
        let old = tokens.find(id: 7, digest: digest("old"))
        let oldBySecret = tokens.find(digest: digest("old"))
        let new = tokens.find(id: 7, digest: digest("new"))
        tokens.forget(id: 7)
        let gone = tokens.find(id: 7, digest: digest("new"))
        let goneBySecret = tokens.find(digest: digest("new"))
        #expect(old == nil && oldBySecret == nil && new != nil)
        #expect(gone == nil && goneBySecret == nil)
    }

    @Test func `no id and no digest is found in an empty table`() {
        var tokens = VerifiedTokens(capacity: 4)
        let zero = tokens.find(id: 0, digest: .zero)
        let zeroBySecret = tokens.find(digest: .zero)
        #expect(zero == nil && zeroBySecret == nil)
    }

    @Test func `a full table forgets the least recently used`() {
        // Four slots are one set.
        var tokens = VerifiedTokens(capacity: 4)
        for id in 1...4 { tokens.remember(id: id, digest: digest("\(id)"), org: acme.span) }
        _ = tokens.find(id: 1, digest: digest("1"))
        tokens.remember(id: 5, digest: digest("5"), org: acme.span)
        let kept = [1, 3, 4, 5].filter { tokens.find(id: $0, digest: digest("\($0)")) != nil }
        let forgotten = tokens.find(id: 2, digest: digest("2"))
        #expect(kept == [1, 3, 4, 5] && forgotten == nil)
    }

    @Test func `notes stay with an organization and end with it`() {
        var tokens = VerifiedTokens(capacity: 16)
        let note = TokenNote(intervalNanoseconds: 5, burst: 6)
        tokens.remember(id: 7, digest: digest("s"), org: acme.span)
        for limit in 0...Bounds.limitsRememberedMax { tokens.note(note, id: 7, limit: limit) }
        tokens.remember(id: 7, digest: digest("t"), org: acme.span)
        let slot = tokens.find(id: 7, digest: digest("t")) ?? 0
        let kept = tokens.note(in: slot, limit: Bounds.limitsRememberedMax - 1)
        let beyond = tokens.note(in: slot, limit: Bounds.limitsRememberedMax)
        tokens.remember(id: 7, digest: digest("t"), org: literalBytes("other"))
        let ended = tokens.note(in: slot, limit: 0)
        #expect(kept == note && beyond == TokenNote() && ended == TokenNote())
    }
}
