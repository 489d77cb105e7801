import Glibc
import Reactor
import Synchronization

/// A request as the upstream got it.
struct Seen: Sendable {
    let head: Head
    /// Which of the upstream's connections brought it, counted from 1.
    let connection: Int

    subscript(name: String) -> String? { head[name] }
    var line: String { head.startLine }
}

/// What one test asks of the upstream, found by the field `X-Scene` of its requests.
final class Scene: Sendable {
    typealias Script = @Sendable (inout Visit) throws -> Void

    let number: Int
    let script: Script
    private let requests = Inbox<Seen>()
    private let bodies = Inbox<[UInt8]>()
    private let visits = Atomic(0)

    init(_ number: Int, _ script: @escaping Script) {
        self.number = number
        self.script = script
    }

    /// What a test's request carries to be taken for this scene.
    var field: String { "X-Scene: \(number)" }

    /// The next request that arrived, as soon as its head has.
    func request() throws -> Seen { try requests.take("a request at the upstream") }

    /// The next body that a script has read.
    func body() throws -> [UInt8] { try bodies.take("a body at the upstream") }

    /// How many requests have arrived.
    var count: Int { visits.load(ordering: .acquiring) }

    fileprivate func add(_ seen: Seen) {
        visits.add(1, ordering: .acquiringAndReleasing)
        requests.put(seen)
    }

    fileprivate func add(_ body: [UInt8]) { bodies.put(body) }
}

/// One request at the upstream, as its script handles it.
struct Visit {
    fileprivate let scene: Scene?
    let request: Seen
    /// How many requests of the scene came before.
    let number: Int
    let socket: TestSocket
    fileprivate var reader: Reader
    /// The connection is over.
    fileprivate var isOver = false
    private var hasReadBody = false

    fileprivate init(_ scene: Scene?, _ request: Seen, _ socket: TestSocket, _ reader: Reader) {
        self.scene = scene
        self.request = request
        self.socket = socket
        self.reader = reader
        number = (scene?.count ?? 1) - 1
    }

    /// Reads the body to its end, whichever way it is framed.
    @discardableResult
    mutating func readBody() throws -> [UInt8] {
        hasReadBody = true
        var body: [UInt8] = []
        if request["transfer-encoding"] == "chunked" {
            guard let (bytes, trailers) = reader.takeChunked() else {
                throw Failure("the request's body broke off")
            }
            body = bytes
            if !trailers.fields.isEmpty { body += [UInt8](trailers.text) }
        } else if let length = request["content-length"].flatMap({ Int($0) }) {
            body = reader.take(length)
            guard body.count == length else { throw Failure("the request's body broke off") }
        }
        scene?.add(body)
        return body
    }

    /// Reads some bytes of the body as they stand.
    mutating func readBytes(_ count: Int) -> [UInt8] { reader.take(count) }

    /// Reads some bytes, however long the peer takes to send them.
    mutating func awaitBytes(_ count: Int) -> [UInt8] {
        while reader.buffer.count < count, reader.end == nil { _ = reader.more() }
        return reader.take(count)
    }

    func send(_ text: String) throws { try socket.send(text) }

    func send(_ bytes: [UInt8]) throws { try socket.send(bytes) }

    /// Reads the body and answers.
    mutating func answer(
        _ status: String = "200 OK", fields: [String] = [], body: String = "{\"ok\":true}"
    ) throws {
        if !hasReadBody { try readBody() }
        let lines = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.utf8.count)"]
        let text = request.line.hasPrefix("HEAD ") ? "" : body
        try send(lines.joined(separator: "\r\n") + "\r\n\r\n" + text)
    }

    /// Ends the connection in order.
    mutating func close() {
        isOver = true
        socket.close()
    }

    /// Ends the connection with a reset.
    mutating func reset() {
        isOver = true
        socket.reset()
    }

    /// Waits until something holds. False when it does not in time, or when the gateway has ended
    /// the connection.
    mutating func wait(within milliseconds: Int, until holds: () throws -> Bool) throws -> Bool {
        for _ in 0..<(milliseconds / 10) where reader.end == nil {
            if try holds() { return true }
            _ = reader.more(within: 10)
        }
        return false
    }

    /// Waits until the gateway ends the connection.
    mutating func awaitEnd() -> Arrival {
        isOver = true
        _ = reader.takeRest()
        return reader.end ?? .nothing
    }
}

/// An HTTP/1.1 server of the tests' own: a thread per connection, each request handled by the
/// script of its scene.
final class TestUpstream: Sendable {
    let address: Address
    private let listener: TestSocket
    private let scenes = Mutex<[Int: Scene]>([:])
    private let lastScene = Atomic(0)
    private let lastConnection = Atomic(0)

    /// Listens at a port, a free one unless it is said.
    init(at host: String = "127.0.0.1", port: UInt16 = 0) throws {
        listener = try TestSocket.listening(at: host, port: port)
        address = Address(host: host, port: listener.port)
        let listener = listener
        try Self.begin { [weak self] in
            while let socket = listener.accept() {
                guard let self else { return }
                let number = self.lastConnection.add(1, ordering: .relaxed).newValue
                try? Self.begin { [weak self] in self?.serve(socket, number) }
            }
        }
    }

    /// Starts a thread that goes on by itself.
    static func begin(_ body: @escaping @Sendable () -> Void) throws {
        let thread = try Thread.spawn(name: "upstream", body)
        _ = consume thread
    }

    deinit { listener.interrupt() }

    /// Prepares a scene; without a script, every request of it is answered 200.
    func scene(
        _ script: @escaping Scene.Script = { visit in try visit.answer() }
    ) -> Scene {
        let scene = Scene(lastScene.add(1, ordering: .relaxed).newValue, script)
        scenes.withLock { $0[scene.number] = scene }
        return scene
    }

    /// Has a script handle the requests that belong to no scene, such as health checks.
    func others(_ script: @escaping Scene.Script) -> Scene {
        let scene = Scene(0, script)
        scenes.withLock { $0[0] = scene }
        return scene
    }

    private func serve(_ socket: TestSocket, _ number: Int) {
        var reader = Reader(socket)
        while let head = reader.takeHead() {
            let key = head["x-scene"].flatMap { Int($0) } ?? 0
            let scene = scenes.withLock { $0[key] }
            let seen = Seen(head: head, connection: number)
            scene?.add(seen)
            var visit = Visit(scene, seen, socket, reader)
            do {
                if let scene { try scene.script(&visit) } else { try visit.answer() }
            } catch {
                return socket.close()
            }
            if visit.isOver { return socket.close() }
            reader = visit.reader
        }
        socket.close()
    }
}
