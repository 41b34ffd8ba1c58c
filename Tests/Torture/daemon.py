"""The daemon under test, and its workers as the kernel knows them."""

import os
import signal
import subprocess
import threading
import time

SETTINGS = """settle: 200ms
writer_deadline: 2m
rescan: 2s
diagnostics: [html, json]
"""


class Daemon:
    def __init__(self, program, folder, prefix=()):
        self.spool = os.path.join(folder, "spool")
        self.state = os.path.join(folder, "state")
        self.log_path = os.path.join(folder, "log")
        settings = os.path.join(folder, "nianbaod.yaml")
        with open(settings, "w") as file:
            file.write(SETTINGS)
        for path in (os.path.join(self.spool, "inbox"), self.state):
            os.makedirs(path)
        os.chmod(os.path.join(self.spool, "inbox"), 0o777)
        self.command = [*prefix, program, "run", "--config", settings, "--spool", self.spool, "--state", self.state]
        self.faults = []
        self.starts = 0
        self.log = open(self.log_path, "ab")
        self.process = None

    def start(self):
        self.starts += 1
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, start_new_session=True)

    def wait_until_ready(self):
        for _ in range(300):
            with open(self.log_path, "rb") as file:
                if b"watching" in file.read():
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"the daemon does not start: see {self.log_path}")

    def kill(self):
        """kill -9, and a new one at once."""
        if self.process.poll() is not None:
            self.faults.append(f"the daemon ended by itself: {self.process.returncode}")
            self.start()
            return
        self.process.kill()
        self.process.wait()
        self.start()

    def restart(self):
        """As an administrator does it."""
        self.end()
        self.start()

    def end(self):
        # Before it has set up its signals it may be ended by one like any program.
        time.sleep(0.3)
        self.process.terminate()
        try:
            status = self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.faults.append("SIGTERM: it does not end within 60 s")
            self.process.kill()
            status = self.process.wait()
        if status not in (0, -signal.SIGTERM):
            self.faults.append(f"SIGTERM: it ended with {status}")

    def workers(self):
        """Those that it has started."""
        return [pid for pid, parent, name in processes() if parent == self.process.pid and name == "nianbaod-extrac"]

    def stop_for(self, pid, seconds):
        """SIGSTOP, and later SIGCONT."""
        signal_process(pid, signal.SIGSTOP)
        threading.Timer(seconds, signal_process, (pid, signal.SIGCONT)).start()

    def left_behind(self, program):
        """Workers of this daemon's program that outlived it."""
        folder = os.path.dirname(os.path.realpath(program))
        found = []
        for pid, parent, name in processes():
            if parent != 1 or name != "nianbaod-extrac":
                continue
            try:
                if os.path.dirname(os.readlink(f"/proc/{pid}/exe")) == folder:
                    found.append(pid)
            except OSError:
                pass
        return found


def processes():
    """(id, parent, name) of all."""
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat", "rb") as file:
                text = file.read().decode(errors="replace")
        except OSError:
            continue
        opening, closing = text.index("("), text.rindex(")")
        yield int(entry), int(text[closing + 2 :].split()[1]), text[opening + 1 : closing]


def signal_process(pid, number):
    """Only to a program of ours: its id may be somebody else's by now."""
    try:
        with open(f"/proc/{pid}/comm") as file:
            if not file.read().startswith("nianbaod"):
                return False
        os.kill(pid, number)
        return True
    except OSError:
        return False
