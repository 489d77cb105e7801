#!/usr/bin/env python3
"""Schemathesis against the gateway before the sandbox, with the contract as the gateway enforces it.

Every operation of policies/oktawa/openapi.yaml is asked with values that the contract takes and with
values that it refuses, in four ways (the document's examples, each bound of each field, at random, and
one request after another), with a token of every ability, assumed rules enforced. Whatever the answer,
its status, type, fields and schema must be ones that the contract or policies/README.md documents.

    contract_fuzz.py [OPTION FOR SCHEMATHESIS…]      FUZZ_EXAMPLES (100), FUZZ_SEED (1), FUZZ_SECONDS (600)

Schemathesis is installed from PyPI into .run/figures, in the version below. The exit status says
whether there were findings; they are printed by kind, the requests are in the report."""

import collections
import json
import os
import subprocess
import sys
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
if "BAWABA" not in os.environ and not os.path.exists(os.path.join(ROOT, ".build/release/bawaba")):
    os.environ["BAWABA"] = os.path.join(ROOT, ".build/debug/bawaba")
sys.path.insert(0, os.path.join(HERE, "lib"))
import fixture

PACKAGES = ["schemathesis==4.32.5", "python-jsonpath==2.2.2"]
VENV = os.path.join(fixture.RUN, "schemathesis-venv")
OKTAWA = os.path.join(ROOT, "policies", "oktawa")
OVERLAYS = ["proven.overlay.yaml", "assumed.overlay.yaml"]
PUBLIC = ["exchangeCodeForToken", "postApiWebhooksNeoleap"]
CHECKS = ["not_a_server_error", "status_code_conformance", "content_type_conformance",
          "response_headers_conformance", "response_schema_conformance", "negative_data_rejection",
          "positive_data_acceptance", "unsupported_method", "ignored_auth"]
RULES = """defaults: {limit: standard, mode: enforce, assumed: enforce}
failed_lookups: {rate: 1000000 per second, burst: 1000000}"""
# What a valid request may be answered: an id may be unknown.
CONFIG = """[checks]
positive_data_acceptance.expected-statuses = ["2xx", "404"]

[[operations]]
# No code that is made up is one.
include-operation-id = "exchangeCodeForToken"
checks.positive_data_acceptance.expected-statuses = ["400"]

[[operations]]
# The template may have another number of variables.
include-operation-id = "sendATemplateMessage"
checks.positive_data_acceptance.expected-statuses = ["2xx", "404", "422"]
"""


def enter_venv():
    """Goes on in the interpreter that has the packages."""
    stamp = os.path.join(VENV, "packages")
    wanted = "\n".join(PACKAGES)
    if not os.path.exists(stamp) or open(stamp).read() != wanted:
        venv.create(VENV, with_pip=True, clear=True)
        subprocess.run([os.path.join(VENV, "bin", "pip"), "install", "--quiet",
                        "--disable-pip-version-check", *PACKAGES], check=True)
        with open(stamp, "w") as file:
            file.write(wanted)
    if os.path.realpath(sys.prefix) != os.path.realpath(VENV):
        python = os.path.join(VENV, "bin", "python")
        os.execv(python, [python, os.path.abspath(__file__), *sys.argv[1:]])


def contract(folder):
    import dialect
    import yaml

    def load(name):
        with open(os.path.join(OKTAWA, name)) as file:
            return yaml.safe_load(file)

    document = load("openapi.yaml")
    dialect.enforced(document, [load(name) for name in OVERLAYS], PUBLIC)
    path = os.path.join(folder, "contract.json")
    with open(path, "w") as file:
        json.dump(document, file, indent=1)
    return path


def serve(folder):
    """Redis, the sandbox and the gateway; returns the gateway."""
    redis = fixture.Redis(folder)
    redis.pipe(fixture.token_commands([1], '["*"]'))
    sandbox = fixture.free_port()
    config, ports = fixture.policy(
        folder, rules=RULES, redis="unix://" + redis.path,
        target="http://127.0.0.1:%d" % sandbox, log=os.path.join(folder, "access.log"))
    log = open(os.path.join(folder, "sandbox.log"), "w")
    fixture.start(
        [fixture.BINARY, "sandbox", "--listen", "127.0.0.1:%d" % sandbox, "--contract",
         os.path.join(OKTAWA, "openapi.yaml"), "--assertion-key",
         os.path.join(folder, "assertion.key")], stdout=log, stderr=log)
    for command in (["widget", "set", "--config", config, "1", "marketing-site"],
                    ["embed-key", "rotate", "--config", config, "1"]):
        subprocess.run([fixture.BINARY, *command], check=True, stdout=log, stderr=log)
    return fixture.Gateway(folder, config, ports)


def run(folder, gateway, options):
    config = fixture.write(os.path.join(folder, "schemathesis.toml"), CONFIG)
    report = os.path.join(folder, "report.ndjson")
    seconds = int(os.environ.get("FUZZ_SECONDS", "600"))
    command = [
        os.path.join(VENV, "bin", "schemathesis"), "--config-file", config, "run", contract(folder),
        "--url", "http://localhost:%d" % gateway.port, "--checks", ",".join(CHECKS),
        "-H", "Authorization: Bearer " + fixture.token(1), "-H", "Accept: application/json",
        "--max-examples", os.environ.get("FUZZ_EXAMPLES", "100"),
        "--seed", os.environ.get("FUZZ_SEED", "1"), "--generation-database", "none",
        "--continue-on-failure", "--report", "ndjson", "--report-ndjson-path", report,
        "--warnings", "off", "--no-color", *options]
    output = os.path.join(folder, "schemathesis.log")
    with open(output, "w") as log:
        try:
            # The folder is where Schemathesis puts whatever else it keeps.
            done = subprocess.run(command, cwd=folder, stdout=log, stderr=log, timeout=seconds)
        except subprocess.TimeoutExpired:
            fixture.die("Schemathesis is not done after %d s; see %s" % (seconds, output))
    return done.returncode, report, output


def main():
    enter_venv()
    folder = fixture.scratch("contract-fuzz")
    gateway = serve(folder)
    status, report, output = run(folder, gateway, sys.argv[1:])
    gateway.stop()
    with open(output) as file:
        text = file.read()
    # From the first heading of the kind `==== FAILURES ====`: each finding, then their kinds.
    print(text[max(text.find("\n===="), 0):].strip())
    print("report: %s" % report)
    sys.exit(status)


if __name__ == "__main__":
    main()
