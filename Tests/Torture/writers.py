"""Those who drop reports, and each of whom does it as badly as some program does.

No writer leaves a file closed and incomplete, not even for a moment: nobody could tell such a file from a complete one.
"""

import os
import time

OFFICES = ["青禾镇", "小店镇", "县财政局", "河口 街道/办公室", ""]
FOREIGN = 65534  # nobody


class Place:
    """Where they write: the inbox, and a folder outside of it on the same file system."""

    def __init__(self, inbox, outside, register, reports):
        self.inbox, self.outside = inbox, outside
        self.register, self.reports = register, reports
        self.open_for_ever = []
        os.makedirs(outside, exist_ok=True)
        for office in OFFICES:
            os.makedirs(os.path.join(inbox, office), exist_ok=True)
            os.chmod(os.path.join(inbox, office), 0o777)
        os.chmod(os.path.join(inbox, "河口 街道"), 0o777)


class Writer:
    def __init__(self, place, name, rng):
        self.place, self.name, self.rng = place, name, rng
        self.count = 0

    def path(self, kind, suffix):
        self.count += 1
        stem = f"{kind}-{self.name}-{self.count}"
        stem = self.rng.choice(["", "", "", "-", "‖ ", "年度报告\n", "政府信息公开工作年度报告" * 5]) + stem
        return os.path.join(self.rng.choice(OFFICES), stem + suffix)

    def inbox(self, path):
        return os.path.join(self.place.inbox, path)

    def outside(self):
        return os.path.join(self.place.outside, f"{self.name}-{self.count}-{self.rng.getrandbits(32):08x}")

    def new(self, suffix=None):
        return self.place.reports.new(self.rng, suffix)

    def drop(self, kind, path, rule, *states):
        return self.place.register.add(kind, path, rule, *states)

    def create(self, path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        self.own(descriptor)
        return descriptor

    def own(self, descriptor):
        """A third of the files belong to somebody else than the daemon."""
        if os.geteuid() == 0 and self.rng.random() < 0.35:
            os.fchown(descriptor, FOREIGN, FOREIGN)
            os.fchmod(descriptor, 0o666)

    def pause(self, least, most):
        time.sleep(self.rng.uniform(least, most))

    # The kinds

    def slow(self):
        """A few pieces, with pauses shorter and longer than the quiet time."""
        state = self.new()
        path = self.path("slow", state.suffix)
        self.drop("slow", path, "last", state)
        descriptor = self.create(self.inbox(path))
        step = len(state.data) // self.rng.randint(2, 6) + 1
        for start in range(0, len(state.data), step):
            write(descriptor, state.data[start : start + step])
            self.pause(0.01, 0.5)
        os.close(descriptor)

    def stalled(self):
        """As Windows copies: the size first, then the contents with a stall, then a time of years ago."""
        state = self.new()
        path = self.path("stalled", state.suffix)
        self.drop("stalled after its size was set", path, "last", state)
        descriptor = self.create(self.inbox(path))
        os.ftruncate(descriptor, len(state.data))
        half = self.rng.randrange(len(state.data))
        write(descriptor, state.data[:half])
        self.pause(0.3, 2.5)
        write(descriptor, state.data[half:])
        os.utime(descriptor, (1.7e9, 1.7e9))
        if self.rng.random() < 0.5:
            self.pause(0.1, 0.6)
        os.close(descriptor)

    def placeholder(self):
        """An empty file first, and closed; the contents come later."""
        state = self.new()
        path = self.path("placeholder", state.suffix)
        self.drop("empty at first", path, "last", state)
        os.close(self.create(self.inbox(path)))
        self.pause(0.1, 1.2)
        # Without O_CREAT: an empty file has to be left where it is.
        descriptor = os.open(self.inbox(path), os.O_WRONLY)
        half = self.rng.randrange(len(state.data))
        write(descriptor, state.data[:half])
        self.pause(0, 0.5)
        write(descriptor, state.data[half:])
        os.close(descriptor)

    def reopened(self):
        """Handed from one descriptor to another: the kernel tells of a close while somebody still writes."""
        state = self.new()
        path = self.path("reopened", state.suffix)
        self.drop("reopened", path, "last", state)
        first = self.create(self.inbox(path))
        half = self.rng.randrange(len(state.data))
        write(first, state.data[:half])
        second = os.open(self.inbox(path), os.O_WRONLY | os.O_APPEND)
        os.close(first)
        self.pause(0.1, 1.5)
        write(second, state.data[half:])
        os.close(second)
        self.pause(0, 0.4)
        try:  # Explorer does so, to set the times.
            third = os.open(self.inbox(path), os.O_RDWR)
        except FileNotFoundError:
            return
        self.pause(0.05, 0.8)
        os.utime(third, (1.7e9, 1.7e9))
        os.close(third)

    def renamed(self):
        """Written under a name that is passed over, or elsewhere, and moved."""
        state = self.new()
        path = self.path("renamed", state.suffix)
        self.drop("renamed into place", path, "last", state)
        source = self.inbox(path) + ".part" if self.rng.random() < 0.5 else self.outside()
        descriptor = self.create(source)
        write(descriptor, state.data)
        os.close(descriptor)
        os.rename(source, self.inbox(path))

    def renamed_open(self):
        """Moved while it is still being written."""
        state = self.new()
        path = self.path("renamed-open", state.suffix)
        self.drop("renamed while open", path, "last", state)
        source = self.outside()
        descriptor = self.create(source)
        half = self.rng.randrange(len(state.data))
        write(descriptor, state.data[:half])
        os.rename(source, self.inbox(path))
        self.pause(0.1, 1.5)
        write(descriptor, state.data[half:])
        os.close(descriptor)

    def replaced(self):
        """One complete file takes the place of another by a rename."""
        first = self.new()
        second = self.new(first.suffix)
        path = self.path("replaced", first.suffix)
        self.drop("replaced by a rename", path, "last", first, second)
        for state in (first, second):
            source = self.outside()
            descriptor = self.create(source)
            write(descriptor, state.data)
            os.close(descriptor)
            os.rename(source, self.inbox(path))
            self.pause(0.05, 0.6)

    def linked(self):
        """Linked into place; the other name goes at once, later, or stays."""
        state = self.new()
        path = self.path("linked", state.suffix)
        self.drop("linked into place", path, "last", state)
        source = self.outside()
        descriptor = self.create(source)
        write(descriptor, state.data)
        os.close(descriptor)
        os.link(source, self.inbox(path))
        fate = self.rng.randrange(3)
        if fate == 1:
            self.pause(0.1, 0.8)
        if fate < 2:
            os.unlink(source)

    def nameless(self):
        """Without a name until it is complete: O_TMPFILE."""
        state = self.new()
        path = self.path("nameless", state.suffix)
        self.drop("linked from nowhere", path, "last", state)
        descriptor = os.open(self.place.outside, os.O_TMPFILE | os.O_WRONLY, 0o666)
        self.own(descriptor)
        write(descriptor, state.data)
        # Python follows the link only when it is given a folder, which an absolute path has no use for.
        os.link(f"/proc/self/fd/{descriptor}", self.inbox(path), src_dir_fd=descriptor)
        if self.rng.random() < 0.5:
            self.pause(0.1, 0.8)
        os.close(descriptor)

    def rewritten(self):
        """Opened again by its name about when it is claimed, and written anew."""
        first = self.new()
        second = self.new(first.suffix)
        path = self.path("rewritten", first.suffix)
        self.drop("rewritten while claimed", path, "last", first, second)
        descriptor = self.create(self.inbox(path))
        write(descriptor, first.data)
        os.close(descriptor)
        self.pause(0.1, 0.6)
        descriptor = os.open(self.inbox(path), os.O_WRONLY | os.O_CREAT, 0o666)
        self.pause(0, 0.3)
        os.ftruncate(descriptor, 0)
        half = self.rng.randrange(len(second.data))
        write(descriptor, second.data[:half])
        self.pause(0, 0.8)
        write(descriptor, second.data[half:])
        os.close(descriptor)

    def behind(self):
        """Rewritten under another name that it keeps, at any moment up to long after it was judged."""
        first = self.new()
        second = self.new(first.suffix)
        path = self.path("behind", first.suffix)
        self.drop("rewritten under another name", path, "one", first, second)
        source = self.outside()
        descriptor = self.create(source)
        write(descriptor, first.data)
        os.close(descriptor)
        os.link(source, self.inbox(path))
        self.pause(0.1, 1.2)
        descriptor = os.open(source, os.O_WRONLY)
        os.ftruncate(descriptor, 0)
        half = self.rng.randrange(len(second.data))
        write(descriptor, second.data[:half])
        self.pause(0, 0.4)
        write(descriptor, second.data[half:])
        os.close(descriptor)

    def same_name(self):
        """One name for many: the next is put there as soon as the last is taken."""
        suffix = self.rng.choice([".docx", ".txt"])
        path = os.path.join(self.rng.choice(OFFICES), "年报" + suffix)
        state = self.new(suffix)
        self.count += 1
        source = self.outside()
        descriptor = self.create(source)
        write(descriptor, state.data)
        os.close(descriptor)
        for _ in range(100):
            try:
                os.link(source, self.inbox(path))
            except FileExistsError:
                time.sleep(0.05)
                continue
            self.drop("one name for many", path, "last", state)
            break
        os.unlink(source)

    def folder(self):
        """A folder with reports in it is moved in: the kernel tells of the folder alone."""
        self.count += 1
        office = f"新办公室-{self.name}-{self.count}"
        source = self.outside()
        os.makedirs(source)
        for index in range(self.rng.randint(1, 4)):
            state = self.new()
            name = f"{index}{state.suffix}"
            self.drop("in a folder moved in", os.path.join(office, name), "last", state)
            descriptor = self.create(os.path.join(source, name))
            write(descriptor, state.data)
            os.close(descriptor)
        os.rename(source, self.inbox(office))

    def unfinished(self):
        """Begun and left open until the end."""
        state = self.new()
        path = self.path("unfinished", state.suffix)
        self.drop("never finished", path, "never", state)
        descriptor = self.create(self.inbox(path))
        if self.rng.random() < 0.5:
            os.ftruncate(descriptor, len(state.data))
        write(descriptor, state.data[: self.rng.randrange(1, len(state.data))])
        self.place.open_for_ever.append(descriptor)

    KINDS = [
        slow, stalled, placeholder, reopened, renamed, renamed_open, replaced, linked, nameless, rewritten, behind,
        same_name, folder,
    ]
    MOST_UNFINISHED = 15

    def step(self):
        if len(self.place.open_for_ever) < self.MOST_UNFINISHED and self.rng.random() < 0.03:
            return self.unfinished()
        self.rng.choice(self.KINDS)(self)


def write(descriptor, data):
    while data:
        data = data[os.write(descriptor, data) :]
