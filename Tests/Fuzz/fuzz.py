#!/usr/bin/env python3
"""Gives random bytes to each fuzz target, one after the other, under AddressSanitizer.

    fuzz.py BINARY [--seconds 600] [--only TARGET]

New inputs that reach new code are kept in .run/fuzz/TARGET between runs. One that does not hold, is
too slow or breaks memory ends the target: it is named, and belongs into Inputs/TARGET with its
mend. The exit status says whether nothing was found."""

import argparse
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STATE = os.path.join(HERE, "..", "..", ".run", "fuzz")
TARGETS = sorted(os.listdir(os.path.join(HERE, "Inputs")))


def fuzz(binary, target, seconds):
    """Fuzzes one target; True when nothing was found."""
    corpus = os.path.join(STATE, target)
    found = os.path.join(STATE, "found", "")
    os.makedirs(corpus, exist_ok=True)
    os.makedirs(found, exist_ok=True)
    environment = dict(os.environ, FUZZ_TARGET=target, SWIFT_BACKTRACE="enable=no",
                       ASAN_OPTIONS="detect_leaks=0")
    command = [binary, "-max_total_time=%d" % seconds, "-max_len=4000", "-timeout=20",
               "-artifact_prefix=" + found + target + "-", corpus, os.path.join(HERE, "Inputs", target)]
    log = os.path.join(STATE, target + ".log")
    with open(log, "w") as output:
        # The outer limit: a fuzzer that hangs is a finding, too.
        try:
            status = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL,
                                    stdout=output, stderr=output, timeout=seconds + 120).returncode
        except subprocess.TimeoutExpired:
            status = "hung"
    text = open(log, errors="replace").read()
    runs = re.findall(r"Done (\d+) runs", text)
    cover = re.findall(r"cov: (\d+)", text)
    print("%-8s %s runs, %s edges, status %s" % (
        target, runs[-1] if runs else "?", cover[-1] if cover else "?", status), flush=True)
    for line in text.splitlines():
        if re.search(r"Fatal error|ERROR: |Test unit written", line):
            print("    " + line[:400], flush=True)
    return status == 0 and bool(runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--only", choices=TARGETS)
    options = parser.parse_args()
    targets = [options.only] if options.only else TARGETS
    results = [fuzz(os.path.abspath(options.binary), target, options.seconds) for target in targets]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
