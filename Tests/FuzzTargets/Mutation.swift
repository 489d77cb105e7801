/// Random numbers that are the same in every run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// Changes that are made to good bytes.
package enum Mutation {
    /// Changes one place: another byte, one less, one twice, a piece gone, a piece twice, or one of
    /// `fragments` in between.
    package static func apply(
        to bytes: inout [UInt8], fragments: [[UInt8]], _ generator: inout SeededGenerator
    ) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[index], at: index)
        case 3:
            let end = min(bytes.count, index + Int.random(in: 1...12, using: &generator))
            bytes.removeSubrange(index..<end)
        case 4:
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &generator))
            bytes.insert(contentsOf: Array(bytes[index..<end]), at: index)
        default:
            guard let fragment = fragments.randomElement(using: &generator) else { return }
            bytes.insert(contentsOf: fragment, at: index)
        }
    }
}
