import Bytes
import HTTP2
import Policy

/// When each target of an upstream is checked, and what is sent for it.
struct HealthChecks {
    /// nil where nothing is checked.
    private let check: HealthCheck?
    /// Per target: the request, when it is sent next in the worker's milliseconds, how many of its
    /// addresses have yet to answer, and what the others have said.
    let requests: [[UInt8]]
    private let hosts: [[UInt8]]
    private var dueAt: [Int]
    private var awaited: [Int]
    private var verdicts: [Bool?]

    init(_ policy: UpstreamPolicy) {
        check = policy.health
        requests = policy.targets.map { Self.request(policy, $0) }
        hosts = policy.targets.map { policy.host ?? Array($0.authority.utf8) }
        dueAt = Array(repeating: .max, count: policy.targets.count)
        awaited = Array(repeating: 0, count: policy.targets.count)
        verdicts = Array(repeating: nil, count: policy.targets.count)
    }

    /// Composes a target's check for HTTP/2 in `text`.
    func compose(_ target: Int, in text: inout ByteBuffer) -> HTTP2Request {
        var request = HTTP2Request()
        text.removeAll()
        text.append("GET")
        request.method = ByteRange(0..<text.count)
        text.append(check?.path ?? [])
        request.path = ByteRange(request.method.upperBound..<text.count)
        text.append(hosts[target])
        request.authority = ByteRange(request.path.upperBound..<text.count)
        let start = text.count
        text.append("user-agent: bawaba-health\r\naccept: */*\r\n")
        request.lines = ByteRange(start..<text.count)
        return request
    }

    private static func request(_ policy: UpstreamPolicy, _ target: TargetPolicy) -> [UInt8] {
        guard let health = policy.health else { return [] }
        let host = policy.host ?? Array(target.authority.utf8)
        return Array("GET ".utf8) + health.path + Array(" HTTP/1.1\r\nHost: ".utf8) + host
            + Array(
                "\r\nUser-Agent: bawaba-health\r\nAccept: */*\r\nConnection: close\r\n\r\n".utf8)
    }

    var isNeeded: Bool { check != nil }
    var timeoutMilliseconds: Int { check?.timeoutMilliseconds ?? 0 }

    /// The next moment at which a target is due; `Int.max` for never.
    var next: Int { dueAt.min() ?? .max }

    /// The first check of a target.
    mutating func begin(_ target: Int, at moment: Int) { dueAt[target] = moment }

    /// A target that is due, with its next check `jitter` (0 to 255) later or earlier than the
    /// interval says. nil when none is, or the last check's answer is still awaited.
    mutating func takeDue(now: Int, jitter: Int) -> Int? {
        guard let check else { return nil }
        for target in dueAt.indices where dueAt[target] <= now {
            let interval = check.intervalMilliseconds
            dueAt[target] = now + interval - interval / 8 + interval / 4 * jitter / 255
            if awaited[target] == 0 { return target }
        }
        return nil
    }

    /// So many addresses of a target are asked.
    mutating func begin(_ target: Int, addresses: Int) {
        awaited[target] = addresses
        verdicts[target] = nil
    }

    /// One of them has passed or failed; nil when it could not be asked for want of our own means.
    ///
    /// - Returns: the target's verdict when that was the last: it is well when one of them is.
    mutating func ended(_ target: Int, passed: Bool?) -> Bool? {
        awaited[target] -= 1
        if let passed { verdicts[target] = passed || verdicts[target] == true }
        return awaited[target] == 0 ? verdicts[target] : nil
    }

    /// Whether an answer's status says that the target is well.
    func passes(_ status: Int) -> Bool { check?.expectedStatus.contains(status) ?? false }

    /// No more checks.
    mutating func stop() {
        for target in dueAt.indices { dueAt[target] = .max }
    }
}
