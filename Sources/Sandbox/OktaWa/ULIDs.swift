import Bytes

/// Makes ULIDs: 48 bits of time in milliseconds, then 80 bits that here are a counter in front of
/// random ones, so that ids of one second sort in the order in which they were made. All of it in
/// 26 characters of Crockford's alphabet.
struct ULIDs {
    private var random: SplitMix64
    private var count: UInt32 = 0

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func next(unixSeconds: Int) -> String {
        let milliseconds = UInt64(max(0, unixSeconds)) &* 1_000
        let noise = random.next()
        count &+= 1
        var text: [UInt8] = []
        // 50 bits for the time: the first character holds the upper three of 48.
        append(milliseconds & 0xFFFF_FFFF_FFFF, characters: 10, to: &text)
        append(UInt64(count) << 8 | noise >> 56, characters: 8, to: &text)
        append(noise & 0xFF_FFFF_FFFF, characters: 8, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private func append(_ value: UInt64, characters: Int, to text: inout [UInt8]) {
        let alphabet = literalBytes("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        for position in (0..<characters).reversed() {
            text.append(alphabet[Int(value >> UInt64(5 * position)) & 31])
        }
    }
}

/// Sebastiano Vigna's splitmix64: the same seed gives the same ids, which tests rely on.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
