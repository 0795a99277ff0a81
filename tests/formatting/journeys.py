"""Journeys as plain values, for the formatter: right by the schema for the most part, odd in their texts."""

from typing import Any

from hypothesis import strategies as st

ODD = (
    "Too late", "a, b", "a: b", "no", "off", "1:30", "2026-01-02", "42", "4.0", "0x1F", "1e3", "~",
    "null", "", " led by a blank", "ends in one ", "it's", 'say "hi"', "back\\slash", "both \" and '",
    "#5", "a # b", "a #b", "- dash", "? ask", "! bang", "*", "&x", "%", "@home", "`tick`", "[x]", "{x}",
    "ends:", "x:y", "::", "...", "---", "two\nlines", "two\n\nparts\n", "ends\n\n\n", "\ttab", "a\ttab",
    "é", "Ж", "字", "😀 wide", "a\u00a0b", "a\u2028b", "\u202eabc", "=", "<<", "+1", ".5", "-", "_", "a  b",
    "word " * 40, "x" * 130,
    "It is a sentence that is long enough to be folded, as it goes on and on past the hundredth column",
    "  deeper\nthan the rest", "a\n  b\nc", "line\n# no comment", "$", "y", "Yes", "a?b", "a:?b",
)  # fmt: skip

ids = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
texts = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30)
free = st.dictionaries(ids, texts | st.integers(-9, 9) | st.booleans() | st.none(), max_size=3)
scalars = (
    st.none() | st.booleans() | st.integers(-10, 10) | st.floats(0, 1).map(lambda n: round(n, 3)) | texts
)


def some(required: dict[str, Any], **optional: Any) -> Any:
    """Return a strategy for mappings that have all of the first keys and some of the others."""
    return st.fixed_dictionaries(required, optional=optional)


feelings = some({}, score=st.integers(-2, 2), feeling=texts, quote=texts, confidence=st.just("partial"))
pains = st.lists(
    texts | some({"text": texts}, id=ids, severity=st.just("high"), tags=st.lists(texts, max_size=3)),
    max_size=3,
)
touchpoints = some(
    {"id": ids, "title": texts},
    channel=st.just("web") | st.lists(texts, max_size=3),
    action=texts,
    thought=texts | some({"by": free}),
    emotion=st.integers(-2, 2) | feelings | some({"by": st.dictionaries(ids, feelings, max_size=2)}),
    pains=pains,
    kpis=st.lists(
        ids | some({"metric": ids}, baseline=st.integers(0, 9), target=st.floats(0, 9)), max_size=2
    ),
    next=ids | st.lists(ids | some({"to": ids}, when=texts, share=st.floats(0, 1)), max_size=2),
    fields=free,
    unknown=scalars,
)
stages = some(
    {"title": texts},
    id=ids,
    goal=texts,
    motivations=st.lists(texts, max_size=4),
    touchpoints=st.lists(touchpoints, max_size=3),
    tags=st.lists(texts, max_size=2),
)
changes = some({"set": ids, "fields": touchpoints}) | some(
    {"add": st.just("touchpoint"), "to": ids, "item": touchpoints}, before=ids
)
journeys = some(
    {"journeymap": st.just(1), "kind": st.just("journey"), "id": ids, "title": texts},
    summary=texts,
    goal=texts,
    tags=st.lists(texts, max_size=9),
    stages=st.lists(stages, min_size=1, max_size=3),
    changes=st.lists(changes, max_size=2),
    opportunities=st.lists(texts | some({"title": texts}, effort=st.integers(0, 5)), max_size=2),
    fields=free,
    moved=scalars | st.lists(st.lists(scalars, max_size=3), max_size=3),
)
