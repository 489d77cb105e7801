import Bytes
import CAres
import CLinux

/// The addresses of a name.
package struct ResolvedAddresses: Equatable, Sendable {
    /// In the order in which they should be tried (RFC 6724); never empty.
    package let addresses: [SocketAddress]
    /// How long they may be kept: the smallest time to live of the records, aliases
    /// included.
    package let ttlSeconds: Int

    /// Addresses, of which there is at least one.
    package init(addresses: [SocketAddress], ttlSeconds: Int) {
        self.addresses = addresses
        self.ttlSeconds = ttlSeconds
    }
}

/// The end of one `resolve`.
package struct Resolution: Sendable {
    /// What `resolve` was given.
    package let token: UInt64
    /// The addresses, or why there are none.
    package let result: Result<ResolvedAddresses, DNSError>
}

/// Finds addresses of names without waiting: c-ares on one descriptor, one per worker. The worker
/// watches `raw` level-triggered, calls `process` on its events and not later than
/// `timeoutMilliseconds` asks for, and takes results with `next` after `resolve` and `process`.
///
/// glibc's resolver waits, and in a static binary needs the very glibc it was built with at run
/// time.
@safe
package struct Resolver: ~Copyable {
    // SAFETY: `channel` is a live c-ares channel that this value alone owns. `state` points at one
    // initialised value that lives longer than the channel, whose callbacks write to it; they run
    // only inside calls that are made through this value, on its thread.
    private let channel: ares_channel
    private let state: UnsafeMutablePointer<ResolverState>

    /// A resolver that asks `servers`, absolute names only; without any, those of /etc/resolv.conf
    /// with its search list and options. /etc/hosts is heeded where there is one.
    package init(
        servers: [SocketAddress],
        timeoutMilliseconds: Int = Bounds.resolverTimeoutMilliseconds,
        tries: Int = Bounds.resolverTries
    ) throws(ResolverError) {
        guard caresIsReady else { throw .library(ARES_ENOTINITIALIZED) }
        let poller: Poller
        do throws(Errno) {
            poller = try Poller(capacity: Bounds.resolverEventsMax)
        } catch {
            throw .system(error)
        }
        let state = UnsafeMutablePointer<ResolverState>.allocate(capacity: 1)
        unsafe state.initialize(to: ResolverState(poller: poller))

        var options = unsafe ares_options()
        unsafe options.timeout = Int32(clamping: timeoutMilliseconds)
        unsafe options.tries = Int32(clamping: tries)
        unsafe options.flags = servers.isEmpty ? 0 : Int32(ARES_FLAG_NOSEARCH)
        unsafe options.sock_state_cb = socketStateChanged
        unsafe options.sock_state_cb_data = UnsafeMutableRawPointer(state)
        let mask = ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_FLAGS | ARES_OPT_SOCK_STATE_CB
        var channel: ares_channel?
        var status = unsafe ares_init_options(&channel, &options, Int32(mask))
        if status == ARES_SUCCESS, !servers.isEmpty, let channel = unsafe channel {
            let list = servers.map(\.description).joined(separator: ",")
            status = unsafe ares_set_servers_ports_csv(channel, list)
            if status != ARES_SUCCESS { unsafe ares_destroy(channel) }
        }
        guard status == ARES_SUCCESS, let channel = unsafe channel else {
            unsafe state.deinitialize(count: 1)
            unsafe state.deallocate()
            throw .library(status)
        }
        unsafe self.channel = channel
        unsafe self.state = state
    }

    deinit {
        // Ends every open question with a callback, so the state goes after it.
        unsafe ares_destroy(channel)
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// Readable while `process` has something to do.
    package var raw: Int32 { unsafe state.pointee.poller.raw }

    /// Questions without an answer so far.
    package var pendingCount: Int { unsafe state.pointee.pending }

    /// Starts to look for the IPv4 and IPv6 addresses of a name, or of the text of an address. The
    /// result, which may be there at once, carries `token` and addresses with this port.
    ///
    /// One question is sent for each family, and c-ares does not tell when one of them failed
    /// while the other said that there is nothing, or something. So an answer without a family of
    /// the addresses that are `held` counts only when a question for that family alone says so too;
    /// otherwise it is a transient failure.
    package mutating func resolve(
        _ name: String, port: UInt16, token: UInt64, held: [SocketAddress] = []
    ) {
        if let ip = IPAddress(name) {
            let answer = ResolvedAddresses(
                addresses: [SocketAddress(ip, port: port)], ttlSeconds: .max)
            return unsafe state.pointee.finish(token, .success(answer))
        }
        if Self.isLocalhost(name) {
            // RFC 6761 §6.3; without /etc/hosts, c-ares would ask a server.
            let both = [IPAddress.loopback, IPAddress(high: 0, low: 1)]
            let addresses = both.map { SocketAddress($0, port: port) }
            let answer = ResolvedAddresses(addresses: addresses, ttlSeconds: .max)
            return unsafe state.pointee.finish(token, .success(answer))
        }
        guard !name.isEmpty, name.utf8.count <= Bounds.domainNameBytesMax, !name.utf8.contains(0)
        else { return unsafe state.pointee.finish(token, .failure(.badName)) }
        let families = [AF_INET, AF_INET6].filter { family in
            held.contains { $0.isIPv4 == (family == AF_INET) }
        }
        ask(ResolverQuestion(name: name, port: port, token: token, doubtful: families), AF_UNSPEC)
        askAgain()
    }

    /// Asks for each family alone that an answer lacks.
    private mutating func askAgain() {
        while let question = unsafe state.pointee.doubted.popLast() {
            guard let family = question.doubtful.last else { continue }
            ask(question, family)
        }
    }

    private mutating func ask(_ question: ResolverQuestion, _ family: Int32) {
        let query = UnsafeMutablePointer<ResolverQuery>.allocate(capacity: 1)
        // SAFETY: c-ares calls back exactly once for every question, and the callback frees it.
        unsafe query.initialize(to: ResolverQuery(state: state, question: question))
        unsafe state.pointee.pending += 1
        var hints = ares_addrinfo_hints()
        hints.ai_family = family
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        unsafe ares_getaddrinfo(channel, question.name, nil, &hints, addressesFound, query)
    }

    private static func isLocalhost(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return lowered == "localhost" || lowered.hasSuffix(".localhost")
    }

    /// Reads answers, and asks again or gives up where the time for an answer is over.
    package mutating func process() throws(Errno) {
        let count = try unsafe state.pointee.poller.wait(timeoutMilliseconds: 0)
        // SAFETY: a descriptor that a callback closes meanwhile is one that c-ares no longer knows,
        // and ignores.
        for index in 0..<count {
            let event = unsafe state.pointee.poller.event(index)
            let raw = Int32(truncatingIfNeeded: event.token.raw)
            unsafe ares_process_fd(
                channel, event.isReadable ? raw : ARES_SOCKET_BAD,
                event.isWritable ? raw : ARES_SOCKET_BAD)
        }
        if count == 0 { unsafe ares_process_fd(channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD) }
        askAgain()
    }

    /// The next result, nil when there is none for now.
    package mutating func next() -> Resolution? {
        unsafe state.pointee.results.isEmpty ? nil : state.pointee.results.removeFirst()
    }

    /// After how many milliseconds `process` has to be called even without an event; nil when no
    /// question is open.
    package func timeoutMilliseconds() -> Int? {
        guard pendingCount > 0 else { return nil }
        var time = timeval()
        // SAFETY: c-ares returns a pointer to `time` or nil.
        guard let left = unsafe ares_timeout(channel, nil, &time)?.pointee else { return nil }
        // Rounded up: waking before the time is over would only make the loop spin.
        return left.tv_sec * 1_000 + (left.tv_usec + 999) / 1_000
    }
}

/// Why a resolver could not be set up.
package enum ResolverError: Error, Equatable, Sendable, CustomStringConvertible {
    case system(Errno)
    /// c-ares's status (ares.h).
    case library(Int32)

    package var description: String {
        switch self {
        case .system(let errno): errno.description
        case .library(let status):
            // SAFETY: c-ares returns a constant string for every number.
            unsafe String(cString: ares_strerror(status))
        }
    }
}

/// c-ares's own state, made once for the process and kept to its end.
private let caresIsReady: Bool = {
    // c-ares 1.18 takes its query ids from /dev/urandom or, in an empty root without one, from
    // rand(3), whose sequence would be the same in every process (CVE-2023-31147).
    var seed: UInt32 = 0
    // SAFETY: the kernel writes at most the seed's four bytes.
    _ = unsafe getrandom(&seed, MemoryLayout<UInt32>.size, 0)
    srand(seed)
    return ares_library_init(ARES_LIB_INIT_ALL) == ARES_SUCCESS
}()
