"""The daemon as a whole, and folders for it."""

import ctypes
import ctypes.util
import os
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
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith(field + ":"))

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


class Arrivals:
    """When names appear in folders, by inotify: it costs next to nothing, and nothing while nothing happens."""

    MOVED_TO = 0x80

    def __init__(self, folders):
        self.libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
        self.descriptor = self.libc.inotify_init1(0)
        for folder in folders:
            os.makedirs(folder, exist_ok=True)
            if self.libc.inotify_add_watch(self.descriptor, os.fsencode(folder), self.MOVED_TO) < 0:
                raise OSError(ctypes.get_errno(), folder)

    def wait_for(self, names, patience=600):
        """When each of the names came, by time.monotonic()."""
        missing, times = set(names), {}
        deadline = time.monotonic() + patience
        while missing:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{len(missing)} files got no outcome")
            events = os.read(self.descriptor, 1 << 16)
            now, at = time.monotonic(), 0
            while at < len(events):
                _, _, _, length = struct.unpack_from("iIII", events, at)
                name = events[at + 16 : at + 16 + length].split(b"\0")[0].decode()
                at += 16 + length
                if name in missing:
                    missing.remove(name)
                    times[name] = now
        return times

    def close(self):
        os.close(self.descriptor)


class Scratch:
    """A folder that goes when it is done with."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="nianbaod-bench-")
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


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
