#!/usr/bin/env python3
"""The image without a container engine. The tree that the last stage of docker/Dockerfile describes
is built into a folder (from its COPY lines, so that the two cannot drift) and started as an engine
would: read-only, as the image's user, as process 1 of its own, in a network that has loopback only.
What compose.yaml mounts is mounted, docker/gateway.yaml as it is; a DNS server of this program's own
answers for compose's names at Docker's address, and Redis has the ACL that docker/secrets.sh made.

    image_root.py        needs root, for namespaces; the binary is `make static`'s, or $STATIC
"""

import http.client
import json
import os
import re
import signal
import ssl
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture
from container import Image, Root, read_yaml
from names import NameServer

STATIC = os.environ.get("STATIC", os.path.join(fixture.ROOT, ".build-static/release/bawaba"))
DOCKER = os.path.join(fixture.ROOT, "docker")
ENTERED = "BAWABA_IMAGE_ROOT"
CONTACTS = "/api/v1/contacts"
failures = []


def expect(what, good, more=""):
    print("  %-4s %s%s" % ("ok" if good else "FAIL", what, "" if good else ": " + str(more)[-2000:]))
    if not good:
        failures.append(what)


def enter():
    """Starts this program again in namespaces of its own: mounts and ports are nobody else's."""
    if os.geteuid() != 0:
        fixture.die("namespaces need root")
    if not os.access(STATIC, os.X_OK):
        fixture.die("no %s (make static)" % STATIC)
    os.environ[ENTERED] = "1"
    os.execvp("unshare", ["unshare", "--mount", "--net", sys.executable, os.path.abspath(__file__)])


def ask(trust, path, token=None, body=None):
    """One request over TLS that is verified; the status and the body."""
    client = http.client.HTTPSConnection("localhost", 8443, context=trust, timeout=30)
    headers = {"Authorization": "Bearer " + token} if token else {}
    if body is not None:
        headers["Content-Type"] = "application/json"
    client.request("GET" if body is None else "POST", path, body, headers)
    answer = client.getresponse()
    text = answer.read().decode()
    client.close()
    return answer.status, text


def start_gateway(root, image, log_path):
    """Starts the image's own command, and waits until its health check succeeds."""
    with open(log_path, "w") as log:
        gateway = root.start(image.entrypoint + image.command, image.user, log)
    fixture.wait_until(
        lambda: root.run(image.health, image.user).returncode == 0,
        "the gateway (%s)" % log_path, gateway.process, 30)
    return gateway


def exchange(root, trust, user):
    """Issues a code and redeems it: scripts and the stream, under Redis' ACL."""
    uri = "https://client.test/callback"
    code = root.run(["/bawaba", "code", "issue", "--config", "/config/gateway.yaml", "--org", "acme",
                     "--abilities", "read", "--redirect-uri", uri, "--quiet"], user)
    expect("a command issues a code", code.returncode == 0, code.stderr)
    body = json.dumps({"grant_type": "authorization_code", "code": code.stdout.strip(),
                       "redirect_uri": uri})
    status, text = ask(trust, "/api/v1/oauth/token", body=body)
    expect("a client redeems it", status == 200, text)
    status, text = ask(trust, "/api/v1/oauth/token", body=body)
    expect("and nobody a second time", status == 400, text)


def mint(root, trust, user, token):
    """Makes a widget and a key, mints an embed token and verifies it: the master key, and Redis."""
    place = ["--config", "/config/gateway.yaml"]
    for command in (["widget", "set", *place, "acme", "site"], ["embed-key", "rotate", *place, "acme"]):
        done = root.run(["/bawaba", *command], user)
        expect("a command: " + " ".join(command[:2]), done.returncode == 0, done.stderr)
    body = json.dumps({"slug": "site", "subject": "user-1"})
    status, text = ask(trust, "/api/v1/embed-tokens", token, body)
    expect("a widget's token is minted", status == 200, text)
    if status == 200:
        minted = json.loads(text)["data"]["token"]
        done = root.run(["/bawaba", "embed", "verify", *place, "--slug", "site"], user, minted)
        expect("and verified", done.returncode == 0, done.stdout + done.stderr)


def requests(root, trust, user):
    made = root.run(["/bawaba", "token", "create", "--quiet", "--config", "/config/gateway.yaml",
                     "--org", "acme", "--abilities", "read,write"], user)
    expect("a command makes a token, under Redis' ACL", made.returncode == 0, made.stderr)
    token = made.stdout.strip()
    status, text = ask(trust, CONTACTS + "?per_page=20", token)
    expect("a token's request reaches the sandbox", status == 200 and '"data"' in text, text)
    status, text = ask(trust, CONTACTS, token, '{"wa_id": "971500000001"}')
    expect("so does what it writes", status == 200 and "971500000001" in text, text)
    expect("without a token: 401", ask(trust, CONTACTS)[0] == 401)
    mint(root, trust, user, token)
    exchange(root, trust, user)


def judge_modes(root, user):
    """What Kubernetes and a careless hand make of a secret's mode."""
    key = root.path("/run/secrets/bawaba/master.key")
    check = ["/bawaba", "check", "/config/gateway.yaml"]
    for owner, mode, good, what in (
            (0, 0o440, True, "root's file, readable to our group (Kubernetes' fsGroup), is taken"),
            (user, 0o440, False, "our own file that a group may read is refused"),
            (user, 0o444, False, "a file that all may read is refused")):
        os.chown(key, owner, user)
        os.chmod(key, mode)
        done = root.run(check, user)
        expect(what, (done.returncode == 0) == good, done.stdout + done.stderr)
    os.chown(key, user, user)
    os.chmod(key, 0o400)


def judge_kubernetes(root, user):
    """What of kubernetes.yaml can be judged here."""
    kinds = {part["kind"]: part for part in read_yaml(os.path.join(DOCKER, "kubernetes.yaml"))}
    policy = kinds["ConfigMap"]["data"]["gateway.yaml"]
    with open(root.path("/run/bawaba/kubernetes.yaml"), "w") as file:
        file.write(policy)
    done = root.run(["/bawaba", "check", "--without-secrets", "/run/bawaba/kubernetes.yaml"], user)
    expect("kubernetes.yaml's policy is usable", done.returncode == 0, done.stdout + done.stderr)
    os.remove(root.path("/run/bawaba/kubernetes.yaml"))
    pod = kinds["Deployment"]["spec"]["template"]["spec"]
    gateway = pod["containers"][0]
    drain = int(re.search(r"drain: (\d+)s", policy).group(1))
    pause = gateway["lifecycle"]["preStop"]["sleep"]["seconds"]
    expect("it waits longer than a drain takes",
           pod["terminationGracePeriodSeconds"] > drain + pause)
    ports = {port["name"]: port["containerPort"] for port in gateway["ports"]}
    said = [int(port) for port in re.findall(r'address: "[^"]*:(\d+)"', policy)]
    expect("its ports are the policy's", sorted(ports.values()) == sorted(said), ports)
    mounts = [mount["mountPath"] for mount in gateway["volumeMounts"]]
    paths = re.findall(r"(?:_file|socket): (/[^\s}]+)", policy)
    expect("it mounts what the policy names", len(paths) > 4 and all(
        any(path.startswith(mount + "/") for mount in mounts) for path in paths), paths)


def main():
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    image = Image(os.path.join(DOCKER, "Dockerfile"), {
        "/src/.build-static/release/bawaba": STATIC,
        "/etc/ssl/certs/ca-certificates.crt": "/etc/ssl/certs/ca-certificates.crt",
    })
    (compose,) = read_yaml(os.path.join(DOCKER, "compose.yaml"))
    services = compose["services"]
    outside = fixture.scratch("image-outside")
    os.chmod(outside, 0o755)
    secrets = os.path.join(outside, "secrets")
    subprocess.run([os.path.join(DOCKER, "secrets.sh"), secrets], check=True, stdout=subprocess.DEVNULL)

    root = Root(fixture.scratch("image-root"), image)
    root.mount(compose, "gateway", secrets)
    root.seal()
    print("in the image:")
    for path, size in root.files():
        print("  %10d  %s" % (size, path))
    user = image.user
    print("as user %d:" % user)
    judge_kubernetes(root, user)

    # Compose's names and ports as they are: this network is nobody else's.
    names = NameServer(["redis", "sandbox"], ("127.0.0.11", 53))
    redis_command = [word.replace("/run/secrets", secrets).replace("/data", outside)
                     for word in services["redis"]["command"]]
    redis = fixture.start(redis_command + ["--bind", "127.0.0.1"], stdout=subprocess.DEVNULL)
    health = services["redis"]["healthcheck"]["test"][1:]
    fixture.wait_until(
        lambda: subprocess.run(health, capture_output=True).returncode == 0, "redis", redis, 30)
    expect("Redis' health check needs no password", True)
    sandbox_log = open(os.path.join(outside, "sandbox.log"), "w")
    sandbox = root.start(image.entrypoint + services["sandbox"]["command"], user, sandbox_log)

    early = root.run(image.health, user)
    expect("the health check fails before the gateway runs", early.returncode == 1, early.stdout)
    log_path = os.path.join(outside, "gateway.log")
    gateway = start_gateway(root, image, log_path)
    ready = root.run(image.health, user)
    expect("the health check succeeds: " + ready.stdout.strip(), ready.returncode == 0)
    expect("names were asked of 127.0.0.11: " + ", ".join(sorted(names.asked)),
           {"redis", "sandbox"} <= names.asked)

    trust = ssl.create_default_context(cafile=os.path.join(secrets, "tls.crt"))
    requests(root, trust, user)
    expect("the gateway is process 1 of user %d" % user, gateway.identity() == (1, user),
           gateway.identity())
    judge_modes(root, user)

    # What it leaves behind is in its way where a folder outlives it, as Kubernetes' emptyDir does.
    gateway.signal(signal.SIGKILL)
    gateway.process.wait(60)
    gateway = start_gateway(root, image, log_path)
    expect("one that was killed starts again beside its old control socket", True)

    gateway.signal(signal.SIGTERM)
    status = gateway.process.wait(60)
    with open(log_path) as log:
        said = log.read()
    expect("SIGTERM ends it in order", status == 0 and "every request was finished" in said, said)
    late = root.run(image.health, user)
    expect("the health check fails behind it", late.returncode == 1, late.stdout)
    sandbox.signal(signal.SIGTERM)
    expect("SIGTERM ends the sandbox", sandbox.process.wait(60) == 0)
    fixture.stop(redis)
    print("FAILED: see " + outside if failures else "passed")
    return 1 if failures else 0


if __name__ == "__main__":
    if ENTERED in os.environ:
        sys.exit(main())
    enter()
