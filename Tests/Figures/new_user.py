#!/usr/bin/env python3
"""A new user's way, with a clock: clone, `make run`, and the requests that it prints.

    new_user.py [--build FOLDER] [--from REPOSITORY]

The repository is cloned into a temporary folder and `make run` started there. Once it has printed its
requests, three of its paragraphs are pasted into a shell as they stand: a host's token and its
verification, then a code, its exchange and a message with the new token. With --build nothing is
built: the program in that .build folder is started, and the time until then says little. Nothing but
loopback is asked, unless packages are missing. The ports of `make run` must be free.

The exit status says whether every step did what it is printed to do."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
READY = "The access log follows."
START_SECONDS = 3600
# What a paragraph begins with, the text that its output must hold, and the step's name.
STEPS = [
    ("# 200: a host asks", ["HTTP/2 200", '"slug":"marketing-site"', "user-1"],
     "a host's token is made and verified"),
    ("# 200: an app exchanges", ["HTTP/2 200", '"status":"queued"', "Hello from the app"],
     "a code is issued and exchanged, and its token sends a message"),
    ("# 400: that code again", ["HTTP/2 400", "invalid_grant"],
     "the code does not work twice"),
]


class Failed(Exception):
    pass


class Clock:
    def __init__(self):
        self.start = time.monotonic()

    def say(self, text):
        print("%7.1f s  %s" % (time.monotonic() - self.start, text), flush=True)


def start(folder, log, build):
    """Starts `make run` in a process group of its own."""
    command = ["make", "run"]
    if build:
        built = [os.path.join(os.path.abspath(build), kind, "bawaba") for kind in ("release", "debug")]
        command += ["-o", "release", "RELEASE=" + next(filter(os.path.exists, built))]
    with open(log, "w") as output:
        return subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output,
                                stderr=subprocess.STDOUT, start_new_session=True)


def await_ready(process, log):
    """Returns what `make run` printed."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with open(log) as file:
            text = file.read()
        if READY in text:
            return text
        if process.poll() is not None:
            raise Failed("make run ended with %s:\n%s" % (process.returncode, text[-3000:]))
        time.sleep(0.2)
    raise Failed("make run is not ready after %d s" % START_SECONDS)


def end(process):
    """As Ctrl-C in its terminal does: a signal to the whole group, of which nothing may be left."""
    signal_group(process, signal.SIGINT)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        # A child that has ended belongs to the group until it is waited for.
        process.poll()
        if not signal_group(process, 0):
            return
        time.sleep(0.1)
    raise Failed("make run, or what it started, did not end with Ctrl-C")


def signal_group(process, number):
    """False when nothing of the group is left."""
    try:
        os.killpg(process.pid, number)
        return True
    except ProcessLookupError:
        return False


def paragraph(text, start):
    """The lines that are printed below a comment, up to an empty one."""
    lines = text[text.index(start):].splitlines()[1:]
    return lines[:lines.index("")]


def paste(shell, lines):
    """Gives lines to the shell and returns what came of them."""
    mark = "--- done %d ---" % time.monotonic_ns()
    shell.stdin.write("\n".join(lines) + "\necho\necho '%s'\n" % mark)
    shell.stdin.flush()
    said = []
    for line in shell.stdout:
        if mark in line:
            return "".join(said)
        said.append(line)
    raise Failed("the shell ended: " + "".join(said))


def clone(options, folder, clock):
    subprocess.run(["git", "clone", "--quiet", options.repository, folder], check=True)
    clock.say("git clone")


def walk(text, folder, clock):
    # curl and the token's verification are run where the user is: anywhere but in the clone.
    shell = subprocess.Popen(["bash"], cwd=folder, text=True, stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    # The printed lines have no time limit; here a gateway that hangs is a failure.
    shell.stdin.write('curl() { command curl --max-time 30 "$@"; }\n')
    try:
        for start, expected, name in STEPS:
            said = paste(shell, paragraph(text, start))
            missing = [part for part in expected if part not in said]
            if missing:
                raise Failed("%s: %r is missing in\n%s" % (name, missing, said))
            clock.say(name)
    finally:
        shell.kill()
        shell.wait()


def main():
    # In the background a shell has it ignored, and what is started here would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(description="A new user's way, with a clock.")
    parser.add_argument("--build", help="a .build folder to be used again")
    parser.add_argument("--from", dest="repository", default=ROOT, help="what is cloned")
    options = parser.parse_args()
    place = tempfile.mkdtemp(prefix="bawaba-new-user-")
    folder = os.path.join(place, "bawaba")
    process, clock = None, Clock()
    try:
        clone(options, folder, clock)
        log = os.path.join(place, "make-run.log")
        process = start(folder, log, options.build)
        text = await_ready(process, log)
        clock.say("make run: everything is up" + (", built before" if options.build else ""))
        walk(text, place, clock)
        end(process)
        clock.say("Ctrl-C: everything has stopped")
        print("the claim holds")
    except Failed as failure:
        sys.exit("new_user: %s\nTHE CLAIM DOES NOT HOLD" % failure)
    finally:
        if process:
            signal_group(process, signal.SIGKILL)
            process.wait()
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    main()
