import Bytes

/// Commands in RESP2, written straight into `output`: `begin` with the number of arguments (the
/// command's name is the first), then each argument as a bulk string.
extension RedisPipeline {
    /// Opens a command of `argumentCount` arguments, its name included.
    package mutating func begin(_ argumentCount: Int) {
        output.append(UInt8(ascii: "*"))
        output.append(decimal: argumentCount)
        output.append("\r\n")
    }

    /// Appends what never changes as it goes over the wire, such as `*2\r\n$3\r\nGET\r\n`.
    package mutating func append(encoded text: StaticString) { output.append(text) }

    package mutating func argument(_ text: StaticString) {
        openArgument(text.utf8CodeUnitCount)
        output.append(text)
        output.append("\r\n")
    }

    package mutating func argument(_ bytes: Span<UInt8>) {
        openArgument(bytes.count)
        output.append(bytes)
        output.append("\r\n")
    }

    package mutating func argument(decimal value: Int) {
        openArgument(Self.digits(of: value))
        output.append(decimal: value)
        output.append("\r\n")
    }

    /// A key made of a prefix, a literal and a number: `bawaba:` `token:` `7`.
    package mutating func argument(
        _ prefix: Span<UInt8>, _ text: StaticString, decimal value: Int
    ) {
        openArgument(prefix.count + text.utf8CodeUnitCount + Self.digits(of: value))
        output.append(prefix)
        output.append(text)
        output.append(decimal: value)
        output.append("\r\n")
    }

    /// A key made of a prefix, a literal and bytes: `bawaba:` `org:` `acme`.
    package mutating func argument(
        _ prefix: Span<UInt8>, _ text: StaticString, _ bytes: Span<UInt8>
    ) {
        openArgument(prefix.count + text.utf8CodeUnitCount + bytes.count)
        output.append(prefix)
        output.append(text)
        output.append(bytes)
        output.append("\r\n")
    }

    /// A key made of a prefix, a literal, and two names with a colon between them:
    /// `bawaba:` `quota:` `acme` `:` `messages`.
    package mutating func argument(
        _ prefix: Span<UInt8>, _ text: StaticString, _ first: Span<UInt8>, _ second: Span<UInt8>
    ) {
        openArgument(
            prefix.count + text.utf8CodeUnitCount + first.count + 1 + second.count)
        output.append(prefix)
        output.append(text)
        output.append(first)
        output.append(UInt8(ascii: ":"))
        output.append(second)
        output.append("\r\n")
    }

    private mutating func openArgument(_ count: Int) {
        output.append(UInt8(ascii: "$"))
        output.append(decimal: count)
        output.append("\r\n")
    }

    private static func digits(of value: Int) -> Int {
        var count = value < 0 ? 2 : 1
        var rest = value.magnitude / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        return count
    }
}
