import Bytes
import Crypto
import Glibc
import Testing

/// Two pages of memory that nobody has touched. The kernel gives a page when it is first read or
/// written, and says which it has given: mincore(2).
@safe
private struct TwoPages: ~Copyable {
    static let pageSize = 4_096
    private let base: UnsafeMutableRawPointer

    init() throws {
        let size = 2 * Self.pageSize
        let flags = Int32(MAP_PRIVATE | MAP_ANONYMOUS)
        let base = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0)
        let pages = unsafe try #require(base != MAP_FAILED ? base : nil)
        unsafe self.base = pages
        // Or the kernel might give both at once, as parts of a larger one.
        _ = unsafe madvise(pages, size, 15)
    }

    deinit { unsafe munmap(base, 2 * Self.pageSize) }

    /// The bytes around the border of the pages, `before` of them on the first one.
    func withBytes<R>(before: Int, count: Int, _ body: (Span<UInt8>) -> R) -> R {
        let start = unsafe (base + Self.pageSize - before).assumingMemoryBound(to: UInt8.self)
        return unsafe body(UnsafeBufferPointer(start: start, count: count).span)
    }

    func write(_ byte: UInt8, beforeBorder distance: Int) {
        unsafe base.storeBytes(of: byte, toByteOffset: Self.pageSize - distance, as: UInt8.self)
    }

    var isSecondTouched: Bool {
        var residence: UInt8 = 0
        let status = unsafe mincore(base + Self.pageSize, Self.pageSize, &residence)
        return status == 0 && residence & 1 == 1
    }
}

@Suite struct ConstantTimeTests {
    private let mac = [UInt8](repeating: 0, count: 32)

    @Test(arguments: 1...31)
    func `a comparison looks at all that follows a difference in the first byte`(
        before: Int
    ) throws {
        let pages = try TwoPages()
        pages.write(1, beforeBorder: before)
        let wasTouched = pages.isSecondTouched
        let isEqual = pages.withBytes(before: before, count: 32) {
            constantTimeEquals(mac.span, $0)
        }
        let isTouched = pages.isSecondTouched
        #expect(!wasTouched && !isEqual && isTouched)
    }

    @Test func `one that stops at the first difference would be noticed`() throws {
        let pages = try TwoPages()
        pages.write(1, beforeBorder: 31)
        let isEqual = pages.withBytes(before: 31, count: 32) { mac.span.equals($0) }
        let isTouched = pages.isSecondTouched
        #expect(!isEqual && !isTouched)
    }

    @Test func `a difference in any one bit is seen`() {
        for index in 0..<32 {
            for bit in 0..<8 {
                var other = mac
                other[index] = 1 << bit
                #expect(constantTimeEquals(mac.span, other.span) == false)
                #expect(constantTimeEquals(other.span, mac.span) == false)
            }
        }
        #expect(constantTimeEquals(mac.span, mac.span) == true)
    }
}
