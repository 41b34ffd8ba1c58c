"""`nianbaod check` on many copies: through the workers' sockets, as the daemon goes, reports judged and printed."""

import json
import os
import shutil
import subprocess
import tempfile
import threading
import time

import contest
import table
from contest import Entry, Lap, Refused

WORKERS = 2


class Check:
    """Judges copies of the files in one call of the program, and watches how large its processes grow."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.worker_kib = 0
        self.configuration = os.path.join(folder, "nianbaod.yaml")
        with open(self.configuration, "w") as file:
            file.write(f"workers: {WORKERS}\n")

    def judged(self, path):
        """Whether a report is found in a file."""
        output = self._call([path])[0]
        return bool(output) and json.loads(output.splitlines()[0]).get("report") is not None

    def run(self, _stage, paths, _seconds):
        start = time.perf_counter()
        output, own_kib = self._call(paths)
        elapsed = time.perf_counter() - start
        answers = output.count("\n")
        if answers != len(paths):
            raise Refused(f"{answers} answers for {len(paths)} files")
        return Lap(len(paths), elapsed, own_kib)

    def _call(self, paths):
        process = subprocess.Popen(
            [self.program, "check", "--config", self.configuration, "--format", "json", *paths],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        watcher = threading.Thread(target=self._watch, args=(process,), daemon=True)
        watcher.start()
        output = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        watcher.join()
        return output, usage.ru_maxrss

    def _watch(self, process):
        """The kernel keeps the high-water mark of each worker: the last look sees nearly all of it."""
        while process.returncode is None:
            for child in _children(process.pid):
                self.worker_kib = max(self.worker_kib, _high_water(child))
            time.sleep(0.02)


def run(setting):
    rows, memory = [], []
    with tempfile.TemporaryDirectory(prefix="nianbaod-bench-") as folder:
        for form, paths in setting.files.items():
            check = Check(setting.program, folder)
            paths = [path for path in paths if check.judged(path)]
            if not paths:
                print(f"  {form}: NOT MEASURED, nianbaod reads no such report" + (" yet" if form == "doc" else ""))
                continue
            copies = copies_of(paths, 20 if form == "doc" else setting.copies, os.path.join(folder, form))
            script = setting.script(form)
            entries = [Entry("nianbaod check", check, "judge")]
            if script:
                entries.append(Entry(setting.script_names[form], OnOriginals(script, paths), "judge"))
            # Every lap of `check` takes all copies, that is long enough.
            contest.alternate(entries, copies, setting.rounds, setting.seconds)
            if script:
                script.close()
            own, *others = entries
            row = [form, len(copies), f"{1000 / own.median:.0f}" if own.laps else own.refusal]
            if own.laps:
                row.append(table.time(own))
                row += [
                    value
                    for other in others
                    if other.laps
                    for value in (other.name, table.time(other), f"{other.median / own.median:.1f}")
                ]
                memory.append((form, f"{check.worker_kib / 1024:.0f} MiB", f"{own.peak_mib:.0f} MiB", *peaks(others)))
            rows.append(row + [""] * (7 - len(row)))
    table.show(
        f"nianbaod check, {WORKERS} workers, from its start to its end: ms a file, median over rounds (least–most)",
        ["format", "copies", "files/s", "nianbaod", "against one process of", "", "times as fast"],
        rows,
    )
    table.show("Memory at its peak, resident", ["format", "a worker", "nianbaod", "the script"], memory)


def peaks(others):
    return [f"{other.peak_mib:.0f} MiB ({other.name})" for other in others if other.laps] or ["–"]


class OnOriginals:
    """A script in its own process has no use for copies."""

    def __init__(self, script, paths):
        self.script = script
        self.paths = paths

    def run(self, stage, _copies, seconds):
        return self.script.run(stage, self.paths, seconds)


def copies_of(paths, count, folder):
    os.makedirs(folder, exist_ok=True)
    copies = []
    for number in range(count):
        source = paths[number % len(paths)]
        copies.append(os.path.join(folder, f"{number}-{os.path.basename(source)}"))
        shutil.copyfile(source, copies[-1])
    return copies


def _children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            children = file.read().split()
        # Workers are started by threads of their own.
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children") as file:
                children += file.read().split()
        return children
    except OSError:
        return []


def _high_water(pid):
    try:
        with open(f"/proc/{pid}/status") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
    except OSError:
        return 0
