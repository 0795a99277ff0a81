"""Whatever a name, a path or a title says: each format is taken, commands nothing and deceives nobody."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeymap.diagnostics import Edit, Fault, Fix, Label, Severity, Suppression
from journeymap.diffing.changes import Approval, Change, Entity, Fact, Level
from journeymap.reporting import CI_REPORTERS, PLAIN, REPORTERS, Report
from journeymap.reporting.change_notices import LocatedChange, notices_of_changes
from journeymap.reporting.notices import NoticeReport, notices_of_report
from journeymap.source import SourceFile
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.reporting.ci.platforms import (
    read_commands,
    read_gitlab,
    read_junit,
    read_rdjson,
    read_sarif,
    strings_of,
)
from tests.reporting.test_safety import HARMFUL, leaks

COMMANDS = (
    "::error::owned",
    "  ::set-output name=x::y",
    "\u3000::error file=a::b",
    "\n::stop-commands::x",
    "\r::error::x",
    "\r\n\t::add-mask::x",
    "##[error]owned",
    "words ##[add-path]/tmp",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[message text='x']",
    "###[error]x ####[error]",
    "x%0A::error::y %25 %3A",
    "a,line=9,title=b::c",
    ":::error::x ::::error::x",
    "::",
    "\x1b[1m::error::x",
    "]]>::error::x<!--",
    "[click](https://example.com) {0} {{1}} \\[x](1)",
    "",
    "  ",
)
SHORT = (*HOSTILE_STRINGS, *COMMANDS, "\ud800")
WORDS = (*SHORT, "x" * 20_000, "é" * 9_000)
READERS: dict[str, Callable[[str], Any]] = {
    "sarif": read_sarif,
    "gitlab": read_gitlab,
    "junit": read_junit,
    "rdjson": read_rdjson,
}

hostile = st.one_of(
    st.sampled_from(SHORT),
    st.lists(
        st.one_of(
            st.sampled_from((*COMMANDS, "::", "##[", "\n", "\r", " ", "%", "`", "@", "](", *HARMFUL)),
            st.characters(),
        ),
        max_size=8,
    ).map("".join),
)


def check(words: str, *, path: str = "a.journey.yaml") -> NoticeReport:
    """Return a check in which everything that a stranger writes is this text."""
    source = SourceFile(path, f"{words}\n{words}")
    fault = Fault("some-fault", "reference", Severity.ERROR, words, words, words, words)
    at = source.span(0, len(words) + 2)
    found = fault.found(
        words,
        at,
        label=words,
        labels=(Label(at, words),),
        help=(words,),
        notes=(words,),
        entity=words,
        args=(words,),
        fixes=(Fix(words, (Edit(at, words),)),),
    )
    silenced = found._replace(primary=source.span(0, 0), suppressed_by=Suppression("inline", at, words))
    report = Report(
        (found, found._replace(severity=Severity.INFO), found._replace(category="internal")),
        {path: source},
        1,
        (silenced,),
        shows_suppressed=True,
    )
    text = REPORTERS["full"](report, PLAIN)
    return notices_of_report(report, find_rule=lambda _: fault, looked_at=[path, words], text=text)


def diff(words: str, *, path: str = "a.journey.yaml") -> NoticeReport:
    """Return a comparison in which everything that a stranger writes is this text."""
    entity = Entity("stage", words, words, words, words, words)
    fact = Fact("stage-changed", entity, words, words, about=words)
    change = Change(fact, Level.BREAKING, "links", "value", "change", words, words, words)
    approved = change._replace(approval=Approval("0" * 16, words, words))
    located = (
        LocatedChange(change, path, None, "base"),
        LocatedChange(approved),
        LocatedChange(change, words),
    )
    return notices_of_changes(
        located, find_rule=lambda _: None, files=[path, words], summary=words, text=words
    )


def assert_harmless(report: NoticeReport) -> None:
    """Assert that each format of a report is taken by its platform and holds nothing that harms."""
    for format, read in READERS.items():
        text = CI_REPORTERS[format](report)
        assert text.isascii()
        assert read_commands(text) == []
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
        texts = strings_of(read(text))
        # A suggestion is a part of a file, in which line breaks and tabs have their place.
        lines = [line for each in texts for line in re.split(r"\r\n|\n|\t", each)]
        assert [sign for line in lines for sign in leaks(line)] == []
    log = CI_REPORTERS["github"](report)
    assert leaks(log) == []
    commands = read_commands(log)
    assert [each.name for each in commands] == sorted(
        (each.name for each in commands), key=["error", "warning", "notice"].index
    )
    assert len(commands) == len(report.shown)
    assert all(
        set(each.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"} for each in commands
    )


@pytest.mark.parametrize("build", [check, diff])
@pytest.mark.parametrize("words", WORDS)
def test_each_hostile_text_is_harmless_everywhere(words: str, build: Callable[..., NoticeReport]) -> None:
    """As argument, entity, message, reason, summary and file name it stays text."""
    assert_harmless(build(words))
    assert_harmless(build(words, path=words))


@given(words=hostile, path=hostile, build=st.sampled_from([check, diff]))
@example(words="::error::x", path="##[error]", build=check)
@example(words="##[error]", path="::error::x", build=diff)
def test_any_text_is_harmless_everywhere(words: str, path: str, build: Callable[..., NoticeReport]) -> None:
    """No text that can be thought of becomes a command, an escape or a broken report."""
    assert_harmless(build(words, path=path))


@given(words=hostile)
def test_data_of_the_program_itself_is_no_command_either(words: str) -> None:
    """The JSON of a check holds what it always held, and no line of it commands a build server."""
    found = Fault("some-fault", "reference", Severity.ERROR, "", "", "", "").found(
        words, SourceFile("a", words).span(0, 1)
    )
    text = REPORTERS["json"](Report((found,), {}, 1), PLAIN)
    assert read_commands(text) == []
    message = json.loads(text)["diagnostics"][0]["message"]
    assert message.replace("\\u", "") == words or any("\ud800" <= sign <= "\udfff" for sign in words)


@pytest.mark.parametrize(
    "words",
    [
        "@everyone look",
        "see #12 and @x/y",
        "![x](https://example.com/x.png)",
        "<img src=x>",
        "www.example.com",
    ],
)
def test_rdjson_calls_nobody(words: str) -> None:
    """What reviewdog posts as Markdown mentions nobody, links to nothing and shows no picture."""
    from markdown_it import MarkdownIt

    message = read_rdjson(CI_REPORTERS["rdjson"](check(words)))[0]["message"]
    html = MarkdownIt("gfm-like", {"linkify": False}).render(message)
    assert "<img" not in html
    assert "<a " not in html
    assert "@e" not in html
    assert "@x" not in html
    assert "#12" not in html
    assert "www.example" not in html


def test_a_suggestion_that_hides_something_is_not_made() -> None:
    """Who takes a suggestion must see all that is taken."""
    plain, hidden = check("x"), check("a\u202eb")
    assert "suggestions" in CI_REPORTERS["rdjson"](plain)
    assert "suggestions" not in CI_REPORTERS["rdjson"](hidden)


def test_counts_for_later_steps_are_numbers_only() -> None:
    """Nothing a stranger writes can name an output of a step."""
    from journeymap.reporting.ci.github import write_counts

    assert write_counts(check("x\nowned=1")) == "errors=2\nwarnings=0\ninfos=1\n"
    assert write_counts(diff("x\nowned=1")) == "breaking=2\nerrors=0\nwarnings=0\ninfos=0\n"
