import Bytes
import Identity
import Testing

@Suite struct IdentityTests {
    @Test(arguments: [
        ("acme", "", true), ("acme", "user-1", true), ("", "u", false), ("a b", "", false),
        ("a\r\nX: y", "", false), ("acme", "u\n", false), ("acmé", "", false),
        ("a\u{7F}", "", false), (String(repeating: "a", count: 63), "", true),
        (String(repeating: "a", count: 64), "", true),
        (String(repeating: "a", count: 65), "", false),
        ("a", String(repeating: "u", count: 64), true),
        ("a", String(repeating: "u", count: 65), false),
    ])
    func `only ids that can become field values are taken over`(
        org: String, user: String, isTaken: Bool
    ) {
        var identity = Identity()
        let (orgBytes, userBytes) = (Array(org.utf8), Array(user.utf8))
        let isSet = identity.set(
            id: 5, org: orgBytes.span, user: userBytes.span, abilities: literalBytes(""))
        let taken = identity.org.toString() + "/" + identity.user.toString()
        let id = identity.tokenID
        #expect(isSet == isTaken)
        #expect(taken == (isTaken ? "\(org)/\(user)" : "/") && id == (isTaken ? 5 : 0))
    }

    @Test func `nobody may do anything`() {
        var identity = Identity()
        let before = identity.grants(Ability("*"))
        _ = identity.set(
            id: 5, org: literalBytes("acme"), user: literalBytes(""),
            abilities: literalBytes("[\"*\"]"))
        let during = identity.grants(Ability("read"))
        identity.reset()
        let after = identity.grants(Ability("read"))
        #expect(!before && during && !after)
    }
}
