"""Processes and what /proc tells of them."""

import os
import re
import shutil
import signal
import socket
import time

TICK = os.sysconf("SC_CLK_TCK")
PIN = os.environ.get("BENCH_PIN", "1") == "1" and os.cpu_count() >= 2 and shutil.which("taskset")
PROXY_CPU, LOAD_CPU = os.environ.get("BENCH_PROXY_CPU", "0"), os.environ.get("BENCH_LOAD_CPU", "1")
NICE = int(os.environ.get("BENCH_NICE", "0"))  # e.g. -10, when other work shares the machine


def pinned(cpu, cmd):
    if PIN:
        cmd = ["taskset", "-c", cpu] + cmd
    return ["nice", "-n", str(NICE)] + cmd if NICE else cmd


# ---- /proc -------------------------------------------------------------------
def stat_of(pid):
    with open("/proc/%d/stat" % pid) as f:
        s = f.read()
    rest = s[s.rindex(")") + 2 :].split()
    return int(rest[1]), int(rest[11]), int(rest[12])  # ppid, utime, stime


def tree(roots):
    """roots and all their descendants"""
    kids = {}
    for d in os.listdir("/proc"):
        if d.isdigit():
            try:
                kids.setdefault(stat_of(int(d))[0], []).append(int(d))
            except (OSError, ValueError):
                pass
    seen, todo = [], list(roots)
    while todo:
        p = todo.pop()
        if p not in seen and os.path.exists("/proc/%d" % p):
            seen.append(p)
            todo += kids.get(p, [])
    return seen


def cpu(pids):
    u = s = 0
    for p in pids:
        try:
            _, a, b = stat_of(p)
            u, s = u + a, s + b
        except OSError:
            pass
    return u / TICK, s / TICK


def rss_kb(pids):
    total = 0
    for p in pids:
        try:
            with open("/proc/%d/status" % p) as f:
                total += int(re.search(r"VmRSS:\s+(\d+)", f.read()).group(1))
        except (OSError, AttributeError):
            pass
    return total


def machine_cpu():
    with open("/proc/stat") as f:
        v = [int(x) for x in f.readline().split()[1:]]
    return (v[0] + v[1] + v[2] + v[5] + v[6]) / TICK, v[7] / TICK  # busy, stolen


# ---- processes ---------------------------------------------------------------
def port_open(port):
    with socket.socket() as s:
        s.settimeout(0.2)
        return s.connect_ex(("127.0.0.1", port)) == 0


def wait_port(port, what, pids, log=None, seconds=15):
    end = time.time() + seconds
    while time.time() < end:
        if port_open(port):
            return
        if pids and not any(os.path.exists("/proc/%d" % p) for p in pids):
            break
        time.sleep(0.02)
    tail = ""
    for f in [log] if log else []:
        if f and os.path.isdir(f):
            for n in sorted(os.listdir(f)):
                if n.endswith(".log"):
                    tail += "\n--- %s\n%s" % (
                        n,
                        open(os.path.join(f, n), errors="replace").read()[-2000:],
                    )
    raise SystemExit("%s does not listen on %d%s" % (what, port, tail))


def stop(pids):
    """ends these processes and their descendants, by pid"""
    pids = tree(pids)
    for sig, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 2.0)):
        for p in pids:
            try:
                os.kill(p, sig)
            except OSError:
                pass
        end = time.time() + patience
        while time.time() < end:
            for p in pids:
                try:
                    os.waitpid(p, os.WNOHANG)
                except OSError:
                    pass
            if not any(alive(p) for p in pids):
                return
            time.sleep(0.02)


def alive(p):
    try:
        with open("/proc/%d/stat" % p) as f:
            return f.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
