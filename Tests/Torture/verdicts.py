"""What became of everything that was dropped."""

import hashlib
import json
import os
import sqlite3
from collections import Counter, defaultdict

OUTCOMES = ["accepted", "rejected", "held"]
PAGES = [".审核结果.html", ".审核结果.json"]


def violations(daemon, writers):
    found = []
    drops = {drop.sha256: drop for drop in writers.drops}
    places = defaultdict(list)
    for outcome in OUTCOMES:
        names = set(daemon.names(outcome))
        reports = {name for name in names if not any(name.endswith(page) for page in PAGES)}
        for name in sorted(names - reports):
            if not any(name == report + page for report in reports for page in PAGES if name.startswith(report)):
                found.append(f"{outcome}/{name} lies there without its report")
        for name in sorted(reports):
            digest = digest_of(os.path.join(daemon.spool, outcome, name))
            places[digest].append((outcome, name))
            found += diagnosis(daemon, outcome, name, digest, names)
            if digest not in drops:
                found.append(f"{outcome}/{name} was judged, and nobody wrote it like that to its end")

    for digest, drop in drops.items():
        outcomes = places[digest]
        if len(outcomes) != 1:
            found.append(f"{drop.path} has {len(outcomes)} outcomes: {outcomes}")
        elif outcomes[0][0] not in ("held", "accepted" if drop.is_good else "rejected"):
            found.append(f"{drop.path} was {outcomes[0][0]}")
    found += recorded(daemon, places)
    if daemon.strikes["ended by itself"]:
        found.append(f"the daemon ended by itself {daemon.strikes['ended by itself']} times")
    left = set(daemon.names("inbox")) - writers.unfinished_names()
    found += [f"inbox/{name} was left" for name in sorted(left)]
    found += [f".work/{name} was left" for name in daemon.names(".work")]
    return found


def diagnosis(daemon, outcome, name, digest, names):
    missing = [name + page for page in PAGES if name + page not in names]
    if missing:
        return [f"{outcome}/{name} is without {missing}"]
    with open(os.path.join(daemon.spool, outcome, name + PAGES[1]), encoding="utf-8") as file:
        said = json.load(file)
    if said["verdict"] != outcome or said["file"]["sha256"] != digest:
        return [f"{outcome}/{name} lies beside the diagnostics of another file or verdict"]
    return []


def recorded(daemon, places):
    found = []
    path = os.path.join(daemon.state, "ledger.sqlite")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as ledger:
        rows = ledger.execute("SELECT sha256, verdict, outcome_path FROM submission").fetchall()
    seen = Counter(row[0] for row in rows)
    found += [f"the ledger has {count} rows for {digest}" for digest, count in seen.items() if count != 1]
    for digest, outcomes in places.items():
        if outcomes and not seen[digest]:
            found.append(f"the ledger knows nothing of {outcomes}")
    filed = {digest: outcomes[0] for digest, outcomes in places.items() if outcomes}
    for digest, verdict, outcome_path in rows:
        place = filed.get(digest)
        if place is None:
            found.append(f"the ledger tells of {outcome_path}, which is nowhere")
        elif (verdict, outcome_path) != (place[0], "/".join(place)):
            found.append(f"the ledger says {verdict} {outcome_path}, which lies in {'/'.join(place)}")
    return found


def digest_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def table(daemon, writers):
    kinds = Counter(drop.manner for drop in writers.drops)
    outcomes = {
        outcome: sum(1 for name in daemon.names(outcome) if not any(name.endswith(page) for page in PAGES))
        for outcome in OUTCOMES}
    lines = ["", "strikes    " + ", ".join(f"{name} {count}" for name, count in sorted(daemon.strikes.items()))]
    lines.append("dropped    " + ", ".join(f"{name} {count}" for name, count in sorted(kinds.items())))
    lines.append(f"unfinished {len(writers.held_open)}, which were left alone")
    if writers.failures:
        lines.append("not dropped " + ", ".join(f"{name} {count}" for name, count in sorted(writers.failures.items())))
    lines.append("outcomes   " + ", ".join(f"{name} {count}" for name, count in outcomes.items()))
    return "\n".join(lines)
