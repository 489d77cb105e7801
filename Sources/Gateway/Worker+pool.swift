import Bytes
import Operations
import Policy
import Reactor
import Upstream

/// What becomes of connections to upstreams: kept for the next request, or closed.
extension Worker {
    /// Lets go of an exchange's connection in the middle of things: it cannot be used again.
    mutating func dropLink(_ exchange: Handle) {
        let link = exchanges[exchange].link
        exchanges[exchange].link = .none
        if links.isLive(link) { closeLink(link) }
    }

    mutating func closeLink(_ link: Handle) {
        if links[link].isStream { return releaseLinkStream(link) }
        timers.cancel(TimerID.link(link))
        let label = upstreams[links[link].upstream].label
        if !links[link].session.isNone { endLinkSession(link) }
        if links[link].stage == .idle {
            upstreams[links[link].upstream].group.forget(link, target: links[link].target)
            recorder.add(.connectionsIdle, -1, upstream: label)
        }
        endCount(link)
        if links[link].wire.transport != nil {
            recorder.add(.connectionsOpen, -1, upstream: label)
            if !links[link].isCheck {
                upstreams[links[link].upstream].group.closed(links[link].target)
            }
        }
        links[link].wire.close()
        links.free(link)
    }

    /// The request is no longer in flight.
    mutating func endCount(_ link: Handle) {
        guard links[link].isCounted else { return }
        links[link].isCounted = false
        upstreams[links[link].upstream].group.requestEnded(links[link].target)
    }

    /// An idle connection was kept long enough, or a check was not answered in time.
    mutating func linkTimedOut(_ link: Handle) {
        if links[link].isCheck {
            checkEnded(link, passed: false)
        } else if !links[link].session.isNone {
            sessionTimedOut(link)
        } else {
            closeLink(link)
        }
    }

    /// Closes what waits in the pool of an upstream.
    mutating func closeIdleLinks(_ upstream: Int) {
        guard upstreams[upstream].speaksHTTP2 else {
            while let link = upstreams[upstream].group.popIdle() { closeLink(link) }
            return
        }
        for index in 0..<links.slotCount {
            guard let link = links.handle(at: index), links[link].upstream == upstream,
                links[link].isUnused
            else { continue }
            closeLink(link)
        }
    }

    /// Whether a connection is to make room for one to another of its target's addresses.
    func isOld(_ link: Handle) -> Bool {
        links[link].renewAt <= clock.milliseconds
            && upstreams[links[link].upstream].hasSeveralAddresses(links[link].target)
    }

    /// Has connections to addresses that a target no longer has, or that are not well while others
    /// are, end with the requests that they have begun. A tunnel stays as long as it lasts.
    mutating func leaveLostAddresses(_ upstream: Int) {
        guard upstreams[upstream].hasLostAddresses else { return }
        upstreams[upstream].forgetLostAddresses()
        for index in 0..<links.slotCount {
            guard let link = links.handle(at: index), links[link].upstream == upstream,
                !links[link].isStream, !links[link].isCheck,
                !upstreams[upstream].isWanted(links[link].target, links[link].address)
            else { continue }
            links[link].isLeaving = true
            if links[link].stage == .idle || links[link].isUnused {
                closeLink(link)
            } else if !links[link].session.isNone {
                noteRoom(link)
                enqueueLink(link)
            }
        }
    }

    /// Keeps a connection for the next request.
    mutating func parkLink(_ link: Handle) {
        let upstream = links[link].upstream
        let target = links[link].target
        if upstreams[upstream].isRetired || links[link].isLeaving || isOld(link) {
            return closeLink(link)
        }
        links[link].stage = .idle
        links[link].exchange = .none
        links[link].isPaused = false
        endCount(link)
        if links[link].wire.output.capacity > Bounds.relayBytesMax {
            links[link].wire.output.releaseStorage()
        }
        recorder.add(.connectionsIdle, 1, upstream: upstreams[upstream].label)
        timers.schedule(
            TimerID.link(link),
            atMilliseconds: clock.milliseconds + upstreams[upstream].keepMilliseconds)
        if let oldest = upstreams[upstream].group.park(link, target: target) { closeLink(oldest) }
    }
}
