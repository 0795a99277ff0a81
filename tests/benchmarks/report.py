"""The report: docs/benchmarks.md, written by the run it describes."""

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.benchmarks.blocks import HOSTILE_MEBIBYTES, HOSTILE_SECONDS, HostileRow, Row
from tests.benchmarks.peers import NPM_PEERS, PYTHON_PEERS

HOW = """\
# Benchmarks

Each row does comparable work on the same content. All jobs of a block run in turns, one warm-up round
first, and the medians are compared: seconds belong to the machine, ratios to the programs.

```sh
.ci/bench
```

installs the peers into `.tools/`, installs this checkout into an environment of its own, measures, and
writes this page. A peer that cannot be installed or does not finish its work fails the run, and so does a
missed target. `.ci/bench --only check` measures the blocks whose name holds the word; then the page is left
alone.

The corpus (`tests/benchmarks/corpus.py`) is written by a rule: journeys of about 360 lines, five stages of
five touchpoints, with branches, loops, pains, blueprint lanes, KPIs and opportunities.
"""

NOTES = """\
## What is compared

- **`--version`, `check`**: `python -c pass` is the same interpreter doing nothing. check-jsonschema
  validates the same files against the same schema; yamllint runs its relaxed profile; spectral runs a
  ruleset with the same schema. None of the three resolves references.
- **`check`, every rule**: a thousand published journeys in which nothing is found, beside a script that
  reads the same files with the same reader and validates them with the same schemas, and stops there. What is
  more is what references, overlays and all rules of the method cost.
- **`build`, 1 journey**: ours writes the page with map and flow, the portfolio page and the tables.
  mermaid-cli draws the journey diagram and the flowchart of the same journey in one browser.
- **`render`, 1 journey**: the forms that are text are four pictures, the flow in four languages, a Mermaid
  journey, JSON, and tables in three formats, in one process; then also the map in pixels and a workbook.
  mermaid-cli draws its two diagrams as above. mmdr, which draws Mermaid natively, draws one diagram for each
  call, so its work is two calls: the journey diagram and the flowchart. Either alone holds less than the map.
- **Paths**: everything that the paths of a journey of 2,000 touchpoints tell, in three shapes that are hard
  and in as many plain lines.
- **`build`, 100 journeys**: both start from an empty output folder. mkdocs-material renders the same texts,
  a hundred pages with its search index; ours draws map, flow and matrix as well, in 24 files a journey, and
  has its search, too.
- **Hostile files** are the twelve of `tests/hostile.py`; each must cost little more than a good file and end
  with exit code 1, which the tests check as well.
"""


def write_report(path: Path, rows: Sequence[Row], hostile: Sequence[HostileRow]) -> None:
    """Write the page."""
    parts = [HOW, "\n## Results\n\n", *ratio_table(rows), "\n### Hostile files\n\n", *hostile_table(hostile)]
    path.write_text("".join(parts) + "\n" + NOTES + "\n## Machine and versions\n\n" + "".join(surroundings()))


def ratio_table(rows: Iterable[Row]) -> Iterable[str]:
    """Yield the lines of the table of ratios."""
    yield "| work | ours | peer | its time | ratio | target | |\n|---|---:|---|---:|---:|---:|---|\n"
    for row in rows:
        yield (
            f"| {row.work} | {seconds(row.ours.seconds)} | {row.peer} | {seconds(row.theirs.seconds)} "
            f"| {row.ratio:.3g} | ≤ {row.target:g} | {verdict(is_met=row.is_met)} |\n"
        )


def hostile_table(rows: Iterable[HostileRow]) -> Iterable[str]:
    """Yield the lines of the table of hostile files."""
    yield (
        f"Targets: at most {HOSTILE_SECONDS * 1000:.0f} ms more than a good file, and"
        f" under {HOSTILE_MEBIBYTES} MiB.\n\n"
        "| file | more than a good file | peak memory | |\n|---|---:|---:|---|\n"
    )
    for row in rows:
        yield (
            f"| {row.name} | {row.extra_seconds * 1000:+.0f} ms | {row.mebibytes:.0f} MiB "
            f"| {verdict(is_met=row.is_met)} |\n"
        )


def surroundings() -> Iterable[str]:
    """Yield what the figures depend on."""
    yield f"- {os.cpu_count()} cores, {processor()}, {platform.system()}, {platform.machine()}\n"
    yield f"- Python {platform.python_version()}\n"
    for name, version in {**PYTHON_PEERS, **NPM_PEERS}.items():
        yield f"- {name} {version}\n"


def processor() -> str:
    """Return the processor's name where the system tells it."""
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or "unknown processor"


def seconds(value: float) -> str:
    """Return a time with a unit that reads well."""
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"


def verdict(*, is_met: bool) -> str:
    """Return the word for a target."""
    return "met" if is_met else "**missed**"
