import Bytes
import Crypto

/// Names that become parts of Redis keys and of embed tokens. Neither a slug nor a key's id can
/// hold a colon, so that `widget:<org>:<slug>` and `embed-key:<org>:<kid>` each have one reading,
/// whatever the organization's id holds: the last colon ends it.
package enum EmbedNames {
    /// Whether a widget's slug: `[A-Za-z0-9._-]`, 1 to `Bounds.embedSlugBytesMax` bytes.
    package static func isSlug(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty, text.count <= Bounds.embedSlugBytesMax else { return false }
        for index in text.indices {
            let byte = text[index]
            guard
                ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            else { return false }
        }
        return true
    }

    /// Whether an embed key's or master key's id: `[0-9a-z]`, 1 to `Bounds.embedKeyIDBytesMax`.
    package static func isKeyID(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty, text.count <= Bounds.embedKeyIDBytesMax else { return false }
        for index in text.indices {
            let byte = text[index]
            guard ASCII.isDigit(byte) || ASCII.isAlpha(byte) && !ASCII.isUpper(byte) else {
                return false
            }
        }
        return true
    }

    /// Whether an organization's id: as `Identity` takes it over, and without quotes and
    /// backslashes, so that it stands in a token as it is.
    package static func isOrganization(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty, Identity.isSubject(text) else { return false }
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
        }
        return true
    }
}

/// Ids of embed keys that `embed-key rotate` makes: `k`, the time in seven digits of base 36, four
/// random ones. They sort by age.
package enum EmbedKeyID {
    private static let length = 12
    private static let timeDigits = 7
    /// Before 2020 nobody made one: an id of another maker that looks like one of ours.
    private static let oldest = 1_577_836_800

    /// A new id.
    ///
    /// - Parameter unixSeconds: now.
    package static func make(unixSeconds: Int) -> [UInt8] {
        var id: [UInt8] = []
        append(unixSeconds, digits: timeDigits, to: &id)
        append(Int(SecureRandom.uint64() % 1_679_616), digits: 4, to: &id)
        return [UInt8(ascii: "k")] + id
    }

    /// When a key was made, in Unix seconds; nil when its id does not say.
    package static func madeAt(_ id: Span<UInt8>) -> Int? {
        guard id.count == length, id[0] == UInt8(ascii: "k"), EmbedNames.isKeyID(id) else {
            return nil
        }
        var value = 0
        for index in 1...timeDigits {
            let digit = ASCII.isDigit(id[index]) ? id[index] - 0x30 : id[index] - 0x61 + 10
            value = value * 36 + Int(digit)
        }
        // Seven digits reach into the year 4453.
        return value >= oldest ? value : nil
    }

    private static func append(_ number: Int, digits: Int, to id: inout [UInt8]) {
        var rest = max(number, 0)
        var reversed: [UInt8] = []
        for _ in 0..<digits {
            let digit = UInt8(rest % 36)
            reversed.append(digit < 10 ? 0x30 + digit : 0x61 - 10 + digit)
            rest /= 36
        }
        id += reversed.reversed()
    }
}
