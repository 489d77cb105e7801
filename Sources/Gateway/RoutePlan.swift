import Bytes
import Contract
import HTTP
import Identity
import Policy

/// What the policy asks of one route, as a few plain numbers: on the request path nothing is
/// copied, retained or compared as text. It is kept small because every look at it copies it.
struct RoutePlan: Sendable {
    /// What is said about requests of the route in yes or no.
    var auth: AuthKind
    var needsAllAbilities = true
    /// The request has a schema: its body is held and judged before anything is forwarded.
    var isJudged = false
    /// What fails the schema is refused; otherwise it is only reported.
    var isEnforced = true
    /// Answered here, and by which handler.
    var edge: EdgeHandler?
    /// Goes through as it is: never answered with our own 401, 403, 404, 405, 422 or 429.
    var isUntouched = false
    /// WebSockets may be opened: the upstream is asked for them.
    var takesWebSocket = false
    /// Which of the path's parameters is the slug of the embed token's widget; -1 for none.
    private var slugIndex: Int8 = -1
    /// Abilities asked for, as a run of `RouteTable.abilities`.
    var abilityCount: UInt16 = 0
    var firstAbility: Int32 = 0
    private var operationIndex: Int32
    private var limitIndex: Int32
    private var upstreamIndex: Int32
    let bodyBytesMax: Int

    init(operation: Int?, auth: AuthKind, limit: Int?, upstream: Int, bodyBytesMax: Int) {
        self.auth = auth
        operationIndex = Int32(operation ?? -1)
        limitIndex = Int32(limit ?? -1)
        upstreamIndex = Int32(upstream)
        self.bodyBytesMax = bodyBytesMax
    }

    /// Index of the contract's operation; nil for a pass-through entry.
    var operation: Int? { operationIndex < 0 ? nil : Int(operationIndex) }
    /// Index of the named limit at the desk; nil when requests are not counted.
    var limit: Int? { limitIndex < 0 ? nil : Int(limitIndex) }
    /// The upstream's place among the worker's.
    var upstream: Int { Int(upstreamIndex) }
    /// Index of the path's parameter that must be the slug of the embed token; nil for none.
    var slugParameter: Int? {
        get { slugIndex < 0 ? nil : Int(slugIndex) }
        set { slugIndex = Int8(newValue ?? -1) }
    }
    var abilities: Range<Int> { Int(firstAbility)..<Int(firstAbility) + Int(abilityCount) }

    /// Turns the policy's indices into the worker's.
    mutating func place(upstreams: [Int], limits: [Int]) {
        upstreamIndex = Int32(upstreams[upstream])
        if let limit { limitIndex = Int32(limits[limit]) }
    }
}

/// What an operation's input is judged by, behind one reference: a look at it counts that one, and
/// not each of the arrays in it.
final class InputRules: Sendable {
    let program: InputProgram

    init(_ program: InputProgram) { self.program = program }
}

/// The abilities that a route asks for, apart from its table.
struct NeededAbilities {
    let abilities: ArraySlice<Ability>
    let needsAll: Bool

    func areGranted(by identity: borrowing Identity) -> Bool {
        var granted = 0
        for ability in abilities where identity.grants(ability) { granted += 1 }
        return needsAll ? granted == abilities.count : granted > 0
    }
}

/// The plans of every operation and pass-through entry. Compiled once per worker, so that no two
/// threads share a reference count.
struct RouteTable: Sendable {
    /// Operations in the contract's order, then the pass-through entries in the table's.
    private(set) var plans: [RoutePlan]
    /// The numbers of their names in logs and metrics, in the order of `plans`.
    let labels: [Int]
    /// Time limits towards the upstream, in the order of `plans`.
    let timeouts: [UpstreamTimeouts]
    /// Abilities that plans point into, and their names.
    let abilities: [Ability]
    let abilityNames: [[UInt8]]
    let operationCount: Int
    /// What input is judged by, per operation; nil where nothing is to be judged.
    let inputs: [InputRules?]
    /// The program of operations that say nothing about their input.
    let noRules = (try? InputProgram([])).map(InputRules.init)

    /// `labels` are the numbers that `names` have got.
    init(_ policy: Policy, labels: [Int]) {
        self.labels = labels
        inputs = policy.operations.map { $0.input.map(InputRules.init) }
        var plans: [RoutePlan] = []
        var names: [[UInt8]] = []
        for (index, operation) in policy.operations.enumerated() {
            var plan = RoutePlan(
                operation: index, auth: operation.auth, limit: operation.limit,
                upstream: operation.upstream, bodyBytesMax: operation.bodyBytesMax)
            plan.firstAbility = Int32(names.count)
            plan.abilityCount = UInt16(operation.abilities.names.count)
            names += operation.abilities.names.map { Array($0.utf8) }
            if case .any = operation.abilities { plan.needsAllAbilities = false }
            plan.isJudged = !operation.isUntouched && operation.input != nil
            plan.edge = operation.edge
            // A handler of ours takes nothing that the contract refuses.
            plan.isEnforced = operation.mode == .enforce || operation.edge != nil
            plan.isUntouched = operation.isUntouched
            plan.takesWebSocket = operation.takesWebSocket
            if operation.auth == .embed {
                plan.slugParameter = policy.contract.operations[index].template.parameters
                    .firstIndex(of: "slug")
            }
            plans.append(plan)
        }
        operationCount = plans.count
        for entry in policy.passThrough.entries {
            var plan = RoutePlan(
                operation: entry.operation, auth: .public, limit: nil, upstream: entry.upstream,
                bodyBytesMax: entry.bodyBytesMax)
            plan.isUntouched = true
            plan.takesWebSocket = entry.takesWebSocket
            plans.append(plan)
        }
        self.plans = plans
        timeouts = policy.operations.map(\.timeouts) + policy.passThrough.entries.map(\.timeouts)
        abilityNames = names
        abilities = names.map { Ability(String(decoding: $0, as: UTF8.self)) }
    }

    /// The abilities that a route asks for.
    func needs(_ route: Int) -> NeededAbilities {
        NeededAbilities(
            abilities: abilities[plans[route].abilities],
            needsAll: plans[route].needsAllAbilities)
    }

    /// Turns the policy's indices of upstreams and limits into the worker's.
    mutating func place(upstreams: [Int], limits: [Int]) {
        for index in plans.indices { plans[index].place(upstreams: upstreams, limits: limits) }
    }

    /// What logs and metrics call the routes, in the order of `plans`: templates and prefixes.
    static func names(_ policy: Policy) -> [(method: String, template: String)] {
        policy.contract.operations.map { ("\($0.method.text)", $0.template.text) }
            + policy.passThrough.entries.map { ("", String(decoding: $0.path, as: UTF8.self)) }
    }
}
