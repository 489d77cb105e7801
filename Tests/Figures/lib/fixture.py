"""What every figure is measured with: a scratch folder, an upstream, a redis-server, the gateway
(bare or under valgrind), and clients that speak HTTP/1.1 over raw sockets."""

import atexit
import hashlib
import http.client
import json
import os
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time

FIGURES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(FIGURES), "Clients"))
import h2_frames as h2
ROOT = os.path.dirname(os.path.dirname(FIGURES))
RUN = os.path.join(ROOT, ".run", "figures")
BINARY = os.environ.get("BAWABA", os.path.join(ROOT, ".build", "release", "bawaba"))
POLICY = os.path.join(ROOT, "policies", "oktawa", "gateway.yaml")
# A gateway under valgrind starts slowly, on a busy machine more so.
START_SECONDS = 900
ANSWER_SECONDS = 60


def die(text):
    sys.exit("figures: " + text)


def scratch(name):
    """An empty folder of this name under .run/figures that nobody else may read."""
    path = os.path.join(RUN, name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path, mode=0o700)
    return path


def write(path, text):
    """Writes a file that only its owner reads: keys that others may read are refused."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    return path


def free_port(kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def certificate(folder, name, hosts):
    """A self-signed EC certificate, its own CA; returns the paths of certificate and key."""
    crt, key = os.path.join(folder, name + ".crt"), os.path.join(folder, name + ".key")
    names = ",".join("DNS:" + host for host in hosts) + ",IP:127.0.0.1"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "30", "-subj", "/CN=" + hosts[0], "-addext", "subjectAltName=" + names,
         "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", key, "-out", crt],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.chmod(key, 0o600)
    return crt, key


STARTED = []


def start(command, **options):
    """Starts a process that does not outlive this one."""
    process = subprocess.Popen(command, **options)
    STARTED.append(process)
    return process


@atexit.register
def end_all():
    for process in STARTED:
        if process.poll() is None:
            process.kill()


class Upstream:
    """Answers every request with a constant JSON body and keeps connections open. One thread; an
    answer is one write, so that the gateway reads it in one piece."""

    BODY = json.dumps({"data": [{"id": "ct_%d" % i, "name": "Contact %d" % i} for i in range(6)]})

    def __init__(self, tls=None):
        self.port = 0
        self.requests = 0
        self.last = b""
        self.tls = tls
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        body = self.BODY.encode()
        self.answer = (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                       b"Cache-Control: no-cache, private\r\nContent-Length: %d\r\n\r\n" % len(body)) + body
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            data = b""
            while True:
                while b"\r\n\r\n" not in data:
                    data += self.more(connection)
                head, data = data.split(b"\r\n\r\n", 1)
                length = 0
                for line in head.lower().split(b"\r\n")[1:]:
                    if line.startswith(b"content-length:"):
                        length = int(line[15:])
                while len(data) < length:
                    data += self.more(connection)
                data = data[length:]
                self.requests += 1
                self.last = head
                connection.sendall(self.answer)
        except OSError:
            pass
        finally:
            connection.close()

    @staticmethod
    def more(connection):
        data = connection.recv(65536)
        if not data:
            raise ConnectionError("the gateway has closed")
        return data


class Upstream2(Upstream):
    """The same over HTTP/2 with prior knowledge, for requests without content."""

    def serve(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        peer, body = h2.Accepted(connection, ANSWER_SECONDS), self.BODY.encode()
        head = b"\x88" + h2.block([("content-type", "application/json"),
                                   ("cache-control", "no-cache, private"),
                                   ("content-length", str(len(body)))])
        try:
            while True:
                kind, flags, stream, payload = peer.read()
                if kind == h2.PING and not flags & h2.ACK:
                    peer.send(h2.frame(h2.PING, h2.ACK, 0, payload))
                if kind == h2.HEADERS:
                    self.requests += 1
                    peer.send(h2.frame(h2.HEADERS, h2.END_HEADERS, stream, head)
                              + h2.frame(h2.DATA, h2.END_STREAM, stream, body))
        except (OSError, h2.Closed):
            pass
        finally:
            connection.close()


class Redis:
    """A redis-server of its own on a unix socket, without persistence."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "redis.sock")
        self.port = free_port()
        self.process = start(
            ["redis-server", "--bind", "127.0.0.1", "--port", str(self.port), "--unixsocket",
             self.path, "--save", "", "--appendonly", "no", "--dir", folder],
            stdout=subprocess.DEVNULL)
        wait_until(lambda: self.ping(), "redis-server")

    def ping(self):
        done = subprocess.run(["redis-cli", "-s", self.path, "ping"], capture_output=True)
        return b"PONG" in done.stdout

    def pipe(self, commands):
        """Sends commands, each a list of str, through `redis-cli --pipe`."""
        cli = subprocess.Popen(
            ["redis-cli", "-s", self.path, "--pipe"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        block = []
        for command in commands:
            block.append("*%d\r\n" % len(command)
                         + "".join("$%d\r\n%s\r\n" % (len(word), word) for word in command))
            if len(block) == 10000:
                cli.stdin.write("".join(block).encode())
                block = []
        cli.stdin.write("".join(block).encode())
        said = cli.communicate()[0].decode()
        if "errors: 0" not in said:
            die("redis-cli --pipe: " + said)

    def size(self):
        return int(subprocess.run(
            ["redis-cli", "-s", self.path, "dbsize"], capture_output=True, check=True).stdout)

    def stop(self):
        stop(self.process)


def token(number):
    """Sanctum's `id|secret`."""
    return "%d|%s" % (number, hashlib.sha256(b"figures-%d" % number).hexdigest()[:40])


def token_commands(numbers, abilities='["read","write","send"]'):
    for number in numbers:
        secret = token(number).split("|")[1]
        yield ["HSET", "bawaba:token:%d" % number, "hash",
               hashlib.sha256(secret.encode()).hexdigest(), "org", str(number % 1000),
               "abilities", abilities]


def wait_until(condition, what, process=None, seconds=START_SECONDS):
    deadline = time.monotonic() + seconds
    while not condition():
        if process and process.poll() is not None:
            die("%s ended with %s" % (what, process.returncode))
        if time.monotonic() > deadline:
            die("%s is not ready after %d s" % (what, seconds))
        time.sleep(0.02)


def stop(process, seconds=120):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        die("a process did not end within %d s of SIGTERM" % seconds)


class Gateway:
    """`bawaba serve POLICY` behind `wrapper` (a valgrind command line, or nothing)."""

    def __init__(self, folder, policy, ports, wrapper=()):
        self.port, self.admin = ports
        self.log = os.path.join(folder, "gateway.log")
        # Hash seeds are random otherwise, and two runs would differ for no reason of ours.
        environment = dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1")
        with open(self.log, "w") as log:
            self.process = start(
                [*wrapper, BINARY, "serve", policy], stdout=log, stderr=log, env=environment)
        wait_until(self.is_ready, "the gateway (%s)" % self.log, self.process)

    def is_ready(self):
        """As /readyz says: it listens and has its connection to Redis."""
        admin = http.client.HTTPConnection("127.0.0.1", self.admin, timeout=START_SECONDS)
        try:
            admin.request("GET", "/readyz")
            return admin.getresponse().status == 200
        except OSError:
            return False
        finally:
            admin.close()

    def stop(self):
        status = stop(self.process)
        if status != 0:
            die("the gateway ended with %s; see %s" % (status, self.log))


class Client:
    """One keep-alive connection."""

    def __init__(self, port, ca=None):
        self.socket = socket.create_connection(("127.0.0.1", port), ANSWER_SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if ca:
            context = ssl.create_default_context(cafile=ca)
            self.socket = context.wrap_socket(self.socket, server_hostname="localhost")
        self.data = b""

    def send(self, request):
        self.socket.sendall(request)

    def receive(self):
        """The next answer's status and body."""
        while b"\r\n\r\n" not in self.data:
            self.more()
        head, self.data = self.data.split(b"\r\n\r\n", 1)
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n")
                      if line.startswith(b"content-length:"))
        while len(self.data) < length:
            self.more()
        body, self.data = self.data[:length], self.data[length:]
        return int(head[9:12]), body

    def more(self):
        data = self.socket.recv(65536)
        if not data:
            die("the gateway closed a connection")
        self.data += data

    def ask(self, request):
        self.send(request)
        return self.receive()

    def close(self):
        self.socket.close()


def request(method, target, authorization=None, body=None, fields=()):
    lines = ["%s %s HTTP/1.1" % (method, target), "Host: localhost", "User-Agent: figures/1.0",
             "Accept: application/json", "Accept-Encoding: gzip", *fields]
    if authorization:
        lines.append("Authorization: Bearer " + authorization)
    if body is not None:
        lines += ["Content-Type: application/json", "Content-Length: %d" % len(body)]
    return ("\r\n".join(lines) + "\r\n\r\n" + (body or "")).encode()


def load(port, requests, count, ca=None, connections=1):
    """Sends `count` requests per connection, the given ones in turn; connections take part in
    lockstep. Every answer must be a 200."""
    clients = [Client(port, ca) for _ in range(connections)]
    for number in range(count):
        for client in clients:
            client.send(requests[number % len(requests)])
        for client in clients:
            status, body = client.receive()
            if status != 200:
                die("answer %d: %s" % (status, body[:300]))
    for client in clients:
        client.close()


def load_http2(port, path, count, connections=1):
    """The same over HTTP/2 and TLS, one stream after the other on each connection.

    Their HPACK tables are small: of 4 KiB, which a date each second and an identifier in 64
    answers fill after minutes only, the growth would be counted."""
    table = struct.pack(">HI", 1, 256)
    clients = [h2.Connection("127.0.0.1", port, tls=True, settings=table, wait=ANSWER_SECONDS)
               for _ in range(connections)]
    head = h2.block([(":method", "GET"), (":scheme", "https"), (":path", path),
                     (":authority", "localhost"), ("accept", "application/json")])
    for number in range(count):
        for client in clients:
            client.send(h2.frame(h2.HEADERS, h2.END_STREAM | h2.END_HEADERS, 2 * number + 1, head))
        for client in clients:
            flags = 0
            while not flags & h2.END_STREAM:
                kind, flags, stream, payload = client.read()
                # :status 200 is an entry of HPACK's own table.
                if kind in (h2.RST, h2.GOAWAY) or kind == h2.HEADERS and b"\x88" not in payload[:4]:
                    die("answer %d: frame %d, %r" % (number, kind, payload[:300]))
                if kind == h2.DATA and payload:
                    client.send(h2.frame(h2.WINDOW, 0, 0, len(payload).to_bytes(4, "big")))
                if kind not in (h2.HEADERS, h2.DATA):
                    flags = 0
    for client in clients:
        client.close()


def policy(folder, **parts):
    """A policy on OktaWa's with free addresses; `parts` replace whole keys. Returns its path and
    the ports of the listener and of the admin listener."""
    port, admin = free_port(), free_port()
    tls = ""
    if parts.get("certificate"):
        crt, key = parts["certificate"]
        tls = "    tls: {certificates: [{certificate_file: %s, key_file: %s}]}\n" % (crt, key)
    write(os.path.join(folder, "assertion.key"), "f" * 64 + "\n")
    write(os.path.join(folder, "master.key"), "m1 " + "f" * 64 + "\n")
    lines = [
        "extends: " + POLICY if parts.get("contract") is None else parts["contract"],
        "workers: 1",
        "listeners:",
        '  - address: "127.0.0.1:%d"' % port,
        "    hosts: [localhost]",
        tls.rstrip("\n"),
        # Under valgrind on a busy machine an answer takes its time.
        'redis: {url: "%s", timeout: 10s}' % parts["redis"],
        'embed: {issuer: "https://figures.test", master_key_file: master.key}',
        "upstreams:",
        "  oktawa:",
        '    targets: ["%s"]' % parts["target"],
        "    assertion_key_file: assertion.key",
        # Kept for longer than a run under valgrind takes.
        "    timeouts: {keep: 1h, response: 1m}",
        parts.get("upstream", ""),
        "limits:",
        # Practically no limit, so that none is reached.
        "  standard: {rate: 1000000 per second, burst: 1000000}",
        "  sending: {rate: 1000000 per second, burst: 1000000}",
        parts["rules"],
        "timeouts: {idle: 1h}",
        'admin: {address: "127.0.0.1:%d"}' % admin,
        "control: {socket: %s/control.sock}" % folder,
        "access_log: " + parts.get("log", "off"),
        parts.get("more", ""),
    ]
    text = "\n".join(line for line in lines if line) + "\n"
    return write(os.path.join(folder, "gateway.yaml"), text), (port, admin)
