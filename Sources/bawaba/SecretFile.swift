import Bytes
import Reactor

/// Files that options name.
enum SecretFile {
    /// A password's or key's bytes without the line end that editors leave behind it. Refused when
    /// others can read it.
    static func read(_ path: String, option: String) throws(CommandFault) -> [UInt8] {
        let file = try open(path, option)
        guard file.permissions & 0o066 == 0 else {
            throw CommandFault(
                "\(option): \(path) can be read by other users "
                    + "(mode \(String(file.permissions, radix: 8)))",
                remedy: "run: chmod 600 \(path)")
        }
        var bytes = file.bytes
        while let last = bytes.last, last == ASCII.lf || last == ASCII.cr { bytes.removeLast() }
        guard !bytes.isEmpty else {
            throw CommandFault("\(option): \(path) is empty", remedy: "write the file again")
        }
        return bytes
    }

    /// The bytes of a file that anybody may read.
    static func readPublic(_ path: String, option: String) throws(CommandFault) -> [UInt8] {
        try open(path, option).bytes
    }

    /// A text that is a secret only for a while, such as a code or a token, from a file or, for
    /// `-`, from standard input; without line ends and blanks behind it.
    static func readText(_ path: String, option: String) throws(CommandFault) -> [UInt8] {
        var bytes: [UInt8]
        if path == "-" {
            guard let read = StandardStream.readInput(bytesMax: Bounds.presentedBytesMax) else {
                throw CommandFault(
                    "standard input cannot be read, or is too long", remedy: "give the text alone")
            }
            bytes = read
        } else {
            bytes = try open(path, option).bytes
        }
        while let last = bytes.last, last <= ASCII.space { bytes.removeLast() }
        guard !bytes.isEmpty else {
            throw CommandFault(
                "\(option): there is nothing in it",
                remedy: "name its file, or give it on standard input")
        }
        return bytes
    }

    /// Lines from a file or, for `-`, from standard input.
    static func readLines(_ path: String) throws(CommandFault) -> [UInt8] {
        if path == "-" {
            if let read = StandardStream.readInput(bytesMax: Bounds.importBytesMax) { return read }
            throw CommandFault(
                "standard input cannot be read, or is too long", remedy: "import it in parts")
        }
        do throws(RegularFile.Fault) {
            return try RegularFile(path: path, bytesMax: Bounds.importBytesMax).bytes
        } catch {
            throw CommandFault("\(path) cannot be read: \(error)", remedy: "correct the path")
        }
    }

    private static func open(_ path: String, _ option: String) throws(CommandFault) -> RegularFile {
        do throws(RegularFile.Fault) {
            return try RegularFile(path: path, bytesMax: Bounds.documentBytesMax)
        } catch {
            let reason =
                switch error {
                case .failed(.noSuchFile): "does not exist"
                case .failed(let errno): "cannot be read (\(errno))"
                case .notRegular: "is no file"
                case .tooLarge: "is too large"
                }
            throw CommandFault("\(option): \(path) \(reason)", remedy: "correct the path")
        }
    }
}
