import Bytes
import Glibc

/// One case of the shared corpus of raw requests.
struct CorpusCase: CustomStringConvertible {
    var id = ""
    var expect = ""
    var raw: [UInt8] = []
    var count = 1
    var bodies: [[UInt8]]?

    var description: String { "\(expect) \(id)" }
}

/// The corpus of raw HTTP/1.1 requests, which lies beside the project, not in it.
enum Corpus {
    /// The cases with their placeholders filled in; empty when the corpus is not there.
    static let cases: [CorpusCase] = {
        guard let bytes = contents(of: folder + "/corpus/h1_cases.json") else {
            print("skipped: no corpus in \(folder)")
            return []
        }
        var reader = CorpusReader(bytes)
        return reader.cases()
    }()

    private static var folder: String {
        // SAFETY: the environment is not changed while tests run.
        if let value = unsafe getenv("BAWABA_SHARED") { return unsafe String(cString: value) }
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return "/" + root + "/shared"
    }

    private static func contents(of path: String) -> [UInt8]? {
        // SAFETY: the text outlives the call.
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            // SAFETY: the pointer is valid for the call and the count is the array's.
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// The bytes behind a base64 text.
    static func decode(_ text: [UInt8]) -> [UInt8] {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        let alphabet = Array(letters.utf8)
        var bytes: [UInt8] = []
        var bits = 0
        var value = 0
        for byte in text {
            guard let digit = alphabet.firstIndex(of: byte) else { continue }
            value = value << 6 | digit
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(value >> bits & 0xFF))
            }
        }
        return bytes
    }

    /// A case's bytes with the placeholders filled in.
    static func fill(_ raw: [UInt8]) -> [UInt8] {
        var text = raw.map { Character(UnicodeScalar($0)) }
        for (name, value) in [
            ("{{PATH}}", "/p"), ("{{HOST}}", "localhost"), ("{{AUTH}}", ""), ("{{SCHEME}}", "http"),
        ] {
            text = replace(text, Array(name), with: Array(value))
        }
        return text.flatMap { $0.unicodeScalars.map { UInt8($0.value) } }
    }

    private static func replace(
        _ text: [Character], _ name: [Character], with value: [Character]
    ) -> [Character] {
        var result: [Character] = []
        var index = 0
        while index < text.count {
            if text[index...].starts(with: name) {
                result += value
                index += name.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}
