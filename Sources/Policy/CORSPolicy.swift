/// What browsers of other origins may do, as Laravel's `config/cors.php` says it.
package struct CORSPolicy: Sendable, Equatable {
    /// Path prefixes in whole segments; `/` is every path. Never empty.
    package let paths: [[UInt8]]
    /// Exact origins; empty means any.
    package let origins: [[UInt8]]
    /// Upper-case methods; empty means whatever is asked for.
    package let methods: [[UInt8]]
    /// Lower-case field names; empty means whatever is asked for.
    package let headers: [[UInt8]]
    package let exposedHeaders: [[UInt8]]
    package let allowsCredentials: Bool
    package let maxAgeSeconds: Int

    /// Whether this path's answers carry CORS fields.
    package func covers(_ path: Span<UInt8>) -> Bool {
        for prefix in paths where isWholeSegmentPrefix(prefix, of: path) { return true }
        return false
    }
}
