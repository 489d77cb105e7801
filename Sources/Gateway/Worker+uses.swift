import Bytes
import Identity
import Operations
import Quota
import Reactor
import Redis

/// When tokens were last used: Redis is told in batches, and the back end reads it there.
extension Worker {
    /// The tag of the batches' replies: no exchange has it.
    static var tellingUses: UInt64 { .max - 2 }

    /// Notes that a request's token was found good, whatever becomes of the request: Sanctum sets
    /// `last_used_at` before limits and abilities are asked (laravel.md §1).
    mutating func noteUse(_ exchange: Handle) {
        let id = exchanges[exchange].admission.identity.tokenID
        guard id != 0 else { return }
        if uses.count == 0 { setUsesTimer() }
        uses.note(id: id, unixSeconds: clock.unixSeconds)
        // A Redis that refuses is asked again when the time has come, not with every request.
        if uses.isFull, !usesAreRefused { tellUses() }
    }

    private mutating func setUsesTimer() {
        timers.schedule(
            TimerID.worker(.uses),
            atMilliseconds: clock.milliseconds + Bounds.tokenUsesMilliseconds)
    }

    /// The batch's time has come. One that cannot be sent waits for the next time.
    mutating func usesAreDue() {
        guard uses.count > 0 else { return }
        tellUses()
        if uses.count > 0 { setUsesTimer() }
    }

    /// Sends what is noted, unless Redis is away or has not answered the batch before.
    mutating func tellUses() {
        guard uses.count > 0, !uses.areSent, desk.link.isReady, desk.link.pipeline.hasRoom else {
            return
        }
        let prefix = desk.prefix
        let replies = uses.write(prefix: prefix.span, into: &desk.link.pipeline)
        usesAreRefused = false
        usesRepliesDue = replies
        desk.link.pipeline.expect(
            Self.tellingUses, replies: replies, nowMilliseconds: UInt64(clock.milliseconds))
    }

    /// A batch's reply.
    mutating func takeUsesReply() {
        if desk.link.pipeline.reply.errorCode != nil { usesAreRefused = true }
        usesRepliesDue -= 1
        guard usesRepliesDue == 0 else { return }
        if usesAreRefused {
            recorder.add(.redisFailures)
            keepUses()
        } else {
            uses.confirm()
        }
        endIfDrained()
    }

    /// Redis did not take the batch: it goes out again with the next one. At the end there is none.
    mutating func keepUses() {
        guard uses.areSent else { return }
        guard !isDraining else { return uses.confirm() }
        uses.takeBack()
        setUsesTimer()
    }

    /// Sends what is noted when nothing else is left to do. False when there is nothing to wait
    /// for.
    mutating func tellLastUses() -> Bool {
        tellUses()
        return uses.areSent
    }
}
