"""What is silenced: counted in every report, shown to those who ask, and told apart from what is not."""

import json

from journeymap.diagnostics import Severity, Suppression
from journeymap.reporting import PLAIN, REPORTERS, Report, Style, describe_counts
from tests.reporting.scenes import FAULT, SOURCES, span
from tests.reporting.test_json import validate

OPEN = FAULT.found("open", span("needs"), severity=Severity.WARNING)
BY_COMMENT = FAULT.found("by comment", span("bb"))._replace(
    suppressed_by=Suppression("inline", span("aa"), "two\x1b[31m needs")
)
BY_BASELINE = FAULT.found("by baseline", span("cc"))._replace(
    suppressed_by=Suppression("baseline", span("aa"))
)
REPORT = Report((OPEN,), SOURCES, 1, (BY_COMMENT, BY_BASELINE))


def test_what_is_silenced_is_counted_apart() -> None:
    """It is neither an error nor a warning, and the last line says how much of it there is."""
    assert describe_counts(REPORT) == "1 warning in 1 file (2 suppressed)"
    assert describe_counts(REPORT._replace(diagnostics=())) == "no problems in 1 file (2 suppressed)"


def test_what_is_silenced_is_shown_only_on_demand() -> None:
    """Findings stay in order, and each says that and why it is silenced."""
    for format in ("full", "concise"):
        assert "suppressed error" not in REPORTERS[format](REPORT, PLAIN)
    asked = REPORT._replace(shows_suppressed=True)
    assert [line.split(": ")[1] for line in REPORTERS["concise"](asked, PLAIN).splitlines()] == [
        "warning[some-fault] open",
        "suppressed error[some-fault] by comment",
        "suppressed error[some-fault] by baseline",
    ]
    full = REPORTERS["full"](asked, PLAIN)
    assert "suppressed error[some-fault]: by comment\n" in full
    assert "= why: two\\x1b[31m needs (comment at maps/shop.journey.yaml:10:10)\n" in full
    assert "= why: known from the baseline (maps/shop.journey.yaml:10:10)\n" in full


def test_what_is_silenced_is_not_alarming() -> None:
    """It has no colour of its own, and does not colour the sum."""
    style = Style(color=True)
    silent = Report((), SOURCES, 1, (BY_COMMENT,), shows_suppressed=True)
    assert style.paint("error", "suppressed error[some-fault]") not in REPORTERS["full"](silent, style)
    assert style.paint("quiet", "suppressed error[some-fault]") in REPORTERS["full"](silent, style)
    assert style.paint("good", "no problems in 1 file (1 suppressed)") in REPORTERS["full"](silent, style)


def test_programs_get_what_is_silenced_in_a_list_of_its_own() -> None:
    """A program that knows nothing of suppressions takes no silenced finding for an open one."""
    data = json.loads(REPORTERS["json"](REPORT, PLAIN))
    validate(data)
    assert [each["message"] for each in data["diagnostics"]] == ["open"]
    assert [each["suppressed_by"]["kind"] for each in data["suppressed"]] == ["inline", "baseline"]
    assert [each["suppressed_by"]["reason"] for each in data["suppressed"]] == ["two\x1b[31m needs", None]
    assert (data["summary"]["errors"], data["summary"]["suppressed"]) == (0, 2)
