import Bytes
import Glibc
import JSON
import Testing

/// The public suite of JSON texts, where it is present: `json_parsing.json` of the shared corpora.
@Suite struct CorpusTests {
    @Test func `the public parsing suite is judged as it says`() throws {
        guard let bytes = corpus("json_parsing.json") else {
            print("json_parsing.json is not here: skipped")
            return
        }
        let text = bytes.span
        var tape = Tape()
        try tape.parse(text)
        let member = member("cases", of: 0, tape, text)
        let cases = try #require(member)
        var cursor = cases + 1
        let end = Int(tape[cases].next)
        var count = 0
        while cursor < end {
            judge(cursor, tape, text)
            cursor = Int(tape[cursor].next)
            count += 1
        }
        #expect(count > 100)
    }

    /// The index of a member's value; the suite's names have no escapes.
    private func member(
        _ name: StaticString, of index: Int, _ tape: borrowing Tape, _ text: Span<UInt8>
    ) -> Int? {
        var cursor = index + 1
        while cursor < Int(tape[index].next) {
            let start = Int(tape[cursor].start)
            let key = text.extracting(start..<start + Int(tape[cursor].count))
            if key.equals(literalBytes(name)) { return cursor + 1 }
            cursor = Int(tape[cursor + 1].next)
        }
        return nil
    }

    private func judge(_ index: Int, _ tape: borrowing Tape, _ text: Span<UInt8>) {
        func field(_ name: StaticString) -> [UInt8] {
            guard let member = member(name, of: index, tape, text) else { return [] }
            let entry = tape[member]
            return text.extracting(Int(entry.start)..<Int(entry.start) + Int(entry.count)).toArray()
        }
        let name = String(decoding: field("name"), as: UTF8.self)
        let expectation = String(decoding: field("expect"), as: UTF8.self)
        let sample = decoded(base64: field("b64").filter { $0 != UInt8(ascii: "\\") })
        var other = Tape()
        var accepted = true
        do { try other.parse(sample.span) } catch { accepted = false }
        if expectation == "y" { #expect(accepted, "\(name) must be accepted") }
        if expectation == "n" { #expect(!accepted, "\(name) must be refused") }
    }

    private func decoded(base64 text: [UInt8]) -> [UInt8] {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var bytes: [UInt8] = []
        var bits = 0
        var value: UInt32 = 0
        for byte in text {
            guard let digit = alphabet.firstIndex(of: byte) else { continue }
            value = value << 6 | UInt32(digit)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(bits)))
        }
        return bytes
    }

    private func corpus(_ name: String) -> [UInt8]? {
        let shared =
            unsafe getenv("BAWABA_SHARED").map { unsafe String(cString: $0) } ?? "../shared"
        // SAFETY: the file is read through a handle that is closed below; the buffer is our own.
        guard let file = unsafe fopen("\(shared)/corpus/\(name)", "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = unsafe fgetc(file), byte != EOF {
            bytes.append(UInt8(truncatingIfNeeded: byte))
        }
        return bytes
    }
}
