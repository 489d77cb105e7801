import Bytes
package import Redis

/// The record `org:<id>` in Redis: `status`, of which `suspended` is the only one that refuses, and
/// `limit:<name>`, which overrides the policy's limit of that name (`QuotaLimit` says its form).
/// No record: active, with the policy's limits.
package struct OrganizationRecord: Equatable, Sendable {
    package var isSuspended = false
    /// What overrides the limit that was asked for, nil when nothing does.
    package var limit: QuotaLimit?

    /// Writes `HMGET <prefix>org:<org> status [limit:<name>]`: one reply. `limitName` is empty when
    /// no limit is asked for.
    package static func writeLookup(
        org: Span<UInt8>, limitName: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(limitName.isEmpty ? 3 : 4)
        pipeline.append(encoded: "$5\r\nHMGET\r\n")
        pipeline.argument(prefix, "org:", org)
        pipeline.append(encoded: "$6\r\nstatus\r\n")
        if !limitName.isEmpty { pipeline.argument(literalBytes(""), "limit:", limitName) }
    }

    /// Reads the reply to a look-up with a limit's name, or without. A limit that cannot be read is
    /// a fault rather than no limit.
    package init(_ reply: borrowing RedisReply, hasLimit: Bool) throws(RedisFault) {
        if let code = reply.errorCode { throw .refused(code) }
        guard reply.kind == .array, reply.count == (hasLimit ? 2 : 1) else {
            throw .unexpectedReply
        }
        let status = reply.element(0)
        guard status.kind == .string || status.kind == .null else { throw .unexpectedReply }
        isSuspended = status.bytes.equals("suspended")
        guard hasLimit else { return }
        let stated = reply.element(1)
        switch stated.kind {
        case .null: return
        case .string:
            guard let limit = QuotaLimit(stated.bytes) else { throw .invalidRecord }
            self.limit = limit
        case .status, .error, .integer, .array: throw .unexpectedReply
        }
    }
}

/// Commands that write and read organizations for operators: one reply each.
extension OrganizationRecord {
    /// Sets `status`, such as `active` or `suspended`.
    package static func writeStatus(
        _ status: StaticString, org: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(4)
        pipeline.argument("HSET")
        pipeline.argument(prefix, "org:", org)
        pipeline.argument("status")
        pipeline.argument(status)
    }

    /// Overrides a limit by a text that `QuotaLimit` has read, or no longer when it is nil.
    package static func writeLimit(
        _ text: [UInt8]?, name: Span<UInt8>, org: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(text == nil ? 3 : 4)
        pipeline.argument(text == nil ? "HDEL" : "HSET")
        pipeline.argument(prefix, "org:", org)
        pipeline.argument(literalBytes(""), "limit:", name)
        if let text { pipeline.argument(text.span) }
    }

    /// All fields: an array of names and values, empty when there is no record.
    package static func writeShow(
        org: Span<UInt8>, prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(2)
        pipeline.argument("HGETALL")
        pipeline.argument(prefix, "org:", org)
    }
}
