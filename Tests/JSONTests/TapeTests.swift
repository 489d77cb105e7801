import Bytes
import JSON
import Testing

@Suite struct TapeTests {
    @Test func `a text becomes entries that say where each value stands`() throws {
        let text = Array(#" {"a":[1,-2.5e3,"x"],"b":{},"c":null} "#.utf8)
        var tape = Tape()
        try tape.parse(text.span)
        var kinds: [JSONKind] = []
        for index in tape.entries.indices { kinds.append(tape[index].kind) }
        let expected: [JSONKind] = [
            .object, .key, .array, .integer, .real, .string, .key, .object, .key, .null,
        ]
        #expect(kinds == expected)
        let root = tape[0]
        #expect(root.count == 3 && root.next == 10)
        let array = tape[2]
        #expect(array.count == 3 && array.next == 6)
    }

    @Test(arguments: [
        (#"{"a":1,}"#, JSONFault.unexpected(offset: 7)), ("[1 2]", .unexpected(offset: 3)),
        ("", .truncated), ("[", .truncated), ("01", .unexpected(offset: 1)),
        ("TRUE", .unexpected(offset: 0)), (#""\ud800""#, .invalidUnicode(offset: 1)),
        ("\u{FEFF}1", .unexpected(offset: 0)), ("1.", .truncated),
        ("\"\u{1}\"", .unexpected(offset: 1)),
    ])
    func `what is no JSON is refused where that shows`(_ text: String, _ fault: JSONFault) {
        let bytes = Array(text.utf8)
        var tape = Tape()
        #expect(throws: fault) { try tape.parse(bytes.span) }
        let isEmpty = tape.isEmpty
        #expect(isEmpty)
    }

    @Test func `a string that is not UTF-8 is refused`() {
        let bytes: [UInt8] = [0x22, 0xC0, 0xAF, 0x22]
        var tape = Tape()
        #expect(throws: JSONFault.invalidUnicode(offset: 1)) { try tape.parse(bytes.span) }
    }

    @Test(arguments: [(510, true), (511, true), (512, false), (513, false)])
    func `arrays nest as deep as PHP lets them`(_ depth: Int, _ isAccepted: Bool) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let bytes = Array(text.utf8)
        var tape = Tape()
        var accepted = true
        do { try tape.parse(bytes.span) } catch { accepted = false }
        #expect(accepted == isAccepted)
    }

    @Test func `a tape never has room for more values than its text can hold`() throws {
        // As many values as there can be, one more than half of what a tape doubles to.
        let count = 131_073
        let text = "[" + String(repeating: "1,", count: count - 1) + "1]"
        let bytes = Array(text.utf8)
        var tape = Tape()
        try tape.parse(bytes.span)
        let storage = tape.storageBytes
        #expect(storage <= (Bounds.memoryOfValues + 1) * bytes.count)
    }
}
