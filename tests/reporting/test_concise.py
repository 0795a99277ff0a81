"""The report for tools that read lines."""

import re

from journeymap.reporting import PLAIN, REPORTERS, Style
from tests.reporting.scenes import FAULT, SCENES, report, span

write_concise = REPORTERS["concise"]


def test_each_finding_is_one_line() -> None:
    """A line is path, line, column, level, rule and message, in the form that editors parse."""
    lines = write_concise(report(*SCENES.values()), PLAIN).splitlines()
    assert len(lines) == len(SCENES)
    assert lines[0] == (
        "maps/shop.journey.yaml:9:15: error[some-fault] "
        "stage `checkout` uses touchpoint `pay-page`, which is not defined"
    )
    assert all(re.fullmatch(r"[^:]+:\d+:\d+: (error|warning|info)\[[a-z-]+\] .+", line) for line in lines)


def test_no_findings_are_no_lines() -> None:
    """A clean run prints nothing at all."""
    assert write_concise(report(), PLAIN) == ""


def test_message_with_a_line_break_stays_one_line() -> None:
    """A line break in a message is shown as an escape."""
    assert write_concise(report(FAULT.found("a\nb", span("shop"))), PLAIN).endswith("] a\\nb\n")


def test_color_marks_the_level() -> None:
    """On a terminal only the level is coloured."""
    text = write_concise(report(FAULT.found("m", span("shop"))), Style(color=True))
    assert text == "maps/shop.journey.yaml:3:5: \x1b[1;31merror\x1b[0m[some-fault] m\n"
