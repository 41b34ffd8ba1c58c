"""Reading and judging in one process, against the scripts and programs that read the same; and what all rules cost
against reading, which is from the bytes of a file to its report."""

import statistics

import contest
import table
from contest import Entry, Process, Refused

# A report has more than two hundred figures. A file of which fewer are read is not read, and its time means nothing.
FEWEST_FIGURES = 150
FEWEST_ROWS = 25
STAGES = {"read": "reading", "judge": "reading and judging"}


def run(setting):
    ours = Process([setting.reader])
    rows, stages = [], []
    for form, paths in setting.files.items():
        paths = readable(ours, form, paths)
        if not paths:
            continue
        scripts = setting.script(form)
        entries = [Entry("nianbaod", ours, stage) for stage in ("read", "judge", "report", "rules")]
        if scripts:
            entries += [Entry(setting.script_names[form], scripts, stage) for stage in ("read", "judge")]
        if form == "pdf":
            entries.append(Entry("pdftotext", setting.pdftotext, "read"))
        contest.alternate(entries, paths, setting.rounds, setting.seconds)
        if scripts:
            check_peer(scripts, form, paths)
            scripts.close()
        read, judge, report, rules = entries[:4]
        rows += comparisons(form, (read, judge), entries[4:])
        stages.append(share(form, read, report, rules))
    ours.close()
    table.show(
        "In one process: ms a file, median over rounds (least–most)",
        ["format", "stage", "files/s", "nianbaod", "against", "", "times as fast"],
        rows,
    )
    table.show(
        "All rules against reading, in ms a file: from its bytes to the document, from that to the report",
        ["format", "document", "report", "all rules", "rules : reading", ""],
        stages,
    )


def share(form, read, report, rules):
    """What the rules cost of what reading costs, round by round. A mark where they cost as much."""
    ratios = [
        judged.milliseconds / (extracted.milliseconds + found.milliseconds)
        for extracted, found, judged in zip(read.laps, report.laps, rules.laps)
    ]
    ratio = statistics.median(ratios)
    return [
        form, table.time(read), table.time(report), table.time(rules),
        f"{ratio:.2f} ({min(ratios):.2f}–{max(ratios):.2f})", "NOT LESS" if ratio >= 1 else "",
    ]


def readable(ours, form, paths):
    """The files that we read. Says which are not."""
    good = []
    for path in paths:
        found = ours.look(path)
        count, _, what = found.partition(" ")
        if what == "figures" and int(count) >= FEWEST_FIGURES:
            good.append(path)
        else:
            print(f"  {form}: left out {path.rpartition('/')[2]}: {found}")
    if not good:
        print(f"  {form}: NOT MEASURED, no such report is read")
    return good


def check_peer(scripts, form, paths):
    """Says when a script gets less out of the files than we do: its time is then no reading of the same."""
    for path in paths:
        try:
            found = scripts.look(path)
        except Refused as refusal:
            found = str(refusal)
        if not found.endswith(" rows") or int(found.split()[0]) < FEWEST_ROWS:
            print(f"  {form}: the script finds too little in {path.rpartition('/')[2]}: {found}")


def comparisons(form, ours, others):
    for own in ours:
        rivals = [other for other in others if other.stage == own.stage] or [None]
        for rival in rivals:
            row = [form, STAGES[own.stage], f"{1000 / own.median:.0f}", table.time(own)]
            if rival is None:
                yield row + ["–", "", ""]
            elif rival.refusal:
                yield row + [rival.name, "FAILED: " + rival.refusal[:60], ""]
            else:
                yield row + [rival.name, table.time(rival), f"{rival.median / own.median:.1f}"]
