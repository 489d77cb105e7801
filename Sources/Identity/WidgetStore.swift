import Bytes
package import Redis

/// Commands that write and list widgets for operators: each writes into a pipeline and returns how
/// many replies come. Every command touches one key.
package enum WidgetStore {
    /// Stores the whole record: what it does not say is removed.
    package static func writeSet(
        _ record: WidgetRecord, org: Span<UInt8>, slug: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        let hasOrigins = !record.origins.isEmpty
        let fields = 1 + (hasOrigins ? 1 : 0) + (record.ttlSecondsMax == nil ? 0 : 1)
        pipeline.begin(2 + 2 * fields)
        pipeline.argument("HSET")
        WidgetRecord.writeKey(org, slug, prefix, into: &pipeline)
        pipeline.argument("enabled")
        pipeline.argument(record.isEnabled ? "1" : "0")
        if hasOrigins {
            pipeline.argument("origins")
            pipeline.argument(record.origins.span)
        }
        if let seconds = record.ttlSecondsMax {
            pipeline.argument("max_ttl")
            pipeline.argument(decimal: seconds)
        }
        var replies = 1
        if !hasOrigins {
            writeRemove("origins", org, slug, prefix, into: &pipeline)
            replies += 1
        }
        if record.ttlSecondsMax == nil {
            writeRemove("max_ttl", org, slug, prefix, into: &pipeline)
            replies += 1
        }
        return replies
    }

    private static func writeRemove(
        _ field: StaticString, _ org: Span<UInt8>, _ slug: Span<UInt8>, _ prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(3)
        pipeline.argument("HDEL")
        WidgetRecord.writeKey(org, slug, prefix, into: &pipeline)
        pipeline.argument(field)
    }

    /// One step through the keys of an organization's widgets, or of all when `org` is empty: as
    /// `TokenStore.writeList`.
    package static func writeList(
        cursor: Span<UInt8>, org: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) -> Int {
        var name = ByteBuffer()
        if !org.isEmpty {
            name.append(org)
            name.append(":")
        }
        KeyScan.write("widget:", below: name.span, cursor, prefix: prefix, into: &pipeline)
        return 1
    }
}
