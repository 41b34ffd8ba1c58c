"""The reports that are measured: those kept for the tests, by the ending of their names."""

import os

FORMATS = ("txt", "docx", "html", "pdf", "ofd", "odt", "doc")


def by_format(folder):
    """Paths by format; every format has its entry."""
    files = {form: [] for form in FORMATS}
    for path, _, names in os.walk(folder):
        for name in sorted(names):
            form = name.rpartition(".")[2].lower()
            if form in files:
                files[form].append(os.path.join(path, name))
    return files
