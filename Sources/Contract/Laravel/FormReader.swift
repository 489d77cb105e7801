package import Bytes
package import JSON

/// Reads `application/x-www-form-urlencoded` text as PHP does: `a[b][]=c` builds arrays, `.` and
/// blanks in a variable's name become `_`, the last of several equal names counts.
package struct FormReader: ~Copyable {
    /// A variable or an element of one; a sibling list of children when it is an array.
    private struct Node {
        var key: ByteRange
        var value: ByteRange = .empty
        var isArray = false
        var first: Int32 = -1
        var last: Int32 = -1
        var next: Int32 = -1
        var count: Int32 = 0
        /// The key that `[]` takes next.
        var nextIndex = 0
    }

    private var nodes: [Node] = []

    package init() {}

    /// Reads `input` into `tape`, whose ranges are of `text`. Every array is an object there, since
    /// PHP makes no difference.
    package mutating func read(
        _ input: Span<UInt8>, text: inout ByteBuffer, tape: inout Tape
    ) -> InputRefusal? {
        nodes.removeAll(keepingCapacity: true)
        nodes.append(Node(key: .empty, isArray: true))
        var variables = 0
        var start = 0
        while start < input.count {
            let end = input.firstIndex(of: UInt8(ascii: "&"), from: start) ?? input.count
            if end > start {
                variables += 1
                guard variables <= Bounds.inputVariablesMax else { return .tooManyVariables }
                let pair = input.extracting(start..<end)
                if let refusal = add(pair, &text) { return refusal }
            }
            start = end + 1
        }
        write(0, to: &tape)
        return nil
    }

    /// One `name=value`.
    private mutating func add(_ pair: Span<UInt8>, _ text: inout ByteBuffer) -> InputRefusal? {
        let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.count
        var name = decode(pair.extracting(0..<equals), into: &text)
        let value =
            equals < pair.count
            ? decode(pair.extracting(equals + 1..<pair.count), into: &text) : .empty
        // A NUL ends a name, and blanks in front of it do not count.
        while !name.isEmpty, text.span[name.lowerBound] == ASCII.space {
            name = ByteRange(name.lowerBound + 1..<name.upperBound)
        }
        if let zero = text.span.slice(name).firstIndex(of: 0) {
            name = ByteRange(start: name.lowerBound, count: zero)
        }
        guard !name.isEmpty, text.span[name.lowerBound] != UInt8(ascii: "[") else { return nil }
        var cursor = name.lowerBound
        while cursor < name.upperBound, text.span[cursor] != UInt8(ascii: "[") {
            replaceForbidden(cursor, &text)
            cursor += 1
        }
        return insert(name, bracket: cursor, value, &text)
    }

    /// Walks `[a][b][]`, making arrays on the way.
    private mutating func insert(
        _ name: ByteRange, bracket: Int, _ value: ByteRange, _ text: inout ByteBuffer
    ) -> InputRefusal? {
        var key = ByteRange(name.lowerBound..<bracket)
        var cursor = bracket
        var parent = 0
        var depth = 0
        while cursor < name.upperBound, text.span[cursor] == UInt8(ascii: "[") {
            guard let close = closing(name, cursor, text) else {
                if depth == 0 { key = unclosed(name, cursor, &text) }
                break
            }
            depth += 1
            guard depth <= Bounds.inputNestingMax else { return .tooDeep }
            parent = child(of: parent, key, text)
            makeArray(parent)
            let isNext = isBlank(cursor + 1..<close, text)
            key = isNext ? nextKey(of: parent, &text) : ByteRange(cursor + 1..<close)
            cursor = close + 1
        }
        let index = child(of: parent, key, text)
        nodes[index].isArray = false
        nodes[index].first = -1
        nodes[index].value = value
        return nil
    }

    /// Where the bracket at `cursor` is closed.
    private func closing(
        _ name: ByteRange, _ cursor: Int, _ text: borrowing ByteBuffer
    ) -> Int? {
        text.span.extracting(0..<name.upperBound)
            .firstIndex(of: UInt8(ascii: "]"), from: cursor + 1)
    }

    /// Whether a bracket holds nothing, or one blank, which PHP takes for the same.
    private func isBlank(_ range: Range<Int>, _ text: borrowing ByteBuffer) -> Bool {
        range.isEmpty || range.count == 1 && isPHPBlank(text.span[range.lowerBound])
    }

    /// A `[` that is never closed is part of the name, as `_`, and so is what follows.
    private func unclosed(
        _ name: ByteRange, _ bracket: Int, _ text: inout ByteBuffer
    ) -> ByteRange {
        var cursor = bracket
        while cursor < name.upperBound {
            replaceForbidden(cursor, &text)
            cursor += 1
        }
        return name
    }

    private func replaceForbidden(_ index: Int, _ text: inout ByteBuffer) {
        let byte = text.span[index]
        guard byte == UInt8(ascii: ".") || byte == ASCII.space || byte == UInt8(ascii: "[") else {
            return
        }
        var span = text.mutableSpan
        span[index] = UInt8(ascii: "_")
    }

    private mutating func makeArray(_ index: Int) {
        guard !nodes[index].isArray else { return }
        nodes[index].isArray = true
        nodes[index].first = -1
        nodes[index].last = -1
        nodes[index].count = 0
        nodes[index].nextIndex = 0
    }

    private func nextKey(of parent: Int, _ text: inout ByteBuffer) -> ByteRange {
        let start = text.count
        text.append(decimal: nodes[parent].nextIndex)
        return ByteRange(start..<text.count)
    }

    /// The child of that key, made when there is none.
    private mutating func child(
        of parent: Int, _ key: ByteRange, _ text: borrowing ByteBuffer
    ) -> Int {
        let span = text.span
        let wanted = span.slice(key)
        var index = nodes[parent].first
        while index >= 0 {
            if span.slice(nodes[Int(index)].key).equals(wanted) { return Int(index) }
            index = nodes[Int(index)].next
        }
        let new = Int32(nodes.count)
        nodes.append(Node(key: key))
        if nodes[parent].first < 0 {
            nodes[parent].first = new
        } else {
            nodes[Int(nodes[parent].last)].next = new
        }
        nodes[parent].last = new
        nodes[parent].count += 1
        if let number = wanted.decimalValue(), wanted[0] != UInt8(ascii: "0") || wanted.count == 1 {
            nodes[parent].nextIndex = max(nodes[parent].nextIndex, number + 1)
        }
        return Int(new)
    }

    /// Percent escapes and `+` decoded; what is no escape stays as it is.
    private func decode(_ raw: Span<UInt8>, into text: inout ByteBuffer) -> ByteRange {
        let start = text.count
        var index = 0
        while index < raw.count {
            let byte = raw[index]
            if byte == UInt8(ascii: "%"), index + 2 < raw.count,
                let high = ASCII.hexValue(raw[index + 1]), let low = ASCII.hexValue(raw[index + 2])
            {
                text.append(high << 4 | low)
                index += 3
            } else {
                text.append(byte == UInt8(ascii: "+") ? ASCII.space : byte)
                index += 1
            }
        }
        return ByteRange(start..<text.count)
    }

    /// Depth is bounded by `Bounds.inputNestingMax`.
    private func write(_ index: Int, to tape: inout Tape) {
        let node = nodes[index]
        guard node.isArray else {
            tape.append(.string, node.value)
            return
        }
        tape.begin(.object)
        var child = node.first
        while child >= 0 {
            tape.append(.key, nodes[Int(child)].key)
            write(Int(child), to: &tape)
            child = nodes[Int(child)].next
        }
        tape.end(count: Int(node.count))
    }
}
