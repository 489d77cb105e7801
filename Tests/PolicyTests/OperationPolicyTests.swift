import Bytes
import Contract
import HTTP
import Testing

@testable import Policy

/// Who may call an operation, under which names it is found, and where it goes.
@Suite struct OperationPolicyTests {
    private func operations(_ lines: String) throws -> [OperationPolicy] {
        let (policy, findings) = Policies.load(Policies.changed(lines))
        #expect(findings == [])
        return try #require(policy).operations
    }

    @Test func `an operation is named by its id or by its method and path`() throws {
        let operations = try operations(
            """
            operations:
              listItems: {abilities: [list]}
              POST /api/items: {abilities: [write, "items:create"]}
            """)
        #expect(operations[0].abilities == .all(["list"]))
        #expect(operations[1].abilities == .all(["write", "items:create"]))
        #expect(operations[2].abilities == .all(["read"]))
    }

    @Test func `an operation without an entry follows the defaults`() throws {
        let operations = try operations(
            """
            limits: {few: {rate: 1 per second}}
            defaults: {auth: bearer, abilities: [read], limit: few, assumed: enforce, mode: report}
            operations: {listItems: , createItem: {mode: enforce, assumed: report, limit: none}}
            """)
        #expect(operations[0].mode == .report && operations[0].assumed == .enforce)
        #expect(operations[0].limit == 0 && operations[0].edge == nil)
        #expect(operations[1].mode == .enforce && operations[1].assumed == .report)
        #expect(operations[1].limit == nil)
    }

    @Test func `a public operation takes neither abilities nor limit from the defaults`() throws {
        let operations = try operations(
            """
            limits: {few: {rate: 1 per second}}
            defaults: {auth: bearer, abilities: [read], limit: few}
            operations: {listItems: {auth: public}}
            """)
        #expect(operations[0].auth == .public && operations[0].limit == nil)
        #expect(operations[0].abilities == .all([]))
    }

    @Test func `an empty list of abilities asks for any valid token`() throws {
        let operations = try operations("operations: {listItems: {abilities: []}}")
        #expect(operations[0].auth == .bearer && operations[0].abilities == .all([]))
    }

    @Test func `a body's cap is the operation's, the defaults', or what fits the contract`() throws
    {
        let operations = try operations("operations: {bankHook: {body_max: 3MiB}}")
        #expect(operations[3].bodyBytesMax == 3_145_728)
        #expect(operations[1].bodyBytesMax == Bounds.judgedBodyBytesMax)
        #expect(operations[0].bodyBytesMax == Bounds.bodyBytesMax)
    }

    @Test func `rules of the query alone hold a body, and cap it`() throws {
        let contract = """
            openapi: 3.0.3
            info: {title: Shop, version: 1.0.0}
            paths:
              /api/items:
                get:
                  operationId: listItems
                  parameters: [{name: page, in: query, schema: {type: integer}}]
                  responses: {'200': {description: ok}}
            """
        let files: [String: PolicySource.File] = [
            "openapi.yaml": .contents(Array(contract.utf8), permissions: 0o644)
        ]
        let policy = try #require(Policies.load(Policies.complete, with: files).policy)
        #expect(policy.operations[0].input != nil)
        #expect(policy.operations[0].bodyBytesMax == Bounds.judgedBodyBytesMax)
        let large = """
            bounds: {body: 1GiB}
            operations: {listItems: {body_max: 65MiB}}
            """
        let complaints = Policies.complaints(about: large, with: files)
        #expect(complaints.count == 1 && complaints[0].contains("from 0B to 64MiB"))
    }

    @Test func `an operation's time limits go before its upstream's`() throws {
        let operations = try operations(
            """
            upstreams:
              app:
                targets: ["http://10.0.0.5"]
                assertion_key_file: keys/assertion
                timeouts: {connect: 1s, response: 2s}
            operations: {listItems: {timeouts: {response: 9s}}}
            """)
        #expect(operations[0].timeouts.connectMilliseconds == 1_000)
        #expect(operations[0].timeouts.responseMilliseconds == 9_000)
        #expect(operations[1].timeouts.responseMilliseconds == 2_000)
    }

    @Test(arguments: [
        ("/webhooks/bänk", "/webhooks/b%C3%A4nk"), ("/webhooks/%41", "/webhooks/A"),
        ("/webhooks/%c3%a4/", "/webhooks/%C3%A4"), ("/webhooks/a b", "/webhooks/a%20b"),
        ("/", "/"),
    ])
    func `an untouched path matches as requests' paths are spelt`(
        template: String, path: String
    ) throws {
        let contract = """
            openapi: 3.0.3
            info: {title: Shop, version: 1.0.0}
            paths:
              '\(template)':
                post: {operationId: hook, responses: {'200': {description: ok}}}
            """
        let files: [String: PolicySource.File] = [
            "openapi.yaml": .contents(Array(contract.utf8), permissions: 0o644)
        ]
        let lines = "operations: {hook: {auth: public, untouched: true}}"
        let policy = try #require(Policies.load(Policies.changed(lines), with: files).policy)
        let (bytes, method) = (Array(path.utf8), Array("PUT".utf8))
        #expect(policy.passThrough.match(bytes.span, Method(method.span)) == 0)
    }

    @Test func `an untouched operation passes with every method and a small body`() throws {
        let lines = "operations: {bankHook: {auth: public, untouched: true}}"
        let policy = try #require(Policies.load(Policies.changed(lines)).policy)
        let entry = try #require(policy.passThrough.entries.first)
        #expect(policy.operations[3].isUntouched)
        #expect(entry.isExact && entry.methods == nil && entry.operation == 3)
        #expect(entry.bodyBytesMax == 65_536)
    }

    @Test(arguments: [
        (
            "operations: {listItem: {}}",
            "1:14: error: the contract has no operation `listItem` — did you mean `listItems`?"
        ),
        (
            "operations: {GET /api/item: {}}",
            "1:14: error: the contract has no operation `GET /api/item` — did you mean `GET "
                + "/api/items`?"
        ),
        (
            "operations: {somethingElse: {}}",
            "1:14: error: the contract has no operation `somethingElse` — known are listItems, "
                + "createItem, getItem, bankHook"
        ),
        (
            "operations: {listItems: {}, GET /api/items: {}}",
            "1:29: error: `GET /api/items` is the operation of line 1 again — join the two entries"
        ),
        (
            "operations: {listItems: {auth: baerer}}",
            "1:32: error: `operations.listItems.auth` is the text \"baerer\" — did you mean "
                + "`bearer`?"
        ),
        (
            "operations: {listItems: {auth: bearer-or-session}}",
            "1:26: error: `operations.listItems` accepts a session, but no `session_cookie` says "
                + "which cookie — add `session_cookie: NAME` at the top"
        ),
        (
            "operations: {listItems: {auth: public, abilities: [read]}}",
            "1:40: error: `operations.listItems.abilities` is of no use: nobody's token is asked "
                + "for — write `auth: bearer`, or remove `abilities`"
        ),
        (
            "operations: {listItems: {abilities: [\"*\"]}}",
            "1:38: error: `operations.listItems.abilities` holds \"*\" — `*` is what a token may "
                + "hold; an operation asks for a named ability"
        ),
        (
            "operations: {listItems: {abilities: {any: []}}}",
            "1:38: error: `operations.listItems.abilities.any` is empty: no token has one of none "
                + "— list abilities, or write `abilities: []` if any valid token will do"
        ),
        (
            "operations: {listItems: {abilities: {any: [a], all: [b]}}}",
            "1:26: error: `operations.listItems.abilities` must hold either `any` or `all` — write "
                + "`abilities: {any: [read, admin]}`, or a list if all are needed"
        ),
        (
            "operations: {createItem: {handler: edge}}",
            "1:27: error: `operations.createItem.handler` is `edge`, but the gateway cannot "
                + "answer POST /api/items — write `forward`; the gateway exchanges codes "
                + "(required fields: `code` and `redirect_uri`) and mints embed tokens (`slug` "
                + "and `subject`)"
        ),
        (
            "operations: {createItem: {limit: fast}}",
            "1:34: error: `operations.createItem.limit` is \"fast\", which `limits` does not have "
                + "— known are none"
        ),
        (
            "operations: {createItem: {upstream: ap}}",
            "1:37: error: `operations.createItem.upstream` is \"ap\", which `upstreams` does not "
                + "have — did you mean `app`?"
        ),
        (
            "operations: {createItem: {body_max: 9MiB}}",
            "1:27: error: `operations.createItem.body_max` is 9MiB, above `bounds.body`, which is "
                + "judged first (8MiB) — raise `bounds.body`, or lower this"
        ),
        (
            "operations: {createItem: {body_max: 65MiB}}",
            "1:37: error: `operations.createItem.body_max` is 65MiB and must be from 0B to 64MiB — "
                + "write 64MiB or less"
        ),
        (
            "operations: {createItem: {timeouts: {keep: 1s}}}",
            "1:38: error: `operations.createItem.timeouts` has no key `keep` — known are connect, "
                + "response, idle"
        ),
        (
            "operations: {bankHook: {untouched: true}}",
            "1:25: error: `operations.bankHook` is untouched, so no token can be asked for — write "
                + "`auth: public`"
        ),
        (
            "operations: {getItem: {auth: public, untouched: true}}",
            "1:38: error: `operations.getItem` is untouched, but its path has parameters — only a "
                + "fixed path can be taken whole, whatever the method"
        ),
        (
            "operations: {bankHook: {auth: public, untouched: true, mode: report}}",
            "1:56: error: `operations.bankHook.mode` is of no use: an untouched operation is not "
                + "judged — remove it, or `untouched`"
        ),
    ])
    func `a mistake at an operation is told with its remedy`(lines: String, message: String) {
        #expect(Policies.complaints(about: lines) == ["gateway.yaml:" + message])
    }

    @Test func `every operation that nobody decided on is an error of its own`() {
        let complaints = Policies.complaints(
            about: """
                defaults: {mode: enforce}
                operations:
                  listItems: {auth: bearer, abilities: [read]}
                  getItem: {auth: bearer}
                  bankHook: {body_max: 64KiB}
                """)
        #expect(
            complaints == [
                "gateway.yaml:2:1: error: nothing says who may call POST /api/items "
                    + "(openapi.yaml:6:5) — under `operations`, add `createItem: {auth: bearer, "
                    + "abilities: [write]}`",
                "gateway.yaml:4:3: error: `operations.getItem` asks for a token, but does not say "
                    + "with which ability — add `abilities: [read]`, or `abilities: []` if any "
                    + "valid token will do",
                "gateway.yaml:5:3: error: `operations.bankHook` does not say who may call it — add "
                    + "`auth: bearer` (or bearer-or-session, embed or public)",
            ])
    }

    @Test func `with two upstreams an operation must say which`() {
        let complaints = Policies.complaints(
            about: """
                upstreams:
                  a: {targets: ["http://10.0.0.1"], assertion_key_file: keys/assertion}
                  b: {targets: ["http://10.0.0.2"], assertion_key_file: keys/assertion}
                operations:
                  listItems: {upstream: a}
                  createItem: {upstream: b}
                  getItem: {upstream: a}
                """)
        #expect(
            complaints == [
                "gateway.yaml:4:1: error: `operations.bankHook` does not say which upstream it "
                    + "goes to — add `upstream: a` here or to `defaults`"
            ])
    }
}
