import Bytes
import Identity
import Testing

private func canonical(_ json: String) -> String? {
    var buffer = ByteBuffer()
    let bytes = Array(json.utf8)
    guard AbilityList.appendCanonical(bytes.span, to: &buffer) else { return nil }
    return buffer.span.toString()
}

private func grants(_ json: String, _ ability: String) -> Bool {
    var identity = Identity()
    let org = Array("acme".utf8)
    let list = Array(json.utf8)
    let isSet = identity.set(id: 1, org: org.span, user: literalBytes(""), abilities: list.span)
    return isSet && identity.grants(Ability(ability))
}

@Suite struct AbilityListTests {
    @Test(arguments: [
        (#"["read"]"#, "read", true), (#"["*"]"#, "read", true), (#"["a","read"]"#, "read", true),
        (#" [ "a" , "read" ] "#, "read", true), (#"["a","*","b"]"#, "x", true),
        (#"["READ"]"#, "read", false), (#"["read:*"]"#, "read:x", false),
        (#"["admin"]"#, "read", false), (#"["rea"]"#, "read", false),
        (#"["reads"]"#, "read", false), (#"["a,read"]"#, "read", false),
        (#"["a\"","read"]"#, "read", true), (#"["a\",\"read\",\""]"#, "read", false),
        (#"["\\","read"]"#, "read", true), (#"["re\u0061d"]"#, "read", true),
        (#"["caf\u00e9"]"#, "café", true), (#"["café"]"#, "café", true),
        (#"["a\/b"]"#, "a/b", true), (#"["\ud83d\ude00"]"#, "😀", true), (#"["😀"]"#, "😀", true),
        // As PHP writes an array that has gaps.
        (#"{"0":"read","2":"send"}"#, "send", true), (#"{"0":"send"}"#, "0", false),
        ("[]", "read", false), ("{}", "read", false), ("", "read", false),
        ("null", "read", false), (#""*""#, "read", false), ("*", "read", false),
        (#"["read""#, "read", false), (#"["read",]"#, "read", false),
        (#"["read"]x"#, "read", false), (#"["read",1]"#, "read", false),
        (#"[["read"]]"#, "read", false), (#"["*" "read"]"#, "read", false),
        ("[\"read\n\"]", "read", false), (#"["\x","read"]"#, "read", false),
        (#"["\ud83d","read"]"#, "read", false), (#"["\ude00","read"]"#, "read", false),
        (#"["read"#, "read", false), (#"["read\"#, "read", false), (#"["\u00"#, "read", false),
    ])
    func `a token may do what its list says exactly`(
        list: String, ability: String, isGranted: Bool
    ) {
        #expect(grants(list, ability) == isGranted)
    }

    @Test func `equal lists become equal bytes, fit for a field`() {
        #expect(canonical(" [ \"r\\u0065ad\",\n\"é\" ] ") == #"["read","\u00e9"]"#)
        #expect(canonical(#"["\/\t\u001f\u007f\"\\"]"#) == #"["/\u0009\u001f\u007f\"\\"]"#)
        #expect(canonical(#"{"1":"a","x":"b"}"#) == #"["a","b"]"#)
        #expect(canonical("[]") == "[]" && canonical("{ }") == "[]")
        var buffer = ByteBuffer()
        let invalid: [UInt8] = [0x5B, 0x22, 0xFF, 0x22, 0x5D]
        let isRead = AbilityList.appendCanonical(invalid.span, to: &buffer)
        #expect(!isRead)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `a list is as long as the bound at most, and grants nothing beyond`(
        beyond: Int, isGranted: Bool
    ) {
        let name = String(repeating: "a", count: Bounds.abilitiesBytesMax - 4 + beyond)
        #expect(grants("[\"\(name)\"]", name) == isGranted)
    }
}
