import Bytes
import HTTP
import Testing

@Suite struct FieldNameTests {
    private static func known(_ name: String) -> FieldName {
        let bytes = Array(name.utf8)
        return FieldName(bytes.span)
    }

    private static func scan(_ text: String) -> ScannedName {
        let bytes = Array(text.utf8)
        return FieldName.scan(bytes.span, from: 0)
    }

    @Test(arguments: FieldName.allCases.filter { $0.text.utf8CodeUnitCount > 0 })
    func `every known name is recognised in any case`(_ name: FieldName) {
        let text = "\(name.text)"
        #expect(Self.known(text) == name)
        #expect(Self.known(text.uppercased()) == name)
        #expect(Self.known(text.prefix(1).uppercased() + text.dropFirst()) == name)
    }

    @Test(arguments: FieldName.allCases.filter { $0.text.utf8CodeUnitCount > 0 })
    func `a name with one byte more, less or other is another`(_ name: FieldName) {
        let text = "\(name.text)"
        for position in text.indices where text[position] != "-" {
            var changed = text
            changed.replaceSubrange(position...position, with: "~0")
            #expect(Self.known(changed) != name)
        }
        #expect(Self.known(text + "z") != name)
        #expect(Self.known(String(text.dropLast())) != name)
    }

    @Test(arguments: FieldName.allCases.filter { "\($0.text)".contains("-") })
    func `a look-alike is classified as what it imitates`(_ name: FieldName) {
        for mark in ["_", ".", "~", "!", "|"] {
            let text = "\(name.text)".split(separator: "-").joined(separator: mark)
            let scanned = Self.scan(text + ": v")
            #expect(scanned.known == name)
            #expect(scanned.isLookalike)
            #expect(scanned.hasUnderscore == (mark == "_"))
            #expect(scanned.end == text.utf8.count)
        }
    }

    @Test(arguments: [
        ("X-Bawaba-Org", FieldName.xBawaba), ("x-bawaba-anything", .xBawaba),
        ("X-Bawaba-", .xBawaba), ("X-Bawaba", .other), ("X-BawabaOrg", .other),
        ("X-Forwarded-Server", .xForwardedOther), ("X-Forwarded-Prefix", .xForwardedOther),
        ("X-Forwarded-For", .xForwardedFor), ("X-Forwarded", .other),
        ("X-Client-IP", .clientIP), ("X-Cluster-Client-IP", .clientIP),
        ("X-HTTP-Method", .methodOverride), ("X-Method-Override", .methodOverride),
        ("X-HTTP-Method-Override", .methodOverride), ("X-Custom", .other), ("a", .other),
    ])
    func `families and second names count as one`(_ text: String, _ name: FieldName) {
        #expect(Self.known(text) == name)
    }

    @Test(arguments: [
        ("X-Plain: v", 7, false), ("X_Under: v", 7, true), ("X.Dotted: v", 8, false),
        ("A: v", 1, false), ("Ab", 2, false), ("", 0, false), (": v", 0, false),
        ("Bad[name: v", 3, false), ("Bad name: v", 3, false), ("Na\u{e9}me: v", 2, false),
        ("A-Very-Long-Name-Of-No-Meaning-At-All: v", 37, false),
    ])
    func `a name ends where no token byte stands`(
        _ text: String, _ end: Int, _ hasUnderscore: Bool
    ) {
        let scanned = Self.scan(text)
        #expect(scanned.end == end)
        #expect(scanned.known == .other)
        #expect(!scanned.isLookalike)
        #expect(scanned.hasUnderscore == hasUnderscore)
    }

    @Test func `every byte is or is not of a name wherever it stands`() {
        for byte in UInt8.min...UInt8.max {
            for position in 0..<17 {
                var name = [UInt8](repeating: UInt8(ascii: "q"), count: 17)
                name[position] = byte
                name.append(UInt8(ascii: ":"))
                let end = FieldName.scan(name.span, from: 0).end
                #expect(end == (ASCII.isTokenByte(byte) ? 17 : position), "byte \(byte)")
            }
        }
    }

    @Test func `a set of names fits into one word`() {
        #expect(FieldName.allCases.count <= 64)
        for name in FieldName.allCases {
            #expect(FieldNameSet(name).contains(name))
            #expect(FieldNameSet.known.contains(name) == (name != .other))
        }
    }
}
