import Bytes
import Identity
package import Policy
import Reactor
package import TLS
import Upstream

/// What a worker knows of one upstream: which targets to choose, their addresses, and when they are
/// checked.
struct UpstreamState {
    private(set) var policy: UpstreamPolicy
    /// The numbers of its name and its targets' names in metrics.
    private(set) var label: Int
    private(set) var targetLabels: [Int]
    /// Tells it from others that had its place before.
    let serial: Int
    /// The policy in force has it no more: requests under former ones may still use it.
    private(set) var isRetired = false
    /// And nothing uses it any more.
    private(set) var isReleased = false
    var group: TargetGroup
    var budget: RetryBudget
    var checks: HealthChecks
    /// An address of a target.
    private struct Place {
        let address: SocketAddress
        /// Stays when DNS gives the addresses in another order, and is never another's.
        let number: Int
        /// Whether it is passed over because connecting to it failed.
        var rest = Rest()
        /// Whether it is because its checks fail, and what they have said lately.
        var isSick = false
        var checks = CheckStreak()

        func isAway(_ now: Int) -> Bool { isSick || rest.isOn(now) }
    }

    /// Per target; empty until resolved.
    private var places: [[Place]] = []
    private var lastNumber = 0
    /// Addresses have gone, or others are to be preferred, and connections have yet to be told.
    private(set) var hasLostAddresses = false
    /// Round robin over a target's addresses.
    private var nextPlace: [Int] = []
    /// HTTP/2: how many requests a connection is likely to take at once, per target.
    private var streamsMax: [Int] = []
    /// The names to resolve, per target; nil where the target is an address.
    private(set) var names: [String?] = []
    /// Targets whose name DNS has not answered for yet, neither with addresses nor with a failure.
    var isUnanswered: Set<Int> = []
    /// When each name is resolved again, in the worker's milliseconds; `Int.max` for never.
    var renewAt: [Int] = []
    private(set) var tls: TLSClientContext?
    private(set) var assertionKey: AssertionKey?

    /// `serial` is its own alone, `seed` what chance begins with, `now` in milliseconds.
    init(
        _ policy: UpstreamPolicy, label: Int, targetLabels: [Int], serial: Int, seed: UInt64,
        now: Int
    ) throws(TLSError) {
        self.policy = policy
        speaksHTTP2 = policy.speaks == .http2
        self.label = label
        self.targetLabels = targetLabels
        self.serial = serial
        group = TargetGroup(
            names: policy.targets.map(\.authority), settings: policy.settings, seed: seed)
        budget = RetryBudget(percent: policy.settings.retries.budgetPercent, now: now)
        checks = HealthChecks(policy)
        tls =
            if let tls = policy.tls {
                try TLSClientContext(tls, policy.speaks)
            } else {
                nil
            }
        assertionKey = policy.assertionKey.flatMap { AssertionKey($0.bytes.span) }
        for (index, target) in policy.targets.enumerated() {
            let address = IPAddress(target.host).map { SocketAddress($0, port: target.port) }
            places.append([])
            names.append(address == nil ? target.host : nil)
            if address == nil { isUnanswered.insert(index) }
            renewAt.append(.max)
            nextPlace.append(0)
            streamsMax.append(Bounds.http2UpstreamStreamsMax)
            setAddresses(index, address.map { [$0] } ?? [])
        }
    }

    /// Stored, since it is asked for each request: asking the policy would copy all of the state.
    private(set) var speaksHTTP2: Bool
    /// The Host that is sent; nil sends the client's.
    var host: [UInt8]? { policy.host }
    /// How long unused connections are kept, milliseconds.
    var keepMilliseconds: Int { policy.timeouts.keepMilliseconds }

    /// Addresses that were found before the state came into force, and when they are to be renewed.
    mutating func begin(_ target: Int, _ addresses: [SocketAddress], renewAt moment: Int) {
        setAddresses(target, addresses)
        isUnanswered.remove(target)
        renewAt[target] = moment
    }

    /// Goes on under another policy with the same targets: connections, health and what is known of
    /// failures stay. True when checks have to begin anew.
    mutating func adopt(_ other: UpstreamState) -> Bool {
        let hasOtherChecks =
            isRetired || policy.health != other.policy.health || policy.host != other.policy.host
        if isRetired {
            names = other.names
            tls = other.tls
            renewAt = other.renewAt
            for target in places.indices {
                setAddresses(target, other.places[target].map(\.address))
            }
        }
        // What checks have said stays until they say otherwise.
        if isRetired || other.policy.health == nil { forgetChecks() }
        isRetired = false
        policy = other.policy
        speaksHTTP2 = other.speaksHTTP2
        group.adopt(policy.settings)
        budget.adopt(percent: policy.settings.retries.budgetPercent)
        assertionKey = other.assertionKey
        if hasOtherChecks { checks = other.checks }
        return hasOtherChecks
    }

    /// Its names are asked for anew, of other servers.
    mutating func renewNames() {
        for target in names.indices where names[target] != nil { renewAt[target] = 0 }
    }

    /// Nobody new is sent there: nothing is checked or resolved any more.
    mutating func retire() {
        isRetired = true
        checks.stop()
        for target in names.indices {
            names[target] = nil
            renewAt[target] = .max
        }
        isUnanswered = []
    }

    /// Nothing uses it: its place can be given away.
    mutating func release() {
        isReleased = true
        tls = nil
    }

    /// The name that a target's certificate must have.
    func serverName(_ target: Int) -> String {
        policy.tls?.serverName ?? policy.targets[target].host
    }

    /// What DNS said of a target's name; an address that is known keeps its rest.
    mutating func setAddresses(_ target: Int, _ addresses: [SocketAddress]) {
        let known = places[target]
        places[target] = []
        for address in addresses {
            if let place = known.first(where: { $0.address == address }) {
                places[target].append(place)
            } else {
                lastNumber += 1
                places[target].append(Place(address: address, number: lastNumber))
            }
        }
        if !known.allSatisfy({ hasAddress(target, $0.number) }) { hasLostAddresses = true }
        group.setResolved(target, !addresses.isEmpty)
    }

    /// What is known of a target's addresses.
    func addresses(of target: Int) -> [SocketAddress] { places[target].map(\.address) }

    /// Names without an address.
    var unresolvedCount: Int {
        names.indices.count { names[$0] != nil && places[$0].isEmpty }
    }

    private mutating func forgetChecks() {
        group.forgetChecks()
        for target in places.indices {
            for index in places[target].indices {
                places[target][index].isSick = false
                places[target][index].checks.reset()
            }
        }
    }

    /// The addresses of a target and their numbers, for checks of each.
    func checkedPlaces(_ target: Int) -> [(address: SocketAddress, number: Int)] {
        places[target].map { ($0.address, $0.number) }
    }

    /// A check of one of a target's addresses has passed or failed. One that is not well is passed
    /// over as long as another is.
    mutating func checked(_ target: Int, _ number: Int, passed: Bool) {
        guard let index = places[target].firstIndex(where: { $0.number == number }) else { return }
        let isHealthy = !places[target][index].isSick
        if places[target][index].checks.contradicts(
            isHealthy: isHealthy, passed: passed, policy.settings)
        {
            places[target][index].isSick = isHealthy
            hasLostAddresses = true
        }
    }

    /// Whether connections to the address of this number are to take further requests.
    func isWanted(_ target: Int, _ number: Int) -> Bool {
        guard let place = places[target].first(where: { $0.number == number }) else { return false }
        return !place.isSick || places[target].allSatisfy(\.isSick)
    }

    /// Whether the target still has the address of this number.
    private func hasAddress(_ target: Int, _ number: Int) -> Bool {
        places[target].contains { $0.number == number }
    }

    /// Whether a target's requests can go to one address or another.
    func hasSeveralAddresses(_ target: Int) -> Bool { places[target].count > 1 }

    /// The connections to addresses that have gone were told.
    mutating func forgetLostAddresses() { hasLostAddresses = false }

    /// The next address of a target and its number, nil when none is known. Those that failed
    /// lately, or whose checks do, are passed over unless all are such.
    mutating func takeAddress(_ target: Int, now: Int) -> (address: SocketAddress, number: Int)? {
        let count = places[target].count
        guard count > 0 else { return nil }
        let first = nextPlace[target] % count
        var index = first
        for step in 0..<count where !places[target][(first + step) % count].isAway(now) {
            index = (first + step) % count
            break
        }
        nextPlace[target] = index + 1
        _ = places[target][index].rest.probe(now: now)
        return (places[target][index].address, places[target][index].number)
    }

    /// Connecting to an address failed. The target rests only when all of its addresses do.
    ///
    /// - Returns: whether another address of the target is worth trying.
    mutating func connectFailed(_ target: Int, _ number: Int, now: Int) -> Bool {
        if let index = places[target].firstIndex(where: { $0.number == number }) {
            places[target][index].rest.begin(now: now)
        }
        if places[target].contains(where: { !$0.isAway(now) }) { return true }
        group.connectFailed(target, now: now)
        return false
    }

    /// How many requests a connection to the target is expected to take at once.
    func expectedStreams(_ target: Int) -> Int { streamsMax[target] }

    /// What the target says of it in its SETTINGS.
    mutating func learnStreams(_ target: Int, _ count: Int) {
        streamsMax[target] = max(min(count, Bounds.http2UpstreamStreamsMax), 1)
    }

    /// Connecting to an address worked.
    mutating func connected(_ target: Int, _ number: Int) {
        if let index = places[target].firstIndex(where: { $0.number == number }) {
            places[target][index].rest.end()
        }
        group.connected(target)
    }
}

extension TLSClientContext {
    /// The context that an upstream's policy asks for.
    package convenience init(
        _ policy: UpstreamTLS, _ speaks: UpstreamProtocol
    ) throws(TLSError) {
        let trust: TLSTrust =
            if !policy.verifies {
                .anyone
            } else if let pem = policy.caPEM {
                .authorities(pem: pem, file: "ca_file")
            } else {
                .system
            }
        try self.init(trust: trust, protocols: [speaks == .http2 ? "h2" : "http/1.1"])
    }
}
