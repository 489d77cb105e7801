import Testing

@testable import Reactor

@Suite struct ResidentMemoryTests {
    @Test(
        arguments: [
            ("765 446 417 5 0 123 0\n", 446), ("1 0 0", 0), ("12 345", 345), ("765", nil),
            ("765 ", nil), ("", nil), ("765 x", nil),
        ] as [(String, Int?)])
    func `the second number of the kernel's line is what is resident`(text: String, pages: Int?) {
        let bytes = Array(text.utf8)
        let found = ResidentMemory.residentPages(bytes.span)
        #expect(found == pages)
    }

    @Test func `what is taken is seen at once`() throws {
        let account = try ResidentMemory()
        let first = account.bytes
        let before = try #require(first)
        // Beside other tests, which take and give back as well: more than they do.
        let bytes = [UInt8](repeating: 1, count: 256 << 20)
        let second = account.bytes
        let after = try #require(second)
        #expect(after - before > 128 << 20)
        #expect(bytes.last == 1)
    }
}
