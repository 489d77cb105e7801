import Bytes
import Contract
import Document
import Glibc
import HTTP
import HTTP1
import Identity
import Sandbox
import Testing

/// A desk, a clock that shows what it is told, and requests to it in words.
final class Desk {
    static let now = 1_800_000_000
    private var desk: SandboxDesk
    var unixSeconds = now

    struct Answer {
        let status: Int
        let head: String
        let body: String
        /// The body, read: JSON is YAML.
        private let value: Node?

        init(status: Int, head: String, body: String) {
            self.status = status
            self.head = head
            self.body = body
            value = try? parseYAML(Array(body.utf8), file: "answer")
        }

        /// What stands under `data`.
        var data: Node? { value?["data"] }
        /// The elements under `data`.
        var list: [Node] { data?.sequence ?? [] }
        subscript(name: String) -> Node? { value?[name] }
    }

    init(_ contract: Contract, key: [UInt8]? = nil) {
        desk = SandboxDesk(contract, key: key.flatMap { AssertionKey($0.span) })
    }

    /// A desk over the contract that the project delivers.
    static func oktaWa() throws -> Desk { Desk(try oktaWaContract.get()) }

    static let oktaWaContract = Result {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let text = try #require(bytes(ofFile: root + "/policies/oktawa/openapi.yaml"))
        return try Contract(document: try parseYAML(text, file: "openapi.yaml"))
    }

    func ask(
        _ method: String, _ target: String, org: String? = nil, fields: [String] = [],
        body: String = ""
    ) throws -> Answer {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: sandbox"] + fields
        if let org { lines.append("X-Bawaba-Org: \(org)") }
        let bytes = Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
        var head = RequestHead()
        var parser = RequestParser()
        _ = try #require(try parser.parse(bytes.span, limits: HeadLimits(), into: &head))
        var content = SandboxContent()
        var input = ByteBuffer()
        input.append(string: body)
        content.append(0..<input.count, of: input)
        var output = ByteBuffer()
        desk.answer(
            head, content, keepsConnection: true, unixSeconds: unixSeconds, into: &output)
        let text = output.span.toString()
        let end = try #require(text.utf8.indices.first { text[$0...].hasPrefix("\r\n\r\n") })
        let words = text.split(separator: " ")
        return Answer(
            status: try #require(Int(words[1])), head: text[..<end] + "\r\n",
            body: String(text[end...].dropFirst(2)))
    }

    /// Asks the OktaWa API.
    func get(_ path: String, org: String = "acme") throws -> Answer {
        try ask("GET", "/api/v1/\(path)", org: org)
    }

    /// Sends JSON to the OktaWa API.
    func post(_ path: String, _ json: String, org: String = "acme") throws -> Answer {
        try ask(
            "POST", "/api/v1/\(path)", org: org, fields: ["Content-Type: application/json"],
            body: json)
    }

    /// The id of a new contact.
    func makeContact(_ waID: String, org: String = "acme") throws -> String {
        let answer = try post("contacts", #"{"wa_id":"\#(waID)"}"#, org: org)
        return try #require(answer.data?["id"]?.text)
    }

    /// Sends a text from the example's channel, and returns the message.
    func send(_ text: String, to waID: String, org: String = "acme") throws -> Node {
        let json = #"{"channel_id":"\#(Desk.channel)","wa_id":"\#(waID)","body":"\#(text)"}"#
        let answer = try post("messages", json, org: org)
        #expect(answer.status == 200, "\(answer.body)")
        return try #require(answer.data)
    }

    /// The channel of the contract's examples.
    static let channel = "01HZK7P5R3Q6V0YH4XJ3M8CHN1"
}

extension Node {
    /// The texts of a member of each element.
    func texts(_ name: String) -> [String?] { (sequence ?? []).map { $0[name]?.text } }
}

private func bytes(ofFile path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = unsafe fread(&chunk, 1, chunk.count, file)
        if count == 0 { return result }
        result.append(contentsOf: chunk[..<count])
    }
}
