/// A queue of at most `capacity` values in storage that is allocated once.
public struct Ring<Element>: ~Copyable {
    @usableFromInline var slots: [Element]
    @usableFromInline var head = 0
    public internal(set) var count = 0

    /// A queue for `capacity` values; `filler` stands in unused slots.
    public init(capacity: Int, filler: Element) {
        slots = Array(repeating: filler, count: capacity)
    }

    public var capacity: Int { slots.count }
    public var isEmpty: Bool { count == 0 }
    public var isFull: Bool { count == slots.count }

    /// The oldest value, nil when there is none.
    public var first: Element? { count == 0 ? nil : slots[head] }

    /// Appends a value; false, and nothing done, when the queue is full.
    public mutating func append(_ value: Element) -> Bool {
        guard count < slots.count else { return false }
        var index = head + count
        if index >= slots.count { index -= slots.count }
        slots[index] = value
        count += 1
        return true
    }

    /// Takes the oldest value out.
    public mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        let value = slots[head]
        head += 1
        if head == slots.count { head = 0 }
        count -= 1
        return value
    }
}
