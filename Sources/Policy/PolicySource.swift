import Document

/// A policy's files, read once as bytes. Whoever needs the policy compiles its own copy from them,
/// so that threads share nothing but these bytes, and the files may be out of reach by then.
package struct PolicySource: Sendable {
    /// What became of one file.
    package enum File: Sendable, Equatable {
        /// - permissions: the mode's low nine bits.
        case contents([UInt8], permissions: UInt32)
        /// Why it could not be read, as a sentence part.
        case unreadable(String)
    }

    /// The policy's file as the user named it.
    package let path: String
    /// By the path that a reference resolves to.
    private let files: [String: File]

    /// A source that needs no disk.
    package init(path: String, files: [String: File]) {
        self.path = path
        self.files = files
    }

    /// Reads the policy's file, the one it extends, and every file that they name. Never fails as a
    /// whole: what cannot be read is reported, with its place, by the loader.
    package init(path: String, reading read: (String) -> File) {
        var files = [path: read(path)]
        var pending = Self.references(in: files[path], named: path)
        var isBaseKnown = false
        while let reference = pending.popLast() {
            guard files[reference.path] == nil else { continue }
            files[reference.path] = read(reference.path)
            if reference.isBase && !isBaseKnown {
                isBaseKnown = true
                pending += Self.references(in: files[reference.path], named: reference.path)
            }
        }
        self.init(path: path, files: files)
    }

    /// The file that a reference resolves to.
    func file(at path: String) -> File {
        files[path] ?? .unreadable("was not read")
    }

    /// Where a path in a policy leads: paths are relative to the folder of the file that holds
    /// them.
    static func resolve(_ reference: String, in file: String) -> String {
        guard !reference.hasPrefix("/"), let slash = file.lastIndex(of: "/") else {
            return reference
        }
        return String(file[...slash]) + reference
    }

    /// Files named by a policy: values of `extends`, of `contract`'s keys, and of keys in `_file`.
    private static func references(in file: File?, named name: String) -> [Reference] {
        guard case .contents(let bytes, _) = file, let root = try? parseYAML(bytes, file: name)
        else { return [] }
        var found: [Reference] = []
        func add(_ node: Node?, isBase: Bool = false) {
            guard let text = node?.text, !text.isEmpty else { return }
            found.append(Reference(path: resolve(text, in: name), isBase: isBase))
        }
        func walk(_ node: Node) {
            for entry in node.mapping ?? [] {
                if entry.key.hasSuffix("_file") { add(entry.value) }
                walk(entry.value)
            }
            for element in node.sequence ?? [] { walk(element) }
        }
        add(root["extends"], isBase: true)
        add(root["contract"]?["document"])
        for overlay in root["contract"]?["overlays"]?.sequence ?? [] { add(overlay) }
        walk(root)
        return found
    }

    private struct Reference {
        let path: String
        let isBase: Bool
    }
}
