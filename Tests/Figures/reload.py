#!/usr/bin/env python3
"""Reloads under load: two policies that differ in everything that may change take turns, while
requests and WebSockets go on over HTTP/1.1 and HTTP/2, with TLS.

The policies have other targets for the same upstream, another certificate, another limit, other
routes, and a listener that only one of them has. No request may fail, no WebSocket may be closed,
no answer may come by another policy than the one that `bawaba reload` has just confirmed, sessions
are resumed after each reload, and resident memory stays where it was after the first reloads.

    reload.py                    RELOADS (1000), RELOAD_CLIENTS (8 of each kind)

The exit status says whether the claims hold."""

import os
import socket
import ssl
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "lib"), os.path.join(os.path.dirname(HERE), "Clients")]
import fixture
import h2_frames as h2

RELOADS = int(os.environ.get("RELOADS", "1000"))
CLIENTS = int(os.environ.get("RELOAD_CLIENTS", "8"))
WORKERS = 2
UPGRADE = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]


class Echo:
    """Agrees to every WebSocket, and sends back what comes."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65536)
        connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                           b"Connection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n")
        while True:
            try:
                data = connection.recv(65536)
            except OSError:
                return
            if not data:
                return
            connection.sendall(data)


class Load:
    """What the clients have seen."""

    def __init__(self):
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.counts = {"HTTP/1.1": 0, "HTTP/2": 0, "WebSocket": 0}
        self.failures = []
        self.longest = 0

    def note(self, kind, seconds):
        with self.lock:
            self.counts[kind] += 1
            self.longest = max(self.longest, seconds)

    def fail(self, text):
        with self.lock:
            self.failures.append(text)

    def start(self, kind, client):
        def run():
            try:
                while not self.over.is_set():
                    began = time.monotonic()
                    client()
                    self.note(kind, time.monotonic() - began)
                    time.sleep(0.005)
            except Exception as fault:
                if not self.over.is_set():
                    self.fail("%s: %r" % (kind, fault))
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        return thread


def tls(port, protocols):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(protocols)
    raw = socket.create_connection(("127.0.0.1", port), 30)
    raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return context.wrap_socket(raw, server_hostname="localhost")


def http1(port):
    client = fixture.Client.__new__(fixture.Client)
    client.socket, client.data = tls(port, ["http/1.1"]), b""
    request = fixture.request("GET", "/api/v1/channels", fixture.token(1))

    def ask():
        client.send(request)
        while b"\r\n\r\n" not in client.data:
            more(client)
        status, _ = client.receive()
        if status != 200:
            raise RuntimeError("status %d" % status)
    return ask


def more(client):
    data = client.socket.recv(65536)
    if not data:
        raise RuntimeError("closed")
    client.data += data


def http2(port):
    connection = h2.Connection("127.0.0.1", port, tls=True, wait=30)
    state = {"stream": 1}

    def ask():
        stream = state["stream"]
        state["stream"] += 2
        connection.send(h2.frame(h2.HEADERS, h2.END_HEADERS | h2.END_STREAM, stream, h2.block([
            (":method", "GET"), (":scheme", "https"), (":path", "/api/v1/channels"),
            (":authority", "localhost"), ("authorization", "Bearer " + fixture.token(1))])))
        size = 0
        while True:
            kind, flags, number, payload = connection.read()
            if kind in (h2.RST, h2.GOAWAY):
                raise RuntimeError("frame %d" % kind)
            if kind == h2.DATA:
                size += len(payload)
            if number == stream and kind in (h2.HEADERS, h2.DATA) and flags & h2.END_STREAM:
                break
        if size != len(fixture.Upstream.BODY):
            raise RuntimeError("%d bytes of an answer" % size)
        connection.send(h2.frame(h2.WINDOW, 0, 0, size.to_bytes(4, "big")))
    return ask


def websocket(port):
    client = fixture.Client.__new__(fixture.Client)
    client.socket, client.data = tls(port, ["http/1.1"]), b""
    client.send(fixture.request("GET", "/ws", fields=UPGRADE))
    while b"\r\n\r\n" not in client.data:
        more(client)
    if not client.data.startswith(b"HTTP/1.1 101"):
        raise RuntimeError(client.data[:100])
    client.data = client.data.split(b"\r\n\r\n", 1)[1]

    def ask():
        client.send(b"ping")
        while len(client.data) < 4:
            more(client)
        client.data = client.data[4:]
    return ask


def policy(number, ports, folder, redis, targets, echo, certificates):
    """The text of one of the two policies."""
    crt, key = certificates[number]
    extra = '  - {address: "127.0.0.1:%d", hosts: [localhost]}\n' % ports[2] if number else ""
    return f"""extends: {fixture.POLICY}
workers: {WORKERS}
listeners:
  - address: "127.0.0.1:{ports[0]}"
    hosts: [localhost]
    tls: {{certificates: [{{certificate_file: {crt}, key_file: {key}}}]}}
{extra}redis: {{url: "unix://{redis.path}", timeout: 10s}}
embed: {{issuer: "https://figures.test", master_key_file: master.key}}
upstreams:
  oktawa:
    targets: ["http://127.0.0.1:{targets[number].port}"]
    assertion_key_file: assertion.key
  sockets: {{targets: ["http://127.0.0.1:{echo.port}"], assertion_key_file: assertion.key}}
limits:
  standard: {{rate: 90000{number} per second, burst: 1000000}}
  sending: {{rate: 1000000 per second, burst: 1000000}}
defaults: {{upstream: oktawa, limit: standard, auth: bearer, abilities: [read]}}
operations: {{exchangeCodeForToken: {{auth: public, handler: forward}}}}
pass_through:
  - {{prefix: /ws, upstream: sockets, websocket: true}}
  - {{prefix: /only-{number}}}
timeouts: {{idle: 1h, drain: 2s}}
bounds: {{requests_per_connection: 1000000}}
admin: {{address: "127.0.0.1:{ports[1]}"}}
control: {{socket: {folder}/control.sock}}
access_log: off
"""


def resident(process):
    with open("/proc/%d/status" % process.pid) as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:"))


def reload(folder):
    """What `bawaba reload` does, without a process each time. Returns the gateway's words."""
    with socket.socket(socket.AF_UNIX) as control:
        control.settimeout(120)
        control.connect(os.path.join(folder, "control.sock"))
        control.sendall(b"POST /reload HTTP/1.1\r\nHost: localhost\r\n\r\n")
        data = b""
        while True:
            piece = control.recv(65536)
            if not piece:
                break
            data += piece
    head, body = data.split(b"\r\n\r\n", 1)
    return head.startswith(b"HTTP/1.1 200"), body.decode().strip()


def probe(port, session):
    """A handshake with the last session: whether it was resumed, and the new session."""
    context = probe.context
    raw = socket.create_connection(("127.0.0.1", port), 30)
    with context.wrap_socket(raw, server_hostname="localhost", session=session) as connection:
        connection.sendall(fixture.request("GET", "/api/v1/channels", fixture.token(1)))
        connection.recv(65536)
        return connection.session_reused, connection.session


def main():
    folder = fixture.scratch("reload")
    for name, text in (("assertion.key", "f" * 64), ("master.key", "m1 " + "f" * 64)):
        fixture.write(os.path.join(folder, name), text + "\n")
    redis, echo = fixture.Redis(folder), Echo()
    redis.pipe(fixture.token_commands(range(1, 3)))
    targets = [fixture.Upstream(), fixture.Upstream()]
    certificates = [fixture.certificate(folder, "one", ["localhost"]),
                    fixture.certificate(folder, "two", ["localhost"])]
    ports = [fixture.free_port() for _ in range(3)]
    texts = [policy(n, ports, folder, redis, targets, echo, certificates) for n in (0, 1)]
    config = fixture.write(os.path.join(folder, "gateway.yaml"), texts[0])
    gateway = fixture.Gateway(folder, config, ports[:2])
    probe.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    probe.context.check_hostname, probe.context.verify_mode = False, ssl.CERT_NONE
    probe.context.maximum_version = ssl.TLSVersion.TLSv1_2

    load = Load()
    for _ in range(CLIENTS):
        load.start("HTTP/1.1", http1(ports[0]))
        load.start("HTTP/2", http2(ports[0]))
        load.start("WebSocket", websocket(ports[0]))
    refused, resumed, wrong, pauses, session = 0, 0, 0, [], None
    sizes, began = [], time.monotonic()
    for number in range(1, RELOADS + 1):
        which = number % 2
        fixture.write(config + ".new", texts[which])
        os.replace(config + ".new", config)
        taken, said = reload(folder)
        refused += not taken
        if taken:
            pauses.append(int(said.split(" µs")[0].split()[-1]))
        else:
            print("refused: " + said)
        other = fixture.Client(ports[2]) if which else None
        if other:
            other.close()
        before = targets[which].requests
        was, session = probe(ports[0], session)
        resumed += was
        wrong += targets[which].requests == before
        if number % 50 == 0:
            load.start("WebSocket", websocket(ports[0]))
            sizes.append(resident(gateway.process))
            print("  %d reloads: %d KiB resident" % (number, sizes[-1]), flush=True)
        if load.failures:
            break
    seconds = time.monotonic() - began
    open_sockets = threading.active_count()
    load.over.set()
    pauses.sort()
    print("%d reloads in %.0f s, %d refused; requests: %s" % (
        RELOADS, seconds, refused, ", ".join("%d %s" % (n, k) for k, n in load.counts.items())))
    print("failed requests and closed WebSockets: %d %s" % (
        len(load.failures), load.failures[:3] or ""))
    print("requests to the target of the other policy: %d" % wrong)
    print("resumed: %d of %d handshakes" % (resumed, RELOADS - 1))
    print("a worker's pause: median %d us, longest %d us; the slowest answer took %.0f ms" % (
        pauses[len(pauses) // 2], pauses[-1], load.longest * 1e3))
    grown = sizes[-1] - sizes[len(sizes) // 4] if len(sizes) > 3 else 0
    print("resident memory: %s KiB after a quarter of the reloads, %s at the end" % (
        sizes[len(sizes) // 4] if sizes else "?", sizes[-1] if sizes else "?"))
    holds = (not load.failures and not refused and not wrong and open_sockets > 0
             and resumed >= 0.99 * (RELOADS - 1) and grown < 8192)
    gateway.stop()
    redis.stop()
    print("the claims hold" if holds else "A CLAIM DOES NOT HOLD")
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()
