import Bytes
import Glibc

/// A folder of a test's own, removed with what is in it.
struct TemporaryFolder: ~Copyable {
    let path: String
    private let names: [String]

    /// A folder in which the test may make files called `names`.
    init(names: [String]) throws {
        self.names = names
        var template = Array("/tmp/bawaba-operations-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Failure.systemCall("mkdtemp", errno) }
        path = template.dropLast().map { String(UnicodeScalar(UInt8(bitPattern: $0))) }.joined()
    }

    deinit {
        for name in names { unsafe remove("\(path)/\(name)") }
        unsafe rmdir(path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }
}

enum Failure: Error { case systemCall(String, Int32) }

/// The whole text of a file, empty when it is not there.
func text(ofFile path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    return readToEnd(descriptor)
}

/// Everything that can be read from a descriptor now.
func readToEnd(_ descriptor: Int32) -> String {
    var buffer = ByteBuffer()
    while true {
        let count = unsafe buffer.fill(atLeast: 65_536) { room in
            unsafe read(descriptor, room.baseAddress, room.count)
        }
        if count <= 0 { return buffer.span.toString() }
    }
}
