#!/usr/bin/env python3
"""Grades a TLS listener against Mozilla's "intermediate" guideline with whichever of testssl.sh and
sslyze is installed: no finding may be left but those of the test's own certificate, which nobody
signed.

    tls_grade.py         testssl or testssl.sh and sslyze from PATH, or $TESTSSL and $SSLYZE

    apt-get install testssl.sh
    python3 -m venv v && v/bin/pip install sslyze==6.3.1 && SSLYZE=v/bin/sslyze tls_grade.py
"""

import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture
import resumption

# What testssl.sh says of a certificate that is its own authority and names a loopback host.
OWN_CERTIFICATE = (
    "cert_", "cert ", "DNS_CAArecord", "OCSP_stapling", "security_headers", "HSTS", "HPKP",
    "overall_grade", "grade_cap_reason", "certificate_transparency", "BREACH",
)
BAD = ("LOW", "MEDIUM", "HIGH", "CRITICAL", "WARN", "FATAL")


def found(variable, *names):
    return os.environ.get(variable) or next((p for p in map(shutil.which, names) if p), None)


def testssl(program, port, folder):
    """Findings of testssl.sh that are ours."""
    out = os.path.join(folder, "testssl.json")
    subprocess.run(
        [program, "--quiet", "--color", "0", "--warnings", "off", "--nodns", "none", "--sneaky",
         "--ip", "127.0.0.1", "--jsonfile", out, "https://localhost:%d" % port],
        stdout=open(os.path.join(folder, "testssl.log"), "w"), stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, timeout=1800)
    with open(out) as file:
        rows = json.load(file)
    bad = [r for r in rows if r["severity"] in BAD and not r["id"].startswith(OWN_CERTIFICATE)]
    print("testssl.sh: %d checks, %d findings" % (len(rows), len(bad)))
    return ["testssl.sh: %s: %s (%s)" % (r["id"], r["finding"], r["severity"]) for r in bad]


def sslyze(program, port, folder):
    """Findings of sslyze's comparison with Mozilla's guideline that are ours."""
    log = os.path.join(folder, "sslyze.log")
    with open(log, "w") as file:
        subprocess.run([program, "--mozilla_config", "intermediate", "localhost:%d" % port],
                       stdout=file, stderr=subprocess.STDOUT, timeout=600)
    text = open(log).read()
    if "COMPLIANCE" not in text.upper():
        return ["sslyze: said nothing about compliance; see " + log]
    lines = text[text.upper().rindex("COMPLIANCE"):].splitlines()
    bad = [line.strip() for line in lines if line.strip().startswith("*")
           and "certificate" not in line.lower()]
    print("sslyze: %d findings" % len(bad))
    return ["sslyze: " + line for line in bad]


def main():
    tools = [(testssl, found("TESTSSL", "testssl", "testssl.sh")),
             (sslyze, found("SSLYZE", "sslyze"))]
    if not any(program for _, program in tools):
        fixture.die("neither testssl.sh nor sslyze is installed")
    folder = fixture.scratch("tls-grade")
    crt, key = fixture.certificate(folder, "tls", ["localhost"])
    redis, upstream = fixture.Redis(folder), fixture.Upstream()
    path, ports = resumption.policy(folder, redis, upstream, crt, key)
    gateway = fixture.Gateway(folder, path, ports)
    findings = []
    for grade, program in tools:
        if program:
            findings += grade(program, ports[0], folder)
    gateway.stop()
    redis.stop()
    for finding in findings:
        print(finding)
    print("verdict: " + ("findings are left" if findings else "nothing but the certificate"))
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
