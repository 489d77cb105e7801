import Bytes
import Contract
import HTTP
import Identity
import Policy

/// What the policy asks of one route, as plain numbers: on the request path nothing is copied,
/// retained or compared as text.
struct RoutePlan: Sendable {
    /// Index of the contract's operation; nil for a pass-through entry.
    var operation: Int?
    var auth: AuthKind
    /// Abilities asked for, as a run of `RouteTable.abilities`.
    var firstAbility = 0
    var abilityCount = 0
    var needsAllAbilities = true
    /// Index of the named limit; nil when requests are not counted.
    var limit: Int?
    var upstream: Int
    /// The request has a schema: its body is held and judged before anything is forwarded.
    var isJudged = false
    /// What fails the schema is refused; otherwise it is only reported.
    var isEnforced = true
    /// Goes through as it is: never answered with our own 401, 403, 404, 405, 422 or 429.
    var isUntouched = false
    var bodyBytesMax: Int
    var timeouts: UpstreamTimeouts
}

/// The plans of every operation and pass-through entry. Compiled once per worker, so that no two
/// threads share a reference count.
struct RouteTable: Sendable {
    /// Operations in the contract's order, then the pass-through entries in the table's.
    let plans: [RoutePlan]
    /// Abilities that plans point into, and their names.
    let abilities: [Ability]
    let abilityNames: [[UInt8]]
    let operationCount: Int
    /// What input is judged by, per operation; nil where nothing is to be judged.
    let programs: [InputProgram?]
    /// The program of operations that say nothing about their input.
    let noRules = try? InputProgram([])

    init(_ policy: Policy) {
        programs = policy.operations.map(\.input)
        var plans: [RoutePlan] = []
        var abilities: [Ability] = []
        var names: [[UInt8]] = []
        for (index, operation) in policy.operations.enumerated() {
            var plan = RoutePlan(
                operation: index, auth: operation.auth, limit: operation.limit,
                upstream: operation.upstream, bodyBytesMax: operation.bodyBytesMax,
                timeouts: operation.timeouts)
            plan.firstAbility = abilities.count
            abilities += operation.abilities.names.map { Ability($0) }
            names += operation.abilities.names.map { Array($0.utf8) }
            plan.abilityCount = abilities.count - plan.firstAbility
            if case .any = operation.abilities { plan.needsAllAbilities = false }
            plan.isJudged = !operation.isUntouched && operation.input != nil
            plan.isEnforced = operation.mode == .enforce
            plan.isUntouched = operation.isUntouched
            plans.append(plan)
        }
        operationCount = plans.count
        for entry in policy.passThrough.entries {
            plans.append(
                RoutePlan(
                    operation: entry.operation, auth: .public, upstream: entry.upstream,
                    isUntouched: true, bodyBytesMax: entry.bodyBytesMax, timeouts: entry.timeouts))
        }
        self.plans = plans
        self.abilities = abilities
        abilityNames = names
    }

    /// What logs and metrics call the routes, in the order of `plans`: templates and prefixes.
    static func names(_ policy: Policy) -> [(method: String, template: String)] {
        policy.contract.operations.map { ("\($0.method.text)", $0.template.text) }
            + policy.passThrough.entries.map { ("", String(decoding: $0.path, as: UTF8.self)) }
    }
}
