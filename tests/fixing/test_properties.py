"""Real files with slips in them: fixes keep their promises, and a second run finds nothing to do."""

import re
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from journeymap.checks import Checking
from journeymap.diagnostics import Severity
from journeymap.fixing import Checked, Choice, apply_fixes
from journeymap.fixing.verdict import is_blocking
from journeymap.syntax import read_document
from journeymap.syntax.comments import find_comments
from tests.conftest import ROOT
from tests.fixing.samples import TODAY, checker, fixed

FOLDERS = (
    "examples",
    "tests/schema/complete",
    "tests/cases/schema",
    "tests/cases/building",
    "tests/cases/syntax",
)
FILES = {
    path.name: path.read_bytes().decode("utf-8", "replace")
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if path.stat().st_size < 20_000
}
WORD = re.compile(r"[\w./-]{2,}")
CHECKING = Checking(TODAY)


def slip(text: str, draw: st.DataObject) -> str:
    """Return a text with one word written wrong, or twice, or not at all, or in another way."""
    words = list(WORD.finditer(text))
    if not words:
        return text
    found = draw.draw(st.sampled_from(words))
    word = found[0]
    new = draw.draw(
        st.sampled_from(
            (
                word[:-1] + word[-1] * 2,
                word[1:],
                word.upper(),
                word.capitalize(),
                word.replace("-", "_"),
                word.replace("-", "/"),
                f"{word[1]}{word[0]}{word[2:]}",
                f"{word}: {word}",
                f"[{word}]",
                f'"{word}"',
                f"{word}, {word}",
                f"!!str {word}",
                f"{word}\u2028",
                "no",
                "0o12",
                "12 minutes",
                "",
            )
        )
    )
    return text[: found.start()] + new + text[found.end() :]


@given(st.sampled_from(sorted(FILES)), st.booleans(), st.data())
def test_fixes_keep_their_promises(name: str, unsafe: bool, draw: st.DataObject) -> None:
    """Their findings go, none comes that was not hidden, comments stay, and they are done at once."""
    text = FILES[name]
    for _ in range(draw.draw(st.integers(0, 4))):
        text = slip(text, draw)
    files = {name: text}
    before = checker(files, checking=CHECKING)({})
    mended = fixed(files, unsafe=unsafe, checking=CHECKING)
    after = checker(files, checking=CHECKING)(mended.texts)
    assert after.diagnostics == mended.checked.diagnostics
    assert bool(mended.applied) == bool(mended.texts)
    assert unsafe or all(choice.fix.safe for choice in mended.applied)
    if not any(is_blocking(each) for each in before.diagnostics):
        assert count_rules(after) <= count_rules(before)
        assert unsafe or after.portfolio == before.portfolio
    takes_away = any(re.match("delete|keep|remove|take", choice.fix.title) for choice in mended.applied)
    assert takes_away or comments_in(name, text) <= comments_in(name, mended.texts.get(name, text))
    again = fixed({**files, **mended.texts}, unsafe=unsafe, checking=CHECKING)
    assert again.texts == {}


@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_fix_touches_nothing_around_it(name: str, draw: st.DataObject) -> None:
    """What stands before the first and behind the last of its edits stays, and so does all between them."""
    text = slip(slip(FILES[name], draw), draw)
    before = checker({name: text}, checking=CHECKING)({})
    for finding in before.diagnostics:
        for fix in finding.fixes:
            after = apply_fixes(before.sources, [Choice(finding, fix)]).texts.get(name, text)
            at = 0
            for edit in sorted(fix.edits, key=lambda edit: edit.span.start.offset):
                kept = text[at : edit.span.start.offset]
                assert after.startswith(kept + edit.text)
                after = after.removeprefix(kept + edit.text)
                at = edit.span.end.offset
            assert after == text[at:]


def count_rules(checked: Checked) -> Counter[str]:
    """Return how often each rule is broken at the level of a warning or above."""
    return Counter(each.rule for each in checked.diagnostics if each.severity >= Severity.WARNING)


def comments_in(name: str, text: str) -> Counter[str]:
    """Return the comments of a text; none where it cannot be read."""
    return Counter(each.text for each in find_comments(read_document(Path(name).name, text.encode())))
