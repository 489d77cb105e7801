import Bytes
import Contract
import Document
import Identity
import Sandbox
import Testing

@Suite struct SandboxDeskTests {
    @Test func `an operation answers with the example of its response`() throws {
        let answer = try Desk().ask("GET", "/api/contacts")
        #expect(answer.status == 200)
        #expect(answer.body == #"{"data":[{"id":"a1","name":"Ali"}],"meta":{"page":1}}"#)
        #expect(answer.head.contains("Content-Type: application/json\r\n"))
    }

    @Test(arguments: [
        ("GET", "/api/contacts/whatever", #"{"data":{"id":"a1","name":"Ali"}}"#),
        ("GET", "/api/contacts/a1/notes", #"{"data":[]}"#),
        ("POST", "/api/contacts", #"{"data":{}}"#),
        ("PUT", "/api/contacts/a1", #"{"name":"Ali","tags":["new"]}"#),
    ])
    func `an operation without an example answers sensibly`(
        method: String, path: String, body: String
    ) throws {
        let answer = try Desk().ask(method, path)
        #expect(answer.status == 200)
        #expect(answer.body == body)
    }

    @Test func `the status is the example's, and 204 has neither content nor length`() throws {
        let made = try Desk().ask("POST", "/api/notes")
        #expect(made.status == 201)
        #expect(made.body == #"{"id":7}"#)
        let gone = try Desk().ask("DELETE", "/api/contacts/a1")
        #expect(gone.status == 204)
        #expect(gone.body.isEmpty)
        #expect(!gone.head.contains("Content-Length"))
    }

    @Test func `HEAD has the length of what GET answers, and no content`() throws {
        let get = try Desk().ask("GET", "/api/contacts")
        let head = try Desk().ask("HEAD", "/api/contacts")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.head.contains("Content-Length: \(get.body.utf8.count)\r\n"))
    }

    @Test func `an unknown path is refused as Laravel does`() throws {
        let answer = try Desk().ask("GET", "/api/nope/")
        #expect(answer.status == 404)
        #expect(
            answer.body
                == "{\n    \"message\": \"The route api/nope could not be found.\"\n}")
    }

    @Test func `a wrong method is refused with those that the path has`() throws {
        let answer = try Desk().ask("DELETE", "/api/contacts")
        #expect(answer.status == 405)
        #expect(answer.head.contains("Allow: GET, HEAD, POST\r\n"))
        #expect(
            answer.body.contains(
                "The DELETE method is not supported for route api/contacts. "
                    + "Supported methods: GET, HEAD, POST."))
    }

    @Test func `the answer tells what was seen of the identity`() throws {
        let answer = try Desk().ask(
            "GET", "/api/contacts", fields: ["X-Bawaba-Org: acme", "X-Request-Id: r-1"])
        #expect(answer.head.contains("X-Sandbox-Org: acme\r\n"))
        #expect(answer.head.contains("X-Sandbox-Request-Id: r-1\r\n"))
        let plain = try Desk().ask("GET", "/api/contacts")
        #expect(!plain.head.contains("X-Sandbox-Org"))
    }
}

@Suite struct SandboxAssertionTests {
    private let key = Array("0123456789abcdef0123456789abcdef".utf8)

    @Test func `with a key, what lacks an assertion is refused before it is routed`() throws {
        let answer = try Desk(key: key).ask("GET", "/api/nope")
        #expect(answer.status == 401)
        #expect(answer.body.contains("X-Bawaba-Assertion is missing or malformed"))
    }

    @Test func `a valid assertion passes, with an identity and without`() throws {
        for identity in [["acme", "42", "7", "[\"read\"]"], ["", "", "", ""]] {
            let fields = vouch(target: "/api/contacts?page=2", identity)
            let answer = try Desk(key: key).ask("GET", "/api/contacts?page=2", fields: fields)
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: [
        ("POST", "/api/contacts?page=2", "acme"), ("GET", "/api/contacts?page=3", "acme"),
        ("GET", "/api/contacts?page=2", "other"),
    ])
    func `an assertion holds for the request that it was made for`(
        method: String, target: String, org: String
    ) throws {
        var fields = vouch(target: "/api/contacts?page=2", ["acme", "42", "7", "[]"])
        fields[1] = "X-Bawaba-Org: \(org)"
        let answer = try Desk(key: key).ask(method, target, fields: fields)
        #expect(answer.status == 401)
        #expect(answer.body.contains("does not match"))
    }

    @Test func `an assertion of another time is stale`() throws {
        let fields = vouch(target: "/api/contacts", ["acme", "", "7", "[]"], time: 1)
        let answer = try Desk(key: key).ask("GET", "/api/contacts", fields: fields)
        #expect(answer.status == 401)
        #expect(answer.body.contains("is stale"))
    }

    /// The fields that the gateway would send with `GET target`.
    private func vouch(
        target: String, _ identity: [String], time: Int = Desk.now
    ) -> [String] {
        guard let signer = AssertionKey(key.span) else { return [] }
        let path = Array(target.utf8)
        let org = Array(identity[0].utf8)
        let user = Array(identity[1].utf8)
        let tokenID = Array(identity[2].utf8)
        let abilities = Array(identity[3].utf8)
        let claims = AssertionClaims(
            method: literalBytes("GET"), target: path.span, requestID: literalBytes("r-1"),
            org: org.span, user: user.span, tokenID: tokenID.span, abilities: abilities.span,
            embed: literalBytes(""))
        var value = ByteBuffer()
        signer.append(claims, unixSeconds: time, to: &value)
        var fields = ["X-Request-Id: r-1"]
        for (name, text) in zip(["Org", "User", "Token-Id", "Abilities"], identity)
        where !text.isEmpty {
            fields.append("X-Bawaba-\(name): \(text)")
        }
        fields.append("X-Bawaba-Assertion: \(value.span.toString())")
        return fields
    }
}

extension Desk {
    /// A desk over a small contract.
    fileprivate convenience init(key: [UInt8]? = nil) throws {
        let document = try parseYAML(Array(Self.document.utf8), file: "openapi.yaml")
        self.init(try Contract(document: document), key: key)
    }

    private static let document = """
        openapi: 3.0.3
        info: {title: Notes, version: '1'}
        paths:
          /api/contacts:
            get:
              responses:
                401: {description: '', content: {application/json: {example: {message: no}}}}
                200:
                  description: ''
                  content:
                    application/json:
                      schema:
                        example: {data: [{id: a1, name: Ali}], meta: {page: 1}}
            post: {responses: {}}
          /api/contacts/{id}:
            get: {responses: {}}
            put:
              responses:
                200:
                  description: ''
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          name: {type: string, example: Ali}
                          tags: {type: array, items: {type: string, example: new}}
            delete: {responses: {204: {description: gone}}}
            parameters:
              - {in: path, name: id, required: true, schema: {type: string}}
          /api/contacts/{id}/notes:
            get: {responses: {}}
            parameters:
              - {in: path, name: id, required: true, schema: {type: string}}
          /api/notes:
            post:
              responses:
                201: {description: '', content: {application/json: {example: {id: 7}}}}
        """
}
