import Bytes

/// The elements of a comma-separated list (RFC 9110 §5.6.1), one after the other.
package struct TokenList: ~Escapable {
    private let text: Span<UInt8>
    private var position = 0
    /// Whether the element that `next` returned last is a token.
    package private(set) var isToken = false

    /// The elements of a field value.
    @_lifetime(copy text)
    package init(_ text: Span<UInt8>) { self.text = text }

    /// The next element that is not empty, without white space around it; nil behind the last.
    @_lifetime(copy self)
    package mutating func next() -> Span<UInt8>? {
        while position < text.count {
            let end = text.firstIndex(of: UInt8(ascii: ","), from: position) ?? text.count
            let element = text.extracting(position..<end).trimmingWhitespace()
            position = end + 1
            if element.isEmpty { continue }
            isToken = true
            for index in element.indices where !ASCII.isTokenByte(element[index]) {
                isToken = false
            }
            return element
        }
        return nil
    }
}
