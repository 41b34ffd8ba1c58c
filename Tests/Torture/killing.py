"""Ends what is under test, at random moments and at those that hurt."""

import collections
import os
import signal
import time

from daemon import signal_process


class Killer:
    MEAN_PAUSE = 0.45

    def __init__(self, daemon, rng):
        self.daemon, self.rng = daemon, rng
        self.counts = collections.Counter()

    @property
    def kills(self):
        """How many were kill -9."""
        return sum(count for name, count in self.counts.items() if name.startswith("kill -9"))

    def step(self):
        time.sleep(min(self.rng.expovariate(1 / self.MEAN_PAUSE), 4))
        kinds = [self.daemon_at_random, self.worker, self.daemon_after("claim", ".work"),
                 self.daemon_after("acceptance", "accepted"), self.daemon_twice, self.terminate, self.stop_worker,
                 self.stop_daemon]
        self.rng.choices(kinds, [26, 30, 14, 12, 4, 5, 6, 3])[0]()

    def daemon_at_random(self):
        self.daemon.kill()
        self.counts["kill -9 of the daemon"] += 1

    def daemon_twice(self):
        """In the middle of its recovery."""
        self.daemon.kill()
        time.sleep(self.rng.uniform(0, 0.15))
        self.daemon.kill()
        self.counts["kill -9 of the daemon"] += 1
        self.counts["kill -9 while it starts"] += 1

    def daemon_after(self, what, folder):
        path = os.path.join(self.daemon.spool, folder)

        def kill():
            before = changed(path)
            deadline = time.monotonic() + 1
            while changed(path) == before and time.monotonic() < deadline:
                time.sleep(0.0005)
            time.sleep(self.rng.uniform(0, 0.02) if self.rng.random() < 0.7 else self.rng.uniform(0, 0.15))
            self.daemon.kill()
            self.counts[f"kill -9 just after a {what}" if what == "claim" else "kill -9 just after an acceptance"] += 1

        return kill

    def worker(self):
        workers = self.daemon.workers()
        if workers and signal_process(self.rng.choice(workers), signal.SIGKILL):
            self.counts["kill -9 of a worker"] += 1

    def stop_worker(self):
        workers = self.daemon.workers()
        if workers:
            self.daemon.stop_for(self.rng.choice(workers), self.rng.uniform(0.1, 2))
            self.counts["SIGSTOP of a worker"] += 1

    def stop_daemon(self):
        self.daemon.stop_for(self.daemon.process.pid, self.rng.uniform(0.1, 1))
        self.counts["SIGSTOP of the daemon"] += 1

    def terminate(self):
        self.daemon.restart()
        self.counts["SIGTERM of the daemon"] += 1


def changed(folder):
    """A number that changes with the names in a folder and in those of the offices below it."""
    try:
        with os.scandir(folder) as entries:
            below = [entry.stat(follow_symlinks=False).st_mtime_ns for entry in entries if entry.is_dir()]
        return max(below + [os.stat(folder).st_mtime_ns])
    except OSError:
        return 0
