"""Tables for a terminal."""


def show(title, header, rows):
    print(f"\n{title}\n")
    lines = [header] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    for number, line in enumerate(lines):
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
        if number == 0:
            print("  " + "  ".join("-" * width for width in widths))


def time(entry):
    """Median and spread of a contestant's milliseconds a file."""
    low, high = entry.spread
    return f"{entry.median:.2f} ({low:.2f}–{high:.2f})"
