import Bytes
import Policy
import Reactor
import Synchronization

/// A listening socket. Who accepts from it and the main thread, which hands it over when the
/// process is replaced, both hold it; when the last of them lets go, it is closed.
final class ListeningSocket: Sendable {
    let listener: Listener
    /// It is bound only, and listens once this process takes over: what a kernel queues in a socket
    /// that is closed again is lost.
    fileprivate let startsLate: Bool

    fileprivate init(_ listener: consuming Listener, startsLate: Bool = false) {
        self.listener = listener
        self.startsLate = startsLate
    }

    var raw: Int32 { listener.raw }
}

/// The process's listening sockets, those of its predecessor first: the main thread hands them on.
/// Only threads that set up or end listeners take the lock, no worker does.
///
/// Sockets are shared with the predecessor and not opened beside its own: closing one of a group of
/// SO_REUSEPORT resets the connections that wait in its queue (unless net.ipv4.tcp_migrate_req is
/// set). Where there are more of an address than workers, some workers accept from several; where
/// there are fewer, the other workers open their own.
final class ListeningSockets: Sendable {
    private struct Entry {
        let role: Handover.Role
        let address: SocketAddress
        let socket: ListeningSocket

        func `is`(_ role: Handover.Role, _ address: SocketAddress) -> Bool {
            self.role == role && self.address == address
        }
    }

    private struct State {
        var inherited: [Entry] = []
        var open: [Entry] = []
        var startsLate: Bool
    }

    private let state: Mutex<State>
    /// Who the process is going to be.
    private let user: (uid: UInt32, gid: UInt32)?

    /// Takes over what the predecessor handed over, after a look at whether it is what it says.
    init(_ policy: Policy, after predecessor: Predecessor?) throws(Gateway.StartFault) {
        user = policy.uid.map { ($0, policy.gid ?? $0) }
        var taken = State(startsLate: predecessor != nil)
        for item in predecessor?.handover.items ?? [] {
            do throws(Errno) {
                let listener = try Listener(inherited: item.descriptor, at: item.address)
                taken.inherited.append(
                    Entry(
                        role: item.role, address: item.address,
                        socket: ListeningSocket(listener)))
            } catch {
                throw .upgrade(
                    "descriptor \(item.descriptor) is no socket that listens at \(item.address): "
                        + "\(error); restart instead")
            }
        }
        state = Mutex(taken)
    }

    /// What one of `count` workers accepts from, by listener of the policy: nothing at addresses
    /// where it does so already.
    func listeners(
        _ policy: Policy, besides known: [SocketAddress] = [], worker number: Int, of count: Int
    ) throws(Gateway.StartFault) -> [[ListeningSocket]] {
        var all: [[ListeningSocket]] = []
        for item in policy.listeners {
            do throws(Errno) {
                let isKnown = known.contains(item.address)
                all.append(
                    isKnown ? [] : try listeners(at: item.address, worker: number, of: count))
            } catch {
                throw .listen(address: "\(item.address)", error)
            }
        }
        return all
    }

    /// What one of `count` workers accepts from at an address.
    private func listeners(
        at address: SocketAddress, worker number: Int, of count: Int
    ) throws(Errno) -> [ListeningSocket] {
        try state.withLock { (state) throws(Errno) -> [ListeningSocket] in
            let known = state.inherited.filter { $0.is(.listener, address) }.map(\.socket)
            var mine: [ListeningSocket] = []
            for index in known.indices where index % count == number { mine.append(known[index]) }
            if mine.isEmpty {
                do throws(Errno) {
                    mine = [try bind(address, startsLate: state.startsLate)]
                } catch {
                    // A privileged port, and this process is root no longer: workers share one.
                    guard !known.isEmpty else { throw error }
                    return [known[number % known.count]]
                }
            }
            for socket in mine {
                state.open.append(Entry(role: .listener, address: address, socket: socket))
            }
            return mine
        }
    }

    private func bind(
        _ address: SocketAddress, startsLate: Bool
    ) throws(Errno) -> ListeningSocket {
        let listener = try Listener(
            bound: address, reusePort: true, owner: user.map { ($0.uid, $0.gid) })
        if !startsLate { try listener.start(backlog: Bounds.listenBacklog) }
        return ListeningSocket(listener, startsLate: startsLate)
    }

    /// The admin listener.
    func admin(at address: SocketAddress) throws(Errno) -> ListeningSocket {
        if let known = take(.admin, address) { return known }
        return add(
            .admin, address,
            try Listener(address, reusePort: false, backlog: Bounds.adminConnectionsMax))
    }

    /// The control socket, which belongs to the user that the process is going to be.
    func control(at path: String) throws(Errno) -> ListeningSocket {
        guard let address = SocketAddress(unixPath: path) else { throw .invalidArgument }
        if let known = take(.control, address) { return known }
        let listener = try Listener(unix: address, backlog: Bounds.adminConnectionsMax)
        if let user { try listener.give(to: user.uid, group: user.gid) }
        return add(.control, address, listener)
    }

    private func add(
        _ role: Handover.Role, _ address: SocketAddress, _ listener: consuming Listener
    ) -> ListeningSocket {
        let socket = ListeningSocket(listener)
        state.withLock {
            $0.open.append(Entry(role: role, address: address, socket: socket))
        }
        return socket
    }

    private func take(_ role: Handover.Role, _ address: SocketAddress) -> ListeningSocket? {
        state.withLock { state in
            let known = state.inherited.first { $0.is(role, address) }
            if let known { state.open.append(known) }
            return known?.socket
        }
    }

    /// Has the sockets listen that waited for it; those that are opened later do at once. What was
    /// inherited and is not wanted any more is let go: the predecessor serves what waits there.
    func start() throws(Gateway.StartFault) {
        try state.withLock { (state) throws(Gateway.StartFault) in
            state.inherited = []
            state.startsLate = false
            for entry in state.open where entry.socket.startsLate {
                do throws(Errno) {
                    try entry.socket.listener.start(backlog: Bounds.listenBacklog)
                } catch {
                    throw .listen(address: "\(entry.address)", error)
                }
            }
        }
    }

    /// For a successor, which shares the sockets as long as the caller holds them.
    var items: [(item: Handover.Item, socket: ListeningSocket)] {
        state.withLock { state in
            state.open.map { entry in
                let item = Handover.Item(
                    role: entry.role, descriptor: entry.socket.raw, address: entry.address)
                return (item, entry.socket)
            }
        }
    }

    /// Lets the sockets of a listener go that is in the policy no more.
    func close(_ address: SocketAddress) {
        state.withLock { $0.open.removeAll { $0.is(.listener, address) } }
    }

    /// Lets all sockets go, before those who accept from them do.
    func close() {
        state.withLock {
            $0.inherited = []
            $0.open = []
        }
    }
}
