"""A rebuild after a change: it comes out as a fresh build would, and touches only what changed."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.artifacts import Artifact
from journeymap.building import Memory as BuildMemory
from journeymap.compiling import Compilation, compile_files
from journeymap.model.sameness import are_same, reuse_same
from journeymap.site.build import build_leaves
from journeymap.site.plan import Options
from journeymap.site.remembering import Memory, make_part, watch
from tests.conftest import ROOT

SETTINGS = (
    "journeymap: 1\nkind: workspace\ntitle: Shop\nedit_url: https://example.com/{{file}}#L{{line}}\n{more}"
)
LIBRARY = """\
journeymap: 1
kind: library
channels: [{channels}]
teams: [{{id: care, title: {team}}}]
touchpoints: [{{id: pay, title: {pay}, channel: web, owner: care}}]
{more}
"""
PERSONA = "journeymap: 1\nkind: persona\nid: dana\ntitle: {title}\n"
JOURNEY = """\
journeymap: 1
kind: journey
id: {id}
title: {title}
personas: [dana]
stages:
  - id: buy
    title: Buy
    touchpoints:
      - {{id: {touchpoint}, title: Pays, uses: pay, emotion: {score}, pains: [{{id: slow, text: Slow}}]}}
"""
VARIANT = """\
journeymap: 1
kind: journey
id: second
title: Second
extends: first
state: future
changes:
  - {{set: {touchpoint}, fields: {{emotion: {score}}}}}
"""
FILES: Mapping[str, tuple[str | None, ...]] = {
    "journeymap.yaml": (
        SETTINGS.format(more=""),
        SETTINGS.format(more="lang: pt-BR\n"),
        SETTINGS.format(more="site_url: https://example.com/\n"),
    ),
    "shop.library.yaml": (
        LIBRARY.format(channels="{id: web, title: Web}", team="Care", pay="Pays", more=""),
        LIBRARY.format(channels="{id: web, title: Shop}", team="Care", pay="Pays", more=""),
        LIBRARY.format(
            channels="{id: app, title: App}, {id: web, title: Web}", team="Care", pay="Pays", more=""
        ),
        LIBRARY.format(
            channels="{id: web, title: Web}, {id: app, title: App}", team="Others", pay="Paying", more=""
        ),
        LIBRARY.format(
            channels="{id: web, title: Web}", team="Care", pay="Pays", more="terms: [{id: slow, title: Slow}]"
        ),
        None,
    ),
    "dana.persona.yaml": (PERSONA.format(title="Dana"), PERSONA.format(title="Dan"), None),
    "first.journey.yaml": (
        JOURNEY.format(id="first", title="First", touchpoint="pays", score=1),
        JOURNEY.format(id="first", title="First", touchpoint="pays", score=1.0),
        JOURNEY.format(id="first", title="Changed", touchpoint="paying", score=-2),
        "# a line more\n" + JOURNEY.format(id="first", title="First", touchpoint="pays", score=1),
        "journeymap: 1\nkind: journey\ntitle: [",
    ),
    "second.journey.yaml": (
        VARIANT.format(touchpoint="pays", score=2),
        VARIANT.format(touchpoint="pays", score=-1),
        VARIANT.format(touchpoint="nowhere", score=2),
        None,
    ),
    "third.journey.yaml": (
        None,
        JOURNEY.format(id="third", title="Third", touchpoint="pays", score=0)
        + "evidence: [{id: talk, kind: interview, title: Talks}]\n",
        JOURNEY.format(id="first", title="A second first", touchpoint="pays", score=0),
    ),
}
"""What each file may hold; nothing where it is not there."""

EDITS = st.lists(
    st.sampled_from([(name, number) for name, texts in FILES.items() for number in range(len(texts))]),
    min_size=1,
    max_size=5,
)


class Bench:
    """A workspace that is built again and again with the memory of the last time."""

    def __init__(self) -> None:
        self.files = {name: texts[0] for name, texts in FILES.items()}
        self.built, self.site = BuildMemory(), Memory()
        self.portfolio = self.compile(remembers=False).portfolio

    def compile(self, *, remembers: bool = True) -> Compilation:
        """Compile the files as they are now."""
        files = [(name, text.encode()) for name, text in self.files.items() if text is not None]
        return compile_files(files, root=".", memory=self.built if remembers else None)

    def draw(self, compilation: Compilation, *, remembers: bool = True) -> dict[str, Artifact]:
        """Build the site of a compilation."""
        if remembers:
            self.portfolio = reuse_same(self.portfolio, compilation.portfolio)
            compilation = compilation._replace(portfolio=self.portfolio)
        options = Options(memory=self.site if remembers else None)
        return {artifact.path: artifact for artifact in build_leaves(compilation, options)}


@given(EDITS)
def test_whatever_is_edited_compiles_as_if_for_the_first_time(edits: list[tuple[str, int]]) -> None:
    """After any edits the findings and the portfolio are those of a compilation without a memory."""
    bench = Bench()
    bench.compile()
    for name, number in edits:
        bench.files[name] = FILES[name][number]
        remembered = bench.compile()
    fresh = bench.compile(remembers=False)
    assert remembered.diagnostics == fresh.diagnostics
    assert are_same(remembered.portfolio, fresh.portfolio)


WALK = Bench()
"""A workspace that is edited from one example of the next test to the other, which is what users do."""
FRESH: dict[tuple[str | None, ...], dict[str, Artifact]] = {}


@given(st.sampled_from([(name, number) for name, texts in FILES.items() for number in range(len(texts))]))
def test_whatever_is_edited_comes_out_as_a_fresh_build_would(edit: tuple[str, int]) -> None:
    """After any edit that leaves no error, every byte of the site is that of a build without a memory."""
    name, number = edit
    before = WALK.files[name]
    WALK.files[name] = FILES[name][number]
    compilation = WALK.compile()
    if compilation.has_errors:
        # An author mends it; without that, most of the walk would lead through broken files.
        WALK.files[name] = before
        compilation = WALK.compile()
    state = tuple(WALK.files.values())
    if state not in FRESH:
        FRESH[state] = WALK.draw(WALK.compile(remembers=False), remembers=False)
    assert WALK.draw(compilation) == FRESH[state]


@pytest.mark.parametrize("number", range(3))
def test_the_example_comes_out_as_a_fresh_build_would(number: int) -> None:
    """A title, a library and the settings of the example are edited, one after the other."""
    folder = ROOT / "examples" / "online-retailer"
    bench = Bench()
    bench.files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }
    bench.draw(bench.compile())
    for name, old, new in (
        ("journeys/loyalty.journey.yaml", "title: ", "title: New, "),
        ("library/organisation.library.yaml", "title: ", "title: New "),
        ("journeymap.yaml", "title: ", "title: New "),
    )[: number + 1]:
        bench.files[name] = str(bench.files[name]).replace(old, new, 1)
        drawn = bench.draw(bench.compile())
    assert drawn == bench.draw(bench.compile(remembers=False), remembers=False)


def test_an_edit_of_one_journey_leaves_the_others_alone() -> None:
    """The pages and files of a journey that was not edited are the very ones of the build before."""
    bench = Bench()
    bench.files["second.journey.yaml"] = None
    bench.files["third.journey.yaml"] = FILES["third.journey.yaml"][1]
    before = bench.draw(bench.compile())
    bench.files["first.journey.yaml"] = str(bench.files["first.journey.yaml"]).replace("Slow", "Fast")
    after = bench.draw(bench.compile())
    others = [path for path in after if path.startswith(("journeys/third/", "teams/"))]
    assert others
    assert [path for path in others if after[path] is not before[path] and path.endswith(".html")] == []
    assert after["journeys/first/index.html"] != before["journeys/first/index.html"]


def test_an_edit_that_changes_nothing_renders_nothing() -> None:
    """A comment in a file makes no page another."""
    bench = Bench()
    bench.files["journeymap.yaml"] = "journeymap: 1\nkind: workspace\n"
    before = bench.draw(bench.compile())
    bench.files["first.journey.yaml"] = f"{bench.files['first.journey.yaml']}# a comment\n"
    after = bench.draw(bench.compile())
    assert [path for path in after if path.endswith(".html") and after[path] is not before[path]] == []


def test_equal_is_not_the_same() -> None:
    """What would be written otherwise is another value, although Python calls it equal."""
    assert not are_same(1, 1.0)
    assert not are_same((True,), (1,))
    assert not are_same(0.0, -0.0)
    assert not are_same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not are_same("a", b"a")
    assert not are_same((1,), (1, 2))
    assert are_same({"a": (1, [2.5, None])}, {"a": (1, [2.5, None])})
    assert are_same(frozenset("ab"), frozenset("ba"))


def test_a_watched_plan_answers_like_the_plan(tmp_path: Path) -> None:
    """Who asks a watched plan hears the same, and every way to ask is noted."""
    bench = Bench()
    options = Options(memory=bench.site)
    seen = []

    def ask(plan: object) -> tuple[object, ...]:
        portfolio = plan.portfolio  # type: ignore[attr-defined]
        return (
            portfolio.titles(),
            [*portfolio.personas],
            len(portfolio.library.channels),
            "nobody" in portfolio.personas,
            [*portfolio.library],
            portfolio._replace(journeys=()).personas["dana"],
            plan.atlas.has("journey", "first"),  # type: ignore[attr-defined]
        )

    def chapter(plan: object) -> list[Artifact]:
        watched, answers = watch(plan)  # type: ignore[arg-type]
        seen.append((ask(watched), ask(plan), answers))
        return []

    list(build_leaves(bench.compile(), options, [chapter]))  # type: ignore[list-item]
    (watched, plain, answers) = seen[0]
    assert [list(each) if isinstance(each, list) else each for each in watched] == list(plain)
    assert {".".join(question.path) for question in answers} >= {
        "portfolio.titles",
        "portfolio.personas",
        "portfolio.library.channels",
        "portfolio.workspace",
        "atlas.has",
    }


def test_what_was_made_from_the_same_is_not_made_again() -> None:
    """What follows from a value alone is taken over until the value is another."""
    memory = Memory()
    made = [memory.make_once("card", value, lambda: object()) for value in ((1,), (1,), (1.0,))]
    assert made[0] is made[1]
    assert made[1] is not made[2]


def test_a_part_is_made_again_when_an_answer_is_another() -> None:
    """Only what a part asked about counts, and what it was given."""
    bench = Bench()
    made: list[str] = []

    def chapter(plan: object) -> list[Artifact]:
        def make(seen: object) -> list[Artifact]:
            made.append(seen.portfolio.titles()["first"])  # type: ignore[attr-defined]
            return [Artifact("made.txt", made[-1].encode())]

        return list(make_part(plan, "part", len(made) > 2, make))  # type: ignore[arg-type]

    def build() -> bytes:
        leaves = build_leaves(bench.compile(), Options(memory=bench.site), [chapter])  # type: ignore[list-item]
        return next(leaf.content for leaf in leaves if leaf.path == "made.txt")

    build()
    bench.files["dana.persona.yaml"] = FILES["dana.persona.yaml"][1]
    assert build() == b"First"
    assert made == ["First"]
    bench.files["first.journey.yaml"] = FILES["first.journey.yaml"][2]
    bench.files["second.journey.yaml"] = None
    assert build() == b"Changed"
    assert made == ["First", "Changed"]
