import Bytes
import HTTP
import Policy

/// What browsers of other origins are told, as Laravel's HandleCors middleware tells it.
extension Exchange {
    /// Adds the CORS fields of an answer of our own.
    mutating func addCORS(_ rules: Rules) {
        guard fault == nil, let cors = rules.cors,
            cors.covers(head.text(head.target.path))
        else { return }
        addAllowedOrigin(cors)
        if cors.allowsCredentials {
            response.add(name: "access-control-allow-credentials", "true")
        }
        if !cors.exposedHeaders.isEmpty, response.status != 204 {
            // A preflight's answer exposes nothing: no page ever sees it.
            addList(cors.exposedHeaders, "access-control-expose-headers")
        }
    }

    private mutating func addList(_ items: [[UInt8]], _ name: StaticString) {
        let start = response.bytes.count
        for (index, item) in items.enumerated() {
            if index > 0 { response.bytes.append(", ") }
            response.bytes.append(item)
        }
        response.addField(name: name, from: start)
    }

    /// `*` where any origin may; otherwise the asking origin when it is one of them. A browser that
    /// is told nothing keeps the answer from the page.
    private mutating func addAllowedOrigin(_ cors: CORSPolicy) {
        if cors.origins.isEmpty, !cors.allowsCredentials {
            response.add(.accessControlAllowOrigin, "*")
            return
        }
        response.add(.vary, "Origin")
        guard let origin = head.value(of: .origin) else { return }
        var isAllowed = cors.origins.isEmpty
        for known in cors.origins where head.text(origin.value).equals(known.span) {
            isAllowed = true
        }
        if isAllowed { response.add(.accessControlAllowOrigin, from: head, origin.value) }
    }

    /// Answers a preflight, or an `OPTIONS` that is none (laravel.md §4). `OPTIONS *` is a ping
    /// (RFC 9110 §9.3.7): 200 and nothing else, as no list of methods holds for all paths.
    mutating func composePreflight(_ rules: Rules) {
        response.reset()
        response.framing = .length(0)
        if head.target.form == .asterisk {
            response.status = 200
            return
        }
        guard let cors = rules.cors, allowed == .none else {
            response.status = 200
            let start = response.bytes.count
            allowed.append(to: &response.bytes, separator: ",")
            response.addField(.allow, from: start)
            response.add(.contentType, "text/html; charset=UTF-8")
            response.add(.cacheControl, "no-cache, private")
            response.add(.vary, "Access-Control-Request-Method")
            addCORS(rules)
            return
        }
        response.status = 204
        response.framing = .none
        addCORS(rules)
        addAsked(cors.methods, .accessControlRequestMethod, "access-control-allow-methods")
        addAsked(cors.headers, .accessControlRequestHeaders, "access-control-allow-headers")
        response.add(name: "access-control-max-age", decimal: cors.maxAgeSeconds)
        response.add(.cacheControl, "no-cache, private")
        response.add(
            .vary, "Access-Control-Request-Method, Access-Control-Request-Headers")
    }

    /// What the policy allows, or what was asked for where it allows everything.
    private mutating func addAsked(
        _ allowed: [[UInt8]], _ asked: FieldName, _ name: StaticString
    ) {
        if allowed.isEmpty {
            guard let field = head.value(of: asked) else { return }
            response.add(name: name, from: head, field.value)
            return
        }
        addList(allowed, name)
    }
}
