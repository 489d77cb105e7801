package import Bytes

/// A set of methods.
package struct MethodSet: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The empty set. The literal `[]` would be built at run time, through the generic conformance.
    package static var none: MethodSet { MethodSet(rawValue: 0) }

    /// What anything takes that names no methods: all from GET to OPTIONS.
    package static var common: MethodSet {
        MethodSet(rawValue: 1 << UInt16(Method.trace.rawValue) - 1)
    }

    /// The set of one method.
    package init(_ method: Method) { rawValue = 1 << UInt16(method.rawValue) }

    /// Whether `method` is in the set.
    package func contains(_ method: Method) -> Bool {
        rawValue >> UInt16(method.rawValue) & 1 == 1
    }

    /// Adds `method`.
    package mutating func insert(_ method: Method) { formUnion(MethodSet(method)) }

    /// Appends the names in the order GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS (laravel.md §4,
    /// wrong method) with `separator` between them. `other` has no name and is left out.
    package func append(to output: inout ByteBuffer, separator: StaticString) {
        var isFirst = true
        for raw in Method.get.rawValue..<Method.other.rawValue {
            guard let method = Method(rawValue: raw), contains(method) else { continue }
            if !isFirst { output.append(separator) }
            output.append(method.text)
            isFirst = false
        }
    }
}
