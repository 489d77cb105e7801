/// The head of a request or an answer, as it stood on the wire.
struct Head: Sendable {
    let startLine: String
    let fields: [(name: String, value: String)]
    /// The whole of it, without the empty line.
    let text: String

    init(_ text: String) {
        self.text = text
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        startLine = lines.isEmpty ? "" : String(lines.removeFirst())
        fields = lines.map { line in
            let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
            let rest = line[colon...].dropFirst()
            return (String(line[..<colon]), String(rest.drop { $0 == " " }))
        }
    }

    /// The values of a field, in order.
    func all(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// The first value of a field.
    subscript(name: String) -> String? { all(name).first }
}

/// An answer as a client sees it.
struct Answer: Sendable {
    var head: Head
    var body: [UInt8] = []
    var trailers = Head("")
    /// Answers with a status below 200 that came before.
    var interims: [Head] = []
    /// Its end was seen: by length, last chunk, or the connection's orderly end where that is it.
    var isWhole = false

    var status: Int { Int(head.startLine.split(separator: " ").dropFirst().first ?? "") ?? 0 }
    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(name: String) -> String? { head[name] }
}

/// Bytes in the order in which they arrive, taken by line, count or end.
struct Reader {
    let socket: TestSocket
    private(set) var buffer: [UInt8] = []
    /// Why no more will come.
    private(set) var end: Arrival?

    init(_ socket: TestSocket) { self.socket = socket }

    /// Reads once more. False when nothing more will come.
    mutating func more(within milliseconds: Int32 = TestSocket.patience) -> Bool {
        guard end == nil else { return false }
        switch socket.receive(within: milliseconds) {
        case .bytes(let bytes):
            buffer += bytes
            return true
        case .nothing:
            return false
        case let other:
            end = other
            return false
        }
    }

    /// The bytes up to a mark, which is taken as well; nil when it does not come.
    mutating func take(through mark: String) -> [UInt8]? {
        let mark = Array(mark.utf8)
        var searched = 0
        while true {
            if let start = buffer.firstRange(of: mark, from: searched) {
                let taken = Array(buffer[..<start])
                buffer.removeFirst(start + mark.count)
                return taken
            }
            searched = max(buffer.count - mark.count + 1, 0)
            guard more() else { return nil }
        }
    }

    /// A number of bytes; fewer when no more come.
    mutating func take(_ count: Int) -> [UInt8] {
        while buffer.count < count, more() {}
        let taken = Array(buffer.prefix(count))
        buffer.removeFirst(taken.count)
        return taken
    }

    /// Everything until the peer's end.
    mutating func takeRest() -> [UInt8] {
        while more() {}
        defer { buffer.removeAll() }
        return buffer
    }

    /// A head; nil when none comes.
    mutating func takeHead() -> Head? {
        take(through: "\r\n\r\n").map { Head(String(decoding: $0, as: UTF8.self)) }
    }

    /// A chunked body and its trailers; nil where it breaks off.
    mutating func takeChunked() -> (body: [UInt8], trailers: Head)? {
        var body: [UInt8] = []
        while true {
            guard let line = take(through: "\r\n"),
                let count = Int(
                    String(decoding: line.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self),
                    radix: 16)
            else { return nil }
            if count == 0 { break }
            let chunk = take(count)
            guard chunk.count == count, take(2) == [13, 10] else { return nil }
            body += chunk
        }
        var lines: [String] = [""]
        while let line = take(through: "\r\n") {
            if line.isEmpty { return (body, Head(lines.joined(separator: "\r\n"))) }
            lines.append(String(decoding: line, as: UTF8.self))
        }
        return nil
    }
}

extension [UInt8] {
    /// Where `mark` first stands.
    func firstRange(of mark: [UInt8], from start: Int = 0) -> Int? {
        guard count >= mark.count, start <= count - mark.count else { return nil }
        return (start...(count - mark.count)).first { self[$0...].starts(with: mark) }
    }

    init(_ text: String) { self = Array(text.utf8) }
}
