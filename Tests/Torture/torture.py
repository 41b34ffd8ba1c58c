"""Kills the daemon and its workers again and again while reports are dropped, and then looks for what went wrong.

Ends with 0 when nothing did, with 1 when something did; what it was is on standard output, and all files are kept.
With the same seed the writers and the killer draw the same numbers; the moments differ from run to run.
"""

import argparse
import collections
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from checking import Check, files, MARK
from daemon import Daemon
from killing import Killer
from reports import Register, Reports
from share import Share, ShareWriter
from writers import Place, Writer

SABOTAGE = ["lease", "row", "bytes", "diagnostics"]


def main():
    options = parse()
    seed = options.seed if options.seed is not None else random.SystemRandom().getrandbits(32)
    program = os.path.join(os.path.abspath(options.built), "nianbaod")
    reports = Reports(options.corpus, program)
    folder = tempfile.mkdtemp(prefix="nianbaod-torture-", dir=options.folder)
    os.chmod(folder, 0o755)
    print(f"torture: seed {seed}, {folder} on {file_system(folder)}, {program}", flush=True)

    prefix = ["setpriv", "--bounding-set=-lease", "--inh-caps=-lease"] if options.sabotage == "lease" else []
    daemon = Daemon(program, folder, prefix)
    register = Register()
    place = Place(os.path.join(daemon.spool, "inbox"), os.path.join(folder, "outside"), register, reports)
    share = start_share(options, folder, place)
    daemon.start()
    daemon.wait_until_ready()

    run = Run(options, seed, daemon, place, share)
    try:
        run.torture()
        settled = run.settle()
        daemon.end()
    finally:
        if daemon.process.poll() is None:
            daemon.process.kill()
        if share:
            share.close()
    sabotage(options.sabotage, daemon)
    check = Check(daemon, register.drops)
    violations = run.faults + daemon.faults + check.run()
    if not settled:
        violations.append(f"not settled within {options.patience} s")
    for pid in daemon.left_behind(program):
        violations.append(f"worker {pid} outlived the daemon")
    run.report(check)
    print()
    for violation in violations[:60]:
        print(f"VIOLATION  {violation}")
    print(f"torture: {len(violations)} violations, seed {seed}")
    if violations or options.keep:
        print(f"torture: all of it is kept in {folder}")
    else:
        shutil.rmtree(folder)
    sys.exit(1 if violations else 0)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--built", default=".build/release", help="where the programs are")
    parser.add_argument("--corpus", default="Tests/TestFixtures/corpus", help="the reports to start from")
    parser.add_argument("--kills", type=int, default=500, help="how many kill -9 at least")
    parser.add_argument("--seconds", type=float, default=10, help="how long at least")
    parser.add_argument("--seed", type=int, help="of what is random; any, without it")
    parser.add_argument("--smb", action=argparse.BooleanOptionalAction, default=True, help="drop through an smbd too")
    parser.add_argument("--writers", type=int, default=6, help="how many write locally at the same time")
    parser.add_argument("--waiting", type=int, default=80, help="how many files may wait before the writers pause")
    parser.add_argument("--patience", type=float, default=300, help="the seconds in which all has to be judged at last")
    parser.add_argument("--folder", help="where the spool is made: a real file system")
    parser.add_argument("--keep", action="store_true", help="keep all files even when all is well")
    parser.add_argument("--sabotage", choices=SABOTAGE, help="break something on purpose: violations have to be found")
    return parser.parse_args()


def start_share(options, folder, place):
    if not options.smb:
        return None
    missing = Share.missing()
    if missing:
        print(f"torture: NOTHING IS DROPPED OVER SMB: {missing}", file=sys.stderr, flush=True)
        return None
    return Share(os.path.join(folder, "samba"), place.inbox)


class Run:
    SHARE_WRITERS = 3

    def __init__(self, options, seed, daemon, place, share):
        self.options, self.daemon, self.place = options, daemon, place
        self.killer = Killer(daemon, random.Random(f"{seed}/killer"))
        self.writers = [Writer(place, f"w{i}", random.Random(f"{seed}/{i}")) for i in range(options.writers)]
        if share:
            self.writers += [
                ShareWriter(place, f"s{i}", random.Random(f"{seed}/smb/{i}"), share) for i in range(self.SHARE_WRITERS)]
        self.share_writers = [writer for writer in self.writers if isinstance(writer, ShareWriter)]
        self.faults = []
        self.start = time.monotonic()
        self.stopping = threading.Event()

    def torture(self):
        threads = [threading.Thread(target=self._write, args=(writer,), daemon=True) for writer in self.writers]
        for thread in threads:
            thread.start()
        told = self.start
        while self.killer.kills < self.options.kills or time.monotonic() - self.start < self.options.seconds:
            self.killer.step()
            if time.monotonic() - told >= 10:
                told = time.monotonic()
                self._progress()
        self.stopping.set()
        for thread in threads:
            thread.join(60)

    def _write(self, writer):
        while not self.stopping.is_set():
            if self._waiting() > self.options.waiting:
                time.sleep(0.1)
                continue
            try:
                writer.step()
            except Exception as error:
                self.faults.append(f"writer {writer.name} failed: {type(error).__name__}: {error}")
                return

    def _waiting(self):
        return sum(1 for path in files(self.place.inbox) if MARK not in path)

    def settle(self):
        """Waits until nothing is left but what was never finished."""
        unfinished = {drop.path for drop in self.place.register.drops if drop.rule == "never"}
        deadline = time.monotonic() + self.options.patience
        while time.monotonic() < deadline:
            left = {os.path.relpath(path, self.place.inbox) for path in files(self.place.inbox) if MARK not in path}
            if left <= unfinished and not os.listdir(os.path.join(self.daemon.spool, ".work")):
                # Long enough for anything that comes late, such as a second outcome.
                time.sleep(2)
                return True
            time.sleep(0.2)
        return False

    def _progress(self):
        seconds = time.monotonic() - self.start
        print(
            f"torture: {seconds:4.0f} s, {self.killer.kills} kills, {self.place.register.count()} files dropped, "
            f"{self._waiting()} in the inbox", flush=True)

    def report(self, check):
        drops = self.place.register.drops
        table("files dropped", collections.Counter(drop.kind for drop in drops))
        table("ended", self.killer.counts)
        table("outcomes", check.outcomes)
        failures = sum(writer.failures for writer in self.share_writers)
        if failures:
            last = [str(getattr(writer, "last_failure", "")) for writer in self.share_writers]
            print(f"SMB: {failures} requests failed: {last}")
        print(f"{self.killer.kills} times kill -9, {self.daemon.starts} starts, {time.monotonic() - self.start:.0f} s")


def sabotage(kind, daemon):
    """Breaks one thing of what was filed, to see that it is found."""
    accepted = sorted(path for path in files(os.path.join(daemon.spool, "accepted")) if MARK not in path)
    if kind == "row":
        database = sqlite3.connect(os.path.join(daemon.state, "ledger.sqlite"))
        with database:
            database.execute("DELETE FROM submission WHERE id = (SELECT min(id) FROM submission)")
        database.close()
    if kind == "bytes":
        with open(accepted[0], "ab") as file:
            file.write(b"\n")
    if kind == "diagnostics":
        os.unlink(accepted[0] + MARK + "html")


def table(title, counts):
    print(f"\n{title} ({sum(counts.values())})")
    for name, count in sorted(counts.items()):
        print(f"  {count:6d}  {name}")


def file_system(folder):
    found = subprocess.run(["stat", "--file-system", "--format=%T", folder], stdout=subprocess.PIPE, text=True)
    return found.stdout.strip() or "an unknown file system"


if __name__ == "__main__":
    main()
