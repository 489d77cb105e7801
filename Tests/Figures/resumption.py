#!/usr/bin/env python3
"""How many sessions are resumed: clients connect anew, each with the ticket of its last connection,
to a gateway with two workers, of which the kernel picks either. At least 99 in 100 must be resumed.

    resumption.py [CONNECTIONS]      default 2,000, half of them TLS 1.2; the binary is $BAWABA
"""

import os
import ssl
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture
import socket

LEAST = 0.99
REQUEST = b"GET /api/v1/contacts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def policy(folder, redis, upstream, crt, key):
    """Writes a policy with two workers; returns its path and the ports."""
    ports = fixture.free_port(), fixture.free_port()
    fixture.write(os.path.join(folder, "assertion.key"), "f" * 64)
    fixture.write(os.path.join(folder, "master.key"), "m1 " + "f" * 64)
    return fixture.write(os.path.join(folder, "gateway.yaml"), """extends: %s
workers: 2
listeners:
  - address: "127.0.0.1:%d"
    hosts: [localhost]
    tls: {certificates: [{certificate_file: %s, key_file: %s}]}
redis: {url: "unix://%s"}
embed: {issuer: "https://figures.test", master_key_file: master.key}
upstreams:
  oktawa: {targets: ["http://127.0.0.1:%d"], assertion_key_file: assertion.key}
defaults: {auth: public}
operations: {listContacts: {auth: public, untouched: true}}
admin: {address: "127.0.0.1:%d"}
control: {socket: %s/control.sock}
access_log: off
""" % (fixture.POLICY, ports[0], crt, key, redis.path, upstream.port, ports[1], folder)), ports


class Visitor:
    """A client that keeps its last session."""

    def __init__(self, port, crt, version):
        self.context = ssl.create_default_context(cafile=crt)
        self.context.minimum_version = self.context.maximum_version = version
        self.port, self.session = port, None

    def visit(self):
        """One connection with one request; whether its session was resumed."""
        with socket.create_connection(("127.0.0.1", self.port), 60) as bare:
            with self.context.wrap_socket(
                    bare, server_hostname="localhost", session=self.session) as secure:
                secure.sendall(REQUEST)
                answer = b""
                while piece := secure.recv(65536):
                    answer += piece
                if not answer.startswith(b"HTTP/1.1 200"):
                    fixture.die("answered: %r" % answer[:200])
                # TLS 1.3 sends its ticket after the handshake: it has come with the answer.
                self.session = secure.session
                return secure.session_reused


def measure(what, visitors, count):
    """Prints and returns the share of resumed connections; each visitor's first is not counted."""
    resumed = sum(visitors[i % len(visitors)].visit() for i in range(count))
    share = resumed / count
    print("%-40s %5d connections, %5d resumed: %.2f %%" % (what, count, resumed, 100 * share))
    return share


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    folder = fixture.scratch("resumption")
    crt, key = fixture.certificate(folder, "tls", ["localhost"])
    redis, upstream = fixture.Redis(folder), fixture.Upstream()
    path, ports = policy(folder, redis, upstream, crt, key)
    gateway = fixture.Gateway(folder, path, ports)
    shares = []
    versions = [("TLS 1.2", ssl.TLSVersion.TLSv1_2), ("TLS 1.3", ssl.TLSVersion.TLSv1_3)]
    for name, version in versions:
        visitors = [Visitor(ports[0], crt, version) for _ in range(20)]
        for visitor in visitors:
            visitor.visit()
        shares.append(measure("%s over 2 workers" % name, visitors, count // 2))
    gateway.stop()
    redis.stop()
    if min(shares) < LEAST:
        fixture.die("less than %d %% were resumed" % (100 * LEAST))


if __name__ == "__main__":
    main()
