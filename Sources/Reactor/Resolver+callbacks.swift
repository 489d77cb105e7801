import Bytes
import CAres
import CLinux

/// What c-ares's callbacks write to.
struct ResolverState: ~Copyable {
    var poller: Poller
    var results: [Resolution] = []
    var pending = 0

    init(poller: consuming Poller) { self.poller = poller }

    mutating func finish(_ token: UInt64, _ result: Result<ResolvedAddresses, DNSError>) {
        results.append(Resolution(token: token, result: result))
    }
}

/// One open question.
///
/// SAFETY: `state` outlives the channel, and so every question (see `Resolver`).
@unsafe struct ResolverQuery {
    let state: UnsafeMutablePointer<ResolverState>
    let token: UInt64
    let port: UInt16
}

/// c-ares tells for what it waits on one of its sockets; neither: it is about to close it.
///
/// SAFETY: `argument` is the `ResolverState` that the channel was made with, which outlives it.
let socketStateChanged: ares_sock_state_cb = { argument, raw, readable, writable in
    guard let argument = unsafe argument else { return }
    let state = unsafe argument.assumingMemoryBound(to: ResolverState.self)
    let token = Token(raw: UInt64(UInt32(bitPattern: raw)))
    // A socket that cannot be watched is a question that times out: nothing else can be done here.
    if readable != 0 || writable != 0 {
        try? unsafe state.pointee.poller.setLevel(
            raw, token: token, read: readable != 0, write: writable != 0)
    } else {
        try? unsafe state.pointee.poller.remove(raw)
    }
}

/// c-ares has the end of a question.
///
/// SAFETY: `argument` is the `ResolverQuery` that `resolve` made for this one call, which is freed
/// here; the list belongs to us and is freed by c-ares's own function after it was read.
let addressesFound: ares_addrinfo_callback = { argument, status, _, found in
    guard let argument = unsafe argument else { return }
    let query = unsafe argument.assumingMemoryBound(to: ResolverQuery.self)
    let state = unsafe query.pointee.state
    let token = unsafe query.pointee.token
    let port = unsafe query.pointee.port
    unsafe query.deinitialize(count: 1)
    unsafe query.deallocate()

    let answer = unsafe collect(found, port: port)
    if let found = unsafe found { unsafe ares_freeaddrinfo(found) }
    unsafe state.pointee.pending -= 1
    if status != ARES_SUCCESS {
        unsafe state.pointee.finish(token, .failure(DNSError(status: status)))
    } else if answer.addresses.isEmpty {
        unsafe state.pointee.finish(token, .failure(.noAddress))
    } else {
        unsafe state.pointee.finish(token, .success(answer))
    }
}

/// SAFETY: `found` is a list of c-ares's, or nil, and lives for the length of the call.
@unsafe private func collect(
    _ found: UnsafeMutablePointer<ares_addrinfo>?, port: UInt16
) -> ResolvedAddresses {
    var addresses: [SocketAddress] = []
    var ttl = Int.max
    var alias = unsafe found?.pointee.cnames
    while let current = unsafe alias {
        ttl = min(ttl, max(0, Int(unsafe current.pointee.ttl)))
        unsafe alias = current.pointee.next
    }
    var node = unsafe found?.pointee.nodes
    while let current = unsafe node, addresses.count < Bounds.addressesPerNameMax {
        let length = Int(unsafe current.pointee.ai_addrlen)
        if let form = unsafe current.pointee.ai_addr,
            let address = unsafe SocketAddress(form: form, length: length)?.with(port: port),
            !addresses.contains(address)
        {
            addresses.append(address)
            ttl = min(ttl, max(0, Int(unsafe current.pointee.ai_ttl)))
        }
        unsafe node = current.pointee.ai_next
    }
    return ResolvedAddresses(addresses: addresses, ttlSeconds: ttl)
}
