import Bytes
import Identity
import Operations
import Policy
import Quota
import Reactor
import Redis

/// Embed tokens: what the gateway mints itself.
extension Worker {
    mutating func beginMinting(_ exchange: Handle) {
        let verdict = exchanges[exchange].beginMinting(
            &judge, tag: Token(kind: 0, handle: exchange).raw, prefix: desk.prefix,
            link: &desk.link, now: UInt64(clock.milliseconds))
        if let verdict { minted(exchange, verdict) }
    }

    mutating func takeMintingReply(_ exchange: Handle) {
        guard let embed = rules(of: exchange).policy.embed else {
            return refuse(exchange, .internalFault)
        }
        let verdict = exchanges[exchange].minting.receive(
            prefix: desk.prefix, masters: embed.masterKeys, keys: &desk.embedKeys, link: &desk.link,
            nowMilliseconds: UInt64(clock.milliseconds), unixSeconds: clock.unixSeconds)
        if let verdict { minted(exchange, verdict) }
    }

    private mutating func minted(_ exchange: Handle, _ verdict: EmbedVerdict) {
        exchanges[exchange].mark(.handler, now: clock.monotonicNanoseconds)
        switch verdict {
        case .granted: mint(exchange)
        case .unknownWidget: refuse(exchange, .unknownWidget)
        case .ttlTooLong(let most):
            let message: StaticString = "The ttl seconds field must not be greater than"
            refuse(exchange, InputFault("ttl_seconds", message, number: most))
        case .refusedOrigin:
            refuse(exchange, InputFault("origin", "The selected origin is invalid"))
        case .noKey: refuse(exchange, .embedKeyMissing)
        case .unreadableKey: refuse(exchange, .embedKeyUnreadable)
        case .redisFault(let fault): failHandler(exchange, fault)
        }
    }

    private mutating func mint(_ exchange: Handle) {
        guard let embed = rules(of: exchange).policy.embed else {
            return refuse(exchange, .internalFault)
        }
        let isMade = exchanges[exchange].composeEmbedToken(
            rules(of: exchange), embed, &embedMinter, unixSeconds: clock.unixSeconds, body: &scratch
        )
        guard isMade else { return refuse(exchange, .invalidHandlerInput) }
        exchanges[exchange].addQuota()
        exchanges[exchange].addRequestID()
        answer(exchange)
    }

    private mutating func refuse(_ exchange: Handle, _ fault: InputFault) {
        exchanges[exchange].inputFault = fault
        refuse(exchange, .invalidHandlerInput)
    }
}
