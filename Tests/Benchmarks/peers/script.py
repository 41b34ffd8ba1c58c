"""What an office would script instead: a library that knows the format, the plain sums.

    script.py docx|html|pdf

Obeys the same orders as the program beside it (see ../contest.py), in the same words:

    look PATH                  {"found": "25 rows"}
    read|judge SECONDS PATHS   {"files": 12, "seconds": 0.31, "peak_kib": 61040}

It is given every advantage: imports are done before the first order, it runs in one process, isolates nothing, reads
the tables and the text and no more, and judges with the fewest sums that tell a good report from a bad one.
"""

import json
import re
import resource
import sys
import time

DIGITS = re.compile(r"^-?[\d,]+(\.\d+)?$")
SECTIONS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)


def reader_of(form):
    """Reads a file of a format: its tables, as rows of cells, and its text."""
    if form == "docx":
        import docx

        def read(path):
            document = docx.Document(path)
            tables = [[[c.text.strip() for c in row.cells] for row in t.rows] for t in document.tables]
            return tables, "\n".join(p.text for p in document.paragraphs)

    elif form == "pdf":
        import pdfplumber

        def read(path):
            tables, text = [], []
            with pdfplumber.open(path) as pdf:
                for page in pdf.pages:
                    text.append(page.extract_text() or "")
                    tables += [[[c or "" for c in row] for row in t] for t in page.extract_tables()]
            return tables, "\n".join(text)

    elif form == "html":
        import lxml.html

        def read(path):
            page = lxml.html.parse(path).getroot()
            tables = [
                [[c.text_content().strip() for c in tr.xpath("./td|./th")] for tr in t.xpath(".//tr")]
                for t in page.xpath("//table")
            ]
            return tables, page.text_content()

    else:
        sys.exit(f"script.py: no library for {form}")
    return read


def figure_rows(tables):
    """The rows that end in seven numbers."""
    rows = []
    for table in tables:
        for row in table:
            numbers = [cell for cell in row if DIGITS.match(cell)]
            if len(numbers) >= 7:
                rows.append([int(float(n.replace(",", ""))) for n in numbers[-7:]])
    return rows


def judge(tables, text):
    """What is wrong with a report, by the sums of its third table and the headings it has."""
    rows = figure_rows(tables)
    errors = [f"row {i + 1}" for i, row in enumerate(rows[:25]) if sum(row[:6]) != row[6]]
    if len(rows) >= 25:
        for column in range(7):
            if rows[0][column] + rows[1][column] != rows[23][column] + rows[24][column]:
                errors.append(f"column {column + 1}: in and out")
            if sum(row[column] for row in rows[2:23]) != rows[23][column]:
                errors.append(f"column {column + 1}: parts and total")
    else:
        errors.append("table 3 is incomplete")
    return errors + [section for section in SECTIONS if section not in text]


def timed(work, paths, seconds):
    files, start = 0, time.perf_counter()
    while True:
        for path in paths:
            work(path)
        files += len(paths)
        elapsed = time.perf_counter() - start
        if elapsed >= seconds:
            return {
                "files": files,
                "seconds": elapsed,
                "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            }


def main():
    read = reader_of(sys.argv[1])
    stages = {"read": read, "judge": lambda path: judge(*read(path))}
    for line in sys.stdin:
        order, *rest = line.rstrip("\n").split(" ", 2)
        try:
            if order == "look":
                answer = {"found": f"{len(figure_rows(read(rest[0])[0]))} rows"}
            else:
                answer = timed(stages[order], rest[1].split("\t"), float(rest[0]))
        except Exception as error:  # whatever a library throws is this script's answer
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
