#!/usr/bin/env python3
"""Heap allocations per forwarded request in steady state, by whose code asks for them.

Each scenario runs twice under valgrind's dhat: N and 2N requests after the same warm-up. What the
second run allocated more at a site, divided by N, is what a request costs there; start-up, warm-up
and growth to the working size cancel out. A block belongs to the library whose function called
malloc, or to us. Ours must be 0: the exit status says so.

    allocations.py [SCENARIO…]        N from FIGURES_N (default 200)
"""

import collections
import concurrent.futures
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture

N = int(os.environ.get("FIGURES_N", "200"))
WARM_UP = 50
# Blocks per request that are not the requests': a cache of the Swift runtime or a table that grows
# once more in the longer run. One request in fifty that allocated would be seen.
NOISE = 0.02
CONNECTIONS = 4
LIBRARIES = (("OpenSSL", ("libcrypto.", "libssl.")), ("hiredis", ("libhiredis",)),
             ("nghttp2", ("libnghttp2",)), ("c-ares", ("libcares",)), ("PCRE2", ("libpcre2",)),
             ("libyaml", ("libyaml",)))
PUBLIC = """defaults: {auth: public}
operations:
  listContacts: {auth: public, untouched: true}
  sendAMessage: {auth: public, untouched: true}"""
CHAIN = "defaults: {auth: bearer, abilities: [], limit: standard, mode: enforce, assumed: enforce}\n" \
    "operations: {}"
EMBED = """defaults: {auth: embed, limit: standard, mode: enforce, assumed: enforce}
operations: {mintASignedWidgetToken: {auth: bearer, abilities: [], handler: edge}}"""
MESSAGE = json.dumps({"channel_id": "ch_01HZX5Q8W3V7K2N9", "wa_id": "5511987654321", "type": "text",
                      "body": "Hello from the figures."})

# title, TLS to the client, policy's rules, requests, access log
SCENARIOS = {
    "forward": ("plaintext, forward only", False, PUBLIC, "get", "off"),
    "forward-post": ("plaintext, forward only, POST", False, PUBLIC, "post", "off"),
    "chain": ("plaintext, token + quota + contract, GET", False, CHAIN, "get-token", "off"),
    "chain-post": ("plaintext, token + quota + JSON, POST", False, CHAIN, "post-token", "off"),
    "embed": ("plaintext, embed token + quota + contract, GET", False, EMBED, "get-embed", "off"),
    "tls": ("TLS 1.3, forward only", True, PUBLIC, "get", "off"),
    "http2": ("TLS 1.3, HTTP/2, forward only", True, PUBLIC, "http2", "off"),
    "http2-upstream": ("TLS 1.3, HTTP/2, forward only to HTTP/2", True, PUBLIC, "http2", "off"),
    "tls-chain-post": ("TLS 1.3, token + quota + JSON, POST", True, CHAIN, "post-token", "off"),
    "log": ("plaintext, token + quota + JSON, POST, access log", False, CHAIN, "post-token", "file"),
}


def embed_token(port):
    """A token for the widget that `main` has stored, minted by the gateway itself."""
    client = fixture.Client(port)
    body = json.dumps({"slug": "site", "subject": "visitor/1", "ttl_seconds": 86400})
    status, answer = client.ask(
        fixture.request("POST", "/api/v1/embed-tokens", fixture.token(7), body))
    client.close()
    if status != 200:
        fixture.die("minting: %d %s" % (status, answer[:300]))
    return json.loads(answer)["data"]["token"]


def requests(kind, port):
    if kind == "get-embed":
        return [fixture.request("GET", "/api/v1/contacts?per_page=20", embed_token(port),
                                fields=["Origin: https://b.test"])]
    auth = fixture.token(7) if kind.endswith("token") else None
    if kind.startswith("post"):
        return [fixture.request("POST", "/api/v1/messages", auth, MESSAGE)]
    return [fixture.request("GET", "/api/v1/contacts?per_page=20", auth)]


def measure(name, count, redis, upstreams):
    """Blocks allocated per site, {stack: blocks}, of one run."""
    _, tls, rules, kind, log = SCENARIOS[name]
    upstream = upstreams[name == "http2-upstream"]
    folder = fixture.scratch("allocations-%s-%d" % (name, count))
    pair = fixture.certificate(folder, "tls", ["localhost"]) if tls else None
    config, ports = fixture.policy(
        folder, certificate=pair, rules=rules, redis="unix://" + redis.path,
        target="http://127.0.0.1:%d" % upstream.port,
        upstream="    protocol: http2" if name == "http2-upstream" else "",
        log=os.path.join(folder, "access.log") if log == "file" else "off")
    if kind == "get-embed":
        subprocess.run([fixture.BINARY, "embed-key", "rotate", "--config", config, "7"], check=True,
                       stdout=subprocess.DEVNULL)
    out = os.path.join(folder, "dhat.json")
    gateway = fixture.Gateway(
        folder, config, ports,
        ["valgrind", "--tool=dhat", "--num-callers=40", "--dhat-out-file=" + out])
    if kind == "http2":
        fixture.load_http2(gateway.port, "/api/v1/contacts?per_page=20", WARM_UP + count, CONNECTIONS)
    else:
        fixture.load(gateway.port, requests(kind, gateway.port), WARM_UP + count, pair and pair[0],
                     CONNECTIONS)
    gateway.stop()
    with open(out) as file:
        data = json.load(file)
    # The stack without addresses, so that two runs can be compared; innermost frame first.
    frames = [re.sub(r"^0x[0-9A-F]+: ", "", frame) for frame in data["ftbl"]]
    sites = collections.Counter()
    for point in data["pps"]:
        stack = tuple(frames[index] for index in point["fs"])
        # How often /readyz was asked before the gateway was ready is a matter of chance.
        if not any("AdminServer" in frame for frame in stack):
            sites[stack] += point["tbk"]
    return sites


def owner(stack):
    """Whose code asked: the innermost frame that is not the allocator's own."""
    for frame in stack:
        if re.search(r"vgpreload_|vg_replace_malloc|libc\.so|ld-linux", frame):
            continue
        for title, marks in LIBRARIES:
            if any(mark in frame for mark in marks):
                return title
        return "ours"
    return "ours"


def demangle(lines):
    try:
        done = subprocess.run(["swift", "demangle", "--simplified"], input="\n".join(lines),
                              capture_output=True, text=True, timeout=60)
        return done.stdout.splitlines() if done.returncode == 0 else lines
    except (OSError, subprocess.TimeoutExpired):
        return lines


def show(stack, blocks, per):
    print("    %+d blocks (%.3f per request)" % (blocks, blocks / per))
    for line in demangle(list(stack))[1:16]:
        print("        " + line[:170])


def main(names):
    if not os.access(fixture.BINARY, os.X_OK):
        fixture.die("no %s (make release)" % fixture.BINARY)
    folder = fixture.scratch("allocations-redis")
    redis, upstreams = fixture.Redis(folder), (fixture.Upstream(), fixture.Upstream2())
    redis.pipe(fixture.token_commands([7]))
    redis.pipe([["HSET", "bawaba:widget:7:site", "enabled", "1", "origins",
                 "https://a.test https://b.test"]])
    per = N * CONNECTIONS
    bad = False
    columns = ["ours"] + [title for title, _ in LIBRARIES]
    rows, details = [], []
    try:
        with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
            runs = {(name, count): pool.submit(measure, name, count, redis, upstreams)
                    for name in names for count in (N, 2 * N)}
            for name in names:
                growth = runs[name, 2 * N].result()
                growth.subtract(runs[name, N].result())
                sums = collections.Counter()
                for stack, blocks in growth.items():
                    sums[owner(stack)] += blocks
                rows.append((SCENARIOS[name][0], [sums[column] for column in columns]))
                bad = bad or sums["ours"] >= per * NOISE
                worst = [(blocks, stack) for stack, blocks in growth.items() if blocks]
                details.append((name, sorted(worst, key=lambda item: -abs(item[0]))))
    finally:
        redis.stop()
    print("Heap allocations per forwarded request: %d and %d requests after %d, %d connections\n"
          % (per, 2 * per, WARM_UP * CONNECTIONS, CONNECTIONS))
    print("%-52s" % "" + "".join("%10s" % column for column in columns))
    for title, sums in rows:
        print("%-52s" % title + "".join("%10.3f" % (blocks / per) for blocks in sums))
    for name, sites in details:
        mine = [site for site in sites if owner(site[1]) == "ours"]
        shown = sites if os.environ.get("FIGURES_STACKS") else mine
        for blocks, stack in shown[:8]:
            print("\n%s, %s:" % (name, owner(stack)))
            show(stack, blocks, per)
    print("\n" + ("FAILED: our code allocates" if bad else "Our code: 0 per request."))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(SCENARIOS)))
