import Contract
import Document

extension PolicyReader {
    /// The whole policy; nil when a part is missing or unusable.
    func policy() -> Policy? {
        _ = root.text("extends")
        let contract = contract()
        let roots = certificates("ca_file", in: root, as: .open)
        let trustedProxies = trustedProxies()
        let listeners = listeners(behindProxies: !trustedProxies.isEmpty)
        let ticketKeys = ticketKeys()
        let redis = redis(roots: roots)
        let sessionCookie = sessionCookie()
        let names = PolicyNames(
            upstreams: upstreams(roots: roots), limits: limits(),
            hasSessionCookie: root.has("session_cookie"), bounds: bounds())
        let defaults = operationDefaults(names)
        let facts = contract?.operations.map(OperationFacts.init)
        let operations = facts.map { self.operations(of: $0, defaults, names) }
        if facts == nil { _ = root.value("operations") }
        let passThrough = passThrough(facts ?? [], operations ?? [], defaults, names)
        let workers = workers()
        checkMemory(
            names.bounds, workers: workers, operations ?? [], facts ?? [], passThrough)
        let resolvers = resolvers()
        let errors = root.choice("errors", of: ErrorDialect.self) ?? .laravel
        let cors = cors()
        let timeouts = timeouts()
        let keepsUnderscoreFields = keepsUnderscoreFields()
        let failedLookups = failedLookups()
        let embed = embed()
        let admin = admin(beside: listeners)
        let control = controlSocket()
        let accessLog = accessLog()
        let uid = account("uid")
        let gid = account("gid")
        if gid != nil, !root.has("uid") {
            findings.error(
                "`gid` without `uid` would change nothing", at: root.mark(of: "gid"),
                remedy: "add `uid`, the user to become, or remove `gid`")
        }
        guard let contract, let redis, let operations, !listeners.isEmpty else { return nil }
        let complete = operations.compactMap { $0 }
        guard complete.count == operations.count else { return nil }
        if embed == nil, root.has("embed") { return nil }
        return Policy(
            contract: contract, listeners: listeners, ticketKeys: ticketKeys, workers: workers,
            trustedProxies: trustedProxies, resolvers: resolvers, redis: redis,
            upstreams: names.upstreams, limits: names.limits, operations: complete,
            passThrough: passThrough, errors: errors, cors: cors, sessionCookie: sessionCookie,
            bounds: names.bounds, timeouts: timeouts,
            keepsUnderscoreFields: keepsUnderscoreFields, embed: embed,
            failedLookups: failedLookups, adminAddress: admin, controlSocket: control,
            accessLog: accessLog, uid: uid, gid: gid)
    }

    /// `contract`: the document and its overlays, compiled.
    private func contract() -> Contract? {
        let remedy = "add `contract: {document: openapi.yaml}`"
        guard let section = root.section("contract") else {
            findings.error(
                "the policy has no `contract`, the OpenAPI document that it serves", at: root.mark,
                remedy: remedy)
            return nil
        }
        defer { section.finish() }
        _ = section.required("document", remedy: remedy)
        let document = section.text("document").flatMap { part($0.text, $0.node) }
        let texts = section.texts("overlays") ?? []
        let overlays = texts.compactMap { part($0.text, $0.node) }
        guard let document, overlays.count == texts.count else { return nil }
        do throws(ContractError) {
            let contract = try Contract(document: document, overlays: overlays)
            findings.add(contract.diagnostics)
            if purpose != .serving { findings.add(contract.checkExamples()) }
            return contract
        } catch {
            findings.add(error.diagnostics)
            return nil
        }
    }

    private func part(_ text: String, _ node: Node) -> Node? {
        Self.document(
            PolicySource.resolve(text, in: node.mark.file), namedAt: node.mark, of: source,
            findings: findings)
    }
}
