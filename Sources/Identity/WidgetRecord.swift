import Bytes
package import Redis

/// The record `widget:<org>:<slug>` in Redis, a hash:
///
///     enabled   `1` or `0`
///     origins   optional: origins that may show the widget, as browsers send them, separated by
///               one space (which no origin holds, and which HSET by hand writes without quoting
///               rules, unlike a JSON array); without it, any
///     max_ttl   optional: the longest life of its tokens, in seconds
///
/// Organization and slug must have the form that `EmbedNames` demands before a key is made of them.
package struct WidgetRecord: Equatable, Sendable {
    package let isEnabled: Bool
    /// The list as it is stored; empty for any origin.
    package let origins: [UInt8]
    /// Within `Bounds.embedTTLSecondsMin...Bounds.embedTTLSecondsMax`; nil leaves it at the most.
    package let ttlSecondsMax: Int?

    /// Fields in the order in which `writeLookup` asks for them.
    private enum Position {
        static let enabled = 0
        static let origins = 1
        static let ttlMax = 2
        static let count = 3
    }

    /// Nil when the list of origins or the time is none.
    package init?(isEnabled: Bool, origins: Span<UInt8>, ttlSecondsMax: Int?) {
        guard Self.isOriginList(origins) else { return nil }
        if let ttlSecondsMax, !Self.isTTL(ttlSecondsMax) { return nil }
        self.isEnabled = isEnabled
        self.origins = origins.isEmpty ? [] : origins.toArray()
        self.ttlSecondsMax = ttlSecondsMax
    }

    /// Writes `HMGET <prefix>widget:<org>:<slug> enabled origins max_ttl`: one reply.
    package static func writeLookup(
        org: Span<UInt8>, slug: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.append(encoded: "*5\r\n$5\r\nHMGET\r\n")
        writeKey(org, slug, prefix, into: &pipeline)
        pipeline.append(
            encoded: "$7\r\nenabled\r\n$7\r\norigins\r\n$7\r\nmax_ttl\r\n")
    }

    /// Reads the reply to `writeLookup`; nil when there is no such widget. A record with a field
    /// that cannot be read is a fault (`invalidRecord`) rather than a widget without that field.
    package static func read(_ reply: borrowing RedisReply) throws(RedisFault) -> WidgetRecord? {
        guard let fields = try Fields.read(reply) else { return nil }
        return WidgetRecord(
            isEnabled: fields.isEnabled, origins: fields.origins,
            ttlSecondsMax: fields.ttlSecondsMax)
    }

    /// What a widget says to a request that bears one of its tokens.
    package enum Judgement: Equatable, Sendable {
        case usable
        /// There is no such widget, or it is disabled.
        case unavailable
        /// The request comes from a page of another origin than those of the list.
        case refusedOrigin
    }

    /// Judges the reply to `writeLookup` without keeping anything of it.
    ///
    /// - Parameter origin: the request's `Origin`, empty when it has none. Those pass: a browser
    ///   leaves it out only when the page and this API have one origin and the method is safe
    ///   (Fetch, "`Origin` header"), and whoever is no browser writes what it likes.
    package static func judge(
        _ reply: borrowing RedisReply, origin: Span<UInt8>
    ) throws(RedisFault) -> Judgement {
        guard let fields = try Fields.read(reply), fields.isEnabled else { return .unavailable }
        return origin.isEmpty || allows(origin: origin, in: fields.origins)
            ? .usable : .refusedOrigin
    }

    /// A record as a reply holds it, in the reply's own bytes.
    private struct Fields: ~Escapable {
        let isEnabled: Bool
        let origins: Span<UInt8>
        let ttlSecondsMax: Int?

        @_lifetime(copy origins)
        private init(isEnabled: Bool, origins: Span<UInt8>, ttlSecondsMax: Int?) {
            self.isEnabled = isEnabled
            self.origins = origins
            self.ttlSecondsMax = ttlSecondsMax
        }

        @_lifetime(copy reply)
        static func read(_ reply: borrowing RedisReply) throws(RedisFault) -> Fields? {
            if let code = reply.errorCode { throw .refused(code) }
            guard reply.kind == .array, reply.count == Position.count, reply.holdsStrings else {
                throw .unexpectedReply
            }
            let enabled = reply.element(Position.enabled)
            let origins = reply.element(Position.origins)
            let ttlMax = reply.element(Position.ttlMax)
            if enabled.kind == .null, origins.kind == .null, ttlMax.kind == .null { return nil }
            let isEnabled = enabled.bytes.equals("1")
            guard isEnabled || enabled.bytes.equals("0") else { throw .invalidRecord }
            var seconds: Int?
            if !ttlMax.bytes.isEmpty {
                seconds = ttlMax.bytes.decimalValue()
                guard let seconds, isTTL(seconds) else { throw .invalidRecord }
            }
            guard isOriginList(origins.bytes) else { throw .invalidRecord }
            return Fields(isEnabled: isEnabled, origins: origins.bytes, ttlSecondsMax: seconds)
        }
    }

    /// Whether pages of this origin may show the widget.
    ///
    /// - Parameter origin: the request's `Origin`; empty when it has none, which a list refuses.
    package func allows(origin: Span<UInt8>) -> Bool {
        Self.allows(origin: origin, in: origins.span)
    }

    private static func allows(origin: Span<UInt8>, in list: Span<UInt8>) -> Bool {
        if list.isEmpty { return true }
        if origin.isEmpty { return false }
        var start = 0
        while start < list.count {
            let end = list.firstIndex(of: ASCII.space, from: start) ?? list.count
            if list.extracting(start..<end).equals(origin) { return true }
            start = end + 1
        }
        return false
    }

    private static func isTTL(_ seconds: Int) -> Bool {
        seconds >= Bounds.embedTTLSecondsMin && seconds <= Bounds.embedTTLSecondsMax
    }

    /// Whether origins as browsers send them (RFC 6454 §6.2) with one space between each two:
    /// visible ASCII, a scheme, no path, lower case. Empty is a list too.
    package static func isOriginList(_ text: Span<UInt8>) -> Bool {
        guard text.count <= Bounds.widgetOriginsBytesMax else { return false }
        var start = 0
        while start < text.count {
            let end = text.firstIndex(of: ASCII.space, from: start) ?? text.count
            guard isOrigin(text.extracting(start..<end)) else { return false }
            // One space at the end would be a further origin without a name.
            guard end < text.count - 1 || end == text.count else { return false }
            start = end + 1
        }
        return true
    }

    /// `https://shop.example.com`, `http://localhost:3000`, or what an app's web view sends.
    private static func isOrigin(_ text: Span<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            text.extracting(colon...).starts(with: "://")
        else { return false }
        let host = text.extracting((colon + 3)...)
        guard !host.isEmpty else { return false }
        for index in text.indices where index < colon || index >= colon + 3 {
            let byte = text[index]
            guard byte > ASCII.space, byte < 0x7F, !ASCII.isUpper(byte),
                byte != UInt8(ascii: "/"), byte != UInt8(ascii: "*")
            else { return false }
        }
        return true
    }

    static func writeKey(
        _ org: Span<UInt8>, _ slug: Span<UInt8>, _ prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.argument(prefix, "widget:", org, slug)
    }
}
