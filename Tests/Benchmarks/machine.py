"""What the figures were measured on."""

import os
import platform
from datetime import datetime, timezone


def facts():
    model = _first("/proc/cpuinfo", "model name") or platform.machine()
    memory = int((_first("/proc/meminfo", "MemTotal") or "0").split()[0]) / (1 << 20)
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    return [
        f"{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC, {platform.system()} {platform.release()}",
        f"{os.cpu_count()} cores, {model}, {memory:.1f} GiB",
        f"load before the first round: {load} (a load of more than 0.5 means that others were at work)",
    ]


def _first(file, key):
    try:
        with open(file) as lines:
            for line in lines:
                name, _, value = line.partition(":")
                if name.strip() == key:
                    return value.strip()
    except OSError:
        pass
    return None
