import Bytes

/// A Lua script and the digest by which Redis knows it, learnt from `SCRIPT LOAD`.
package struct RedisScript: Sendable {
    /// The script's text. It must touch only the keys it is given.
    package let source: StaticString
    /// SHA-1 in 40 hexadecimal digits as Redis returned it; empty until then.
    var digest: [UInt8] = []

    package init(source: StaticString) { self.source = source }

    /// The digest that a reply to `SCRIPT LOAD` gives; nil when it is not one.
    static func digest(in text: Span<UInt8>) -> [UInt8]? {
        guard text.count == 40 else { return nil }
        for index in text.indices where ASCII.hexValue(text[index]) == nil { return nil }
        return text.toArray()
    }
}

extension RedisPipeline {
    /// Opens a call of a script: the caller then writes `keys` keys and `arguments` arguments.
    /// With `inFull`, its text is sent instead of its digest: what NOSCRIPT is answered with, which
    /// also makes Redis know it again.
    package mutating func begin(
        script: RedisScript, keys: Int, arguments: Int, inFull: Bool = false
    ) {
        begin(3 + keys + arguments)
        if inFull || script.digest.isEmpty {
            argument("EVAL")
            argument(script.source)
        } else {
            argument("EVALSHA")
            argument(script.digest.span)
        }
        argument(decimal: keys)
    }
}
