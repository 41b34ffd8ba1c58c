"""People and programs that put files into the inbox, each in its own bad manner."""

import hashlib
import os
import random
import threading
import time
from collections import Counter

OFFICES = ["", "甲镇", "乙镇", "丙街道", "丁局/二级单位"]


class Drop:
    """A file that was put into the inbox."""

    def __init__(self, manner, path, content, is_good):
        self.manner = manner
        self.path = path
        self.is_good = is_good
        self.sha256 = hashlib.sha256(content).hexdigest()


class Writers:
    def __init__(self, reports, spool, folder, share, stop, seed):
        self.reports = reports
        self.inbox = os.path.join(spool, "inbox")
        self.staging = os.path.join(folder, "staging")
        self.share = share
        self.stop = stop
        self.seed = seed
        self.lock = threading.Lock()
        self.drops = []
        self.held_open = []
        self.failures = Counter()
        os.makedirs(self.staging)
        for office in OFFICES:
            os.makedirs(os.path.join(self.inbox, office), mode=0o2775, exist_ok=True)
        self.manners = [
            quick, slow, stalled, reopened, renamed, linked, nameless, moved_folder, rewritten, placeholder,
            never_finished]
        if share:
            self.manners += [over_smb, over_smb]

    @property
    def count(self):
        return len(self.drops)

    def start(self, number):
        threads = [threading.Thread(target=self._work, args=(index,)) for index in range(number)]
        for thread in threads:
            thread.start()
        return threads

    def _work(self, index):
        chance = random.Random(f"{self.seed} {index}")
        number = 0
        while not self.stop.is_set():
            number += 1
            manner = chance.choice(self.manners)
            if manner is never_finished and len(self.held_open) >= 8:
                continue
            extension, content, is_good = self.reports.next(chance)
            path = os.path.join(chance.choice(OFFICES), f"{manner.__name__}-{index}-{number}{extension}")
            try:
                written = manner(self, path, content, chance)
            except OSError as error:
                self.failures[f"{manner.__name__}: {error.strerror}"] += 1
                continue
            if written is not None:
                with self.lock:
                    self.drops.append(Drop(manner.__name__, path, written, is_good))
            time.sleep(chance.uniform(0, 0.1))

    def place(self, path):
        return os.path.join(self.inbox, path)

    def stage(self, path, content):
        staged = os.path.join(self.staging, path.replace("/", "-"))
        with open(staged, "wb") as file:
            file.write(content)
        return staged

    def unfinished_names(self):
        return {path for path, _ in self.held_open}

    def finish(self):
        """What was never written to its end stays open."""


# A manner gives the bytes that the file holds in the end, or None when it never comes to an end.

def quick(self, path, content, chance):
    with open(self.place(path), "xb") as file:
        file.write(content)
    return content


def slow(self, path, content, chance):
    with open(self.place(path), "xb", buffering=0) as file:
        for piece in pieces(content, chance):
            file.write(piece)
            time.sleep(chance.uniform(0, 0.15))
    return content


def stalled(self, path, content, chance):
    """As Windows copies: the size comes first, and the contents when the network allows."""
    with open(self.place(path), "xb", buffering=0) as file:
        file.truncate(len(content))
        half = chance.randrange(len(content))
        file.write(content[:half])
        time.sleep(chance.uniform(0.3, 1.5))
        file.write(content[half:])
        os.utime(file.fileno(), (1_000_000_000, 1_000_000_000))
    return content


def reopened(self, path, content, chance):
    """A second descriptor before the first is closed, and once more for the times."""
    first = os.open(self.place(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o664)
    half = chance.randrange(len(content))
    os.write(first, content[:half])
    second = os.open(self.place(path), os.O_WRONLY | os.O_APPEND)
    os.close(first)
    time.sleep(chance.uniform(0, 0.6))
    os.write(second, content[half:])
    os.close(second)
    try:
        os.utime(self.place(path))
    except FileNotFoundError:
        pass
    return content


def renamed(self, path, content, chance):
    part = self.place(path) + ".part"
    with open(part, "xb", buffering=0) as file:
        for piece in pieces(content, chance):
            file.write(piece)
            time.sleep(chance.uniform(0, 0.05))
    os.rename(part, self.place(path))
    return content


def linked(self, path, content, chance):
    staged = self.stage(path, content)
    os.link(staged, self.place(path))
    time.sleep(chance.uniform(0, 0.4))
    os.unlink(staged)
    return content


def nameless(self, path, content, chance):
    folder = os.open(os.path.dirname(self.place(path)), os.O_DIRECTORY)
    descriptor = os.open(".", os.O_TMPFILE | os.O_WRONLY, 0o664, dir_fd=folder)
    try:
        os.write(descriptor, content)
        # With a descriptor Python calls linkat(2), which can follow the link.
        os.link(f"/proc/self/fd/{descriptor}", self.place(path), src_dir_fd=folder, follow_symlinks=True)
        time.sleep(chance.uniform(0, 0.5))
    finally:
        os.close(descriptor)
        os.close(folder)
    return content


def moved_folder(self, path, content, chance):
    folder = os.path.join(self.staging, f"folder-{os.path.basename(path)}")
    os.makedirs(folder, mode=0o2775)
    with open(os.path.join(folder, os.path.basename(path)), "wb") as file:
        file.write(content)
    os.rename(folder, self.place(os.path.basename(folder)))
    return content


def rewritten(self, path, content, chance):
    """Whole, and then written anew in place by who still finds it there."""
    with open(self.place(path), "xb") as file:
        file.write(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))
        file.flush()
        time.sleep(chance.uniform(0, 0.3))
        file.seek(0)
        file.write(content)
    time.sleep(chance.uniform(0, 0.5))
    try:
        file = open(self.place(path), "r+b", buffering=0)
    except FileNotFoundError:
        return content
    with file:
        file.truncate(0)
        time.sleep(chance.uniform(0, 0.4))
        for piece in pieces(content, chance):
            file.write(piece)
    return content


def placeholder(self, path, content, chance):
    open(self.place(path), "xb").close()
    time.sleep(chance.uniform(0.1, 0.8))
    with open(self.place(path), "r+b", buffering=0) as file:
        for piece in pieces(content, chance):
            file.write(piece)
            time.sleep(chance.uniform(0, 0.1))
    return content


def never_finished(self, path, content, chance):
    descriptor = os.open(self.place(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o664)
    os.write(descriptor, content[: chance.randrange(1, len(content))])
    with self.lock:
        self.held_open.append((path, descriptor))
    return None


def over_smb(self, path, content, chance):
    if not self.share.put(self.stage(path, content), path):
        self.failures["over_smb: refused"] += 1
        return None
    return content


def pieces(content, chance):
    start = 0
    while start < len(content):
        end = start + chance.randrange(1, max(2, len(content) // 3))
        yield content[start:end]
        start = end
