import Testing

/// Errors that only the back end can know of pass byte for byte (laravel.md §4).
@Suite struct BackEndErrorTests {
    @Test(arguments: [
        // A model that is not there: pretty-printed, backslashes doubled.
        (
            "404 Not Found",
            "{\n    \"message\": \"No query results for model [App\\\\Models\\\\Channel] 7\"\n}"
        ),
        ("404 Not Found", "{\n    \"message\": \"No query results for model.\"\n}"),
        // A bare abort(code) has no message.
        ("403 Forbidden", "{\n    \"message\": \"\"\n}"),
        ("500 Internal Server Error", "{\n    \"message\": \"Server Error\"\n}"),
    ])
    func `an error of the back end is the client's answer`(status: String, body: String) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.answer(status, fields: ["Content-Type: application/json"], body: body)
        }
        let answer = try rig.ask(
            "GET", "/api/v1/channels/7", token: rig.token(), fields: [scene.field])
        #expect(answer.head.startLine == "HTTP/1.1 \(status)")
        #expect(answer.text == body)
    }

    @Test func `maintenance keeps when to come back`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene { visit in
            try visit.answer("503 Service Unavailable", fields: ["Retry-After: 60", "Refresh: 15"])
        }
        let answer = try rig.ask(
            "GET", "/api/v1/templates?status=APPROVED&language=ar", token: rig.token(),
            fields: [scene.field])
        #expect(answer.status == 503)
        #expect(answer.head.all("retry-after") == ["60"])
        #expect(answer["refresh"] == "15")
        #expect(scene.count == 1)
    }
}
