/// Searching in texts, for set-up. The standard library's own functions that take a text of several
/// characters stand in its regular expression module, which is 1.2 MB of the static binary.
extension StringProtocol {
    /// Whether `text`, which is not empty, stands somewhere in this one.
    public func includes(_ text: String) -> Bool { utf8Range(of: text, from: startIndex) != nil }

    /// A copy in which `replacement` stands for each `text`, which is not empty.
    public func substituting(_ text: String, with replacement: String) -> String {
        var result = ""
        var start = startIndex
        while let found = utf8Range(of: text, from: start) {
            result += self[start..<found.lowerBound] + replacement
            start = found.upperBound
        }
        return result + self[start...]
    }

    /// Where `text` stands next, byte by byte: UTF-8 has no other place where it could begin.
    private func utf8Range(of text: String, from start: Index) -> Range<Index>? {
        let wanted = text.utf8
        var position = start
        while position < endIndex {
            let rest = utf8[position...]
            if rest.starts(with: wanted) {
                return position..<utf8.index(position, offsetBy: wanted.count)
            }
            position = utf8.index(after: position)
        }
        return nil
    }
}
