#!/usr/bin/env python3
"""What honest clients feel of 2,000 slow ones: a third send a head byte by byte, a third a body, a
third never read their answer. Windows with and without them alternate in one run; whom the gateway
cuts off comes back at once. The exit status says whether the claims hold: p50 within 1.2 of the quiet
windows', p99 within 1.5 of it or 3 ms more, every honest request answered, and the memory that was
taken for the attack is bounded and given back.

    slow_clients.py [WINDOWS]        pairs of windows, default 6
    slow_clients.py ceiling          the same clients against `bounds.memory`

With `ceiling` the gateway may take half of what the slow clients took without one. The claims: what is
resident stays below it all the time; honest requests are answered 200, or 503 with Retry-After while
work is refused, and after the attack 200 again; operators are answered throughout.
"""

import multiprocessing
import os
import random
import selectors
import socket
import statistics
import sys
import threading
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture

CEILING = sys.argv[1:] == ["ceiling"]
WINDOWS = int(sys.argv[1]) if len(sys.argv) > 1 and not CEILING else 6
SECONDS = 6
CLIENTS = 2000
HONEST = 4
BYTES_PER_SECOND = 1
ANSWER = 4 << 20
BODY = 100_000
# Per slow client: its slot, buffers and, where the answer waits, what is read ahead of it.
MEMORY_MAX = 100_000
# The honest ones' upstream is another: what is measured is the gateway.
RULES = """defaults: {auth: public, upstream: oktawa}
operations: {}
pass_through: [{prefix: /open, upstream: oktawa}, {prefix: /calm, upstream: calm}]"""
TIMEOUTS = "timeouts: {head: 4s, body: 4s, write: 4s, idle: 60s}"


def upstream(pipe):
    """A small answer to everything but `/open/large`."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
    pipe.send(listener.getsockname()[1])
    small, large = (b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % count + bytes(count)
                    for count in (300, ANSWER))

    def serve(connection):
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            data = b""
            while True:
                while b"\r\n\r\n" not in data:
                    more = connection.recv(65536)
                    if not more:
                        return
                    data += more
                head, data = data.split(b"\r\n\r\n", 1)
                while head.startswith(b"POST") and len(data) < BODY:
                    more = connection.recv(65536)
                    if not more:
                        return
                    data += more
                is_large = b"/large" in head.split(b"\r\n", 1)[0]
                connection.sendall(large if is_large else small)
        except OSError:
            pass
        finally:
            connection.close()
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


class Slow:
    """One slow client."""

    HEAD = b"GET /open HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"s" * 10000
    BODY = b"POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % BODY
    LARGE = b"GET /open/large HTTP/1.1\r\nHost: localhost\r\n\r\n"

    def __init__(self, port, kind, selector):
        self.kind = kind
        self.sent = 0
        self.socket = socket.socket()
        if kind == 2:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.settimeout(5)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setblocking(False)
        try:
            if kind:
                self.socket.send(self.BODY if kind == 1 else self.LARGE)
        except OSError:
            pass  # Closed at once: its next step tells.
        if kind < 2:
            # Told of its end; one that does not read is not told either.
            selector.register(self.socket, selectors.EVENT_READ, self)

    def step(self):
        """Sends a byte, or looks whether it was cut off. False when it was."""
        try:
            if self.kind == 2:
                # Nothing is taken: only an end or an error is seen.
                return self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
            self.socket.send(self.HEAD[self.sent:self.sent + 1] if self.kind == 0 else b"x")
            self.sent += 1
            return True
        except OSError:
            return False

    def close(self, selector):
        if self.kind < 2:
            selector.unregister(self.socket)
        self.socket.close()


def attack(port, pipe):
    """Waits for "on", attacks until "off"; tells how many were cut off meanwhile."""
    while pipe.recv() == "on":
        selector = selectors.DefaultSelector()
        slow = [Slow(port, number % 3, selector) for number in range(CLIENTS)]
        pipe.send("open")
        cut, turn = 0, 0
        due = time.monotonic()
        while not pipe.poll():
            # All of them in a second's turns, a hundredth each.
            due += 0.01 / BYTES_PER_SECOND
            gone = {key.data for key, _ in selector.select(max(0, due - time.monotonic()))}
            step = max(1, CLIENTS // 100)
            gone |= {one for one in slow[turn:turn + step] if not one.step()}
            turn = (turn + step) % CLIENTS
            for one in gone:
                cut += 1
                one.close(selector)
                slow[slow.index(one)] = Slow(port, one.kind, selector)
        pipe.recv()
        for one in slow:
            one.close(selector)
        pipe.send(cut)


def window(clients, request):
    """Times of the honest clients' requests, one after the other."""
    times, end = [], time.monotonic() + SECONDS
    while time.monotonic() < end:
        for client in clients:
            start = time.perf_counter()
            status, _ = client.ask(request)
            times.append(time.perf_counter() - start)
            if status != 200:
                fixture.die("an honest client was answered %d" % status)
        # Not a load test: what is felt by those who come now and then.
        threading.Event().wait(0.002 * random.random())
    return times


def memory(pid):
    with open("/proc/%d/status" % pid) as file:
        return int(next(line.split()[1] for line in file if line.startswith("VmRSS"))) * 1024


def main():
    rig = Rig("")
    gateway, attacker = rig.gateway, rig.attacker
    clients = [fixture.Client(gateway.port) for _ in range(HONEST)]
    request = fixture.request("GET", "/calm")
    window(clients, request)
    pid, quiet, attacked, cut = gateway.process.pid, [], [], 0
    before, highest, after = memory(pid), 0, []
    for _ in range(WINDOWS):
        quiet += window(clients, request)
        attacker.send("on")
        attacker.recv()
        attacked += window(clients, request)
        highest = max(highest, memory(pid))
        attacker.send("off")
        cut += attacker.recv()
        fixture.wait_until(lambda: connections(gateway.admin) <= HONEST, "the end of the slow ones",
                           gateway.process, 60)
        after.append(memory(pid))
    rig.stop()
    return report(quiet, attacked, cut, before, highest, after)


def connections(admin):
    """How many client connections are open."""
    return metric(admin, "bawaba_connections_open")


def metric(admin, name):
    with urllib.request.urlopen("http://127.0.0.1:%d/metrics" % admin) as answer:
        for line in answer.read().decode().splitlines():
            if line.startswith(name + " "):
                return float(line.split()[-1])
    fixture.die("no " + name)


class Rig:
    """A gateway with its attacker, and a thread that notes the most that is resident."""

    def __init__(self, bounds):
        self.folder = fixture.scratch("slow-clients")
        self.redis = fixture.Redis(self.folder)
        near, far = multiprocessing.Pipe()
        self.upstreams = [
            multiprocessing.Process(target=upstream, args=(far,), daemon=True) for _ in range(2)]
        for process in self.upstreams:
            process.start()
        config, ports = fixture.policy(
            self.folder, rules=RULES, redis="unix://" + self.redis.path,
            # The honest ones keep their connections for all of it.
            more="bounds: {body: 1MiB, requests_per_connection: 1000000%s}" % bounds,
            target="http://127.0.0.1:%d" % near.recv(),
            upstream='  calm: {targets: ["http://127.0.0.1:%d"]}' % near.recv())
        text = open(config).read().replace("timeouts: {idle: 1h}", TIMEOUTS)
        fixture.write(config, text)
        self.gateway = fixture.Gateway(self.folder, config, ports)
        self.attacker, end = multiprocessing.Pipe()
        multiprocessing.Process(
            target=attack, args=(self.gateway.port, end), daemon=True).start()
        self.pid, self.highest = self.gateway.process.pid, 0

    def watch(self, until):
        while not until.wait(0.002):
            self.highest = max(self.highest, memory(self.pid))

    def stop(self):
        self.attacker.send("end")
        self.gateway.stop()
        self.redis.stop()
        for process in self.upstreams:
            process.terminate()


def unsure(client, port, request, tally):
    """An honest client that may be refused, and then comes again. Returns its connection."""
    try:
        client = client or socket.create_connection(("127.0.0.1", port), fixture.ANSWER_SECONDS)
        client.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            more = client.recv(65536)
            if not more:
                raise ConnectionResetError
            data += more
        head, rest = data.lower().split(b"\r\n\r\n", 1)
        length = next(int(line[15:]) for line in head.split(b"\r\n")
                      if line.startswith(b"content-length:"))
        while len(rest) < length:
            rest += client.recv(65536)
        status = int(head[9:12])
        if status == 503 and b"\r\nretry-after:" not in head:
            status = "503 without Retry-After"
        tally[status] = tally.get(status, 0) + 1
        return client
    except OSError:
        tally["closed"] = tally.get("closed", 0) + 1
        if client:
            client.close()
        return None


def besiege(bounds, seconds):
    """The attack for some seconds. Returns what was resident before and at most, the honest
    clients' answers meanwhile and after it, and the gateway's counters."""
    rig = Rig(bounds)
    gateway, request, over = rig.gateway, fixture.request("GET", "/calm"), threading.Event()
    clients = [unsure(None, gateway.port, request, {}) for _ in range(HONEST)]
    before = memory(rig.pid)
    watcher = threading.Thread(target=rig.watch, args=(over,), daemon=True)
    watcher.start()
    during, after = {}, {}
    rig.attacker.send("on")
    rig.attacker.recv()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        clients = [unsure(client, gateway.port, request, during) for client in clients]
        if not gateway.is_ready():
            fixture.die("the operators' listener is not ready")
        threading.Event().wait(0.005)
    rig.attacker.send("off")
    cut = rig.attacker.recv()
    fixture.wait_until(lambda: connections(gateway.admin) <= HONEST, "the end of the slow ones",
                       gateway.process, 60)
    fixture.wait_until(lambda: metric(gateway.admin, "bawaba_memory_pressure") < 2,
                       "the end of refusing", gateway.process, 30)
    for _ in range(50):
        clients = [unsure(client, gateway.port, request, after) for client in clients]
    over.set()
    watcher.join()
    counts = {name: int(metric(gateway.admin, "bawaba_memory_%s_total" % name)) for name in (
        "pressures", "connections_refused", "requests_refused", "idle_connections_closed",
        "connections_cut")}
    left = memory(rig.pid)
    rig.stop()
    return before, rig.highest, left, during, after, cut, counts


def ceiling():
    before, free, _, during, _, cut, _ = besiege("", SECONDS)
    print("%d slow clients without a ceiling: %.1f MB before, %.1f MB at most; honest answers %s" % (
        CLIENTS, before / 1e6, free / 1e6, during))
    limit = (before + (free - before) // 2 >> 20) + 1
    before, highest, left, during, after, cut, counts = besiege(
        ", memory: %dMiB" % limit, 4 * SECONDS)
    print("with `memory: %dMiB` (%.1f MB): %.1f MB before, %.1f MB at most, %.1f MB after it" % (
        limit, (limit << 20) / 1e6, before / 1e6, highest / 1e6, left / 1e6))
    print("  honest answers under attack %s, after it %s; slow ones cut off %d times" % (
        during, after, cut))
    print("  " + ", ".join("%s %d" % (name.replace("_", " "), counts[name]) for name in counts))
    keys = {200, 503, "closed"}
    holds = highest < limit << 20 and set(during) <= keys and counts["pressures"] > 0
    # One connection each may have been closed as idle, or at the attack's end.
    serves = during.get(200, 0) > 0 and set(after) <= {200, "closed"} and (
        after.get("closed", 0) <= HONEST)
    print("  the ceiling holds: %s; service goes on: %s" % (
        "yes" if holds else "NO", "yes" if serves else "NO"))
    return 0 if holds and serves else 1


def report(quiet, attacked, cut, before, highest, after):
    def quantile(times, part):
        return statistics.quantiles(times, n=1000)[part - 1] * 1e3
    middle = quantile(attacked, 500) / quantile(quiet, 500)
    rare, limit = quantile(attacked, 990), max(
        1.5 * quantile(quiet, 990), quantile(quiet, 990) + 3)
    print("%d slow clients, %d cut off and come back; %d and %d honest requests, all answered" % (
        CLIENTS, cut, len(quiet), len(attacked)))
    print("  quiet:    p50 %.3f ms, p99 %.3f ms" % (quantile(quiet, 500), quantile(quiet, 990)))
    print("  attacked: p50 %.3f ms (%.2f of quiet), p99 %.3f ms (at most %.3f)" % (
        quantile(attacked, 500), middle, rare, limit))
    print("  resident: %.1f MB before, %.1f MB under attack (%.0f bytes a slow client), after the"
          " windows %s MB" % (before / 1e6, highest / 1e6, (highest - before) / CLIENTS,
                              ", ".join("%.1f" % (value / 1e6) for value in after)))
    # Tables that grew stay, and do not grow for ever.
    given_back = after[-1] <= after[-2] * 1.02 and after[-1] - before < (highest - before) / 2
    holds = middle <= 1.2 and rare <= limit and highest - before < CLIENTS * MEMORY_MAX
    print("  holds: %s; memory given back: %s" % (
        "yes" if holds else "NO", "yes" if given_back else "NO"))
    return 0 if holds and given_back else 1


if __name__ == "__main__":
    sys.exit(ceiling() if CEILING else main())
