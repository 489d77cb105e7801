import Bytes
import Reactor

extension PolicySource {
    /// Reads a policy and its files from the disk.
    package static func read(_ path: String) -> PolicySource {
        PolicySource(path: path, reading: readFile)
    }

    private static func readFile(_ path: String) -> File {
        do throws(RegularFile.Fault) {
            let file = try RegularFile(path: path, bytesMax: Bounds.documentBytesMax)
            return .contents(file.bytes, permissions: file.permissions)
        } catch {
            switch error {
            case .failed(.noSuchFile): return .unreadable("does not exist")
            case .failed(let errno): return .unreadable("cannot be read (\(errno))")
            case .notRegular: return .unreadable("is no file")
            case .tooLarge(let bytesMax):
                return .unreadable("is larger than \(Units.text(bytes: bytesMax))")
            }
        }
    }
}
