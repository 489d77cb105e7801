#!/usr/bin/env python3
"""Memory that one large body takes: 2 GiB are sent to an upstream, and fetched from it, over HTTP/1.1
with and without TLS and over HTTP/2. The gateway's resident memory, at its highest, may grow by less
than 8 MB over what it was after a small one. The exit status says whether the claim holds.

    large_bodies.py [MiB]        default 2048
"""

import os
import socket
import subprocess
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture

MIB = int(sys.argv[1]) if len(sys.argv) > 1 else 2048
GROWTH_MAX = 8_000_000
CASES = [("HTTP/1.1", []), ("HTTP/1.1, TLS", ["--http1.1"]), ("HTTP/2, TLS", ["--http2"])]
RULES = """defaults: {auth: public}
operations: {}
pass_through: [{prefix: /large}]"""


class Upstream:
    """Reads whatever comes, and sends as many MiB as the path's last segment says."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        file = connection.makefile("rb", buffering=1 << 20)
        piece = bytes(1 << 20)
        while True:
            start = file.readline()
            if not start:
                return
            fields = {}
            while (line := file.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                fields[name.lower()] = value.strip()
            taken = self.read(file, fields)
            count = int(start.split()[1].rsplit(b"/", 1)[1])
            text = b"%d" % taken
            length = count << 20 if count else len(text)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % length)
            for _ in range(count):
                connection.sendall(piece)
            if not count:
                connection.sendall(text)

    @staticmethod
    def read(file, fields):
        taken = 0
        if fields.get(b"transfer-encoding") == b"chunked":
            while size := int(file.readline(), 16):
                taken += len(file.read(size))
                file.readline()
            file.readline()
            return taken
        left = int(fields.get(b"content-length", b"0"))
        while left:
            piece = file.read(min(left, 1 << 20))
            if not piece:
                break
            left -= len(piece)
            taken += len(piece)
        return taken


def memory(pid, name):
    with open("/proc/%d/status" % pid) as file:
        return int(next(line.split()[1] for line in file if line.startswith(name + ":"))) * 1024


def transfer(base, options, crt, mib, upload):
    """Sends or fetches so many MiB; dies when a byte is missing."""
    words = ["curl", "--silent", "--show-error", "--fail", "--cacert", crt, *options]
    if upload:
        zeros = subprocess.Popen(["head", "-c", "%dM" % mib, "/dev/zero"], stdout=subprocess.PIPE)
        done = subprocess.run(words + ["-H", "Expect:", "-T", "-", base + "/0"], stdin=zeros.stdout,
                              capture_output=True, text=True)
        zeros.wait()
        got = done.stdout.strip()
    else:
        done = subprocess.run(words + ["-o", "/dev/null", "-w", "%{size_download}",
                                       base + "/%d" % mib], capture_output=True, text=True)
        got = done.stdout.strip()
    if done.returncode or got != str(mib << 20):
        fixture.die("%s: %s, %s" % (base, done.stderr.strip(), got))


def main():
    folder = fixture.scratch("large-bodies")
    redis, upstream = fixture.Redis(folder), Upstream()
    crt, key = fixture.certificate(folder, "localhost", ["localhost"])
    holds = True
    for name, options in CASES:
        config, ports = fixture.policy(
            folder, rules=RULES, redis="unix://" + redis.path, more="bounds: {body: 64GiB}",
            target="http://127.0.0.1:%d" % upstream.port,
            certificate=(crt, key) if options else None)
        gateway = fixture.Gateway(folder, config, ports)
        base = "http%s://localhost:%d/large" % ("s" if options else "", gateway.port)
        pid = gateway.process.pid
        for upload in (True, False):
            transfer(base, options, crt, 8, upload)
            with open("/proc/%d/clear_refs" % pid, "w") as file:
                # Forgets the highest value so far (proc(5)).
                file.write("5")
            before = memory(pid, "VmRSS")
            transfer(base, options, crt, MIB, upload)
            growth = memory(pid, "VmHWM") - before
            holds = holds and growth < GROWTH_MAX
            print("%-14s %-8s %d MiB: %.1f MB before, at most %+.2f MB" % (
                name, "upload" if upload else "download", MIB, before / 1e6, growth / 1e6),
                flush=True)
        gateway.stop()
    redis.stop()
    print("below %.0f MB: %s" % (GROWTH_MAX / 1e6, "yes" if holds else "NO"))
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
