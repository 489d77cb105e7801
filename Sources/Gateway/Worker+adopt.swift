import Bytes
import Crypto
import Identity
import Operations
import Policy
import Quota
import Reactor
import Redis
import TLS
import Upstream

/// A reload: another policy is put in place between two turns. What began under the one before goes
/// on under it; `Worker+retire` gives up what nothing uses any more.
extension Worker {
    /// Judges by another policy from now on.
    mutating func adopt(_ delivery: Delivery, _ sockets: [[ListeningSocket]]) {
        guard let snapshot = delivery.take() else { return }
        let began = Clock.monotonicNanoseconds()
        var fault: Errno?
        if !isDraining {
            adoptRules(snapshot)
            adoptRedis(snapshot)
            fault = adoptListeners(snapshot, sockets)
            adoptResolver()
            armTargets()
            sweepRetired()
            lookAtMemory()
        }
        tellReloader(
            .adopted(
                isTaken: !isDraining, nanoseconds: Clock.monotonicNanoseconds() - began, fault))
    }

    private mutating func adoptRules(_ snapshot: Snapshot) {
        recorder.adopt(snapshot.labels)
        let places = placeUpstreams(snapshot.upstreams)
        var limits = Set(rules.limits)
        for rules in retired { limits.formUnion(rules.limits) }
        let limitPlaces = desk.adopt(Self.limits(snapshot.policy), used: limits)
        keepNeeds()
        retired.append(rules)
        rules = Rules(snapshot, upstreams: places, limits: limitPlaces)
        downstreams.raiseLimit(to: Self.downstreamsMax(rules.policy))
        sessions.raiseLimit(to: Self.sessionsMax(rules.policy))
        exchanges.raiseLimit(to: rules.bounds.requestsMax)
        links.raiseLimit(to: Self.linksMax(rules.policy))
    }

    /// Upstreams with the same targets keep their connections and what is known of their health;
    /// others begin anew beside those that they replace.
    private mutating func placeUpstreams(_ states: [UpstreamState]) -> [Int] {
        var places: [Int] = []
        for state in states {
            let place = place(for: state)
            places.append(place)
            if place == upstreams.count {
                upstreams.append(state)
                startChecks(place)
            } else if upstreams[place].isReleased {
                upstreams[place] = state
                startChecks(place)
            } else if upstreams[place].adopt(state) {
                endChecks(place)
                startChecks(place)
            } else {
                showTargets(place)
            }
            leaveLostAddresses(place)
        }
        for place in upstreams.indices where !places.contains(place) {
            guard !upstreams[place].isRetired else { continue }
            upstreams[place].retire()
            closeIdleLinks(place)
        }
        showUnanswered()
        return places
    }

    /// The place of the same upstream, which may be one of a former policy; else a free one, or a
    /// new one at the end.
    private mutating func place(for state: UpstreamState) -> Int {
        for index in upstreams.indices
        where !upstreams[index].isReleased
            && upstreams[index].policy.hasSameTargets(as: state.policy)
        {
            return index
        }
        return upstreams.firstIndex { $0.isReleased } ?? upstreams.count
    }

    /// Where Redis is cannot change, but how it is talked to can.
    private mutating func adoptRedis(_ snapshot: Snapshot) {
        let policy = snapshot.policy
        redisTLS = snapshot.redis.tls
        desk.link.adopt(
            snapshot.redis.credentials, timeoutMilliseconds: policy.redis.timeoutMilliseconds)
        desk.adopt(policy.embed?.masterKeys)
        if let last = retired.last, last.policy.failedLookups != policy.failedLookups {
            desk.failed = FailedLookups(
                burst: policy.failedLookups.burst,
                intervalMilliseconds: policy.failedLookups.intervalMilliseconds,
                seed: SecureRandom.uint64())
        }
    }

    /// Other servers are asked from now on, and names are resolved that are new. What
    /// /etc/resolv.conf says may have changed, too.
    private mutating func adoptResolver() {
        let servers = rules.policy.resolvers
        if servers.isEmpty || retired.last?.policy.resolvers != servers { resolverIsOld = true }
        pollResolver()
    }

    /// Listeners at the same address keep their socket and their connections; others are opened
    /// already, or go.
    private mutating func adoptListeners(
        _ snapshot: Snapshot, _ sockets: [[ListeningSocket]]
    ) -> Errno? {
        var fault: Errno?
        for (index, item) in snapshot.policy.listeners.enumerated() {
            var own = sockets[index]
            if let slot = listener(at: item.address) {
                guard listeners[slot].tls == nil, item.tls != nil else {
                    configure(slot, item, context: snapshot.contexts[index])
                    continue
                }
                // Nothing more is said in plaintext: who is connected so ends as with a listener
                // that goes, and another takes its sockets.
                own = listeners[slot].sockets
                removeListener(Int(slot.index), slot)
            }
            if listeners.count == Bounds.listenerSlotsMax { endRemovedListeners(now: .max) }
            do throws(Errno) {
                let slot = placeListener(item, own, context: snapshot.contexts[index])
                if let slot { try watch(slot) }
            } catch {
                fault = error
            }
        }
        let addresses = snapshot.policy.listeners.map(\.address)
        for index in 0..<listeners.slotCount {
            guard let slot = listeners.handle(at: index), listeners[slot].endsAt == nil,
                !addresses.contains(listeners[slot].address)
            else { continue }
            removeListener(index, slot)
        }
        return fault
    }

    private mutating func listener(at address: SocketAddress) -> Handle? {
        for index in 0..<listeners.slotCount {
            if let slot = listeners.handle(at: index), listeners[slot].endsAt == nil,
                listeners[slot].address == address
            {
                return slot
            }
        }
        return nil
    }

    /// Puts a listener in place. Nil when there are too many.
    mutating func placeListener(
        _ item: ListenerPolicy, _ sockets: [ListeningSocket], context: TLSServerContext?
    ) -> Handle? {
        guard let slot = listeners.take() else { return nil }
        listeners[slot].address = item.address
        listeners[slot].endsAt = nil
        listeners[slot].tls = nil
        configure(slot, item, context: context)
        listeners[slot].sockets = sockets
        return slot
    }

    /// Begins to accept at a listener.
    private mutating func watch(_ slot: Handle) throws(Errno) {
        for socket in listeners[slot].sockets {
            try poller.addLevel(
                socket.raw, token: Token(kind: Kind.listener.rawValue, index: Int(slot.index)))
        }
    }

    /// What new connections of a listener begin with. Without a context, it keeps the one it has.
    private mutating func configure(
        _ slot: Handle, _ item: ListenerPolicy, context: TLSServerContext?
    ) {
        listeners[slot].hosts = item.hosts
        listeners[slot].proxyProtocol = item.proxyProtocol
        listeners[slot].http2 = item.http2
        if listeners[slot].clients != item.tls?.clients { endIdentified(slot) }
        listeners[slot].clients = item.tls?.clients
        if item.tls == nil { listeners[slot].tls = nil }
        guard let context else { return }
        // They may have been made anew since the context was.
        context.ticketKeys = ticketKeys
        listeners[slot].tls = context
    }

    /// Other client certificates are asked for from now on: whoever was let in by the former rules
    /// comes back to be judged by these. Connections end with what they have begun, and take
    /// nothing more: over HTTP/2 the client is told which requests those are, and can send others
    /// elsewhere.
    private mutating func endIdentified(_ slot: Handle) {
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index), !downstreams[handle].isStream,
                downstreams[handle].listener == Int(slot.index)
            else { continue }
            switch downstreams[handle].stage {
            case .handshake: closeDownstream(handle)
            case .head where downstreams[handle].exchange.isNone: endWithOutput(handle)
            case .session: refuseStreams(handle)
            case .head, .body, .waiting: downstreams[handle].closesAfterAnswer = true
            case .proxyHeader, .lingering: break
            }
        }
    }

    /// Stops accepting; those who are connected are told, and have the time of a drain.
    private mutating func removeListener(_ index: Int, _ slot: Handle) {
        stopAccepting(index)
        listeners[slot].endsAt = clock.milliseconds + rules.timeouts.drainMilliseconds
        removedListeners += 1
        for index in 0..<downstreams.slotCount {
            guard let handle = downstreams.handle(at: index),
                downstreams[handle].listener == Int(slot.index)
            else { continue }
            announceEnd(handle, idleAtMost: Bounds.drainIdleMilliseconds)
        }
    }
}
