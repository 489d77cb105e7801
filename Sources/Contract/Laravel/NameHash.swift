/// A secret of a process, drawn from the system's generator: whoever does not know it cannot choose
/// names whose hashes collide.
struct NameHashKey: Sendable {
    let first: UInt64
    let second: UInt64

    static func random() -> NameHashKey {
        var generator = SystemRandomNumberGenerator()
        return NameHashKey(first: generator.next(), second: generator.next())
    }
}

/// SipHash-1-3 (Aumasson and Bernstein, 2012) over a name's bytes: keyed, so that nobody can choose
/// the members of an object to fall into the same places of a table.
struct NameHash {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    init(_ key: NameHashKey) {
        v0 = key.first ^ 0x736F_6D65_7073_6575
        v1 = key.second ^ 0x646F_7261_6E64_6F6D
        v2 = key.first ^ 0x6C79_6765_6E65_7261
        v3 = key.second ^ 0x7465_6462_7974_6573
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        word |= UInt64(byte) << ((count & 7) * 8)
        count += 1
        guard count & 7 == 0 else { return }
        absorb(word)
        word = 0
    }

    /// A scalar as its UTF-8, so that an escaped spelling hashes like a plain one.
    mutating func add(scalar: UInt32) {
        func part(_ shift: UInt32) -> UInt8 {
            UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F)
        }
        switch scalar {
        case ..<0x80: add(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            add(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            add(part(0))
        case ..<0x1_0000:
            add(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            add(part(6))
            add(part(0))
        default:
            add(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            add(part(12))
            add(part(6))
            add(part(0))
        }
    }

    consuming func finish() -> UInt64 {
        absorb(count << 56 | word)
        v2 ^= 0xFF
        for _ in 0..<3 { mix() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    @inline(__always)
    private mutating func absorb(_ word: UInt64) {
        v3 ^= word
        mix()
        v0 ^= word
    }

    @inline(__always)
    private mutating func mix() {
        v0 = v0 &+ v1
        v1 = (v1 << 13 | v1 >> 51) ^ v0
        v0 = v0 << 32 | v0 >> 32
        v2 = v2 &+ v3
        v3 = (v3 << 16 | v3 >> 48) ^ v2
        v0 = v0 &+ v3
        v3 = (v3 << 21 | v3 >> 43) ^ v0
        v2 = v2 &+ v1
        v1 = (v1 << 17 | v1 >> 47) ^ v2
        v2 = v2 << 32 | v2 >> 32
    }
}
