#!/usr/bin/env python3
"""Upgrades under load: no request fails, and no WebSocket is closed before its time.

load    The binary is replaced by itself again and again (SIGUSR2) while clients ask over HTTP/1.1
        connections that they keep, over a new connection for each request, and over HTTP/2, and
        while WebSockets are open. The number of workers changes with each upgrade. A client whose
        connection ends without having been told (`Connection: close`, GOAWAY), whose request stays
        without its whole answer or that cannot connect has seen a failure. A WebSocket must echo
        after each upgrade, and at the end when it was open through all of them.
root    The same switch of a process that began as root, opened a port below 1024 and gave root up:
        its successor has the port, cannot open another, and says so (as root only).

    upgrade.py [load] [root]     UPGRADES (20), UPGRADE_CLIENTS (8 of each kind), UPGRADE_SOCKETS (20)

The exit status says whether the claims hold."""

import os
import re
import signal
import socket
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "lib"))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "Clients"))
import fixture
import h2_frames as h2

UPGRADES = int(os.environ.get("UPGRADES", "20"))
CLIENTS = int(os.environ.get("UPGRADE_CLIENTS", "8"))
SOCKETS = int(os.environ.get("UPGRADE_SOCKETS", "20"))
WORKERS = [2, 4, 1, 3]
RULES = """defaults: {limit: standard, auth: public}
pass_through:
  - {prefix: /open}
  - {prefix: /ws, websocket: true}"""
ASK = fixture.request("GET", "/open")
HEAD = h2.block([(":method", "GET"), (":scheme", "http"), (":path", "/open"),
                 (":authority", "localhost")])
UPGRADE = fixture.request("GET", "/ws", fields=[
    "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="])


class Upstream(fixture.Upstream):
    """Agrees to WebSockets too, and sends back what comes through them."""

    def serve(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            data = b""
            while more := connection.recv(65536):
                data += more
                while b"\r\n\r\n" in data:
                    head, data = data.split(b"\r\n\r\n", 1)
                    if head.startswith(b"GET /ws"):
                        return self.echo(connection)
                    connection.sendall(self.answer)
        except OSError:
            pass
        finally:
            connection.close()

    def echo(self, connection):
        connection.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
        while data := connection.recv(65536):
            connection.sendall(data)


class Tally:
    def __init__(self, kind):
        self.kind, self.answers, self.connections, self.faults = kind, 0, 0, []


def connect(port):
    made = socket.create_connection(("127.0.0.1", port), 60)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def answer(made, data=b""):
    """The next answer over a connection: whether it is the last, and what follows it."""
    while b"\r\n\r\n" not in data:
        more = made.recv(65536)
        if not more:
            raise OSError("the connection ended before an answer")
        data += more
    head, data = data.split(b"\r\n\r\n", 1)
    if not head.startswith(b"HTTP/1.1 200"):
        raise OSError("an answer " + head[:20].decode())
    length = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
    while len(data) < length:
        more = made.recv(65536)
        if not more:
            raise OSError("the connection ended within an answer")
        data += more
    return b"connection: close" in head.lower(), data[length:]


def kept(port, tally, over):
    """Asks over one connection until an answer says that it ends."""
    with connect(port) as made:
        tally.connections += 1
        is_last, data = False, b""
        while not is_last and not over.is_set():
            made.sendall(ASK)
            is_last, data = answer(made, data)
            tally.answers += 1


def short(port, tally, _):
    """A connection for one request."""
    with connect(port) as made:
        tally.connections += 1
        made.sendall(ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
        answer(made)
        tally.answers += 1


def multiplexed(port, tally, over):
    """Asks over one HTTP/2 connection, four streams at a time, until GOAWAY."""
    made = h2.Connection("127.0.0.1", port, wait=60)
    tally.connections += 1
    stream, open_streams, last = 1, set(), None
    try:
        while True:
            while last is None and len(open_streams) < 4 and not over.is_set():
                made.send(h2.frame(h2.HEADERS, h2.END_STREAM | h2.END_HEADERS, stream, HEAD))
                open_streams.add(stream)
                stream += 2
            if not open_streams:
                return
            kind, flags, number, payload = made.read()
            if kind == h2.GOAWAY:
                if payload[4:8] != b"\0\0\0\0":
                    raise OSError("GOAWAY with an error")
                # The first only announces; the second says which stream was the last.
                last = int.from_bytes(payload[:4], "big")
                # What came behind it was not looked at, and is asked again elsewhere.
                open_streams = {one for one in open_streams if one <= last}
            elif kind == h2.RST:
                raise OSError("a stream was reset")
            elif kind == h2.DATA:
                made.send(h2.frame(h2.WINDOW, 0, 0, len(payload).to_bytes(4, "big"))
                          if payload else b"")
            if kind in (h2.HEADERS, h2.DATA) and flags & h2.END_STREAM:
                open_streams.discard(number)
                tally.answers += 1
    except h2.Closed:
        if open_streams:
            raise OSError("the connection ended with %d open streams" % len(open_streams))
    finally:
        made.close()


def client(kind, port, tally, over):
    while not over.is_set():
        try:
            kind(port, tally, over)
        except OSError as error:
            tally.faults.append(str(error) or repr(error))


def web_socket(port):
    made = connect(port)
    made.sendall(UPGRADE)
    data = b""
    while b"\r\n\r\n" not in data:
        data += made.recv(65536)
    if b" 101 " not in data:
        fixture.die("no WebSocket: %r" % data)
    return made


def echoes(made):
    try:
        made.sendall(b"ping")
        return made.recv(4, socket.MSG_WAITALL) == b"ping"
    except OSError:
        return False


def write_workers(config, workers):
    with open(config) as file:
        text = file.read()
    fixture.write(config, re.sub(r"workers: \d+", "workers: %d" % workers, text))


class Chain:
    """A gateway and those that replace it."""

    def __init__(self, gateway):
        self.gateway, self.process = gateway, gateway.process.pid

    def log(self):
        with open(self.gateway.log) as log:
            return log.read()

    def upgrade(self, expect="is ready and serves"):
        before = self.log()
        os.kill(self.process, signal.SIGUSR2)
        fixture.wait_until(
            lambda: expect in self.log()[len(before):] or "goes on" in self.log()[len(before):],
            "the new process", seconds=120)
        said = self.log()[len(before):]
        if expect in said and "is ready" in expect:
            self.process = int(re.search(r"process (\d+) is ready", said).group(1))
        return said if expect in said else fixture.die("no upgrade: " + said)


def ended(process):
    try:
        with open("/proc/%d/stat" % process) as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


def load(redis, upstream):
    folder = fixture.scratch("upgrade")
    config, ports = fixture.policy(
        folder, rules=RULES, redis="unix://" + redis.path,
        target="http://127.0.0.1:%d" % upstream.port)
    chain = Chain(fixture.Gateway(folder, config, ports))
    port, over = ports[0], threading.Event()
    tallies, threads, sockets, lost = [], [], [], 0
    for kind in (kept, short, multiplexed):
        for _ in range(CLIENTS):
            tallies.append(Tally(kind.__name__))
            threads.append(threading.Thread(
                target=client, args=(kind, port, tallies[-1], over), daemon=True))
    for thread in threads:
        thread.start()
    first = [web_socket(port) for _ in range(SOCKETS)]
    processes, times = [chain.process], []
    for number in range(UPGRADES):
        write_workers(config, WORKERS[number % len(WORKERS)])
        sockets.append(web_socket(port))
        start = time.monotonic()
        chain.upgrade()
        times.append(time.monotonic() - start)
        processes.append(chain.process)
        before = sum(one.answers for one in tallies)
        fixture.wait_until(lambda: sum(one.answers for one in tallies) > before + 500, "answers")
        lost += sum(not echoes(one) for one in first + sockets)
    over.set()
    for thread in threads:
        thread.join(60)
    lost += sum(not echoes(one) for one in first + sockets)
    for one in first + sockets:
        one.close()
    for process in processes:
        if not ended(process):
            os.kill(process, signal.SIGTERM)
    for process in processes[1:]:
        fixture.wait_until(lambda: ended(process), "the end of process %d" % process, seconds=60)
    status = chain.gateway.process.wait(60)
    faults = [fault for one in tallies for fault in one.faults]
    print("load: %d upgrades (workers %s in turn), ready after %.2f s (median)"
          % (UPGRADES, WORKERS, sorted(times)[len(times) // 2]))
    for kind in ("kept", "short", "multiplexed"):
        mine = [one for one in tallies if one.kind == kind]
        print("  %-12s %d requests over %d connections of %d clients, failed: %d"
              % (kind, sum(one.answers for one in mine), sum(one.connections for one in mine),
                 len(mine), sum(len(one.faults) for one in mine)))
    for fault in sorted(set(faults))[:10]:
        print("  %d x %s" % (faults.count(fault), fault))
    print("  WebSockets: %d open through all of them, %d through some; closed early: %d"
          % (len(first), len(sockets), lost))
    return not faults and lost == 0 and status == 0


def root(redis, upstream):
    if os.geteuid() != 0:
        print("root: not tried, it needs root")
        return True
    folder = fixture.scratch("upgrade-root")
    config, ports = fixture.policy(
        folder, rules=RULES, redis="unix://" + redis.path,
        target="http://127.0.0.1:%d" % upstream.port, more="uid: 65534")
    with open(config) as file:
        text = file.read().replace("127.0.0.1:%d" % ports[0], "127.0.0.77:443")
    fixture.write(config, text)
    os.chmod(os.path.dirname(redis.path), 0o711)
    os.chmod(redis.path, 0o777)
    for name in ["."] + os.listdir(folder):
        os.chown(os.path.join(folder, name), 65534, 65534)
    chain = Chain(fixture.Gateway(folder, config, (443, ports[1])))
    os.chown(chain.gateway.log, 65534, 65534)
    write_workers(config, 3)
    chain.upgrade()
    with open("/proc/%d/status" % chain.process) as status:
        is_reduced = "Uid:\t65534\t65534\t65534" in status.read()
    answered = 0
    for _ in range(100):
        with socket.create_connection(("127.0.0.77", 443), 10) as made:
            made.sendall(ASK)
            answer(made)
            answered += 1
    fixture.write(config, text.replace("127.0.0.77:443", "127.0.0.77:444"))
    said = chain.upgrade("goes on serving")
    says_why = "127.0.0.77:444: EACCES" in said and "root's to open" in said
    with socket.create_connection(("127.0.0.77", 443), 10) as made:
        made.sendall(ASK)
        answer(made)
    os.kill(chain.process, signal.SIGTERM)
    fixture.wait_until(lambda: ended(chain.process), "the end", seconds=60)
    chain.gateway.process.wait(60)
    print("root: with port 443 and 3 workers in place of 1 the new process, not root: %s, answered "
          "%d of 100; a new port below 1024 is refused in words: %s"
          % ("yes" if is_reduced else "NO", answered, "yes" if says_why else "NO: " + said))
    return is_reduced and answered == 100 and says_why


def main():
    wanted = sys.argv[1:] or ["load", "root"]
    folder = fixture.scratch("upgrade-redis")
    redis, upstream = fixture.Redis(folder), Upstream()
    holds = [claim(redis, upstream) for claim in (load, root) if claim.__name__ in wanted]
    redis.stop()
    sys.exit(0 if all(holds) else 1)


if __name__ == "__main__":
    main()
