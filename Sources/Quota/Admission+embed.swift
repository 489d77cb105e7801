import Bytes
package import Identity
import Redis

/// What an admission knows of an embed token beyond what holds for every token.
struct EmbedCheck: ~Copyable {
    var isInUse = false
    /// The token and, behind it, the slug that the path names, while the key is fetched.
    var text = ByteBuffer()
    var tokenCount = 0
    /// The key's id, of which nobody has vouched for anything but the form.
    var kid = ByteBuffer()
    /// The widget of a token that was found good.
    var slug = ByteBuffer()
    /// The request's `Origin`; empty for none.
    var origin = ByteBuffer()
    var refusesOrigin = false
    var isKeyUnreadable = false

    mutating func reset() {
        isInUse = false
        text.removeAll()
        tokenCount = 0
        kid.removeAll()
        slug.removeAll()
        origin.removeAll()
        refusesOrigin = false
        isKeyUnreadable = false
    }
}

/// Embed tokens: a widget's visitors are admitted by what their token says itself.
extension Admission {
    /// Begins with an embed token: size, hints, key, MAC, claims, then the widget, the organization
    /// and the debit in one round trip. The key costs another one, unless this worker has read it
    /// lately. Nothing is debited before the MAC was found right: whoever makes up a token cannot
    /// drain the organization that it names.
    ///
    /// - Parameters:
    ///   - slug: the widget that the request's path names, empty when it names none.
    ///   - origin: the request's `Origin`, empty when it has none.
    package mutating func beginEmbed(
        token: Span<UInt8>, slug: Span<UInt8>, origin: Span<UInt8>, limitIndex: Int?,
        client: ClientNetwork, tag: UInt64, desk: inout AdmissionDesk, now: Moment
    ) -> Verdict? {
        reset()
        self.tag = tag
        self.limitIndex = limitIndex
        self.client = client
        embed.isInUse = true
        // One byte more than a list may have is on no list.
        embed.origin.append(
            origin.extracting(first: min(origin.count, Bounds.widgetOriginsBytesMax + 1)))
        do throws(EmbedFault) {
            try desk.embedVerifier.readHints(token)
        } catch {
            return refuse(.embed(error), desk: &desk, now: now)
        }
        let state = desk.embedKeys.state(
            org: desk.embedVerifier.hintedOrg, kid: desk.embedVerifier.hintedKid,
            unixSeconds: now.unixSeconds)
        switch state {
        case .fresh(let keySlot):
            verify(token, slug: slug, desk.embedKeys.key(in: keySlot), &desk, now: now)
            if let refusal { return refuse(refusal, desk: &desk, now: now) }
            return askWidget(desk: &desk, now: now)
        case .absent:
            return throttle(desk, now: now) ?? refuse(.unknownKey, desk: &desk, now: now)
        case .unknown:
            // A key that was known is asked for whoever comes: pages of many visitors may share an
            // address with one who guesses.
            if let verdict = throttle(desk, now: now) { return verdict }
        case .stale: break
        }
        keep(token, slug: slug, desk)
        return askEmbedKey(desk: &desk, now: now)
    }

    /// Keeps what is needed once the key has come.
    private mutating func keep(
        _ token: Span<UInt8>, slug: Span<UInt8>, _ desk: borrowing AdmissionDesk
    ) {
        askedOrg.append(desk.embedVerifier.hintedOrg)
        embed.kid.append(desk.embedVerifier.hintedKid)
        embed.text.append(token)
        embed.tokenCount = token.count
        embed.text.append(slug)
    }

    /// Judges the token by its key: sets `identity` and the widget's slug, or the refusal.
    private mutating func verify(
        _ token: Span<UInt8>, slug: Span<UInt8>, _ key: EmbedKey, _ desk: inout AdmissionDesk,
        now: Moment
    ) {
        do throws(EmbedFault) {
            try desk.embedVerifier.verify(
                token, key: key, unixSeconds: now.unixSeconds, slug: slug.isEmpty ? nil : slug)
            identity.set(visitor: desk.embedVerifier.claims)
            embed.slug.append(desk.embedVerifier.claims.slug)
            visitorEndsAt = desk.embedVerifier.claims.expiresAt
        } catch {
            refusal = .embed(error)
        }
    }

    // MARK: One reply each

    mutating func takeEmbedKey(_ desk: inout AdmissionDesk, now: Moment) throws(RedisFault) {
        let reading = try Self.read(
            desk.link.pipeline.reply, desk.masterKeys, org: askedOrg.span, kid: embed.kid.span)
        switch reading {
        case .none:
            desk.embedKeys.rememberAbsence(
                org: askedOrg.span, kid: embed.kid.span, unixSeconds: now.unixSeconds)
            refusal = .unknownKey
        case .unreadable: embed.isKeyUnreadable = true
        case .key(let key):
            desk.embedKeys.remember(key, unixSeconds: now.unixSeconds)
            // Moved out, because a span of it would lend out all of self.
            var text = ByteBuffer()
            swap(&text, &embed.text)
            let token = text.span.extracting(..<embed.tokenCount)
            let slug = text.span.extracting(embed.tokenCount...)
            verify(token, slug: slug, key, &desk, now: now)
        }
    }

    private enum KeyReading {
        case none, unreadable
        case key(EmbedKey)
    }

    private static func read(
        _ reply: borrowing RedisReply, _ masters: MasterKeys?, org: Span<UInt8>, kid: Span<UInt8>
    ) throws(RedisFault) -> KeyReading {
        guard let masters, let sealed = try EmbedKeyRecord.readSealed(reply) else { return .none }
        do throws(MasterKeys.OpenFault) {
            return .key(try masters.open(sealed, org: org, kid: kid))
        } catch {
            return .unreadable
        }
    }

    mutating func takeWidget(_ desk: borrowing AdmissionDesk) throws(RedisFault) {
        let judgement = try WidgetRecord.judge(
            desk.link.pipeline.reply, origin: embed.origin.span)
        switch judgement {
        case .usable: break
        case .unavailable: refusal = .unavailableWidget
        case .refusedOrigin: embed.refusesOrigin = true
        }
    }
}
