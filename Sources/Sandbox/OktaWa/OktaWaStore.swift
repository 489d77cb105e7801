import Bytes

/// All organizations, each made with what the contract's examples show when it is first asked for.
struct OktaWaStore {
    private struct Place {
        var organization: OktaWaOrganization
        /// The number of its last request.
        var lastUse = 0
    }

    private let seed: OktaWaSeed
    private var places: [String: Place] = [:]
    private var random: SplitMix64
    private var requests = 0

    init(_ seed: OktaWaSeed, randomSeed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: randomSeed)
    }

    /// Answers a request of an organization; nil where the contract's example is the answer. Who
    /// comes without one, as direct callers and webhooks do, shares the one without a name.
    mutating func answer(
        _ operation: OktaWaOperation, org: String, _ request: OktaWaRequest
    ) -> SandboxAnswer? {
        requests += 1
        if places[org] == nil { open(org) }
        places[org]?.lastUse = requests
        return places[org]?.organization.answer(operation, request)
    }

    /// Beyond the bound, the organization that has been silent for longest begins anew.
    private mutating func open(_ org: String) {
        if places.count >= Bounds.sandboxOrganizationsMax,
            let oldest = places.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            places[oldest.key] = nil
        }
        places[org] = Place(organization: OktaWaOrganization(seed, idSeed: random.next()))
    }
}
