import Bytes
import Crypto

/// The keys under which embed keys are sealed in Redis: the content of the master key file, one
/// key a line, `<id> <64 hexadecimal digits>`. The first seals, all of them open, so that a new
/// one is put in front and an old one removed once nothing is sealed under it any more. Blank lines
/// and lines that begin with `#` do not count. They cannot be printed.
package struct MasterKeys: Sendable, Equatable {
    struct MasterKey: Sendable, Equatable {
        let id: [UInt8]
        let key: InlineArray<32, UInt8>

        static func == (one: MasterKey, other: MasterKey) -> Bool {
            one.id == other.id && one.key.span.equals(other.key.span)
        }
    }

    /// Never empty.
    let keys: [MasterKey]

    /// What is wrong with a file, without repeating any of it.
    package struct Fault: Error, Equatable, Sendable {
        package enum Reason: Equatable, Sendable {
            /// Not one key in it.
            case noKey
            /// More than `Bounds.masterKeysMax`.
            case tooMany
            /// Not two words.
            case notAPair
            /// The first word is no id: `[0-9a-z]{1,16}`.
            case noID
            /// The second word is not 64 hexadecimal digits.
            case noKeyDigits
            /// An id that a line above has.
            case duplicateID
        }

        package let reason: Reason
        /// Counted from 1; 0 for the file as a whole.
        package let line: Int
    }

    /// Reads a file's content.
    package init(_ file: Span<UInt8>) throws(Fault) {
        var keys: [MasterKey] = []
        var line = 0
        var start = 0
        while start < file.count {
            line += 1
            let end = file.firstIndex(of: ASCII.lf, from: start) ?? file.count
            let text = Self.trimmed(file.extracting(start..<end))
            start = end + 1
            if text.isEmpty || text[0] == UInt8(ascii: "#") { continue }
            do throws(FaultReason) {
                let key = try Self.read(text)
                if keys.contains(where: { $0.id == key.id }) {
                    throw FaultReason(.duplicateID)
                }
                keys.append(key)
            } catch {
                throw Fault(reason: error.reason, line: line)
            }
        }
        guard !keys.isEmpty else { throw Fault(reason: .noKey, line: 0) }
        guard keys.count <= Bounds.masterKeysMax else { throw Fault(reason: .tooMany, line: 0) }
        self.keys = keys
    }

    private struct FaultReason: Error {
        let reason: Fault.Reason

        init(_ reason: Fault.Reason) { self.reason = reason }
    }

    @_lifetime(copy line)
    private static func trimmed(_ line: Span<UInt8>) -> Span<UInt8> {
        let hasReturn = line.count > 0 && line[line.count - 1] == ASCII.cr
        return line.extracting(..<(hasReturn ? line.count - 1 : line.count)).trimmingWhitespace()
    }

    private static func read(_ text: Span<UInt8>) throws(FaultReason) -> MasterKey {
        guard let blank = text.firstIndex(of: ASCII.space) else { throw FaultReason(.notAPair) }
        let id = text.extracting(..<blank)
        let digits = text.extracting(blank...).trimmingWhitespace()
        guard digits.firstIndex(of: ASCII.space) == nil else { throw FaultReason(.notAPair) }
        guard EmbedNames.isKeyID(id) else { throw FaultReason(.noID) }
        guard digits.count == 2 * AES256GCM.keyByteCount else { throw FaultReason(.noKeyDigits) }
        var key = InlineArray<32, UInt8>(repeating: 0)
        for index in key.indices {
            guard let high = ASCII.hexValue(digits[2 * index]),
                let low = ASCII.hexValue(digits[2 * index + 1])
            else { throw FaultReason(.noKeyDigits) }
            key[index] = high << 4 | low
        }
        return MasterKey(id: id.toArray(), key: key)
    }
}

extension MasterKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(master keys)" }
    package var debugDescription: String { "(master keys)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
