"""Afterwards: what became of every file, held against what was dropped."""

import collections
import hashlib
import json
import os
import sqlite3

OUTCOMES = ["accepted", "rejected", "held"]
MARK = ".审核结果."


class Check:
    """Finds violations; each is a line of words.

    1 What is judged is complete: the SHA-256 of every filed report, every diagnostics record and every row of the
      ledger is that of a state that a writer had completed.
    2 Every drop has as many outcomes as its rule says (see reports.Drop), and never two for the same bytes.
    3 A report lies where its verdict says, with its page and its record beside it, and they speak of these bytes.
      Accepted and rejected are what they are without any crash. Held may be what a kill has hit twice.
    4 One row for each report in an outcome folder, and no other row: with its bytes, verdict and place.
    5 Nothing is left in .work, and in the inbox what was never finished and the notes beside it.
    """

    def __init__(self, daemon, drops):
        self.spool = daemon.spool
        self.ledger = os.path.join(daemon.state, "ledger.sqlite")
        self.drops = drops
        self.violations = []
        self.outcomes = collections.Counter()
        self.states = {}
        for drop in drops:
            for index, (sha256, verdict) in enumerate(drop.states):
                self.states[sha256] = (drop, index, verdict)

    def run(self):
        filed = self._filed()
        self._drops(filed)
        self._rows(filed)
        self._leftovers()
        return self.violations

    def _violation(self, words):
        self.violations.append(words)

    def _filed(self):
        """The reports in the outcome folders by their SHA-256."""
        filed = collections.defaultdict(list)
        for outcome in OUTCOMES:
            reports, notes = [], set()
            for path in files(os.path.join(self.spool, outcome)):
                (notes.add if MARK in os.path.basename(path) else reports.append)(path)
            for path in reports:
                sha256 = digest(path)
                filed[sha256].append((outcome, path))
                self.outcomes[outcome] += 1
                for form in ("html", "json"):
                    if path + MARK + form not in notes:
                        self._violation(f"without diagnostics ({form}): {self._short(path)}")
                    notes.discard(path + MARK + form)
                self._record(outcome, path, sha256)
            for path in notes:
                self._violation(f"diagnostics without a report: {self._short(path)}")
        return filed

    def _record(self, outcome, path, sha256):
        try:
            with open(path + MARK + "json", encoding="utf-8") as file:
                record = json.load(file)
        except (OSError, ValueError) as error:
            return self._violation(f"its record cannot be read: {self._short(path)}: {error}")
        if record["verdict"] != outcome:
            self._violation(f"{self._short(path)}: the record says {record['verdict']}")
        if record["file"]["sha256"] != sha256:
            self._violation(
                f"{self._short(path)}: judged were {record['file']['bytes']} bytes {record['file']['sha256'][:12]}, "
                f"filed are {os.path.getsize(path)} bytes {sha256[:12]}" + self._who(record["file"]["sha256"]))
        page = path + MARK + "html"
        if os.path.exists(page):
            with open(page, "rb") as file:
                if not file.read().rstrip().endswith(b"</html>"):
                    self._violation(f"its page is not whole: {self._short(path)}")

    def _who(self, sha256):
        if sha256 not in self.states:
            return "; nobody completed what was judged"
        drop, index, _ = self.states[sha256]
        return f"; judged was state {index + 1} of {drop.kind}"

    def _drops(self, filed):
        for sha256, places in filed.items():
            where = ", ".join(self._short(path) for _, path in places)
            if sha256 not in self.states:
                size = os.path.getsize(places[0][1])
                self._violation(f"filed, but completed by nobody: {where} ({size} bytes)")
                continue
            drop, index, verdict = self.states[sha256]
            if drop.rule == "never":
                self._violation(f"filed, but never finished: {where}")
            if len(places) > 1:
                self._violation(f"{len(places)} outcomes for the same bytes ({drop.kind}): {where}")
            for outcome, path in places:
                if outcome not in (verdict, "held"):
                    self._violation(f"{self._short(path)}: expected was {verdict} ({drop.kind})")
        for drop in self.drops:
            found = [sha256 for sha256, _ in drop.states if sha256 in filed]
            if drop.rule == "last" and drop.states[-1][0] not in filed:
                self._violation(f"no outcome: {drop.path!r} ({drop.kind})")
            if drop.rule == "one" and len(found) != 1:
                self._violation(f"{len(found)} outcomes: {drop.path!r} ({drop.kind})")

    def _rows(self, filed):
        database = sqlite3.connect(f"file:{self.ledger}?mode=ro", uri=True)
        with database:
            state = database.execute("PRAGMA integrity_check").fetchone()[0]
            rows = database.execute(
                "SELECT id, path, sha256, bytes, verdict, outcome_path, diagnostics_path FROM submission")
            rows = [tuple(text(value) for value in row) for row in rows]
        database.close()
        if state != "ok":
            self._violation(f"the ledger is damaged: {state}")
        places = {}
        for sha256, found in filed.items():
            for outcome, path in found:
                places[os.path.relpath(path, self.spool)] = (sha256, outcome)
        seen = collections.Counter()
        for identity, path, sha256, size, verdict, outcome_path, diagnostics_path in rows:
            seen[outcome_path] += 1
            row = f"ledger, {identity}, {path!r}"
            if sha256 not in self.states:
                self._violation(f"{row}: judged {size} bytes that nobody completed")
            elif self.states[sha256][0].rule == "never":
                self._violation(f"{row}: never finished")
            if outcome_path not in places:
                self._violation(f"{row}: there is no {outcome_path!r}")
            elif places[outcome_path] != (sha256, verdict):
                self._violation(f"{row}: says {verdict} {sha256[:12]}, filed is {places[outcome_path]}")
            if not os.path.exists(os.path.join(self.spool, diagnostics_path or "-")):
                self._violation(f"{row}: there is no {diagnostics_path!r}")
        for place in places:
            if seen[place] != 1:
                self._violation(f"ledger: {seen[place]} rows for {place!r}")

    def _leftovers(self):
        for entry in sorted(os.listdir(os.path.join(self.spool, ".work"))):
            self._violation(f"left in .work: {entry}: {leftover(os.path.join(self.spool, '.work', entry))}")
        unfinished = {drop.path for drop in self.drops if drop.rule == "never"}
        inbox = os.path.join(self.spool, "inbox")
        for path in files(inbox):
            path = os.path.relpath(path, inbox)
            if MARK not in path and path not in unfinished:
                self._violation(f"left in the inbox: {path!r}")
            unfinished.discard(path)
        for path in unfinished:
            self._violation(f"never finished, and not in the inbox any more: {path!r}")

    def _short(self, path):
        return repr(os.path.relpath(path, self.spool))


def files(folder):
    """The paths of all files below a folder."""
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(place, name)


def leftover(folder):
    return [os.path.relpath(path, folder) for path in files(folder)]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def text(value):
    return os.fsdecode(value) if isinstance(value, bytes) else value
