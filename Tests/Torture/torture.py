"""Kills the daemon and its workers while hostile writers drop reports, then counts.

    torture.py --built .build/release --corpus FOLDER [--kills 500] [--seed N] [--no-smb] [--keep]

What must hold at the end: every file that was written to its end has exactly one outcome with its diagnostics and one row
in the ledger, the bytes in the outcome folder are those that were dropped, and nothing was judged that was not whole.
Exit status 1 when anything of that does not hold; then the spool is kept.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import threading
import time

import verdicts
from daemon import Daemon
from reports import Reports
from share import Share
from writers import Writers


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--built", required=True, help="folder of the programs")
    parser.add_argument("--corpus", required=True, help="folder of good reports")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--writers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--patience", type=int, default=300, help="seconds until all must have its outcome")
    parser.add_argument("--folder", default=None, help="where to make the spool; the file system is what is tried")
    parser.add_argument("--no-smb", action="store_true")
    parser.add_argument("--keep", action="store_true", help="keep the spool")
    return parser.parse_args()


def main():
    given = options()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(1 << 32)
    chance = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="nianbaod-torture-", dir=given.folder)
    print(f"seed {seed}, {given.kills} kills, in {folder}", flush=True)

    daemon = Daemon(given.built, folder, chance)
    share = None if given.no_smb else Share.start(folder, daemon.spool)
    stop = threading.Event()
    writers = Writers(Reports(given.corpus), daemon.spool, folder, share, stop, seed)
    daemon.start()
    threads = writers.start(given.writers)

    began = shown = time.monotonic()
    try:
        while daemon.kills < given.kills:
            time.sleep(chance.uniform(0.02, 0.35))
            daemon.strike()
            if time.monotonic() - shown > 10:
                shown = time.monotonic()
                print(f"{shown - began:5.0f} s  {daemon.kills} kills, {writers.count} files dropped", flush=True)
    finally:
        stop.set()
    for thread in threads:
        thread.join()
    daemon.calm()
    writers.finish()
    isSettled = daemon.settles(writers.unfinished_names, given.patience)
    daemon.end()
    if share:
        share.end()

    violations = verdicts.violations(daemon, writers)
    if not isSettled:
        violations.insert(0, "not everything had its outcome in time")
    print(verdicts.table(daemon, writers))
    for violation in violations[:40]:
        print("VIOLATION", violation)
    print(f"{len(violations)} violations, seed {seed}, {time.monotonic() - began:.0f} s")
    if violations or given.keep:
        print(f"kept: {folder}")
    else:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    os.umask(0o002)
    main()
