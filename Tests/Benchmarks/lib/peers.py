"""The fixture (upstream, Redis, certificate), the peers, and whether a peer does its work."""

import hashlib
import os
import re
import shutil
import socket
import ssl
import subprocess
import time

from machine import LOAD_CPU, PROXY_CPU, pinned, port_open, stop, tree, wait_port
from scenarios import (
    BASE,
    BEARER,
    BENCH,
    GET_BODY,
    MINT_BODY,
    MSG_BODY,
    PEERS,
    POST_BODY,
    REDIS,
    RUN,
    SCENARIOS,
    SECRETS,
    UP,
)


def redis_cmd(*args):
    out = b"*%d\r\n" % len(args) + b"".join(
        b"$%d\r\n%s\r\n" % (len(a), a) for a in (str(x).encode() for x in args)
    )
    with socket.create_connection(("127.0.0.1", REDIS), 2) as s:
        s.sendall(out)
        return s.recv(4096)


class Fixture:
    def __enter__(self):
        os.makedirs(RUN, exist_ok=True)
        self.cert, self.key = os.path.join(RUN, "cert.pem"), os.path.join(RUN, "key.pem")
        if not os.path.exists(self.cert):
            subprocess.run(
                [
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-days",
                    "3650",
                    "-subj",
                    "/CN=localhost",
                    "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout",
                    self.key,
                    "-out",
                    self.cert,
                ],
                check=True,
                capture_output=True,
            )
        for p in (UP, REDIS):
            if port_open(p):
                raise SystemExit("port %d is taken; set BENCH_PORT_BASE" % p)
        d = os.path.join(RUN, "fixture")
        shutil.rmtree(d, ignore_errors=True)
        os.makedirs(d)
        with open(os.path.join(BENCH, "fixture", "upstream.conf.in")) as f:
            conf = f.read()
        for k, v in (("@PORT@", str(UP)), ("@GET_BODY@", GET_BODY), ("@POST_BODY@", POST_BODY)):
            conf = conf.replace(k, v)
        with open(os.path.join(d, "upstream.conf"), "w") as f:
            f.write(conf)
        log = open(os.path.join(d, "out.log"), "w")
        self.procs = [
            subprocess.Popen(
                pinned(
                    LOAD_CPU,
                    [
                        "/usr/sbin/nginx",
                        "-p",
                        d,
                        "-c",
                        os.path.join(d, "upstream.conf"),
                        "-e",
                        os.path.join(d, "upstream-error.log"),
                    ],
                ),
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            ),
            subprocess.Popen(
                pinned(
                    LOAD_CPU,
                    [
                        "redis-server",
                        "--port",
                        str(REDIS),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--daemonize",
                        "no",
                        "--dir",
                        d,
                    ],
                ),
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            ),
        ]
        self.peers = []
        try:
            wait_port(UP, "upstream", [self.procs[0].pid], d)
            wait_port(REDIS, "redis", [self.procs[1].pid], d)
            # tok:ID = sha256hex | organization | abilities | requests per minute
            for n, (org, abilities, limit) in {
                1: (42, "send,read", 10**9),
                2: (42, "read", 10**9),
                3: (43, "send", 2),
            }.items():
                redis_cmd(
                    "SET",
                    "tok:%d" % n,
                    "%s|%d|%s|%d"
                    % (hashlib.sha256(SECRETS[n].encode()).hexdigest(), org, abilities, limit),
                )
        except BaseException:
            self.__exit__()
            raise
        self.up_pids, self.redis_pids = tree([self.procs[0].pid]), [self.procs[1].pid]
        return self

    def __exit__(self, *_):
        for p in list(self.peers):
            p.stop()
        stop([p.pid for p in self.procs])
        # whatever a start.sh left behind is our descendant (we are a subreaper)
        stop([p for p in tree([os.getpid()]) if p != os.getpid()])
        for p in self.procs:
            try:
                p.wait(2)
            except subprocess.TimeoutExpired:
                pass


def peer_conf(name):
    if name == "direct":
        return {
            "label": "direct to upstream (no proxy, plaintext)",
            "tls": "none",
            "scenarios": "S1p LAT S2LAT",
        }
    conf = {"label": name, "tls": "?", "scenarios": ""}
    path = os.path.join(PEERS, name, "peer.conf")
    if not os.path.exists(path):
        raise SystemExit("no peer %s (no %s)" % (name, os.path.relpath(path, BENCH)))
    with open(path) as f:
        for line in f:
            if "=" in line and not line.lstrip().startswith("#"):
                k, v = line.split("=", 1)
                conf[k.strip()] = v.strip()
    return conf


def all_peers():
    names = sorted(
        n for n in os.listdir(PEERS) if os.path.exists(os.path.join(PEERS, n, "peer.conf"))
    )
    return sorted(
        ["direct"] + names,
        key=lambda n: (n != "direct", n != "relay", int(peer_conf(n).get("order", 50)), n),
    )


class Peer:
    def __init__(self, fx, name, scenario, slot):
        self.fx, self.name, self.scenario, self.conf = fx, name, scenario, peer_conf(name)
        if scenario not in self.conf["scenarios"].split():
            raise SystemExit(
                "peer %s does not do %s (it does: %s)" % (name, scenario, self.conf["scenarios"])
            )
        self.tls = SCENARIOS[scenario][1] and name != "direct"
        self.port = UP if name == "direct" else BASE + 10 + 4 * slot
        self.roots = []

    def start(self):
        if self.name == "direct":
            self.roots = self.fx.up_pids
            return self
        for p in (self.port, self.port + 1):
            if port_open(p):
                raise SystemExit("port %d is taken; set BENCH_PORT_BASE" % p)
        run = os.path.join(RUN, "peer-%s-%s" % (self.name, self.scenario))
        shutil.rmtree(run, ignore_errors=True)
        os.makedirs(run)
        d = os.path.join(PEERS, self.name)
        env = dict(os.environ, BENCH_RUN_DIR=run, BENCH_DIR=BENCH)
        for n in BEARER:
            env["BENCH_TOKEN_%d" % n] = BEARER[n]
        if os.path.exists(os.path.join(d, "seed.sh")):
            subprocess.run(
                [os.path.join(d, "seed.sh"), str(REDIS)],
                env=env,
                check=True,
                stdin=subprocess.DEVNULL,
                timeout=30,
            )
        cmd = [os.path.join(d, "start.sh"), str(self.port), str(UP), str(REDIS)]
        cmd += ([self.fx.cert, self.fx.key] if self.tls else ["", ""]) + [self.scenario]
        out = os.path.join(run, "start.out")  # a file, not a pipe: the proxy may keep it open
        with open(out, "w") as f:
            r = subprocess.run(
                pinned(PROXY_CPU, cmd), env=env, stdout=f, stdin=subprocess.DEVNULL, timeout=60
            )
        with open(out) as f:
            text = f.read()
        self.roots = [int(x) for x in text.split() if x.isdigit()]
        self.fx.peers.append(self)
        if r.returncode or not self.roots:
            raise SystemExit("start.sh failed (%d), printed %r" % (r.returncode, text))
        wait_port(self.port, "peer " + self.name, self.roots, run)
        time.sleep(0.3)
        return self

    def stop(self):
        if self in self.fx.peers:
            self.fx.peers.remove(self)
            stop(self.roots)

    def opt(self, key, default):
        return self.conf.get("%s_%s" % (self.scenario.replace("LAT", "") or "S1", key), default)

    def request(self):
        tool, _, method, path, _ = SCENARIOS[self.scenario]
        path = self.opt("path", path)
        headers, body = {}, None
        if method == "POST":
            body = MINT_BODY if self.scenario == "S4" else MSG_BODY
            f = self.opt("body", None)
            if f:
                with open(os.path.join(PEERS, self.name, f)) as fh:
                    body = fh.read().strip()
            headers["Content-Type"] = "application/json"
            if self.scenario != "S4":
                headers["Authorization"] = self.opt("auth", BEARER[1])
            elif self.opt("auth", None):
                headers["Authorization"] = self.opt("auth", None)
        for h in filter(
            None, self.opt("headers", "").split("|")
        ):  # e.g. S2_headers = X-A: 1 | X-B: 2
            k, v = h.split(":", 1)
            headers[k.strip()] = v.strip()
        return method, path, headers, body


# ---- one request by hand, for the checks ----------------------------------------
def ask(peer, method, path, headers, body):
    s = socket.create_connection(("127.0.0.1", peer.port), 5)
    if peer.tls:
        ctx = ssl.create_default_context()
        ctx.check_hostname, ctx.verify_mode = False, ssl.CERT_NONE
        ctx.minimum_version = ssl.TLSVersion.TLSv1_3
        s = ctx.wrap_socket(s, server_hostname="localhost")
    with s:
        s.settimeout(5)
        b = (body or "").encode()
        h = {"Host": "localhost", "Connection": "close", **headers}
        if body is not None:
            h["Content-Length"] = str(len(b))
        s.sendall(
            ("%s %s HTTP/1.1\r\n" % (method, path)).encode()
            + "".join("%s: %s\r\n" % kv for kv in h.items()).encode()
            + b"\r\n"
            + b
        )
        data = b""
        try:
            while True:
                x = s.recv(65536)
                if not x:
                    break
                data += x
                head, sep, rest = data.partition(b"\r\n\r\n")
                m = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
                if sep and m and len(rest) >= int(m.group(1)):
                    break
        except (OSError, ssl.SSLError):
            pass
    head, _, rest = data.partition(b"\r\n\r\n")
    m = re.match(rb"HTTP/1\.1 (\d+)", head)
    return int(m.group(1)) if m else 0, rest.decode(errors="replace")


def check(peer):
    """does the peer do the scenario's work? list of (what, expected, got)"""
    if peer.name == "direct":
        return []
    sc = peer.scenario.replace("LAT", "") or "S1"
    method, path, headers, body = peer.request()
    rows = []

    def expect(what, want, h=None, b=None, contains=None):
        got, text = ask(peer, method, path, headers if h is None else h, body if b is None else b)
        good = got in (want if isinstance(want, tuple) else (want,)) and (
            contains is None or contains in text
        )
        rows.append((what, want, got, good))

    upstream_says = GET_BODY if method == "GET" else POST_BODY
    expect("valid request", 200, contains=None if sc == "S4" else upstream_says)
    if sc == "S2":
        a = headers["Authorization"]
        wrong = a[:-6] + ("000000" if a[-6:] != "000000" else "111111")
        expect("no token", 401, {k: v for k, v in headers.items() if k != "Authorization"})
        expect("wrong secret", 401, dict(headers, Authorization=wrong))
        expect(
            "token without the ability",
            403,
            dict(headers, Authorization=peer.opt("auth_noability", BEARER[2])),
        )
        expect("body is not JSON", (400, 422), b=body[:-2])
        expect("field missing", (400, 422), b=body.replace('"wa_id"', '"wa_xx"'))
        expect("type not in the enum", (400, 422), b=body.replace('"text"', '"nope"'))
        if "429" not in peer.conf.get("S2_skip_checks", ""):
            redis_cmd("DEL", *["rl:43:%d" % (time.time() // 60 + i) for i in (0, 1)])
            got = [
                ask(
                    peer,
                    method,
                    path,
                    dict(headers, Authorization=peer.opt("auth_limited", BEARER[3])),
                    body,
                )[0]
                for _ in range(4)
            ]
            rows.append(
                (
                    "organization limit of 2 a minute, 4 requests",
                    "..429",
                    got,
                    got[-1] == 429 and got[0] == 200,
                )
            )
    if sc == "S4":
        got, text = ask(peer, method, path, headers, body)
        m = re.search(r'"token": ?"([\w-]+\.[\w-]+\.[\w-]+|[\w.\-=/+]+)"', text)
        rows.append(("a signed token in the answer", True, bool(m), bool(m)))
        field = peer.conf.get("S4_required", "user_id")  # a required field of the peer's own body
        expect("field missing", (400, 422), b=body.replace('"%s"' % field, '"x_%s"' % field))
    return rows
