package import Bytes

/// A field line of a head or a trailer section: ranges into the bytes of its owner.
@usableFromInline package struct Field: Equatable, Sendable {
    /// The name as sent.
    package var name: ByteRange
    /// The value without white space around it.
    package var value: ByteRange
    /// What the name means; what it imitates when `isLookalike`.
    @usableFromInline package var known: FieldName
    /// Whether `_`, `.` or another mark stands in place of a `-` of the known name. A look-alike is
    /// never read, and cleaning drops it.
    @usableFromInline package var isLookalike: Bool
    /// Whether there is an underscore in the name.
    package var hasUnderscore: Bool
    /// Whether cleaning took the field out: it is neither read nor sent on.
    @usableFromInline package var dropped: Bool

    /// A field line; nothing is dropped yet.
    package init(
        name: ByteRange, value: ByteRange, known: FieldName, isLookalike: Bool = false,
        hasUnderscore: Bool = false
    ) {
        self.name = name
        self.value = value
        self.known = known
        self.isLookalike = isLookalike
        self.hasUnderscore = hasUnderscore
        dropped = false
    }

    /// Whether it is read as a field of that name: look-alikes and dropped ones are not.
    @inlinable func counts(as name: FieldName) -> Bool { known == name && !isLookalike && !dropped }
}

/// The field lines of a head or a trailer section, in the order in which they came.
@usableFromInline package struct FieldList: Sendable {
    /// Storage, of which the first `count` are fields. Emptying it this way costs nothing.
    @usableFromInline var entries: [Field] = []
    @usableFromInline package private(set) var count = 0
    /// Names that occur at least once, look-alikes apart.
    @usableFromInline package private(set) var present: FieldNameSet = FieldNameSet()
    /// Names that occur more than once, look-alikes apart.
    package private(set) var repeated: FieldNameSet = FieldNameSet()

    /// An empty list.
    package init() {}

    @inlinable package var indices: Range<Int> { 0..<count }

    @inlinable package subscript(index: Int) -> Field {
        precondition(index < count)
        return entries[index]
    }

    /// The first field of that name which is neither a look-alike nor dropped.
    @inlinable @inline(__always)
    package func first(_ name: FieldName) -> Field? { present.contains(name) ? find(name) : nil }

    @usableFromInline func find(_ name: FieldName) -> Field? {
        for index in indices where entries[index].counts(as: name) { return entries[index] }
        return nil
    }

    /// How many fields of that name there are which are neither look-alikes nor dropped.
    @inlinable package func count(of name: FieldName) -> Int {
        guard present.contains(name) else { return 0 }
        var found = 0
        for index in indices where entries[index].counts(as: name) { found += 1 }
        return found
    }

    /// Adds a field line.
    package mutating func append(_ field: Field) {
        if count < entries.count { entries[count] = field } else { entries.append(field) }
        count += 1
        if field.isLookalike || field.known == .other { return }
        if present.contains(field.known) { repeated.insert(field.known) }
        present.insert(field.known)
    }

    /// Takes the field at `index` out of what is read and sent on.
    package mutating func drop(at index: Int) {
        precondition(index < count)
        entries[index].dropped = true
    }

    /// Has the field at `index` say something else: a range of the bytes of the list's owner.
    package mutating func setValue(_ value: ByteRange, at index: Int) {
        precondition(index < count)
        entries[index].value = value
    }

    /// Takes every field of that name out of what is read and sent on.
    package mutating func drop(_ name: FieldName) {
        for index in indices where entries[index].known == name {
            entries[index].dropped = true
        }
    }

    /// Forgets all fields and keeps the storage.
    package mutating func removeAll() {
        count = 0
        present = FieldNameSet()
        repeated = FieldNameSet()
    }
}
