"""What holds for every workspace, whatever its files say."""

import json
import re
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journeymap.building import Sheet, build_portfolio, declare_names, extend_journeys
from journeymap.compiling import compile_files
from journeymap.diagnostics import Diagnostic
from journeymap.resources import schema_path
from journeymap.schema import kind_by_name
from journeymap.source import SourceFile
from journeymap.syntax import Document, read_document
from tests.building.maps import SURROUNDINGS, journey_text
from tests.building.test_overlays import BASE, overlay_text
from tests.building.test_overlays import LIBRARY as METRICS

MAPS = {
    **SURROUNDINGS,
    "b.library.yaml": METRICS,
    "a.journey.yaml": journey_text("owner: nobody\nchannel: Stand\nuses: basket-page").replace(
        ": shop", ": one"
    ),
    "b.journey.yaml": journey_text("next: chekout\nexpand: shop").replace(": shop", ": one"),
    "c.journey.yaml": BASE,
    "d.journey.yaml": overlay_text("remove: basket", "set: chekout, fields: {title: C}"),
    "e.journey.yaml": overlay_text(id="last", extends="next"),
    "f.journey.yaml": "journeymap: 1\nkind: journey\nid: broken\n  - [",
    "g.journey.yaml": overlay_text(id="g", extends="h"),
    "h.journey.yaml": overlay_text(id="h", extends="g"),
}
SCHEMAS = [schema_path(kind).read_text() for kind in ("journey", "library", "persona", "workspace")]
KEYS = sorted({key for schema in SCHEMAS for key in re.findall(r'"([a-z_]+)": \{', schema)})
IDS = ["shop", "basket", "late", "web", "conversion", "shop#late", "basket/conversion", "stage", "pain", ""]
SCALARS = st.one_of(st.sampled_from(IDS), st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False))
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=40,
)
JUNK = [
    "null",
    "3",
    '"x"',
    '"basket"',
    "[]",
    "{}",
    "[{}]",
    '{"id": "basket"}',
    "true",
    '["a", 3, null]',
    "[[1]]",
]
FILES = st.lists(
    st.tuples(st.sampled_from(["journey", "library", "persona", "workspace", ""]), DATA, st.booleans()),
    max_size=5,
)


@given(st.permutations(sorted(MAPS)))
def test_the_order_of_files_never_shows(names: list[str]) -> None:
    """Findings and portfolio are the same for every order of the files."""
    expected = compile_files((name, MAPS[name].encode()) for name in sorted(MAPS))
    compilation = compile_files((name, MAPS[name].encode()) for name in names)

    assert compilation.diagnostics == expected.diagnostics
    assert compilation.portfolio == expected.portfolio
    assert list(compilation.portfolio.library.teams) == list(expected.portfolio.library.teams)
    assert len(expected.diagnostics) > 5


def _find_nothing(document: Document, kind: str) -> tuple[Diagnostic, ...]:
    """Return no findings, as a schema that allows everything would."""
    return ()


@given(FILES)
def test_building_reads_anything(files: list[tuple[str, Any, bool]]) -> None:
    """No data of any shape makes the builder fail; it finds what it can."""
    sheets = []
    for i, (kind, data, valid) in enumerate(files):
        document = Document(SourceFile(f"f{i}.yaml", json.dumps(data)), data)
        sheets.append(Sheet(document, kind, valid))
    names = declare_names(sheets)
    whole, _ = extend_journeys(sheets, names, _find_nothing)

    portfolio, diagnostics, _ = build_portfolio(whole, names)

    assert len(portfolio.journeys) <= len(files)
    assert all(each.message for each in diagnostics)


@given(st.randoms(use_true_random=False))
def test_building_survives_any_damage(random: Random) -> None:
    """A workspace with a few of its values replaced by junk is built as far as it goes."""
    sheets = []
    for name, text in sorted(MAPS.items()):
        data = read_document(name, text.encode()).data
        for _ in range(random.randint(0, 3)):
            _damage(data, random)
        document = Document(SourceFile(name, json.dumps(data)), data)
        sheets.append(Sheet(document, kind_by_name(name) or "", random.random() < 0.5))
    names = declare_names(sheets)
    whole, _ = extend_journeys(sheets, names, _find_nothing)

    portfolio = build_portfolio(whole, names).portfolio

    assert isinstance(portfolio.journeys, tuple)


def _damage(data: Any, random: Random) -> None:
    """Replace one value somewhere in plain data, all depths equally likely."""
    while isinstance(data, dict | list) and data:
        key = random.choice(sorted(data) if isinstance(data, dict) else range(len(data)))
        if random.random() < 0.3 or not isinstance(data[key], dict | list):
            data[key] = json.loads(random.choice(JUNK))
            return
        data = data[key]


@given(st.sets(st.sampled_from(["basket", "checkout", "review", "late", "early", "gone", "after"])))
def test_what_is_removed_is_gone(ids: set[str]) -> None:
    """After removing any items, none of them is in the journey, and what refers to them is reported."""
    order = sorted(ids)
    compilation = compile_files(
        [
            ("b.journey.yaml", BASE.encode()),
            ("o.journey.yaml", overlay_text(*(f"remove: {id}" for id in order)).encode()),
            ("l.library.yaml", METRICS.encode()),
        ]
    )
    journey = compilation.portfolio.journey("next")
    assert journey is not None
    left = {each.id for each in journey.stages} | {each.id for each in journey.touchpoints()}
    left |= {pain.id for touchpoint in journey.touchpoints() for pain in touchpoint.pains}
    left |= {each.id for each in journey.exits} | {each.id for each in journey.opportunities}

    assert not left & ids
    dangles = "early" in left and "late" not in left
    assert any(each.message.startswith("`late` is gone") for each in compilation.diagnostics) == dangles
