import Bytes

/// A view of one value of a reply: valid until the pipeline reads its next one.
package struct RedisReply: ~Escapable {
    /// The five types of RESP2; a null bulk string and a null array are both `null`.
    package enum Kind: UInt8, Sendable {
        case status, error, integer, string, array, null
    }

    private let nodes: Span<ReplyNode>
    private let text: Span<UInt8>
    private let node: ReplyNode

    @_lifetime(copy nodes, copy text)
    init(nodes: Span<ReplyNode>, text: Span<UInt8>, index: Int) {
        self.nodes = nodes
        self.text = text
        node = nodes[index]
    }

    package var kind: Kind { node.kind }

    /// The value of an integer reply; 0 for others.
    package var integer: Int { Int(node.integer) }

    /// The text of a status, error or string; empty for others.
    package var bytes: Span<UInt8> {
        @_lifetime(copy self) get { text.slice(node.bytes) }
    }

    /// How many elements an array has; 0 for others.
    package var count: Int { node.elements }

    /// What an error reply begins with; nil for others.
    package var errorCode: RedisErrorCode? {
        kind == .error ? RedisErrorCode(bytes) : nil
    }

    /// Whether every element of an array is a string or null.
    package var holdsStrings: Bool {
        var position = node.firstElement
        while position >= 0 {
            switch nodes[Int(position)].kind {
            case .string, .null: position = nodes[Int(position)].next
            case .status, .error, .integer, .array: return false
            }
        }
        return true
    }

    /// Whether every element of an array is an integer.
    package var holdsIntegers: Bool {
        var position = node.firstElement
        while position >= 0 {
            guard case .integer = nodes[Int(position)].kind else { return false }
            position = nodes[Int(position)].next
        }
        return true
    }

    /// An array's element. Traps when there is none at `index`; ask `count` first. Elements that
    /// are no arrays themselves stand side by side; others are stepped through.
    @_lifetime(copy self)
    package func element(_ index: Int) -> RedisReply {
        precondition(index >= 0 && index < node.elements)
        var position = node.firstElement
        if Int(node.lastElement - node.firstElement) == node.elements - 1 {
            return RedisReply(nodes: nodes, text: text, index: Int(position) + index)
        }
        for _ in 0..<index { position = nodes[Int(position)].next }
        return RedisReply(nodes: nodes, text: text, index: Int(position))
    }
}
