"""The daemon under trial, and what is done to it."""

import os
import signal
import subprocess
import time
from collections import Counter

CONFIGURATION = """\
settle: 200ms
rescan: 2s
diagnostics: [html, json]
"""


class Daemon:
    def __init__(self, built, folder, chance):
        self.program = os.path.join(built, "nianbaod")
        self.spool = os.path.join(folder, "spool")
        self.state = os.path.join(folder, "state")
        self.configuration = os.path.join(folder, "nianbaod.yaml")
        self.log = open(os.path.join(folder, "log"), "ab")
        self.chance = chance
        self.strikes = Counter()
        self.process = None
        os.makedirs(os.path.join(self.spool, "inbox"), mode=0o2775)
        with open(self.configuration, "w") as file:
            file.write(CONFIGURATION)

    @property
    def kills(self):
        return self.strikes["daemon killed"] + self.strikes["worker killed"]

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "run", "--config", self.configuration, "--spool", self.spool, "--state", self.state],
            stderr=self.log, stdin=subprocess.DEVNULL)

    def strike(self):
        """One blow, at this moment."""
        if self.process.poll() is not None:
            # It must not end by itself.
            self.strikes["ended by itself"] += 1
            self.start()
            return
        worker = self._worker()
        draw = self.chance.random()
        if draw < 0.55 or (worker is None and draw < 0.9):
            self._end(signal.SIGKILL, "daemon killed")
        elif draw < 0.9:
            self._send(worker, signal.SIGKILL, "worker killed")
        elif draw < 0.95 or worker is None:
            self._end(signal.SIGTERM, "daemon stopped and started")
        else:
            self._send(worker, signal.SIGSTOP, "worker halted for a moment")
            time.sleep(self.chance.uniform(0.05, 0.3))
            self._send(worker, signal.SIGCONT, None)

    def _end(self, number, name):
        self.process.send_signal(number)
        self.process.wait()
        self.strikes[name] += 1
        self.start()

    def _send(self, pid, number, name):
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return
        if name:
            self.strikes[name] += 1

    def _worker(self):
        try:
            with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children") as file:
                children = file.read().split()
        except OSError:
            return None
        # Threads start them too.
        if not children:
            listing = subprocess.run(
                ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
            children = listing
        return int(self.chance.choice(children)) if children else None

    def calm(self):
        if self.process.poll() is not None:
            self.start()

    def settles(self, unfinished, patience):
        """Waits until nothing is left but what was never written to its end."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if set(self.names("inbox")) <= unfinished() and not self.names(".work"):
                return True
            time.sleep(0.5)
        return False

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()

    def names(self, folder):
        """The paths of the files below a folder of the spool."""
        root = os.path.join(self.spool, folder)
        return [
            os.path.relpath(os.path.join(place, name), root) for place, _, names in os.walk(root) for name in names]
