"""What is measured: each block is one job of ours beside its peers, in one interleaved run, with targets."""

import json
import shlex
import shutil
from collections.abc import Callable
from itertools import cycle
from math import inf
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import corpus, translations
from tests.benchmarks.peers import TOOLS, Peers
from tests.benchmarks.timing import Job, Timing, measure_side_by_side
from tests.conftest import ROOT
from tests.history.repositories import Repository
from tests.hostile import GOOD_FILE, HOSTILE_FILES

OURS = "journeymap"
PYTHON = "python -c pass"
FLOOR = "its own loading and validation"
LINES = "the same in lines"
FIFTY = "50 of them"
FIRST = "the first time"
CHECKED = "one `check` of it"
STEPS = 4
"""How many touchpoints each of five stages has where a site grows."""
SITE_MEBIBYTES = 500
HARD_SHAPES = ("ring", "retries", "choices")
TEXT_FORMS = (
    *("map.svg", "flow.svg", "curve.svg", "matrix.svg"),
    *("flow.dot", "journey.mmd", "flow.mmd", "flow.d2", "flow.puml"),
    *("journey.json", "tables.md", "tables.csv", "tables.table.html"),
)
HOSTILE_SECONDS = 0.1
HOSTILE_MEBIBYTES = 100
LINT = "{extends: relaxed, rules: {line-length: disable}}"


class Row(NamedTuple):
    """One comparison: our time as a multiple of the peer's, and the multiple it must not pass.

    Nor may our peak memory pass ``mebibytes``, where they are set.
    """

    work: str
    peer: str
    ours: Timing
    theirs: Timing
    target: float
    mebibytes: float = inf

    @property
    def ratio(self) -> float:
        """Our time divided by the peer's."""
        return self.ours.seconds / self.theirs.seconds

    @property
    def is_met(self) -> bool:
        """Whether the target holds."""
        return self.ratio <= self.target and self.ours.mebibytes <= self.mebibytes


class HostileRow(NamedTuple):
    """A hostile file beside the good one: what it costs more, and its peak memory."""

    name: str
    extra_seconds: float
    mebibytes: float

    @property
    def is_met(self) -> bool:
        """Whether the file costs no more than it may."""
        return self.extra_seconds <= HOSTILE_SECONDS and self.mebibytes < HOSTILE_MEBIBYTES


class Block(NamedTuple):
    """A kind of work, the jobs that do it, our target against each peer, and how often it is measured.

    ``mebibytes`` are the most that ours may take.
    """

    work: str
    jobs: Callable[[Peers, Path], dict[str, Job]]
    targets: dict[str, float]
    rounds: int
    mebibytes: float = inf


def start_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Say the version: the least a program can do."""
    return {OURS: Job([peers.journeymap, "--version"], folder), PYTHON: python_job(peers, folder)}


def one_file_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Check one journey."""
    (file,) = corpus.write_journeys(folder / "one", 1)
    return {
        OURS: Job([peers.journeymap, "check", file], folder),
        PYTHON: python_job(peers, folder),
        "check-jsonschema": Job(
            [peers.peer("check-jsonschema"), "--schemafile", schema_file(), file], folder
        ),
        "yamllint": Job([peers.peer("yamllint"), "-d", LINT, file], folder),
    }


def hundred_files_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Check a workspace of a hundred journeys."""
    workspace = corpus.write_workspace(folder / "hundred", 100)
    files = sorted((workspace / "journeys").iterdir())
    ruleset = folder / "spectral.json"
    translations.write_spectral_ruleset(ruleset, schema_file())
    return {
        OURS: Job([peers.journeymap, "check", workspace], folder),
        "check-jsonschema": Job(
            [peers.peer("check-jsonschema"), "--schemafile", schema_file(), *files], folder
        ),
        "spectral": Job([peers.peer("spectral"), "lint", "--ruleset", ruleset, *files], folder),
    }


def every_rule_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Check a workspace of a thousand published journeys, every rule of the method asked."""
    workspace = corpus.write_published_workspace(folder / "thousand", 1000)
    return {
        OURS: Job(
            [peers.journeymap, "check", workspace, "--profile", "published", "--today", corpus.TODAY], folder
        ),
        FLOOR: Job([peers.python, ROOT / "tests" / "benchmarks" / "floor.py", workspace], folder),
    }


def picture_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Draw one journey: our site with page, map, flow and tables; Mermaid's journey and flowchart."""
    (file,) = corpus.write_journeys(folder / "picture", 1)
    ours = folder / "picture-site"
    return {
        OURS: Job([peers.journeymap, "build", file, "-o", ours], folder, prepare=fresh(ours)),
        "mermaid-cli": mermaid_job(peers, folder, file),
    }


def text_form_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Render one journey to every form that is text, in one process; Mermaid's journey and flowchart."""
    return render_jobs(peers, folder / "text-forms", TEXT_FORMS)


def all_form_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Render the same with pixels and a workbook."""
    return render_jobs(peers, folder / "all-forms", (*TEXT_FORMS, "map.png", "tables.xlsx"))


def render_jobs(peers: Peers, folder: Path, names: tuple[str, ...]) -> dict[str, Job]:
    """Render one journey to files beside mermaid-cli, which draws two diagrams of it in one browser."""
    (file,) = corpus.write_journeys(folder, 1)
    outputs = [word for name in names for word in ("-o", folder / "out" / name)]
    return {
        OURS: Job([peers.journeymap, "render", file, *outputs], folder, prepare=fresh(folder / "out")),
        "mermaid-cli": mermaid_job(peers, folder, file),
    }


def map_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Draw the map; mmdr, which draws one diagram for each call, the journey and the flowchart."""
    home = folder / "map"
    (file,) = corpus.write_journeys(home, 1)
    mmdr = shlex.quote(str(peers.peer("mmdr")))
    calls = [
        f"{mmdr} -i {shlex.quote(str(diagram))} -o {shlex.quote(str(diagram.with_suffix('.svg')))}"
        for diagram in translations.write_mermaid_files(home, file)
    ]
    target = home / "map.svg"
    return {
        OURS: Job([peers.journeymap, "render", file, "-o", target], home, prepare=absent(target)),
        "mmdr": Job(["/bin/sh", "-c", " && ".join(calls)], home),
    }


def path_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Walk large journeys: one of a shape that is hard beside as many touchpoints in a line."""
    script = ROOT / "tests" / "benchmarks" / "paths.py"
    return {
        OURS: Job([peers.python, script, *HARD_SHAPES], folder),
        LINES: Job([peers.python, script, *["line"] * len(HARD_SHAPES)], folder),
    }


def site_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Build a site of a hundred journeys, cold."""
    workspace = corpus.write_workspace(folder / "site-source", 100)
    translations.write_mkdocs(folder / "mkdocs", sorted((workspace / "journeys").iterdir()))
    ours, theirs = folder / "site", folder / "mkdocs-site"
    return {
        OURS: Job([peers.journeymap, "build", workspace, "-o", ours], folder, prepare=fresh(ours)),
        "mkdocs-material": Job(
            [peers.peer("mkdocs"), "build", "-q", "-f", folder / "mkdocs" / "mkdocs.yml", "-d", theirs],
            folder,
            prepare=fresh(theirs),
            environment={"NO_MKDOCS_2_WARNING": "1"},
        ),
    }


def growth_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Build a site of five hundred journeys of twenty touchpoints, beside one of fifty."""
    jobs = {}
    for name, count in ((OURS, 500), (FIFTY, 50)):
        workspace = corpus.write_workspace(folder / f"growing-{count}", count, STEPS)
        site = folder / f"growing-{count}-site"
        jobs[name] = Job([peers.journeymap, "build", workspace, "-o", site], folder, prepare=fresh(site))
    return jobs


def again_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Build a site of a hundred journeys again after a touchpoint was renamed, beside the first time."""
    workspace = corpus.write_workspace(folder / "again-source", 100)
    file = workspace / "journeys" / "journey-0042.journey.yaml"
    titles = cycle(("Step 1 of awareness", "First step of awareness"))

    def edit() -> None:
        old = next(titles)
        file.write_text(corpus.journey_text(42).replace("Step 1 of awareness", old))

    command: list[str | Path] = [peers.journeymap, "build", workspace, "-o"]
    return {
        OURS: Job([*command, folder / "again-site"], folder, prepare=edit),
        FIRST: Job([*command, folder / "first-site"], folder, prepare=fresh(folder / "first-site")),
    }


def diff_jobs(peers: Peers, folder: Path) -> dict[str, Job]:
    """Compare a thousand published journeys, one of them changed, with their last commit; check them once."""
    workspace = corpus.write_published_workspace(folder / "compared", 1000)
    Repository(workspace).commit("All of them", {})
    file = workspace / "journeys" / "journey-0042.journey.yaml"
    file.write_text(file.read_text().replace("Step 1 of awareness", "First step of awareness"))
    return {
        OURS: Job([peers.journeymap, "diff", "HEAD"], workspace),
        CHECKED: Job([peers.journeymap, "check"], workspace),
    }


BLOCKS = (
    Block("`--version`", start_jobs, {PYTHON: 1.5}, 21),
    Block("`check`, 1 file", one_file_jobs, {PYTHON: 6, "check-jsonschema": 0.25, "yamllint": 0.7}, 15),
    Block("`check`, 100 files", hundred_files_jobs, {"check-jsonschema": 0.08, "spectral": 0.09}, 5),
    Block("`check`, 1,000 published journeys, every rule", every_rule_jobs, {FLOOR: 2}, 3),
    Block("`diff`, 1,000 published journeys, one changed", diff_jobs, {CHECKED: 1.2}, 5),
    Block("`build`, 1 journey: page, map and flow", picture_jobs, {"mermaid-cli": 0.10}, 7),
    Block("`render`, 1 journey: every form that is text", text_form_jobs, {"mermaid-cli": 0.10}, 7),
    Block("`render`, 1 journey: the same, PNG and XLSX", all_form_jobs, {"mermaid-cli": 0.2}, 7),
    Block("`render`, 1 journey: the map as SVG", map_jobs, {"mmdr": 0.8}, 21),
    Block("paths of 2,000 touchpoints: ring, retries, choices", path_jobs, {LINES: 2}, 5),
    Block("`build`, 100 journeys", site_jobs, {"mkdocs-material": 0.3}, 3),
    Block("`build`, 500 journeys of 20 touchpoints", growth_jobs, {FIFTY: 10}, 3, SITE_MEBIBYTES),
    Block("`build`, 100 journeys again, one changed", again_jobs, {FIRST: 1}, 3),
)


def measure_block(block: Block, peers: Peers, folder: Path) -> list[Row]:
    """Run one block and return a row for each peer."""
    timings = measure_side_by_side(block.jobs(peers, folder), block.rounds)
    return [
        Row(block.work, peer, timings[OURS], timings[peer], target, block.mebibytes)
        for peer, target in block.targets.items()
    ]


def measure_hostile(peers: Peers, folder: Path) -> list[HostileRow]:
    """Check each hostile file beside a good one."""
    good = folder / "good.journey.yaml"
    good.write_bytes(GOOD_FILE)
    jobs = {"good": Job([peers.journeymap, "check", good], folder)}
    for each in HOSTILE_FILES:
        file = folder / f"{each.name}.journey.yaml"
        file.write_bytes(each.content)
        jobs[each.name] = Job([peers.journeymap, "check", file], folder, expected=(1,))
    timings = measure_side_by_side(jobs, rounds=5)
    return [
        HostileRow(name, timing.seconds - timings["good"].seconds, timing.mebibytes)
        for name, timing in timings.items()
        if name != "good"
    ]


def mermaid_job(peers: Peers, folder: Path, file: Path) -> Job:
    """Draw Mermaid's journey diagram and flowchart of a journey with one browser."""
    document = folder / "journey.md"
    translations.write_mermaid(document, file)
    browser = folder / "puppeteer.json"
    browser.write_text(json.dumps({"executablePath": peers.browser(), "args": ["--no-sandbox"]}))
    out = folder / "mermaid-out"
    return Job(
        [peers.peer("mmdc"), "-q", "-p", browser, "-i", document, "-o", out / "out.md"],
        folder,
        prepare=fresh(out, exists=True),
    )


def python_job(peers: Peers, folder: Path) -> Job:
    """Start the interpreter of our own environment and do nothing."""
    return Job([peers.python, "-c", "pass"], folder)


def schema_file() -> Path:
    """Return the schema that the peers validate against."""
    return ROOT / "schemas" / "journey.schema.json"


def fresh(folder: Path, *, exists: bool = False) -> Callable[[], None]:
    """Return a function that removes an output folder, and makes it anew where a peer expects it."""

    def prepare() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if exists:
            folder.mkdir()

    return prepare


def absent(file: Path) -> Callable[[], None]:
    """Return a function that removes a file, so that it is written and not found unchanged."""
    return lambda: file.unlink(missing_ok=True)


def work_folder() -> Path:
    """Return the empty folder in which the benchmarks work."""
    folder = TOOLS / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
