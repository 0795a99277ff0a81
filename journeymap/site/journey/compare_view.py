"""As it is and as it is to be, on a journey's page: a sentence, both curves, and each touchpoint's change."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeymap.model import Journey, Pain
from journeymap.model.comparing import Change, Comparison, Pair, compare_journeys
from journeymap.rendering.curve import Bezier, fit_curve, trace_path
from journeymap.rendering.markdown import render_line
from journeymap.rendering.naming import write_score
from journeymap.rendering.templating import Html, marked, marked_count
from journeymap.site.desk import Desk
from journeymap.site.drawing import REACH
from journeymap.site.journey.names import link_journey
from journeymap.site.pieces import Item, Link, Mood

_WIDTH, _HEIGHT = 1000, 160
_WORDS = {"added": marked("Added"), "removed": marked("Taken away"), "moved": marked("Moved"), "same": ""}


class PairRow(NamedTuple):
    """A touchpoint in comparison: ``step`` is which way the feeling went, 0 to 4 as faces are."""

    title: Link
    before: Mood | None
    after: Mood | None
    delta: str
    trend: str
    change: Change
    word: str
    pains: tuple[Item, ...]


class BothCurves(NamedTuple):
    """The curves before and after in one picture, and how far apart they are where both are known."""

    before: str
    after: str
    between: str
    zero: str
    width: int
    height: int


class CompareView(NamedTuple):
    """A comparison: the two journeys by name and state, one of them the page's own, and what changed.

    There are rows on the page of the journey to be only; that of today leads there.
    """

    before: Link
    after: Link
    before_state: str
    after_state: str
    sentence: str
    curves: BothCurves | None
    rows: tuple[PairRow, ...]
    whole: Link


def show_comparisons(desk: Desk, journey: Journey) -> tuple[CompareView, ...]:
    """Return a journey in comparison with the one that it extends, and with those that extend it."""
    portfolio = desk.portfolio
    base = portfolio.journey(journey.extends) if journey.extends else None
    own = (_show(desk, compare_journeys(base, journey), journey),) if base else ()
    newer = portfolio.variants_of(journey.id)
    shown = (
        _show(desk, compare_journeys(journey, each), journey)
        for each in newer
        if desk.atlas.has("journey", each.id)
    )
    return (*own, *shown)


def tell_comparison(desk: Desk, comparison: Comparison) -> str:
    """Return what changed from one journey to the other in one sentence."""
    removed, added = comparison.count("removed"), comparison.count("added")
    resolved = sum(len(pair.resolved) for pair in comparison.pairs)
    new = sum(len(pair.new) for pair in comparison.pairs)
    counts = (
        (marked_count("%(count)d touchpoint added", "%(count)d touchpoints added"), added),
        (marked_count("%(count)d taken away", "%(count)d taken away"), removed),
        (marked_count("%(count)d moved", "%(count)d moved"), comparison.count("moved")),
        (marked_count("%(count)d pain resolved", "%(count)d pains resolved"), resolved),
        (marked_count("%(count)d new pain", "%(count)d new pains"), new),
    )
    parts = [_tell_feeling(desk, comparison), *(desk.say_count(forms, n) for forms, n in counts if n)]
    return "; ".join(filter(None, parts)) + "." if any(parts) else desk.say(marked("Nothing changes."))


def _show(desk: Desk, comparison: Comparison, page_of: Journey) -> CompareView:
    before, after = comparison.before, comparison.after
    is_newer = page_of is after
    return CompareView(
        before=Link(before.title) if not is_newer else link_journey(desk, before.id),
        after=Link(after.title) if is_newer else link_journey(desk, after.id),
        before_state=desk.word("state", before.state),
        after_state=desk.word("state", after.state),
        sentence=tell_comparison(desk, comparison),
        curves=_draw(desk, comparison.pairs),
        rows=tuple(_show_pair(desk, comparison, pair) for pair in comparison.pairs) if is_newer else (),
        whole=Link("") if is_newer else link_journey(desk, after.id, "section_compare"),
    )


def _tell_feeling(desk: Desk, comparison: Comparison) -> str:
    before, after = comparison.scores
    if before is None or after is None:
        return ""
    first, last = (round(score, 1) for score in (before, after))
    if first == last:
        text = marked("The feeling stays at %(after)s")
    elif last > first:
        text = marked("The feeling rises from %(before)s to %(after)s")
    else:
        text = marked("The feeling falls from %(before)s to %(after)s")
    write = write_score
    return desk.say(text, before=write(first, lang=desk.lang), after=write(last, lang=desk.lang))


def _show_pair(desk: Desk, comparison: Comparison, pair: Pair) -> PairRow:
    before, after = pair.scores
    delta = None if before is None or after is None else round(after - before, 2)
    return PairRow(
        title=_name_pair(desk, comparison, pair),
        before=desk.mood(before),
        after=desk.mood(after),
        delta="" if delta is None else write_score(delta, lang=desk.lang),
        trend="" if not delta else "up" if delta > 0 else "down",
        change=pair.change,
        word=desk.say(_WORDS[pair.change]) if _WORDS[pair.change] else "",
        pains=tuple(_list_pains(desk, pair)),
    )


def _name_pair(desk: Desk, comparison: Comparison, pair: Pair) -> Link:
    if pair.after:
        return Link(pair.after.title, f"#{pair.after.id}")
    assert pair.before is not None
    there = link_journey(desk, comparison.before.id, pair.before.id)
    return Link(pair.before.title, there.url)


def _list_pains(desk: Desk, pair: Pair) -> Iterator[Item]:
    for pains, word, mark in (
        (pair.resolved, marked("Resolved"), "gain"),
        (pair.new, marked("New pain"), "pain"),
    ):
        for pain in pains:
            yield Item(_plain(pain), mark=mark, by=desk.say(word))


def _plain(pain: Pain) -> Html:
    return render_line(pain.text)


def _draw(desk: Desk, pairs: Sequence[Pair]) -> BothCurves | None:
    """Return both curves over the same touchpoints, in the order of the table below."""
    canonical = desk.scale.canonical
    lines = [
        [None if score is None else canonical(score) for score in side]
        for side in zip(*(pair.scores for pair in pairs), strict=True)
    ]
    if not lines or any(sum(height is not None for height in line) < 2 for line in lines):
        return None
    before, after = (_trace(_fit(pairs, line, side), len(pairs)) for side, line in enumerate(lines))
    rises = [
        f"M{_x(n, len(pairs))} {_y(first)}V{_y(last)}"
        for n, (first, last) in enumerate(zip(*lines, strict=True))
        if first is not None and last is not None and first != last
    ]
    return BothCurves(before, after, "".join(rises), _y(0), _WIDTH, _HEIGHT)


def _fit(pairs: Sequence[Pair], heights: Sequence[float | None], side: int) -> list[Bezier]:
    """Return the curve of one side: what is not there leaves no gap, what has no score does."""
    present = [n for n, pair in enumerate(pairs) if pair[side] is not None]
    arcs = fit_curve([heights[n] for n in present])

    def place(x: float) -> float:
        left = min(int(x), len(present) - 1)
        right = min(left + 1, len(present) - 1)
        return present[left] + (x - left) * (present[right] - present[left])

    return [Bezier(*((place(x), y) for x, y in arc)) for arc in arcs]


def _trace(arcs: Sequence[Bezier], count: int) -> str:
    shifted = (Bezier(*(((x + 0.5) / count, y) for x, y in arc)) for arc in arcs)
    return trace_path(shifted, width=_WIDTH, height=_HEIGHT, low=-REACH, high=REACH)


def _x(n: int, count: int) -> str:
    return f"{(n + 0.5) / count * _WIDTH:.1f}".removesuffix(".0")


def _y(height: float) -> str:
    return f"{(REACH - height) / (2 * REACH) * _HEIGHT:.1f}".removesuffix(".0")
