import Bytes
import CAres
import CLinux

/// What c-ares's callbacks write to.
struct ResolverState: ~Copyable {
    var poller: Poller
    var results: [Resolution] = []
    var pending = 0
    /// Answers that lack a family, which are to be asked for once more: not from a callback, for
    /// c-ares is in the midst of its own lists then.
    var doubted: [ResolverQuestion] = []

    init(poller: consuming Poller) { self.poller = poller }

    mutating func finish(_ token: UInt64, _ result: Result<ResolvedAddresses, DNSError>) {
        results.append(Resolution(token: token, result: result))
    }

    /// What c-ares found of a name.
    mutating func take(_ question: ResolverQuestion, _ found: ResolverQuestion.Outcome) {
        var question = question
        let result: ResolverQuestion.Outcome
        if let former = question.result {
            // There is none of this family: as the first answer said.
            if case .failure(let error) = found, !error.isTransient {
                question.doubtful.removeLast()
                result = former
            } else {
                question.doubtful = []
                result = .failure(found.transientError)
            }
        } else {
            result = found
            question.doubtful.removeAll { found.says($0) }
        }
        if question.doubtful.isEmpty { return finish(question.token, result) }
        question.result = result
        doubted.append(question)
    }
}

/// What is asked of c-ares.
struct ResolverQuestion {
    typealias Outcome = Result<ResolvedAddresses, DNSError>

    let name: String
    let port: UInt16
    let token: UInt64
    /// The families, AF_INET and AF_INET6, that an answer must have to be believed at once; then
    /// those that are to be asked for alone.
    var doubtful: [Int32]
    /// The answer that lacks them.
    var result: Outcome?
}

extension ResolverQuestion.Outcome {
    /// Whether nothing more has to be asked for a family: it is there, or nobody could be asked.
    fileprivate func says(_ family: Int32) -> Bool {
        switch self {
        case .success(let found): found.addresses.contains { $0.isIPv4 == (family == AF_INET) }
        case .failure(let error): error.isTransient
        }
    }

    /// Why a family was missing from an answer that has, or may have, addresses of it.
    fileprivate var transientError: DNSError {
        if case .failure(let error) = self { return error }
        return .serverFailure
    }
}

/// One open question.
///
/// SAFETY: `state` outlives the channel, and so every question (see `Resolver`).
@unsafe struct ResolverQuery {
    let state: UnsafeMutablePointer<ResolverState>
    let question: ResolverQuestion
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
    let question = unsafe query.pointee.question
    unsafe query.deinitialize(count: 1)
    unsafe query.deallocate()

    let answer = unsafe collect(found, port: question.port)
    if let found = unsafe found { unsafe ares_freeaddrinfo(found) }
    unsafe state.pointee.pending -= 1
    let outcome: ResolverQuestion.Outcome =
        if status != ARES_SUCCESS {
            .failure(DNSError(status: status))
        } else if answer.addresses.isEmpty {
            .failure(.noAddress)
        } else {
            .success(answer)
        }
    unsafe state.pointee.take(question, outcome)
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
