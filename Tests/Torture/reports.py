"""Reports that are all different, and of which it is known how they must end."""

import io
import itertools
import os
import threading
import zipfile


class Reports:
    """Makes good and bad reports out of one of the corpus, each with a mark of its own that changes no verdict."""

    SOURCES = ["qinghe-2024.raw.txt", "qinghe-2024.html", "qinghe-2024.docx"]

    def __init__(self, corpus):
        self.sources = {}
        for name in self.SOURCES:
            with open(os.path.join(corpus, name), "rb") as file:
                self.sources[os.path.splitext(name)[1]] = file.read()
        self.numbers = itertools.count(1)
        self.lock = threading.Lock()

    def next(self, chance):
        """The extension, the bytes, and whether it is to be accepted."""
        with self.lock:
            number = next(self.numbers)
        extension = chance.choice(list(self.sources))
        source = self.sources[extension]
        is_good = extension == ".docx" or chance.random() < 0.7
        if not is_good:
            source = self.spoiled(source)
        if extension == ".docx":
            return extension, self.marked_zip(source, number), is_good
        # White space says nothing, and its amount tells one from the other.
        digits = "".join(" " if digit == "0" else "\t" for digit in f"{number:020b}")
        return extension, source + f"\n{digits}\n".encode(), is_good

    @staticmethod
    def spoiled(source):
        """A title without a year and without a report: what is left is no annual report."""
        return source.replace("政府信息公开".encode(), "某某某某某某".encode())

    @staticmethod
    def marked_zip(source, number):
        with io.BytesIO(source) as buffer:
            with zipfile.ZipFile(buffer, "a") as archive:
                archive.comment = f"number {number}".encode()
            return buffer.getvalue()
