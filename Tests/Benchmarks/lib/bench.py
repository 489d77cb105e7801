#!/usr/bin/env python3
"""Measures reverse proxies side by side on loopback. See ../README.md.

bench.py run SCENARIO PEER [SECONDS]
bench.py all [--scenarios S1,S2] [--peers a,b] [--seconds N] [--runs 3]
bench.py check SCENARIO PEER
bench.py list
"""

import argparse
import ctypes
import json
import os
import signal
import sys
import time

from load import load, measure, median, show
from peers import Fixture, Peer, all_peers, check, peer_conf
from report import markdown
from scenarios import ALL, BENCH, BUILD, ONCE, RUN, SCENARIOS, seconds_for


# ---- commands --------------------------------------------------------------------
def cmd_run(a):
    with Fixture() as fx:
        peer = Peer(fx, a.peer, a.scenario, 0).start()
        for what, want, got, good in check(peer):
            print(
                "check %-45s want %-10s got %-8s %s" % (what, want, got, "ok" if good else "WRONG")
            )
        if a.scenario != "IDLE":
            load(peer, 1)
        rows = []
        for i in range(1 if a.scenario in ONCE else a.runs):
            rows.append(measure(peer, seconds_for(a.scenario, a.seconds)))
            print(show("run %d" % (i + 1), rows[-1]), flush=True)
        print(show(a.peer, median(rows)))
        print(json.dumps(median(rows)))


def cmd_check(a):
    bad = 0
    with Fixture() as fx:
        for slot, name in enumerate(a.peer.split(",")):
            for what, want, got, good in check(Peer(fx, name, a.scenario, slot).start()):
                bad += not good
                print(
                    "%-18s %-45s want %-10s got %-16s %s"
                    % (name, what, want, got, "ok" if good else "WRONG")
                )
    sys.exit(1 if bad else 0)


def wanted(scenario, names):
    out = []
    for n in names or all_peers():
        c = peer_conf(n)
        if scenario in (c["scenarios"] if names else c.get("all", c["scenarios"])).split():
            out.append(n)
    return out


BUDGET = 11.5 * 60


def plan(scenarios, names, a):
    """seconds per run, and the estimate; without --seconds: as long as fits 11.5 minutes, 3 to 6"""

    def estimate(sec):
        t = 5
        for sc in scenarios:
            n = len(wanted(sc, names))
            t += n * (7 if sc in ONCE else a.runs * (seconds_for(sc, sec) + 0.15) + 2.2)
        return t

    if a.seconds:
        return a.seconds, estimate(a.seconds)
    sec = max([x for x in (4, 5, 6) if estimate(x) <= BUDGET], default=3)
    return sec, estimate(sec)


def cmd_all(a):
    scenarios = a.scenarios.split(",") if a.scenarios else ALL
    names = a.peers.split(",") if a.peers else None
    seconds, estimate = plan(scenarios, names, a)
    a.seconds = seconds
    print("%g s a run, about %.1f minutes in all" % (seconds, estimate / 60), flush=True)
    results, checks, failures = {}, {}, {}
    began = time.time()
    load0 = os.getloadavg()
    with Fixture() as fx:
        for sc in scenarios:
            todo = wanted(sc, names)
            if not todo:
                continue
            print("== %s: %s" % (sc, SCENARIOS[sc][4]), flush=True)
            rows = {n: [] for n in todo}
            if sc in ONCE:
                for n in todo:
                    p = Peer(fx, n, sc, 0)
                    try:
                        rows[n].append(measure(p.start(), 0))
                    except (SystemExit, Exception) as e:
                        failures.setdefault(sc, []).append("%s: %s" % (p.conf["label"], e))
                    p.stop()
                    time.sleep(0.3)
            else:
                # every peer is up at once and takes its turn in each round, so
                # that whatever else the machine does falls on all of them alike
                peers = []
                for i, n in enumerate(todo):
                    try:
                        peers.append(Peer(fx, n, sc, i).start())
                    except (SystemExit, Exception) as e:
                        failures.setdefault(sc, []).append("%s: %s" % (peer_conf(n)["label"], e))

                def attempt(f, p):
                    """a peer that breaks is left out from here on; the others go on"""
                    try:
                        return f()
                    except (SystemExit, Exception) as e:
                        failures.setdefault(sc, []).append("%s: %s" % (p.conf["label"], e))
                        peers.remove(p)

                for p in list(peers):
                    checks[sc, p.name] = attempt(lambda: check(p), p) or []
                    for what, want, got, good in checks[sc, p.name]:
                        if not good:
                            print(
                                "  CHECK %s: %s: want %s, got %s" % (p.name, what, want, got),
                                flush=True,
                            )
                for p in list(peers):
                    attempt(lambda: load(p, 1), p)
                for _ in range(a.runs):
                    for p in list(peers):
                        r = attempt(lambda: measure(p, seconds_for(sc, a.seconds)), p)
                        if r:
                            rows[p.name].append(r)
                for p in list(fx.peers):
                    p.stop()
            for e in failures.get(sc, []):
                print("  FAILED " + e, flush=True)
            results[sc] = {n: median(v) for n, v in rows.items() if v}
            for n, r in results[sc].items():
                print("  " + show(n, r), flush=True)
    took = time.time() - began
    with open(os.path.join(RUN, "results.json"), "w") as f:
        json.dump({"results": results, "failures": failures, "seconds": took}, f, indent=1)
    text = markdown(results, checks, failures, a, took, load0)
    out = a.out or os.path.join(BENCH, "RESULTS.md")
    with open(out, "w") as f:
        f.write(text)
    print("\n%.1f minutes; wrote %s" % (took / 60, os.path.relpath(out)))


def cmd_list(a):
    for n in all_peers():
        c = peer_conf(n)
        print("%-18s %-48s %s" % (n, c["label"], c["scenarios"]))


def main():
    p = argparse.ArgumentParser()
    sub = p.add_subparsers(required=True)
    r = sub.add_parser("run")
    r.add_argument("scenario", choices=list(SCENARIOS))
    r.add_argument("peer")
    r.add_argument("seconds", nargs="?", type=float, default=6)
    r.add_argument("--runs", type=int, default=int(os.environ.get("BENCH_RUNS", "3")))
    r.set_defaults(f=cmd_run)
    c = sub.add_parser("check")
    c.add_argument("scenario", choices=list(SCENARIOS))
    c.add_argument("peer", help="one, or several with commas")
    c.set_defaults(f=cmd_check)
    al = sub.add_parser("all")
    al.add_argument("--scenarios")
    al.add_argument("--peers")
    al.add_argument("--seconds", type=float, default=float(os.environ.get("BENCH_SECONDS", "0")))
    al.add_argument("--runs", type=int, default=int(os.environ.get("BENCH_RUNS", "3")))
    al.add_argument("--out")
    al.set_defaults(f=cmd_all)
    sub.add_parser("list").set_defaults(f=cmd_list)
    a = p.parse_args()
    if getattr(a, "seconds", 1) > 60 or getattr(a, "runs", 1) > 20:
        raise SystemExit("at most 60 seconds and 20 runs")
    for t in ("relay", "edgeload"):
        if a.f is not cmd_list and not os.path.exists(os.path.join(BUILD, t)):
            raise SystemExit("%s is not built: run Tests/Benchmarks/setup.sh first" % t)
    ctypes.CDLL(None).prctl(
        36, 1, 0, 0, 0
    )  # PR_SET_CHILD_SUBREAPER: peers that outlive start.sh stay ours to reap
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    a.f(a)


if __name__ == "__main__":
    main()
