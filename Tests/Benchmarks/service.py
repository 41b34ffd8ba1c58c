"""The daemon as a whole, and folders for it."""

import atexit
import ctypes
import ctypes.util
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import zipfile

PAGE = ".审核结果.html"


class Service:
    """The daemon on a spool of its own."""

    def __init__(self, program, folder, configuration):
        self.spool = os.path.join(folder, "spool")
        os.makedirs(os.path.join(self.spool, "inbox"), exist_ok=True)
        path = os.path.join(folder, "nianbaod.yaml")
        with open(path, "w") as file:
            file.write(configuration)
        self.log = open(os.path.join(folder, "log"), "wb")
        self.process = subprocess.Popen(
            [program, "run", "--config", path, "--spool", self.spool, "--state", os.path.join(folder, "state")],
            stderr=self.log, stdin=subprocess.DEVNULL)
        while b"watching" not in open(self.log.name, "rb").read():
            if self.process.poll() is not None:
                raise RuntimeError(open(self.log.name).read())
            time.sleep(0.02)

    @property
    def processes(self):
        """The daemon and its workers."""
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout
        return [self.process.pid] + [int(child) for child in children.split()]

    def processor_seconds(self):
        ticks = 0
        for process in self.processes:
            with open(f"/proc/{process}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
            ticks += sum(int(field) for field in fields[11:15])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory_mib(self, field="VmHWM"):
        """Of the daemon alone."""
        return _memory_mib(self.process.pid, field)

    def workers_memory_mib(self):
        """The peak of the largest worker."""
        return max((_memory_mib(process, "VmHWM") for process in self.processes[1:]), default=0)

    def watches(self):
        """How many folders it watches."""
        folder, count = f"/proc/{self.process.pid}/fdinfo", 0
        for descriptor in os.listdir(folder):
            with open(os.path.join(folder, descriptor)) as file:
                count += sum(line.startswith("inotify wd:") for line in file)
        return count

    def wait_until_quiet(self):
        """Until it has used no processor for two seconds."""
        before, since = -1, time.monotonic()
        while time.monotonic() - since < 2:
            time.sleep(0.1)
            if (used := self.processor_seconds()) != before:
                before, since = used, time.monotonic()

    def context_switches(self):
        total = 0
        for task in os.listdir(f"/proc/{self.process.pid}/task"):
            with open(f"/proc/{self.process.pid}/task/{task}/status") as file:
                total += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
        return total

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.log.close()


def _memory_mib(process, field):
    with open(f"/proc/{process}/status") as file:
        return next((int(line.split()[1]) / 1024 for line in file if line.startswith(field + ":")), 0)


class Inotify:
    """Waits without costing anything while nothing happens."""

    MODIFY, MOVED_TO = 0x2, 0x80

    def __init__(self, paths, mask):
        self.libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
        self.descriptor = self.libc.inotify_init1(0)
        for path in paths:
            if self.libc.inotify_add_watch(self.descriptor, os.fsencode(path), mask) < 0:
                raise OSError(ctypes.get_errno(), path)

    def read(self, patience=60):
        """The names of the next events."""
        if not select.select([self.descriptor], [], [], patience)[0]:
            raise TimeoutError(f"nothing happened for {patience} s")
        events, names, at = os.read(self.descriptor, 1 << 16), [], 0
        while at < len(events):
            _, _, _, length = struct.unpack_from("iIII", events, at)
            names.append(events[at + 16 : at + 16 + length].split(b"\0")[0].decode())
            at += 16 + length
        return names

    def close(self):
        os.close(self.descriptor)


class Arrivals:
    """When names appear in folders."""

    def __init__(self, folders):
        for folder in folders:
            os.makedirs(folder, exist_ok=True)
        self.events = Inotify(folders, Inotify.MOVED_TO)

    def wait_for(self, names):
        """When each of the names came, by time.monotonic()."""
        missing, times = set(names), {}
        while missing:
            for name in self.events.read():
                if name in missing:
                    missing.remove(name)
                    times[name] = time.monotonic()
        return times

    def close(self):
        self.events.close()


class Records:
    """The journal's records of outcomes, which the daemon writes when file, page and ledger are on the disk."""

    OUTCOME = re.compile(rb"(accepted|rejected|held) .*: ")

    def __init__(self, service):
        self.file = open(service.log.name, "rb")
        self.file.seek(0, os.SEEK_END)
        self.events = Inotify([service.log.name], Inotify.MODIFY)
        self.count = 0

    def wait_for(self, count):
        """Until there are so many more; when that was, by time.monotonic()."""
        wanted = self.count + count
        while True:
            self.count += sum(bool(self.OUTCOME.search(line)) for line in self.file)
            if self.count >= wanted:
                return time.monotonic()
            self.events.read()

    def close(self):
        self.events.close()
        self.file.close()


class Scratch:
    """A folder that goes when everything is over: ext4 is slower at making files for minutes after others were removed."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="nianbaod-bench-")
        atexit.register(shutil.rmtree, self.path, ignore_errors=True)
        return self.path

    def __exit__(self, *_):
        pass


def copies(paths, count, folder, marks=""):
    """So many files, all different, of these in turn; their names."""
    os.makedirs(folder, exist_ok=True)
    names = []
    for number in range(count):
        source = paths[number % len(paths)]
        name = f"{marks}{number:06d}{os.path.splitext(source)[1]}"
        target = os.path.join(folder, name)
        shutil.copyfile(source, target)
        tell_apart(target, number)
        names.append(name)
    return names


def tell_apart(path, number):
    """Makes a file another without changing what it says: the daemon knows files that it has had before."""
    if path.endswith((".docx", ".ofd", ".odt")):
        with zipfile.ZipFile(path, "a") as archive:
            archive.comment = b"%d" % number
        return
    marks = {".html": b"<!-- %d -->", ".pdf": b"\n%% %d\n"}
    with open(path, "ab") as file:
        if path.endswith(".txt"):
            file.write(b"\n" + bytes(9 if digit == "1" else 32 for digit in f"{number:020b}") + b"\n")
        else:
            file.write(marks[os.path.splitext(path)[1]] % number)
