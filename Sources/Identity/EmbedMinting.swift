package import Bytes
package import Redis

/// What became of a request for an embed token.
package enum EmbedVerdict: Equatable, Sendable {
    /// It may have one; `EmbedMinting.mint` makes it.
    case granted
    /// 404: no such widget, or it is disabled. Clients are not told which.
    case unknownWidget
    /// 422: the widget's tokens live for so many seconds at most.
    case ttlTooLong(secondsMax: Int)
    /// 422: the request's `Origin` is not one of the widget's.
    case refusedOrigin
    /// 503: the organization has no key to sign with.
    case noKey
    /// 503: the key is sealed under a master key that this gateway does not have, or was changed.
    case unreadableKey
    /// 503.
    case redisFault(RedisFault)
}

/// The minting of one embed token: a state machine without I/O, as `Admission` is. One round trip
/// asks for the widget and the id of the key to sign with, a second for the key unless this worker
/// has unsealed it lately.
package struct EmbedMinting: ~Copyable {
    private enum Stage {
        case idle, widget, key
    }

    private var stage = Stage.idle
    private var tag: UInt64 = 0
    private var repliesDue = 0
    private var org = ByteBuffer()
    private var kid = ByteBuffer()
    private var widget: WidgetRecord?
    private var key: EmbedKey?
    private var isUnreadable = false
    private var fault: RedisFault?
    /// What the host asked for; the caller fills it in before `begin`.
    package var slug = ByteBuffer()
    package var subject = ByteBuffer()
    /// JSON; empty for none.
    package var context = ByteBuffer()
    /// The request's `Origin`, empty for none.
    package var origin = ByteBuffer()
    /// Nil for the default, or the widget's most where that is less.
    package var ttlSeconds: Int?

    package init() {}

    /// How long the token lives, in seconds, once the widget is known.
    package var lifetimeSeconds: Int {
        let most = widget?.ttlSecondsMax ?? Bounds.embedTTLSecondsMax
        return ttlSeconds ?? min(Bounds.embedTTLSecondsDefault, most)
    }

    /// Forgets everything, keeping storage.
    package mutating func reset() {
        stage = .idle
        org.removeAll()
        kid.removeAll()
        widget = nil
        key = nil
        isUnreadable = false
        fault = nil
        slug.removeAll()
        subject.removeAll()
        context.removeAll()
        origin.removeAll()
        ttlSeconds = nil
    }

    /// Begins for an organization whose token was found good. The replies come under `tag`.
    package mutating func begin(
        org: Span<UInt8>, tag: UInt64, prefix: [UInt8], link: inout RedisLink,
        nowMilliseconds: UInt64
    ) -> EmbedVerdict? {
        guard EmbedNames.isOrganization(org) else { return .redisFault(.invalidRecord) }
        guard EmbedNames.isSlug(slug.span) else { return .unknownWidget }
        if let verdict = refuseWithoutLink(link) { return verdict }
        self.tag = tag
        self.org.append(org)
        WidgetRecord.writeLookup(
            org: org, slug: slug.span, prefix: prefix.span, into: &link.pipeline)
        EmbedKeyRecord.writeCurrentLookup(org: org, prefix: prefix.span, into: &link.pipeline)
        stage = .widget
        repliesDue = 2
        link.pipeline.expect(tag, replies: 2, nowMilliseconds: nowMilliseconds)
        return nil
    }

    /// Takes the reply that the link has just given out under this minting's tag.
    package mutating func receive(
        prefix: [UInt8], masters: MasterKeys, keys: inout EmbedKeyCache, link: inout RedisLink,
        nowMilliseconds: UInt64, unixSeconds: Int
    ) -> EmbedVerdict? {
        do throws(RedisFault) {
            try take(link.pipeline.reply, masters, &keys, unixSeconds)
        } catch {
            fault = fault ?? error
        }
        repliesDue -= 1
        guard repliesDue == 0 else { return nil }
        if let fault { return .redisFault(fault) }
        switch stage {
        case .idle: return .redisFault(.unexpectedReply)
        case .widget:
            return judge() ?? askKey(prefix, &keys, &link, nowMilliseconds, unixSeconds)
        case .key:
            if isUnreadable { return .unreadableKey }
            return key == nil ? .noKey : .granted
        }
    }

    /// Appends the token that was granted.
    package func mint(
        _ minter: inout EmbedMinter, issuer: Span<UInt8>, format: EmbedToken.Format,
        unixSeconds: Int, to buffer: inout ByteBuffer
    ) throws(EmbedMinter.Fault) {
        guard let key else { throw .invalidSlug }
        let grant = EmbedGrant(
            issuer: issuer, slug: slug.span, subject: subject.span, context: context.span,
            ttlSeconds: lifetimeSeconds)
        try minter.mint(grant, format: format, key: key, unixSeconds: unixSeconds, to: &buffer)
    }

    // MARK: Steps

    private func judge() -> EmbedVerdict? {
        guard let widget, widget.isEnabled else { return .unknownWidget }
        if let most = widget.ttlSecondsMax, lifetimeSeconds > most {
            return .ttlTooLong(secondsMax: most)
        }
        if !origin.isEmpty, !widget.allows(origin: origin.span) { return .refusedOrigin }
        return kid.isEmpty ? .noKey : nil
    }

    private mutating func askKey(
        _ prefix: [UInt8], _ keys: inout EmbedKeyCache, _ link: inout RedisLink, _ now: UInt64,
        _ unixSeconds: Int
    ) -> EmbedVerdict? {
        key = keys.find(org: org.span, kid: kid.span, unixSeconds: unixSeconds)
        if key != nil { return .granted }
        if let verdict = refuseWithoutLink(link) { return verdict }
        EmbedKeyRecord.writeLookup(
            org: org.span, kid: kid.span, prefix: prefix.span, into: &link.pipeline)
        stage = .key
        repliesDue = 1
        link.pipeline.expect(tag, replies: 1, nowMilliseconds: now)
        return nil
    }

    private func refuseWithoutLink(_ link: borrowing RedisLink) -> EmbedVerdict? {
        guard link.isReady else { return .redisFault(.unavailable) }
        guard link.pipeline.hasRoom else { return .redisFault(.overloaded) }
        return nil
    }

    private mutating func take(
        _ reply: borrowing RedisReply, _ masters: MasterKeys, _ keys: inout EmbedKeyCache,
        _ unixSeconds: Int
    ) throws(RedisFault) {
        switch (stage, repliesDue) {
        case (.widget, 2): widget = try WidgetRecord.read(reply)
        case (.widget, _):
            if let current = try EmbedKeyRecord.readCurrent(reply) { kid.append(current) }
        case (.key, _):
            guard let sealed = try EmbedKeyRecord.readSealed(reply) else { return }
            do throws(MasterKeys.OpenFault) {
                let opened = try masters.open(sealed, org: org.span, kid: kid.span)
                keys.remember(opened, unixSeconds: unixSeconds)
                key = opened
            } catch {
                isUnreadable = true
            }
        case (.idle, _): throw .unexpectedReply
        }
    }
}
