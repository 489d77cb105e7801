"""Writes the results as Markdown."""

import os
import re
import statistics
import subprocess
import time

from machine import LOAD_CPU, PIN, PROXY_CPU
from peers import peer_conf
from scenarios import GOALS, IDLE_CONNS, SCENARIOS, seconds_for

EXPLANATION = """\
- **CPU us/req** = user + system time of all the peer's processes / requests answered: the figure to
  compare, less is better. *runs* are those the median is of.
- *busy* = CPU time of the peer per wall second: near 100% it was the bottleneck, well below 100% the
  load side was, and rps says nothing about the peer's limit.
- *foreign* = CPU of processes that are no part of the benchmark, *stolen* = time the hypervisor took
  away, both in % of one core: the higher, the noisier. Compare rows of one table only.
"""
LAT_NOTE = """\
- *added* is the difference of two percentiles taken at different moments, so where foreign / stolen
  differ between the rows it is mostly noise; direct is plaintext, so TLS on the client is in it too.
  A run has only about 8 samples beyond p99.9."""


def version_of(cmd):
    try:
        p = subprocess.run(cmd, capture_output=True, text=True, timeout=10)
        return (p.stdout + p.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "?"


def table(columns, rows):
    """A Markdown table; the first column is text, the others are numbers."""
    lines = ["| %s |" % " | ".join(columns), "|---|" + "---:|" * (len(columns) - 1)]
    return lines + ["| %s |" % " | ".join(r) for r in rows]


def label(name):
    return peer_conf(name)["label"]


def idle_table(rows):
    columns = [
        "peer",
        "kB RSS per idle connection",
        "RSS before, MB",
        "RSS with %d, MB" % IDLE_CONNS,
    ]
    return table(
        columns,
        [
            [label(n), "**%.1f**" % r["kb_per_conn"], "%.1f" % r["before_mb"], "%.1f" % r["rss_mb"]]
            for n, r in sorted(rows.items(), key=lambda x: x[1]["kb_per_conn"])
        ],
    )


def latency_table(rows):
    direct = rows.get("direct")
    percentiles = ("p50", "p99", "p999")
    lines = []
    for n, r in sorted(rows.items(), key=lambda x: x[1]["best_p50"]):
        compared = direct and n != "direct"
        lines.append(
            [label(n)]
            + ["%.0f" % r[k] for k in percentiles]
            + ["%+.0f" % (r[k] - direct[k]) if compared else "" for k in percentiles]
            + ["%.0f" % r["best_p50"], "%.0f" % r["best_p99"], "%.1f" % r["cpu_us"], noise(r)]
        )
    columns = ["peer", "p50 us", "p99 us", "p99.9 us", "added p50", "added p99", "added p99.9"]
    columns += ["best run p50", "best run p99", "CPU us/req", "foreign / stolen"]
    return table(columns, lines) + ["", LAT_NOTE]


def noise(r):
    return "%.0f / %.0f%%" % (r["foreign"], r["stolen"])


def cpu_table(rows, with_tickets):
    columns = ["peer", "CPU us/req", "runs", "user", "sys", "rps", "p50 us", "p99 us", "busy"]
    columns += ["RSS MB", "foreign / stolen"] + (["tickets"] if with_tickets else [])
    lines = []
    for n, r in sorted(rows.items(), key=lambda x: x[1]["cpu_us"]):
        line = [label(n), "**%.1f**" % r["cpu_us"]]
        line += [", ".join("%.1f" % x for x in r["cpu_runs"])]
        line += ["%.1f" % r["user_us"], "%.1f" % r["sys_us"]]
        line += ["%.0f" % r[k] for k in ("rps", "p50", "p99")]
        line += ["%.0f%%" % r["busy"], "%.1f" % r["rss_mb"], noise(r)]
        if with_tickets:
            line += ["%.0f" % (r["tickets"] / max(1, r["handshakes"]))]
        lines.append(line)
    return table(columns, lines)


def goal_lines(scenario, rows):
    """What Bawaba's figure is to the peer's that it is measured by.

    The goal is judged by the rounds: in each, the two were measured a few seconds apart. Medians
    over all runs may stem from minutes between which the processor's clock changed."""
    if scenario not in GOALS or "bawaba" not in rows:
        return []
    other, most = GOALS[scenario]
    if other not in rows:
        return []
    medians = rows["bawaba"]["cpu_us"] / rows[other]["cpu_us"]
    pairs = zip(rows["bawaba"]["cpu_runs"], rows[other]["cpu_runs"])
    rounds = sorted(ours / theirs for ours, theirs in pairs)
    ratio = statistics.median(rounds)
    verdict = "reached" if ratio <= most else "**missed**"
    return [
        "- Bawaba / %s = %.2f, the median of %d rounds' ratios (%.2f to %.2f; of the medians above"
        " %.2f); the goal, at most %.2f, is %s."
        % (label(other), ratio, len(rounds), rounds[0], rounds[-1], medians, most, verdict)
    ]


def notes(scenario, rows, checks, failures):
    lines = []
    for n, r in rows.items():
        note = peer_conf(n).get("note_" + scenario)
        if note:
            lines.append("- %s: %s." % (label(n), note))
        bad = [what for what, _, _, good in checks.get((scenario, n), []) if not good]
        if bad:
            lines.append("- **%s failed a check**: %s." % (label(n), ", ".join(bad)))
        if r["bad"]:
            lines.append("- **%s: %d requests failed** or were not 200." % (label(n), r["bad"]))
        if r.get("resumed"):
            lines.append("- **%s: %d handshakes were resumptions**." % (label(n), r["resumed"]))
    for e in failures.get(scenario, []):
        lines.append("- **left out**, %s" % e.replace("\n", " ")[:300])
    return lines


def circumstances(a, took, load0):
    with open("/proc/cpuinfo") as f:
        model = re.search(r"model name\s*: (.*)", f.read()).group(1)
    pinning = "proxies on core %s, load + upstream + Redis on core %s" % (PROXY_CPU, LOAD_CPU)
    return [
        "- machine: %d x %s, Linux %s" % (os.cpu_count(), model, os.uname().release),
        "- %s" % (pinning if PIN else "not pinned"),
        "- %s UTC, %.1f minutes, load average at the start %.2f"
        % (time.strftime("%Y-%m-%d %H:%M", time.gmtime()), took / 60, load0[0]),
        "- %d runs of %g s per figure (S3: %g s, latency: %g s; IDLE: one run), all peers of a"
        " scenario up at once and measured in turn; median shown"
        % (a.runs, a.seconds, seconds_for("S3", a.seconds), seconds_for("LAT", a.seconds)),
        "- load: %s, %s, edgeload; every client offers TLS 1.3, TLS_AES_128_GCM_SHA256, X25519 only;"
        " certificate EC P-256"
        % (version_of(["wrk", "--version"]).split(" [")[0], version_of(["h2load", "--version"])),
    ]


def markdown(results, checks, failures, a, took, load0):
    lines = ["# Benchmark results", ""]
    lines += ["Written by `make bench`; how each figure is taken: [README.md](README.md).", ""]
    lines += circumstances(a, took, load0) + [EXPLANATION]
    for scenario, rows in results.items():
        lines += ["## %s" % scenario, "", SCENARIOS[scenario][4] + ".", ""]
        if scenario == "IDLE":
            lines += idle_table(rows)
        elif scenario in ("LAT", "S2LAT"):
            lines += latency_table(rows)
        else:
            lines += cpu_table(rows, with_tickets=scenario == "S3")
        below = goal_lines(scenario, rows) + notes(scenario, rows, checks, failures)
        lines += [""] + below + ([""] if below else [])
    names = sorted({n for rows in results.values() for n in rows})
    lines += ["## TLS libraries", ""] + table(
        ["peer", "TLS"], [[label(n), peer_conf(n)["tls"]] for n in names]
    )
    return "\n".join(lines) + "\n"
