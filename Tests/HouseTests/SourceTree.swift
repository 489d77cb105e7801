import Glibc

/// The package as it lies on the disk.
struct SourceTree {
    /// The package's root, found from where this file was compiled.
    let root: String

    init(file: String = #filePath) {
        root = file.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    }

    /// Every Swift file and C header of the house and its tests.
    func sourceFiles() -> [SourceFile] {
        (files(below: "Sources") + files(below: "Tests"))
            .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".h") }
            .map { SourceFile(path: $0, text: text(of: $0)) }
    }

    /// Paths of all files below a folder, in order.
    func files(below folder: String) -> [String] {
        entries(of: folder).flatMap { name in
            let path = "\(folder)/\(name)"
            return isFolder(path) ? files(below: path) : [path]
        }
    }

    /// Names of what is in a folder, in order, without what git ignores by its leading dot.
    func entries(of folder: String) -> [String] {
        guard let handle = unsafe opendir("\(root)/\(folder)") else { return [] }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                // SAFETY: the kernel ends the name with a zero inside the array.
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix("."), name != "__pycache__" { names.append(name) }
        }
        return names.sorted()
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat("\(root)/\(path)", &status) == 0
            && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A file's text, empty when it is not there.
    func text(of path: String) -> String {
        guard let file = unsafe fopen("\(root)/\(path)", "r") else { return "" }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk.prefix(count)
        }
    }
}
