#!/usr/bin/env python3
"""The static binary in an empty root: only the binary, the policy, a CA file and certificates are in
it. The upstream is given by name, answered by a DNS server of this test's own, and speaks TLS that
the gateway verifies. One request has to pass, and the stripped binary has to stay under 20 MB.

    static_root.py        needs root, for chroot; the binary is `make static`'s, or $STATIC
"""

import http.client
import os
import shutil
import ssl
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture
from names import NameServer

STATIC = os.environ.get("STATIC", os.path.join(fixture.ROOT, ".build-static/release/bawaba"))
BYTES_MAX = 20_000_000
NAME = "app.upstream.test"


def policy(root, redis, names, upstream):
    """Writes the policy into the root's /policy; returns the listener's port and the admin's."""
    folder = os.path.join(root, "policy")
    os.makedirs(folder)
    for file in ("openapi.yaml", "proven.overlay.yaml", "assumed.overlay.yaml"):
        shutil.copy(os.path.join(os.path.dirname(fixture.POLICY), file), folder)
    # The base policy with what production has and this root has not replaced whole.
    shutil.copy(fixture.POLICY, os.path.join(folder, "oktawa.yaml"))
    port, admin = fixture.free_port(), fixture.free_port()
    fixture.write(os.path.join(folder, "assertion.key"), "f" * 64 + "\n")
    fixture.write(os.path.join(folder, "master.key"), "m1 " + "f" * 64 + "\n")
    fixture.write(os.path.join(folder, "gateway.yaml"), """extends: oktawa.yaml
workers: 1
listeners:
  - address: "127.0.0.1:%d"
    hosts: [localhost]
    tls: {certificates: [{certificate_file: /tls/tls.crt, key_file: /tls/tls.key}]}
resolvers: ["127.0.0.1:%d"]
redis: {url: "redis://127.0.0.1:%d", timeout: 5s}
embed: {issuer: "https://figures.test", master_key_file: master.key}
upstreams:
  oktawa:
    targets: ["https://%s:%d"]
    tls: {ca_file: /tls/upstream-ca.crt}
    assertion_key_file: assertion.key
admin: {address: "127.0.0.1:%d"}
control: {socket: /control.sock}
access_log: stdout
""" % (port, names.port, redis.port, NAME, upstream.port, admin))
    return port, admin


def main():
    if os.geteuid() != 0:
        fixture.die("chroot needs root")
    if not os.access(STATIC, os.X_OK):
        fixture.die("no %s (make static)" % STATIC)
    outside = fixture.scratch("static-outside")
    root = fixture.scratch("static-root")
    shutil.copy(STATIC, os.path.join(root, "bawaba"))
    subprocess.run(["strip", os.path.join(root, "bawaba")], check=True)
    size = os.path.getsize(os.path.join(root, "bawaba"))

    os.makedirs(os.path.join(root, "tls"))
    for name in fixture.certificate(outside, "tls", ["localhost"]):
        shutil.copy(name, os.path.join(root, "tls"))
    ca, key = fixture.certificate(outside, "upstream", [NAME])
    shutil.copy(ca, os.path.join(root, "tls", "upstream-ca.crt"))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(ca, key)

    redis, names = fixture.Redis(outside), NameServer([NAME])
    upstream = fixture.Upstream(tls=server)
    redis.pipe(fixture.token_commands([7]))
    ports = policy(root, redis, names, upstream)
    print("in the root:")
    for folder, _, files in sorted(os.walk(root)):
        for file in sorted(files):
            path = os.path.join(folder, file)
            print("  %10d  /%s" % (os.path.getsize(path), os.path.relpath(path, root)))

    log = open(os.path.join(outside, "gateway.log"), "w")
    process = fixture.start(
        [shutil.which("chroot") or "/usr/sbin/chroot", root, "/bawaba", "serve", "/policy/gateway.yaml"], stdout=log, stderr=log,
        env={})
    gateway = fixture.Gateway.__new__(fixture.Gateway)
    gateway.process, gateway.log = process, log.name
    gateway.port, gateway.admin = ports
    fixture.wait_until(gateway.is_ready, "the gateway (%s)" % log.name, process, 30)

    trust = ssl.create_default_context(cafile=os.path.join(outside, "tls.crt"))
    client = http.client.HTTPSConnection("localhost", ports[0], context=trust, timeout=30)
    client.request("GET", "/api/v1/contacts?per_page=20",
                   headers={"Authorization": "Bearer " + fixture.token(7)})
    answer = client.getresponse()
    body = answer.read().decode()
    refused = http.client.HTTPSConnection("localhost", ports[0], context=trust, timeout=30)
    refused.request("GET", "/api/v1/contacts")
    unauthenticated = refused.getresponse().status
    client.close()
    refused.close()
    gateway.stop()
    redis.stop()

    asked = sorted({kind for name, kind in names.questions})
    print("\nDNS questions for %s: %d (types %s)" % (NAME, len(names.questions), asked))
    print("with a token: %d, %d bytes from the upstream over verified TLS" % (answer.status, len(body)))
    print("without: %d" % unauthenticated)
    print("stripped binary: %s bytes of at most %s" % ("{:,}".format(size), "{:,}".format(BYTES_MAX)))
    good = (answer.status == 200 and body == upstream.BODY and unauthenticated == 401
            and names.questions and size <= BYTES_MAX)
    print("passed" if good else "FAILED: see " + log.name)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
