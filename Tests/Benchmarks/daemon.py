"""The whole daemon, from the close of a file to its outcome in its folder, against what the disk alone costs and against
the script that an office would write instead."""

import os
import random
import shutil
import statistics
import subprocess
import sys
import time

import table
from service import Arrivals, Records, Scratch, Service, copies

FORMATS = ("txt", "html", "docx", "pdf")
# What the page of a good report takes.
PAGE_BYTES = 23_400
# As many as the daemon's batches have in such a burst.
BATCH = 8


OUTCOMES = ("accepted", "rejected", "held")


def run(setting):
    sys.stdout.reconfigure(line_buffering=True)
    with Scratch() as folder:
        kind = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True).stdout.strip()
        print(f"on {kind}" + (": NO DISK, every sync is free; set TMPDIR to a folder on one" if kind == "tmpfs" else ""))
        floor = os.path.join(folder, "floor")
        subprocess.run(["cc", "-O2", "-o", floor, os.path.join(os.path.dirname(__file__), "floor.c")], check=True)
    for part in setting.parts:
        PARTS[part](setting, floor)


# MARK: A burst

def burst(setting, floor):
    good = {form: [path for path in setting.files[form] if is_good(path)] for form in FORMATS}
    kinds = {**{form: paths for form, paths in good.items()}, "mixed": [p for paths in good.values() for p in paths]}
    rows = []
    for kind, paths in kinds.items():
        count = setting.burst if kind == "mixed" else setting.burst // 4
        ours, each, whole, shared, script = [], [], [], [], []
        for _ in range(setting.bursts):
            ours.append(daemon_burst(setting, paths, count))
            each.append(disk_burst(floor, "each", paths, count))
            whole.append(disk_burst(floor, "all", paths, count))
            shared.append(disk_burst(floor, str(BATCH), paths, count))
            if kind in ("html", "docx", "pdf"):
                script.append(script_burst(setting, paths, min(count, 60 if kind == "pdf" else 200)))
        rate = statistics.median(lap["rate"] for lap in ours)
        script = [rate for rate in script if rate]
        rows.append((
            kind, count, f"{rate:.0f}", quantiles(ours), f"{statistics.median(l['cpu'] for l in ours):.2f}",
            f"{max(l['peak'] for l in ours):.0f} + {max(l['workers'] for l in ours):.0f}",
            *(ratio(rate, rates) if rates else "–" for rates in (each, whole, shared, script))))
    table.show(
        f"A burst of files dropped by rename, settle: 0; files/s up to the last record ({BATCH} files share a sync in (b))",
        ["files", "count", "files/s", "p50 / p99 ms", "CPU ms/file", "peak MiB: daemon + a worker", "× (a) page synced",
         "× (a) all synced", "× (b) all shared", "× (c) script"], rows)


def daemon_burst(setting, paths, count):
    with Scratch() as folder:
        service = Service(setting.program, folder, "settle: 0\nrescan: 0\n")
        staged = os.path.join(service.spool, ".staged")
        names = copies(paths, count, staged)
        os.sync()
        arrivals = Arrivals([os.path.join(service.spool, outcome) for outcome in OUTCOMES])
        records = Records(service)
        before = service.processor_seconds()
        dropped = {}
        begun = time.monotonic()
        for name in names:
            os.rename(os.path.join(staged, name), os.path.join(service.spool, "inbox", name))
            dropped[name] = time.monotonic()
        times = arrivals.wait_for(names)
        seconds = records.wait_for(count) - begun
        lap = {
            "rate": count / seconds,
            "latencies": sorted(times[name] - dropped[name] for name in names),
            "cpu": 1000 * (service.processor_seconds() - before) / count,
            "peak": service.memory_mib(),
            "workers": service.workers_memory_mib(),
        }
        arrivals.close()
        records.close()
        service.end()
        return lap


def disk_burst(floor, mode, paths, count):
    with Scratch() as folder:
        copies(paths, count, os.path.join(folder, "inbox"))
        os.sync()
        result = subprocess.run([floor, folder, mode, str(PAGE_BYTES)], capture_output=True, text=True, check=True)
        return count / float(result.stdout)


def script_burst(setting, paths, count):
    peer = os.path.join(os.path.dirname(__file__), "peers", "watch.py")
    if subprocess.run([setting.python, "-c", "import watchdog"], capture_output=True).returncode:
        return None
    with Scratch() as folder:
        staged = os.path.join(folder, "staged")
        names = copies(paths, count, staged)
        process = subprocess.Popen(
            [setting.python, peer, folder, str(count)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if process.stdout.readline().strip() != "ready":
            return None
        begun = time.monotonic()
        for name in names:
            # It knows of files that are closed; those that are moved in it does not see.
            shutil.copyfile(os.path.join(staged, name), os.path.join(folder, "inbox", name))
        process.wait()
        return count / (time.monotonic() - begun)


def quantiles(laps):
    latencies = sorted(latency for lap in laps for latency in lap["latencies"])
    return f"{1000 * latencies[len(latencies) // 2]:.0f} / {1000 * latencies[len(latencies) * 99 // 100]:.0f}"


def ratio(rate, others):
    return f"{rate / statistics.median(others):.2f}"


def is_good(path):
    name = os.path.basename(path)
    return name.startswith(("qinghe", "xiaodian")) and not any(word in name for word in ("scan", "wrong", "published"))


# MARK: A trickle

def trickle(setting, floor):
    rows = []
    for form in FORMATS:
        paths = [path for path in setting.files[form] if is_good(path)]
        seen, durable, disk = [], [], []
        with Scratch() as folder:
            service = Service(setting.program, folder, "settle: 0\nrescan: 0\n")
            staged = os.path.join(service.spool, ".staged")
            names = copies(paths, setting.trickle, staged)
            os.sync()
            arrivals = Arrivals([os.path.join(service.spool, outcome) for outcome in OUTCOMES])
            records = Records(service)
            for number, name in enumerate(names):
                # Never in step with anything that happens once a second.
                time.sleep(random.uniform(0.7, 1.3) if len(names) > 5 else 0.1)
                dropped = time.monotonic()
                os.rename(os.path.join(staged, name), os.path.join(service.spool, "inbox", name))
                seen.append(arrivals.wait_for([name])[name] - dropped)
                durable.append(records.wait_for(1) - dropped)
                disk.append(1 / disk_burst(floor, "all", [paths[number % len(paths)]], 1))
            arrivals.close()
            records.close()
            service.end()
        seen.sort()
        middle, operation = statistics.median(seen), statistics.median(disk)
        reading = reading_seconds(setting, paths)
        rows.append((
            form, len(seen), f"{1000 * middle:.1f}", f"{1000 * seen[-1]:.1f}", f"{1000 * statistics.median(durable):.1f}",
            f"{1000 * operation:.1f}", f"{1000 * reading:.1f}", f"{middle / (operation + reading):.2f}"))
    table.show(
        "A trickle of one a second, settle: 0, from the rename to the outcome in its folder, in ms",
        ["files", "count", "p50", "most", "p50 of the record", "(a) one file, all synced", "reading and judging",
         "p50 / (a + reading)"], rows)


def reading_seconds(setting, paths):
    from contest import Process

    reader = Process([setting.reader])
    lap = reader.run("judge", paths, 0.5)
    reader.close()
    return lap.seconds / lap.files


# MARK: At rest

def rest(setting, _floor):
    with Scratch() as folder:
        service = Service(setting.program, folder, "")
        shutil.copyfile(next(p for p in setting.files["txt"] if is_good(p)), os.path.join(service.spool, "inbox", "a.txt"))
        while not os.path.exists(os.path.join(service.spool, "accepted", "a.txt")):
            time.sleep(0.05)
        time.sleep(3)
        before = service.context_switches()
        time.sleep(setting.rest)
        switches = service.context_switches() - before
        memory = service.memory_mib("VmRSS")
        with open(f"/proc/{service.process.pid}/smaps_rollup") as file:
            # Without the program's own pages, which the system can drop and read again.
            dirty = sum(int(line.split()[1]) for line in file if line.startswith("Private_Dirty:")) / 1024
        service.end()
    table.show(
        f"At rest for {setting.rest:.0f} s, after one file",
        ["resident MiB", "written to MiB", "wake-ups"], [(f"{memory:.0f}", f"{dirty:.0f}", switches)])


# MARK: Many that wait

def waiting(setting, _floor):
    rows = []
    for count in (1_000, setting.waiting):
        with Scratch() as folder:
            inbox = os.path.join(folder, "spool", "inbox")
            os.makedirs(inbox)
            for number in range(count):
                office = os.path.join(inbox, f"办公室{number % 50}")
                if number < 50:
                    os.mkdir(office)
                with open(os.path.join(office, f"{number}.txt"), "w") as file:
                    file.write("x")
            # They wait because so long a quiet time is asked for.
            service = Service(setting.program, folder, "settle: 1h\nrescan: 0\n")
            service.wait_until_quiet()
            if service.watches() < 51:
                raise RuntimeError("it has not come to all folders")
            rows.append((count, f"{service.processor_seconds():.1f}", f"{service.memory_mib():.0f}"))
            service.end()
    table.show("Files that wait at the start, in 50 folders", ["files", "CPU s of the scan", "peak MiB"], rows)


PARTS = {"burst": burst, "trickle": trickle, "rest": rest, "waiting": waiting}

if __name__ == "__main__":
    sys.exit("run bench.py")
