import Policy
import Reactor
import Redis

/// What a policy says about the process itself, or about what other gateways and commands share
/// with it. None of that changes at run time: a reload that asks for it is refused, so that what is
/// in force is always a whole policy.
enum FixedKeys {
    /// The keys that differ.
    static func changed(_ policy: Policy, _ next: Policy, workers: Int) -> [String] {
        var keys: [String] = []
        if Gateway.workerCount(next) != workers { keys.append("workers") }
        if policy.uid != next.uid { keys.append("uid") }
        if policy.gid != next.gid { keys.append("gid") }
        if policy.adminAddress != next.adminAddress { keys.append("admin.address") }
        if policy.controlSocket != next.controlSocket { keys.append("control.socket") }
        if policy.accessLog != next.accessLog { keys.append("access_log") }
        let (redis, nextRedis) = (policy.redis, next.redis)
        if redis.address.endpoint != nextRedis.address.endpoint
            || redis.address.isTLS != nextRedis.address.isTLS
            || redis.address.credentials.database != nextRedis.address.credentials.database
        {
            keys.append("redis.url")
        }
        if redis.prefix != nextRedis.prefix { keys.append("redis.prefix") }
        return keys
    }
}
