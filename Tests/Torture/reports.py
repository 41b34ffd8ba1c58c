"""Reports of which no two have the same bytes, and what is known of each."""

import hashlib
import json
import os
import struct
import subprocess
import tempfile
import threading
from dataclasses import dataclass, field

TEMPLATES = [
    "qinghe-2024.docx",
    "qinghe-2024.wps-style.docx",
    "qinghe-2024.odt",
    "qinghe-2024.ofd",
    "qinghe-2024.pdf",
    "qinghe-2024.html",
    "qinghe-2024.raw.txt",
    "qinghe-2024-one-wrong-cell.docx",
]


@dataclass(frozen=True)
class State:
    """The bytes of a file that is complete."""

    data: bytes
    verdict: str
    suffix: str

    @property
    def sha256(self):
        return hashlib.sha256(self.data).hexdigest()


@dataclass
class Drop:
    """A file that was put into the inbox, and what may become of it.

    rule  last     its last state is judged, exactly once; an earlier one once or not at all
          one      exactly one of its states is judged, exactly once
          never    it never becomes complete: nothing is judged
          unknown  the writer failed on the way: a state once or not at all
    """

    kind: str
    path: str
    rule: str
    states: list = field(default_factory=list)  # (SHA-256, verdict) in the order in which they are complete


class Register:
    """All that was dropped."""

    def __init__(self):
        self.lock = threading.Lock()
        self.drops = []

    def add(self, kind, path, rule, *states):
        drop = Drop(kind, path, rule, [(state.sha256, state.verdict) for state in states])
        with self.lock:
            self.drops.append(drop)
        return drop

    def count(self):
        with self.lock:
            return sum(drop.rule != "never" for drop in self.drops)


class Reports:
    """Makes them from those of the corpus. A nonce goes where the format has room for one that nobody reads."""

    def __init__(self, corpus, program):
        self.lock = threading.Lock()
        self.number = 0
        self.templates = []
        for name in TEMPLATES:
            with open(os.path.join(corpus, name), "rb") as file:
                self.templates.append((os.path.splitext(name)[1], file.read()))
        self.verdicts = self._verdicts(program)

    def _verdicts(self, program):
        """What each is without anything remembered: the program's own word, so that only a change is a fault."""
        verdicts = []
        with tempfile.TemporaryDirectory() as folder:
            for suffix, data in self.templates:
                path = os.path.join(folder, "report" + suffix)
                with open(path, "wb") as file:
                    file.write(with_nonce(data, suffix, "000000-0000000000000000"))
                run = subprocess.run([program, "check", "--format", "json", path], stdout=subprocess.PIPE)
                verdicts.append(json.loads(run.stdout)["verdict"])
        if set(verdicts) != {"accepted", "rejected"}:
            raise SystemExit(f"the corpus is judged {verdicts}: expected are accepted and rejected ones")
        return verdicts

    def new(self, rng, suffix=None):
        choices = [i for i, (other, _) in enumerate(self.templates) if suffix in (None, other)]
        index = rng.choice(choices)
        with self.lock:
            self.number += 1
            number = self.number
        kind, data = self.templates[index]
        nonce = f"{number:06d}-{rng.getrandbits(64):016x}"
        return State(with_nonce(data, kind, nonce), self.verdicts[index], kind)


def with_nonce(data, suffix, nonce):
    if suffix in (".docx", ".odt", ".ofd"):
        comment = nonce.encode()
        end = data.rindex(b"PK\5\6")
        return data[: end + 20] + struct.pack("<H", len(comment)) + comment
    if suffix == ".html":
        return data + f"<!-- {nonce} -->\n".encode()
    if suffix == ".pdf":
        return data + f"\n%{nonce}\n".encode()
    return data.rstrip() + f"\n附注编号：{nonce}\n".encode()
