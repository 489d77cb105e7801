import Bytes
import HTTP
import HTTP1
import HTTP2
import Operations
import Policy
import Reactor
import Upstream

/// Active health checks: each worker asks each target for itself, on a connection of its own, and
/// takes those that are not well out of rotation.
extension Worker {
    mutating func startChecks() {
        for upstream in upstreams.indices { startChecks(upstream) }
        armTargets()
    }

    mutating func startChecks(_ upstream: Int) {
        showTargets(upstream)
        guard upstreams[upstream].checks.isNeeded else { return }
        for target in 0..<upstreams[upstream].group.targetCount {
            let wait = upstreams[upstream].group.random(below: Bounds.firstCheckMilliseconds)
            upstreams[upstream].checks.begin(target, at: clock.milliseconds + wait)
        }
    }

    /// Targets are to be checked, or come back from their ejection.
    mutating func pollTargets() {
        let now = clock.milliseconds
        for upstream in upstreams.indices {
            upstreams[upstream].group.endEjections(now: now)
            if isDraining { upstreams[upstream].checks.stop() }
            while true {
                let jitter = upstreams[upstream].group.random(below: 256)
                guard let target = upstreams[upstream].checks.takeDue(now: now, jitter: jitter)
                else { break }
                check(upstream, target)
            }
            showTargets(upstream)
        }
        armTargets()
    }

    /// Wakes the worker when the next check is due or the next ejection ends.
    mutating func armTargets() {
        var next = Int.max
        for upstream in upstreams {
            next = min(next, upstream.checks.next, upstream.group.nextReturn ?? .max)
        }
        guard next != .max else { return timers.cancel(TimerID.worker(.targets)) }
        timers.schedule(TimerID.worker(.targets), atMilliseconds: next)
    }

    mutating func showTargets(_ upstream: Int) {
        guard !upstreams[upstream].isRetired else { return }
        for target in 0..<upstreams[upstream].group.targetCount {
            recorder.set(
                isUp: upstreams[upstream].group.isUp(target),
                target: upstreams[upstream].targetLabels[target])
        }
    }

    /// Asks each address of a target. One without any has nobody to be asked.
    private mutating func check(_ upstream: Int, _ target: Int) {
        let places = upstreams[upstream].checkedPlaces(target)
        upstreams[upstream].checks.begin(target, addresses: places.count)
        for place in places { check(upstream, target, place.address, place.number) }
    }

    private mutating func check(
        _ upstream: Int, _ target: Int, _ address: SocketAddress, _ number: Int
    ) {
        let link: Handle
        do throws(OpenFault) {
            link = try openLink(address, upstream: upstream, target: target, isCheck: true)
        } catch {
            let passed: Bool? = error == .shortage ? nil : false
            return noteCheck(upstream, target, number, passed: passed)
        }
        links[link].address = number
        if upstreams[upstream].speaksHTTP2 {
            guard takeSession(link) else { return checkEnded(link, passed: nil) }
        } else {
            links[link].wire.output.append(upstreams[upstream].checks.requests[target])
        }
        timers.schedule(
            TimerID.link(link),
            atMilliseconds: clock.milliseconds + upstreams[upstream].checks.timeoutMilliseconds)
    }

    /// Ends the checks that are under way: they are others from now on.
    mutating func endChecks(_ upstream: Int) {
        for index in 0..<links.slotCount {
            guard let link = links.handle(at: index), links[link].upstream == upstream,
                links[link].isCheck
            else { continue }
            closeLink(link)
        }
    }

    /// Sends the check and reads its answer, as far as either goes now.
    mutating func serveCheck(_ link: Handle) {
        links[link].stage = .head
        if links[link].wire.flush() == .failed { return checkEnded(link, passed: false) }
        for _ in 0..<Bounds.readsPerTurn {
            switch links[link].wire.receive(spares: &spareInputs) {
            case .wouldBlock: return
            case .closed, .failed: return checkEnded(link, passed: false)
            case .bytes: break
            }
            guard let status = readCheck(link) else { continue }
            let upstream = links[link].upstream
            return checkEnded(link, passed: upstreams[upstream].checks.passes(status))
        }
        enqueueLink(link)
    }

    /// The status of a check's final answer, nil while it is not there; 0 when it is not HTTP.
    private mutating func readCheck(_ link: Handle) -> Int? {
        do throws(ProtocolFault) {
            while try links[link].parseHead(
                limits: rules.headLimits, method: .get, into: &checkHead)
            {
                if !checkHead.isInterim { return checkHead.status }
            }
            return nil
        } catch {
            return 0
        }
    }

    /// The target's HTTP/2 connection stands: the check is sent on it.
    mutating func sendCheck(_ link: Handle) {
        let upstream = links[link].upstream
        let slot = links[link].session
        var request = upstreams[upstream].checks.compose(links[link].target, in: &scratch)
        request.isTLS = links[link].wire.isTLS
        request.owner = link.owner
        guard sessions[slot].session?.request(request, in: scratch) != nil else {
            return checkEnded(link, passed: false)
        }
        enqueueLink(link)
    }

    /// What came of a check over HTTP/2.
    mutating func takeCheck(_ event: HTTP2Event, _ link: Handle, _ slot: Handle) {
        switch event.kind {
        case .head:
            do throws(ProtocolFault) {
                try sessions[slot].session?.readResponse(
                    event.block, answering: .get, into: &checkHead)
            } catch {
                return checkEnded(link, passed: false)
            }
            if checkHead.isInterim { return }
            let upstream = links[link].upstream
            checkEnded(link, passed: upstreams[upstream].checks.passes(checkHead.status))
        case .closed: checkEnded(link, passed: false)
        case .trailers, .data, .ended, .window: break
        }
    }

    /// A check has its verdict; nil for want of our own means.
    mutating func checkEnded(_ link: Handle, passed: Bool?) {
        let upstream = links[link].upstream
        let target = links[link].target
        let address = links[link].address
        closeLink(link)
        noteCheck(upstream, target, address, passed: passed)
    }

    private mutating func noteCheck(
        _ upstream: Int, _ target: Int, _ address: Int, passed: Bool?
    ) {
        if let passed {
            if !passed { recorder.add(.failedChecks, upstream: upstreams[upstream].label) }
            upstreams[upstream].checked(target, address, passed: passed)
        }
        guard let isWell = upstreams[upstream].checks.ended(target, passed: passed) else { return }
        leaveLostAddresses(upstream)
        let hasChanged = upstreams[upstream].group.checked(
            target, passed: isWell, now: clock.milliseconds)
        if hasChanged { showTargets(upstream) }
    }
}
