/// The CRC-32 of ISO 3309, which PHP calls `crc32b`: the last eight hexadecimal digits of a Sanctum
/// token are that of its first forty characters. It tells typing errors from forgeries, not more.
package func crc32b(_ bytes: Span<UInt8>) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for index in bytes.indices {
        crc ^= UInt32(bytes[index])
        for _ in 0..<8 { crc = crc >> 1 ^ (0xEDB8_8320 & (0 &- (crc & 1))) }
    }
    return ~crc
}
