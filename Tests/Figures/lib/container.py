"""What a container engine does, as far as the image's claims need it: a Dockerfile's last stage as a
folder, compose's mounts into it, and processes in it."""

import glob
import json
import os
import shlex
import shutil
import subprocess

import fixture


def read_yaml(path):
    """The documents of a file."""
    try:
        import yaml
    except ImportError:
        fixture.die("python3-yaml is missing (apt-get install python3-yaml)")
    with open(path) as file:
        return list(yaml.safe_load_all(file))


class Image:
    """The last stage of a Dockerfile. `built` says where the files are that earlier stages made."""

    def __init__(self, path, built):
        self.copies = []
        self.user, self.health, self.entrypoint, self.command = 0, [], [], []
        self.built = built
        for name, rest in self.last_stage(path):
            if name == "COPY":
                self.copies.append(self.copy(rest))
            elif name == "USER":
                self.user = int(rest.split(":")[0])
            elif name == "HEALTHCHECK":
                self.health = json.loads(rest[rest.index("CMD") + 3:])
            elif name == "ENTRYPOINT":
                self.entrypoint = json.loads(rest)
            elif name == "CMD":
                self.command = json.loads(rest)
            elif name not in ("EXPOSE", "LABEL"):
                fixture.die("%s: do not know %s" % (path, name))

    @staticmethod
    def last_stage(path):
        """Its instructions: names and what is behind them, continued lines joined."""
        with open(path) as file:
            lines = [line for line in file if not line.lstrip().startswith("#")]
        joined = "".join(lines).replace("\\\n", " ")
        words = [line.split(None, 1) for line in joined.splitlines() if line.strip()]
        start = max(at for at, line in enumerate(words) if line[0] == "FROM")
        if words[start][1].strip() != "scratch":
            fixture.die("%s: the last stage is not FROM scratch" % path)
        return words[start + 1:]

    def copy(self, text):
        """The files outside, the place inside, and the mode of a COPY."""
        words = shlex.split(text)
        options = dict(word[2:].split("=", 1) for word in words if word.startswith("--"))
        *sources, place = [word for word in words if not word.startswith("--")]
        files = []
        for source in sources:
            if "from" in options:
                found = [self.built[source]] if source in self.built else []
            else:
                found = sorted(glob.glob(os.path.join(fixture.ROOT, source)))
            if not found:
                fixture.die("COPY: nothing is known of %s" % source)
            files += found
        return files, place, int(options["chmod"], 8)


class Root:
    """The image as a folder."""

    def __init__(self, folder, image):
        self.folder = folder
        os.chmod(folder, 0o755)
        # A mount of its own, so that it can be made read-only and ends with the namespace.
        subprocess.run(["mount", "--bind", folder, folder], check=True)
        self.inside = []
        for files, place, mode in image.copies:
            for file in files:
                target = place + os.path.basename(file) if place.endswith("/") else place
                shutil.copyfile(file, self.made(target))
                os.chmod(self.path(target), mode)
                self.inside.append(target)

    def path(self, place):
        return self.folder + place

    def made(self, place):
        """The path of a place whose folders are there."""
        umask = os.umask(0o022)
        os.makedirs(os.path.dirname(self.path(place)), exist_ok=True)
        os.umask(umask)
        return self.path(place)

    def mount(self, compose, service, secrets):
        """Mounts a service's files; `secrets` is the folder where its secrets are."""
        facts, base = compose["services"][service], os.path.join(fixture.ROOT, "docker")
        for volume in facts.get("volumes", []):
            source, place, _ = volume.split(":")
            self.bind(os.path.join(base, source), place)
        for secret in facts["secrets"]:
            file = compose["secrets"][secret["source"]]["file"]
            self.bind(os.path.join(secrets, os.path.basename(file)), secret["target"])
        for entry in facts["tmpfs"]:
            place, options = entry.split(":")
            os.makedirs(self.path(place), exist_ok=True)
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", self.path(place)],
                           check=True)

    def bind(self, source, place):
        open(self.made(place), "w").close()
        subprocess.run(["mount", "--bind", source, self.path(place)], check=True)

    def seal(self):
        """Nothing in the image's own tree can be written any more."""
        subprocess.run(["mount", "-o", "remount,bind,ro", self.folder], check=True)
        try:
            open(self.path("/written"), "w")
            fixture.die("the root can be written")
        except OSError:
            pass

    def files(self):
        return [(place, os.path.getsize(self.path(place))) for place in self.inside]

    def words(self, command, user):
        # No group but the user's own; no environment, as in an image that sets none.
        return ["setpriv", "--no-new-privs", "--bounding-set=-all,+sys_chroot,+setuid,+setgid",
                "chroot", "--userspec=%d:%d" % (user, user), "--groups=", self.folder] + command

    def run(self, command, user, text=""):
        """Runs a command in the root to its end, as `docker exec` does, with `text` to read."""
        return subprocess.run(self.words(command, user), env={"PATH": os.environ["PATH"]},
                              input=text, capture_output=True, text=True, timeout=60)

    def start(self, command, user, log):
        """Starts a service as process 1 of a namespace of its own."""
        return Service(fixture.start(
            ["unshare", "--pid", "--fork"] + self.words(command, user), stdout=log, stderr=log,
            env={"PATH": os.environ["PATH"]}))


class Service:
    """A process that is the first of its namespace."""

    def __init__(self, process):
        self.process = process
        self.child = 0

        def has_child():
            with open("/proc/%d/task/%d/children" % (process.pid, process.pid)) as file:
                children = file.read().split()
            self.child = int(children[0]) if children else 0
            return self.child
        fixture.wait_until(has_child, "a service", process, 30)

    def signal(self, number):
        os.kill(self.child, number)

    def identity(self):
        """The process's number in its own namespace, and its user's."""
        with open("/proc/%d/status" % self.child) as file:
            status = dict(line.split(":", 1) for line in file)
        return int(status["NSpid"].split()[-1]), int(status["Uid"].split()[0])
