# SPDX-License-Identifier: Apache-2.0
"""The program itself, serving as a relay, and what it leaves in its log and on its disk."""
import json
import re
import signal
import socket
import subprocess
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Runs from `with` to its end."""

    def __init__(self, program, folder, database_url=None, limits=False):
        self.program, self.folder, self.limits = program, folder, limits
        self.folder.mkdir(exist_ok=True)
        self.is_folder = database_url is None
        data = folder / "data"
        self.at = ["--data", str(data)] if self.is_folder else ["--database-url", database_url]
        self.data = data

    def __enter__(self):
        made = self.order("invite", *self.at, "--uses", "1000000000")
        self.invite = made.strip().split(": ")[-1]
        self.metrics = f"http://127.0.0.1:{free_port()}/metrics"
        self.log = open(self.folder / "log", "w+")
        command = [self.program, "serve", *self.at, "--addr", "127.0.0.1:0", "--invites", "--questions"]
        command += ["--metrics", self.metrics.split("/")[2]]
        command += [] if self.limits else ["--no-limits"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        said = self.process.stdout.readline()
        self.origin = re.search(r"http://[0-9.:]+", said).group()
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.code = self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.code = self.process.wait()

    def order(self, *words):
        ran = subprocess.run([self.program, *words], capture_output=True, text=True)
        if ran.returncode:
            raise SystemExit(f"{words[0]}: {ran.stdout}{ran.stderr}")
        return ran.stdout

    def left_behind(self):
        """The log may say that it began and that it ends; the data must be sound."""
        faults = [] if self.code == 0 else [f"the program ended with {self.code}"]
        self.log.seek(0)
        for line in self.log:
            try:
                told = json.loads(line)
            except ValueError:
                told = {}
            fit = set(told) == {"unix", "level", "event"} and told["event"] in ("started", "stopping")
            if not fit or abs(told["unix"] - time.time()) > 86_400:
                faults.append(f"the log holds more than it may: {line.strip()[:300]}")
        faults += [f"the program printed: {rest}" for rest in self.process.stdout.read().splitlines()]
        return faults + self.unsound()

    def unsound(self):
        """What the program itself says of its data afterwards."""
        if not self.is_folder:
            return []
        ran = subprocess.run([self.program, "doctor", str(self.data)], capture_output=True, text=True)
        return [] if ran.returncode == 0 else [f"the data is not sound any more: {ran.stdout}{ran.stderr}"]
