"""Loads a peer and takes its figures."""

import json
import os
import re
import resource
import statistics
import subprocess
import time

from machine import LOAD_CPU, cpu, machine_cpu, pinned, rss_kb, tree
from scenarios import BENCH, BUILD, IDLE_CONNS, LAT_RPS, RUN, SCENARIOS


# ---- loads ---------------------------------------------------------------------
def unit_us(s):
    m = re.match(r"([\d.]+)(us|ms|s|m)$", s)
    return float(m.group(1)) * {"us": 1, "ms": 1e3, "s": 1e6, "m": 6e7}[m.group(2)]


def reqfile(peer):
    method, path, headers, body = peer.request()
    h = {"Host": "localhost", **headers}
    if body is not None:
        h["Content-Length"] = str(len(body.encode()))
    f = os.path.join(RUN, "req-%s-%s.http" % (peer.name, peer.scenario))
    with open(f, "w", newline="") as fh:
        fh.write(
            "%s %s HTTP/1.1\r\n" % (method, path)
            + "".join("%s: %s\r\n" % kv for kv in h.items())
            + "\r\n"
            + (body or "")
        )
    return f


def load(peer, seconds):
    """runs one load; returns dict(requests, seconds, rps, p50, p99, ..., bad)"""
    tool = SCENARIOS[peer.scenario][0]
    method, path, headers, body = peer.request()
    scheme = "https" if peer.tls else "http"
    url = "%s://127.0.0.1:%d%s" % (scheme, peer.port, path)
    env = dict(os.environ, OPENSSL_CONF=os.path.join(BENCH, "fixture", "openssl-client.cnf"))
    edge = os.path.join(BUILD, "edgeload")
    mode = "tls" if peer.tls else "plain"
    logf = os.path.join(RUN, "h2load-%s.log" % peer.name)
    if tool == "wrk":
        cmd = ["wrk", "-t1", "-c64", "-d%gs" % seconds, "--latency", "--timeout", "5s"]
        cmd[3] = "-d%ds" % max(1, round(seconds))
        script = os.path.join(RUN, "wrk-%s-%s.lua" % (peer.name, peer.scenario))
        with open(script, "w") as f:
            f.write("wrk.method = %s\n" % json.dumps(method))
            if body is not None:
                f.write("wrk.body = [==[%s]==]\n" % body)
            for k, v in headers.items():
                f.write("wrk.headers[%s] = [==[%s]==]\n" % (json.dumps(k), v))
        cmd += ["-s", script, url]
    elif tool == "h2load":
        if os.path.exists(logf):
            os.unlink(logf)
        cmd = ["h2load", "-t1", "-c16", "-m8", "-D", "%g" % seconds, "--log-file=" + logf, url]
    elif tool == "hs":
        cmd = [edge, "hs", str(peer.port), mode, "16", "%g" % seconds, reqfile(peer)]
    elif tool == "rate":
        cmd = [
            edge,
            "rate",
            str(peer.port),
            mode,
            "64",
            str(LAT_RPS),
            "%g" % seconds,
            reqfile(peer),
        ]
    t0 = time.time()
    p = subprocess.run(
        pinned(LOAD_CPU, cmd),
        env=env,
        capture_output=True,
        text=True,
        timeout=seconds + 60,
        stdin=subprocess.DEVNULL,
    )
    took = time.time() - t0
    out = p.stdout
    if p.returncode:
        raise SystemExit(
            "%s on %s failed (%d): %s %s"
            % (tool, peer.name, p.returncode, out[-800:], p.stderr[-800:])
        )
    r = {"wall": took}
    if tool == "wrk":
        m = re.search(r"(\d+) requests in ([\d.]+\w+)", out)
        r["requests"], r["seconds"] = int(m.group(1)), unit_us(m.group(2)) / 1e6
        for k, n in (("50%", "p50"), ("99%", "p99")):
            r[n] = unit_us(re.search(r"\s%s\s+([\d.]+\w+)" % re.escape(k), out).group(1))
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
        err = re.search(
            r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out
        )
        r["bad"] = (int(bad.group(1)) if bad else 0) + (sum(map(int, err.groups())) if err else 0)
    elif tool == "h2load":
        m = re.search(r"finished in ([\d.]+\w+),", out)
        r["seconds"] = unit_us(m.group(1)) / 1e6
        m = re.search(r"(\d+) succeeded, (\d+) failed, (\d+) errored, (\d+) timeout", out)
        c = re.search(r"status codes: (\d+) 2xx, (\d+) 3xx, (\d+) 4xx, (\d+) 5xx", out)
        r["requests"] = min(int(m.group(1)), int(c.group(1)))
        r["bad"] = sum(map(int, m.groups()[1:])) + sum(map(int, c.groups()[1:]))
        if "Application protocol: h2" not in out:
            raise SystemExit("%s: no HTTP/2 negotiated:\n%s" % (peer.name, out[-600:]))
        d = []
        with open(logf) as f:
            for line in f:
                d.append(int(line.rsplit("\t", 1)[1]))
        os.unlink(logf)
        d.sort()
        r["p50"], r["p99"] = d[len(d) // 2], d[int(len(d) * 0.99)]
    else:
        j = json.loads(out.strip().splitlines()[-1])
        r.update(
            requests=j["ok"],
            seconds=j["seconds"],
            bad=j["non200"] + j["errors"],
            p50=j["p50"],
            p90=j["p90"],
            p99=j["p99"],
            p999=j["p999"],
            max=j["max"],
            handshakes=j["handshakes"],
            resumed=j["resumed"],
            tickets=j["tickets"],
        )
    if r["requests"] == 0:
        raise SystemExit(
            "%s on %s completed no request: %s %s" % (tool, peer.name, out[-600:], p.stderr[-300:])
        )
    r["rps"] = r["requests"] / r["seconds"]
    return r


def measure(peer, seconds):
    if peer.scenario == "IDLE":
        return measure_idle(peer)
    pids = tree(peer.roots)
    me0, kids0 = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(
        resource.RUSAGE_CHILDREN
    )
    m0, st0 = machine_cpu()
    c0, f0, r0 = cpu(pids), cpu(peer.fx.up_pids), cpu(peer.fx.redis_pids)
    t0 = time.time()
    r = load(peer, seconds)
    wall = time.time() - t0
    c1, f1, r1 = cpu(pids), cpu(peer.fx.up_pids), cpu(peer.fx.redis_pids)
    m1, st1 = machine_cpu()
    me1, kids1 = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(
        resource.RUSAGE_CHILDREN
    )
    n = r["requests"]
    u, s = c1[0] - c0[0], c1[1] - c0[1]
    loader = kids1.ru_utime + kids1.ru_stime - kids0.ru_utime - kids0.ru_stime
    own = loader + me1.ru_utime + me1.ru_stime - me0.ru_utime - me0.ru_stime + sum(r1) - sum(r0)
    own += u + s + (0 if peer.name == "direct" else sum(f1) - sum(f0))
    r.update(
        cpu_us=(u + s) / n * 1e6,
        user_us=u / n * 1e6,
        sys_us=s / n * 1e6,
        busy=100 * (u + s) / r["seconds"],
        upstream_us=(sum(f1) - sum(f0)) / n * 1e6,
        redis_us=(sum(r1) - sum(r0)) / n * 1e6,
        loader_us=loader / n * 1e6,
        foreign=max(0.0, 100 * (m1 - m0 - own) / wall),
        stolen=100 * (st1 - st0) / wall,
        rss_mb=rss_kb(pids) / 1024,
    )
    return r


def measure_idle(peer):
    # warm up first, so that only the connections themselves are counted
    pids = tree(peer.roots)
    f = reqfile(peer)
    edge = os.path.join(BUILD, "edgeload")
    subprocess.run(
        pinned(LOAD_CPU, [edge, "rate", str(peer.port), "tls", "16", "500", "1", f]),
        capture_output=True,
        timeout=60,
    )
    time.sleep(1)
    before = rss_kb(pids)
    p = subprocess.Popen(
        pinned(LOAD_CPU, [edge, "idle", str(peer.port), "tls", str(IDLE_CONNS), "30", f]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        ready = p.stdout.readline().split()
        time.sleep(2)
        after = rss_kb(pids)
    finally:
        try:
            p.stdin.close()
        except OSError:
            pass
        p.wait(60)
    n = int(ready[1]) if ready[:1] == ["READY"] else 0
    return {
        "requests": n,
        "bad": IDLE_CONNS - n,
        "before_mb": before / 1024,
        "rss_mb": after / 1024,
        "kb_per_conn": (after - before) / max(1, n),
    }


def median(rows):
    out = {}
    for k in rows[0]:
        v = [r[k] for r in rows]
        out[k] = statistics.median(v)
    out["bad"] = sum(r["bad"] for r in rows)
    if "cpu_us" in rows[0]:
        out["cpu_runs"] = [r["cpu_us"] for r in rows]
    for k in ("p50", "p99", "p999"):
        if k in rows[0]:
            out["best_" + k] = min(r[k] for r in rows)
    out["runs"] = len(rows)
    return out


def show(name, r):
    if "kb_per_conn" in r:
        return "%-18s %.1f kB per idle connection (%.1f -> %.1f MB RSS, %d open, %d failed)" % (
            name,
            r["kb_per_conn"],
            r["before_mb"],
            r["rss_mb"],
            r["requests"],
            r["bad"],
        )
    return (
        "%-18s cpu %7.2f us/req (user %.1f sys %.1f) %8.0f rps  p50 %.0f us  p99 %.0f us  busy %.0f%%  rss %.1f MB  foreign %.0f%% stolen %.0f%%  bad %d"
        % (
            name,
            r["cpu_us"],
            r["user_us"],
            r["sys_us"],
            r["rps"],
            r["p50"],
            r["p99"],
            r["busy"],
            r["rss_mb"],
            r["foreign"],
            r["stolen"],
            r["bad"],
        )
    )
