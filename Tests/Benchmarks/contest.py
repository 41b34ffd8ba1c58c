"""Contestants, and rounds in which they take turns."""

import json
import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field


class Refused(Exception):
    """A contestant cannot do what it was told."""


class Process:
    """A program that stays and takes orders, one a line; it answers each with a line of JSON.

    look PATH                       → {"found": …}
    STAGE SECONDS PATH⇥PATH…        → {"files": …, "seconds": …, "peak_kib": …}
    """

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def look(self, path):
        return self._order(f"look {path}")["found"]

    def run(self, stage, paths, seconds):
        answer = self._order(f"{stage} {seconds} " + "\t".join(paths))
        return Lap(answer["files"], answer["seconds"], answer["peak_kib"])

    def _order(self, line):
        try:
            print(line, file=self.process.stdin, flush=True)
            answer = json.loads(self.process.stdout.readline())
        except (OSError, ValueError) as error:
            raise Refused(f"it ended: {error}") from error
        if "error" in answer:
            raise Refused(answer["error"])
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Spawned:
    """A program that is started anew for every file, as cheaply as that can be done."""

    def __init__(self, command):
        self.command = command

    def run(self, _stage, paths, seconds):
        files, peak, start = 0, 0, time.perf_counter()
        actions = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        while True:
            for path in paths:
                arguments = [path if word == "FILE" else word for word in self.command]
                child = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=actions)
                _, status, usage = os.wait4(child, 0)
                if status != 0:
                    raise Refused(f"{arguments[0]} ended with {status}")
                peak = max(peak, usage.ru_maxrss)
            files += len(paths)
            elapsed = time.perf_counter() - start
            if elapsed >= seconds:
                return Lap(files, elapsed, peak)

    def close(self):
        pass


@dataclass
class Lap:
    files: int
    seconds: float
    peak_kib: int

    @property
    def milliseconds(self):
        return 1000 * self.seconds / self.files


@dataclass
class Entry:
    """One contestant at one stage, and the laps it has run."""

    name: str
    contestant: object
    stage: str
    laps: list = field(default_factory=list)
    refusal: str | None = None

    @property
    def median(self):
        return statistics.median(lap.milliseconds for lap in self.laps)

    @property
    def spread(self):
        times = [lap.milliseconds for lap in self.laps]
        return min(times), max(times)

    @property
    def peak_mib(self):
        return max(lap.peak_kib for lap in self.laps) / 1024


def alternate(entries, paths, rounds, seconds):
    """Lets all entries run once each, again and again: what else the machine does hits them alike.

    A first lap of each warms up and is not kept. An entry that refuses is left out from then on.
    """
    for round_number in range(rounds + 1):
        for entry in entries:
            if entry.refusal:
                continue
            try:
                lap = entry.contestant.run(entry.stage, paths, seconds if round_number else 0)
            except Refused as refusal:
                entry.refusal = str(refusal)
                continue
            if round_number:
                entry.laps.append(lap)
