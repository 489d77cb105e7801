/// A client that writes its bytes itself and takes answers apart strictly.
struct Client {
    let socket: TestSocket
    private var reader: Reader
    /// What carries its bytes to the gateway, if it is not connected itself.
    private let carrier: Program?

    init(_ address: Address, from source: String? = nil, receiveBytes: Int32? = nil) throws {
        self.init(
            try TestSocket.connected(to: address, from: source, receiveBytes: receiveBytes))
    }

    init(_ socket: TestSocket, carrier: Program? = nil) {
        self.socket = socket
        self.carrier = carrier
        reader = Reader(socket)
    }

    func send(_ text: String) throws { try socket.send(text) }

    func send(_ bytes: [UInt8]) throws { try socket.send(bytes) }

    /// The next answer. `method` is the request's, since an answer to HEAD has no body.
    mutating func answer(to method: String = "GET") throws -> Answer {
        var interims: [Head] = []
        while true {
            guard let head = reader.takeHead() else {
                let rest = String(decoding: reader.buffer, as: UTF8.self)
                throw Failure("no answer, but \(rest.isEmpty ? "\(ending)" : rest)")
            }
            var answer = Answer(head: head)
            if answer.status < 200, answer.status != 101 {
                interims.append(head)
                continue
            }
            answer.interims = interims
            readBody(of: &answer, method)
            return answer
        }
    }

    private mutating func readBody(of answer: inout Answer, _ method: String) {
        if method == "HEAD" || answer.status == 204 || answer.status == 304 {
            answer.isWhole = true
        } else if answer["transfer-encoding"] == "chunked" {
            guard let (body, trailers) = reader.takeChunked() else { return }
            answer.body = body
            answer.trailers = trailers
            answer.isWhole = true
        } else if let length = answer["content-length"].flatMap({ Int($0) }) {
            answer.body = reader.take(length)
            answer.isWhole = answer.body.count == length
        } else {
            answer.body = reader.takeRest()
            answer.isWhole = reader.end == .ended
        }
    }

    /// The head of the next answer, interim or not; its body is left to be read.
    mutating func head() throws -> Head {
        guard let head = reader.takeHead() else { throw Failure("no head, but \(ending)") }
        return head
    }

    /// Some bytes.
    mutating func bytes(_ count: Int) -> [UInt8] { reader.take(count) }

    /// How the connection ended; everything before that is thrown away.
    mutating func awaitEnd() -> Arrival {
        _ = reader.takeRest()
        return ending
    }

    /// Whether anything has come, or the end, after waiting for a short time.
    mutating func hasNews(within milliseconds: Int32) -> Bool {
        _ = reader.buffer.isEmpty && reader.more(within: milliseconds)
        return !reader.buffer.isEmpty || reader.end != nil
    }

    private var ending: Arrival { reader.end ?? .nothing }
}
