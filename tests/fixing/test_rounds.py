"""Fixes in rounds: together where they may, one after the other where they must, never a broken promise."""

from collections.abc import Mapping

from journeymap.building.vocabulary import empty_library
from journeymap.diagnostics import Diagnostic, Edit, Fix, Severity
from journeymap.fixing import Checked, Choice, apply_fixes, fix_rounds
from journeymap.fixing.rounds import TAKEN_BACK
from journeymap.fixing.shifting import Shifts
from journeymap.model import Journey, Portfolio, Workspace
from journeymap.source import SourceFile
from tests.fixing.samples import checker, fixed, journey

STAGES = "stages: [{id: pay, title: Pay}]\n"


def finding(
    text: str,
    word: str,
    *edits: tuple[str, str],
    severity: Severity = Severity.WARNING,
    category: str = "quality",
    safe: bool = True,
) -> Diagnostic:
    """Return a finding at a word of a text, with a fix that replaces words."""
    source = SourceFile("a", text)
    start = text.index(word)
    written = tuple(Edit(source.span(text.index(old), text.index(old) + len(old)), new) for old, new in edits)
    fixes = (Fix("mend", written, safe),) if edits else ()
    return Diagnostic(
        f"no-{word}", severity, f"there is `{word}`", source.span(start, start + len(word)),
        fixes=fixes, args=(word,), category=category,
    )  # fmt: skip


class Words:
    """A language of one rule: each of its bad words is found, and replaced by another one."""

    def __init__(self, text: str, **replacements: str) -> None:
        self.text = text
        self.replacements = replacements
        self.options: dict[str, object] = {}
        self.checked: list[str] = []

    def check(self, texts: Mapping[str, str]) -> Checked:
        """Return which of the bad words are there; those that begin with `j` are journeys."""
        """Return which of the bad words are there; words that begin with `j` are journeys."""
        text = texts.get("a", self.text)
        self.checked.append(text)
        words = {word: new for word, new in self.replacements.items() if word in text.split()}
        found = [finding(text, word, (word, new), **self.options) for word, new in words.items()]  # type: ignore[arg-type]
        journeys = [Journey(word, word, ()) for word in text.split() if word.startswith("j")]
        portfolio = Portfolio(Workspace(), empty_library(), {}, tuple(journeys))
        return Checked({"a": SourceFile("a", text)}, tuple(found), portfolio)

    def fixed(self, *, unsafe: bool = False) -> str:
        """Return the text after all rounds."""
        return fix_rounds(self.check({}), self.check, unsafe=unsafe).texts.get("a", self.text)


def test_fixes_that_do_not_meet_are_applied_together() -> None:
    """Two of them need two looks: one before and one after, and a last one finds nothing to do."""
    words = Words("bad and worse", bad="good", worse="better")
    assert words.fixed() == "good and better"
    assert len(words.checked) == 2


def test_a_fix_that_brings_another_finding_is_refused() -> None:
    """The promise is that findings go; the others are applied all the same."""
    words = Words("bad and worse and ugly", bad="good", worse="evil", ugly="fair", evil="good")
    assert words.fixed() == "good and worse and fair"


def test_many_fixes_that_break_their_promise_are_found_at_a_glance() -> None:
    """What a new finding stands on was written by the fix that brought it: no need to try each alone."""
    bad = {f"bad{number}": f"evil{number}" for number in range(20)}
    words = Words(" ".join([*bad, "worse"]), **bad, **dict.fromkeys(bad.values(), "x"), worse="better")
    assert words.fixed() == " ".join([*bad, "better"])
    assert len(words.checked) < 8


def test_a_fix_that_leaves_its_finding_is_refused() -> None:
    """What is still found afterwards was not fixed, even where it only moved."""
    assert Words("so bad", bad="very bad").fixed() == "so bad"


def test_a_safe_fix_that_changes_the_model_is_refused() -> None:
    """Whoever calls a fix safe is held to it; an unsafe one may."""
    words = Words("joy bad", bad="jam")
    assert words.fixed() == "joy bad"
    words.options = {"safe": False}
    assert words.fixed() == "joy bad"
    assert words.fixed(unsafe=True) == "joy jam"


def test_what_could_not_be_built_may_come_to_light() -> None:
    """Behind an error of the form, findings of meaning were hidden, and are not the fix's fault."""
    text = "bad word"

    def check(texts: Mapping[str, str]) -> Checked:
        now = texts.get("a", text)
        if "bad" in now:
            found = finding(now, "bad", ("bad", "good"), severity=Severity.ERROR, category="schema")
        else:
            found = finding(now, "word", category="semantics")
        return Checked({"a": SourceFile("a", now)}, (found,), Portfolio(Workspace(), empty_library(), {}, ()))

    mended = fix_rounds(check({}), check)
    assert mended.texts == {"a": "good word"}
    assert [each.rule for each in mended.checked.diagnostics] == ["no-word"]


def test_fixes_that_meet_wait_for_each_other() -> None:
    """Of two edits of one place the first wins, and what is left of the other is looked at again."""
    text = "one two"
    choices = [
        Choice(each, each.fixes[0])
        for each in (finding(text, "one", ("one ", "1 ")), finding(text, "two", ("two", "2")))
    ]
    done = apply_fixes({"a": SourceFile("a", text)}, choices)
    assert done.texts == {"a": "1 two"}
    assert (done.applied, done.left) == ((choices[0],), (choices[1],))


def test_a_fix_of_several_edits_is_applied_wholly_or_not_at_all() -> None:
    """One half of a change would be worse than none."""
    text = "one two three"
    first, second = (
        finding(text, "two", ("two", "2")),
        finding(text, "one", ("one", "1"), ("two", "zwei")),
    )
    done = apply_fixes(
        {"a": SourceFile("a", text)}, [Choice(each, each.fixes[0]) for each in (first, second)]
    )
    assert done.texts == {"a": "one 2 three"}


def test_a_refused_fix_gets_another_chance_when_others_went_in() -> None:
    """What brought a finding before may bring none later, so that a second run finds nothing to do."""
    words = Words("bad worse", bad="evil", worse="x", evil="fine")
    assert words.fixed() == "bad x"


def test_files_that_may_not_be_edited_stay() -> None:
    """Only what was asked for is written."""
    files = journey("reviewed: 2026/10/1\n" + STAGES)
    check = checker(files)
    assert fix_rounds(check({}), check, may_edit=lambda _: False).texts == {}
    assert fix_rounds(check({}), check, may_edit=lambda path: path in files).texts != {}


def test_a_refused_fix_is_not_offered_again() -> None:
    """What was tried in vain does not stand in the report as if it helped."""
    files = journey("2026: planned\n" + STAGES)
    mended = fixed(files)
    assert mended.texts == {}
    [left] = mended.checked.diagnostics
    assert left.fixes
    (told,) = mended.without_refused(mended.checked.diagnostics)
    assert (told.fixes, told.notes) == ((), (TAKEN_BACK,))


def test_offsets_move_with_edits() -> None:
    """What stands behind an edit moves, what is replaced is where its replacement begins."""
    source = SourceFile("a", "one two three")
    shifts = Shifts([Edit(source.span(4, 7), "2"), Edit(source.span(0, 0), "> ")])
    assert [shifts.move("a", offset) for offset in (0, 3, 4, 5, 7, 8)] == [2, 5, 6, 6, 7, 8]
    assert shifts.move("b", 5) == 5
    after = SourceFile("a", "> one 2 three")
    assert shifts.edits_at(after.span(6, 7))
    assert shifts.edits_at(after.span(0, 4))
    assert not shifts.edits_at(after.span(2, 5))
    assert not shifts.edits_at(SourceFile("b", "x").span(0, 1))
