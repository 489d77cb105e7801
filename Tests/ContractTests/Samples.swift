import Bytes
import Contract
import Document

#if canImport(Glibc)
    import Glibc
#endif

/// The bytes of a file, nil when there is none. Paths are relative to the package's root.
func bytes(ofFile path: String) -> [UInt8]? {
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

/// The folder of this package: the tests are run from anywhere.
let packageRoot: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
}()

/// Where the shared corpora are, nil when they are not here.
let sharedFolder: String? = {
    let named = unsafe getenv("BAWABA_SHARED").map { unsafe String(cString: $0) }
    for folder in [named, packageRoot + "/../shared", packageRoot + "/../../shared"] {
        if let folder, unsafe access(folder + "/corpus/README.md", R_OK) == 0 { return folder }
    }
    return nil
}()

/// The names in a folder that end in `suffix`, sorted.
func names(in folder: String, suffix: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
            unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { text in
                unsafe String(cString: text)
            }
        }
        if name.hasSuffix(suffix) { names.append(name) }
    }
    return names.sorted()
}

/// A document from text.
func document(_ text: String, file: String = "api.yaml") throws -> Node {
    try parseYAML(Array(text.utf8), file: file)
}

/// A document as compact JSON.
func json(_ node: Node) -> String {
    var buffer = ByteBuffer()
    node.appendJSON(to: &buffer)
    return buffer.span.toString()
}

/// A document that is part of OktaWa's policy.
func oktawa(_ name: String) throws -> Node {
    let path = "policies/oktawa/\(name)"
    return try parseYAML(bytes(ofFile: packageRoot + "/" + path) ?? [], file: path)
}

/// A contract of the paths given, each line after `paths:` indented by two.
func contract(paths: String, overlays: String...) throws -> Contract {
    let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n" + paths
    return try Contract(
        document: try document(text),
        overlays: try overlays.map { try document($0, file: "o.yaml") })
}
