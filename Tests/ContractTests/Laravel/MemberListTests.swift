import Bytes
import JSON
import Testing

@testable import Contract

/// Objects whose names a client chose so that a table of them would be slow.
@Suite struct MemberListTests {
    /// Names that a known, unkeyed hash (FNV-1a, folded) sends to one place of a table.
    private static func colliding(_ wanted: Int, in size: UInt64) -> [String] {
        var names: [String] = []
        var number = 0
        while names.count < wanted {
            let name = "k\(number)"
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            if (hash ^ hash >> 32) & (size - 1) == 0 { names.append(name) }
            number += 1
        }
        return names
    }

    /// The members that are left of an object, and the places that were looked at for them.
    private func collect(
        _ json: String, key: NameHashKey = .random()
    ) -> (count: Int, probes: Int) {
        var reading = InputReading()
        let bytes = Array(json.utf8)
        guard reading.read(.json, body: bytes.span, query: .init()) == nil else { return (-1, -1) }
        var members = MemberList(key: key)
        members.collect(0, .body, reading.view(of: bytes.span))
        return (members.count, members.probes)
    }

    @Test func `names that collide under a known hash are spread all the same`() {
        let names = Self.colliding(200, in: 512)
        let json = "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
        let found = collect(json)
        #expect(found.count == 200)
        // Of the first 200 places of one run, each name would look at all before its own: 20,100.
        #expect(found.probes < 1_000)
    }

    @Test func `two processes spread the same names differently`() {
        func hash(_ key: NameHashKey) -> UInt64 {
            var hash = NameHash(key)
            for byte in "name".utf8 { hash.add(byte) }
            return hash.finish()
        }
        #expect(hash(.random()) != hash(.random()))
    }

    /// Vectors of Rust's standard library: key 00…0F, messages of the bytes 00, 01, 02.
    @Test func `the hash is SipHash-1-3`() {
        let vectors: [UInt64] = [
            0xABAC_0158_050F_C4DC, 0xC9F4_9BF3_7D57_CA93, 0x82CB_9B02_4DC7_D44D,
            0x8BF8_0AB8_E7DD_F7FB,
        ]
        for (count, expected) in vectors.enumerated() {
            var hash = NameHash(
                NameHashKey(first: 0x0706_0504_0302_0100, second: 0x0F0E_0D0C_0B0A_0908))
            for byte in 0..<UInt8(count) { hash.add(byte) }
            #expect(hash.finish() == expected)
        }
    }

    @Test func `an escaped name is the same as a plain one, whatever its length in UTF-8`() {
        let json = #"{"a":1,"\u0061":2,"é":3,"\u00e9":4,"ب":5,"\u0628":6,"😀":7,"\ud83d\ude00":8}"#
        #expect(collect(json).count == 4)
    }
}
