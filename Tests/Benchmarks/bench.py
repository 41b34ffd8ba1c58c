"""Measures. Never says whether a time is good: that is for who reads it.

    bench.py --built .build/release --corpus FOLDER [--python PYTHON] [NAME…]

NAME is one of the benchmarks below; without any, all of them run. A new one is a file of its own with a `run(setting)`,
and a line in BENCHMARKS.
"""

import argparse
import os
import shutil
import subprocess
import sys

import checking
import corpus
import daemon
import machine
import reading
from contest import Process, Spawned

BENCHMARKS = {"reading": reading, "checking": checking, "daemon": daemon}


class Setting:
    """What is measured, for how long, and against what."""

    script_names = {"docx": "python-docx", "html": "lxml", "pdf": "pdfplumber"}
    modules = {"docx": "docx", "html": "lxml", "pdf": "pdfplumber"}

    def __init__(self, options):
        self.reader = os.path.join(options.built, "nianbaod-bench")
        self.program = os.path.join(options.built, "nianbaod")
        self.files = corpus.by_format(options.corpus)
        self.rounds = options.rounds
        self.seconds = options.seconds
        self.copies = options.copies
        self.parts = options.part or list(daemon.PARTS)
        self.burst = options.burst
        self.bursts = options.bursts
        self.trickle = options.trickle
        self.rest = options.rest
        self.waiting = options.waiting
        self.python = options.python
        self.pdftotext = Spawned(["pdftotext", "-bbox-layout", "FILE", os.devnull])
        self.missing = {form for form in self.modules if not self._has(self.modules[form])}

    def script(self, form):
        """A fresh process of the script for a format, if there is one."""
        if form not in self.modules or form in self.missing:
            return None
        peers = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers")
        return Process([self.python, os.path.join(peers, "script.py"), form])

    def _has(self, module):
        return subprocess.run([self.python, "-c", f"import {module}"], capture_output=True).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--built", required=True, help="the folder of the release build")
    parser.add_argument("--corpus", required=True, help="the folder of the reports")
    parser.add_argument("--python", default=sys.executable, help="the Python that has the scripts' libraries")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=0.3, help="the least that one lap takes")
    parser.add_argument("--copies", type=int, default=300, help="files that `nianbaod check` is given")
    parser.add_argument("--burst", type=int, default=2000, help="mixed files of a burst; of one kind a quarter")
    parser.add_argument("--bursts", type=int, default=3, help="how many bursts of each kind")
    parser.add_argument("--part", action="append", choices=list(daemon.PARTS), help="of the daemon, only this; may be repeated")
    parser.add_argument("--trickle", type=int, default=30, help="files of a trickle")
    parser.add_argument("--rest", type=float, default=60, help="seconds at rest")
    parser.add_argument("--waiting", type=int, default=100_000, help="files that wait")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    options = parser.parse_args()

    setting = Setting(options)
    print(*machine.facts(), sep="\n")
    for form in sorted(setting.missing):
        print(f"NO PEER for {form}: {setting.script_names[form]} is not installed; {form} is measured alone")
    if not shutil.which("pdftotext"):
        print("NO pdftotext: pdf is not measured against it (Debian: poppler-utils)")
    for name in options.names or BENCHMARKS:
        BENCHMARKS[name].run(setting)


if __name__ == "__main__":
    main()
