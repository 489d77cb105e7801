import Bytes
import Policy
import Reactor

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

/// The process's listening sockets, those of its predecessor first. The main thread's own.
///
/// Sockets are shared with the predecessor and not opened beside its own: closing one of a group of
/// SO_REUSEPORT resets the connections that wait in its queue (unless net.ipv4.tcp_migrate_req is
/// set). Where there are more of an address than workers, some workers accept from several; where
/// there are fewer, the other workers open their own.
struct ListeningSockets: ~Copyable {
    private struct Entry {
        let role: Handover.Role
        let address: SocketAddress
        let socket: ListeningSocket
    }

    private var inherited: [Entry] = []
    private var open: [Entry] = []
    private let startsLate: Bool
    /// Who the process is going to be.
    private let user: (uid: UInt32, gid: UInt32)?

    /// Takes over what the predecessor handed over, after a look at whether it is what it says.
    init(_ policy: Policy, after predecessor: Predecessor?) throws(Gateway.StartFault) {
        user = policy.uid.map { ($0, policy.gid ?? $0) }
        startsLate = predecessor != nil
        for item in predecessor?.handover.items ?? [] {
            do throws(Errno) {
                let listener = try Listener(inherited: item.descriptor, at: item.address)
                inherited.append(
                    Entry(
                        role: item.role, address: item.address,
                        socket: ListeningSocket(listener)))
            } catch {
                throw .upgrade(
                    "descriptor \(item.descriptor) is no socket that listens at \(item.address): "
                        + "\(error); restart instead")
            }
        }
    }

    /// What one of `count` workers accepts from at an address.
    mutating func listeners(
        at address: SocketAddress, worker number: Int, of count: Int
    ) throws(Errno) -> [ListeningSocket] {
        let known = inherited.filter { $0.role == .listener && $0.address == address }
        var mine: [ListeningSocket] = []
        for index in known.indices where index % count == number {
            mine.append(known[index].socket)
        }
        if mine.isEmpty {
            do throws(Errno) {
                mine = [try bind(address)]
            } catch {
                // A privileged port, and this process is root no longer: two workers share one.
                guard !known.isEmpty else { throw error }
                return [known[number % known.count].socket]
            }
        }
        for socket in mine {
            open.append(Entry(role: .listener, address: address, socket: socket))
        }
        return mine
    }

    private func bind(_ address: SocketAddress) throws(Errno) -> ListeningSocket {
        let listener = try Listener(bound: address, reusePort: true)
        // Not needed but by a successor with more workers, which can share sockets instead.
        if let user { try? listener.share(with: user.uid, group: user.gid) }
        if !startsLate { try listener.start(backlog: Bounds.listenBacklog) }
        return ListeningSocket(listener, startsLate: startsLate)
    }

    /// The admin listener.
    mutating func admin(at address: SocketAddress) throws(Errno) -> ListeningSocket {
        if let known = take(.admin, address) { return known }
        let socket = ListeningSocket(
            try Listener(address, reusePort: false, backlog: Bounds.adminConnectionsMax))
        open.append(Entry(role: .admin, address: address, socket: socket))
        return socket
    }

    /// The control socket, which belongs to the user that the process is going to be.
    mutating func control(at path: String) throws(Errno) -> ListeningSocket {
        guard let address = SocketAddress(unixPath: path) else { throw .invalidArgument }
        if let known = take(.control, address) { return known }
        let listener = try Listener(unix: address, backlog: Bounds.adminConnectionsMax)
        if let user { try listener.give(to: user.uid, group: user.gid) }
        let socket = ListeningSocket(listener)
        open.append(Entry(role: .control, address: address, socket: socket))
        return socket
    }

    private mutating func take(
        _ role: Handover.Role, _ address: SocketAddress
    ) -> ListeningSocket? {
        let known = inherited.first { $0.role == role && $0.address == address }
        if let known { open.append(known) }
        return known?.socket
    }

    /// Has the sockets listen that waited for it. What was inherited and is not wanted any more is
    /// let go: the predecessor serves what waits there.
    mutating func start() throws(Gateway.StartFault) {
        inherited = []
        for entry in open where entry.socket.startsLate {
            do throws(Errno) {
                try entry.socket.listener.start(backlog: Bounds.listenBacklog)
            } catch {
                throw .listen(address: "\(entry.address)", error)
            }
        }
    }

    /// For a successor.
    var items: [Handover.Item] {
        open.map {
            Handover.Item(role: $0.role, descriptor: $0.socket.raw, address: $0.address)
        }
    }

    /// Lets all sockets go, before those who accept from them do.
    mutating func close() {
        inherited = []
        open = []
    }
}
