#!/usr/bin/env python3
"""The fault table: what a client gets, over HTTP/1.1 and over HTTP/2, when the back end, DNS or Redis
misbehaves, how long it waits, and what the access log calls it. Each row is held against what is
written here; after each the gateway has to serve the next request. The exit status says whether all
rows hold.

    faults.py [TEXT…]        only rows whose name holds one of these
"""

import json
import os
import socket
import struct
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "lib"), os.path.join(HERE, "..", "Clients")]
import fixture
import h2_frames

GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
CUT = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
BODY = 200_000

# name: what the upstream does with a request: bytes it sends, and how it goes on ("close", "reset",
# "stall", "keep"); "at" is where: "accept", "head" (before the body is read) or "request".
# Then what the client gets over HTTP/1.1, the log's decision, and the seconds at most.
FAULTS = {
    "resets at once": (
        b"", "reset", "accept", "502", "upstream_broken or upstream_unreachable", 1),
    "closes at once": (b"", "close", "accept", "502", "upstream_broken", 1),
    "resets behind the request": (b"", "reset", "request", "502", "upstream_broken", 1),
    "closes behind the request": (b"", "close", "request", "502", "upstream_broken", 1),
    "closes while it is sent a body": (b"", "close", "head", "502", "upstream_broken", 1),
    "resets while it is sent a body": (b"", "reset", "head", "502", "upstream_broken", 1),
    "takes no more of a body": (b"", "stall", "head", "504", "upstream_timeout", 3),
    "refuses a body before it has read it": (
        b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno", "close", "head",
        "413", "passed_through", 1),
    "never answers": (b"", "stall", "request", "504", "upstream_timeout", 3),
    "stalls in the head": (b"HTTP/1.1 200 OK\r\nX-A", "stall", "request", "504", "upstream_timeout", 3),
    "closes in the head": (b"HTTP/1.1 200 OK\r\nX-A", "close", "request", "502", "upstream_broken", 1),
    "sends garbage": (b"\0\1\2garbage\r\n\r\n", "keep", "request", "502", "upstream_broken", 1),
    "speaks HTTP/2": (b"\0\0\0\4\0\0\0\0\0", "keep", "request", "502", "upstream_broken", 3),
    "sends a head without end": (
        b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 100_000, "keep", "request", "502",
        "upstream_broken", 1),
    "sends two lengths": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok", "keep", "request", "502",
        "upstream_broken", 1),
    "sends a length and chunks": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "keep",
        "request", "502", "upstream_broken", 1),
    "sends a control byte in a field": (
        b"HTTP/1.1 200 OK\r\nX-A: \0\r\nContent-Length: 2\r\n\r\nok", "keep", "request", "502",
        "upstream_broken", 1),
    "changes the protocol unasked": (
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", "keep", "request", "502",
        "upstream_broken", 1),
    "sends interim answers without end": (
        b"HTTP/1.1 103 Early Hints\r\n\r\n" * 1000, "keep", "request", "502", "upstream_broken", 1),
    "closes within its body": (CUT, "close", "request", "200, cut", "upstream_broken", 1),
    "resets within its body": (CUT, "reset", "request", "200, cut", "upstream_broken", 1),
    "stalls within its body": (CUT, "stall", "request", "200, cut", "upstream_timeout", 3),
    "closes within chunks": (CHUNKED + b"4\r\nhalf\r\n", "close", "request", "200, cut",
                             "upstream_broken", 1),
    "sends a bad chunk": (CHUNKED + b"4\r\nhalf\r\nx\r\n", "keep", "request", "200, cut",
                          "upstream_broken", 1),
    "sends more than it promised": (GOOD + b"HTTP/1.1 200 OK\r\n\r\nsmuggled", "keep", "request", "200",
                                    "passed_through", 1),
    "sends a body with 204": (b"HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\nok", "keep", "request",
                              "204", "passed_through", 1),
    "answers 503": (b"HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno", "keep", "request", "503",
                    "passed_through", 1),
}
# Faults of reaching an upstream: the name is the policy's.
PLACES = {
    "nobody": ("refuses connections", "502", "upstream_unreachable", 1),
    "silent": ("does not take connections (half-open)", "502", "upstream_unreachable", 4),
    "tlsless": ("does not answer TLS", "502", "upstream_unreachable", 4),
    "nameless": ("has a name that DNS does not know", "502", "upstream_unreachable", 4),
}


class Upstream:
    """Does what the path's last segment says."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.listener.getsockname()[1]
        self.fault = None
        self.held = []
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            connection, _ = self.listener.accept()
            if self.fault and FAULTS[self.fault][2] == "accept":
                self.end(connection, FAULTS[self.fault][1])
                continue
            if self.fault and FAULTS[self.fault][2] == "head":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        file = connection.makefile("rb")
        while self.line(file):
            length = 0
            while (line := file.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line[15:])
            answer, then, place, *_ = FAULTS.get(self.fault, (GOOD, "keep", "request"))
            if place != "head":
                file.read(length)
            try:
                connection.sendall(answer)
            except OSError:
                return
            if then != "keep":
                if place == "head" and then == "close" and answer:
                    # As good servers do: the answer is not lost with the reset.
                    connection.shutdown(socket.SHUT_WR)
                    file.read(length)
                file.detach()
                return self.end(connection, then)

    @staticmethod
    def line(file):
        try:
            return file.readline()
        except OSError:
            return b""

    def end(self, connection, how):
        if how == "stall":
            return self.held.append(connection)
        if how == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()


def silent():
    """A listener whose queue is full: the kernel answers no more SYN. And what keeps it so."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    held = [listener]
    for _ in range(4):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(listener.getsockname())
        held.append(one)
    # The last one is there, and never says a word.
    return held + [socket.create_server(("127.0.0.1", 0))]


def curl(gateway, path, version, upload):
    """What a client got: the status, `, cut` behind it when the answer was not whole; seconds."""
    words = ["curl", "--silent", "--http%s" % version, "--max-time", "20", "-o", "/dev/null", "-w",
             "%{http_code}", "-H", "Expect:"]
    if upload:
        words += ["--data-binary", "@" + upload, "-H", "Content-Type: application/octet-stream"]
    start = time.monotonic()
    done = subprocess.run(words + ["http://127.0.0.1:%d%s" % (gateway.port, path), "-H",
                                   "Host: localhost"], capture_output=True, text=True)
    seconds = time.monotonic() - start
    # A body that is refused early: what was left of it need not be sent (curl's 55, 56).
    cut = done.returncode in (18, 92, 56) and done.stdout == "200" or done.stdout == "000"
    return done.stdout + (", cut" if cut else ""), seconds


def frames(gateway, path):
    """As `curl`, over HTTP/2: curl keeps the status of an answer that breaks off to itself."""
    start = time.monotonic()
    client = h2_frames.Connection("127.0.0.1", gateway.port, wait=20)
    client.send(h2_frames.frame(
        h2_frames.HEADERS, h2_frames.END_STREAM | h2_frames.END_HEADERS, 1, h2_frames.block(
            [(":method", "GET"), (":scheme", "http"), (":path", path), (":authority", "localhost")])))
    status = ""
    while True:
        kind, flags, stream, payload = client.read()
        if kind == h2_frames.HEADERS and status[:1] in ("", "1", "?"):
            status = h2_status(payload)
        if kind == h2_frames.RST or stream == 1 and flags & h2_frames.END_STREAM and kind in (
                h2_frames.HEADERS, h2_frames.DATA):
            client.close()
            cut = ", cut" if kind == h2_frames.RST else ""
            return status + cut, time.monotonic() - start


def h2_status(payload):
    """The first field of an answer: of the static table, or a literal whose name is there."""
    known = {8: "200", 9: "204", 10: "206", 11: "304", 12: "400", 13: "404", 14: "500"}
    if payload[0] & 0x80:
        return known.get(payload[0] & 0x7F, "1xx, seen before")
    return huffman_digits(payload[2:2 + (payload[1] & 0x7F)]) if payload[1] & 0x80 else (
        payload[2:5].decode())


def huffman_digits(data):
    """Digits in HPACK's code (RFC 7541 appendix B): five bits for 0 to 2, six for the others."""
    bits = "".join("%08d" % int(bin(byte)[2:]) for byte in data)
    short = {"00000": "0", "00001": "1", "00010": "2"}
    long = {"011001": "3", "011010": "4", "011011": "5", "011100": "6", "011101": "7",
            "011110": "8", "011111": "9"}
    text = ""
    while len(text) < 3:
        for table, size in ((short, 5), (long, 6)):
            if bits[:size] in table:
                text, bits = text + table[bits[:size]], bits[size:]
                break
    return text


def decisions(log):
    """What was decided, in the order of the log."""
    with open(log) as file:
        return [json.loads(line)["decision"] for line in file if line.endswith("\n")]


def policy(folder, redis, upstream, held):
    nobody = fixture.free_port()
    config, ports = fixture.policy(
        folder, redis="unix://" + redis.path, target="http://127.0.0.1:%d" % upstream.port,
        log=os.path.join(folder, "access.log"), rules="""defaults: {auth: public, upstream: oktawa}
operations: {listContacts: {auth: bearer, abilities: []}}
resolvers: ["127.0.0.1:%d"]
pass_through:
  - {prefix: /open, upstream: oktawa}
%s""" % (fixture.free_port(socket.SOCK_DGRAM), "".join(
            "  - {prefix: /%s, upstream: %s}\n" % (name, name) for name in PLACES)))
    text = open(config).read()
    limits = "    timeouts: {connect: 2s, response: 2s, idle: 2s}\n"
    others = "".join('  %s:\n    targets: ["%s"]\n%s%s' % (
        name, target, "    tls: {verify: false}\n" * (name == "tlsless"), limits) for name, target in (
        ("nobody", "http://127.0.0.1:%d" % nobody),
        ("silent", "http://127.0.0.1:%d" % held[0].getsockname()[1]),
        ("tlsless", "https://127.0.0.1:%d" % held[-1].getsockname()[1]),
        ("nameless", "http://nowhere.test:80")))
    text = text.replace("    timeouts: {keep: 1h, response: 1m}\n", limits.replace(
        "connect", "keep: 1h, connect") + others)
    text = text.replace("timeout: 10s}", "timeout: 1s}")
    return fixture.write(config, text), ports


def main():
    folder = fixture.scratch("faults")
    redis, upstream, held = fixture.Redis(folder), Upstream(), silent()
    redis.pipe(fixture.token_commands([7]))
    config, ports = policy(folder, redis, upstream, held)
    gateway = fixture.Gateway.__new__(fixture.Gateway)
    gateway.port, gateway.admin = ports
    gateway.log = os.path.join(folder, "gateway.log")
    with open(gateway.log, "w") as log:
        gateway.process = fixture.start([fixture.BINARY, "serve", config], stdout=log, stderr=log)
    fixture.wait_until(lambda: curl(gateway, "/open", "1.1", None)[0] == "200", "the gateway",
                       gateway.process, 30)
    table = Table(folder, gateway)
    # Lines are told apart by their number: that answer's comes before those of the rows.
    fixture.wait_until(lambda: "passed_through" in decisions(table.log), "the log",
                       gateway.process, 20)
    upload = os.path.join(folder, "body")
    with open(upload, "wb") as file:
        file.write(bytes(BODY * 40))
    for name, (_, _, place, *expected) in FAULTS.items():
        if not table.wants(name):
            continue
        upstream.fault = name
        table.row("The back end " + name, "/open/x", upload if place == "head" else None, *expected)
        upstream.fault = None
        table.served()
    for name, (text, *expected) in PLACES.items():
        if table.wants(text):
            table.row("The back end " + text, "/%s/x" % name, None, *expected)
            table.served()
    if table.wants("Redis is gone"):
        redis.stop()
        table.row("Redis is gone: a request with a token", "/api/v1/contacts", None, "503",
                  "redis_unavailable", 2, token=True)
        table.row("Redis is gone: a public request", "/open/x", None, "200", "passed_through", 1)
    gateway.stop()
    print("rows that do not hold: %d" % table.wrong)
    return 1 if table.wrong else 0


class Table:
    """Prints rows, and counts those that are not as expected."""

    def __init__(self, folder, gateway):
        self.gateway = gateway
        self.log = os.path.join(folder, "access.log")
        self.only = sys.argv[1:]
        self.wrong = 0
        print("| fault | HTTP/1.1 | HTTP/2 | decision | seconds |\n|---|---|---|---|---|")

    def wants(self, name):
        return not self.only or any(text in name for text in self.only)

    def row(self, name, path, upload, expected, decision, seconds_max, token=False):
        results, decided, slowest = [], [], 0
        for version in ("1.1", "2-prior-knowledge"):
            count = len(decisions(self.log))
            if token:
                result, seconds = self.with_token(path, version)
            elif version == "1.1" or upload:
                result, seconds = curl(self.gateway, path, version, upload)
            else:
                result, seconds = frames(self.gateway, path)
            results.append(result)
            fixture.wait_until(lambda: len(decisions(self.log)) > count, "the log",
                               self.gateway.process, 20)
            decided.append(decisions(self.log)[count])
            slowest = max(slowest, seconds)
        is_good = (results == [expected] * 2 and all(one in decision.split(" or ") for one in decided)
                   and slowest <= seconds_max)
        self.wrong += not is_good
        print("| %s | %s | %s | `%s` | %.1f |%s" % (
            name, *results, "`, `".join(sorted(set(decided))), slowest,
            "" if is_good else " expected %s, %s, %d s" % (expected, decision, seconds_max)),
            flush=True)

    def with_token(self, path, version):
        start = time.monotonic()
        done = subprocess.run(
            ["curl", "--silent", "--http" + version, "-o", "/dev/null", "-w", "%{http_code}",
             "-H", "Authorization: Bearer " + fixture.token(7), "-H", "Host: localhost",
             "http://127.0.0.1:%d%s" % (self.gateway.port, path)], capture_output=True, text=True)
        return done.stdout, time.monotonic() - start

    def served(self):
        """The next request is answered as if nothing had been."""
        count = len(decisions(self.log))
        result, _ = curl(self.gateway, "/open/next", "1.1", None)
        fixture.wait_until(lambda: len(decisions(self.log)) > count, "the log",
                           self.gateway.process, 20)
        if result != "200":
            self.wrong += 1
            print("    the next request: %s" % result, flush=True)


if __name__ == "__main__":
    sys.exit(main())
